#include <string>
#include <string_view>

#include "write/comparison.h"
#include "write/comparison_cells.h"
#include "write/escape.h"
#include "write/json_member.h"

namespace soat {
namespace {

std::string Days(const DaySpan& period) {
  return period.start.empty() ? std::string() : period.start + ".." + period.end;
}

/// {…} of members that AppendMember wrote.
std::string Object(std::string members) {
  if (members.empty()) return "{}";
  members.front() = '{';  // instead of the first comma
  return members + '}';
}

void AppendStatement(std::string& members, const Comparison& comparison, const Statement& statement) {
  const ComparedReport& report = comparison.reports[statement.report];
  AppendMember(members, "value", std::optional(statement.value));
  AppendMember(members, "value_max", statement.value_max);
  AppendMember(members, "qualifier", ToString(statement.qualifier));
  AppendMember(members, "whole", statement.whole);
  AppendMember(members, "report", report.path);
  AppendMember(members, "report_period", Days(report.period));
  AppendMember(members, "line", statement.line);
  AppendMember(members, "column", statement.column);
}

std::string Value(const Comparison& comparison, const ComparedCell& cell, const ComparisonStyle& style) {
  const ComparedUnit& unit = comparison.units[cell.unit];
  std::string members;
  AppendMember(members, "unit_name", comparison.reports[cell.statements.front().report].unit_name);
  AppendMember(members, "province", unit.province);
  AppendMember(members, "period", Days(cell.period));
  AppendStatement(members, comparison, cell.statements.front());
  if (style.ranks && cell.rank) AppendMember(members, "rank", *cell.rank);
  if (style.changes && cell.change) {
    AppendMember(members, "from_period", Days(cell.change->from));
    AppendMember(members, "change", std::optional(cell.change->difference));
    AppendMember(members, "change_percent", cell.change->percent);
  }
  if (cell.conflict) {
    AppendKey(members, "conflict");
    members += "true";
  }
  if (cell.statements.size() == 1) return Object(std::move(members));
  AppendKey(members, "others");
  for (size_t i = 1; i < cell.statements.size(); ++i) {
    std::string other;
    AppendStatement(other, comparison, cell.statements[i]);
    members += (i == 1 ? "[" : ",") + Object(std::move(other));
  }
  return Object(members + "]");
}

std::string RowObject(const Comparison& comparison, uint32_t index, const std::vector<const ComparedCell*>& cells,
                      const ComparisonStyle& style) {
  const ComparedRow& row = comparison.rows[index];
  std::string members;
  AppendMember(members, "indicator", row.indicator);
  AppendMember(members, "name", row.name);
  AppendMember(members, "english", row.english);
  AppendMember(members, "scope", row.scope);
  AppendMember(members, "kind", ToString(row.kind));
  AppendMember(members, "unit", row.unit);
  AppendMember(members, "better", ToString(row.better));
  AppendKey(members, "values");
  std::string_view before = "[\n";
  for (const ComparedCell* cell : cells) {
    members += before;
    members += Value(comparison, *cell, style);
    before = ",\n";
  }
  return Object(members + "]");
}

}  // namespace

std::string WriteComparisonJson(const Comparison& comparison, const ComparisonStyle& style) {
  std::vector<std::vector<const ComparedCell*>> rows(comparison.rows.size());
  if (style.conflicts) {
    for (const auto& [place, cell] : MakeGrid(comparison, false).cells) {
      if (cell.conflict) rows[place.first].insert(rows[place.first].end(), cell.all.begin(), cell.all.end());
    }
  } else {
    for (const ComparedCell* cell : Listed(comparison, style.by_value)) rows[cell->row].push_back(cell);
  }
  std::string out = "{\"schema\":\"soat/comparison/1\",\"rows\":[";
  std::string_view before = "\n";
  for (uint32_t row = 0; row < rows.size(); ++row) {
    if (rows[row].empty()) continue;
    out += before;
    out += RowObject(comparison, row, rows[row], style);
    before = ",\n";
  }
  return out + "\n]}\n";
}

}  // namespace soat
