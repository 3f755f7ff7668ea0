#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "cli/check_selection.h"

namespace soat {
namespace {

using Names = std::vector<std::string>;

RuleSet Rules() {
  RuleSet rules;
  const auto add = [&rules](std::string id, CheckKind check) {
    RelationRule& rule = rules.relation_rules.emplace_back();
    rule.id = std::move(id);
    rule.check = check;
  };
  add("ratio-percent/a", CheckKind::kRatioPercent);
  add("ratio-percent/b", CheckKind::kRatioPercent);
  add("change/c", CheckKind::kChange);
  return rules;
}

/// Which of the three rules are on.
std::vector<bool> On(Names select, Names ignore) {
  const RuleSet rules = Rules();
  const auto selection = CheckSelection::Make({std::move(select), "--select"}, {std::move(ignore), "--ignore"}, rules);
  REQUIRE(selection.ok());
  std::vector<bool> on;
  for (uint32_t i = 0; i < 3; ++i) on.push_back(selection.value().IsOn(rules.relation_rules[i].check, i));
  return on;
}

TEST_CASE("everything is on, unless something is selected") {
  CHECK(On({}, {}) == std::vector<bool>{true, true, true});
  CHECK(On({"change"}, {}) == std::vector<bool>{false, false, true});
  CHECK(On({"ratio-percent/b"}, {}) == std::vector<bool>{false, true, false});
  CHECK(On({}, {"ratio_percent"}) == std::vector<bool>{false, false, true});
}

TEST_CASE("a rule outweighs its check, and ignoring outweighs selecting") {
  CHECK(On({"ratio_percent"}, {"ratio-percent/a"}) == std::vector<bool>{false, true, false});
  CHECK(On({"ratio-percent/a"}, {"ratio_percent"}) == std::vector<bool>{true, false, false});
  CHECK(On({"change"}, {"change"}) == std::vector<bool>{false, false, false});
  CHECK(On({"change/c"}, {"change/c"}) == std::vector<bool>{false, false, false});
}

TEST_CASE("an unknown name is told with the nearest, where it was given") {
  const auto wrong = CheckSelection::Make({{"ratio_persent"}, "soat.toml:2:1"}, {}, Rules());
  REQUIRE_FALSE(wrong.ok());
  CHECK(ToString(wrong.error()) ==
        "soat.toml:2:1: there is no check and no relation rule \"ratio_persent\"; did you mean \"ratio_percent\"?");
  CHECK_FALSE(CheckSelection::Make({}, {{"x"}, "--ignore"}, Rules()).ok());
}

}  // namespace
}  // namespace soat
