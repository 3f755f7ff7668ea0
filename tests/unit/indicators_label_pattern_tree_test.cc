#include <doctest/doctest.h>
#include <re2/re2.h>

#include <string>
#include <vector>

#include "indicators/label_folder.h"
#include "indicators/label_pattern_tree.h"
#include "indicators/necessary_words.h"
#include "indicators/tree_match.h"
#include "soat/rule.h"

namespace soat {
namespace {

std::string Needed(const char* pattern, bool whole = true) {
  const auto tree = ParseLabelPattern(pattern);
  if (!tree) return "not understood";
  std::string needed;
  for (const auto& group : NecessaryWords(*tree, whole)) {
    std::string words;
    for (const std::string_view word : group) (words += words.empty() ? "" : "|").append(word);
    (needed += needed.empty() ? "" : " ") += words;
  }
  return needed;
}

TEST_CASE("a pattern needs the words that each of its matches has") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"hồ sơ tiếp nhận", "hồ sơ tiếp nhận"},
      {"(?:tổng số |số )*giếng", "giếng"},         // what may be left out is not needed
      {"giếng(?: nước)?", "giếng"},                // what may follow begins another word
      {"giếng(?:nước)?", ""},                      // or goes on with this one
      {"(?:nước)?giếng", ""},                      //
      {"gie*ng sâu", "sâu"},                       // a letter that may come again
      {"gi(?:ế|e)ng sâu", "sâu"},                  // a word in pieces
      {"gi[eê]ng sâu", "not understood"},          //
      {"gi[en]ng sâu", "sâu"},                     //
      {"giếng.sâu", ""},                           // any letter may stand between
      {"giếng sâu.*", "giếng"},                    //
      {"giếng(?: .*)? sâu", "giếng sâu"},          //
      {"(?:đào|khoan) giếng", "đào|khoan giếng"},  // one of several
      {"(?:đào|khoan )giếng", ""},                 // "đàogiếng"
      {"(?:đào|.*) giếng", "giếng"},               // one of which needs nothing
      {"đào giếng|khoan sâu", "đào|khoan"},        //
      {"đào giếng|", ""},                          //
      {"(?:giếng ){2,3}sâu", "giếng sâu"},         //
      {"(?:giếng ){0,3}sâu", "sâu"},               //
      {"(?:giếng)+", ""},                          // "giếnggiếng"
      {"(?:giếng )+", "giếng"},                    //
      {"giếng{2}", ""},                            // of the letter alone
      {"mức độ [0-9]", "mức độ"},                  //
      {"mức độ[0-9]", "mức"},                      //
      {"người/năm", "người năm"},                  //
      {"giếng\\.? sâu", "giếng sâu"},              // an escaped sign is that sign
      {"giếng\\d", ""},                            //
      {"giếng,? sâu", "giếng sâu"},                //
      {"(giếng)(?P<name> sâu)", "giếng sâu"},      //
      {"(?i)GIENG", "not understood"},             // letters of either case
      {"gi\\x{1EBF}ng", "not understood"},         //
      {"\\pL+ sâu", "not understood"},             //
      {"giếng \\bsâu", "not understood"},          //
      {"\\Qgiếng\\E", "not understood"},           //
      {"giếng)", "not understood"},                //
      {"", ""},
  };
  for (const auto& [pattern, needed] : cases) {
    CAPTURE(pattern);
    CHECK(Needed(pattern) == needed);
  }
}

TEST_CASE("within a text only words count of which both ends are seen") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"giếng", ""},
      {"giếng sâu khoan", "sâu"},
      {"^giếng sâu", "giếng"},
      {"giếng sâu$", "sâu"},
      {"(?:^|, )(?:một|nhiều) giếng", "một|nhiều"},
      {"(?:^|,)?giếng sâu$", "sâu"},
      {"giếng(?: [^ ]+){0,3}$", ""},
      {" giếng(?: [^ ]+){0,3}$", "giếng"},
      {" giếng(?:$|,)", "giếng"},
  };
  for (const auto& [pattern, needed] : cases) {
    CAPTURE(pattern);
    CHECK(Needed(pattern, false) == needed);
  }
}

bool Re2Matches(const std::string& pattern, const std::string& text, bool whole) {
  return whole ? RE2::FullMatch(text, pattern) : RE2::PartialMatch(text, pattern);
}

void CheckLikeRe2(const std::string& pattern, const std::string& text) {
  const auto tree = ParseLabelPattern(pattern);
  REQUIRE(tree.has_value());
  for (const bool whole : {true, false}) {
    const std::optional<bool> told = TreeMatches(*tree, text, whole);
    CAPTURE(pattern);
    CAPTURE(text);
    CAPTURE(whole);
    REQUIRE(told.has_value());
    CHECK(*told == Re2Matches(pattern, text, whole));
  }
}

TEST_CASE("a pattern matches by its tree what RE2 matches") {
  const std::vector<std::string> patterns = {
      "a|ab|abc",
      "(?:a|ab)(?:c|bcd)",
      "(?:a?b?)*c",
      "(?:a*)*b",
      "a{2,3}b",
      "(?:ab){2}",
      "a{2,}",
      "[^ ]+ b",
      "[0-9a]{1,2}\\d?x",
      ".*b.*c",
      "^a",
      "b$",
      "(?:^|, )b",
      "a(?:$|,)",
      "ế.b",
      "[^a]b",
      "(?:.*,)? ?b",
      "(?:a|b)*?abb",
      "",
      "a||b",
      "(?:)",
      "\\.\\*\\(a\\)",
      "[]a]b",
      "[a-c-]+",
      "a{,2}",
      "a{",
      "(?:a{0,2}){2}b",
      "[^\\s]b",
      "\\w+\\s\\w+",
      "(?:[^ ]+ ){0,2}$",
  };
  const std::vector<std::string> texts = {
      "",    "a",     "b",     "ab",   "abc",  "abcd",   "aab",  "aaab", "abab",  "ababb",   "ế b",     "ếb",
      "ếếb", "x ế b", "a b",   "a,b",  "a, b", "12x",    "a1x",  "1x",   ".*(a)", "]b",      "a-c",     "a{,2}",
      "a{",  "aa",    "a b c", "b, b", "c b",  "ab, ac", "abbb", "ộ",    "ộộ c",  "b c d e", "a b, bc",
  };
  for (const std::string& pattern : patterns) {
    for (const std::string& text : texts) CheckLikeRe2(pattern, text);
  }
}

TEST_CASE("the patterns of the indicators match by their trees what RE2 matches") {
  const RuleSet rules = LoadRules(EmbeddedRules()).rules;
  const LabelFolder folder(rules.labels);
  size_t matched = 0;
  for (const Indicator& indicator : rules.indicators) {
    std::vector<std::string> patterns = indicator.patterns;
    for (const auto* more : {&indicator.patterns_under, &indicator.under, &indicator.before, &indicator.never})
      patterns.insert(patterns.end(), more->begin(), more->end());
    for (const std::string& pattern : patterns) {
      for (const IndicatorExample& example : indicator.examples) {
        const std::string label = folder.Fold(example.label, "");
        CheckLikeRe2(pattern, label);
        matched += Re2Matches(pattern, label, true) ? 1 : 0;
      }
    }
  }
  CHECK(matched > rules.indicators.size());
}

TEST_CASE("a match that takes too long is left to an automaton") {
  const auto tree = ParseLabelPattern("(?:a|a)*(?:a|a)*(?:a|a)*b");
  REQUIRE(tree.has_value());
  CHECK_FALSE(TreeMatches(*tree, std::string(64, 'a'), true).has_value());
  CHECK(TreeMatches(*tree, "aab", true) == true);
}

}  // namespace
}  // namespace soat
