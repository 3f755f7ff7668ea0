// What the cells of a table measure: the row names the figure, the column gives its role.
#pragma once

#include <cstdint>
#include <string>

#include "context/context_lexicons.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/structure.h"

namespace soat {

/// The names of one table's rows. Document and table have to outlive it.
class TableContext {
 public:
  TableContext(const ContextLexicons& words, const Document& document, const Table& table)
      : words_(words), document_(document), table_(table) {}

  /// The words of the cell that names a row, with the rows that continue it.
  std::string RowLabel(uint32_t row) const;

  /// The column that names the rows: by its role, else the first whose cell has words.
  size_t LabelColumn(const Row& row) const;

  /// Whether a column sets others against each other.
  bool IsComparison(size_t column) const { return table_.columns[column].role == ColumnRole::kComparison; }

  /// The last words that head a column: of "So sánh (%)" above "TH/KH" the latter.
  std::string HeaderOf(size_t column) const;

  /// What the figures of a column are.
  FigureRole RoleOf(size_t column) const;

 private:
  Span LabelCell(const Row& row) const;

  const ContextLexicons& words_;
  const Document& document_;
  const Table& table_;
};

}  // namespace soat
