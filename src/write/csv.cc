#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "soat/decimal.h"
#include "soat/writer.h"
#include "write/escape.h"
#include "write/record.h"

namespace soat {
namespace {

/// What every row of a report begins with: report, unit_name, report_period, and the letter of the id.
std::string RowBeginning(const Document& document, const Analysis& analysis) {
  std::string out;
  for (const std::string& text : {ValidUtf8(document.path), analysis.identity.unit_name, PeriodOf(analysis.identity)}) {
    AppendCsvText(out, text);
    out += ',';
  }
  return out += 'f';
}

/// The rows of a report, one behind the other. A cell ends with its separator.
class Rows {
 public:
  Rows(std::string beginning, size_t figures) : row_(std::move(beginning)), beginning_(row_.size()) {
    rows_.reserve(figures * kUsualRecordSize);
    row_.resize(beginning_ + kUsualRecordSize + kShortCells);
  }

  /// One line of all fields in the order of kFigureFields.
  void Append(const Record& record);
  std::string Take() { return std::move(rows_); }

 private:
  /// What the cells of a row that are short in any case take together: numbers of lines and bytes, words for kind,
  /// qualifier and role, separators. There is always room for them.
  static constexpr size_t kShortCells = 256;
  static constexpr size_t kMostDigits = 10;  // of a number

  void Short(std::string_view word, char separator = ',');
  void Short(uint32_t number, char separator = ',');
  void Separator(char separator) { row_[size_++] = separator; }
  void MakeRoom(size_t size);
  void Long(std::string_view text);
  void Text(std::string_view text) {
    if (text.empty()) return Separator(',');
    FilledText(text);
  }
  void FilledText(std::string_view text);
  void Number(const std::optional<Decimal>& number);
  void Place(const Location& place);
  void Items(const std::vector<uint32_t>& items);

  std::string rows_;
  std::string row_;         // the first size_ bytes of it are written
  const size_t beginning_;  // bytes that all rows have
  size_t size_ = 0;
  std::string cell_;  // one that takes more than copying
};

void Rows::Short(std::string_view word, char separator) {
  word.copy(row_.data() + size_, word.size());
  size_ += word.size();
  Separator(separator);
}

void Rows::Short(uint32_t number, char separator) {
  char* const at = row_.data() + size_;
  size_ += static_cast<size_t>(std::to_chars(at, at + kMostDigits, number).ptr - at);
  Separator(separator);
}

// For a cell, and the short ones behind it.
void Rows::MakeRoom(size_t size) {
  if (row_.size() - size_ < size + kShortCells) row_.resize(2 * row_.size() + size);
}

void Rows::Long(std::string_view text) {
  MakeRoom(text.size());
  Short(text);
}

void Rows::FilledText(std::string_view text) {
  MakeRoom(text.size());
  if (CopyPlainCsvText(text, row_.data() + size_)) {
    size_ += text.size();
    return Separator(',');
  }
  cell_.clear();
  AppendCsvText(cell_, text);
  Long(cell_);
}

void Rows::Number(const std::optional<Decimal>& number) {
  if (!number) return Separator(',');
  cell_.clear();
  AppendTo(cell_, *number);
  Long(cell_);
}

void Rows::Place(const Location& place) {
  const size_t line = size_;
  Short(place.line);
  const size_t column = size_;
  Short(place.column);
  if (place.end_line == place.line) {  // as a rule
    std::memmove(row_.data() + size_, row_.data() + line, kMostDigits + 1);
    size_ += column - line;
  } else {
    Short(place.end_line);
  }
  Short(place.end_column);
  Short(place.offset);
  Short(place.length);
}

void Rows::Items(const std::vector<uint32_t>& items) {
  if (items.empty()) return Separator(',');
  cell_.clear();
  for (const uint32_t item : items) (cell_ += std::to_string(item)) += ' ';
  cell_.pop_back();
  Long(cell_);
}

void Rows::Append(const Record& record) {
  const Figure& figure = *record.figure;
  size_ = beginning_;
  Short(record.number);
  Place(record.place);
  Text(record.section);
  Short(ToString(figure.kind));
  Text(record.text);
  Number(figure.value);
  Number(figure.value_max);
  Number(figure.numerator);
  Number(figure.denominator);
  Text(figure.unit);
  Short(ToString(figure.qualifier));
  Text(figure.start);
  Text(figure.end);
  Text(figure.ref);
  Items(figure.items);
  Text(figure.label);
  Text(figure.indicator);
  Text(figure.scope);
  Short(ToString(figure.role), '\n');
  rows_.append(row_, 0, size_);
}

class CsvWriter : public Writer {
 public:
  CsvWriter(CsvOptions options, KindSet kinds) : options_(options), kinds_(kinds) {}

  bool NeedsContext() const override { return true; }

  std::string Begin() const override {
    std::string header = options_.byte_order_mark ? "\uFEFF" : "";
    for (std::string_view field : kFigureFields) {
      header += field;
      header += field == kFigureFields.back() ? '\n' : ',';
    }
    return header;
  }

  std::string Render(const Document& document, const Analysis& analysis) const override {
    Rows rows(RowBeginning(document, analysis), analysis.figures.size());
    ForEachRecord(document, analysis, kinds_, [&](const Record& record) { rows.Append(record); });
    return rows.Take();
  }

 private:
  CsvOptions options_;
  KindSet kinds_;
};

}  // namespace

std::unique_ptr<Writer> MakeCsvWriter(CsvOptions options, KindSet kinds) {
  return std::make_unique<CsvWriter>(options, kinds);
}

}  // namespace soat
