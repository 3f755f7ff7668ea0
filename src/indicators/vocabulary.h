// The words that patterns need, and which of them a text has.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "figures/hash_index.h"
#include "indicators/folded_text.h"
#include "rules/pattern_tree.h"

namespace soat {

/// Which words of a vocabulary a text has. Made to be filled again and again.
struct KnownWords {
  std::vector<uint32_t> words;  ///< their numbers, in the order of the text
  std::vector<uint64_t> bits;   ///< one for each number
  uint64_t signature = 0;       ///< BitOf of all of them
  static uint64_t BitOf(uint32_t word) { return uint64_t{1} << word % 64; }
  bool Has(uint32_t word) const { return (bits[word / 64] & BitOf(word)) != 0; }
};

/// Numbers for words, from 0 on.
class Vocabulary {
 public:
  uint32_t NumberOf(std::string_view word);  ///< a new one for a word that is new
  void Find(const std::vector<FoldedWord>& text, KnownWords& known) const;

 private:
  void Take(uint64_t hash, KnownWords& known) const;

  HashIndex index_;
  uint32_t size_ = 0;
};

/// What a text must have: of each group one word. Nothing when there are no groups.
class NeededWords {
 public:
  NeededWords() = default;
  /// \param tree, whole  as in NecessaryWords
  NeededWords(const PatternTree& tree, bool whole, Vocabulary& vocabulary);

  bool AreIn(const KnownWords& text) const;
  /// Calls visit(words) for each group.
  template <typename Visit>
  void ForEachGroup(Visit visit) const {
    for (size_t at = 0; at < groups_.size(); at += 1 + groups_[at])
      visit(std::span<const uint32_t>(groups_).subspan(at + 1, groups_[at]));
  }

 private:
  std::vector<uint32_t> groups_;  // one behind the other: its size, its words
};

}  // namespace soat
