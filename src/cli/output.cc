#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>

namespace soat {
namespace {

namespace fs = std::filesystem;

constexpr size_t kBlock = size_t{1} << 16;

// The temporary that a signal has to remove. A handler may read nothing but this.
std::array<char, 4096> interrupted_temporary{};
volatile std::sig_atomic_t temporary_exists = 0;

void RemoveTemporaryAndDie(int signal_number) {
  if (temporary_exists != 0) unlink(interrupted_temporary.data());
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

void RemoveWhenInterrupted(const std::string& temporary) {
  if (temporary.size() >= interrupted_temporary.size()) return;
  std::memcpy(interrupted_temporary.data(), temporary.c_str(), temporary.size() + 1);
  temporary_exists = 1;
  for (int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
    // A signal that the caller has switched off (nohup) stays off.
    if (std::signal(signal_number, RemoveTemporaryAndDie) == SIG_IGN) std::signal(signal_number, SIG_IGN);
  }
}

Error CannotMake(const std::string& path, int reason) {
  return {ErrorCode::kOutput, path, fmt::format("cannot be written: {}", std::strerror(reason)),
          "check the folder and its permissions"};
}

/// The file that a path means in the end: writing through a link must not replace the link.
fs::path Resolved(const std::string& path) {
  std::error_code failed;
  fs::path resolved = fs::weakly_canonical(path, failed);
  return failed ? fs::path(path) : resolved;
}

}  // namespace

Result<Output> Output::Open(const std::string& path) {
  if (path.empty()) return Output("standard output", STDOUT_FILENO);
  struct stat status;
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::kOutput, path, "is a folder", "name a file in it"};
  }
  if (exists && !S_ISREG(status.st_mode)) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return CannotMake(path, errno);
    return Output(path, descriptor);
  }
  const fs::path target = Resolved(path);
  const fs::path temporary = target.parent_path() / fmt::format(".{}.{}.tmp", target.filename().native(), getpid());
  const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return CannotMake(path, errno);
  if (exists) static_cast<void>(fchmod(descriptor, status.st_mode & 07777));
  RemoveWhenInterrupted(temporary.native());
  Output output(path, descriptor);
  output.target_ = target.native();
  output.temporary_ = temporary.native();
  return output;
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      reader_gone_(other.reader_gone_),
      waiting_(std::move(other.waiting_)) {}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (temporary_.empty()) return;
  unlink(temporary_.c_str());
  temporary_exists = 0;
}

Status Output::Write(std::string_view bytes) {
  if (waiting_.size() + bytes.size() < kBlock) {
    waiting_ += bytes;
    return {};
  }
  if (Status flushed = Flush(); !flushed.ok()) return flushed;
  return WriteNow(bytes);
}

Status Output::Flush() {
  Status written = WriteNow(waiting_);
  waiting_.clear();
  return written;
}

Status Output::WriteNow(std::string_view left) {
  while (!left.empty() && !reader_gone_) {
    const ssize_t written = write(descriptor_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EPIPE) {
      reader_gone_ = true;
    } else if (errno != EINTR) {
      return Failure(errno);
    }
  }
  return {};
}

Status Output::Commit() {
  if (Status flushed = Flush(); !flushed.ok()) return flushed;
  // Some file systems tell only when a file is closed that it did not fit.
  if (!reader_gone_ && close(std::exchange(descriptor_, -1)) != 0) return Failure(errno);
  if (temporary_.empty()) return {};
  if (rename(temporary_.c_str(), target_.c_str()) != 0) return Failure(errno);
  temporary_exists = 0;
  temporary_.clear();
  return {};
}

Error Output::Failure(int reason) const {
  const char* fix = reason == ENOSPC ? "make room on the disk" : "check the place where it goes";
  return {ErrorCode::kOutput, path_, fmt::format("cannot be written: {}", std::strerror(reason)), fix};
}

Status PrintToStandardOutput(std::string_view text) {
  Result<Output> output = Output::Open("");
  if (Status written = output.value().Write(text); !written.ok()) return written;
  return output.value().Commit();
}

}  // namespace soat
