// A line in which many lists of phrases are looked for at once.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figures/hash_index.h"
#include "text/byte_classes.h"

namespace soat {

/// The phrases of many lists, each of which has a bit.
class PhraseLists {
 public:
  /// The bit that lists share: where it stands, a phrase of one of them does.
  static constexpr uint64_t kShared = uint64_t{1} << 63U;

  /// How a list is asked for: whether its phrases stand in a part of a row, or at the end of a text.
  enum class Place : uint8_t { kIn, kEnd };

  /// Enters a list to be asked for at ends of texts. \return its bit among these; lists entered late share one
  uint64_t EnterEnds(const std::vector<std::string>& phrases);
  /// The bits of those of which phrases may stand at the end of a text, signs and blanks behind them left out.
  uint64_t EndsOf(std::string_view text) const;

  /// Enters a list. \return its bit, which is kShared when no other is left
  uint64_t Enter(const std::vector<std::string>& phrases);
  void EnterShared(const std::vector<std::string>& phrases) { Enter(phrases, kShared); }

  /// What stands at a place.
  struct Hit {
    uint64_t lists = 0;  ///< the bits of those with a phrase that begins there
    size_t end = 0;      ///< of the longest of the phrases
  };
  /// A word, told from most others. REQUIRES: it is not empty
  static uint32_t SignatureOf(std::string_view word) {
    const auto byte = [word](size_t at) { return static_cast<uint32_t>(static_cast<unsigned char>(word[at])); };
    return byte(0) + byte(word.size() / 2) * 37U + byte(word.size() - 1) * 331U;
  }
  /// Whether phrases may be a word, or may begin with two words. \param first, second  their signatures
  bool MayBe(uint32_t first) const { return words_[first % kWords]; }
  bool MayBeginWith(uint32_t first, uint32_t second) const { return word_pairs_[PairOf(first, second)]; }
  /// \param word  the end of the word that begins at `begin`
  Hit At(std::string_view text, size_t begin, size_t word) const;

 private:
  struct Entry {
    uint64_t lists = 0;      // a phrase of each of these ends here
    bool continues = false;  // a longer phrase begins with this one
  };
  Entry& EntryOf(uint64_t hash);
  void Enter(const std::vector<std::string>& phrases, uint64_t list);
  void Enter(std::string_view phrase, uint64_t list);
  static constexpr unsigned kPairs = 4096;
  static unsigned PairOf(char before, char last) {
    return (37U * static_cast<unsigned char>(before) + static_cast<unsigned char>(last)) % kPairs;
  }
  void EnterLastPair(std::string_view word);
  void EnterBeginning(std::string_view phrase);
  static constexpr unsigned kWords = 4096, kWordPairs = 16384;
  static unsigned PairOf(uint32_t first, uint32_t second) { return (first * 89U + second) % kWordPairs; }

  HashIndex index_;  // of the rows of words with which phrases begin
  std::vector<Entry> entries_;
  std::bitset<kWords> words_;           // the signatures of phrases of one word
  std::bitset<kWordPairs> word_pairs_;  // those of the first two words of the others
  unsigned count_ = 0;
  std::bitset<kPairs>
      last_pairs_;        // bytes with which texts may end: most others are turned away before they are hashed
  HashIndex last_words_;  // of the lists that are asked for at ends
  std::vector<uint64_t> last_lists_;  // by last word
  unsigned end_count_ = 0;
};

/// A line with the phrases of all lists that stand in it. Made to be filled again and again.
class PhraseRow {
 public:
  struct Place {
    uint32_t begin = 0, end = 0;  ///< in the line: of the longest of the phrases that begin there
    uint64_t lists = 0;           ///< the bits of their lists
  };

  /// \param all  outlives the row
  explicit PhraseRow(const PhraseLists& all) : all_(&all) {}

  /// Takes a line that outlives what is asked of the row. REQUIRES: less than 4 GB
  void Read(const std::string& line);

  const PhraseLists& all() const { return *all_; }
  std::string_view line() const { return line_; }
  /// The bits of the lists of which phrases stand in the line.
  uint64_t lists() const { return lists_; }
  /// The first place at `begin` or behind it; behind the last one stands one that begins behind every line.
  const Place* FirstFrom(size_t begin) const {
    return &*std::lower_bound(places_.begin(), places_.end() - 1, begin,
                              [](const Place& place, size_t at) { return place.begin < at; });
  }
  /// A word of the line goes on over a place.
  bool CutsWord(size_t place) const {
    return place > 0 && place < line_.size() && ClassOf(line_[place]) != ByteClass::kOther &&
           ClassOf(line_[place - 1]) != ByteClass::kOther;
  }

 private:
  void AddPlace(size_t begin, size_t word);

  const PhraseLists* all_;
  std::string_view line_;
  std::vector<Place> places_ = {{UINT32_MAX, 0, 0}};  // in order
  uint64_t lists_ = 0;
};

}  // namespace soat
