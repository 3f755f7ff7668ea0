// part_whole_sum and ratio_percent in tables.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// A total row against the rows that it adds up, a numbered row against the rows below it, a column of percentages
/// against the two columns that it compares or the column of which it tells the shares, and a column that adds up
/// others. What a column means is taken from its numbers: an equation that holds in most rows is the column's, and the
/// rows in which it does not hold contradict it. \param rule  a rule with the shape "table-sum" or "table-percent"
void FindTableSums(FindingList& found, uint32_t rule);
void FindTablePercents(FindingList& found, uint32_t rule);

}  // namespace soat
