// Columns of tables that say by how much others changed.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// A column of percentages against the two columns between whose values they are the change: of amounts in percent of
/// the earlier one, of percentages in points. Which columns these are is taken from the numbers: what holds in most
/// rows is the column's, and a row in which it does not contradict it where a single digit would mend it. \param rule
/// a rule with the shape "table-change"
void FindTableChanges(FindingList& found, uint32_t rule);

}  // namespace soat
