// Workflow commands of GitHub Actions, which become annotations.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "soat/finding_writer.h"
#include "write/finding_record.h"
#include "write/report_uri.h"
#include "write/wordings.h"

namespace soat {
namespace {

constexpr size_t kLimit = 10;  // annotations of one level that GitHub shows for a step

std::string Escaped(std::string_view text, bool property) {
  std::string out;
  for (char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string_view LevelOf(Severity severity) {
  return severity == Severity::kNote ? std::string_view("notice") : ToString(severity);
}

class GithubWriter : public FindingWriter {
 public:
  GithubWriter(ToolDescription tool, const Wordings& wordings) : tool_(std::move(tool)), wordings_(wordings) {}

  std::string Add(const CheckedReport& report) override {
    for (const Finding& finding : report.findings) {
      if (finding.severity != Severity::kOk) lines_[static_cast<size_t>(finding.severity)].push_back(Line(finding));
    }
    return {};
  }

  /// GitHub drops what is over its limit without a word: so the worst comes first, and what is left out is told.
  std::string End(const CheckCounts& /*counts*/) override {
    const size_t left_out = LeftOut(Severity::kError, kLimit) + LeftOut(Severity::kWarning, kLimit);
    const bool room_for_all = left_out == 0 && LeftOut(Severity::kNote, kLimit) == 0;
    const size_t note_limit = room_for_all ? kLimit : kLimit - 1;
    std::string out = First(Severity::kError, kLimit) + First(Severity::kWarning, kLimit);
    out += First(Severity::kNote, note_limit);
    if (room_for_all) return out;
    const std::string told = wordings_.Of("not-shown", left_out + LeftOut(Severity::kNote, note_limit));
    return out + "::notice title=soat::" + Escaped(told, false) + "\n";
  }

 private:
  std::string Line(const Finding& finding) const {
    const Location& place = finding.place;
    std::string out = "::" + std::string(LevelOf(finding.severity)) +
                      " file=" + Escaped(PathWithin(tool_.folder, finding.report), true) +
                      ",line=" + std::to_string(place.line);
    // GitHub takes columns only of what stands on one line.
    if (place.end_line == place.line) {
      out += ",col=" + std::to_string(place.column) + ",endLine=" + std::to_string(place.end_line) +
             ",endColumn=" + std::to_string(place.end_column);
    } else {
      out += ",endLine=" + std::to_string(place.end_line);
    }
    std::string message = finding.message;
    for (const FindingEdit& edit : finding.edits) message += "\n" + ReadableEdit(edit);
    out += ",title=" + Escaped("soat " + std::string(ToString(finding.check)), true);
    return out + "::" + Escaped(message, false) + "\n";
  }

  size_t LeftOut(Severity severity, size_t limit) const {
    const size_t count = lines_[static_cast<size_t>(severity)].size();
    return count - std::min(count, limit);
  }

  std::string First(Severity severity, size_t limit) const {
    const std::vector<std::string>& lines = lines_[static_cast<size_t>(severity)];
    std::string out;
    for (size_t i = 0; i < std::min(lines.size(), limit); ++i) out += lines[i];
    return out;
  }

  const ToolDescription tool_;
  const Wordings wordings_;
  std::array<std::vector<std::string>, 4> lines_;  // by Severity
};

}  // namespace

std::unique_ptr<FindingWriter> MakeGithubWriter(const ToolDescription& tool, const RuleSet& rules, Language language) {
  return std::make_unique<GithubWriter>(tool, Wordings(rules, language));
}

}  // namespace soat
