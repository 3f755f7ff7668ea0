#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "soat/rule.h"

namespace soat {
namespace {

constexpr const char* kWells =
    "[[indicator]]\nid = \"wells\"\nname = \"Giếng\"\nenglish = \"Wells\"\nkinds = [\"count\"]\nunits = [\"giếng\"]\n"
    "better = \"more\"\npatterns = ['{some}Giếng khoan']\n"
    "[[indicator.example]]\nlabel = \"giếng khoan\"\nscope = \"cấp xã\"\n"
    "[[indicator.example]]\nlabel = \"giếng\"\nkind = \"percent\"\nunit = \"%\"\nnone = true\n"
    "[fragments]\nsome = '(?:các )?'\n";

RuleLoad Load(const std::string& text) { return LoadRules({{.name = "a.toml", .content = text}}); }

std::string FirstError(const std::string& text) {
  const RuleLoad load = Load(text);
  return load.errors.empty() ? "" : ToString(load.errors.front());
}

std::string With(const std::string& from, const std::string& to) {
  std::string text = kWells;
  return text.replace(text.find(from), from.size(), to);
}

TEST_CASE("an indicator is loaded with all that it says") {
  const RuleLoad load = Load(kWells);
  REQUIRE(load.errors.empty());
  REQUIRE(load.rules.indicators.size() == 1);
  const Indicator& wells = load.rules.indicators.front();
  CHECK(wells.id == "wells");
  CHECK(wells.name == "Giếng");
  CHECK(wells.english == "Wells");
  CHECK(wells.kinds == std::vector{FigureKind::kCount});
  CHECK(wells.better == BetterDirection::kMore);
  CHECK(wells.patterns == std::vector<std::string>{"(?:(?:các )?)giếng khoan"});
  REQUIRE(wells.examples.size() == 2);
  CHECK(wells.examples[0].scope == "cấp xã");
  CHECK(wells.examples[0].unit == "giếng");
  CHECK(wells.examples[1].none);
  CHECK(wells.examples[1].kind == FigureKind::kPercent);
  CHECK(wells.file == "a.toml");
  CHECK(wells.line == 1);
}

TEST_CASE("faults are told with their place") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {With("\"more\"", "\"up\""), "a.toml:7:10: unknown direction 'up'; write more, less or none"},
      {With("[\"count\"]", "[\"date\"]"),
       "a.toml:5:9: 'date' is no kind that has a value; the kinds are count, ratio, percent, money, measure"},
      {With("{some}", "{many}"),
       "a.toml:8:12: unknown fragment '{many}', or one that contains itself; define it under [fragments]"},
      {With("{some}Giếng khoan", "(x"),
       "a.toml:8:12: RE2 refuses the pattern: missing ): (x at '(x'; see the RE2 syntax; look-around and "
       "back-references do not exist in it"},
      {With("none = true", ""),
       "a.toml:1:1: indicator 'wells' has no example that is not it; add [[indicator.example]] with none = true"},
      {With("units = [\"giếng\"]", "units = []"), "a.toml:9:1: 'unit' is missing; add unit = \"…\""},
      {std::string(kWells) + std::string(kWells).substr(0, std::string(kWells).find("[fragments]")),
       "a.toml:19:1: the id 'wells' is used twice; give each indicator an id of its own"},
      {"[whole_scopes]\n\"huyện\" = \"toàn huyện\"\n",
       "a.toml:2:11: 'huyện' must be a list of strings; write [\"…\", \"…\"]"},
      {"label_abbreviations = 1\n", "a.toml:1:23: 'label_abbreviations' must be a table; write [label_abbreviations]"},
  };
  for (const auto& [text, error] : cases) {
    CAPTURE(text);
    CHECK(FirstError(text) == error);
  }
}

TEST_CASE("an indicator of a later pack takes the place of the one of its id") {
  const std::string changed = With("\"Wells\"", "\"Deep wells\"");
  const RuleLoad load =
      LoadRules({{.name = "a.toml", .content = kWells}, {.name = "b.toml", .content = changed, .pack = 1}});
  REQUIRE(load.errors.empty());
  REQUIRE(load.rules.indicators.size() == 1);
  CHECK(load.rules.indicators.front().english == "Deep wells");
}

}  // namespace
}  // namespace soat
