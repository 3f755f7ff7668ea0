// Totals and their parts within a passage: "44 ủy viên (trong đó cấp huyện: 14 …; cấp xã: 30 …)".
#pragma once

#include "context/block_text.h"

namespace soat {

/// Gives a total and its parts their roles, and short labels of parts the name of the total.
/// REQUIRES: labels and roles of the passage are read
void ReadPartsOfTotals(BlockText& text);

}  // namespace soat
