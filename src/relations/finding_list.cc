#include "relations/finding_list.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
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

struct KeyHash {
  size_t operator()(const std::vector<uint32_t>& key) const {
    uint64_t hash = key.size();
    for (const uint32_t part : key) hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 32U;
  }
};

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
  std::unordered_map<std::vector<uint32_t>, uint32_t, KeyHash> seen;  // and the rule that saw it first
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < relations_.size(); ++i) {
    std::vector<uint32_t> key = KeyOf(relations_[i]);
    const uint32_t rule = relations_[i].rule;
    if (key.empty() || MayBothSee(rules, seen.emplace(std::move(key), rule).first->second, rule)) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Span first = relations_[a].span, second = relations_[b].span;
    return std::tie(first.begin, first.end, a) < std::tie(second.begin, second.end, b);
  });
  std::vector<Relation> sorted;
  sorted.reserve(order.size());
  for (const uint32_t index : order) sorted.push_back(std::move(relations_[index]));
  relations_.clear();
  return sorted;
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
