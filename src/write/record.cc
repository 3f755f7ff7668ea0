#include "write/record.h"

#include "write/escape.h"
#include "write/json_member.h"

namespace soat {
namespace {

void AppendItems(std::string& out, const std::vector<uint32_t>& items) {
  if (items.empty()) return;
  AppendKey(out, "items");
  char before = '[';
  for (uint32_t item : items) {
    out += before;
    AppendInteger(out, item);
    before = ',';
  }
  out += ']';
}

}  // namespace

std::string_view SectionPaths::Of(uint32_t text_offset) {
  const Place place = structure_.PlaceOf(text_offset);
  if (block_ != place.block) path_ = structure_.SectionPath(place);
  block_ = place.block;
  return path_;
}

std::string PeriodOf(const ReportIdentity& identity) {
  return identity.period_start.empty() ? std::string() : identity.period_start + ".." + identity.period_end;
}

std::string JsonBeginning(const Document& document, const Analysis& analysis) {
  std::string out = "{\"report\":";
  AppendJsonString(out, ValidUtf8(document.path));
  AppendMember(out, "unit_name", analysis.identity.unit_name);
  AppendMember(out, "report_period", PeriodOf(analysis.identity));
  return out;
}

std::string NdjsonBeginning(const Document& document, const Analysis& analysis) {
  const ReportIdentity& identity = analysis.identity;
  std::string out = JsonBeginning(document, analysis);
  AppendMember(out, "unit_level", identity.unit_level);
  AppendMember(out, "province", identity.province);
  AppendMember(out, "report_number", identity.number);
  AppendMember(out, "report_date", identity.date);
  AppendMember(out, "report_title", identity.title);
  AppendMember(out, "report_status", identity.status);
  AppendMember(out, "sha256", document.sha256);
  return out;
}

void AppendJsonObject(std::string& out, std::string_view beginning, const Record& record) {
  const Figure& figure = *record.figure;
  out += beginning;
  out += ",\"id\":\"f";
  AppendInteger(out, record.number);
  out += '"';
  AppendPlaceMembers(out, record.place);
  AppendMember(out, "section", record.section);
  AppendMember(out, "kind", ToString(figure.kind));
  AppendKey(out, "text");
  AppendJsonString(out, record.text);
  AppendMember(out, "value", figure.value);
  AppendMember(out, "value_max", figure.value_max);
  AppendMember(out, "numerator", figure.numerator);
  AppendMember(out, "denominator", figure.denominator);
  AppendMember(out, "unit", figure.unit);
  AppendMember(out, "qualifier", ToString(figure.qualifier));
  AppendMember(out, "start", figure.start);
  AppendMember(out, "end", figure.end);
  AppendMember(out, "ref", figure.ref);
  AppendItems(out, figure.items);
  AppendMember(out, "label", figure.label);
  AppendMember(out, "indicator", figure.indicator);
  AppendMember(out, "scope", figure.scope);
  AppendMember(out, "role", ToString(figure.role));
  out += '}';
}

}  // namespace soat
