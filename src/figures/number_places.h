// Where in its line a number stands.
#pragma once

#include <cstddef>
#include <string_view>

namespace soat {

/// Everything between the line's start and `position` is blank, a bullet, a table bar or a mark of Markdown.
bool AtLineStart(std::string_view key, size_t position);
/// Another number stands on either side, as in a row of a table whose cells lost their tabs. Wide gaps divide columns.
bool BetweenNumbers(std::string_view key, size_t begin, size_t end);
/// "Dự phòng     215 000     480 150": wide gaps on both sides, or the end of the line behind.
bool FillsColumn(std::string_view key, size_t begin, size_t end);
/// "| 620 000 |": all that is in a cell of a table.
bool FillsCell(std::string_view key, size_t begin, size_t end);
/// "Số dân: 98 456; số hộ: 24 560.": all that stands behind a colon.
bool FillsClause(std::string_view key, size_t begin, size_t end);
/// "| 5\nTháng 2 |": the last cell of a row, and the first word of the next.
bool EndsRow(std::string_view key, size_t begin, size_t end, size_t next);

}  // namespace soat
