// What is told about bytes that could not be decoded.
#include "cli/decoding_problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace soat {
namespace {

constexpr size_t kShownProblems = 10;

}  // namespace

std::vector<Error> DescribeProblems(const Document& document) {
  std::vector<Error> errors;
  const std::string encoding = document.encoding.substr(0, document.encoding.find(' '));
  const size_t shown = std::min(document.problems.size(), kShownProblems);
  for (size_t i = 0; i < shown; ++i) {
    const DecodingProblem& problem = document.problems[i];
    errors.push_back({ErrorCode::kInput, fmt::format("{}:{}", document.path, problem.line),
                      fmt::format("invalid {} at byte {}, read as U+FFFD", encoding, problem.offset), ""});
  }
  if (const size_t more = document.problems.size() - shown; more > 0) {
    errors.push_back({ErrorCode::kInput, document.path, fmt::format("… and {} more invalid places", more),
                      "convert the file to UTF-8"});
  }
  return errors;
}

}  // namespace soat
