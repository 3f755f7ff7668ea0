// Numbers that a report states twice.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// repeat_conflict: a figure that repeats an earlier one is verified when both have the same value and measure the same
/// by indicator, by label, or by a counted noun that leaves no doubt. Different values are told only when label, scope,
/// unit and period agree, or when they are one slip of the pen apart.
void FindRepeats(FindingList& found, uint32_t rule);

}  // namespace soat
