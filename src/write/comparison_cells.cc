#include "write/comparison_cells.h"

#include <algorithm>

#include "compare/period_names.h"

namespace soat {

std::string ValueText(const Statement& statement) {
  std::string text = ToString(statement.value);
  if (statement.value_max) text += ".." + ToString(*statement.value_max);
  return text;
}

std::string CellText(const Comparison& comparison, const GridCell& cell) {
  const ComparedRow& row = comparison.rows[cell.shown->row];
  const Statement& statement = cell.shown->statements.front();
  std::string text = ValueText(statement);
  if (statement.qualifier != Qualifier::kNone) text.append(" ").append(ToString(statement.qualifier));
  if (cell.conflict) text += " *";
  const DaySpan& period = cell.shown->period;
  const bool part_of_year = row.length_differs && !IsWholeYears(period);
  if (!period.start.empty() && (period != cell.shown->column || part_of_year)) text += " " + PeriodName(period);
  if (row.whole_differs && !statement.whole.empty()) text += " of " + statement.whole;
  return text;
}

std::string Signed(const Decimal& number) { return (number.coefficient > 0 ? "+" : "") + ToString(number); }

std::string ColumnName(const Comparison& comparison, const GridColumn& column) {
  const std::string& unit = comparison.units[column.unit].shown;
  return column.period.start.empty() ? unit : unit + " " + PeriodName(column.period);
}

std::vector<const ComparedCell*> Listed(const Comparison& comparison, bool by_value) {
  std::vector<const ComparedCell*> cells;
  for (const ComparedCell& cell : comparison.cells) cells.push_back(&cell);
  if (!by_value) return cells;
  std::stable_sort(cells.begin(), cells.end(), [&](const ComparedCell* a, const ComparedCell* b) {
    if (a->row != b->row) return a->row < b->row;
    const int order = Compare(a->statements.front().value, b->statements.front().value);
    return comparison.rows[a->row].better == BetterDirection::kLess ? order < 0 : order > 0;
  });
  return cells;
}

}  // namespace soat
