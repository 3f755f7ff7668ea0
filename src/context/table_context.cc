// TableContext.
#include "context/table_context.h"

#include "context/label_text.h"

namespace soat {
namespace {

// Marks of HTML and Markdown left out.
std::string Plain(std::string_view words) {
  if (words.find('<') == std::string_view::npos && words.find('*') == std::string_view::npos) return std::string(words);
  std::string plain;
  for (size_t i = 0; i < words.size(); ++i) {
    const size_t close = words[i] == '<' ? words.find('>', i) : std::string_view::npos;
    if (close != std::string_view::npos && close - i < 8)
      i = close;
    else if (words[i] != '*')
      plain += words[i];
  }
  return plain;
}

// "Tỷ lệ hộ nghèo (%": a sign is no part of a name, words are; the edges are cut already.
std::string_view WithoutSignOfUnit(std::string_view name) {
  const size_t open = name.rfind('(');
  const bool sign = open != std::string_view::npos && open > 0 && name.find_first_not_of(" %", open + 1) == name.npos;
  return sign ? WithoutEdges(name.substr(0, open)) : name;
}

}  // namespace

std::string TableContext::RowLabel(uint32_t row) const {
  std::string label;
  const uint32_t first = table_.rows[row].continued ? table_.rows[row].parent : row;
  for (uint32_t i = first; i < table_.rows.size() && (i == first || table_.rows[i].continued); ++i) {
    const Span cell = LabelCell(table_.rows[i]);
    if (cell.size() > 0) label += (label.empty() ? "" : " ") + document_.text.substr(cell.begin, cell.size());
  }
  const std::string plain = Plain(label);
  return Clipped(std::string(WithoutSignOfUnit(WithoutEdges(plain))), words_.tails, words_.ends);
}

size_t TableContext::LabelColumn(const Row& row) const {
  for (size_t i = 0; i < table_.columns.size() && i < row.cells.size(); ++i) {
    if (table_.columns[i].role == ColumnRole::kLabel) return i;
  }
  for (size_t i = 0; i < row.cells.size(); ++i) {
    if (i < table_.columns.size() && table_.columns[i].role == ColumnRole::kNumber) continue;
    const std::string_view words = std::string_view(document_.text).substr(row.cells[i].begin, row.cells[i].size());
    if (words.find_first_not_of("0123456789.,%/ -IVX") != std::string_view::npos) return i;
  }
  return row.cells.size();
}

std::string TableContext::HeaderOf(size_t column) const {
  const std::vector<Span>& headers = table_.columns[column].headers;
  if (headers.empty()) return {};
  const Span last = headers.back();
  const std::string plain = Plain(std::string_view(document_.text).substr(last.begin, last.size()));
  return std::string(WithoutSignOfUnit(WithoutEdges(plain)));
}

FigureRole TableContext::RoleOf(size_t column) const {
  if (column >= table_.columns.size()) return FigureRole::kResult;
  return table_.columns[column].role == ColumnRole::kTarget ? FigureRole::kTarget : FigureRole::kResult;
}

Span TableContext::LabelCell(const Row& row) const {
  const size_t column = LabelColumn(row);
  return column < row.cells.size() ? row.cells[column] : Span{};
}

}  // namespace soat
