// Phrases that are cut off at an end of a label.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figures/hash_index.h"
#include "indicators/folded_text.h"

namespace soat {

/// A set of phrases; the longest one at an end of a text is found in one look per word. A comma behind a word of a
/// phrase belongs to that word.
class EdgePhrases {
 public:
  enum class End : uint8_t { kHead, kTail };
  EdgePhrases(const std::vector<std::string>& phrases, End end);

  /// How many words the longest phrase has that the text begins (ends) with, the whole text left out; 0 when none does.
  /// A comma behind the last word of a head tells nothing.
  size_t Longest(const std::vector<FoldedWord>& words) const;

 private:
  enum Mark : uint8_t { kPhrase = 1, kContinues = 2 };
  void Add(std::string_view phrase);
  uint8_t& MarksOf(uint64_t hash);
  uint8_t Marks(uint64_t hash) const;

  End end_;
  HashIndex index_;  // of the words of phrases and of their beginnings, from the end of the text on
  std::vector<uint8_t> marks_;
};

}  // namespace soat
