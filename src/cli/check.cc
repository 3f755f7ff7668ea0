// soat check: the relations of reports, those that do not hold first of all.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "cli/batch.h"
#include "cli/check_selection.h"
#include "cli/commands.h"
#include "cli/rule_files.h"
#include "soat/finding.h"
#include "soat/finding_writer.h"

namespace soat {
namespace {

std::unique_ptr<FindingWriter> MakeWriter(const CheckOptions& options) {
  switch (options.format) {
    case CheckFormat::kCsv:
      return MakeFindingCsvWriter({options.byte_order_mark});
    case CheckFormat::kJson:
      return MakeFindingJsonWriter();
    case CheckFormat::kNdjson:
      return MakeFindingNdjsonWriter();
    case CheckFormat::kText:
      break;
  }
  return MakeFindingTextWriter(options.output.empty() ? ColorsStandardOutput(options.color)
                                                      : options.color == ColorChoice::kAlways);
}

/// Checks reports, and hands what is to be shown to a writer.
class CheckJob : public BatchJob {
 public:
  CheckJob(const CheckOptions& options, CheckSelection selection, FindingWriter& writer)
      : options_(options), selection_(std::move(selection)), writer_(writer) {}

  std::string Begin() override { return writer_.Begin(); }

  Turn Process(const Document& document, const Analyzer& analyzer, Stats& stats) override {
    Analysis analysis = analyzer.Analyze(document);
    analyzer.AddContext(document, analysis);
    analyzer.AddRelations(document, analysis);
    stats.Count(document, analysis, AllKinds());
    return [this, report = Check(document, analysis, analyzer.rules())]() mutable { return Show(std::move(report)); };
  }

  std::string End() override { return writer_.End(counts_); }

  std::string MoreStats() const override;

  /// Whether anything was shown at or above --fail-on.
  bool found() const { return found_; }

 private:
  CheckedReport Check(const Document& document, const Analysis& analysis, const RuleSet& rules) const {
    CheckedReport report;
    FindingMaker maker(document, analysis, rules, options_.language, writer_.NeedsExcerpts());
    for (const Relation& relation : analysis.relations) {
      if (!selection_.IsOn(relation.check, relation.rule)) continue;
      const auto check = static_cast<size_t>(relation.check);
      ++report.counts.checks[check].severities[static_cast<size_t>(relation.severity)];
      if (options_.all || relation.severity >= options_.min_severity) report.findings.push_back(maker.Make(relation));
    }
    for (size_t i = 0; i < analysis.undecided.size(); ++i) {
      if (selection_.IsOn(static_cast<CheckKind>(i))) report.counts.checks[i].undecided = analysis.undecided[i];
    }
    report.report = document.path;
    report.counts.files = 1;
    return report;
  }

  std::string Show(CheckedReport report) {
    const auto fails = [this](const Finding& finding) {
      return options_.fail_on && finding.severity >= *options_.fail_on;
    };
    found_ = found_ || std::any_of(report.findings.begin(), report.findings.end(), fails);
    counts_.Add(report.counts);
    return writer_.Add(report);
  }

  const CheckOptions& options_;
  const CheckSelection selection_;
  FindingWriter& writer_;
  CheckCounts counts_;
  bool found_ = false;
};

std::string CheckJob::MoreStats() const {
  const CheckCounts::OfCheck total = counts_.Total();
  std::string out;
  const auto line = [&out](std::string_view name, uint64_t number) {
    fmt::format_to(std::back_inserter(out), "{:<24}{:>12}\n", name, number);
  };
  line("relations", total.Relations());
  line("verified", total.severities[0]);
  line("undecided", total.undecided);
  line("findings", total.Relations() - total.severities[0]);
  for (size_t i = 0; i < counts_.checks.size(); ++i) {
    const CheckCounts::OfCheck& check = counts_.checks[i];
    const uint64_t findings = check.Relations() - check.severities[0];
    if (findings > 0) line(fmt::format("  {}", ToString(static_cast<CheckKind>(i))), findings);
  }
  return out;
}

}  // namespace

int Run(const CheckOptions& options, Messages& messages) {
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  Result<CheckSelection> selection = CheckSelection::Make(options.select, options.ignore, analyzer->rules());
  if (!selection.ok()) {
    messages.Tell(selection.error());
    return kExitFailure;
  }
  const std::unique_ptr<FindingWriter> writer = MakeWriter(options);
  CheckJob job(options, std::move(selection.value()), *writer);
  const int status = RunBatch(options, *analyzer, job, messages);
  return status == kExitSuccess && job.found() ? kExitFindings : status;
}

}  // namespace soat
