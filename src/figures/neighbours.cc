// PatternsAhead, PatternsBefore: automata, and RE2 for what these cannot read.
#include "figures/neighbours.h"

#include <algorithm>
#include <array>

#include "text/byte_classes.h"

namespace soat {
namespace {

// More patterns than that are left to RE2.
constexpr size_t kMostPatterns = 64;

// One expression that matches where any of the patterns does.
std::string Any(const std::vector<std::string>& patterns) {
  std::string any;
  for (const std::string& pattern : patterns) any += (any.empty() ? "(?:" : "|(?:") + pattern + ")";
  return any;
}

// Whether all patterns could be added.
bool AddAll(const std::vector<std::string>& patterns, Automaton& automaton) {
  bool all = patterns.size() <= kMostPatterns;
  for (const std::string& pattern : patterns) all = all && automaton.Add(pattern);
  automaton.Prepare();
  return all;
}

template <typename Matcher>
std::unique_ptr<const Matcher> Made(const std::vector<std::string>& patterns) {
  auto matcher = std::make_unique<Matcher>();
  matcher->whole = AddAll(patterns, matcher->automaton);
  return matcher;
}

// A match that ends before `end` begins in the middle of a word.
bool SplitsWord(std::string_view text, size_t begin) { return IsLetterAt(text, begin) && IsLetterBefore(text, begin); }

}  // namespace

PatternsAhead::PatternsAhead(std::vector<std::string> patterns)
    : patterns_(std::move(patterns)), expression_(Any(patterns_), false) {}

bool PatternsAhead::AnyAt(std::string_view text, size_t begin) const {
  const Matcher& matcher = *matcher_.Get([this](auto& made) { made = Made<Matcher>(patterns_); });
  const std::string_view window = WindowAt(text, begin);
  const auto answer = matcher.whole ? matcher.automaton.MatchesAny(window) : Automaton::Answer::kUnknown;
  if (answer != Automaton::Answer::kUnknown) return answer == Automaton::Answer::kYes;
  return expression_.Get().Match(Piece(window), 0, window.size(), RE2::ANCHOR_START, nullptr, 0);
}

PatternsBefore::PatternsBefore(std::vector<std::string> patterns) : patterns_(std::move(patterns)) {
  expressions_.reserve(patterns_.size());
  for (const std::string& pattern : patterns_) {
    expressions_.push_back(std::make_unique<LazyExpression>("(?:" + pattern + ")\\z", true));
  }
}

// Of each pattern the longest match alone has to begin at the edge of a word.
bool PatternsBefore::AnyBefore(std::string_view text, size_t end) const {
  const Matcher& matcher = *matcher_.Get([this](auto& made) { made = Made<Matcher>(patterns_); });
  if (!matcher.whole) return AskExpressions(text, end);
  constexpr uint32_t kNone = UINT32_MAX;
  std::array<uint32_t, kMostPatterns> longest;
  std::fill_n(longest.begin(), patterns_.size(), kNone);
  const bool known = matcher.automaton.ForEachMatch(
      WindowBefore(text, end), [&](uint32_t pattern, size_t size) { longest[pattern] = static_cast<uint32_t>(size); });
  if (!known) return AskExpressions(text, end);
  return std::any_of(longest.begin(), longest.begin() + static_cast<ptrdiff_t>(patterns_.size()),
                     [&](uint32_t size) { return size != kNone && !SplitsWord(text, end - size); });
}

bool PatternsBefore::AskExpressions(std::string_view text, size_t end) const {
  const std::string_view window = WindowBefore(text, end);
  for (const auto& expression : expressions_) {
    re2::StringPiece found;
    if (!expression->Get().Match(Piece(window), 0, window.size(), RE2::UNANCHORED, &found, 1)) continue;
    if (!SplitsWord(text, end - found.size())) return true;
  }
  return false;
}

}  // namespace soat
