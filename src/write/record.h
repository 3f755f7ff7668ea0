// What all formats write of a figure: the fields of one record, and their order.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/writer.h"

namespace soat {

/// The names of the fields, in the order in which every format writes them. They reach files: do not rename them.
/// What is not known is empty in CSV and absent in JSON.
inline constexpr std::array<std::string_view, 27> kFigureFields = {
    "report",    "unit_name", "report_period", "id",   "line",  "column",    "end_line",  "end_column",  "offset",
    "length",    "section",   "kind",          "text", "value", "value_max", "numerator", "denominator", "unit",
    "qualifier", "start",     "end",           "ref",  "items", "label",     "indicator", "scope",       "role"};

/// One figure with what its document says about it.
struct Record {
  uint32_t number = 0;  ///< 1-based within the report; the id is "f" and this
  Location place;
  std::string_view text;     ///< as it stands in the report
  std::string_view section;  ///< path of the headings above it
  const Figure* figure = nullptr;
};

/// About what a record takes in any format; what a writer reserves.
inline constexpr size_t kUsualRecordSize = 320;

/// "2023-01-01..2023-06-30"; empty when the report does not say.
std::string PeriodOf(const ReportIdentity& identity);

/// The paths of the headings above places of a text: most figures stand in the block of the one before them.
class SectionPaths {
 public:
  explicit SectionPaths(const Structure& structure) : structure_(structure) {}
  /// Valid until the next call.
  std::string_view Of(uint32_t text_offset);

 private:
  const Structure& structure_;
  std::optional<uint32_t> block_;
  std::string path_;
};

/// Calls append(record) for every figure of `kinds`, in order. What a record refers to is valid during the call.
template <typename Append>
void ForEachRecord(const Document& document, const Analysis& analysis, KindSet kinds, Append append) {
  Locator locator(document);
  SectionPaths sections(analysis.structure);
  uint32_t number = 0;
  for (const Figure& figure : analysis.figures) {
    ++number;
    if (!kinds[static_cast<size_t>(figure.kind)]) continue;
    const Location place = locator.Locate(figure.span);
    append(Record{number, place, locator.Quote(figure.span), sections.Of(figure.span.begin), &figure});
  }
}

/// What every JSON record of a report begins with: "{" and its name, who reports, and the period.
std::string JsonBeginning(const Document& document, const Analysis& analysis);
/// The same, with all by which `soat compare` tells reports apart.
std::string NdjsonBeginning(const Document& document, const Analysis& analysis);
/// Appends the record as a JSON object on one line. `beginning` is what JsonBeginning returns.
void AppendJsonObject(std::string& out, std::string_view beginning, const Record& record);

}  // namespace soat
