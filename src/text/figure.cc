// The words that kinds and qualifiers have in files.
#include "soat/figure.h"

#include <algorithm>
#include <array>

namespace soat {
namespace {

constexpr std::array<std::string_view, kFigureKindCount> kKinds = {"count", "ratio",  "percent", "money", "measure",
                                                                   "date",  "period", "docref",  "index"};
constexpr std::array<std::string_view, 9> kRoles = {"",      "result", "target", "excess", "change",
                                                    "total", "part",   "share",  "rank"};
constexpr std::array<std::string_view, 7> kQualifiers = {"", "over", "under", "near", "about", "min", "max"};

}  // namespace

std::string_view ToString(FigureKind kind) { return kKinds[static_cast<size_t>(kind)]; }

std::optional<FigureKind> ParseFigureKind(std::string_view word) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), word);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<FigureKind>(found - kKinds.begin());
}

std::string_view ToString(Qualifier qualifier) { return kQualifiers[static_cast<size_t>(qualifier)]; }

std::string_view ToString(FigureRole role) { return kRoles[static_cast<size_t>(role)]; }

std::optional<FigureRole> ParseFigureRole(std::string_view word) {
  const auto found = std::find(kRoles.begin() + 1, kRoles.end(), word);
  if (found == kRoles.end()) return std::nullopt;
  return static_cast<FigureRole>(found - kRoles.begin());
}

std::optional<Qualifier> ParseQualifier(std::string_view word) {
  const auto found = std::find(kQualifiers.begin() + 1, kQualifiers.end(), word);
  if (found == kQualifiers.end()) return std::nullopt;
  return static_cast<Qualifier>(found - kQualifiers.begin());
}

}  // namespace soat
