// CSV, JSON and NDJSON of findings: one record a relation.
#include <optional>
#include <string>
#include <string_view>

#include "soat/decimal.h"
#include "soat/finding_writer.h"
#include "write/escape.h"
#include "write/finding_record.h"
#include "write/json_member.h"

namespace soat {
namespace {

constexpr size_t kUsualRowSize = 512;  // bytes

void AppendCell(std::string& row, uint32_t number) {
  AppendInteger(row, number);
  row += ',';
}

void AppendCell(std::string& row, const std::optional<Decimal>& number) {
  if (number) AppendTo(row, *number);
  row += ',';
}

void AppendCell(std::string& row, std::string_view text) {
  AppendCsvText(row, text);
  row += ',';
}

std::string LinesCell(const Finding& finding) {
  std::string cell;
  for (const uint32_t line : finding.lines) cell += (cell.empty() ? "" : " ") + std::to_string(line);
  return cell;
}

std::string EditsCell(const Finding& finding) {
  std::string cell;
  for (const FindingEdit& edit : finding.edits) cell += (cell.empty() ? "" : " | ") + ReadableEdit(edit);
  return cell;
}

/// Appends one line of all fields in the order of kCheckFields.
void AppendRow(std::string& row, const Finding& finding) {
  AppendCell(row, finding.report);
  const Location& place = finding.place;
  for (const uint32_t number :
       {place.line, place.column, place.end_line, place.end_column, place.offset, place.length}) {
    AppendCell(row, number);
  }
  AppendCell(row, LinesCell(finding));
  AppendCell(row, finding.rule);
  AppendCell(row, ToString(finding.check));
  AppendCell(row, ToString(finding.verdict));
  AppendCell(row, ToString(finding.severity));
  AppendCell(row, OperandsAsJson(finding));
  AppendCell(row, finding.expected);
  AppendCell(row, finding.stated);
  AppendCell(row, finding.difference);
  AppendCell(row, finding.message);
  AppendCell(row, EditsCell(finding));
  AppendCell(row, finding.fingerprint);
  row.back() = '\n';
}

class CsvWriter : public FindingWriter {
 public:
  explicit CsvWriter(CsvOptions options) : options_(options) {}

  std::string Begin() override {
    std::string header = options_.byte_order_mark ? "\uFEFF" : "";
    for (std::string_view field : kCheckFields) (header += field) += ',';
    header.back() = '\n';
    return header;
  }

  bool IsForPeople() const override { return false; }

  std::string Add(const CheckedReport& report) override {
    std::string rows;
    rows.reserve(report.findings.size() * kUsualRowSize);
    for (const Finding& finding : report.findings) AppendRow(rows, finding);
    return rows;
  }

 private:
  CsvOptions options_;
};

/// One document: {"schema":"soat/checks/1","checks":[ … ]} with one record a line.
class JsonWriter : public FindingWriter {
 public:
  std::string Begin() override { return "{\"schema\":\"soat/checks/1\",\"checks\":["; }

  bool IsForPeople() const override { return false; }

  std::string Add(const CheckedReport& report) override {
    std::string records;
    for (const Finding& finding : report.findings) {
      records += first_ ? "\n" : ",\n";
      records += FindingAsJson(finding);
      first_ = false;
    }
    return records;
  }

  std::string End(const CheckCounts& /*counts*/) override { return "\n]}\n"; }

 private:
  bool first_ = true;
};

/// One object a line, and nothing else.
class NdjsonWriter : public FindingWriter {
 public:
  bool IsForPeople() const override { return false; }

  std::string Add(const CheckedReport& report) override {
    std::string lines;
    for (const Finding& finding : report.findings) lines += FindingAsJson(finding) + "\n";
    return lines;
  }
};

}  // namespace

std::unique_ptr<FindingWriter> MakeFindingCsvWriter(CsvOptions options) { return std::make_unique<CsvWriter>(options); }
std::unique_ptr<FindingWriter> MakeFindingJsonWriter() { return std::make_unique<JsonWriter>(); }
std::unique_ptr<FindingWriter> MakeFindingNdjsonWriter() { return std::make_unique<NdjsonWriter>(); }

}  // namespace soat
