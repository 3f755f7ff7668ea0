// A comparison as a table: columns are units and periods.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "soat/comparison.h"

namespace soat {

/// What heads a column.
struct GridColumn {
  uint32_t unit = 0;
  DaySpan period;  ///< empty when it is not known
  friend bool operator==(const GridColumn&, const GridColumn&) = default;
};

/// What stands in one place of the table. Values of periods that were cut off stand under the report's.
struct GridCell {
  const ComparedCell* shown = nullptr;   ///< of the widest period, then of the latest
  std::vector<const ComparedCell*> all;  ///< shown first
  bool conflict = false;                 ///< they do not all state the same
};

struct Grid {
  std::vector<GridColumn> columns;
  std::map<std::pair<uint32_t, size_t>, GridCell> cells;  ///< by row and index of the column

  const GridCell* Find(uint32_t row, size_t column) const;
};

/// \param by_period  columns of one period stand together; else those of one unit
Grid MakeGrid(const Comparison& comparison, bool by_period);

}  // namespace soat
