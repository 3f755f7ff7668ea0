// Patterns for what stands directly before or behind a place.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "figures/automaton.h"
#include "figures/expression.h"
#include "figures/lazy.h"

namespace soat {

/// Patterns of which one matches or none, beginning at a place. Thread-safe.
class PatternsAhead {
 public:
  explicit PatternsAhead(std::vector<std::string> patterns);
  bool empty() const { return patterns_.empty(); }
  bool AnyAt(std::string_view text, size_t begin) const;
  /// The expression that RE2 has to understand; nothing is in it when there are no patterns.
  const LazyExpression& expression() const { return expression_; }

 private:
  struct Matcher {
    Automaton automaton;
    bool whole = true;  // all patterns are in the automaton
  };
  const std::vector<std::string> patterns_;
  const LazyExpression expression_;               // any of them
  Lazy<std::unique_ptr<const Matcher>> matcher_;  // large, and most patterns are never needed
};

/// Patterns of which one matches or none, ending at a place and beginning at the edge of a word. Thread-safe.
class PatternsBefore {
 public:
  explicit PatternsBefore(std::vector<std::string> patterns);
  bool empty() const { return patterns_.empty(); }
  bool AnyBefore(std::string_view text, size_t end) const;
  /// The expressions that RE2 has to understand.
  const std::vector<std::unique_ptr<LazyExpression>>& expressions() const { return expressions_; }

 private:
  struct Matcher {
    Automaton automaton{Automaton::Direction::kBackward};
    bool whole = true;
  };
  bool AskExpressions(std::string_view text, size_t end) const;

  const std::vector<std::string> patterns_;
  std::vector<std::unique_ptr<LazyExpression>> expressions_;  // each of them, up to the end of the text
  Lazy<std::unique_ptr<const Matcher>> matcher_;              // large, and most patterns are never needed
};

}  // namespace soat
