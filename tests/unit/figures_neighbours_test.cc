#include <doctest/doctest.h>

#include <string_view>

#include "figures/neighbours.h"

namespace soat {

TEST_CASE("what stands directly behind a place") {
  const PatternsAhead patterns({" ?%", "[.,][0-9]", "/"});
  CHECK(patterns.AnyAt("5 %", 1));
  CHECK(patterns.AnyAt("5,7", 1));
  CHECK(!patterns.AnyAt("5, 7", 1));
  CHECK(!patterns.AnyAt("5", 1));
  CHECK(PatternsAhead({"\\b[a-z]"}).AnyAt("5a", 1));
  CHECK(PatternsAhead({}).empty());
}

TEST_CASE("what stands directly before a place, from the edge of a word on") {
  const PatternsBefore patterns({"số ", "(?:ngày|dịp) ?", "^"});
  CHECK(patterns.AnyBefore("văn bản số 5", std::string_view("văn bản số ").size()));
  CHECK(!patterns.AnyBefore("hsố 5", std::string_view("hsố ").size()));
  CHECK(patterns.AnyBefore("ngày5", std::string_view("ngày").size()));
  CHECK(patterns.AnyBefore("5", 0));
  CHECK(!patterns.AnyBefore("a 5", 2));
  // RE2 reads what automata cannot.
  const PatternsBefore words({"\\bso "});
  CHECK(words.AnyBefore("a so 5", 5));
  CHECK(!words.AnyBefore("aso 5", 4));
}

}  // namespace soat
