// TableReader.
#include "structure/table_reader.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

// A line that declares the unit of a table stands at most so many lines before it.
constexpr size_t kDeclarationLines = 4;

std::string_view Of(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

// "1", "1.10", "II", "2.3.": what numbers a row.
std::string RowNumber(std::string_view cell) {
  while (!cell.empty() && (cell.back() == '.' || cell.back() == '*' || cell.back() == ')')) cell.remove_suffix(1);
  while (!cell.empty() && cell.front() == '*') cell.remove_prefix(1);
  if (cell.empty() || cell.size() > 8) return {};
  if (cell.find_first_not_of("IVX") == std::string_view::npos) return std::string(cell);
  if (cell.find_first_not_of("0123456789.") != std::string_view::npos || cell.front() == '.') return {};
  size_t digits = 0;
  for (const char c : cell) {
    digits = c == '.' ? 0 : digits + 1;
    if (digits > 3) return {};
  }
  return std::string(cell);
}

// The rule of a Markdown table: |---|:--:|
bool IsRuler(std::string_view line) { return line.find_first_not_of("|-:+= \t") == std::string_view::npos; }

bool StartsWord(std::string_view text, size_t at) { return at == 0 || !IsLetterBefore(text, at); }
bool EndsWord(std::string_view text, size_t end) { return end >= text.size() || !IsLetterAt(text, end); }

}  // namespace

bool TableReader::IsRow(const Line& line) const {
  if (!line.table) return false;
  const std::vector<Span> cells = SplitCells(text_, line.span);
  return std::count_if(cells.begin(), cells.end(), [](Span cell) { return cell.size() > 0; }) > 1;
}

size_t TableReader::TableEnd(size_t index) const {
  if (!IsRow(lines_[index])) return index;
  size_t end = index, blank = 0;
  for (size_t i = index; i < lines_.size(); ++i) {
    if (lines_[i].table || (lines_[i].indented && !lines_[i].blank())) {
      end = i + 1;
      blank = 0;
    } else if (!lines_[i].blank() || ++blank > 2) {
      break;
    }
  }
  return end;
}

Table TableReader::Read(size_t begin, size_t end) const {
  Table table;
  table.span = {lines_[begin].span.begin, lines_[end - 1].span.end};
  ReadRows(begin, end, table);
  ReadColumns(table);
  table.unit = DeclaredUnit(begin);
  return table;
}

void TableReader::ReadRows(size_t begin, size_t end, Table& table) const {
  for (size_t i = begin; i < end; ++i) {
    if ((!lines_[i].table && !lines_[i].indented) || lines_[i].blank() || IsRuler(Of(text_, lines_[i].span))) continue;
    Row row;
    row.cells = SplitCells(text_, lines_[i].span);
    row.header = (table.rows.empty() || !table.rows.front().header)
                     ? table.rows.empty() && IsHeader(row)
                     : Of(key_, row.cells.back()) == Of(key_, table.rows.front().cells.back()) &&
                           Of(key_, row.cells.front()) == Of(key_, table.rows.front().cells.front());
    if (!row.header) NameRow(row, table);
    table.rows.push_back(std::move(row));
  }
}

void TableReader::NameRow(Row& row, Table& table) const {
  row.number = RowNumber(Of(text_, row.cells.front()));
  if (row.number.empty()) {
    row.continued = row.cells.front().size() == 0 && !table.rows.empty() && !table.rows.back().header;
    if (!row.continued) return;
    const Row& above = table.rows.back();
    row.parent = above.continued ? above.parent : static_cast<uint32_t>(table.rows.size() - 1);
    row.number = above.number;
    return;
  }
  for (size_t dot = row.number.rfind('.'); dot != std::string::npos;
       dot = dot == 0 ? std::string::npos : row.number.rfind('.', dot - 1)) {
    const std::string_view prefix = std::string_view(row.number).substr(0, dot);
    const auto found = std::find_if(table.rows.rbegin(), table.rows.rend(),
                                    [&](const Row& other) { return !other.continued && other.number == prefix; });
    if (found == table.rows.rend()) continue;
    row.parent = static_cast<uint32_t>(table.rows.rend() - found - 1);
    return;
  }
}

// A header has two cells whose words say what their columns hold, and no cell that is a number.
bool TableReader::IsHeader(const Row& row) const {
  size_t named = 0;
  for (const Span cell : row.cells) {
    const std::string_view words = Of(key_, cell);
    if (words.empty()) continue;
    if (words.find_first_not_of("0123456789.,%") == std::string_view::npos && words.size() != 4) return false;
    named += RoleOf(cell) != ColumnRole::kNone ? 1 : 0;
  }
  return named > 1;
}

ColumnRole TableReader::RoleOf(Span header) const {
  const std::string_view words = Of(key_, header);
  ColumnRole first = ColumnRole::kNone, any = ColumnRole::kNone;
  size_t first_size = 0, any_size = 0;
  for (const ColumnPhrase& column : rules_.columns) {
    const size_t at = words.find(column.phrase);
    if (at == std::string_view::npos || !StartsWord(words, at) || !EndsWord(words, at + column.phrase.size())) continue;
    if (at <= 2 && column.phrase.size() > first_size) first = column.role, first_size = column.phrase.size();
    if (column.phrase.size() > any_size) any = column.role, any_size = column.phrase.size();
  }
  return first != ColumnRole::kNone ? first : any;
}

// "Dự toán (triệu đồng)", "Tỷ lệ (%)", "So sánh %".
std::string TableReader::UnitInHeader(Span header) const {
  std::string_view words = Of(key_, header);
  const size_t open = words.rfind('('), close = words.rfind(')');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    words = words.substr(open + 1, close - open - 1);
    const std::string declared = UnitAfterDeclaration(words);
    return declared.empty() ? std::string(words) : declared;
  }
  return words.ends_with("%") ? "%" : std::string();
}

// The words behind "đvt:".
std::string TableReader::UnitAfterDeclaration(std::string_view words) const {
  for (const std::string& declaration : rules_.unit_words) {
    const size_t at = words.find(declaration);
    if (at == std::string_view::npos || !StartsWord(words, at)) continue;
    size_t from = words.find_first_not_of(' ', at + declaration.size());
    if (from == std::string_view::npos || words[from] != ':') continue;
    from = words.find_first_not_of(' ', from + 1);
    if (from == std::string_view::npos) continue;
    const size_t end = std::min(words.find_first_of(");\t|*_", from), words.size());
    std::string_view unit = words.substr(from, end - from);
    while (!unit.empty() && (unit.back() == ' ' || unit.back() == '.')) unit.remove_suffix(1);
    return std::string(unit);
  }
  return {};
}

std::string TableReader::DeclaredUnit(size_t begin) const {
  size_t seen = 0;
  for (size_t i = begin; i > 0 && seen < kDeclarationLines; --i) {
    const Line& line = lines_[i - 1];
    if (line.blank()) continue;
    if (line.table) return {};
    ++seen;
    if (std::string unit = UnitAfterDeclaration(Of(key_, line.span)); !unit.empty()) return unit;
  }
  return {};
}

void TableReader::ReadColumns(Table& table) const {
  size_t count = 0;
  for (const Row& row : table.rows) count = std::max(count, row.cells.size());
  table.columns.resize(count);
  if (table.rows.empty() || !table.rows.front().header) return;
  const std::vector<Span>& cells = table.rows.front().cells;
  for (size_t i = 0; i < cells.size(); ++i) {
    table.columns[i].header = cells[i];
    table.columns[i].role = RoleOf(cells[i]);
    table.columns[i].unit = UnitInHeader(cells[i]);
  }
}

}  // namespace soat
