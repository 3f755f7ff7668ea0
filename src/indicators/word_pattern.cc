// WordPattern.
#include "indicators/word_pattern.h"

#include <utility>

#include "rules/pattern_tree.h"

namespace soat {

WordPattern::WordPattern(std::string pattern, bool whole, Vocabulary& vocabulary)
    : expression_(std::move(pattern), false), whole_(whole) {
  const std::optional<PatternTree> tree = ParsePattern(expression_.pattern());
  if (!tree) return;
  tree_.emplace(*tree);
  needed_ = NeededWords(*tree, whole, vocabulary);
}

bool WordPattern::Matches(std::string_view text) const {
  if (const std::optional<bool> told = tree_ ? tree_->Matches(text, whole_) : std::nullopt) return *told;
  const RE2& expression = expression_.Get();
  return expression.ok() &&
         expression.Match(Piece(text), 0, text.size(), whole_ ? RE2::ANCHOR_BOTH : RE2::UNANCHORED, nullptr, 0);
}

}  // namespace soat
