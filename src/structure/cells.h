// The cells of a line of a table, and what its signs and cells look like.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "soat/document.h"

namespace soat {

/// How many bytes the upright bar has that the text begins with ("|", "│", "┃", "║"); 0 when it begins with none.
size_t BarSize(std::string_view text);
/// How many upright bars the text has.
size_t CountBars(std::string_view text);
/// The line has nothing but the rules of a drawn table, and three strokes of them at least.
bool IsRuler(std::string_view line);

/// A stretch of a line between signs or gaps.
struct Cell {
  Span span;                     ///< trimmed
  uint32_t left = 0, right = 0;  ///< in characters from the beginning of the line: of its words, or from bar to bar
};

/// The cells of a line with tabs or with bars around its words.
std::vector<Cell> CellsBetweenSigns(std::string_view text, Span line);
/// The cells of a line with bars between its words: a bar at its beginning means an empty first cell.
std::vector<Cell> CellsBetweenBars(std::string_view text, Span line);
/// What two spaces or more hold apart. No cell is empty.
std::vector<Cell> CellsBetweenGaps(std::string_view text, Span line);

/// The cells with the number of the row apart from the words behind it, where only one space is between them: "1.1
/// Thu". The same cells when the first does not begin so.
std::vector<Cell> WithRowNumberApart(std::string_view text, std::vector<Cell> cells);

/// The spans of CellsBetweenSigns.
std::vector<Span> SplitCells(std::string_view text, Span line);

/// A cell that is one number and nothing else but its signs: "1.250,5", "(-3,2%)", "12/15", "1 250 000".
bool IsNumberCell(std::string_view cell);
/// A cell that is a bullet and nothing else: "-", "+".
bool IsBullet(std::string_view cell);

}  // namespace soat
