#include <doctest/doctest.h>

#include <algorithm>

#include "soat/rule.h"

namespace soat {
namespace {

RuleLoad Load(std::string_view content) { return LoadRules({{.name = "t.toml", .content = content}}); }

constexpr std::string_view kLevel = "[[unit_level]]\nlevel = \"huyện\"\nrank = 2\nwords = [\"huyện\"]\n";

TEST_CASE("levels, words, provinces and districts are loaded") {
  const RuleLoad load = Load(
      "[identity]\noffices = [\"UBND\"]\n[[unit_level]]\nlevel = \"tỉnh\"\nrank = 1\nwords = [\"tỉnh\"]\n"
      "[[unit_level]]\nlevel = \"huyện\"\nrank = 2\nwords = [\"huyện\"]\nnumbered = true\n"
      "[[provinces]]\nsource = \"x\"\nvalid_until = \"2025-06-30\"\nunits = [\"tỉnh Xa|Gần\", \"tỉnh Gần\"]\n"
      "[[districts]]\nprovince = \"Xa\"\nvalid_from = \"2020-01-01\"\n\"huyện\" = \"A, Hoà B\"\n");
  REQUIRE(load.errors.empty());
  const RuleSet& rules = load.rules;
  CHECK(rules.identity.offices == std::vector<std::string>{"ubnd"});
  REQUIRE(rules.identity.levels.size() == 2);
  CHECK(rules.identity.levels[1].numbered);
  REQUIRE(rules.provinces.size() == 2);
  CHECK(rules.provinces[0].name == "Xa");
  CHECK(rules.provinces[0].level == "tỉnh");
  CHECK(rules.provinces[0].successor == "Gần");
  CHECK(rules.provinces[0].valid_until == "2025-06-30");
  CHECK(rules.provinces[1].successor.empty());
  REQUIRE(rules.districts.size() == 2);
  CHECK(rules.districts[1].name == "Hòa B");
  CHECK(rules.districts[1].province == "Xa");
  CHECK(rules.districts[1].level == "huyện");
  CHECK(rules.districts[1].valid_from == "2020-01-01");
}

TEST_CASE("faults are placed and say what to do") {
  struct Case {
    std::string content, where, what;
  };
  const std::string level(kLevel);
  const Case cases[] = {
      {"[[unit_level]]\nlevel = \"x\"\nrank = 7\nwords = []\n", "t.toml:3:8", "'rank' must be 1, 2 or 3"},
      {"[[unit_level]]\nrank = 1\n", "t.toml:1:1", "'level' is missing"},
      {"[[unit_level]]\nlevel = \"x\"\nrank = 1\nwort = 1\n", "t.toml:4:1", "unknown key 'wort' in unit_level"},
      {"identity = 5\n", "t.toml:1:12", "'identity' must be a table"},
      {"[identity]\nofices = [\"x\"]\n", "t.toml:2:1", "unknown key 'ofices' in identity"},
      {"[identity]\noffices = \"x\"\n", "t.toml:2:11", "'offices' must be a list of strings"},
      {"[[provinces]]\nunits = []\n", "t.toml:1:1", "'source' is missing"},
      {"[[provinces]]\nsource = \"x\"\nunits = [\"Xa\"]\n", "t.toml:3:9", "'Xa' begins with no level"},
      {"[[provinces]]\nsource = \"x\"\nvalid_from = \"2025\"\n", "t.toml:3:14", "'valid_from' is no day"},
      {level + "[[districts]]\n\"huyện\" = \"A\"\n", "t.toml:5:1", "'province' is missing"},
      {level + "[[districts]]\nprovince = \"Xa\"\n\"quận\" = \"A\"\n", "t.toml:7:1", "unknown key 'quận' in districts"},
      {level + "[[districts]]\nprovince = \"Xa\"\nvalid_until = \"1/1/2025\"\n", "t.toml:7:15",
       "'valid_until' is no day"},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.content);
    const RuleLoad load = Load(expected.content);
    REQUIRE(load.errors.size() == 1);
    CHECK(load.errors[0].where == expected.where);
    CHECK(load.errors[0].what == expected.what);
    CHECK_FALSE(load.errors[0].fix.empty());
  }
}

TEST_CASE("the embedded list: 63 provinces until the merger, 34 after it") {
  const RuleSet rules = LoadRules(EmbeddedRules()).rules;
  const auto standing = [&](const std::string& day) {
    return std::count_if(rules.provinces.begin(), rules.provinces.end(), [&](const AdministrativeUnit& unit) {
      return (unit.valid_from.empty() || unit.valid_from <= day) &&
             (unit.valid_until.empty() || day <= unit.valid_until);
    });
  };
  CHECK(standing("2023-01-01") == 63);
  CHECK(standing("2025-03-01") == 63);
  CHECK(standing("2025-07-01") == 34);
  for (const AdministrativeUnit& district : rules.districts) {
    CAPTURE(district.name);
    CHECK(std::any_of(rules.provinces.begin(), rules.provinces.end(),
                      [&](const AdministrativeUnit& unit) { return unit.name == district.province; }));
    CHECK(district.valid_until <= "2025-06-30");
  }
  for (const AdministrativeUnit& province : rules.provinces) {
    CAPTURE(province.name);
    CHECK((province.valid_until.empty() == province.successor.empty()));
  }
}

}  // namespace
}  // namespace soat
