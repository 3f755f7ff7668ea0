// The Code Quality report of GitLab: a JSON array of findings.
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "soat/finding_writer.h"
#include "write/escape.h"
#include "write/report_uri.h"

namespace soat {
namespace {

std::string_view SeverityOf(Severity severity) {
  if (severity == Severity::kError) return "major";
  return severity == Severity::kWarning ? "minor" : "info";
}

std::string Position(uint32_t line, uint32_t column) {
  return "{\"line\":" + std::to_string(line) + ",\"column\":" + std::to_string(column) + "}";
}

class GitlabWriter : public FindingWriter {
 public:
  explicit GitlabWriter(ToolDescription tool) : tool_(std::move(tool)) {}

  std::string Begin() override { return "["; }

  std::string Add(const CheckedReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) {
      if (finding.severity == Severity::kOk) continue;
      out += std::exchange(first_, false) ? "\n" : ",\n";
      out += Object(finding);
    }
    return out;
  }

  std::string End(const CheckCounts& /*counts*/) override { return "\n]\n"; }

 private:
  std::string Object(const Finding& finding) {
    const Location& place = finding.place;
    std::string out = "{\"description\":";
    AppendJsonString(out, finding.message);
    out += ",\"check_name\":\"" + std::string(ToString(finding.check)) + "\",\"fingerprint\":\"" +
           UniqueFingerprint(finding.fingerprint) + "\",\"severity\":\"" + std::string(SeverityOf(finding.severity)) +
           "\",\"location\":{\"path\":";
    AppendJsonString(out, PathWithin(tool_.folder, finding.report));
    return out + ",\"positions\":{\"begin\":" + Position(place.line, place.column) +
           ",\"end\":" + Position(place.end_line, place.end_column) + "}}}";
  }

  /// GitLab keeps one finding of a fingerprint: those that come again are numbered.
  std::string UniqueFingerprint(const std::string& fingerprint) {
    const int times = ++seen_[fingerprint];
    return times == 1 ? fingerprint : fingerprint + "-" + std::to_string(times);
  }

  const ToolDescription tool_;
  std::map<std::string, int> seen_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<FindingWriter> MakeGitlabWriter(const ToolDescription& tool) {
  return std::make_unique<GitlabWriter>(tool);
}

}  // namespace soat
