// TableReader: first the cells of each line, then which lines are headers, then what the columns and the rows are.
#include "structure/table_reader.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "structure/column_words.h"
#include "structure/row_tree.h"
#include "text/byte_classes.h"
#include "text/phrases.h"

namespace soat {
namespace {

constexpr size_t kLongestUnit = 24;  // bytes
// A line that declares the unit of a table stands at most so many lines before it.
constexpr size_t kDeclarationLines = 4;
constexpr size_t kMostHeaderRows = 6;

}  // namespace

// The spans of the cells of a line whose columns are not asked for.
std::vector<Span> TableReader::SpansOf(size_t line, CellLayout layout) const {
  if (layout == CellLayout::kSigns) return SplitCells(text_, lines_[line].span);
  std::vector<Span> spans;
  for (const Cell& cell : CellsBetweenBars(text_, lines_[line].span)) spans.push_back(cell.span);
  return spans;
}

// Puts cells into the columns that they stand in. Cells that fall into one are joined; the others are empty, at the
// place where they would stand, so that the cells stay in order.
void TableReader::Place(std::vector<Cell> cells, const std::vector<Extent>& columns, Span line, PrintedRow& row) const {
  const auto first = cells.empty() ? std::nullopt : CoverOf(columns, cells.front());
  if (first && first->first == 0 && first->last == 1) cells = WithRowNumberApart(text_, std::move(cells));
  row.cells.assign(columns.size(), {});
  row.reach.resize(columns.size());
  for (size_t i = 0; i < columns.size(); ++i) row.reach[i] = i;
  for (const Cell& cell : cells) {
    const Cover cover = CoverOf(columns, cell).value_or(Cover{});
    Span& span = row.cells[cover.first];
    span = span.size() > 0 ? Span{span.begin, cell.span.end} : cell.span;
    row.reach[cover.first] = cover.last;
  }
  uint32_t end = line.begin;
  for (Span& span : row.cells) {
    if (span.size() == 0) span = {end, end};
    end = span.end;
  }
}

// A cell of a drawn table can reach over several columns: then the line has fewer bars, but those stand below others.
void TableReader::PlaceInFrame(std::vector<std::vector<Cell>> cells, std::vector<PrintedRow>& rows) const {
  const auto widest =
      std::max_element(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  if (widest == cells.end()) return;
  std::vector<Extent> columns;
  for (const Cell& cell : *widest) columns.push_back({cell.left, cell.right});
  const auto starts = [&](const Cell& cell) {
    return std::any_of(columns.begin(), columns.end(), [&](Extent extent) { return extent.left == cell.left; });
  };
  const auto ends = [&](const Cell& cell) {
    return std::any_of(columns.begin(), columns.end(), [&](Extent extent) { return extent.right == cell.right; });
  };
  for (size_t i = 0; i < rows.size(); ++i) {
    if (cells[i].size() == columns.size() ||
        !std::all_of(cells[i].begin(), cells[i].end(), [&](const Cell& cell) { return starts(cell) && ends(cell); }))
      continue;
    Place(std::move(cells[i]), columns, lines_[rows[i].line].span, rows[i]);
  }
}

// Each line is a cell. Of the sum below the number is missing.
std::vector<TableReader::PrintedRow> TableReader::StackedRows(const TableLines& found) const {
  std::vector<PrintedRow> rows;
  for (size_t i = found.begin; i < found.end; ++i) {
    if (lines_[i].blank()) continue;
    const Span cell = SplitCells(text_, lines_[i].span).front();
    if (rows.empty() || rows.back().cells.size() == found.width) {
      rows.emplace_back().line = i;
      if (rows.size() > 1 && !IsNumberCell(Text(cell))) rows.back().cells.push_back({cell.begin, cell.begin});
    }
    rows.back().cells.push_back(cell);
  }
  for (PrintedRow& row : rows) {
    row.reach.resize(row.cells.size());
    std::iota(row.reach.begin(), row.reach.end(), size_t{0});
  }
  return rows;
}

std::vector<TableReader::PrintedRow> TableReader::PrintedRows(const TableLines& found) const {
  if (found.layout == CellLayout::kLines) return StackedRows(found);
  const auto line = lines_.begin();
  const bool framed = found.layout == CellLayout::kSigns &&
                      std::any_of(line + static_cast<ptrdiff_t>(found.begin), line + static_cast<ptrdiff_t>(found.end),
                                  [](const Line& each) { return each.ruler; });
  std::vector<PrintedRow> rows;
  rows.reserve(found.end - found.begin);
  std::vector<std::vector<Cell>> cells;  // of a framed table
  size_t ruled = 0;
  for (size_t i = found.begin; i < found.end; ++i) {
    if (lines_[i].ruler) ++ruled;
    if (lines_[i].ruler || (lines_[i].blank() && !lines_[i].table)) continue;
    PrintedRow& row = rows.emplace_back();
    row.line = i;
    row.ruled = ruled;
    if (found.layout == CellLayout::kAligned) {
      Place(CellsBetweenGaps(text_, lines_[i].span), found.columns, lines_[i].span, row);
      continue;
    }
    row.cells = SpansOf(i, found.layout);
    row.reach.resize(row.cells.size());
    std::iota(row.reach.begin(), row.reach.end(), size_t{0});
    if (framed) cells.push_back(CellsBetweenSigns(text_, lines_[i].span));
  }
  if (framed) PlaceInFrame(std::move(cells), rows);
  return rows;
}

bool TableReader::HasNumbers(const PrintedRow& row) const {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [&](Span cell) { return IsNumberCell(Text(cell)) && !IsYearCell(Text(cell)); });
}

bool TableReader::HasYearsAlone(const PrintedRow& row) const {
  return !HasNumbers(row) &&
         std::any_of(row.cells.begin(), row.cells.end(), [&](Span cell) { return IsYearCell(Text(cell)); });
}

// The second row of a header: its first cell is empty, as above it one cell stands for both, and it has no numbers. A
// cell of words alone is the name of a group of rows, unless it goes on in lower case.
bool TableReader::GoesOnHeader(const PrintedRow& row, const PrintedRow& above) const {
  if (row.cells.empty() || row.cells.front().size() > 0 || HasNumbers(row) || row.cells.size() < above.cells.size())
    return false;
  size_t filled = 0;
  for (size_t i = 0; i < row.cells.size(); ++i) {
    const Span cell = row.cells[i];
    if (cell.size() == 0) continue;
    const bool goes_on = text_[cell.begin] == '(' ||
                         (IsLetterAt(text_, cell.begin) && text_.substr(cell.begin, 3) == key_.substr(cell.begin, 3));
    const bool label = i < above.cells.size() && RoleInHeader(Key(above.cells[i]), rules_) == ColumnRole::kLabel;
    if (label && !goes_on) return false;
    filled += goes_on && row.cells.size() > 2 ? 2 : 1;
  }
  return filled > 1;
}

// How many of the lines above the first row of numbers are the beginning of its words, when those are centred: each has
// one cell, in the column where the words of that row begin in lower case or are missing.
size_t TableReader::WordsOfFirstRow(const std::vector<PrintedRow>& rows, size_t headers) const {
  for (size_t lines = 1; lines < headers; ++lines) {
    const std::vector<Span>& cells = rows[headers - lines].cells;
    const auto filled = [](Span cell) { return cell.size() > 0; };
    const auto cell = std::find_if(cells.begin(), cells.end(), filled);
    const Span words = rows[headers].cells[static_cast<size_t>(cell - cells.begin())];
    if (std::count_if(cells.begin(), cells.end(), filled) != 1) return 0;
    if (words.size() > 0 && !BeginsLower(text_, key_, words)) return 0;
    if (!BeginsLower(text_, key_, *cell)) return lines;
  }
  return 0;
}

size_t TableReader::HeaderRows(const TableLines& found, const std::vector<PrintedRow>& rows) const {
  size_t count = 0;
  if (found.layout == CellLayout::kLines) return 1;
  const size_t most = std::min(rows.size() - 1, kMostHeaderRows);
  if (found.layout == CellLayout::kAligned) {
    while (count < most && rows[count].line < found.body) ++count;
    count -= WordsOfFirstRow(rows, count);
    if (count < most && HasYearsAlone(rows[count])) ++count;
    return count;
  }
  const auto ruled =
      std::find_if(rows.begin(), rows.end(), [&](const PrintedRow& row) { return row.ruled > rows.front().ruled; });
  if (ruled != rows.end()) {
    count = static_cast<size_t>(ruled - rows.begin());
    if (count > most || std::any_of(rows.begin(), ruled, [&](const PrintedRow& row) { return HasNumbers(row); }))
      count = 0;
  }
  if (count == 0 && NamesColumns(key_, rows.front().cells, rules_)) count = 1;
  while (count > 0 && count < most && GoesOnHeader(rows[count], rows[count - 1])) ++count;
  return count;
}

// Tabs do not tell how far a cell reaches. Over an empty cell beside it, when both have cells of their own below.
void TableReader::ReachOverEmptyCells(size_t headers, std::vector<PrintedRow>& rows) const {
  const auto filled = [&](size_t row, size_t column) {
    return column < rows[row].cells.size() && rows[row].cells[column].size() > 0;
  };
  for (size_t row = 0; row + 1 < headers; ++row) {
    for (size_t column = 0; column < rows[row].cells.size(); ++column) {
      size_t below = row + 1;
      while (below < headers && !filled(below, column)) ++below;
      if (!filled(row, column) || below == headers) continue;
      size_t& reach = rows[row].reach[column];
      const auto empty_above = [&](size_t next) {
        for (size_t above = 0; above < below; ++above) {
          if (filled(above, next)) return false;
        }
        return true;
      };
      while (filled(below, reach + 1) && empty_above(reach + 1)) ++reach;
    }
  }
}

// The header, its repetitions on further pages, and the row that numbers the columns behind each.
void TableReader::MarkHeaders(const TableLines& found, const std::vector<PrintedRow>& printed, size_t headers,
                              Table& table) const {
  const auto same = [&](size_t row, size_t header) {
    const std::vector<Span>&a = printed[row].cells, &b = printed[header].cells;
    if (header == 0) return Key(a.front()) == Key(b.front()) && Key(a.back()) == Key(b.back());
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](Span x, Span y) { return Key(x) == Key(y); });
  };
  size_t next = headers;        // the row of the header that would come next where it is repeated
  bool column_numbers = false;  // a row before has them
  for (size_t i = 0; i < printed.size(); ++i) {
    Row& row = table.rows[i];
    const bool may_repeat = found.layout != CellLayout::kAligned || i < headers;
    const bool begins = headers > 0 && may_repeat && same(i, 0);
    const bool numbers = AreColumnNumbers(text_, row.cells);
    if (i < headers || begins || (next < headers && same(i, next))) {
      row.header = true;
      next = i < headers ? headers : (begins ? 1 : next + 1);
    } else {
      const bool behind_header = i == 0 || table.rows[i - 1].header;
      row.header = row.column_numbers = numbers && (behind_header || column_numbers);
      column_numbers = column_numbers || row.column_numbers;
    }
  }
}

void TableReader::ReadColumn(const std::vector<PrintedRow>& printed, size_t headers, size_t index,
                             Column& column) const {
  std::string own, shared;
  Span last;  // of those that are its own
  for (size_t row = 0; row < headers; ++row) {
    for (size_t i = 0; i <= index && i < printed[row].cells.size(); ++i) {
      const Span cell = printed[row].cells[i];
      if (cell.size() == 0 || printed[row].reach[i] < index) continue;
      const bool alone = i == index && printed[row].reach[i] == index;
      if (alone && own.empty()) column.header = cell;
      if (alone) last = cell;
      (alone ? own : shared) += (alone ? own : shared).empty() ? "" : " ";
      (alone ? own : shared) += Key(cell);
      column.headers.push_back(cell);
    }
  }
  if (column.header.size() == 0 && !column.headers.empty()) column.header = column.headers.front();
  const ColumnRole above = RoleInHeader(shared, rules_);
  column.role = RoleInHeader(own, rules_);
  if (column.role == ColumnRole::kPeriod && last != column.header) {  // "Năm 2022" above "Kế hoạch"
    if (const ColumnRole role = RoleInHeader(Key(last), rules_); role != ColumnRole::kNone) column.role = role;
  }
  const bool only_when = column.role == ColumnRole::kPeriod && above != ColumnRole::kNone;
  if (column.role == ColumnRole::kNone || only_when || above == ColumnRole::kComparison) column.role = above;
  column.unit = UnitInHeader(own, rules_);
  if (column.unit.empty()) column.unit = UnitInHeader(shared, rules_);
}

void TableReader::ReadColumns(const std::vector<PrintedRow>& printed, size_t headers, Table& table) const {
  size_t count = 0;
  for (const PrintedRow& row : printed) count = std::max(count, row.cells.size());
  table.columns.resize(count);
  for (size_t i = 0; headers > 0 && i < count; ++i) ReadColumn(printed, headers, i, table.columns[i]);
}

// Whether more cells of a column hold numbers, with or without "≥", than do not.
bool TableReader::HoldsNumbers(const Table& table, size_t column) const {
  size_t filled = 0, numbers = 0;
  for (const Row& row : table.rows) {
    if (row.header || column >= row.cells.size() || row.cells[column].size() == 0) continue;
    std::string_view cell = Text(row.cells[column]);
    for (const std::string_view sign : {"≥", "≤"}) {
      if (cell.starts_with(sign)) cell.remove_prefix(sign.size());
    }
    ++filled;
    numbers += IsNumberCell(cell) ? 1 : 0;
  }
  return 2 * numbers > filled;
}

// "Chỉ tiêu" and "Số dự án" name rows in some tables; a column of numbers behind the one that names them does not. It
// holds targets when the next one has the results.
void TableReader::RejectLabelsOfNumbers(Table& table) const {
  bool named = false;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    Column& column = table.columns[i];
    if (column.role != ColumnRole::kLabel) continue;
    if (i == 0 || !HoldsNumbers(table, i)) {
      named = true;
      continue;
    }
    const bool target = named && i + 1 < table.columns.size() && table.columns[i + 1].role == ColumnRole::kResult;
    column.role = target ? ColumnRole::kTarget : ColumnRole::kNone;
  }
}

// Its cells are short and without capital letters, as those of names are not.
bool TableReader::HoldsUnits(const Table& table, size_t column) const {
  bool any = false;
  for (const Row& row : table.rows) {
    if (row.header || column >= row.cells.size() || row.cells[column].size() == 0) continue;
    const Span cell = row.cells[column];
    if (cell.size() > kLongestUnit || Key(cell) != Text(cell) || IsNumberCell(Text(cell))) return false;
    any = true;
  }
  return any;
}

// "Đơn vị" behind the column that names the rows says in what they are counted, unless it names who reports them.
void TableReader::FindUnits(Table& table) const {
  const auto is_unit = [](const Column& column) { return column.role == ColumnRole::kUnit; };
  if (std::any_of(table.columns.begin(), table.columns.end(), is_unit)) return;
  bool named = false;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    Column& column = table.columns[i];
    if (column.role != ColumnRole::kLabel) continue;
    const std::vector<std::string>& words = rules_.unit_words;
    const bool declared = named && std::find(words.begin(), words.end(), Key(column.header)) != words.end();
    if (declared && HoldsUnits(table, i)) column.role = ColumnRole::kUnit;
    named = true;
  }
}

void TableReader::ReadColumnNumbers(Table& table) const {
  const auto row =
      std::find_if(table.rows.begin(), table.rows.end(), [](const Row& each) { return each.column_numbers; });
  if (row == table.rows.end()) return;
  for (size_t i = 0; i < row->cells.size(); ++i) {
    const ColumnNumber number = ReadColumnNumber(Text(row->cells[i]));
    table.columns[i].number = number.number;
    if (number.formula.size() == 0) continue;
    const uint32_t begin = row->cells[i].begin;
    table.columns[i].formula = {begin + number.formula.begin, begin + number.formula.end};
    Column& column = table.columns[i];
    const std::string_view formula = Text(column.formula);
    if (formula.find_first_of("/:") != std::string_view::npos)
      column.role = ColumnRole::kComparison;
    else if (column.role == ColumnRole::kComparison && formula.find('-') != std::string_view::npos)
      column.role = ColumnRole::kNone;  // "3=2-1": a difference has the unit of both
  }
}

std::string TableReader::DeclaredUnit(size_t begin) const {
  size_t seen = 0;
  for (size_t i = begin; i > 0 && seen < kDeclarationLines; --i) {
    const Line& line = lines_[i - 1];
    if (line.blank()) continue;
    if (line.table) return {};
    ++seen;
    if (std::string unit = DeclaredUnitIn(Key(line.span), rules_); !unit.empty()) return unit;
  }
  return {};
}

// In a grid the lines between two rulers are one row, unless each has numbers: then the rulers hold groups apart.
std::vector<bool> TableReader::RunOn(const std::vector<PrintedRow>& printed, size_t headers) const {
  std::vector<bool> run_on(printed.size());
  if (headers >= printed.size() || printed.back().ruled == printed[headers].ruled) return run_on;
  for (size_t begin = headers; begin < printed.size();) {
    size_t end = begin, with_numbers = 0;
    for (; end < printed.size() && printed[end].ruled == printed[begin].ruled; ++end)
      with_numbers += HasNumbers(printed[end]) ? 1 : 0;
    for (size_t i = begin + 1; i < end; ++i) run_on[i] = with_numbers < 2;
    begin = end;
  }
  return run_on;
}

Table TableReader::Read(const TableLines& found) const {
  Table table;
  table.span = {lines_[found.begin].span.begin, lines_[found.end - 1].span.end};
  std::vector<PrintedRow> printed = PrintedRows(found);
  const size_t headers = HeaderRows(found, printed);
  if (found.layout != CellLayout::kAligned) ReachOverEmptyCells(headers, printed);
  table.rows.reserve(printed.size());
  for (const PrintedRow& row : printed) table.rows.emplace_back().cells = row.cells;
  MarkHeaders(found, printed, headers, table);
  ReadColumns(printed, headers, table);
  RejectLabelsOfNumbers(table);
  FindUnits(table);
  ReadColumnNumbers(table);
  table.unit = DeclaredUnit(found.begin);
  RowTree(text_, key_, rules_, table).Grow(RunOn(printed, headers), found.layout == CellLayout::kAligned);
  return table;
}

}  // namespace soat
