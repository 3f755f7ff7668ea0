#include "relations/terms.h"

#include <algorithm>
#include <utility>

namespace soat {

Terms::Terms(const Reading& reading, const std::vector<Amount>& amounts, const ChangeWords& changes)
    : reading_(reading), amounts_(amounts) {
  states_.reserve(amounts_.size());
  for (const Amount& amount : amounts_) states_.push_back({changes.StandBefore(reading, amount.index)});
}

std::string_view Terms::NameBefore(size_t term) const {
  const std::string_view before = Before(term);
  const size_t end = before.find_last_not_of(' ');
  const bool stroke = term > 0 && end != std::string_view::npos && before[end] == '/' &&
                      amounts_[term - 1].index + 1 == amounts_[term].index;
  return stroke ? Before(term - 1) : before;
}

const std::vector<Printed>& Terms::Numbers(const std::vector<size_t>& terms) const {
  numbers_.clear();
  numbers_.reserve(terms.size());
  for (const size_t term : terms) numbers_.push_back(amounts_[term].number);
  return numbers_;
}

const std::vector<uint32_t>& Terms::Figures(size_t total, const std::vector<size_t>& parts) const {
  figures_.clear();
  figures_.reserve(parts.size() + 1);
  figures_.push_back(amounts_[total].figure);
  for (const size_t part : parts) figures_.push_back(amounts_[part].figure);
  return figures_;
}

void AddSum(const Terms& terms, FindingList& found, uint32_t rule, size_t total, const std::vector<size_t>& parts,
            Verdict verdict) {
  const RelationRule& words = found.rules.relation_rules[rule];
  Relation relation;
  relation.check = words.check;
  relation.verdict = verdict;
  relation.severity = Holds(verdict) ? Severity::kOk : words.severity;
  relation.rule = rule;
  if (found.CountIfHeld(relation, terms.Figures(total, parts))) return;
  relation.span = terms[total].target.span;
  Operand list{"parts", true, {}};
  std::vector<EditTarget> targets;
  targets.reserve(parts.size());
  list.values.reserve(parts.size());
  for (const size_t part : parts) {
    targets.push_back(terms[part].target);
    list.values.push_back(ValueOf(terms[part]));
    relation.span.begin = std::min(relation.span.begin, terms[part].target.span.begin);
    relation.span.end = std::max(relation.span.end, terms[part].target.span.end);
  }
  relation.operands = Operands(ValueOperand("total", ValueOf(terms[total])), std::move(list));
  relation.stated = terms[total].number.value;
  relation.expected = SumOf(terms.Numbers(parts));
  if (relation.expected) relation.difference = Subtract(*relation.stated, *relation.expected);
  if (!Holds(verdict)) relation.suggestions = SumEdits(found.document, terms[total].target, targets);
  found.Add(std::move(relation));
}

}  // namespace soat
