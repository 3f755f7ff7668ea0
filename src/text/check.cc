// The words that checks, verdicts and severities have in files.
#include "soat/check.h"

#include <algorithm>

namespace soat {
namespace {

constexpr std::array<std::string_view, kCheckKindCount> kChecks = {
    "ratio_percent",   "part_whole_sum",  "enumeration_count", "index_count",
    "target_gap",      "target_verdict",  "complement",        "ratio_over_one",
    "change",          "plausibility",    "date_invalid",      "date_order",
    "docref_conflict", "repeat_conflict", "numbering_gap",     "missing_field"};
constexpr std::array<std::string_view, 9> kVerdicts = {"exact",      "rounded", "truncated", "mismatch", "ok",
                                                       "impossible", "invalid", "missing",   "conflict"};
constexpr std::array<std::string_view, 4> kSeverities = {"ok", "note", "warning", "error"};

template <typename Enum, size_t N>
std::optional<Enum> Parse(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace

std::string_view ToString(CheckKind check) { return kChecks[static_cast<size_t>(check)]; }
std::optional<CheckKind> ParseCheckKind(std::string_view word) { return Parse<CheckKind>(kChecks, word); }

std::string_view ToString(Verdict verdict) { return kVerdicts[static_cast<size_t>(verdict)]; }
std::optional<Verdict> ParseVerdict(std::string_view word) { return Parse<Verdict>(kVerdicts, word); }

std::string_view ToString(Severity severity) { return kSeverities[static_cast<size_t>(severity)]; }
std::optional<Severity> ParseSeverity(std::string_view word) { return Parse<Severity>(kSeverities, word); }

}  // namespace soat
