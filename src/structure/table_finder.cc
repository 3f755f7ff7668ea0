// FindTables: signs are tables as they stand; bars between words and aligned words have to prove it.
#include "structure/table_finder.h"

#include <algorithm>
#include <utility>

#include "structure/aligned_table.h"
#include "structure/cells.h"
#include "structure/column_words.h"

namespace soat {
namespace {

constexpr size_t kMostBlankLines = 2;                                       // inside a table
constexpr size_t kLongestHead = 24, kLongestCell = 120, kLongestUnit = 40;  // bytes of cells with lines of their own
constexpr size_t kMostStackedColumns = 16, kFewestStackedRows = 2;
constexpr size_t kFewestBarLines = 3, kFewestNumberLines = 2;

// A line that may be "TT" and no more.
bool IsShort(const Line& line) { return !line.blank() && line.span.size() < kLongestHead; }

class TableFinder {
 public:
  TableFinder(std::string_view text, std::string_view key, const std::vector<Line>& lines, const RuleSet& rules)
      : text_(text), key_(key), lines_(lines), rules_(rules), aligned_(text, key, lines, rules) {
    for (const ColumnPhrase& column : rules.columns) {
      if (column.role == ColumnRole::kNumber) number_words_.push_back(column.phrase);
    }
  }

  std::vector<TableLines> Find();

 private:
  bool HasTwoCells(const Line& line) const;
  bool IsFrame(size_t index) const;
  bool BeginsAnother(size_t first, size_t index) const;
  size_t SignsEnd(size_t index) const;
  std::pair<size_t, bool> BarsEnd(size_t index) const;
  size_t Take(TableLines table);
  Span CellOf(size_t line) const { return SplitCells(text_, lines_[line].span).front(); }
  std::string_view TextOf(size_t line) const {
    const Span cell = CellOf(line);
    return text_.substr(cell.begin, cell.size());
  }
  std::vector<size_t> CellLines(size_t index, size_t most) const;
  size_t RowsOf(const std::vector<size_t>& cells, size_t& width) const;
  bool IsRow(const std::vector<size_t>& cells, size_t first, size_t width, size_t number) const;
  bool HeadsNumbers(size_t line) const;
  size_t LinesEnd(size_t index, size_t& width) const;

  const std::string_view text_, key_;
  const std::vector<Line>& lines_;
  const RuleSet& rules_;
  const AlignedTableReader aligned_;
  std::vector<std::string_view> number_words_;  // of the headers of columns that number rows
  std::vector<TableLines> tables_;
};

bool TableFinder::HasTwoCells(const Line& line) const {
  if (!line.table || line.ruler) return false;
  const std::vector<Span> cells = SplitCells(text_, line.span);
  return std::count_if(cells.begin(), cells.end(), [](Span cell) { return cell.size() > 0; }) > 1;
}

// A ruler of a drawn table, and no stroke below a heading.
bool TableFinder::IsFrame(size_t index) const {
  if (!lines_[index].ruler) return false;
  const std::string_view line = text_.substr(lines_[index].span.begin, lines_[index].span.size());
  return line.find_first_of("+|\xE2") != std::string_view::npos;
}

// Behind blank lines: a header that is not the one of the table repeated, or in a frame another number of columns.
bool TableFinder::BeginsAnother(size_t first, size_t index) const {
  if (IsFrame(index) && index + 1 < lines_.size()) ++index;
  if (!lines_[index].table || lines_[index].ruler) return false;
  const std::vector<Span> a = SplitCells(text_, lines_[first].span), b = SplitCells(text_, lines_[index].span);
  const auto framed = [&](size_t line) {
    return CountBars(text_.substr(lines_[line].span.begin, lines_[line].span.size())) > 1;
  };
  if (framed(first) != framed(index) || (framed(first) && a.size() != b.size())) return true;
  const auto same = [&](Span x, Span y) { return key_.substr(x.begin, x.size()) == key_.substr(y.begin, y.size()); };
  return NamesColumns(key_, b, rules_) && !(same(a.front(), b.front()) && same(a.back(), b.back()));
}

// The line behind the table of tabs or framing bars that starts at a line; the line itself when none does.
size_t TableFinder::SignsEnd(size_t index) const {
  const size_t first = IsFrame(index) && index + 1 < lines_.size() ? index + 1 : index;
  if (!HasTwoCells(lines_[first])) return index;
  size_t end = first, blank = 0;
  for (size_t i = first; i < lines_.size(); ++i) {
    if (blank > 0 && (lines_[i].table || IsFrame(i)) && BeginsAnother(first, i)) break;
    if (lines_[i].table || IsFrame(i) || (lines_[i].indented && !lines_[i].blank())) {
      end = i + 1;
      blank = 0;
    } else if (!lines_[i].blank() || ++blank > kMostBlankLines) {
      break;
    }
  }
  return end;
}

// The line behind lines with as many bars as the first, and whether they are a table.
std::pair<size_t, bool> TableFinder::BarsEnd(size_t index) const {
  const auto bars = [&](size_t i) { return CountBars(text_.substr(lines_[i].span.begin, lines_[i].span.size())); };
  const size_t count = bars(index);
  size_t end = index, rows = 0, numbers = 0;
  bool ruled = false;
  for (; end < lines_.size(); ++end) {
    const Line& line = lines_[end];
    if (line.ruler && !line.blank()) {
      ruled = ruled || (rows == 1 && end > index);
      continue;
    }
    if (!(line.bars || line.table) || bars(end) != count) break;
    ++rows;
    const std::vector<Cell> cells = CellsBetweenBars(text_, line.span);
    numbers += std::any_of(cells.begin() + 1, cells.end(), [&](const Cell& cell) {
      return IsNumberCell(text_.substr(cell.span.begin, cell.span.size()));
    });
  }
  const bool table = ruled ? rows > 1 : rows >= kFewestBarLines && numbers >= kFewestNumberLines;
  return {end, table};
}

// The lines from a header on that may each be a cell: without blank ones, and up to one that is too long.
std::vector<size_t> TableFinder::CellLines(size_t index, size_t most) const {
  std::vector<size_t> cells;
  size_t blank = 0;
  for (; index < lines_.size() && blank <= kMostBlankLines && cells.size() < most; ++index) {
    const Line& line = lines_[index];
    if (line.table || line.gaps || line.bars || line.ruler || line.span.size() > kLongestCell) break;
    blank = line.blank() ? blank + 1 : 0;
    if (!line.blank()) cells.push_back(index);
  }
  return cells;
}

// The number of the row, its name, and then numbers, or words as short as a unit.
bool TableFinder::IsRow(const std::vector<size_t>& cells, size_t first, size_t width, size_t number) const {
  if (first + width > cells.size() || TextOf(cells[first]) != std::to_string(number)) return false;
  if (IsNumberCell(TextOf(cells[first + 1]))) return false;
  bool any = false;
  for (size_t cell = first + 2; cell < first + width; ++cell) {
    const std::string_view text = TextOf(cells[cell]);
    any = any || IsNumberCell(text);
    if (!IsNumberCell(text) && text.size() > kLongestUnit) return false;
  }
  return any;
}

// "TT", "STT": the header of a column that numbers rows. Most lines have no such word and are not looked at closely.
bool TableFinder::HeadsNumbers(size_t line) const {
  const std::string_view all = key_.substr(lines_[line].span.begin, lines_[line].span.size());
  const auto stands = [all](std::string_view word) { return all.find(word) != std::string_view::npos; };
  if (std::none_of(number_words_.begin(), number_words_.end(), stands)) return false;
  const Span cell = CellOf(line);
  return RoleInHeader(key_.substr(cell.begin, cell.size()), rules_) == ColumnRole::kNumber;
}

// How many numbered rows stand below the header with which the lines begin. \param width  how many cells that has
size_t TableFinder::RowsOf(const std::vector<size_t>& cells, size_t& width) const {
  width = 0;
  const auto heads = [&](size_t cell) { return !IsNumberCell(TextOf(cells[cell])) || IsYearCell(TextOf(cells[cell])); };
  while (width < cells.size() && width <= kMostStackedColumns && heads(width)) ++width;
  size_t rows = 0;
  while (width > 2 && IsRow(cells, (rows + 1) * width, width, rows + 1)) ++rows;
  return rows;
}

// The line behind a table whose cells have lines of their own: "TT", "Xã", "Số hộ", "1", "An Hòa", "412", "2", …; the
// line itself when none begins there.
size_t TableFinder::LinesEnd(size_t index, size_t& width) const {
  if (!HeadsNumbers(index)) return index;
  // The first rows tell whether it is a table: only then all lines are looked at.
  constexpr size_t kCellsThatTell = (kMostStackedColumns + 1) * (kFewestStackedRows + 1);
  if (RowsOf(CellLines(index, kCellsThatTell), width) < kFewestStackedRows) return index;
  const std::vector<size_t> cells = CellLines(index, lines_.size());
  const size_t rows = RowsOf(cells, width);
  size_t end = (rows + 1) * width;
  // The sum below has no number.
  const auto is_number = [&](size_t cell) { return IsNumberCell(TextOf(cells[cell])); };
  bool total = end + width - 1 <= cells.size() && !is_number(end);
  for (size_t cell = end + 1; total && cell < end + width - 1; ++cell) total = is_number(cell);
  if (total) end += width - 1;
  return cells[end - 1] + 1;
}

size_t TableFinder::Take(TableLines table) {
  tables_.push_back(std::move(table));
  return tables_.back().end;
}

std::vector<TableLines> TableFinder::Find() {
  for (size_t index = 0; index < lines_.size();) {
    const Line& line = lines_[index];
    const size_t free = tables_.empty() ? 0 : tables_.back().end;
    if (line.table || line.ruler) {
      const size_t end = SignsEnd(index);
      index = end == index ? index + 1 : Take({index, end, CellLayout::kSigns});
    } else if (line.bars) {
      const auto [end, is_table] = BarsEnd(index);
      index = is_table ? Take({index, end, CellLayout::kBars}) : end;
    } else if (line.gaps) {
      AlignedTable found = aligned_.TableAt(index, free);
      index = found.is_table ? Take(std::move(found.lines)) : std::max(found.lines.end, index + 1);
    } else {
      size_t width = 0;
      const size_t end = IsShort(line) ? LinesEnd(index, width) : index;
      index = end == index ? index + 1 : Take({index, end, CellLayout::kLines, 0, {}, width});
    }
  }
  return std::move(tables_);
}

}  // namespace

std::vector<TableLines> FindTables(std::string_view text, std::string_view key, const std::vector<Line>& lines,
                                   const RuleSet& rules) {
  return TableFinder(text, key, lines, rules).Find();
}

}  // namespace soat
