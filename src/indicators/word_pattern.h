// Patterns over folded texts: tried only where a text has the words that they need.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "figures/automaton.h"
#include "figures/expression.h"
#include "figures/lazy.h"
#include "indicators/vocabulary.h"
#include "rules/pattern_tree.h"

namespace soat {

/// A pattern as RE2 defines it. Const and thread-safe after it is made.
class WordPattern {
 public:
  /// \param whole  it matches a text as a whole, else within it
  WordPattern(std::string pattern, bool whole, Vocabulary& vocabulary);

  /// What a text must have.
  const NeededWords& needed() const { return needed_; }

  /// \param known  of a text; `text` is Joined of its words, or of some
  bool Matches(const KnownWords& known, std::string_view text) const { return needed_.AreIn(known) && Matches(text); }
  /// The same of any text.
  bool Matches(std::string_view text) const;

  /// What RE2 has against it; empty: nothing.
  const std::string& error() const { return expression_.Get().error(); }

 private:
  struct Matcher {
    Automaton automaton;
    bool understood = false;
  };
  const Matcher& Compiled() const;

  const LazyExpression expression_;  // asked for the rare pattern that the automaton does not understand
  const bool whole_;
  const std::optional<PatternTree> tree_;  // of the expression's pattern
  NeededWords needed_;
  Lazy<Matcher> matcher_;
};

}  // namespace soat
