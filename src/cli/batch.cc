#include "cli/batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/decoding_problems.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/rule_files.h"
#include "cli/stats.h"
#include "cli/walk.h"
#include "read/digest.h"
#include "read/file.h"
#include "soat/reader.h"

namespace soat {
namespace {

using Clock = std::chrono::steady_clock;

/// What one input gave: what is left to do with it, what has to be told, and what was counted.
struct FileResult {
  BatchJob::Turn turn;
  std::vector<Error> errors;
  Stats stats;
};

Result<Document> Read(const Input& input, bool with_digest) {
  if (input.error) return *input.error;
  Result<std::string> bytes = input.standard_input ? ReadStandardInput() : ReadFileBytes(input.path);
  if (!bytes.ok()) return bytes.error();
  std::string digest = with_digest ? Sha256(bytes.value()) : std::string();
  Result<Document> document = MakeDocument(input.path, std::move(bytes.value()));
  if (document.ok()) document.value().sha256 = std::move(digest);
  return document;
}

FileResult ReadAndProcess(const Input& input, const Analyzer& analyzer, BatchJob& job, bool stats) {
  FileResult result;
  const Result<Document> document = Read(input, job.NeedsDigest());
  if (!document.ok()) {
    result.errors.push_back(document.error());
    return result;
  }
  result.stats.Count(document.value());
  result.turn = job.Process(document.value(), analyzer, stats ? &result.stats : nullptr);
  result.errors = DescribeProblems(document.value());
  return result;
}

/// A job that writes what a writer makes of each report.
class WritingJob : public BatchJob {
 public:
  WritingJob(const Writer& writer, KindSet counted) : writer_(writer), counted_(counted) {}

  std::string Begin() override { return writer_.Begin(); }

  Turn Process(const Document& document, const Analyzer& analyzer, Stats* stats) override {
    Analysis analysis = analyzer.Analyze(document);
    if (writer_.NeedsContext()) analyzer.AddContext(document, analysis);
    if (stats != nullptr) stats->Count(analysis, counted_);
    return [this, records = writer_.Render(document, analysis)]() mutable {
      if (!records.empty() && std::exchange(has_records_, true)) records.insert(0, writer_.Separator());
      return std::move(records);
    };
  }

  std::string End() override { return writer_.End(); }
  bool NeedsDigest() const override { return writer_.NeedsDigest(); }

 private:
  const Writer& writer_;
  const KindSet counted_;
  bool has_records_ = false;
};

/// Joins the results in their order, and tells what went wrong as they come.
class Collector {
 public:
  /// \param all  whether to go on when nobody reads the output any more
  Collector(Output& output, size_t count, bool all, Messages& messages)
      : output_(output), count_(count), all_(all), messages_(messages) {}

  /// \return whether to go on
  bool Take(const FileResult& result) {
    for (const Error& error : result.errors) messages_.Tell(error);
    stats_.Add(result.stats);
    ++done_;
    ShowProgress();
    if (result.turn) Write(result.turn());
    return !broken_ && (all_ || !output_.reader_gone());
  }

  /// Writes what belongs to no file, unless writing has failed already.
  void Write(std::string_view bytes) {
    if (broken_) return;
    if (const Status written = output_.Write(bytes); !written.ok()) Break(written.error());
  }

  /// Writes the end, and puts the output in its place.
  void Finish(std::string_view end) {
    messages_.EndProgress();
    Write(end);
    if (broken_) return;
    if (const Status committed = output_.Commit(); !committed.ok()) Break(committed.error());
  }

  const Stats& stats() const { return stats_; }
  double Seconds() const { return std::chrono::duration<double>(Clock::now() - started_).count(); }

 private:
  void Break(const Error& error) {
    broken_ = true;
    messages_.Tell(error);
  }

  void ShowProgress() {
    const Clock::time_point now = Clock::now();
    if (now - started_ < std::chrono::seconds(1) || now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    messages_.Progress(
        fmt::format("{} of {} files, {:.1f} MB", done_, count_, static_cast<double>(stats_.bytes) / 1e6));
  }

  Output& output_;
  const size_t count_;
  const bool all_;
  Messages& messages_;
  Stats stats_;
  size_t done_ = 0;
  bool broken_ = false;
  const Clock::time_point started_ = Clock::now();
  Clock::time_point shown_ = started_;
};

unsigned JobsFor(unsigned asked, size_t inputs) {
  const unsigned jobs = asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(std::clamp<size_t>(inputs, 1, jobs));
}

/// Writing over a report would lose it.
Status CheckIsNoInput(const std::string& output, const std::vector<Input>& inputs) {
  std::error_code failed;
  if (output.empty() || !std::filesystem::is_regular_file(output, failed)) return {};
  for (const Input& input : inputs) {
    if (input.standard_input || !std::filesystem::equivalent(input.path, output, failed)) continue;
    return Error{ErrorCode::kUsage, output, "is one of the reports to read", "name another file for the output"};
  }
  return {};
}

Result<std::vector<Input>> ListAndCheck(const BatchOptions& options, const BatchJob& job, Messages& messages) {
  Result<InputList> list = ListInputs(options.input);
  if (!list.ok()) return list.error();
  for (const std::string& folder : list.value().empty_folders) {
    messages.Note(fmt::format("{}: holds no reports (.txt, .text, .md); name the files or use --include", folder));
  }
  std::vector<std::string> outputs = job.OtherOutputs();
  outputs.push_back(options.output);
  for (const std::string& output : outputs) {
    if (Status checked = CheckIsNoInput(output, list.value().inputs); !checked.ok()) return checked.error();
  }
  return std::move(list.value().inputs);
}

}  // namespace

int RunBatch(const BatchOptions& options, const Analyzer& analyzer, BatchJob& job, Messages& messages) {
  const Result<std::vector<Input>> listed = ListAndCheck(options, job, messages);
  if (!listed.ok()) {
    messages.Tell(listed.error());
    return kExitFailure;
  }
  Result<Output> output = Output::Open(options.output);
  if (!output.ok()) {
    messages.Tell(output.error());
    return kExitFailure;
  }
  const std::vector<Input>& inputs = listed.value();
  Collector collector(output.value(), inputs.size(), job.NeedsAllReports(), messages);
  collector.Write(job.Begin());
  OrderedPipeline<FileResult> pipeline(
      inputs.size(), [&](size_t i) { return ReadAndProcess(inputs[i], analyzer, job, options.stats); });
  const unsigned jobs = JobsFor(options.jobs, inputs.size());
  pipeline.Run(jobs, size_t{4} * jobs, [&](const FileResult& result) { return collector.Take(result); });
  collector.Finish(job.End());
  if (options.stats) {
    messages.Print(Describe(collector.stats(), analyzer.rules(), collector.Seconds()) + job.MoreStats());
  }
  return ExitStatus(messages);
}

int RunBatch(const BatchOptions& options, const Writer& writer, KindSet counted, Messages& messages) {
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  WritingJob job(writer, counted);
  return RunBatch(options, *analyzer, job, messages);
}

}  // namespace soat
