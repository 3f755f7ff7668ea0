#include "relations/invalid_dates.h"

namespace soat {

void FindInvalidDates(FindingList& found, uint32_t rule) {
  for (const Figure& figure : found.analysis.figures) {
    if (figure.kind != FigureKind::kDate || !figure.start.empty()) continue;
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
