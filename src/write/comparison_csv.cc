#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "write/comparison.h"
#include "write/comparison_cells.h"
#include "write/escape.h"

namespace soat {
namespace {

constexpr const char* kByteOrderMark = "\uFEFF";

/// Rows of cells, joined as CSV.
class CsvTable {
 public:
  explicit CsvTable(bool byte_order_mark) : out_(byte_order_mark ? kByteOrderMark : "") {}

  void Text(std::string_view text) {
    Separate();
    AppendCsvText(out_, text);
  }
  /// Begins with a number or is empty: nothing that a spreadsheet would run.
  void Number(std::string_view text) {
    Separate();
    const bool negative = text.starts_with('-');
    if (negative && text.find_first_of(",\"\n") != std::string_view::npos) return AppendCsvText(out_, text);
    if (negative) out_ += '-';
    AppendCsvText(out_, text.substr(negative ? 1 : 0));
  }
  void EndRow() {
    out_ += '\n';
    row_open_ = false;
  }
  std::string Take() { return std::move(out_); }

 private:
  void Separate() {
    if (row_open_) out_ += ',';
    row_open_ = true;
  }

  std::string out_;
  bool row_open_ = false;
};

/// What stands beside a value when it was asked for.
struct Extra {
  bool rank = false, change = false;
};

/// The extra columns of which at least one cell is filled.
Extra ExtraOf(const ComparisonStyle& style, const std::vector<const GridCell*>& cells) {
  Extra extra;
  for (const GridCell* cell : cells) {
    if (cell == nullptr) continue;
    extra.rank = extra.rank || (style.ranks && cell->shown->rank.has_value());
    extra.change = extra.change || (style.changes && cell->shown->change.has_value());
  }
  return extra;
}

void WriteHeads(CsvTable& table, const std::string& name, const Extra& extra) {
  table.Text(name);
  if (extra.rank) table.Text(name + " rank");
  if (extra.change) {
    table.Text(name + " change");
    table.Text(name + " change %");
  }
}

void WriteRank(CsvTable& table, const ComparedCell* cell) {
  table.Number(cell != nullptr && cell->rank ? std::to_string(*cell->rank) : "");
}

void WriteChange(CsvTable& table, const ComparedCell* cell) {
  const bool changed = cell != nullptr && cell->change.has_value();
  table.Number(changed ? ToString(cell->change->difference) : "");
  table.Number(changed && cell->change->percent ? ToString(*cell->change->percent) : "");
}

void WriteCell(CsvTable& table, const Comparison& comparison, const GridCell* cell, const Extra& extra) {
  table.Number(cell == nullptr ? "" : CellText(comparison, *cell));
  const ComparedCell* shown = cell == nullptr ? nullptr : cell->shown;
  if (extra.rank) WriteRank(table, shown);
  if (extra.change) WriteChange(table, shown);
}

std::vector<const GridCell*> CellsOfColumn(const Comparison& comparison, const Grid& grid, size_t column) {
  std::vector<const GridCell*> cells;
  for (uint32_t row = 0; row < comparison.rows.size(); ++row) cells.push_back(grid.Find(row, column));
  return cells;
}

std::vector<const GridCell*> CellsOfRow(const Grid& grid, uint32_t row) {
  std::vector<const GridCell*> cells;
  for (size_t column = 0; column < grid.columns.size(); ++column) cells.push_back(grid.Find(row, column));
  return cells;
}

std::string WriteByUnit(const Comparison& comparison, const ComparisonStyle& style, const Grid& grid) {
  CsvTable table(style.byte_order_mark);
  std::vector<Extra> extras;
  for (const char* head : {"indicator", "name", "scope", "unit"}) table.Text(head);
  for (size_t column = 0; column < grid.columns.size(); ++column) {
    extras.push_back(ExtraOf(style, CellsOfColumn(comparison, grid, column)));
    WriteHeads(table, ColumnName(comparison, grid.columns[column]), extras.back());
  }
  table.EndRow();
  for (uint32_t row = 0; row < comparison.rows.size(); ++row) {
    const ComparedRow& indicator = comparison.rows[row];
    for (const std::string* text : {&indicator.indicator, &indicator.name, &indicator.scope, &indicator.unit}) {
      table.Text(*text);
    }
    for (size_t column = 0; column < grid.columns.size(); ++column) {
      WriteCell(table, comparison, grid.Find(row, column), extras[column]);
    }
    table.EndRow();
  }
  return table.Take();
}

std::string RowName(const ComparedRow& row) {
  if (row.indicator.empty()) return row.name + (row.scope.empty() ? "" : " " + row.scope) + " [" + row.unit + "]";
  return row.indicator + (row.scope.empty() ? "" : " " + row.scope);
}

/// The columns in order: as they are, or by their value in the first row, those without one last.
std::vector<size_t> ColumnOrder(const Comparison& comparison, const Grid& grid, bool by_value) {
  std::vector<size_t> order(grid.columns.size());
  std::iota(order.begin(), order.end(), size_t{0});
  if (!by_value || comparison.rows.empty()) return order;
  const bool less = comparison.rows.front().better == BetterDirection::kLess;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const GridCell* first = grid.Find(0, a);
    const GridCell* second = grid.Find(0, b);
    if (first == nullptr || second == nullptr) return first != nullptr && second == nullptr;
    const int compared = Compare(first->shown->statements.front().value, second->shown->statements.front().value);
    return less ? compared < 0 : compared > 0;
  });
  return order;
}

std::string WriteByIndicator(const Comparison& comparison, const ComparisonStyle& style, const Grid& grid) {
  CsvTable table(style.byte_order_mark);
  std::vector<Extra> extras;
  for (const char* head : {"unit_name", "province", "period"}) table.Text(head);
  for (uint32_t row = 0; row < comparison.rows.size(); ++row) {
    extras.push_back(ExtraOf(style, CellsOfRow(grid, row)));
    WriteHeads(table, RowName(comparison.rows[row]), extras.back());
  }
  table.EndRow();
  for (const size_t column : ColumnOrder(comparison, grid, style.by_value)) {
    const ComparedUnit& unit = comparison.units[grid.columns[column].unit];
    table.Text(unit.name);
    table.Text(unit.province);
    table.Text(PeriodName(grid.columns[column].period));
    for (uint32_t row = 0; row < comparison.rows.size(); ++row) {
      WriteCell(table, comparison, grid.Find(row, column), extras[row]);
    }
    table.EndRow();
  }
  return table.Take();
}

/// One value of a list.
struct ListedValue {
  const ComparedCell* cell;
  const Statement* statement;
  bool counts;  ///< it is the one that a table shows
};

void WriteListed(CsvTable& table, const Comparison& comparison, const ListedValue& value,
                 const ComparisonStyle& style) {
  const ComparedRow& row = comparison.rows[value.cell->row];
  const ComparedUnit& unit = comparison.units[value.cell->unit];
  const ComparedReport& report = comparison.reports[value.statement->report];
  table.Text(row.indicator);
  table.Text(row.scope);
  table.Text(report.unit_name);
  table.Text(unit.province);
  table.Text(report.period.start.empty() ? "" : report.period.start + ".." + report.period.end);
  table.Text(value.cell->period.start.empty() ? "" : value.cell->period.start + ".." + value.cell->period.end);
  table.Number(ToString(value.statement->value));
  table.Text(row.unit);
  table.Text(ToString(value.statement->qualifier));
  table.Text(report.path);
  table.Number(std::to_string(value.statement->line));
  table.Text(row.name);
  table.Number(value.statement->value_max ? ToString(*value.statement->value_max) : "");
  table.Text(value.statement->whole);
  table.Text(style.conflicts ? (value.counts ? "shown" : "other") : (value.cell->conflict ? "conflict" : ""));
  if (style.ranks) WriteRank(table, value.cell);
  if (style.changes) {
    table.Text(value.cell->change ? PeriodName(value.cell->change->from) : "");
    WriteChange(table, value.cell);
  }
  table.EndRow();
}

std::vector<ListedValue> ConflictingValues(const Comparison& comparison) {
  std::vector<ListedValue> values;
  for (const auto& [place, cell] : MakeGrid(comparison, false).cells) {
    if (!cell.conflict) continue;
    for (const ComparedCell* one : cell.all) {
      for (const Statement& statement : one->statements) {
        values.push_back({one, &statement, one == cell.shown && &statement == &one->statements.front()});
      }
    }
  }
  return values;
}

}  // namespace

std::string WriteWideCsv(const Comparison& comparison, const ComparisonStyle& style) {
  const Grid grid = MakeGrid(comparison, style.by == CompareBy::kPeriod);
  return style.by == CompareBy::kIndicator ? WriteByIndicator(comparison, style, grid)
                                           : WriteByUnit(comparison, style, grid);
}

std::string WriteLongCsv(const Comparison& comparison, const ComparisonStyle& style) {
  CsvTable table(style.byte_order_mark);
  for (const char* head : {"indicator", "scope", "unit_name", "province", "report_period", "period", "value", "unit",
                           "qualifier", "report", "line", "name", "value_max", "whole", "mark"}) {
    table.Text(head);
  }
  if (style.ranks) table.Text("rank");
  if (style.changes) {
    for (const char* head : {"from_period", "change", "change_percent"}) table.Text(head);
  }
  table.EndRow();
  std::vector<ListedValue> values;
  if (style.conflicts) {
    values = ConflictingValues(comparison);
  } else {
    for (const ComparedCell* cell : Listed(comparison, style.by_value)) {
      values.push_back({cell, &cell->statements.front(), true});
    }
  }
  for (const ListedValue& value : values) WriteListed(table, comparison, value, style);
  return table.Take();
}

}  // namespace soat
