// SARIF 2.1.0 (OASIS): one run, a rule for each check, a result for each relation.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "soat/finding_writer.h"
#include "write/escape.h"
#include "write/finding_record.h"
#include "write/json_member.h"
#include "write/report_uri.h"

namespace soat {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kBase = "%SRCROOT%";  // stands for the folder in which soat was run

std::string_view LevelOf(Severity severity) { return severity == Severity::kOk ? "none" : ToString(severity); }

std::string Quoted(std::string_view text) {
  std::string out;
  AppendJsonString(out, text);
  return out;
}

std::string Message(std::string_view text) { return "{\"text\":" + Quoted(text) + "}"; }

std::string Region(const Location& place) {
  const auto member = [](std::string_view name, uint32_t number) {
    return "\"" + std::string(name) + "\":" + std::to_string(number);
  };
  return "{" + member("startLine", place.line) + "," + member("startColumn", place.column) + "," +
         member("endLine", place.end_line) + "," + member("endColumn", place.end_column) + "," +
         member("byteOffset", place.offset) + "," + member("byteLength", place.length) + "}";
}

class SarifWriter : public FindingWriter {
 public:
  SarifWriter(const ToolDescription& tool, const RuleSet& rules, Language language)
      : tool_(tool), rules_(rules), language_(language) {}

  std::string Begin() override {
    std::string out = "{\"$schema\":" + Quoted(kSchema) + ",\"version\":\"2.1.0\",\"runs\":[{\n\"tool\":{\"driver\":{";
    out += "\"name\":\"soat\",\"version\":" + Quoted(tool_.version) + ",\"rules\":[";
    std::string_view separator = "\n";
    for (const CheckText& check : rules_.checks) {
      (out += separator) += Rule(check);
      separator = ",\n";
    }
    out += "\n]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"originalUriBaseIds\":{" + Quoted(kBase) +
           ":{\"description\":" + Message("The folder in which soat was run.") + "}},\n";
    return out + "\"results\":[";
  }

  std::string Add(const CheckedReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) {
      out += std::exchange(first_, false) ? "\n" : ",\n";
      out += Result(finding);
    }
    return out;
  }

  std::string End(const CheckCounts& /*counts*/) override { return "\n]}]}\n"; }

 private:
  std::string Rule(const CheckText& check) const {
    const bool english = language_ == Language::kEnglish;
    const std::string& summary = english ? check.english : check.vietnamese;
    const std::string& help = english ? check.help_english : check.help_vietnamese;
    const std::string id(ToString(check.check));
    return "{\"id\":" + Quoted(id) + ",\"name\":" + Quoted(id) + ",\"shortDescription\":" + Message(summary) +
           ",\"fullDescription\":" + Message(help) + ",\"help\":" + Message(summary + " " + help) +
           ",\"properties\":{\"precision\":" + Quoted(check.precision) + ",\"tags\":[\"figures\"]}}";
  }

  std::string Artifact(const Finding& finding) const {
    const std::string path = PathWithin(tool_.folder, finding.report);
    // With a base a reference must not climb above it.
    const std::string base = path.starts_with("..") ? "" : ",\"uriBaseId\":" + Quoted(kBase);
    return "\"artifactLocation\":{\"uri\":" + Quoted(AsUri(path)) + base + "}";
  }

  std::string Physical(const Finding& finding, const Location& place) const {
    return "\"physicalLocation\":{" + Artifact(finding) + ",\"region\":" + Region(place) + "}";
  }

  std::string Result(const Finding& finding) const {
    const auto rule = std::find_if(rules_.checks.begin(), rules_.checks.end(),
                                   [&](const CheckText& check) { return check.check == finding.check; });
    std::string out = "{\"ruleId\":" + Quoted(ToString(finding.check));
    if (rule != rules_.checks.end()) out += ",\"ruleIndex\":" + std::to_string(rule - rules_.checks.begin());
    out += finding.severity == Severity::kOk ? ",\"kind\":\"pass\"" : "";
    out += ",\"level\":" + Quoted(LevelOf(finding.severity)) + ",\"message\":" + Message(finding.message);
    out += ",\"locations\":[{" + Physical(finding, finding.place) + "}]";
    out += Related(finding) + Fixes(finding);
    out += ",\"partialFingerprints\":{\"soat/v1\":" + Quoted(finding.fingerprint) + "}";
    return out + ",\"properties\":" + Properties(finding) + "}";
  }

  std::string Related(const Finding& finding) const {
    std::string locations;
    int id = 0;
    for (const FindingOperand& operand : finding.operands) {
      for (const FindingValue& value : operand.values) {
        if (!value.place) continue;
        locations += (id == 0 ? "" : ",");
        locations += "{\"id\":" + std::to_string(id++) + ",\"message\":" + Message(operand.role + ": " + value.quote) +
                     "," + Physical(finding, *value.place) + "}";
      }
    }
    return locations.empty() ? "" : ",\"relatedLocations\":[" + locations + "]";
  }

  std::string Fixes(const Finding& finding) const {
    std::string fixes;
    for (const FindingEdit& edit : finding.edits) {
      fixes += fixes.empty() ? "" : ",";
      fixes += "{\"description\":" + Message(ReadableEdit(edit)) + ",\"artifactChanges\":[{" + Artifact(finding) +
               ",\"replacements\":[{\"deletedRegion\":" + Region(edit.place) +
               ",\"insertedContent\":" + Message(edit.replacement) + "}]}]}";
    }
    return fixes.empty() ? "" : ",\"fixes\":[" + fixes + "]";
  }

  static std::string Properties(const Finding& finding) {
    std::string out = "{\"rule\":" + Quoted(finding.rule) + ",\"verdict\":" + Quoted(ToString(finding.verdict)) +
                      ",\"operands\":" + OperandsAsJson(finding);
    AppendMember(out, "expected", finding.expected);
    AppendMember(out, "stated", finding.stated);
    AppendMember(out, "difference", finding.difference);
    return out + "}";
  }

  const ToolDescription tool_;
  const RuleSet& rules_;
  const Language language_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<FindingWriter> MakeSarifWriter(const ToolDescription& tool, const RuleSet& rules, Language language) {
  return std::make_unique<SarifWriter>(tool, rules, language);
}

}  // namespace soat
