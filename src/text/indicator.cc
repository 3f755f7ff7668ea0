// The words that directions have in files.
#include "soat/indicator.h"

#include <algorithm>
#include <array>

namespace soat {
namespace {

constexpr std::array<std::string_view, 3> kDirections = {"none", "more", "less"};

}  // namespace

std::string_view ToString(BetterDirection direction) { return kDirections[static_cast<size_t>(direction)]; }

std::optional<BetterDirection> ParseBetterDirection(std::string_view word) {
  const auto found = std::find(kDirections.begin(), kDirections.end(), word);
  if (found == kDirections.end()) return std::nullopt;
  return static_cast<BetterDirection>(found - kDirections.begin());
}

}  // namespace soat
