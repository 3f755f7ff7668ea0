// The numbers of a table, by row and column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relations/amounts.h"
#include "relations/figure_cursor.h"
#include "relations/finding_list.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// The cells of one table that hold a number and little else.
class NumberGrid {
 public:
  NumberGrid(const Document& document, const Analysis& analysis, const Table& table);

  size_t rows() const { return table_.rows.size(); }
  size_t columns() const { return columns_; }
  /// The number of a cell: an amount or a percentage. Null for a header, an empty cell, words.
  const Amount* At(size_t row, size_t column) const {
    const uint32_t number = cells_[row * columns_ + column];
    return number == 0 ? nullptr : &amounts_[number - 1];
  }
  /// A cell has digits and no blank, and is no number that could be read: "4O,2", "12.34.567", "5-7".
  bool IsUnread(size_t row, size_t column) const { return unread_[row * columns_ + column]; }
  bool IsPercent(size_t row, size_t column) const {
    return At(row, column) != nullptr && At(row, column)->kind == FigureKind::kPercent;
  }
  /// A cell of the column is a percentage (an amount).
  bool HasPercent(size_t column) const { return has_percent_[column]; }
  bool HasAmount(size_t column) const { return has_amount_[column]; }
  /// The index of the first figure that begins in a row or behind it.
  size_t FirstFigure(size_t row) const { return first_figures_[row]; }
  ColumnRole RoleOf(size_t column) const {
    return column < table_.columns.size() ? table_.columns[column].role : ColumnRole::kNone;
  }
  /// The column of the cell in which a span stands; columns() when none does.
  size_t ColumnOf(size_t row, Span span) const;
  /// The words of the row that are no number, in lower case: its label cells, divided by blanks.
  const std::string& Label(size_t row) const { return labels_[row]; }
  const Table& table() const { return table_; }

 private:
  void ReadRow(const Row& row, std::string_view key, FigureCursor& cursor);
  bool ReadCell(Span cell, size_t first);

  const Analysis& analysis_;
  const Table& table_;
  size_t columns_ = 0;
  std::vector<Amount> amounts_;
  std::vector<uint32_t> cells_;  // by row and column: the number of the amount, from 1 on
  std::vector<bool> unread_;     // by row and column
  std::vector<bool> has_percent_, has_amount_;
  std::vector<size_t> first_figures_;
  std::vector<std::string> labels_;
};

/// The grid of a table of the report, made once. It lives as long as `found`.
const NumberGrid& GridOf(FindingList& found, const Table& table);

}  // namespace soat
