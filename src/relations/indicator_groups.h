// Sentences and lists that say how many indicators there are, and which of them are done.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "relations/finding_list.h"

namespace soat {

/// What a report says of an indicator.
enum class Claim : uint8_t { kNone, kDone, kNotDone };

/// "Đã hoàn thành 04 chỉ tiêu (chỉ tiêu 1, 2, 4, 5)".
struct IndicatorPart {
  uint32_t count = kNoIndex;  ///< figure; kNoIndex when only numbers are listed
  uint32_t index = kNoIndex;  ///< figure with the numbers; kNoIndex when there is none
  Claim claim = Claim::kNone;
  Span words;  ///< of the claim
  uint32_t block = kNoIndex;
};

/// "Có 7 chỉ tiêu", with the parts that follow.
struct IndicatorGroup {
  uint32_t total = kNoIndex;  ///< figure; kNoIndex when none stands before the parts
  uint32_t block = kNoIndex;  ///< of the total, else of the first part
  std::vector<IndicatorPart> parts;
};

/// Reads them in the order of the text; once for all rules that share the words indicators, done, not_done and
/// list_joints. The result lives as long as `found`.
const std::vector<IndicatorGroup>& ReadIndicatorGroups(FindingList& found, const RelationRule& rule);

/// The last claim in [from, to) of the lower-case text; `words` becomes its place.
Claim FindClaim(std::string_view key, size_t from, size_t to, const std::vector<std::string>& done,
                const std::vector<std::string>& not_done, Span& words);

/// index_count: a stated number against the numbers listed behind it.
void FindIndexCounts(FindingList& found, uint32_t rule);
/// complement: indicators done and not done, in blocks of their own, against all; and the lists of both, which have to
/// name each indicator once.
void FindIndicatorComplements(FindingList& found, uint32_t rule);

}  // namespace soat
