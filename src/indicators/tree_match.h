// Whether a pattern matches a short text, by trying.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_tree.h"

namespace soat {

/// A pattern's tree in few bytes that lie side by side: matching waits for memory more than for anything else.
class MatchTree {
 public:
  /// Takes what it needs of the tree.
  explicit MatchTree(const PatternTree& tree);

  /// Whether the pattern matches a text as a whole, or within it. Empty when that takes too many steps to tell: an
  /// automaton has to. REQUIRES: text is well-formed UTF-8
  std::optional<bool> Matches(std::string_view text, bool whole) const;

 private:
  friend class TreeMatcher;
  struct Node {
    PatternTree::Kind kind = PatternTree::Kind::kNothing;
    char first = 0, first_inside = 0;  // as in PatternTree
    char last = 0;                     // kText: the last byte
    uint32_t begin = 0, count = 0;     // of its bytes in texts_, its ranges, or its parts in nodes_
    uint32_t least = 0, most = 0;      // kRepeat
  };
  void Fill(size_t node, const PatternTree& tree);

  std::vector<Node> nodes_;  // the whole first; the parts of each side by side
  std::vector<CharacterRange> ranges_;
  std::string texts_;
};

}  // namespace soat
