#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "relations/rule_words.h"

namespace soat {
namespace {

using Numbers = std::vector<uint32_t>;

TEST_CASE("equal words have equal numbers, stop words have none, digits are words") {
  WordNumbers words({"của", "và"});
  const Numbers first = words.In("hộ nghèo của xã và 12 hộ");
  REQUIRE(first.size() == 5);
  CHECK(first[0] == first[4]);
  CHECK(first[0] != first[1]);
  CHECK(words.In("của, và") == Numbers{});
  CHECK(words.In("“xã”") == Numbers{first[2]});
  CHECK(words.Of("12") == first[3]);
}

TEST_CASE("sets have each word once, and share what both have") {
  WordNumbers words({});
  const Numbers set = words.SetIn("hộ nghèo, hộ cận nghèo");
  CHECK(set.size() == 3);
  CHECK(set == words.SetOf({"cận", "hộ", "nghèo", "hộ"}));
  CHECK(CountShared(set, words.SetIn("hộ khá")) == 1);
  CHECK(CountShared(set, set) == 3);
  CHECK(CountShared(set, {}) == 0);
}

}  // namespace
}  // namespace soat
