// Everything that the program says on standard error.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.h"
#include "soat/status.h"

namespace soat {

/// Writes messages and progress to standard error. For one thread.
class Messages {
 public:
  explicit Messages(const MessageOptions& options);

  /// Something went wrong: "soat: where: what; fix". Remembers that the run failed.
  void Tell(const Error& error);
  /// Worth knowing; left out with --quiet.
  void Note(std::string_view text);
  /// Lines that were asked for, such as --stats: as they are.
  void Print(std::string_view lines);
  /// Replaces the line of progress; shown on a terminal only, and not with --quiet.
  void Progress(std::string_view text);
  void EndProgress();

  bool failed() const { return failed_; }

 private:
  void Write(std::string_view color, std::string_view text);

  bool quiet_;
  bool color_;
  bool terminal_;
  bool progress_shown_ = false;
  bool failed_ = false;
};

/// Whether what goes to standard output is to be colored: on a terminal, unless NO_COLOR says otherwise.
bool ColorsStandardOutput(ColorChoice choice);

}  // namespace soat
