// Parts that are larger than their whole.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// ratio_over_one: every ratio. One above 1 is told when its whole cannot be exceeded ("27/26 xã"); else it is a note,
/// because the number behind the stroke may be a target.
void FindRatiosOverOne(FindingList& found, uint32_t rule);

/// ratio_over_one: a part behind "trong đó" against the whole before it, when both count the same.
void FindPartsOverWholes(FindingList& found, uint32_t rule);

}  // namespace soat
