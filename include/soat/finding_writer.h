// The output formats of what was checked.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "soat/finding.h"
#include "soat/writer.h"

namespace soat {

/// Turns findings into one output format: Begin, Add for each report in order, End, all from one thread. What they
/// return is written in that order.
class FindingWriter {
 public:
  virtual ~FindingWriter() = default;
  virtual std::string Begin() { return {}; }
  virtual std::string Add(const CheckedReport& report) = 0;
  /// \param counts  the sum over all reports
  virtual std::string End(const CheckCounts& counts) {
    (void)counts;
    return {};
  }
  /// Whether Finding::excerpt has to be there.
  virtual bool NeedsExcerpts() const { return false; }
  /// Whether people read it: what a report does throughout is then told once, and not at each place, and it may tell
  /// how many relations hold. Otherwise the counts may lack those, and those that are undecided.
  virtual bool IsForPeople() const { return true; }
};

/// For people: each finding with its lines, and a summary, in `language`. REQUIRES: `rules` outlive the writer
std::unique_ptr<FindingWriter> MakeFindingTextWriter(bool color, const RuleSet& rules, Language language);
std::unique_ptr<FindingWriter> MakeFindingCsvWriter(CsvOptions options);
std::unique_ptr<FindingWriter> MakeFindingJsonWriter();    ///< one document with a schema version
std::unique_ptr<FindingWriter> MakeFindingNdjsonWriter();  ///< one object a line

/// What the formats for CI say of the run.
struct ToolDescription {
  std::string version;  ///< of soat
  std::string folder;   ///< absolute; reports are named relative to it
};
/// SARIF 2.1.0, its rules in `language`. REQUIRES: `rules` outlive the writer
std::unique_ptr<FindingWriter> MakeSarifWriter(const ToolDescription& tool, const RuleSet& rules, Language language);
/// Commands for annotations of GitHub Actions; at most ten of a level, the worst first. REQUIRES: `rules` outlive the
/// writer
std::unique_ptr<FindingWriter> MakeGithubWriter(const ToolDescription& tool, const RuleSet& rules, Language language);
/// JUnit XML. What is at or above `fail_on` is a failure, other findings are told in a test case that passes.
std::unique_ptr<FindingWriter> MakeJunitWriter(const ToolDescription& tool, std::optional<Severity> fail_on);
/// The Code Quality report of GitLab.
std::unique_ptr<FindingWriter> MakeGitlabWriter(const ToolDescription& tool);

}  // namespace soat
