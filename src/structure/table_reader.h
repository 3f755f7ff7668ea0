// The lines of a table → its columns and rows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "soat/rule.h"
#include "soat/structure.h"
#include "structure/cells.h"
#include "structure/lines.h"
#include "structure/table_finder.h"

namespace soat {

/// Reads tables that FindTables found.
class TableReader {
 public:
  TableReader(std::string_view key, std::string_view text, const std::vector<Line>& lines, const RuleSet& rules)
      : key_(key), text_(text), lines_(lines), rules_(rules) {}

  Table Read(const TableLines& found) const;

 private:
  /// A line of the table as it is printed.
  struct PrintedRow {
    std::vector<Span> cells;
    std::vector<size_t> reach;  // of each cell, the last column that it stands over
    size_t line = 0;
    size_t ruled = 0;  // how many rulers stand before it
  };

  std::string_view Key(Span span) const { return key_.substr(span.begin, span.size()); }
  std::string_view Text(Span span) const { return text_.substr(span.begin, span.size()); }
  std::vector<PrintedRow> PrintedRows(const TableLines& found) const;
  std::vector<PrintedRow> StackedRows(const TableLines& found) const;
  std::vector<Span> SpansOf(size_t line, CellLayout layout) const;
  void Place(std::vector<Cell> cells, const std::vector<Extent>& columns, Span line, PrintedRow& row) const;
  void PlaceInFrame(std::vector<std::vector<Cell>> cells, std::vector<PrintedRow>& rows) const;

  size_t HeaderRows(const TableLines& found, const std::vector<PrintedRow>& rows) const;
  bool GoesOnHeader(const PrintedRow& row, const PrintedRow& above) const;
  size_t WordsOfFirstRow(const std::vector<PrintedRow>& rows, size_t headers) const;
  bool HasNumbers(const PrintedRow& row) const;
  bool HasYearsAlone(const PrintedRow& row) const;
  void ReachOverEmptyCells(size_t headers, std::vector<PrintedRow>& rows) const;
  void MarkHeaders(const TableLines& found, const std::vector<PrintedRow>& printed, size_t headers, Table& table) const;

  void ReadColumns(const std::vector<PrintedRow>& printed, size_t headers, Table& table) const;
  void ReadColumn(const std::vector<PrintedRow>& printed, size_t headers, size_t index, Column& column) const;
  bool HoldsNumbers(const Table& table, size_t column) const;
  void RejectLabelsOfNumbers(Table& table) const;
  bool HoldsUnits(const Table& table, size_t column) const;
  void FindUnits(Table& table) const;
  void ReadColumnNumbers(Table& table) const;
  std::string DeclaredUnit(size_t begin) const;
  std::vector<bool> RunOn(const std::vector<PrintedRow>& printed, size_t headers) const;

  const std::string_view key_, text_;
  const std::vector<Line>& lines_;
  const RuleSet& rules_;
};

}  // namespace soat
