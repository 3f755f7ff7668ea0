// Phrases of words with a value each: the longest one that stands at a place, found in one look per word.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/hash_index.h"
#include "text/byte_classes.h"

namespace soat {

/// A set of phrases in normalised lower-case text. Words of a phrase are separated by blanks in the text.
class Lexicon {
 public:
  /// What is asked of a lexicon; a phrase takes half the room when only one is.
  enum class Look : uint8_t { kAt, kBefore, kBoth };
  explicit Lexicon(Look look = Look::kBoth) : look_(look) {}

  /// Adds a phrase; one that is there already keeps its value.
  void Add(std::string_view phrase, uint32_t value);

  struct Hit {
    size_t end = 0;  ///< of the phrase in the text
    uint32_t value = 0;
  };
  /// The longest phrase whose first word starts at `position` and whose last word ends at a word's end.
  std::optional<Hit> LongestAt(std::string_view key, size_t position) const {
    if (position >= key.size() || !first_bytes_[static_cast<unsigned char>(key[position])]) return std::nullopt;
    return FindAt(key, position);
  }

  struct HitBefore {
    size_t begin = 0;
    uint32_t value = 0;
  };
  /// The longest phrase that ends at `position`, after the blanks before it are left out.
  std::optional<HitBefore> LongestBefore(std::string_view key, size_t position) const {
    const size_t end = BlanksBegin(key, position);
    if (end == 0 || !last_bytes_[static_cast<unsigned char>(key[end - 1])]) return std::nullopt;
    return FindBefore(key, end);
  }

  bool empty() const { return index_.empty(); }

 private:
  struct Entry {
    uint32_t value = 0;
    bool phrase = false;     // a phrase ends here
    bool continues = false;  // a longer phrase begins with this one
  };
  Entry& EntryOf(uint64_t hash);
  void AddReversed(std::string_view phrase, uint32_t value);
  static void Enter(Entry& entry, uint32_t value);

  /// A set of signatures of words, with false positives: most words are turned away before they are hashed.
  struct Signatures {
    std::array<uint64_t, 64> bits{};
    void Add(uint32_t signature) { bits[signature >> 6U] |= uint64_t{1} << (signature & 63U); }
    bool Has(uint32_t signature) const { return (bits[signature >> 6U] >> (signature & 63U) & 1U) != 0; }
  };
  void AddForward(std::string_view phrase, uint32_t value);

  std::optional<Hit> FindAt(std::string_view key, size_t position) const;
  std::optional<HitBefore> FindBefore(std::string_view key, size_t end) const;

  Look look_;
  std::array<bool, 256> first_bytes_{}, last_bytes_{};  // of the phrases: what most places are turned away by
  Signatures first_, last_;                             // of the first words of the phrases, and of the last
  HashIndex index_;  // of the words from the first on, and of those from the last on under a seed of their own
  std::vector<Entry> entries_;
};

/// A hash of the letters of one word that continues the hash of the words before it.
uint64_t HashWord(uint64_t hash, std::string_view word);
inline constexpr uint64_t kHashSeed = 14695981039346656037U;
inline constexpr uint64_t kReversedHashSeed = 11400714819323198485U;

}  // namespace soat
