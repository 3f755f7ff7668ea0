// The words that kinds and qualifiers have in files.
#include "soat/figure.h"

#include <algorithm>
#include <array>

namespace soat {
namespace {

constexpr std::array<std::string_view, kFigureKindCount> kKinds = {"count", "ratio",  "percent", "money", "measure",
                                                                   "date",  "period", "docref",  "index"};
constexpr std::array<std::string_view, 7> kQualifiers = {"", "over", "under", "near", "about", "min", "max"};

}  // namespace

std::string_view ToString(FigureKind kind) { return kKinds[static_cast<size_t>(kind)]; }

std::optional<FigureKind> ParseFigureKind(std::string_view word) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), word);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<FigureKind>(found - kKinds.begin());
}

std::string_view ToString(Qualifier qualifier) { return kQualifiers[static_cast<size_t>(qualifier)]; }

std::string_view ToString(FigureRole role) {
  constexpr std::array<std::string_view, 9> kRoles = {"",       "result", "target", "excess", "change",
                                                      "total", "part",   "share",  "rank"};
  return kRoles[static_cast<size_t>(role)];
}

std::optional<Qualifier> ParseQualifier(std::string_view word) {
  const auto found = std::find(kQualifiers.begin() + 1, kQualifiers.end(), word);
  if (found == kQualifiers.end()) return std::nullopt;
  return static_cast<Qualifier>(found - kQualifiers.begin());
}

}  // namespace soat
