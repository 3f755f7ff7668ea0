// WordPattern.
#include "indicators/word_pattern.h"

#include <utility>

namespace soat {
namespace {

using Kind = PatternTree::Kind;

PatternTree Leaf(Kind kind) {
  PatternTree leaf;
  leaf.kind = kind;
  return leaf;
}

// Any characters, as many as there are.
PatternTree Anything() {
  PatternTree any = Leaf(Kind::kRepeat);
  any.most = PatternTree::kUnlimited;
  any.parts.push_back(Leaf(Kind::kCharacter));
  any.parts.front().characters.push_back({0, 0x10FFFF});
  return any;
}

// What matches at the beginning of a text when the pattern matches the text, or within it.
PatternTree FromTheBeginning(const PatternTree& tree, bool whole) {
  PatternTree sequence = Leaf(Kind::kSequence);
  if (!whole) sequence.parts.push_back(Anything());
  sequence.parts.push_back(tree);
  if (whole) sequence.parts.push_back(Leaf(Kind::kTextEnd));
  return sequence;
}

}  // namespace

WordPattern::WordPattern(std::string pattern, bool whole, Vocabulary& vocabulary)
    : expression_(std::move(pattern), false), whole_(whole), tree_(ParsePattern(expression_.pattern())) {
  if (tree_) needed_ = NeededWords(*tree_, whole, vocabulary);
}

const WordPattern::Matcher& WordPattern::Compiled() const {
  return matcher_.Get([this](Matcher& made) {
    made.understood = tree_ && made.automaton.Add(FromTheBeginning(*tree_, whole_));
    if (made.understood) made.automaton.Prepare();
  });
}

bool WordPattern::Matches(std::string_view text) const {
  const Matcher& matcher = Compiled();
  const auto answer = matcher.understood ? matcher.automaton.MatchesAny(text) : Automaton::Answer::kUnknown;
  if (answer != Automaton::Answer::kUnknown) return answer == Automaton::Answer::kYes;
  const RE2& expression = expression_.Get();
  return expression.ok() &&
         expression.Match(Piece(text), 0, text.size(), whole_ ? RE2::ANCHOR_BOTH : RE2::UNANCHORED, nullptr, 0);
}

}  // namespace soat
