#include "relations/finding_list.h"

#include <algorithm>
#include <utility>

namespace soat {

namespace {

// Of the same check over the same figures in the same roles: seen in two ways.
bool IsSame(const Relation& a, const Relation& b) {
  const auto same_value = [](const OperandValue& one, const OperandValue& other) {
    return one.figure != kNoIndex && one.figure == other.figure && one.span == other.span;
  };
  const auto same_operand = [&](const Operand& one, const Operand& other) {
    return one.role == other.role &&
           std::equal(one.values.begin(), one.values.end(), other.values.begin(), other.values.end(), same_value);
  };
  return a.check == b.check &&
         std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(), same_operand);
}

}  // namespace

std::vector<Relation> FindingList::Take() {
  std::stable_sort(relations_.begin(), relations_.end(), [](const Relation& a, const Relation& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
  for (size_t i = 0; i + 1 < relations_.size();) {
    if (relations_[i].span == relations_[i + 1].span && IsSame(relations_[i], relations_[i + 1]))
      relations_.erase(relations_.begin() + static_cast<std::ptrdiff_t>(i + 1));
    else
      ++i;
  }
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
