// AlignedTableReader. A false table is worse than a missed one: it lends its units to numbers.
#include "structure/aligned_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "structure/column_words.h"
#include "text/phrases.h"

namespace soat {
namespace {

constexpr size_t kMostBlankLines = 2, kMostTextLines = 6;  // between two rows of numbers
constexpr size_t kMostContinuations = 4;                   // behind the last of them
constexpr size_t kMostHeaderLines = 8;
constexpr uint32_t kWidestText = 70, kWidestHeaderCell = 45;  // characters; what is wider is prose
constexpr size_t kFewestRows = 3, kFewestNumberColumns = 2;
constexpr uint32_t kJitter = 1;  // characters by which the edges of one column differ in print

using Edges = std::array<uint32_t, 3>;  // left, right and middle of a cell, in half characters

// The numbers of a column share their right edge, their left edge, or their middle; one in four may be off.
bool ShareAnEdge(const std::vector<Edges>& numbers) {
  for (size_t kind = 0; kind < std::tuple_size_v<Edges>; ++kind) {
    std::vector<uint32_t> places;
    places.reserve(numbers.size());
    for (const Edges& edges : numbers) places.push_back(edges[kind]);
    std::sort(places.begin(), places.end());
    const uint32_t middle = places[places.size() / 2];
    const auto near = std::count_if(places.begin(), places.end(), [&](uint32_t place) {
      return place + 2 * kJitter >= middle && place <= middle + 2 * kJitter;
    });
    if (4 * static_cast<size_t>(near) >= 3 * places.size()) return true;
  }
  return false;
}

void Widen(const Cell& cell, Extent& extent) {
  extent = {std::min(extent.left, cell.left), std::max(extent.right, cell.right)};
}

}  // namespace

struct AlignedTableReader::Body {
  size_t begin = 0, end = 0;
  std::vector<size_t> rows;     // lines with numbers
  std::vector<size_t> pending;  // text lines behind the last of them
  AlignedColumns columns;
};

// Two cells or more, a number among those behind the first, and no dotted leader.
bool AlignedTableReader::IsDataRow(const Line& line, const std::vector<Cell>& cells) const {
  if (!line.gaps || cells.size() < 2) return false;
  const std::string_view words = text_.substr(line.span.begin, line.span.size());
  if (words.find("....") != std::string_view::npos || words.find("……") != std::string_view::npos) return false;
  return std::any_of(cells.begin() + 1, cells.end(), [&](const Cell& cell) { return IsNumberCell(Words(cell)); });
}

// Words between rows: a cell that goes on, a group of rows. A number by itself is that of a page.
bool AlignedTableReader::MayBeText(const std::vector<Cell>& cells) const {
  if (cells.size() == 1 && IsNumberCell(Words(cells.front()))) return false;
  return std::all_of(cells.begin(), cells.end(),
                     [](const Cell& cell) { return cell.right - cell.left <= kWidestText; });
}

// A row joins when it stands below the others and the words between fit too. One title may reach over several columns.
bool AlignedTableReader::TakeDataRow(size_t line, const std::vector<Cell>& cells, Body& body) const {
  const auto number = static_cast<uint32_t>(line);
  if (!body.columns.Add(number, cells) && !body.columns.Add(number, WithRowNumberApart(text_, cells))) return false;
  for (const size_t text : body.pending) {
    const std::vector<Cell> words = CellsOf(text);
    if (!body.columns.Add(static_cast<uint32_t>(text), words) && words.size() > 1) return false;
  }
  body.pending.clear();
  body.rows.push_back(line);
  body.end = line + 1;
  return true;
}

void AlignedTableReader::Grow(Body& body) const {
  size_t blank = 0;
  for (size_t i = body.begin; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    if (line.blank()) {
      if (++blank > kMostBlankLines) return;
      continue;
    }
    if (line.table || line.bars || line.ruler) return;
    const std::vector<Cell> cells = CellsOf(i);
    if (IsDataRow(line, cells)) {
      if (!TakeDataRow(i, cells, body)) return;
    } else if (!MayBeText(cells) || body.pending.size() == kMostTextLines) {
      return;
    } else {
      body.pending.push_back(i);
    }
    blank = 0;
  }
}

// Lines directly behind the last row that go on in its cells. In the first column only what begins in lower case does.
void AlignedTableReader::TakeContinuations(Body& body) const {
  for (size_t taken = 0; taken < kMostContinuations && body.end < lines_.size(); ++taken) {
    const Line& line = lines_[body.end];
    if (line.blank() || line.table || line.bars || line.ruler) return;
    const std::vector<Cell> cells = CellsOf(body.end);
    if (!MayBeText(cells)) return;
    const bool below = std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) {
      const std::optional<Cover> cover = CoverOf(body.columns.extents(), cell);
      return cover && cover->first == cover->last && (cover->first > 0 || BeginsLower(text_, key_, cell.span));
    });
    if (!below || !body.columns.Add(static_cast<uint32_t>(body.end), cells)) return;
    ++body.end;
  }
}

// The first column does not count: numbers there are those of the rows.
size_t AlignedTableReader::CountNumberColumns(const Body& body) const {
  std::vector<std::vector<Edges>> edges(body.columns.extents().size());
  for (const size_t row : body.rows) {
    for (const Cell& cell : CellsOf(row)) {
      if (!IsNumberCell(Words(cell))) continue;
      if (const auto cover = CoverOf(body.columns.extents(), cell))
        edges[cover->first].push_back({2 * cell.left, 2 * cell.right, cell.left + cell.right});
    }
  }
  return static_cast<size_t>(std::count_if(edges.begin() + 1, edges.end(), [&](const std::vector<Edges>& numbers) {
    return numbers.size() > 1 && 2 * numbers.size() >= body.rows.size() && ShareAnEdge(numbers);
  }));
}

// Short cells of words, no sentence, and not the line that declares the unit of the table.
bool AlignedTableReader::MayBeHeader(size_t line) const {
  if (lines_[line].table || lines_[line].bars || lines_[line].ruler) return false;
  const Span span = lines_[line].span;
  if (!DeclaredUnitIn(key_.substr(span.begin, span.size()), rules_).empty()) return false;
  const std::vector<Cell> cells = CellsOf(line);
  bool wide_gap = cells.size() == 1;  // prose that was stretched to the margin has two spaces between words
  for (size_t i = 1; i < cells.size(); ++i) wide_gap = wide_gap || cells[i].left - cells[i - 1].right > 2;
  return wide_gap && std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) {
           const std::string_view words = Words(cell);
           const bool number = IsNumberCell(words) && !IsYearCell(words);
           return cell.right - cell.left <= kWidestHeaderCell && words.back() != ';' && words.back() != ':' && !number;
         });
}

// Where the lines above the rows begin that have cells of words; the rows' first line when there are none.
size_t AlignedTableReader::HeaderBegin(const Body& body, size_t free) const {
  size_t begin = body.begin, seen = 0, blank = 0;
  for (size_t i = body.begin; i > free && seen < kMostHeaderLines; --i) {
    const Line& line = lines_[i - 1];
    if (line.blank()) {
      if (++blank > 1) break;
      continue;
    }
    if (!MayBeHeader(i - 1)) break;
    ++seen;
    blank = 0;
    const std::vector<Cell> cells = CellsOf(i - 1);
    if (cells.size() > body.columns.extents().size() + 2) break;
    // A title by itself above the table is no header; between lines of one it is a cell of its own.
    if (cells.size() > 1) begin = i - 1;
  }
  return begin;
}

// The header widens the columns, from its last line up, so that what is centred over two columns reaches over both. It
// can stand beside the numbers of its column, and over a column whose cells are all empty.
std::vector<Extent> AlignedTableReader::ColumnsWithHeader(size_t begin, const Body& body) const {
  std::vector<Extent> extents = body.columns.extents();
  std::vector<bool> headed(extents.size());
  std::vector<Cell> beside;
  for (size_t i = body.begin; i-- > begin;) {
    for (const Cell& cell : CellsOf(i)) {
      const std::optional<Cover> cover = CoverOf(extents, cell);
      if (!cover) {
        beside.push_back(cell);
        continue;
      }
      for (size_t column = cover->first; column <= cover->last; ++column) headed[column] = true;
      if (cover->first == cover->last) Widen(cell, extents[cover->first]);
    }
  }
  for (const Cell& cell : beside) {
    if (CoverOf(extents, cell)) continue;
    const auto right =
        std::find_if(extents.begin(), extents.end(), [&](Extent extent) { return extent.left >= cell.right; });
    const auto index = static_cast<size_t>(right - extents.begin());
    if (index < extents.size() && !headed[index]) {
      Widen(cell, extents[index]);
      headed[index] = true;
    } else if (index > 0 && !headed[index - 1]) {
      Widen(cell, extents[index - 1]);
      headed[index - 1] = true;
    } else {
      extents.insert(right, {cell.left, cell.right});
      headed.insert(headed.begin() + static_cast<ptrdiff_t>(index), true);
    }
  }
  return extents;
}

AlignedTable AlignedTableReader::TableAt(size_t index, size_t free) const {
  AlignedTable table;
  table.lines.end = index + 1;
  if (!IsDataRow(lines_[index], CellsOf(index))) return table;
  Body body;
  body.begin = body.end = index;
  Grow(body);
  table.lines = {index, std::max(body.end, index + 1), CellLayout::kAligned, index, {}};
  if (body.rows.size() + 1 < kFewestRows) return table;
  const size_t numbers = CountNumberColumns(body), header = HeaderBegin(body, free);
  const bool headed = header < body.begin;
  table.is_table = body.rows.size() >= kFewestRows ? numbers >= kFewestNumberColumns || (headed && numbers > 0)
                                                   : headed && numbers >= kFewestNumberColumns;
  if (!table.is_table) return table;
  TakeContinuations(body);
  table.lines = {header, body.end, CellLayout::kAligned, index, ColumnsWithHeader(header, body)};
  return table;
}

}  // namespace soat
