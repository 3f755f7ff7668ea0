#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "relations/rule_words.h"
#include "relations/words_in.h"

namespace soat {
namespace {

using Hashes = std::vector<uint64_t>;

TEST_CASE("equal words have equal hashes, stop words are left out, digits are words") {
  const TextWords words({"của", "và"});
  const Hashes first = words.In("hộ nghèo của xã và 12 hộ");
  REQUIRE(first.size() == 5);
  CHECK(first[0] == first[4]);
  CHECK(first[0] != first[1]);
  CHECK(words.In("của, và") == Hashes{});
  CHECK(words.In("“xã”") == Hashes{first[2]});
  CHECK(words.In("12") == Hashes{first[3]});
}

TEST_CASE("sets have each word once, and share what both have") {
  const TextWords words({});
  const Hashes set = words.SetIn("hộ nghèo, hộ cận nghèo");
  CHECK(set.size() == 3);
  CHECK(set == SetOf({"cận", "hộ", "nghèo", "hộ"}));
  CHECK(CountShared(set, words.SetIn("hộ khá")) == 1);
  CHECK(CountShared(set, set) == 3);
  CHECK(CountShared(set, {}) == 0);
}

TEST_CASE("bits are those of the set of words, whatever stop words stand between") {
  const TextWords words({"của", "và"});
  const uint64_t bits = words.BitsIn("hộ nghèo của xã");
  CHECK(bits == words.BitsIn("xã, hộ và hộ nghèo"));
  CHECK(bits != words.BitsIn("hộ nghèo"));
  CHECK(bits != words.BitsIn("hộ nghèo của thôn 12"));
  CHECK((bits | words.BitsIn("thôn 12")) == words.BitsIn("thôn, hộ nghèo, 12 xã"));
}

TEST_CASE("words stand in a text where neither letters nor digits are beside them") {
  CHECK(StandIn("hài lòng", "rất hài lòng, 12 phiếu"));
  CHECK(StandIn("tổng chi", "(tổng chi)"));
  CHECK(!StandIn("hài", "hàil ng"));
  CHECK(!StandIn("chi", "tổng chi12"));
  CHECK(StandIn("chi", "chia chi"));
  CHECK(!StandIn("chi", ""));
}

TEST_CASE("texts are numbered from 0 on, equal ones the same") {
  TextNumbers numbers;
  CHECK(numbers.Of("hộ") == 0);
  CHECK(numbers.Of("") == 1);
  CHECK(numbers.Of("hộ nghèo") == 2);
  CHECK(numbers.Of("hộ") == 0);
  CHECK(numbers.Of("hộ cận nghèo") == 3);
}

}  // namespace
}  // namespace soat
