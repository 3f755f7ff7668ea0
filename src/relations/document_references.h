// Documents that are cited more than once, or with a number that denies their date.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// docref_conflict: one number with two dates.
void FindDateConflicts(FindingList& found, uint32_t rule);
/// docref_conflict: the same kind, date and subject with two numbers; or a document of which an office has only one,
/// with two.
void FindNumberConflicts(FindingList& found, uint32_t rule);
/// docref_conflict: a number that names another year than the date beside it.
void FindYearConflicts(FindingList& found, uint32_t rule);

}  // namespace soat
