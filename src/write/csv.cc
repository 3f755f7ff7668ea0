#include <algorithm>
#include <charconv>
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

/// The cells with which every row of a report begins: report, unit_name, report_period.
std::string RowBeginning(const Document& document, const Analysis& analysis) {
  std::string out;
  for (const std::string& text : {ValidUtf8(document.path), analysis.identity.unit_name, PeriodOf(analysis.identity)}) {
    AppendCsvText(out, text);
    out += ',';
  }
  return out;
}

/// The rows of a report, one behind the other. A cell ends with its separator.
class Rows {
 public:
  Rows(std::string beginning, size_t figures) : beginning_(std::move(beginning)) {
    bytes_.resize(figures * kUsualRecordSize);
  }

  /// One line of all fields in the order of kFigureFields.
  void Append(const Record& record);
  std::string Take() {
    bytes_.resize(size_);
    return std::move(bytes_);
  }

 private:
  void Cell(std::string_view text, char separator = ',');
  void Text(std::string_view text) {
    if (text.empty()) return Cell(text);
    FilledText(text);
  }
  void FilledText(std::string_view text);
  void Number(uint32_t number, char separator = ',');
  void Number(const std::optional<Decimal>& number);
  void Place(const Location& place);
  void Items(const std::vector<uint32_t>& items);
  char* Room(size_t size);

  const std::string beginning_;
  std::string bytes_;  // the first size_ of them are written
  size_t size_ = 0;
  std::string cell_;  // one that takes more than copying
};

/// Where the next bytes go, with room for as many.
char* Rows::Room(size_t size) {
  if (bytes_.size() - size_ < size) bytes_.resize(2 * bytes_.size() + size);
  return bytes_.data() + size_;
}

void Rows::Cell(std::string_view text, char separator) {
  char* at = Room(text.size() + 1);
  if (!text.empty()) std::copy(text.begin(), text.end(), at);
  at[text.size()] = separator;
  size_ += text.size() + 1;
}

void Rows::FilledText(std::string_view text) {
  if (IsPlainCsvText(text)) return Cell(text);
  cell_.clear();
  AppendCsvText(cell_, text);
  Cell(cell_);
}

void Rows::Number(uint32_t number, char separator) {
  constexpr size_t kMostDigits = 10;
  char* at = Room(kMostDigits + 1);
  char* end = std::to_chars(at, at + kMostDigits, number).ptr;
  *end = separator;
  size_ += static_cast<size_t>(end - at) + 1;
}

void Rows::Number(const std::optional<Decimal>& number) {
  if (!number) return Cell({});
  cell_.clear();
  AppendTo(cell_, *number);
  Cell(cell_);
}

void Rows::Place(const Location& place) {
  Number(place.line);
  Number(place.column);
  Number(place.end_line);
  Number(place.end_column);
  Number(place.offset);
  Number(place.length);
}

void Rows::Items(const std::vector<uint32_t>& items) {
  for (size_t i = 0; i + 1 < items.size(); ++i) Number(items[i], ' ');
  if (items.empty())
    Cell("");
  else
    Number(items.back());
}

void Rows::Append(const Record& record) {
  const Figure& figure = *record.figure;
  Cell(beginning_, 'f');
  Number(record.number);
  Place(record.place);
  Text(record.section);
  Cell(ToString(figure.kind));
  Text(record.text);
  Number(figure.value);
  Number(figure.value_max);
  Number(figure.numerator);
  Number(figure.denominator);
  Text(figure.unit);
  Cell(ToString(figure.qualifier));
  Text(figure.start);
  Text(figure.end);
  Text(figure.ref);
  Items(figure.items);
  Text(figure.label);
  Text(figure.indicator);
  Text(figure.scope);
  Cell(ToString(figure.role), '\n');
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
