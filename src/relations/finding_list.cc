#include "relations/finding_list.h"

#include <algorithm>
#include <map>
#include <utility>

namespace soat {

namespace {

// The check and the figures that take part: what is seen in two ways is one relation. Empty when no figure does.
std::vector<uint32_t> KeyOf(const Relation& relation) {
  std::vector<uint32_t> key;
  for (const Operand& operand : relation.operands) {
    for (const OperandValue& value : operand.values) {
      if (value.figure != kNoIndex) key.push_back(value.figure);
    }
  }
  if (key.empty()) return key;
  std::sort(key.begin(), key.end());
  key.push_back(static_cast<uint32_t>(relation.check));
  return key;
}

bool Names(const RelationRule& rule, const RelationRule& other) {
  return std::find(rule.also.begin(), rule.also.end(), other.id) != rule.also.end();
}

// Both may see the same figures under one check. A rule may see a thing twice.
bool MayBothSee(const RuleSet& rules, uint32_t first, uint32_t second) {
  if (first == second) return true;
  const RelationRule &a = rules.relation_rules[first], &b = rules.relation_rules[second];
  return Names(a, b) || Names(b, a);
}

}  // namespace

std::vector<Relation> FindingList::Take() {
  std::map<std::vector<uint32_t>, uint32_t> seen;  // and the rule that saw it first
  std::erase_if(relations_, [&](const Relation& relation) {
    std::vector<uint32_t> key = KeyOf(relation);
    if (key.empty()) return false;
    return !MayBothSee(rules, seen.emplace(std::move(key), relation.rule).first->second, relation.rule);
  });
  std::stable_sort(relations_.begin(), relations_.end(), [](const Relation& a, const Relation& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
  return std::move(relations_);
}

Operand FigureOperand(std::string role, const Analysis& analysis, uint32_t figure, const Decimal& number) {
  return {std::move(role), false, {{number, {}, analysis.figures[figure].span, figure}}};
}

Operand TextOperand(std::string role, std::string text, Span span) {
  return {std::move(role), false, {{std::nullopt, std::move(text), span, kNoIndex}}};
}

Operand NumberOperand(std::string role, const Decimal& number, Span span) {
  return {std::move(role), false, {{number, {}, span, kNoIndex}}};
}

}  // namespace soat
