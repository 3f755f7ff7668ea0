// The formats of `soat reports`: one record a report.
#include <array>
#include <string>
#include <string_view>

#include "soat/writer.h"
#include "write/escape.h"
#include "write/json_member.h"

namespace soat {
namespace {

constexpr std::string_view kFigures = "figures";  // the one field that is a number

struct Field {
  std::string_view name;
  std::string value;
};

/// All fields in the order in which every format writes them. The names reach files: do not rename them.
std::array<Field, 13> FieldsOf(const Document& document, const Analysis& analysis) {
  const ReportIdentity& identity = analysis.identity;
  return {{{"report", ValidUtf8(document.path)},
           {"unit_name", identity.unit_name},
           {"unit_level", identity.unit_level},
           {"province", identity.province},
           {"number", identity.number},
           {"date", identity.date},
           {"period_start", identity.period_start},
           {"period_end", identity.period_end},
           {"title", identity.title},
           {"status", identity.status},
           {"encoding", document.encoding},
           {kFigures, std::to_string(analysis.figures.size())},
           {"sha256", document.sha256}}};
}

std::string JsonObject(const Document& document, const Analysis& analysis) {
  std::string members;
  for (const Field& field : FieldsOf(document, analysis)) {
    if (field.name == kFigures) {
      AppendKey(members, field.name);
      members += field.value;
    } else {
      AppendMember(members, field.name, field.value);
    }
  }
  members.front() = '{';  // instead of the first comma
  return members + '}';
}

class ReportWriter : public Writer {
 public:
  bool NeedsDigest() const override { return true; }
};

class ReportCsvWriter : public ReportWriter {
 public:
  explicit ReportCsvWriter(CsvOptions options) : options_(options) {}

  std::string Begin() const override {
    std::string header = options_.byte_order_mark ? "\uFEFF" : "";
    for (const Field& field : FieldsOf({}, {})) (header += field.name) += ',';
    header.back() = '\n';
    return header;
  }

  std::string Render(const Document& document, const Analysis& analysis) const override {
    std::string row;
    for (const Field& field : FieldsOf(document, analysis)) {
      AppendCsvText(row, field.value);
      row += ',';
    }
    row.back() = '\n';
    return row;
  }

 private:
  CsvOptions options_;
};

/// One document: {"schema":"soat/reports/1","reports":[ … ]} with one record a line.
class ReportJsonWriter : public ReportWriter {
 public:
  std::string Begin() const override { return "{\"schema\":\"soat/reports/1\",\"reports\":["; }
  std::string Render(const Document& document, const Analysis& analysis) const override {
    return "\n" + JsonObject(document, analysis);
  }
  std::string Separator() const override { return ","; }
  std::string End() const override { return "\n]}\n"; }
};

class ReportNdjsonWriter : public ReportWriter {
 public:
  std::string Render(const Document& document, const Analysis& analysis) const override {
    return JsonObject(document, analysis) + "\n";
  }
};

/// The name of the report, and below it what is known of it.
class ReportTextWriter : public ReportWriter {
 public:
  std::string Render(const Document& document, const Analysis& analysis) const override {
    constexpr size_t kNameWidth = 14;
    std::string lines;
    for (const Field& field : FieldsOf(document, analysis)) {
      if (lines.empty()) {
        lines = field.value + "\n";
      } else if (!field.value.empty()) {
        lines += "  ";
        lines += field.name;
        lines.append(kNameWidth - field.name.size(), ' ');
        lines += field.value + "\n";
      }
    }
    return lines;
  }
  std::string Separator() const override { return "\n"; }
};

}  // namespace

std::unique_ptr<Writer> MakeReportCsvWriter(CsvOptions options) { return std::make_unique<ReportCsvWriter>(options); }
std::unique_ptr<Writer> MakeReportJsonWriter() { return std::make_unique<ReportJsonWriter>(); }
std::unique_ptr<Writer> MakeReportNdjsonWriter() { return std::make_unique<ReportNdjsonWriter>(); }
std::unique_ptr<Writer> MakeReportTextWriter() { return std::make_unique<ReportTextWriter>(); }

}  // namespace soat
