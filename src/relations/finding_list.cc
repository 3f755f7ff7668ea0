#include "relations/finding_list.h"

#include <algorithm>
#include <utility>

namespace soat {

std::vector<Relation> FindingList::Take() {
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
