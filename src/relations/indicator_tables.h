// Lists of indicators in the prose, and the rows of the appendix that they stand for.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// enumeration_count: "có 7 chỉ tiêu" below a heading, against the rows below the row of that name.
void FindIndicatorRowCounts(FindingList& found, uint32_t rule);
/// target_verdict: the indicators that the prose lists as done or not done, and those that it marks so one by one,
/// against target and result in their rows.
void FindListedVerdicts(FindingList& found, uint32_t rule);

}  // namespace soat
