#include "structure/row_tree.h"

#include <algorithm>

#include "structure/cells.h"
#include "structure/column_words.h"
#include "text/byte_classes.h"
#include "text/phrases.h"

namespace soat {
namespace {

constexpr size_t kLongestNumber = 8, kMostDigits = 3;
constexpr uint32_t kMostLines = 20;  // that one row goes on over
// Letter < Roman < Arabic < Arabic of more parts < small letter < unnumbered < "-" < "+".
constexpr int kLetterRank = 1, kRomanRank = 2, kArabicRank = 3, kSmallLetterRank = 20, kPlainRank = 21;

// "1", "1.10", "II", "2.3.": what numbers a row. `letters`: "A" and "a" do too.
std::string RowNumber(std::string_view cell, bool letters) {
  while (!cell.empty() && (cell.back() == '.' || cell.back() == '*' || cell.back() == ')')) cell.remove_suffix(1);
  while (!cell.empty() && (cell.front() == '*' || cell.front() == '(')) cell.remove_prefix(1);
  if (cell.empty() || cell.size() > kLongestNumber) return {};
  if (cell.find_first_not_of("IVX") == std::string_view::npos) return std::string(cell);
  const bool letter = (cell[0] >= 'A' && cell[0] <= 'H') || (cell[0] >= 'a' && cell[0] <= 'h');
  if (letters && letter && cell.size() == 1) return std::string(cell);
  if (cell.find_first_not_of("0123456789.") != std::string_view::npos || cell.front() == '.') return {};
  size_t digits = 0;
  for (const char c : cell) {
    digits = c == '.' ? 0 : digits + 1;
    if (digits > kMostDigits) return {};
  }
  return std::string(cell);
}

bool StartsWithAny(std::string_view words, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return words.starts_with(phrase); });
}

}  // namespace

// The cell that names the row: that of the label column, else the first with words.
Span RowTree::LabelOf(const Row& row) const {
  for (size_t i = 0; i < row.cells.size() && i < columns_.size(); ++i) {
    if (columns_[i].role == ColumnRole::kLabel) return row.cells[i];
  }
  for (const Span cell : row.cells) {
    if (cell.size() > 0 && !IsNumberCell(Text(cell)) && RowNumber(Text(cell), true).empty()) return cell;
  }
  return {};
}

int RowTree::RankOf(const Row& row) const {
  if (row.number.empty()) {
    // The bullet stands before the words, or in the cell of the number.
    const Span first = row.cells.front();
    const std::string_view label = IsBullet(Text(first)) ? Text(first) : Text(LabelOf(row));
    if (label.starts_with("-")) return kPlainRank + 1;
    return label.starts_with("+") ? kPlainRank + 2 : kPlainRank;
  }
  const char first = row.number.front();
  if (IsDigit(first)) return kArabicRank + static_cast<int>(std::count(row.number.begin(), row.number.end(), '.'));
  if (first == 'I' || first == 'V' || first == 'X') return kRomanRank;
  return first < 'a' ? kLetterRank : kSmallLetterRank;
}

// Words with which no cell goes on: a bullet, "Trong đó", the name of a sum.
bool RowTree::OpensRow(const Row& row) const {
  const Span label = LabelOf(row);
  const std::string_view words = key_.substr(label.begin, label.size());
  return words.starts_with("-") || words.starts_with("+") || StartsWithAny(words, rules_.context.part_leads);
}

bool RowTree::HasNumbers(const Row& row) const {
  return std::any_of(row.cells.begin() + 1, row.cells.end(), [&](Span cell) { return IsNumberCell(Text(cell)); });
}

// The row has a number where the lines of the row above have one: it is a row of its own.
bool RowTree::HasOwnNumbers(uint32_t row) const {
  for (size_t i = 1; i < rows_[row].cells.size(); ++i) {
    if (!IsNumberCell(Text(rows_[row].cells[i]))) continue;
    for (uint32_t above = row; above-- > 0 && above + kMostLines > row && !rows_[above].header;) {
      const std::vector<Span>& cells = rows_[above].cells;
      if (i < cells.size() && cells[i].size() > 0) return true;
      if (!rows_[above].continued) break;
    }
  }
  return false;
}

bool RowTree::GoesOn(uint32_t index) const {
  const Row& row = rows_[index];
  if (index == 0 || rows_[index - 1].header || !row.number.empty() || row.total) return false;
  if (row.cells.front().size() == 0) return !OpensRow(row) && !HasOwnNumbers(index);
  const bool alone = std::all_of(row.cells.begin() + 1, row.cells.end(), [](Span cell) { return cell.size() == 0; });
  return alone && row.cells.size() > 1 && BeginsLower(text_, key_, row.cells.front());
}

// The numbers of a row can stand beside the middle of its words: then those before it are its beginning.
void RowTree::JoinWordsAbove(uint32_t index) {
  const Row& row = rows_[index];
  const Span label = LabelOf(row);
  const bool open = label.size() == 0 || (!row.number.empty() && BeginsLower(text_, key_, label));
  if (!open || !HasNumbers(row)) return;
  uint32_t top = index;
  while (top > 0 && top + kMostLines > index && !rows_[top - 1].header && !HasNumbers(rows_[top - 1]) &&
         rows_[top - 1].cells.front().size() == 0) {
    --top;
    const Span words = LabelOf(rows_[top]);
    if (words.size() > 0 && !BeginsLower(text_, key_, words)) break;
  }
  if (top == index || BeginsLower(text_, key_, LabelOf(rows_[top]))) return;
  rows_[top].number = row.number;
  for (uint32_t i = top; i < rows_.size() && (i <= index || (rows_[i].continued && rows_[i].parent == index)); ++i) {
    rows_[i].continued = i > top;
    rows_[i].parent = i > top ? top : kNoIndex;
  }
}

// "1" for "1.10" even when "1.1" is open; else the nearest row above of a lower rank. Sums belong to nobody.
uint32_t RowTree::ParentOf(uint32_t index) {
  const Row& row = rows_[index];
  if (row.total) return kNoIndex;
  const int rank = RankOf(row);
  if (rank == kPlainRank && row.cells.front().size() > 0) {  // the rows have names and no numbers
    open_.assign(1, {rank, index});
    return kNoIndex;
  }
  while (!open_.empty() && open_.back().first >= rank) open_.pop_back();
  uint32_t parent = open_.empty() ? kNoIndex : open_.back().second;
  for (size_t dot = row.number.rfind('.'); dot != std::string::npos && dot > 0; dot = row.number.rfind('.', dot - 1)) {
    const auto prefix = numbers_.find(std::string_view(row.number).substr(0, dot));
    if (prefix == numbers_.end()) continue;
    parent = prefix->second;
    break;
  }
  if (!row.number.empty()) numbers_[row.number] = index;
  open_.emplace_back(rank, index);
  return parent;
}

void RowTree::Grow(const std::vector<bool>& run_on, bool centred) {
  const bool letters = !columns_.empty() && columns_.front().role == ColumnRole::kNumber;
  for (uint32_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    if (row.header || row.cells.empty()) continue;
    const Span label = LabelOf(row);
    row.number = RowNumber(Text(row.cells.front()), letters);
    row.total = NamesTotal(key_.substr(label.begin, label.size()), rules_);
    row.continued = (run_on[i] && i > 0 && !rows_[i - 1].header) || GoesOn(i);
    if (row.continued) row.parent = rows_[i - 1].continued ? rows_[i - 1].parent : i - 1;
  }
  for (uint32_t i = 0; centred && i < rows_.size(); ++i) {
    if (!rows_[i].header && !rows_[i].continued) JoinWordsAbove(i);
  }
  for (uint32_t i = 0; i < rows_.size(); ++i) {
    if (!rows_[i].header && !rows_[i].continued) rows_[i].parent = ParentOf(i);
  }
}

}  // namespace soat
