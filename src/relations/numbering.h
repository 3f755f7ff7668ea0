// Numbers of headings, items and rows that do not follow each other.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// numbering_gap: every sequence of siblings, with the numbers that are skipped, repeated or out of place in it.
void FindNumberingGaps(FindingList& found, uint32_t rule);

}  // namespace soat
