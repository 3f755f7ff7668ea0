// Dates that no calendar has.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// date_invalid: every figure that is a date without a value ("13//4/2022", "31/02/2023").
void FindInvalidDates(FindingList& found, uint32_t rule);

}  // namespace soat
