#include "write/finding_record.h"

#include "write/escape.h"
#include "write/json_member.h"

namespace soat {
namespace {

void AppendValue(std::string& out, const FindingValue& value) {
  if (value.number)
    AppendTo(out, *value.number);
  else
    AppendJsonString(out, ValidUtf8(value.text));
}

void AppendOperand(std::string& out, const FindingOperand& operand) {
  AppendJsonString(out, operand.role);
  out += ':';
  if (!operand.list && operand.values.size() == 1) {
    AppendValue(out, operand.values.front());
    return;
  }
  out += '[';
  for (size_t i = 0; i < operand.values.size(); ++i) {
    if (i > 0) out += ',';
    AppendValue(out, operand.values[i]);
  }
  out += ']';
}

void AppendLines(std::string& out, const Finding& finding) {
  AppendKey(out, "lines");
  char before = '[';
  for (const uint32_t line : finding.lines) {
    out += before;
    AppendInteger(out, line);
    before = ',';
  }
  out += ']';
}

void AppendEdits(std::string& out, const Finding& finding) {
  if (finding.edits.empty()) return;
  AppendKey(out, "suggestion");
  char before = '[';
  for (const FindingEdit& edit : finding.edits) {
    out += before;
    AppendJsonString(out, ReadableEdit(edit));
    before = ',';
  }
  out += ']';
}

}  // namespace

std::string OperandsAsJson(const Finding& finding) {
  std::string out = "{";
  for (const FindingOperand& operand : finding.operands) {
    if (out.size() > 1) out += ',';
    AppendOperand(out, operand);
  }
  return out + "}";
}

std::string ReadableEdit(const FindingEdit& edit) { return edit.before + " → " + edit.after; }

std::string FindingAsJson(const Finding& finding) {
  std::string out = "{\"report\":";
  AppendJsonString(out, finding.report);
  AppendPlaceMembers(out, finding.place);
  AppendLines(out, finding);
  AppendMember(out, "rule", finding.rule);
  AppendMember(out, "check", ToString(finding.check));
  AppendMember(out, "verdict", ToString(finding.verdict));
  AppendMember(out, "severity", ToString(finding.severity));
  AppendKey(out, "operands");
  out += OperandsAsJson(finding);
  AppendMember(out, "expected", finding.expected);
  AppendMember(out, "stated", finding.stated);
  AppendMember(out, "difference", finding.difference);
  AppendMember(out, "message", finding.message);
  AppendEdits(out, finding);
  AppendMember(out, "fingerprint", finding.fingerprint);
  return out + "}";
}

}  // namespace soat
