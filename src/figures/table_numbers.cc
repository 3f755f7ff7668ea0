// TableNumbers.
#include "figures/table_numbers.h"

#include <algorithm>
#include <string_view>

#include "text/byte_classes.h"

namespace soat {
namespace {

// The rules that know the same numbers by the words and tabs around them; a skip is theirs too.
constexpr std::string_view kRowRule = "marker/table-row", kColumnsRule = "marker/column-numbers";

std::optional<uint32_t> IndexOf(std::string_view id, const RuleSet& rules) {
  const auto rule = std::find_if(rules.figure_rules.begin(), rules.figure_rules.end(),
                                 [&](const FigureRule& each) { return each.id == id; });
  if (rule == rules.figure_rules.end()) return std::nullopt;
  return static_cast<uint32_t>(rule - rules.figure_rules.begin());
}

constexpr size_t kLongestMonth = 2;  // digits

// The header says so (months number their rows too), or, where it does not speak of the column, words follow in the
// next cell.
bool NumbersRow(const Document& document, const Table& table, const Row& row) {
  if (row.number.empty() || row.cells.size() < 2) return false;
  const ColumnRole role = table.columns.front().role;
  if (role == ColumnRole::kPeriod) return row.number.size() <= kLongestMonth;
  if (role != ColumnRole::kNone) return role == ColumnRole::kNumber;
  const Span next = row.cells[1];
  return next.size() > 0 && IsLetterAt(document.text, next.begin);
}

}  // namespace

TableNumbers::TableNumbers(const Document& document, const Structure& structure, const RuleSet& rules) {
  if (structure.tables.empty()) return;
  const auto of_rows = IndexOf(kRowRule, rules), of_columns = IndexOf(kColumnsRule, rules);
  for (const Table& table : structure.tables) {
    for (const Row& row : table.rows) {
      if (row.column_numbers)
        cells_.push_back({{row.cells.front().begin, row.cells.back().end}, of_columns});
      else if (!row.header && NumbersRow(document, table, row))
        cells_.push_back({row.cells.front(), of_rows});
    }
  }
  std::stable_sort(cells_.begin(), cells_.end(),
                   [](const Cells& a, const Cells& b) { return a.span.begin < b.span.begin; });
}

}  // namespace soat
