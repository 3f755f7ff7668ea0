// How an error reads.
#include "soat/status.h"

#include <string_view>

namespace soat {

std::string ToString(const Error& error) {
  std::string line = error.where;
  const auto append = [&](std::string_view separator, std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += separator;
    line += part;
  };
  append(": ", error.what);
  append("; ", error.fix);
  return line;
}

}  // namespace soat
