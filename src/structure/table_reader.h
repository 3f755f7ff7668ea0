// Lines with cells → tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soat/rule.h"
#include "soat/structure.h"
#include "structure/lines.h"

namespace soat {

/// Finds the tables among the lines of a text and reads them.
class TableReader {
 public:
  TableReader(std::string_view key, std::string_view text, const std::vector<Line>& lines, const RuleSet& rules)
      : key_(key), text_(text), lines_(lines), rules_(rules) {}

  /// The line behind the table that starts at line `index`; `index` itself when none starts there. Blank lines and
  /// repeated headers inside belong to it.
  size_t TableEnd(size_t index) const;
  /// Reads the table of lines [begin, end).
  Table Read(size_t begin, size_t end) const;

 private:
  bool IsRow(const Line& line) const;
  void ReadRows(size_t begin, size_t end, Table& table) const;
  void NameRow(Row& row, Table& table) const;
  bool IsHeader(const Row& row) const;
  void ReadColumns(Table& table) const;
  ColumnRole RoleOf(Span header) const;
  std::string UnitInHeader(Span header) const;
  std::string DeclaredUnit(size_t begin) const;
  std::string UnitAfterDeclaration(std::string_view words) const;

  const std::string_view key_, text_;
  const std::vector<Line>& lines_;
  const RuleSet& rules_;
};

}  // namespace soat
