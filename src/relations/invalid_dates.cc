#include "relations/invalid_dates.h"

namespace soat {

void FindInvalidDates(FindingList& found, uint32_t rule) {
  const std::vector<FigureKind>& kinds = found.kinds();
  for (size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] != FigureKind::kDate || !found.analysis.figures[i].start.empty()) continue;
    const Figure& figure = found.analysis.figures[i];
    Relation relation;
    relation.check = CheckKind::kDateInvalid;
    relation.verdict = Verdict::kInvalid;
    relation.severity = found.rules.relation_rules[rule].severity;
    relation.rule = rule;
    relation.span = figure.span;
    relation.operands = Operands(TextOperand("text", std::string(found.document.Quote(figure.span)), figure.span));
    found.Add(std::move(relation));
  }
}

}  // namespace soat
