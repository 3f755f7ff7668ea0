#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "relations/finding_list.h"

namespace soat {
namespace {

/// Rules a, b and c of one check; `also` names those that b lets see the same figures.
RuleSet Rules(std::vector<std::string> also) {
  RuleSet rules;
  for (const char* id : {"sum/a", "sum/b", "sum/c"}) rules.relation_rules.emplace_back().id = id;
  rules.relation_rules[1].also = std::move(also);
  return rules;
}

Relation Seen(uint32_t rule, std::vector<uint32_t> figures, CheckKind check = CheckKind::kPartWholeSum) {
  Relation relation;
  relation.rule = rule;
  relation.check = check;
  Operand& parts = relation.operands.emplace_back(Operand{"parts", true, {}});
  for (const uint32_t figure : figures) parts.values.push_back({{}, {}, {figure, figure + 1}, figure});
  if (!figures.empty()) relation.span = {figures.front(), figures.front() + 1};
  return relation;
}

/// The rules of what is left, in order.
std::vector<uint32_t> Left(const RuleSet& rules, const std::vector<Relation>& relations) {
  const Document document;
  const Analysis analysis;
  FindingList found(document, analysis, rules);
  for (const Relation& relation : relations) found.Add(relation);
  std::vector<uint32_t> left;
  for (const Relation& relation : found.Take()) left.push_back(relation.rule);
  return left;
}

using Numbers = std::vector<uint32_t>;

TEST_CASE("what two rules of a check see in the same figures is told once, by the rule that saw it first") {
  const RuleSet rules = Rules({});
  CHECK(Left(rules, {Seen(1, {4, 7}), Seen(0, {7, 4})}) == Numbers{1});
  CHECK(Left(rules, {Seen(1, {4, 7}), Seen(1, {4, 7})}) == Numbers{1, 1});
  CHECK(Left(rules, {Seen(0, {4, 7}), Seen(1, {4, 8})}) == Numbers{0, 1});
  CHECK(Left(rules, {Seen(0, {4, 7}), Seen(1, {4, 7}, CheckKind::kComplement)}) == Numbers{0, 1});
  CHECK(Left(rules, {Seen(0, {}), Seen(1, {})}) == Numbers{0, 1});
}

TEST_CASE("a rule that names another one in 'also' may see its figures, whichever comes first") {
  const RuleSet rules = Rules({"sum/a"});
  CHECK(Left(rules, {Seen(0, {4, 7}), Seen(1, {4, 7})}) == Numbers{0, 1});
  CHECK(Left(rules, {Seen(1, {4, 7}), Seen(0, {4, 7})}) == Numbers{1, 0});
  CHECK(Left(rules, {Seen(1, {4, 7}), Seen(2, {4, 7})}) == Numbers{1});
  CHECK(Left(rules, {Seen(2, {4, 7}), Seen(1, {4, 7})}) == Numbers{2});
}

TEST_CASE("relations that hold are counted alone where nobody asks which, each once") {
  const RuleSet rules = Rules({});
  const Document document;
  const Analysis analysis;
  HeldRelations held;
  FindingList found(document, analysis, rules, HeldUse::kCount, &held);
  CHECK(found.SeeksHeld());
  found.Add(Seen(1, {4, 7}));
  CHECK(found.CountIfHeld(Seen(0, {}), std::array<uint32_t, 2>{7, 4}));  // the same as the first
  CHECK(found.CountIfHeld(Seen(0, {}), std::array<uint32_t, 2>{7, 5}));
  Relation wrong = Seen(1, {5, 8}), again = Seen(0, {8, 5});
  wrong.severity = again.severity = Severity::kError;
  CHECK_FALSE(found.CountIfHeld(wrong, std::array<uint32_t, 2>{5, 8}));
  found.Add(wrong);
  found.Add(again);
  const auto sum = static_cast<size_t>(CheckKind::kPartWholeSum);
  REQUIRE(held.counts.size() == 2);
  CHECK(held.counts[0][sum] == 1);
  CHECK(held.counts[1][sum] == 1);
  const std::vector<Relation> left = found.Take();
  REQUIRE(left.size() == 1);
  CHECK(left.front().rule == 1);
}

TEST_CASE("relations that hold hide others of their figures where they are left out as well") {
  const RuleSet rules = Rules({});
  const Document document;
  const Analysis analysis;
  FindingList found(document, analysis, rules, HeldUse::kLeaveOut);
  CHECK_FALSE(found.SeeksHeld());
  found.Add(Seen(1, {4, 7}));
  CHECK(found.CountIfHeld(Seen(0, {}), std::array<uint32_t, 2>{5, 8}));
  Relation hidden = Seen(1, {8, 5}), wrong = Seen(1, {6, 9});
  hidden.severity = wrong.severity = Severity::kError;
  found.Add(hidden);
  found.Add(wrong);
  const std::vector<Relation> left = found.Take();
  REQUIRE(left.size() == 1);
  CHECK(left.front().operands.front().values.front().figure == 6);
}

TEST_CASE("nothing is counted alone where all relations are wanted") {
  const RuleSet rules = Rules({});
  const Document document;
  const Analysis analysis;
  FindingList found(document, analysis, rules);
  CHECK(found.SeeksHeld());
  CHECK_FALSE(found.CountIfHeld(Seen(1, {}), std::array<uint32_t, 2>{4, 7}));
  CHECK(found.Take().empty());
}

}  // namespace
}  // namespace soat
