// Phrases of words with a value each: the longest one that stands at a place, found in one look per word.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "figures/hash_table.h"
#include "text/byte_blocks.h"
#include "text/byte_classes.h"

namespace soat {

/// The end of the word of a phrase that begins at a place, the beginning of the one that ends there; the place itself
/// when none does. Words are letters and digits ("m2", "mũi 1").
size_t WordEnd(std::string_view text, size_t position);
size_t WordBegin(std::string_view text, size_t position);

/// The hash of no words.
inline constexpr uint64_t kHashSeed = 14695981039346656037U;
inline constexpr uint64_t kReversedHashSeed = 11400714819323198485U;

/// What WordHash is made of: eight bytes, the last ones with zeros behind them.
inline uint64_t MixedHash(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * kReversedHashSeed;
  return hash ^ hash >> 32U;
}

/// The first bytes of eight, and zeros. REQUIRES: 0 < size <= 8
inline uint64_t FirstBytes(uint64_t bytes, size_t size) {
  const size_t others = 64 - 8 * size;
  return std::endian::native == std::endian::little ? bytes << others >> others : bytes >> others << others;
}

/// Up to eight bytes, and zeros, where no more may be read. REQUIRES: 0 < size <= 8
inline uint64_t PaddedBytes(const char* bytes, size_t size) {
  uint64_t chunk = 0;
  if (std::endian::native != std::endian::little || size < 4) {
    std::memcpy(&chunk, bytes, 1);
    for (size_t i = 1; i < size; ++i) std::memcpy(reinterpret_cast<char*>(&chunk) + i, bytes + i, 1);
    return chunk;
  }
  uint32_t first = 0, last = 0;  // which overlap, as they did in the word
  std::memcpy(&first, bytes, 4);
  std::memcpy(&last, bytes + size - 4, 4);
  return first | uint64_t{last} << 8 * (size - 4);
}

/// The hash of one word by itself, which stands at the beginning of a text: most words take one look at eight bytes.
///
/// \param room  how many bytes the text has, the word among them
[[gnu::always_inline]] inline uint64_t WordHash(const char* bytes, size_t size, size_t room) {
  uint64_t hash = kHashSeed + size, chunk = 0;
  if (size == 0) return hash;
  for (; size > 8; size -= 8, room -= 8, bytes += 8) {
    std::memcpy(&chunk, bytes, 8);
    hash = MixedHash(hash, chunk);
  }
  if (room >= 8) {
    std::memcpy(&chunk, bytes, 8);
    return MixedHash(hash, FirstBytes(chunk, size));
  }
  return MixedHash(hash, PaddedBytes(bytes, size));
}
inline uint64_t WordHash(std::string_view word) { return WordHash(word.data(), word.size(), word.size()); }
/// The same of bytes [begin, end) of a text.
[[gnu::always_inline]] inline uint64_t WordHash(std::string_view text, size_t begin, size_t end) {
  return WordHash(text.data() + begin, end - begin, text.size() - begin);
}

/// The hash of a row of words with one more behind it. \param word  WordHash of it
inline uint64_t WithWord(uint64_t row, uint64_t word) {
  const uint64_t mixed = (row ^ word) * kReversedHashSeed;
  return mixed ^ mixed >> 32U;
}

inline constexpr size_t kSignatureBytes = 4;
/// Twelve bits of up to so many bytes.
inline uint32_t WordSignature(uint32_t bytes) { return bytes * 2654435761U >> 20U; }
/// The signature of the first bytes of the word at a place, whose end need not be known. REQUIRES: begin < text.size()
inline uint32_t FirstSignature(std::string_view text, size_t begin) {
  const size_t room = text.size() - begin;
  size_t size = 1;
  while (size < kSignatureBytes && size < room && ClassOf(text[begin + size]) != ByteClass::kOther) ++size;
  uint32_t bytes = 0;
  if (room < kSignatureBytes) {
    std::memcpy(&bytes, text.data() + begin, size);
  } else {
    std::memcpy(&bytes, text.data() + begin, kSignatureBytes);
    if (size < kSignatureBytes) bytes &= (uint32_t{1} << 8 * size) - 1;
  }
  return WordSignature(bytes);
}

/// The words of the phrases of many lexicons. Each of these has a bit, which their owner gave it.
class LexiconWords {
 public:
  struct Word {
    uint64_t hash = 0;   ///< WordHash
    uint64_t first = 0;  ///< of the lexicons that have phrases beginning with the word
    uint64_t last = 0;   ///< of those that have phrases ending with it
    uint64_t alone = 0;  ///< of those that have the word as a phrase
    uint64_t more = 0;   ///< of those that have phrases of it and other words
  };
  Word& Enter(uint64_t hash) { return words_.Enter(hash); }
  /// What is known of a word; one without any bits when it is in no phrase.
  const Word& Find(uint64_t hash) const { return words_.Find(hash); }

 private:
  HashTable<Word> words_;
};

/// A text in which many lexicons are asked for phrases: its words are found and hashed once. Made to be filled again
/// and again.
class WordRow {
 public:
  struct Word {
    uint32_t begin = 0, end = 0;  ///< bytes of the text
    bool joined = false;          ///< only blanks stand between it and the word before it, and some
    const LexiconWords::Word* known = nullptr;
  };

  /// Takes a text that, like the words of the lexicons, outlives the row. REQUIRES: less than 4 GB
  void Read(std::string_view text, const LexiconWords& lexicons);

  std::string_view text() const { return text_; }
  std::span<const Word> words() const { return {words_.data(), count_}; }
  /// The first word that begins at or behind a place, or the end of words().
  const Word* FirstFrom(size_t place) const {
    while (place < text_.size() && begins_[place] == 0) ++place;
    return place < text_.size() ? Number(begins_[place]) : words_.data() + count_;
  }
  /// The lexicons that have phrases beginning with one of the words.
  uint64_t firsts() const { return firsts_; }
  /// The first bytes of what is neither a word nor a space.
  const std::vector<uint32_t>& signs() const { return signs_; }
  /// Where letters stand behind digits, inside a word ("3cấp").
  const std::vector<uint32_t>& behind_digits() const { return behind_digits_; }
  /// The word that begins (ends) at a place, or null. REQUIRES: place <= text().size()
  const Word* BeginningAt(size_t place) const { return Number(begins_[place]); }
  const Word* EndingAt(size_t place) const { return Number(ends_[place]); }

 private:
  void Clear();
  const Word* Number(uint32_t number) const { return number == 0 ? nullptr : &words_[number - 1]; }

  std::string_view text_;
  std::vector<Word> words_;  // the first count_ of them; the others are room
  size_t count_ = 0;
  uint64_t firsts_ = 0;
  std::vector<uint32_t> signs_, behind_digits_;
  std::vector<uint32_t> begins_, ends_;  // of each byte: the number of the word that begins (ends) there, from 1 on
};

/// A set of phrases in normalised lower-case text. Words of a phrase are separated by blanks in the text.
class Lexicon {
 public:
  /// What is asked of a lexicon; a phrase takes half the room when only one is.
  enum class Look : uint8_t { kAt, kBefore, kBoth };
  explicit Lexicon(Look look = Look::kBoth) : look_(look) {}

  /// Adds a phrase; one that is there already keeps its value.
  void Add(std::string_view phrase, uint32_t value);

  /// Enters the words of all phrases under a bit, after which rows of these words can be asked about.
  void EnterWords(LexiconWords& all, unsigned bit);

  struct Hit {
    size_t end = 0;  ///< of the phrase in the text
    uint32_t value = 0;
  };
  /// The longest phrase whose first word starts at `position` and whose last word ends at a word's end.
  std::optional<Hit> LongestAt(std::string_view key, size_t position) const {
    if (position >= key.size() || !first_bytes_[static_cast<unsigned char>(key[position])]) return std::nullopt;
    return first_.Has(FirstSignature(key, position)) ? FindAt(key, position) : std::nullopt;
  }
  /// The same in the first `limit` bytes of a row. REQUIRES: EnterWords with the words of the row
  std::optional<Hit> LongestAt(const WordRow& row, size_t position, size_t limit) const {
    if (position >= limit) return std::nullopt;
    const WordRow::Word* word = row.BeginningAt(position);
    if (word == nullptr && ClassOf(row.text()[position]) == ByteClass::kOther) return std::nullopt;
    if (word != nullptr && !MayBeginWith(*word) && word->end <= limit) return std::nullopt;
    return LongestFrom(row, word, position, limit);
  }
  std::optional<Hit> LongestAt(const WordRow& row, size_t position) const {
    return LongestAt(row, position, row.text().size());
  }
  /// Whether a phrase may begin with a word of a row.
  bool MayBeginWith(const WordRow::Word& word) const { return (word.known->first & bit_) != 0; }
  /// Whether a phrase may begin with some word of a row, or behind the digits in one.
  bool MayBeginIn(const WordRow& row) const { return (row.firsts() & bit_) != 0 || !row.behind_digits().empty(); }
  bool IsAt(const WordRow& row, size_t position) const { return LongestAt(row, position).has_value(); }

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
  /// The same in a row from the byte `floor` on; nothing when `position` is before it.
  /// REQUIRES: EnterWords with the words of the row
  std::optional<HitBefore> LongestBefore(const WordRow& row, size_t position, size_t floor = 0) const {
    while (position > floor && row.text()[position - 1] == ' ') --position;
    if (position > floor && row.text()[position - 1] == '\n') position = BlanksBegin(row.text(), position);
    if (position <= floor || ClassOf(row.text()[position - 1]) == ByteClass::kOther) return std::nullopt;
    const WordRow::Word* word = row.EndingAt(position);
    if (word != nullptr && (word->known->last & bit_) == 0 && word->begin >= floor) return std::nullopt;
    return LongestTo(row, word, position, floor);
  }

  bool empty() const { return entries_.empty(); }

 private:
  struct Entry {
    uint64_t hash = 0;
    uint32_t value = 0;
    bool phrase = false;     // a phrase ends here
    bool continues = false;  // a longer phrase begins with this one
  };
  void AddReversed(std::string_view phrase, uint32_t value);
  static void Enter(Entry& entry, uint32_t value);

  /// A set of signatures of words, with false positives: most words are turned away before they are hashed.
  struct Signatures {
    std::array<uint64_t, 64> bits{};
    void Add(uint32_t signature) { bits[signature >> 6U] |= uint64_t{1} << (signature & 63U); }
    bool Has(uint32_t signature) const { return (bits[signature >> 6U] >> (signature & 63U) & 1U) != 0; }
  };
  void AddForward(std::string_view phrase, uint32_t value);
  bool IsPhrase(const WordRow::Word& word) const { return (word.known->alone & bit_) != 0; }
  // Whether the word stands in some phrase beside others.
  bool MayGoOnWith(const WordRow::Word& word) const { return (word.known->more & bit_) != 0; }
  // Whether a phrase of the words before may go on with this one, which stands behind them and may be cut by the limit.
  bool GoesOn(const WordRow& row, const WordRow::Word* next, size_t limit) const {
    return next != row.words().data() + row.words().size() && next->joined && next->begin < limit &&
           (MayGoOnWith(*next) || next->end > limit);
  }
  std::optional<Hit> FindAt(std::string_view key, size_t position) const;
  std::optional<HitBefore> FindBefore(std::string_view key, size_t end) const;
  std::optional<Hit> LongestFrom(const WordRow& row, const WordRow::Word* word, size_t position, size_t limit) const;
  std::optional<HitBefore> LongestTo(const WordRow& row, const WordRow::Word* word, size_t position,
                                     size_t floor) const;

  Look look_;
  uint64_t bit_ = 0;                                    // of this lexicon in LexiconWords
  std::vector<LexiconWords::Word> words_;               // of the phrases; all bits stand for this lexicon
  std::array<bool, 256> first_bytes_{}, last_bytes_{};  // of the phrases: what most places are turned away by
  Signatures first_, last_;                             // of the first words of the phrases, and of the last
  HashTable<Entry> entries_;  // by the words from the first on, and by those from the last on under a seed of their own
};

}  // namespace soat
