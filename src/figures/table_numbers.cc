#include "figures/table_numbers.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

// The rules that know the same numbers by the words and tabs around them; a skip is theirs too.
constexpr std::string_view kRowRule = "marker/table-row", kColumnsRule = "marker/column-numbers";

class NumberSkipper {
 public:
  NumberSkipper(const Document& document, const RuleSet& rules, Analysis& analysis)
      : document_(document), rules_(rules), analysis_(analysis) {}

  void Skip() {
    const size_t before = analysis_.skips.size();
    for (const Table& table : analysis_.structure.tables) {
      for (const Row& row : table.rows) {
        if (row.column_numbers)
          SkipIn({row.cells.front().begin, row.cells.back().end}, kColumnsRule);
        else if (!row.header && NumbersRow(table, row))
          SkipIn(row.cells.front(), kRowRule);
      }
    }
    if (analysis_.skips.size() == before) return;
    std::erase_if(analysis_.figures, [](const Figure& figure) { return figure.span.size() == 0; });
    std::sort(analysis_.skips.begin(), analysis_.skips.end(),
              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  }

 private:
  // The header says so, or, where it does not speak of the column, words follow in the next cell.
  bool NumbersRow(const Table& table, const Row& row) const {
    if (row.number.empty() || row.cells.size() < 2) return false;
    const ColumnRole role = table.columns.front().role;
    if (role != ColumnRole::kNone) return role == ColumnRole::kNumber;
    const Span next = row.cells[1];
    return next.size() > 0 && IsLetterAt(document_.text, next.begin);
  }

  // An emptied span marks what will be erased.
  void SkipIn(Span cells, std::string_view rule_id) {
    auto figure = std::lower_bound(analysis_.figures.begin(), analysis_.figures.end(), cells.begin,
                                   [](const Figure& each, uint32_t begin) { return each.span.begin < begin; });
    for (; figure != analysis_.figures.end() && figure->span.end <= cells.end; ++figure) {
      const auto rule = std::find_if(rules_.figure_rules.begin(), rules_.figure_rules.end(),
                                     [&](const FigureRule& each) { return each.id == rule_id; });
      const auto index = static_cast<uint32_t>(rule - rules_.figure_rules.begin());
      analysis_.skips.push_back({figure->span, rule == rules_.figure_rules.end() ? figure->rule : index});
      figure->span.end = figure->span.begin;
    }
  }

  const Document& document_;
  const RuleSet& rules_;
  Analysis& analysis_;
};

}  // namespace

void SkipTableNumbers(const Document& document, const RuleSet& rules, Analysis& analysis) {
  NumberSkipper(document, rules, analysis).Skip();
}

}  // namespace soat
