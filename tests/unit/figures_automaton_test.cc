#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "figures/automaton.h"
#include "soat/reader.h"
#include "soat/rule.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kNone = SIZE_MAX;

/// The lengths of the matches of every pattern, in the order in which they are visited.
std::vector<std::vector<size_t>> Sizes(const Automaton& automaton, size_t patterns, std::string_view text) {
  std::vector<std::vector<size_t>> sizes(patterns);
  CHECK(automaton.ForEachMatch(text, [&](uint32_t pattern, size_t size) { sizes[pattern].push_back(size); }));
  return sizes;
}

size_t Longest(const Automaton& automaton, std::string_view text, Automaton::Place from = {}) {
  size_t longest = kNone;
  CHECK(automaton.ForEachMatch(
      text, [&](uint32_t, size_t size) { longest = size; }, from));
  return longest;
}

RE2::Options Longest() {
  RE2::Options options;
  options.set_longest_match(true);
  return options;
}

/// What RE2 says of the longest match at the beginning of the text (backward: at its end).
size_t LongestOfRe2(const RE2& expression, std::string_view text, bool forward) {
  re2::StringPiece found;
  const bool any = expression.Match({text.data(), text.size()}, 0, text.size(),
                                    forward ? RE2::ANCHOR_START : RE2::UNANCHORED, &found, 1);
  return any ? found.size() : kNone;
}

/// How often a search that begins behind some bytes of the text finds something else than one from the beginning.
int CountDifferencesBehind(const Automaton& automaton, std::string_view text) {
  int differences = 0;
  for (size_t size = 1; size <= std::min<size_t>(text.size(), 8); ++size) {
    const Automaton::Place place = automaton.Behind(text.substr(0, size));
    if (Longest(automaton, text, place) != Longest(automaton, text)) ++differences;
  }
  return differences;
}

/// Compares the automaton with RE2, and its searches with each other, at every character of the texts.
int CountDifferences(const std::string& pattern, bool forward, const std::vector<std::string>& texts) {
  Automaton automaton(forward ? Automaton::Direction::kForward : Automaton::Direction::kBackward);
  if (!automaton.Add(pattern)) return 0;
  automaton.Prepare();
  const RE2 expression(forward ? pattern : "(?:" + pattern + ")\\z", Longest());
  int differences = 0;
  for (const std::string& text : texts) {
    for (size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && ClassOf(text[at]) == ByteClass::kContinuation) continue;
      const std::string_view part = forward ? std::string_view(text).substr(at) : std::string_view(text).substr(0, at);
      if (Longest(automaton, part) != LongestOfRe2(expression, part, forward)) ++differences;
      differences += CountDifferencesBehind(automaton, part);
    }
  }
  return differences;
}

std::vector<std::string> TextsOf(const FigureRule& rule) {
  std::vector<std::string> texts;
  for (const RuleExample& example : rule.examples) {
    const std::string text = NormaliseText(example.text);
    texts.push_back(rule.case_sensitive ? text : LowerCase(text));
  }
  return texts;
}

}  // namespace

TEST_CASE("every match of every pattern is visited, shorter ones first") {
  Automaton automaton;
  CHECK(automaton.Add("a+b?"));
  CHECK(automaton.Add("(?:ab|abc)$"));
  CHECK(automaton.Add("x*"));
  automaton.Prepare();
  CHECK(Sizes(automaton, 3, "aab") == std::vector<std::vector<size_t>>{{1, 2, 3}, {}, {0}});
  CHECK(Sizes(automaton, 3, "ab") == std::vector<std::vector<size_t>>{{1, 2}, {2}, {0}});
  CHECK(Sizes(automaton, 3, "") == std::vector<std::vector<size_t>>{{}, {}, {0}});
}

TEST_CASE("backward, matches end where the text ends") {
  Automaton automaton(Automaton::Direction::kBackward);
  CHECK(automaton.Add("(?:^|\\n|số) ?"));
  automaton.Prepare();
  CHECK(Longest(automaton, "công văn số ") == 5);
  CHECK(Longest(automaton, "văn bản\n ") == 2);
  CHECK(Longest(automaton, " ") == 1);
  CHECK(Longest(automaton, "a ") == kNone);
}

TEST_CASE("a search goes on behind the bytes with which the text begins, where nothing has matched") {
  Automaton automaton;
  CHECK(automaton.Add("năm [0-9]+"));
  CHECK(automaton.Add("năm(?: học)?"));
  automaton.Prepare();
  CHECK(automaton.Behind("nă").size == 3);
  CHECK(automaton.Behind("năm").size == 0);  // the second pattern matches there
  CHECK(automaton.Behind("nắ").size == 0);   // nothing matches there
  CHECK(Longest(automaton, "năm 2023", automaton.Behind("nă")) == 9);
  CHECK(Longest(automaton, "nă", automaton.Behind("nă")) == kNone);
}

TEST_CASE("whether any pattern matches") {
  Automaton automaton;
  CHECK(automaton.Add(" ?%"));
  CHECK(automaton.Add("[.,][0-9]"));
  CHECK(automaton.Add("/$"));
  automaton.Prepare();
  for (const std::string_view text : {"% và", " %", ",5", "/"})
    CHECK(automaton.MatchesAny(text) == Automaton::Answer::kYes);
  for (const std::string_view text : {"", ",a", "/a", "  %"})
    CHECK(automaton.MatchesAny(text) == Automaton::Answer::kNo);
  Automaton none;
  none.Prepare();
  CHECK(none.MatchesAny("a") == Automaton::Answer::kNo);
}

TEST_CASE("patterns with too many states are refused, or given up while they match") {
  Automaton automaton;
  CHECK(!automaton.Add("a{1,100}b"));
  CHECK(!automaton.Add("\\bđạt"));
  CHECK(automaton.Add(".*a.{14}"));
  automaton.Prepare();
  std::string text;
  uint32_t random = 1;
  for (int i = 0; i < 60000; ++i) {
    random = random * 1664525U + 1013904223U;
    text += (random >> 30U) % 2 == 0 ? 'a' : 'b';
  }
  CHECK(!automaton.ForEachMatch(text, [](uint32_t, size_t) {}));
  CHECK(automaton.MatchesAny(text.substr(0, 20)) != Automaton::Answer::kNo);
}

TEST_CASE("a relaxed pattern matches wherever the pattern does") {
  const auto tree = ParsePattern("[0-9]{1,2} [A-Z][^;]{1,100}(?: [0-9]+){2}$");
  REQUIRE(tree);
  Automaton automaton;
  CHECK(!automaton.Add(*tree));
  REQUIRE(automaton.AddRelaxed(*tree));
  automaton.Prepare();
  for (const std::string& text : {std::string("12 Xa An 5 7"), "1 B" + std::string(100, 'b') + " 5 7"})
    CHECK(automaton.MatchesAny(text) == Automaton::Answer::kYes);
  CHECK(automaton.MatchesAny("1 B" + std::string(101, 'b') + " 5 7") == Automaton::Answer::kYes);  // elsewhere, too
  for (const std::string_view text : {"12 xa an 5 7", "12 Xa An 5", "12 Xa; An 5 7", "123 Xa An 5 7"})
    CHECK(automaton.MatchesAny(text) == Automaton::Answer::kNo);
}

TEST_CASE("automata say of the embedded rules what RE2 says") {
  const RuleLoad load = LoadRules(EmbeddedRules());
  REQUIRE(load.errors.empty());
  for (const FigureRule& rule : load.rules.figure_rules) {
    CAPTURE(rule.id);
    const std::vector<std::string> texts = TextsOf(rule);
    if (!rule.quantity) CHECK(CountDifferences(rule.pattern, true, texts) == 0);
    for (const auto* patterns : {&rule.never, &rule.after, &rule.not_after}) {
      for (const std::string& pattern : *patterns) CHECK(CountDifferences(pattern, true, texts) == 0);
    }
    for (const auto* patterns : {&rule.before, &rule.not_before}) {
      for (const std::string& pattern : *patterns) CHECK(CountDifferences(pattern, false, texts) == 0);
    }
  }
}

}  // namespace soat
