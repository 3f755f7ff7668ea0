// The numbers of a table, by row and column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relations/amounts.h"
#include "relations/finding_list.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// The index of the first figure that begins at `offset` or behind it.
size_t FirstFigureFrom(const Analysis& analysis, uint32_t offset);

/// The cells of one table that hold a number and little else.
class NumberGrid {
 public:
  NumberGrid(const Document& document, const Analysis& analysis, const Table& table);

  size_t rows() const { return cells_.size(); }
  size_t columns() const { return columns_; }
  /// The number of a cell: an amount or a percentage. Nothing for a header, an empty cell, words.
  const std::optional<Amount>& At(size_t row, size_t column) const { return cells_[row][column]; }
  bool IsPercent(size_t row, size_t column) const {
    return At(row, column) && At(row, column)->kind == FigureKind::kPercent;
  }
  ColumnRole RoleOf(size_t column) const {
    return column < table_.columns.size() ? table_.columns[column].role : ColumnRole::kNone;
  }
  /// The column of the cell in which a span stands; columns() when none does.
  size_t ColumnOf(size_t row, Span span) const;
  /// The words of the row that are no number, in lower case: its label cells, divided by blanks.
  const std::string& Label(size_t row) const { return labels_[row]; }
  const Table& table() const { return table_; }

 private:
  static std::optional<Amount> Read(const Analysis& analysis, Span cell);

  const Table& table_;
  size_t columns_ = 0;
  std::vector<std::vector<std::optional<Amount>>> cells_;
  std::vector<std::string> labels_;
};

/// The grid of a table of the report, made once. It lives as long as `found`.
const NumberGrid& GridOf(FindingList& found, const Table& table);

}  // namespace soat
