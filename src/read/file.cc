// Reading files.
#include "read/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "soat/reader.h"

namespace soat {
namespace {

/// One byte more than MakeDocument takes, so that it can say that the file is too large.
constexpr size_t kReadLimit = (size_t{1} << 30) + 1;
/// For what has no size (a pipe) or grows while it is read.
constexpr size_t kChunk = size_t{1} << 16;

/// Appends what read(2) returns, at most `size` bytes.
/// \return  the number of bytes; 0 at the end of the file; -1 with errno
ssize_t ReadInto(std::string& bytes, size_t size, int descriptor) {
  const size_t begin = bytes.size();
  bytes.resize(begin + size);
  ssize_t count;
  do {
    count = read(descriptor, bytes.data() + begin, size);
  } while (count < 0 && errno == EINTR);
  bytes.resize(begin + static_cast<size_t>(count > 0 ? count : 0));
  return count;
}

/// The size that the file says it has, or 0.
size_t SizeHint(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && status.st_size > 0 ? static_cast<size_t>(status.st_size) : 0;
}

Error SystemError(const std::string& name, std::string_view what, int number) {
  std::string fix;
  if (number == ENOENT) fix = "check the path";
  if (number == EACCES) fix = "ask for permission to read it";
  if (number == EISDIR) fix = "name a file";
  return {ErrorCode::kInput, name, std::string(what) + ": " + std::generic_category().message(number), fix};
}

Result<std::string> ReadAll(int descriptor, const std::string& name) {
  std::string bytes;
  ssize_t count = 0;
  const size_t expected = SizeHint(descriptor) + 1;  // one more: the end shows itself without another chunk
  do {
    const size_t size = bytes.size() < expected ? expected - bytes.size() : kChunk;
    count = ReadInto(bytes, std::min(size, kReadLimit - bytes.size()), descriptor);
    if (count < 0) return SystemError(name, "the file cannot be read", errno);
  } while (count > 0 && bytes.size() < kReadLimit);
  return bytes;
}

}  // namespace

Result<std::string> ReadFileBytes(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return SystemError(path, "the file cannot be opened", errno);
  Result<std::string> bytes = ReadAll(descriptor, path);
  close(descriptor);
  return bytes;
}

Result<std::string> ReadStandardInput() { return ReadAll(STDIN_FILENO, "standard input"); }

Result<Document> ReadDocument(const std::string& path) {
  Result<std::string> bytes = ReadFileBytes(path);
  if (!bytes.ok()) return bytes.error();
  return MakeDocument(path, std::move(bytes.value()));
}

}  // namespace soat
