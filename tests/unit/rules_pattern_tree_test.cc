#include <doctest/doctest.h>
#include <re2/re2.h>

#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "figures/byte_ranges.h"
#include "indicators/label_folder.h"
#include "indicators/necessary_words.h"
#include "indicators/tree_match.h"
#include "rules/pattern_tree.h"
#include "soat/rule.h"

namespace soat {
namespace {

using Kind = PatternTree::Kind;

std::string Shown(uint32_t low, uint32_t high) {
  std::ostringstream shown;
  shown << std::hex << std::uppercase << low;
  if (high != low) shown << '-' << high;
  return shown.str();
}

/// The tree in one line: characters as hexadecimal ranges, repetitions as {least,most}.
std::string Shown(const PatternTree& tree) {
  std::string parts;
  for (const PatternTree& part : tree.parts) {
    parts += (parts.empty() ? "" : tree.kind == Kind::kChoice ? "|" : " ") + Shown(part);
  }
  for (const CharacterRange range : tree.characters) parts += (parts.empty() ? "" : ",") + Shown(range.low, range.high);
  const std::string name = tree.name.empty() ? std::string() : std::string(tree.name) + ":";
  switch (tree.kind) {
    case Kind::kNothing:
      return name + "nothing";
    case Kind::kCharacter:
      return name + "[" + parts + "]";
    case Kind::kText:
      return name + "'" + std::string(tree.text) + "'";
    case Kind::kTextBegin:
      return name + "begin";
    case Kind::kTextEnd:
      return name + "end";
    case Kind::kRepeat: {
      const bool open = tree.most == PatternTree::kUnlimited;
      return name + parts + "{" + std::to_string(tree.least) + "," + (open ? "" : std::to_string(tree.most)) + "}";
    }
    case Kind::kSequence:
    case Kind::kChoice:
      return name + "(" + parts + ")";
  }
  return {};
}

std::string Read(std::string_view pattern) {
  const auto tree = ParsePattern(pattern);
  return tree ? Shown(*tree) : "unknown";
}

/// The bytes of a class of characters, as hexadecimal ranges.
std::string Bytes(std::string_view pattern) {
  const auto tree = ParsePattern(pattern);
  REQUIRE(tree.has_value());
  std::string bytes;
  for (const ByteSequence& sequence : ByteSequences(tree->characters)) {
    bytes += bytes.empty() ? "" : "|";
    for (size_t i = 0; i < sequence.size; ++i)
      (bytes += i == 0 ? "" : " ") += Shown(sequence.ranges[i].low, sequence.ranges[i].high);
  }
  return bytes;
}

TEST_CASE("patterns as trees") {
  struct Row {
    std::string_view pattern;
    std::string tree;
  };
  const Row rows[] = {
      {"", "nothing"},
      {"ngày", "'ngày'"},
      {"ab*c", "('a' 'b'{0,} 'c')"},
      {"xã?", "('x' 'ã'{0,1})"},
      {"a|bc|", "('a'|'bc'|nothing)"},
      {"(?:a|b)+?", "('a'|'b'){1,}"},
      {"(?P<day>[0-9]{1,2})/", "(day:[30-39]{1,2} '/')"},
      {"(?P<a>(?P<b>x))", "a:(b:'x')"},
      {"[0-9]{3}[a-c]{2,}", "([30-39]{3,3} [61-63]{2,})"},
      {"a{b}{,2}", "('a' '{' 'b' '}' '{' ',2' '}')"},
      {"^a\\.\\x27\\x{1EA1}$|\\z", "((begin 'a' '.' [27] [1EA1] end)|end)"},
      {"[]a.-]", "[2D-2E,5D,61]"},
      {"[à-ãe]", "[65,E0-E3]"},
      {"[a-cb-d]", "[61-64]"},
      {".", "[0-9,B-10FFFF]"},
      {"[^\\n]", Read(".")},
      {"[^\\x{0}-\\x{10FFFF}]", "[]"},
      {"\\d", "[30-39]"},
      {"[^\\s]", "[0-8,B,E-1F,21-10FFFF]"},
      {"\\w+[\\d,]", "([30-39,41-5A,5F,61-7A]{1,} [2C,30-39])"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CHECK(Read(row.pattern) == row.tree);
  }
}

TEST_CASE("ranges of characters fall into ranges of bytes") {
  CHECK(Bytes("[a-cx]") == "61-63|78");
  CHECK(Bytes("[\\x{7E}-\\x{81}]") == "7E-7F|C2 80-81");
  CHECK(Bytes("[\\x{7FF}-\\x{801}]") == "DF BF|E0 A0 80-81");
  CHECK(Bytes("[\\x{C0}-\\x{24F}]") == "C3-C8 80-BF|C9 80-8F");
  CHECK(Bytes("[\\x{FFFF}-\\x{10000}]") == "EF BF BF|F0 90 80 80");
}

TEST_CASE("what a tree cannot say") {
  const std::string deep = std::string(100, '(') + "a" + std::string(100, ')');
  for (const std::string_view pattern :
       std::vector<std::string_view>{"\\bđạt", "\\pL", "(?i)a", "(?=a)", "a**", "a*{2}", "*a", "a|{2}", "(a", "a)",
                                     "[a", "[[:alpha:]]", "[a-\\d]", "a{2,1}", "a{1001}", "\\", deep}) {
    CAPTURE(pattern);
    CHECK(Read(pattern) == "unknown");
  }
}

std::string Needed(const char* pattern, bool whole = true) {
  const auto tree = ParsePattern(pattern);
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
      {"gi[eê]ng sâu", "sâu"},                     //
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
      {"gi\\x{1EBF}ng sâu", "sâu"},                //
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
  const auto tree = ParsePattern(pattern);
  REQUIRE(tree.has_value());
  for (const bool whole : {true, false}) {
    const std::optional<bool> told = MatchTree(*tree).Matches(text, whole);
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
      "[aế]+b",
      "[^ế]b",
      "[à-ộ] ",
      "\\x{1EBF}b",
      "[^b]*\\n",
  };
  const std::vector<std::string> texts = {
      "",    "a",     "b",     "ab",   "abc",  "abcd",   "aab",  "aaab", "abab",  "ababb",   "ế b",     "ếb",
      "ếếb", "x ế b", "a b",   "a,b",  "a, b", "12x",    "a1x",  "1x",   ".*(a)", "]b",      "a-c",     "a{,2}",
      "a{",  "aa",    "a b c", "b, b", "c b",  "ab, ac", "abbb", "ộ",    "ộộ c",  "b c d e", "a b, bc", "a\nb",
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
  const auto tree = ParsePattern("(?:a|a)*(?:a|a)*(?:a|a)*b");
  REQUIRE(tree.has_value());
  CHECK_FALSE(MatchTree(*tree).Matches(std::string(64, 'a'), true).has_value());
  CHECK(MatchTree(*tree).Matches("aab", true) == true);
}

}  // namespace
}  // namespace soat
