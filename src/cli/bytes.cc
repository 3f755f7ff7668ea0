#include "cli/bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace soat {
namespace {

Result<std::string> ReadAll(int descriptor, const std::string& name) {
  std::string bytes;
  std::array<char, size_t{1} << 16> buffer;
  while (true) {
    const ssize_t got = read(descriptor, buffer.data(), buffer.size());
    if (got == 0) return bytes;
    if (got > 0) {
      bytes.append(buffer.data(), static_cast<size_t>(got));
    } else if (errno != EINTR) {
      return Error{ErrorCode::kInput, name, std::string("cannot be read: ") + std::strerror(errno), ""};
    }
  }
}

}  // namespace

Result<std::string> ReadFileBytes(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return Error{ErrorCode::kInput, path, std::string("cannot be opened: ") + std::strerror(errno),
                 "check the name and the permissions"};
  }
  Result<std::string> bytes = ReadAll(descriptor, path);
  close(descriptor);
  return bytes;
}

Result<std::string> ReadStandardInput() { return ReadAll(STDIN_FILENO, "standard input"); }

}  // namespace soat
