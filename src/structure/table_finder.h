// Where the tables of a text are.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "soat/rule.h"
#include "structure/aligned_columns.h"
#include "structure/lines.h"

namespace soat {

/// What holds the cells of a table apart.
enum class CellLayout : uint8_t {
  kSigns,    ///< tabs, or bars around the words: "| a | b |", "│ a │ b │"
  kBars,     ///< bars between the words: "a | b"
  kAligned,  ///< two spaces and more, below each other
  kLines,    ///< each has a line of its own, as web pages are copied
};

/// The lines [begin, end) of a table. Blank lines and rulers inside belong to it.
struct TableLines {
  size_t begin = 0, end = 0;
  CellLayout layout = CellLayout::kSigns;
  size_t body = 0;                   ///< of an aligned table: the line behind its header
  std::vector<Extent> columns = {};  ///< of an aligned table
  size_t width = 0;                  ///< of cells with lines of their own: how many make a row
};

/// The tables of a text in order. What may be none is left out: prose with double spaces, the head of a report in two
/// columns, signatures, lists with dotted leaders.
std::vector<TableLines> FindTables(std::string_view text, std::string_view key, const std::vector<Line>& lines,
                                   const RuleSet& rules);

}  // namespace soat
