// What the head of a report leaves blank.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// missing_field: the number of the report. Left blank it is told as the rule says; a head without one is a note.
void FindMissingNumber(FindingList& found, uint32_t rule);
/// missing_field: its date.
void FindMissingDate(FindingList& found, uint32_t rule);

}  // namespace soat
