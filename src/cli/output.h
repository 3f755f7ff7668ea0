// Where the result goes: standard output, or a file that is whole or not there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "soat/status.h"

namespace soat {

/// Bytes on their way out. A regular file is written beside its place under another name and renamed by Commit; without
/// Commit it is removed, also when the program is interrupted. Devices and pipes are written directly.
class Output {
 public:
  /// \param path  "" is standard output
  /// \error kOutput: the file cannot be made
  static Result<Output> Open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  /// \error kOutput: the bytes cannot be written; also later than the call that gave them
  Status Write(std::string_view bytes);
  /// Everything is there: flushes, and puts the file in its place.
  Status Commit();
  /// The reader at the other end has gone (`| head`): no error, but nothing more needs to be written.
  bool reader_gone() const { return reader_gone_; }

 private:
  Output(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  Status Flush();
  Status WriteNow(std::string_view left);
  Error Failure(int reason) const;

  std::string path_;    ///< as messages call it
  std::string target_;  ///< where the temporary goes; empty: nothing is renamed
  std::string temporary_;
  int descriptor_ = -1;
  bool reader_gone_ = false;
  std::string waiting_;
};

/// Writes `text` to standard output.
Status PrintToStandardOutput(std::string_view text);

}  // namespace soat
