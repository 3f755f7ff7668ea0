// WordPattern.
#include "indicators/word_pattern.h"

#include <utility>

#include "indicators/tree_match.h"

namespace soat {

WordPattern::WordPattern(std::string pattern, bool whole, Vocabulary& vocabulary)
    : pattern_(std::move(pattern)), whole_(whole), tree_(ParseLabelPattern(pattern_)) {
  if (tree_) needed_ = NeededWords(*tree_, whole, vocabulary);
}

const RE2& WordPattern::Compiled() const {
  std::call_once(once_, [this] {
    RE2::Options options;
    options.set_log_errors(false);
    compiled_ = std::make_unique<const RE2>(pattern_, options);
  });
  return *compiled_;
}

bool WordPattern::Matches(std::string_view text) const {
  if (const std::optional<bool> told = tree_ ? TreeMatches(*tree_, text, whole_) : std::nullopt) return *told;
  const RE2& expression = Compiled();
  const re2::StringPiece piece(text.data(), text.size());
  return expression.ok() &&
         expression.Match(piece, 0, text.size(), whole_ ? RE2::ANCHOR_BOTH : RE2::UNANCHORED, nullptr, 0);
}

}  // namespace soat
