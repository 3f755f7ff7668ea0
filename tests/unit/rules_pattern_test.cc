#include <doctest/doctest.h>
#include <re2/re2.h>

#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern.h"

namespace soat {
namespace {

const Fragments kFragments = {
    {"digits", "[0-9]+"}, {"to", "-|đến"}, {"pair", "{digits}{to}{digits}"}, {"loop", "{loop}"}, {"Upper", "x"}};

TEST_CASE("a pattern is folded, lowered and filled with its fragments") {
  struct Row {
    std::string_view written, expanded;
  };
  const std::vector<Row> rows = {
      {"năm", "năm"},
      {"NĂM", "năm"},
      {"kỳ|kì", "kỳ|kỳ"},
      {"{digits}", "(?:[0-9]+)"},
      {"{pair}", "(?:(?:[0-9]+)(?:-|đến)(?:[0-9]+))"},
      {"[ ]+", "[ ]+"},
      {"[0-9]{1,3}", "[0-9]{1,3}"},
      {"[{digits}]", "[{digits}]"},
      {"\\S\\PL", "\\S\\PL"},
      {"\\p{Lu}\\pL\\x{1EF9}A", "\\p{Lu}\\pL\\x{1EF9}a"},
      {"\\{digits\\}", "\\{digits\\}"},
      {"(?P<Day>x)", "(?P<day>x)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const ExpandedPattern expanded = ExpandPattern(row.written, kFragments, false);
    CHECK(expanded.pattern == row.expanded);
    CHECK(expanded.unknown.empty());
  }
}

TEST_CASE("a pattern that minds case keeps its capitals") {
  CHECK(ExpandPattern("QĐ-TTg {to}", kFragments, true).pattern.starts_with("QĐ-TTg"));
}

TEST_CASE("a space in a pattern stands for blanks with at most one line end in them") {
  const RE2 expression(ExpandPattern("một cửa", kFragments, false).pattern);
  REQUIRE(expression.ok());
  CHECK(RE2::FullMatch("một cửa", expression));
  CHECK(RE2::FullMatch("một   cửa", expression));
  CHECK(RE2::FullMatch("một\ncửa", expression));
  CHECK(RE2::FullMatch("một  \n  cửa", expression));
  CHECK_FALSE(RE2::FullMatch("một\n\ncửa", expression));
  CHECK_FALSE(RE2::FullMatch("mộtcửa", expression));
}

TEST_CASE("fragments that do not exist or contain themselves are named") {
  CHECK(ExpandPattern("{none} {digits} {other}", kFragments, false).unknown ==
        std::vector<std::string>{"none", "other"});
  CHECK(ExpandPattern("{loop}", kFragments, false).unknown == std::vector<std::string>{"loop"});
}

TEST_CASE("an alternation lists the longest word first and takes signs literally") {
  CHECK(Alternation({"m", "m2", "km"}) == "km|m2|m");
  CHECK(Alternation({"US$", "a.b"}) == "US\\$|a\\.b");
  CHECK(Alternation({}).empty());
}

}  // namespace
}  // namespace soat
