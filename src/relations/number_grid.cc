#include "relations/number_grid.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kWordsBeside = 14;  // bytes of a cell beside its number: "12 xã", "98,5 %"

// Without signs of emphasis.
void AppendWords(std::string& label, std::string_view words) {
  if (!label.empty()) label += ' ';
  if (words.find('*') == std::string_view::npos && words.find('_') == std::string_view::npos) {  // nearly always
    label.append(words);
    return;
  }
  for (size_t from = 0; from < words.size();) {
    size_t to = from;
    while (to < words.size() && words[to] != '*' && words[to] != '_') ++to;
    label.append(words, from, to - from);
    from = to + 1;
  }
}

bool HasDigitsAlone(std::string_view cell) {
  return cell.find(' ') == std::string_view::npos && std::any_of(cell.begin(), cell.end(), IsDigit);
}

}  // namespace

size_t NumberGrid::ColumnOf(size_t row, Span span) const {
  const std::vector<Span>& cells = table_.rows[row].cells;
  const auto cell = std::find_if(cells.begin(), cells.end(),
                                 [&](Span one) { return one.begin <= span.begin && span.end <= one.end; });
  return cell == cells.end() ? columns_ : static_cast<size_t>(cell - cells.begin());
}

NumberGrid::NumberGrid(const Document& document, const Analysis& analysis, const Table& table)
    : analysis_(analysis), table_(table) {
  for (const Row& row : table.rows) columns_ = std::max(columns_, row.cells.size());
  cells_.resize(table.rows.size() * columns_);
  unread_.resize(table.rows.size() * columns_);
  labels_.reserve(table.rows.size());
  first_figures_.reserve(table.rows.size());
  has_percent_.resize(columns_);
  has_amount_.resize(columns_);
  FigureCursor cursor(analysis.figures, table.span.begin);
  amounts_.reserve(FigureCursor(cursor).FirstFrom(table.span.end) - cursor.FirstFrom(table.span.begin));
  for (const Row& row : table.rows) ReadRow(row, document.key, cursor);
}

void NumberGrid::ReadRow(const Row& row, std::string_view key, FigureCursor& cursor) {
  const size_t first_cell = labels_.size() * columns_;
  std::string& label = labels_.emplace_back();
  first_figures_.push_back(row.cells.empty() ? 0 : cursor.FirstFrom(row.cells.front().begin));
  for (size_t column = 0; column < row.cells.size() && !row.header; ++column) {
    const Span cell = row.cells[column];
    if (RoleOf(column) == ColumnRole::kNumber || !ReadCell(cell, cursor.FirstFrom(cell.begin))) {
      AppendWords(label, key.substr(cell.begin, cell.size()));
      unread_[first_cell + column] = HasDigitsAlone(key.substr(cell.begin, cell.size()));
      continue;
    }
    cells_[first_cell + column] = static_cast<uint32_t>(amounts_.size());
    const bool percent = amounts_.back().kind == FigureKind::kPercent;
    (percent ? has_percent_ : has_amount_)[column] = true;
  }
}

// Appends the amount of a cell, if it is one. \param first  the first figure from where the cell begins
bool NumberGrid::ReadCell(Span cell, size_t first) {
  const std::vector<Figure>& figures = analysis_.figures;
  if (first == figures.size() || figures[first].span.end > cell.end) return false;
  if (first + 1 < figures.size() && figures[first + 1].span.begin < cell.end) return false;
  const Figure& figure = figures[first];
  const bool fits = figure.kind == FigureKind::kCount || figure.kind == FigureKind::kMoney ||
                    figure.kind == FigureKind::kMeasure || figure.kind == FigureKind::kPercent;
  if (!fits || !figure.value || figure.value_max || cell.size() > figure.span.size() + kWordsBeside) return false;
  Amount& amount = amounts_.emplace_back();
  amount.figure = static_cast<uint32_t>(first);
  amount.number = {*figure.value, std::nullopt, figure.qualifier};
  amount.target = ValueTarget(figure);
  amount.unit = figure.unit;
  amount.noun = FirstWord(figure.unit);
  amount.kind = figure.kind;
  return true;
}

const NumberGrid& GridOf(FindingList& found, const Table& table) {
  auto& grid = found.grids[&table];
  if (!grid) grid = std::make_shared<const NumberGrid>(found.document, found.analysis, table);
  return *grid;
}

}  // namespace soat
