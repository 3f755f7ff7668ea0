// Patterns over folded texts: tried only where a text has the words that they need, and without an automaton as a rule.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "figures/expression.h"
#include "indicators/tree_match.h"
#include "indicators/vocabulary.h"

namespace soat {

/// A pattern as RE2 defines it. Const and thread-safe after it is made.
class WordPattern {
 public:
  /// \param whole  it matches a text as a whole, else within it
  WordPattern(std::string pattern, bool whole, Vocabulary& vocabulary);

  /// What a text must have: to be asked first.
  const NeededWords& needed() const { return needed_; }
  bool Matches(std::string_view text) const;

  /// What RE2 has against it; empty: nothing.
  const std::string& error() const { return expression_.Get().error(); }

 private:
  const LazyExpression expression_;  // asked for the rare pattern that is not understood, or that takes too long
  const bool whole_;
  std::optional<MatchTree> tree_;  // of the expression's pattern
  NeededWords needed_;
};

}  // namespace soat
