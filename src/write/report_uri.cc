#include "write/report_uri.h"

#include <filesystem>

namespace soat {
namespace {

/// What stands in a URI as it is (RFC 3986: unreserved), and the strokes between folders.
bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

}  // namespace

std::string PathWithin(std::string_view folder, std::string_view path) {
  namespace fs = std::filesystem;
  const fs::path tidy = fs::path(path).lexically_normal();
  if (!tidy.is_absolute()) return tidy.native();
  const fs::path relative = tidy.lexically_relative(fs::path(folder).lexically_normal());
  const bool below = !relative.empty() && *relative.begin() != "..";
  return below ? relative.native() : tidy.filename().native();
}

std::string AsUri(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri;
  for (char c : path) {
    if (IsPlain(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHex[byte >> 4];
    uri += kHex[byte & 0xF];
  }
  return uri;
}

}  // namespace soat
