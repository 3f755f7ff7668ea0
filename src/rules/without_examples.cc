#include "rules/without_examples.h"

#include <algorithm>

namespace soat {

std::string WithoutExamples(std::string_view toml) {
  std::string kept;
  kept.reserve(toml.size());
  bool example = false;
  for (size_t begin = 0; begin < toml.size();) {
    const size_t end = std::min(toml.find('\n', begin), toml.size());
    const std::string_view line = toml.substr(begin, end - begin);
    if (line.starts_with('[')) example = line.starts_with("[[") && line.find(".example]]") != std::string_view::npos;
    if (!example) kept += line;
    if (end < toml.size()) kept += '\n';
    begin = end + 1;
  }
  return kept;
}

}  // namespace soat
