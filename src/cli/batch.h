// What commands that read reports have in common: list, read, analyse, render, join, in order and on several threads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "cli/options.h"
#include "cli/stats.h"
#include "soat/analyzer.h"
#include "soat/writer.h"

namespace soat {

/// What a command makes of the reports that it reads. Begin, End and every Turn are called from one thread, and what
/// they return is written in that order.
class BatchJob {
 public:
  /// What is left to do with a report when those before it are done. \return what is to be written
  using Turn = std::function<std::string()>;

  virtual ~BatchJob() = default;
  virtual std::string Begin() { return {}; }
  /// Analyses one report; called from any thread, for several reports at once.
  /// \param stats  where what is found is counted; null when nobody asks for that
  virtual Turn Process(const Document& document, const Analyzer& analyzer, Stats* stats) = 0;
  virtual std::string End() { return {}; }
  /// Whether all reports are to be read even when nobody reads the output any more.
  virtual bool NeedsAllReports() const { return false; }
  /// Whether Document::sha256 has to be there.
  virtual bool NeedsDigest() const { return false; }
  /// Files that it writes when all is done; none of them may be a report. An empty name is none.
  virtual std::vector<std::string> OtherOutputs() const { return {}; }
  /// More lines for --stats.
  virtual std::string MoreStats() const { return {}; }
};

/// Reads all reports that the options name and writes what `job` makes of them. Tells whatever goes wrong; what can be
/// read is still done.
/// \return the exit status of the program
int RunBatch(const BatchOptions& options, const Analyzer& analyzer, BatchJob& job, Messages& messages);

/// The same for a job that only writes: what `writer` makes of the reports. `counted` are the kinds of figures that
/// --stats counts.
int RunBatch(const BatchOptions& options, const Writer& writer, KindSet counted, Messages& messages);

}  // namespace soat
