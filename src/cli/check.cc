// soat check: the relations of reports, those that do not hold first of all.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/baseline.h"
#include "cli/batch.h"
#include "cli/check_selection.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/rule_files.h"
#include "read/file.h"
#include "soat/finding.h"
#include "soat/finding_writer.h"
#include "write/cut_off.h"
#include "write/escape.h"
#include "write/report_uri.h"
#include "write/wordings.h"

namespace soat {
namespace {

std::string CurrentFolder() {
  std::error_code failed;
  return std::filesystem::current_path(failed).native();
}

ToolDescription Tool() { return {SOAT_VERSION, CurrentFolder()}; }

std::unique_ptr<FindingWriter> MakeWriter(const CheckOptions& options, const RuleSet& rules) {
  switch (options.format) {
    case CheckFormat::kCsv:
      return MakeFindingCsvWriter({options.byte_order_mark});
    case CheckFormat::kJson:
      return MakeFindingJsonWriter();
    case CheckFormat::kNdjson:
      return MakeFindingNdjsonWriter();
    case CheckFormat::kSarif:
      return MakeSarifWriter(Tool(), rules, options.language);
    case CheckFormat::kGithub:
      return MakeGithubWriter(Tool(), rules, options.language);
    case CheckFormat::kJunit:
      return MakeJunitWriter(Tool(), options.fail_on);
    case CheckFormat::kGitlab:
      return MakeGitlabWriter(Tool());
    case CheckFormat::kText:
      break;
  }
  const bool file = !options.output.empty();
  const bool color = file ? options.color == ColorChoice::kAlways : ColorsStandardOutput(options.color);
  return MakeFindingTextWriter(color, rules, options.language);
}

/// Checks reports, and hands what is to be shown to a writer.
class CheckJob : public BatchJob {
 public:
  CheckJob(const CheckOptions& options, CheckSelection selection, KnownFindings known, const RuleSet& rules,
           FindingWriter& writer)
      : options_(options),
        selection_(std::move(selection)),
        wordings_(rules, options.language),
        baseline_(std::move(known)),
        writer_(writer) {}

  std::string Begin() override { return writer_.Begin(); }

  Turn Process(const Document& document, const Analyzer& analyzer, Stats* stats) override {
    Analysis analysis = analyzer.Analyze(document);
    const HeldRelations held = AddRelations(document, analyzer, stats != nullptr, analysis);
    if (stats != nullptr) stats->Count(analysis, AllKinds());
    return [this, report = Check(document, analysis, held, analyzer.rules())]() mutable {
      return Show(std::move(report));
    };
  }

  std::string End() override { return writer_.End(counts_); }
  /// A baseline of some of the reports would make new findings of those in the others.
  bool NeedsAllReports() const override { return !options_.write_baseline.empty(); }

  std::vector<std::string> OtherOutputs() const override { return {options_.write_baseline}; }
  std::string MoreStats() const override;

  /// Whether anything was shown at or above --fail-on.
  bool found() const { return found_; }
  /// What the run found, when --write-baseline asks for it.
  const KnownFindings& learned() const { return learned_; }
  /// What the baseline holds and the run could have found, but did not.
  KnownFindings Stale(const RuleSet& rules) const;

 private:
  /// \param counted  whether somebody asks how many relations hold, whatever the writer does
  /// \return the relations that hold, if they are counted, unless they are to be shown: then the analysis has them, too
  HeldRelations AddRelations(const Document& document, const Analyzer& analyzer, bool counted,
                             Analysis& analysis) const {
    HeldRelations held;
    if (LeastToMake() == Severity::kOk)
      analyzer.AddRelations(document, analysis);
    else if (counted || writer_.IsForPeople())
      analyzer.AddRelations(document, analysis, held);
    else
      analyzer.AddFindings(document, analysis);
    return held;
  }

  CheckedReport Check(const Document& document, const Analysis& analysis, const HeldRelations& held,
                      const RuleSet& rules) const {
    CheckedReport report;
    CountHeld(held, report.counts);
    FindingMaker maker(document, analysis, rules, options_.language, writer_.NeedsExcerpts());
    for (const Relation& relation : analysis.relations) {
      if (!selection_.IsOn(relation.check, relation.rule)) continue;
      const auto check = static_cast<size_t>(relation.check);
      ++report.counts.checks[check].severities[static_cast<size_t>(relation.severity)];
      if (relation.severity >= LeastToMake()) report.findings.push_back(maker.Make(relation));
    }
    for (size_t i = 0; i < analysis.undecided.size(); ++i) {
      if (selection_.IsOn(static_cast<CheckKind>(i))) report.counts.checks[i].undecided = analysis.undecided[i];
    }
    report.report = ValidUtf8(document.path);
    report.counts.files = 1;
    report.cuts_off = CutsOffThroughout(analysis.relations, held);
    return report;
  }

  /// Those that are on.
  void CountHeld(const HeldRelations& held, CheckCounts& counts) const {
    for (uint32_t rule = 0; rule < held.counts.size(); ++rule) {
      for (size_t i = 0; i < kCheckKindCount; ++i) {
        if (selection_.IsOn(static_cast<CheckKind>(i), rule))
          counts.checks[i].severities[static_cast<size_t>(Severity::kOk)] += held.counts[rule][i];
      }
    }
  }

  Severity LeastToShow() const { return options_.all ? Severity::kOk : options_.min_severity; }

  /// The baseline is compared with all findings, whatever is shown of them: what is not shown is not stale.
  Severity LeastToMake() const {
    return options_.baseline.empty() ? LeastToShow() : std::min(LeastToShow(), Severity::kNote);
  }

  /// Whether the finding is not shown because it is known already, or from now on.
  /// \param report  its path within the folder
  bool IsKnown(const std::string& report, const Finding& finding) {
    if (finding.severity == Severity::kOk) return false;
    if (options_.write_baseline.empty()) return baseline_.Knows(report, finding.fingerprint);
    Learn(report, finding, learned_);
    return true;
  }

  std::string Show(CheckedReport report) {
    const std::string path = PathWithin(folder_, report.report);
    baseline_.See(path);
    const auto is_hidden = [&](const Finding& finding) {
      const bool known = IsKnown(path, finding);
      report.counts.known += known ? 1 : 0;
      return known || finding.severity < LeastToShow();
    };
    std::erase_if(report.findings, is_hidden);
    const auto fails = [this](const Finding& finding) {
      return options_.fail_on && finding.severity >= *options_.fail_on;
    };
    found_ = found_ || std::any_of(report.findings.begin(), report.findings.end(), fails);
    counts_.Add(report.counts);
    // --all shows every relation, and each of them for itself.
    if (report.cuts_off && !options_.all && writer_.IsForPeople()) MergeCutOffs(report.findings, wordings_);
    return writer_.Add(report);
  }

  const CheckOptions& options_;
  const CheckSelection selection_;
  const Wordings wordings_;
  const std::string folder_ = CurrentFolder();
  Baseline baseline_;
  KnownFindings learned_;
  FindingWriter& writer_;
  CheckCounts counts_;
  bool found_ = false;
};

std::string CheckJob::MoreStats() const {
  std::string out;
  const auto row = [&out](std::string_view name, const CheckCounts::OfCheck& counts) {
    const uint64_t relations = counts.Relations(), verified = counts.severities[0];
    fmt::format_to(std::back_inserter(out), "{:<24}{:>12}{:>12}{:>12}{:>12}\n", name, relations, verified,
                   relations - verified, counts.undecided);
  };
  fmt::format_to(std::back_inserter(out), "{:<24}{:>12}{:>12}{:>12}{:>12}\n", "checks", "relations", "verified",
                 "findings", "undecided");
  for (size_t i = 0; i < counts_.checks.size(); ++i) {
    const CheckCounts::OfCheck& check = counts_.checks[i];
    if (check.Relations() + check.undecided > 0) row(fmt::format("  {}", ToString(static_cast<CheckKind>(i))), check);
  }
  row("  all", counts_.Total());
  if (counts_.known > 0) fmt::format_to(std::back_inserter(out), "{:<24}{:>12}\n", "known findings", counts_.known);
  return out;
}

KnownFindings CheckJob::Stale(const RuleSet& rules) const {
  return baseline_.Stale([&](const std::string& check, const std::string& rule) {
    const auto kind = ParseCheckKind(check);
    const auto found = std::find_if(rules.relation_rules.begin(), rules.relation_rules.end(),
                                    [&](const RelationRule& other) { return other.id == rule; });
    // What no rule can find any more is stale for good.
    if (!kind || found == rules.relation_rules.end()) return true;
    return selection_.IsOn(*kind, static_cast<uint32_t>(found - rules.relation_rules.begin()));
  });
}

/// What only shows when soat.toml has had its say: it may name the baseline.
Status CheckBaselineOptions(const CheckOptions& options) {
  if (options.prune_baseline && options.baseline.empty()) {
    return Error{ErrorCode::kUsage, "", "--prune-baseline: there is no baseline",
                 "name it with --baseline, or as baseline under [check] in soat.toml"};
  }
  const std::string& written = options.write_baseline.empty() ? options.baseline : options.write_baseline;
  if (!options.output.empty() && options.output == written) {
    return Error{ErrorCode::kUsage, options.output, "is the baseline and the output",
                 "name another file for one of them"};
  }
  return {};
}

Result<KnownFindings> ReadKnown(const CheckOptions& options) {
  if (options.baseline.empty() || !options.write_baseline.empty()) return KnownFindings();
  const Result<std::string> bytes = ReadFileBytes(options.baseline);
  if (!bytes.ok()) return bytes.error();
  return ReadBaseline(options.baseline, bytes.value());
}

/// \return whether it could be written
bool WriteKnown(const std::string& path, const KnownFindings& known, Messages& messages) {
  Result<Output> output = Output::Open(path);
  Status done = output.ok() ? output.value().Write(WriteBaseline(known)) : Status(output.error());
  if (done.ok()) done = output.value().Commit();
  if (!done.ok()) messages.Tell(done.error());
  return done.ok();
}

uint64_t CountOf(const KnownFindings& known) {
  uint64_t count = 0;
  for (const auto& [key, finding] : known) count += finding.count;
  return count;
}

/// Tells what the baseline holds in vain, and takes it out when that was asked for.
void TellStale(const CheckOptions& options, const KnownFindings& known, const KnownFindings& stale,
               Messages& messages) {
  if (stale.empty()) return;
  if (options.prune_baseline) {
    if (WriteKnown(options.baseline, Pruned(known, stale), messages))
      messages.Note(fmt::format("{}: {} no longer found and taken out", options.baseline, CountOf(stale)));
    return;
  }
  constexpr size_t kTold = 10;
  size_t told = 0;
  for (const auto& [key, finding] : stale) {
    if (told++ == kTold) break;
    messages.Note(
        fmt::format("{}: no longer found: {} {} \"{}\"", options.baseline, key.report, finding.check, finding.text));
  }
  messages.Note(
      fmt::format("{}: {} no longer found; --prune-baseline takes them out", options.baseline, CountOf(stale)));
}

/// What remains to be done with baselines after a run that could read everything.
void FinishBaselines(const CheckOptions& options, const CheckJob& job, const KnownFindings& known, const RuleSet& rules,
                     Messages& messages) {
  if (options.write_baseline.empty()) {
    TellStale(options, known, job.Stale(rules), messages);
  } else if (WriteKnown(options.write_baseline, job.learned(), messages)) {
    messages.Note(fmt::format("{}: {} findings written", options.write_baseline, CountOf(job.learned())));
  }
}

}  // namespace

int Run(const CheckOptions& options, Messages& messages) {
  if (const Status checked = CheckBaselineOptions(options); !checked.ok()) {
    messages.Tell(checked.error());
    return kExitFailure;
  }
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  Result<CheckSelection> selection = CheckSelection::Make(options.select, options.ignore, analyzer->rules());
  const Result<KnownFindings> known = ReadKnown(options);
  if (!selection.ok() || !known.ok()) {
    messages.Tell(selection.ok() ? known.error() : selection.error());
    return kExitFailure;
  }
  const std::unique_ptr<FindingWriter> writer = MakeWriter(options, analyzer->rules());
  CheckJob job(options, std::move(selection.value()), known.value(), analyzer->rules(), *writer);
  if (RunBatch(options, *analyzer, job, messages) != kExitSuccess) return kExitFailure;
  FinishBaselines(options, job, known.value(), analyzer->rules(), messages);
  if (messages.failed()) return kExitFailure;
  return job.found() ? kExitFindings : kExitSuccess;
}

}  // namespace soat
