#include <doctest/doctest.h>

#include <string_view>

#include "relations/needed_text.h"
#include "rules/pattern_tree.h"

namespace soat {
namespace {

// Whether a line may hold what a pattern needs.
bool MayHold(std::string_view line, std::string_view pattern) {
  LineRuns runs;
  runs.Read(line);
  return NeededText(*ParsePattern(pattern)).MayStandIn(runs);
}

TEST_CASE("a pattern needs each of its texts, and one text of each choice") {
  constexpr std::string_view kPattern = "(?P<a>\\d+)[^,]*?(?:tăng|giảm) thêm [^,]*vụ";
  CHECK(MayHold("12 vụ, tăng thêm 3 vụ", kPattern));
  CHECK(MayHold("12 vụ, giảm thêm 3 vụ", kPattern));
  CHECK_FALSE(MayHold("12 vụ, giảm 3 vụ", kPattern));
  CHECK_FALSE(MayHold("12 vụ, thêm 3 vụ", kPattern));
}

TEST_CASE("what is repeated is needed once, unless it may be left out") {
  CHECK_FALSE(MayHold("12 vụ", "(?:tăng ?){1,3}"));
  CHECK(MayHold("tăng", "(?:tăng ?){1,3}"));
  CHECK(MayHold("12 vụ", "(?:tăng ?){0,3}"));
  CHECK(MayHold("12 vụ", "(?:tăng)?"));
}

TEST_CASE("texts that are too short to tell count as held, and so do choices with one") {
  CHECK(MayHold("12 xã", "\\d+ (?:là|tăng)"));
  CHECK(MayHold("", "là"));
  CHECK_FALSE(MayHold("là", "tăng"));
}

TEST_CASE("the runs of one line are not those of the next, however many are read") {
  LineRuns runs;
  const NeededText needed(*ParsePattern("tăng"));
  for (int line = 0; line < 600; ++line) {
    runs.Read("tăng");
    CHECK(needed.MayStandIn(runs));
    runs.Read("giảm");
    CHECK_FALSE(needed.MayStandIn(runs));
  }
}

}  // namespace
}  // namespace soat
