// Tables whose columns are aligned by spaces, as `pdftotext -layout` prints them.
#pragma once

#include <string_view>
#include <vector>

#include "soat/rule.h"
#include "structure/cells.h"
#include "structure/lines.h"
#include "structure/table_finder.h"

namespace soat {

/// What a line with gaps turned out to begin.
struct AlignedTable {
  bool is_table = false;
  TableLines lines;  ///< when it is none, the lines up to `end` need not be looked at again
};

/// Looks for rows of numbers below each other, and for the header above them.
class AlignedTableReader {
 public:
  AlignedTableReader(std::string_view text, std::string_view key, const std::vector<Line>& lines, const RuleSet& rules)
      : text_(text), key_(key), lines_(lines), rules_(rules) {}

  /// The table whose first row of numbers is the line `index`. Its header may reach up to the line `free`.
  AlignedTable TableAt(size_t index, size_t free) const;

 private:
  struct Body;  // rows as they are found, with the columns that they form

  std::vector<Cell> CellsOf(size_t line) const { return CellsBetweenGaps(text_, lines_[line].span); }
  std::string_view Words(const Cell& cell) const { return text_.substr(cell.span.begin, cell.span.size()); }
  bool IsDataRow(const Line& line, const std::vector<Cell>& cells) const;
  bool MayBeText(const std::vector<Cell>& cells) const;
  bool TakeDataRow(size_t line, const std::vector<Cell>& cells, Body& body) const;
  void Grow(Body& body) const;
  void TakeContinuations(Body& body) const;
  size_t CountNumberColumns(const Body& body) const;
  size_t HeaderBegin(const Body& body, size_t free) const;
  bool MayBeHeader(size_t line) const;
  std::vector<Extent> ColumnsWithHeader(size_t begin, const Body& body) const;

  const std::string_view text_, key_;
  const std::vector<Line>& lines_;
  const RuleSet& rules_;
};

}  // namespace soat
