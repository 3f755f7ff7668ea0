#include <optional>
#include <string>
#include <string_view>

#include "soat/decimal.h"
#include "soat/writer.h"
#include "write/escape.h"
#include "write/json_member.h"
#include "write/record.h"

namespace soat {
namespace {

void AppendCell(std::string& out, uint32_t number) {
  AppendInteger(out, number);
  out += ',';
}

void AppendCell(std::string& out, const std::optional<Decimal>& number) {
  if (number) AppendTo(out, *number);
  out += ',';
}

void AppendTextCell(std::string& out, std::string_view text) {
  AppendCsvText(out, text);
  out += ',';
}

void AppendPlace(std::string& out, const Location& place) {
  AppendCell(out, place.line);
  AppendCell(out, place.column);
  AppendCell(out, place.end_line);
  AppendCell(out, place.end_column);
  AppendCell(out, place.offset);
  AppendCell(out, place.length);
}

void AppendItems(std::string& out, const std::vector<uint32_t>& items) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ' ';
    AppendInteger(out, items[i]);
  }
}

/// The cells with which every row of a report begins: report, unit_name, report_period.
std::string RowBeginning(const Document& document, const Analysis& analysis) {
  std::string out;
  AppendTextCell(out, ValidUtf8(document.path));
  AppendTextCell(out, analysis.identity.unit_name);
  AppendTextCell(out, PeriodOf(analysis.identity));
  return out;
}

/// One line of all fields in the order of kFigureFields.
void AppendRow(std::string& out, std::string_view beginning, const Record& record) {
  const Figure& figure = *record.figure;
  out += beginning;
  out += 'f';
  AppendCell(out, record.number);
  AppendPlace(out, record.place);
  AppendTextCell(out, record.section);
  out += ToString(figure.kind);
  out += ',';
  AppendTextCell(out, record.text);
  AppendCell(out, figure.value);
  AppendCell(out, figure.value_max);
  AppendCell(out, figure.numerator);
  AppendCell(out, figure.denominator);
  AppendTextCell(out, figure.unit);
  AppendTextCell(out, ToString(figure.qualifier));
  AppendTextCell(out, figure.start);
  AppendTextCell(out, figure.end);
  AppendTextCell(out, figure.ref);
  AppendItems(out, figure.items);
  out += ',';
  AppendTextCell(out, figure.label);
  AppendTextCell(out, figure.indicator);
  AppendTextCell(out, figure.scope);
  out += ToString(figure.role);
  out += '\n';
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
    const std::string beginning = RowBeginning(document, analysis);
    std::string rows;
    rows.reserve(analysis.figures.size() * kUsualRecordSize);
    ForEachRecord(document, analysis, kinds_, [&](const Record& record) { AppendRow(rows, beginning, record); });
    return rows;
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
