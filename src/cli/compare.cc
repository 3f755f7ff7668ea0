#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/rule_files.h"
#include "cli/walk.h"
#include "read/file.h"
#include "soat/comparison.h"
#include "text/edit_distance.h"
#include "write/comparison.h"

namespace soat {
namespace {

/// The kinds of figures that have a value.
KindSet ValueKinds() {
  KindSet kinds;
  for (const FigureKind kind :
       {FigureKind::kCount, FigureKind::kRatio, FigureKind::kPercent, FigureKind::kMoney, FigureKind::kMeasure}) {
    kinds.set(static_cast<size_t>(kind));
  }
  return kinds;
}

std::string Format(const Comparison& comparison, const CompareCommandOptions& options) {
  switch (options.format) {
    case CompareFormat::kJson:
      return WriteComparisonJson(comparison, options.style);
    case CompareFormat::kText:
      return WriteComparisonText(comparison, options.style);
    case CompareFormat::kCsv:
      break;
  }
  const bool list = options.long_format || options.style.conflicts;
  return list ? WriteLongCsv(comparison, options.style) : WriteWideCsv(comparison, options.style);
}

/// What is written for the records of all reports.
std::string CompareRecords(const Observations& observations, const RuleSet& rules, const CompareCommandOptions& options,
                           Messages& messages) {
  const Comparison comparison = Compare(observations, rules, options.choice);
  for (const std::string& note : comparison.notes) messages.Note(note);
  return Format(comparison, options);
}

/// Compares reports by the records that extract writes of them, so that it makes no difference who extracted them.
class CompareJob : public BatchJob {
 public:
  CompareJob(const CompareCommandOptions& options, const RuleSet& rules, Messages& messages)
      : options_(options), rules_(rules), messages_(messages) {}

  Turn Process(const Document& document, const Analyzer& analyzer, Stats* stats) override {
    Analysis analysis = analyzer.Analyze(document);
    analyzer.AddContext(document, analysis);
    if (stats != nullptr) stats->Count(analysis, AllKinds());
    return [this, records = writer_->Render(document, analysis)] {
      const Status read = ReadRecords("records", records, observations_);
      if (!read.ok()) messages_.Tell(read.error());
      return std::string();
    };
  }

  std::string End() override { return CompareRecords(observations_, rules_, options_, messages_); }
  bool NeedsDigest() const override { return true; }

 private:
  const CompareCommandOptions& options_;
  const RuleSet& rules_;
  Messages& messages_;
  const std::unique_ptr<Writer> writer_ = MakeNdjsonWriter(ValueKinds());
  Observations observations_;
};

Status ReadInput(const Input& input, Observations& observations) {
  if (input.error) return *input.error;
  const Result<std::string> bytes = input.standard_input ? ReadStandardInput() : ReadFileBytes(input.path);
  if (!bytes.ok()) return bytes.error();
  return ReadRecords(input.path, bytes.value(), observations);
}

/// Writes the whole output, or tells why it cannot.
void WriteAll(const std::string& path, const std::string& text, Messages& messages) {
  Result<Output> output = Output::Open(path);
  if (!output.ok()) return messages.Tell(output.error());
  Status written = output.value().Write(text);
  if (written.ok()) written = output.value().Commit();
  if (!written.ok()) messages.Tell(written.error());
}

int RunFromRecords(const CompareCommandOptions& options, const RuleSet& rules, Messages& messages) {
  InputOptions input = options.input;
  if (input.include.empty()) input.include = {"*.ndjson", "*.jsonl"};
  const Result<InputList> list = ListInputs(input);
  if (!list.ok()) {
    messages.Tell(list.error());
    return kExitFailure;
  }
  for (const std::string& folder : list.value().empty_folders) {
    messages.Note(fmt::format("{}: holds no records (.ndjson, .jsonl); name the files or use --include", folder));
  }
  Observations observations;
  for (const Input& one : list.value().inputs) {
    if (const Status read = ReadInput(one, observations); !read.ok()) messages.Tell(read.error());
  }
  WriteAll(options.output, CompareRecords(observations, rules, options, messages), messages);
  return ExitStatus(messages);
}

/// A misspelt indicator would give an empty table.
Status CheckIndicators(const CompareOptions& choice, const RuleSet& rules) {
  std::vector<std::string> known;
  for (const Indicator& indicator : rules.indicators) known.push_back(indicator.id);
  for (const std::string& asked : choice.indicators) {
    if (std::find(known.begin(), known.end(), asked) != known.end()) continue;
    const std::string nearest = NearestWord(asked, known);
    return Error{ErrorCode::kUsage, "", fmt::format("--indicator: there is no indicator \"{}\"", asked),
                 nearest.empty() ? "soat rules list names them all" : fmt::format("did you mean \"{}\"?", nearest)};
  }
  return {};
}

}  // namespace

int Run(const CompareCommandOptions& options, Messages& messages) {
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  if (const Status checked = CheckIndicators(options.choice, analyzer->rules()); !checked.ok()) {
    messages.Tell(checked.error());
    return kExitFailure;
  }
  if (options.from_records) return RunFromRecords(options, analyzer->rules(), messages);
  CompareJob job(options, analyzer->rules(), messages);
  return RunBatch(options, *analyzer, job, messages);
}

}  // namespace soat
