// ReadRecords: numbers are taken as the text that stands there, never through binary floating point.
#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "soat/comparison.h"

namespace soat {
namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

// The members of one object as text; what they hold inside is passed over.
class FieldReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit FieldReader(Fields& fields) : fields_(fields) {}

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t value) override { return Set(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Set(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return Set(text); }
  bool string(string_t& value) override { return Set(value); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return depth_++ == 0; }
  bool key(string_t& name) override {
    key_ = name;
    return true;
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t /*size*/) override { return depth_++ > 0; }
  bool end_array() override { return --depth_, true; }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    return false;
  }

 private:
  bool Set(std::string text) {
    if (depth_ == 0) return false;
    if (depth_ == 1) fields_[key_] = std::move(text);
    return true;
  }

  Fields& fields_;
  std::string key_;
  int depth_ = 0;
};

std::string Take(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

uint32_t TakeNumber(const Fields& fields, std::string_view name) {
  const std::string text = Take(fields, name);
  uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

DaySpan TakeSpan(const std::string& text) {
  const size_t dots = text.find("..");
  if (dots == std::string::npos) return {};
  return {text.substr(0, dots), text.substr(dots + 2)};
}

ComparedReport ReportOf(const Fields& fields) {
  ComparedReport report;
  report.path = Take(fields, "report");
  report.sha256 = Take(fields, "sha256");
  report.unit_name = Take(fields, "unit_name");
  report.unit_level = Take(fields, "unit_level");
  report.province = Take(fields, "province");
  report.number = Take(fields, "report_number");
  report.date = Take(fields, "report_date");
  report.title = Take(fields, "report_title");
  report.status = Take(fields, "report_status");
  report.period = TakeSpan(Take(fields, "report_period"));
  return report;
}

// A figure with a value that can be compared; nothing for dates, documents, and what could not be read.
std::optional<Observation> FigureOf(const Fields& fields) {
  const std::optional<FigureKind> kind = ParseFigureKind(Take(fields, "kind"));
  if (!kind || *kind > FigureKind::kMeasure) return std::nullopt;
  const auto value = ParseDecimal(Take(fields, *kind == FigureKind::kRatio ? "numerator" : "value"));
  if (!value) return std::nullopt;
  Observation figure;
  figure.kind = *kind;
  figure.value = *value;
  figure.value_max = ParseDecimal(Take(fields, "value_max"));
  figure.line = TakeNumber(fields, "line");
  figure.column = TakeNumber(fields, "column");
  figure.qualifier = ParseQualifier(Take(fields, "qualifier")).value_or(Qualifier::kNone);
  figure.role = ParseFigureRole(Take(fields, "role")).value_or(FigureRole::kNone);
  figure.period = {Take(fields, "start"), Take(fields, "end")};
  figure.unit = Take(fields, "unit");
  figure.label = Take(fields, "label");
  figure.indicator = Take(fields, "indicator");
  figure.scope = Take(fields, "scope");
  return figure;
}

// The index of a report, which is usually the last one.
uint32_t IndexOf(ComparedReport report, std::vector<ComparedReport>& reports) {
  const auto same = [&](const ComparedReport& other) {
    return other.path == report.path && other.sha256 == report.sha256;
  };
  const auto found = std::find_if(reports.rbegin(), reports.rend(), same);
  if (found != reports.rend()) return static_cast<uint32_t>(reports.rend() - found - 1);
  reports.push_back(std::move(report));
  return static_cast<uint32_t>(reports.size() - 1);
}

}  // namespace

Status ReadRecords(const std::string& name, std::string_view text, Observations& observations) {
  for (uint32_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Fields fields;
    FieldReader reader(fields);
    if (!nlohmann::json::sax_parse(line, &reader) || !fields.contains("report") || !fields.contains("kind")) {
      return Error{ErrorCode::kInput, name + ":" + std::to_string(number), "is no record of a figure",
                   "write the records with soat extract --format ndjson"};
    }
    std::optional<Observation> figure = FigureOf(fields);
    if (!figure) continue;
    figure->report = IndexOf(ReportOf(fields), observations.reports);
    observations.figures.push_back(std::move(*figure));
  }
  return {};
}

}  // namespace soat
