// JUnit XML: a test suite for each report, a test case for each finding and for each check in which nothing was found.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "soat/finding_writer.h"
#include "write/finding_record.h"
#include "write/report_uri.h"

namespace soat {
namespace {

/// Text for an attribute or an element. XML 1.0 has no way to write most control characters.
std::string Escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\n' || c == '\t' || c == '\r')
      out += "&#" + std::to_string(byte) + ";";
    else if (byte < 0x20)
      out += "\uFFFD";
    else
      out += c;
  }
  return out;
}

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + Escaped(value) + "\"";
}

class JunitWriter : public FindingWriter {
 public:
  JunitWriter(ToolDescription tool, std::optional<Severity> fail_on) : tool_(std::move(tool)), fail_on_(fail_on) {}

  std::string Begin() override { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"soat\">\n"; }

  std::string Add(const CheckedReport& report) override {
    const std::string name = PathWithin(tool_.folder, report.report);
    std::string cases;
    std::map<std::string, int> seen;
    size_t tests = 0, failures = 0;
    for (size_t i = 0; i < report.counts.checks.size(); ++i) {
      if (report.counts.checks[i].Relations() == 0) continue;
      const size_t before = tests;
      for (const Finding& finding : report.findings) {
        if (static_cast<size_t>(finding.check) != i || finding.severity == Severity::kOk) continue;
        ++tests;
        failures += Fails(finding) ? 1 : 0;
        cases += Case(name, UniqueName(finding, seen), finding);
      }
      if (tests > before) continue;
      ++tests;
      cases += "<testcase" + Attribute("classname", name) + Attribute("name", ToString(static_cast<CheckKind>(i))) +
               Attribute("file", name) + "/>\n";
    }
    return "<testsuite" + Attribute("name", name) + Attribute("tests", std::to_string(tests)) +
           Attribute("failures", std::to_string(failures)) + Attribute("errors", "0") + ">\n" + cases +
           "</testsuite>\n";
  }

  std::string End(const CheckCounts& /*counts*/) override { return "</testsuites>\n"; }

 private:
  bool Fails(const Finding& finding) const { return fail_on_ && finding.severity >= *fail_on_; }

  /// Servers take two cases of one name in a report for one: those that come again at a place are numbered.
  static std::string UniqueName(const Finding& finding, std::map<std::string, int>& seen) {
    const Location& place = finding.place;
    const std::string name =
        std::string(ToString(finding.check)) + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
    const int times = ++seen[name];
    return times == 1 ? name : name + " #" + std::to_string(times);
  }

  std::string Case(const std::string& report, const std::string& name, const Finding& finding) const {
    const std::string line = std::to_string(finding.place.line);
    const std::string where = line + ":" + std::to_string(finding.place.column);
    std::string text = report + ":" + where + ": " + finding.message;
    for (const FindingEdit& edit : finding.edits) text += "\n" + ReadableEdit(edit);
    std::string out = "<testcase" + Attribute("classname", report) + Attribute("name", name) +
                      Attribute("file", report) + Attribute("line", line) + ">";
    if (Fails(finding)) {
      out += "<failure" + Attribute("message", finding.message) + Attribute("type", ToString(finding.severity)) + ">" +
             Escaped(text) + "</failure>";
    } else {
      out += "<system-out>" + Escaped(text) + "</system-out>";
    }
    return out + "</testcase>\n";
  }

  const ToolDescription tool_;
  const std::optional<Severity> fail_on_;
};

}  // namespace

std::unique_ptr<FindingWriter> MakeJunitWriter(const ToolDescription& tool, std::optional<Severity> fail_on) {
  return std::make_unique<JunitWriter>(tool, fail_on);
}

}  // namespace soat
