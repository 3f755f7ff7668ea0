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

/// What one input gave: its records, what has to be told, and what was counted.
struct FileResult {
  std::string records;
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

FileResult ReadAndRender(const Input& input, const Analyzer& analyzer, const Writer& writer, KindSet kinds) {
  FileResult result;
  const Result<Document> document = Read(input, writer.NeedsDigest());
  if (!document.ok()) {
    result.errors.push_back(document.error());
    return result;
  }
  const Analysis analysis = analyzer.Analyze(document.value());
  result.records = writer.Render(document.value(), analysis);
  result.errors = DescribeProblems(document.value());
  result.stats.Count(document.value(), analysis, kinds);
  return result;
}

/// Joins the results in their order, and tells what went wrong as they come.
class Collector {
 public:
  Collector(const Writer& writer, Output& output, size_t count, Messages& messages)
      : writer_(writer), output_(output), count_(count), messages_(messages) {}

  /// \return whether to go on
  bool Take(const FileResult& result) {
    for (const Error& error : result.errors) messages_.Tell(error);
    stats_.Add(result.stats);
    ++done_;
    ShowProgress();
    if (result.records.empty()) return true;
    if (std::exchange(has_records_, true)) Write(writer_.Separator());
    Write(result.records);
    return !broken_ && !output_.reader_gone();
  }

  /// Writes what belongs to no file, unless writing has failed already.
  void Write(std::string_view bytes) {
    if (broken_) return;
    if (const Status written = output_.Write(bytes); !written.ok()) Break(written.error());
  }

  void Finish() {
    messages_.EndProgress();
    Write(writer_.End());
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

  const Writer& writer_;
  Output& output_;
  const size_t count_;
  Messages& messages_;
  Stats stats_;
  size_t done_ = 0;
  bool has_records_ = false;
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

Result<std::vector<Input>> ListAndCheck(const BatchOptions& options, Messages& messages) {
  Result<InputList> list = ListInputs(options.input);
  if (!list.ok()) return list.error();
  for (const std::string& folder : list.value().empty_folders) {
    messages.Note(fmt::format("{}: holds no reports (.txt, .text, .md); name the files or use --include", folder));
  }
  if (Status checked = CheckIsNoInput(options.output, list.value().inputs); !checked.ok()) return checked.error();
  return std::move(list.value().inputs);
}

}  // namespace

int RunBatch(const BatchOptions& options, const Writer& writer, KindSet counted, Messages& messages) {
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  const Result<std::vector<Input>> listed = ListAndCheck(options, messages);
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
  Collector collector(writer, output.value(), inputs.size(), messages);
  collector.Write(writer.Begin());
  OrderedPipeline<FileResult> pipeline(inputs.size(),
                                       [&](size_t i) { return ReadAndRender(inputs[i], *analyzer, writer, counted); });
  const unsigned jobs = JobsFor(options.jobs, inputs.size());
  pipeline.Run(jobs, size_t{4} * jobs, [&](const FileResult& result) { return collector.Take(result); });
  collector.Finish();
  if (options.stats) messages.Print(Describe(collector.stats(), analyzer->rules(), collector.Seconds()));
  return ExitStatus(messages);
}

}  // namespace soat
