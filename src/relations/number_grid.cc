#include "relations/number_grid.h"

#include <algorithm>
#include <iterator>

namespace soat {
namespace {

constexpr size_t kWordsBeside = 14;  // bytes of a cell beside its number: "12 xã", "98,5 %"

// Without signs of emphasis.
void AppendWords(std::string& label, std::string_view words) {
  if (!label.empty()) label += ' ';
  std::copy_if(words.begin(), words.end(), std::back_inserter(label), [](char c) { return c != '*' && c != '_'; });
}

}  // namespace

size_t FirstFigureFrom(const Analysis& analysis, uint32_t offset) {
  const auto first = std::lower_bound(analysis.figures.begin(), analysis.figures.end(), offset,
                                      [](const Figure& figure, uint32_t begin) { return figure.span.begin < begin; });
  return static_cast<size_t>(first - analysis.figures.begin());
}

size_t NumberGrid::ColumnOf(size_t row, Span span) const {
  const std::vector<Span>& cells = table_.rows[row].cells;
  const auto cell = std::find_if(cells.begin(), cells.end(),
                                 [&](Span one) { return one.begin <= span.begin && span.end <= one.end; });
  return cell == cells.end() ? columns_ : static_cast<size_t>(cell - cells.begin());
}

NumberGrid::NumberGrid(const Document& document, const Analysis& analysis, const Table& table) : table_(table) {
  for (const Row& row : table.rows) columns_ = std::max(columns_, row.cells.size());
  for (const Row& row : table.rows) {
    std::vector<std::optional<Amount>>& cells = cells_.emplace_back(columns_);
    std::string& label = labels_.emplace_back();
    for (size_t column = 0; column < row.cells.size() && !row.header; ++column) {
      if (RoleOf(column) != ColumnRole::kNumber) cells[column] = Read(analysis, row.cells[column]);
      const Span cell = row.cells[column];
      if (!cells[column]) AppendWords(label, std::string_view(document.key).substr(cell.begin, cell.size()));
    }
  }
}

std::optional<Amount> NumberGrid::Read(const Analysis& analysis, Span cell) {
  const auto first = analysis.figures.begin() + static_cast<std::ptrdiff_t>(FirstFigureFrom(analysis, cell.begin));
  if (first == analysis.figures.end() || first->span.end > cell.end) return std::nullopt;
  if (std::next(first) != analysis.figures.end() && std::next(first)->span.begin < cell.end) return std::nullopt;
  const bool fits = first->kind == FigureKind::kCount || first->kind == FigureKind::kMoney ||
                    first->kind == FigureKind::kMeasure || first->kind == FigureKind::kPercent;
  if (!fits || !first->value || first->value_max || cell.size() > first->span.size() + kWordsBeside)
    return std::nullopt;
  Amount amount;
  amount.figure = static_cast<uint32_t>(first - analysis.figures.begin());
  amount.number = {*first->value, std::nullopt, first->qualifier};
  amount.target = ValueTarget(*first);
  amount.unit = first->unit;
  amount.noun = FirstWord(first->unit);
  amount.kind = first->kind;
  return amount;
}

}  // namespace soat
