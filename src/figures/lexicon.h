// Phrases of words with a value each: the longest one that stands at a place, found in one look per word.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/hash_index.h"

namespace soat {

/// A set of phrases in normalised lower-case text. Words of a phrase are separated by blanks in the text.
class Lexicon {
 public:
  /// Adds a phrase; one that is there already keeps its value.
  void Add(std::string_view phrase, uint32_t value);

  struct Hit {
    size_t end = 0;  ///< of the phrase in the text
    uint32_t value = 0;
  };
  /// The longest phrase whose first word starts at `position` and whose last word ends at a word's end.
  std::optional<Hit> LongestAt(std::string_view key, size_t position) const;

  struct HitBefore {
    size_t begin = 0;
    uint32_t value = 0;
  };
  /// The longest phrase that ends at `position`, after the blanks before it are left out.
  std::optional<HitBefore> LongestBefore(std::string_view key, size_t position) const;

  bool empty() const { return index_.empty(); }

 private:
  struct Entry {
    uint32_t value = 0;
    bool phrase = false;     // a phrase ends here
    bool continues = false;  // a longer phrase begins with this one
  };
  Entry& EntryOf(uint64_t hash);

  /// A set of pairs of bytes, with false positives: most words are turned away before they are hashed.
  struct Pairs {
    std::array<uint64_t, 64> bits{};
    static uint32_t Bit(char a, char b) {
      return (static_cast<unsigned char>(a) * 37U + static_cast<unsigned char>(b)) & 4095U;
    }
    void Add(char a, char b) { bits[Bit(a, b) >> 6U] |= uint64_t{1} << (Bit(a, b) & 63U); }
    bool Has(char a, char b) const { return (bits[Bit(a, b) >> 6U] >> (Bit(a, b) & 63U) & 1U) != 0; }
  };

  Pairs first_, last_;  // the first two bytes of the phrases, and the last two
  HashIndex index_;
  std::vector<Entry> entries_;
  size_t longest_words_ = 0;
};

/// A hash of the letters of one word that continues the hash of the words before it.
uint64_t HashWord(uint64_t hash, std::string_view word);
inline constexpr uint64_t kHashSeed = 14695981039346656037U;

}  // namespace soat
