#include "compare/grid.h"

#include <algorithm>
#include <tuple>

#include "compare/period_names.h"
#include "compare/statements.h"

namespace soat {

const GridCell* Grid::Find(uint32_t row, size_t column) const {
  const auto found = cells.find({row, column});
  return found == cells.end() ? nullptr : &found->second;
}

Grid MakeGrid(const Comparison& comparison, bool by_period) {
  Grid grid;
  for (const ComparedCell& cell : comparison.cells) grid.columns.push_back({cell.unit, cell.column});
  std::sort(grid.columns.begin(), grid.columns.end(), [&](const GridColumn& a, const GridColumn& b) {
    return by_period ? std::tie(a.period, a.unit) < std::tie(b.period, b.unit)
                     : std::tie(a.unit, a.period) < std::tie(b.unit, b.period);
  });
  grid.columns.erase(std::unique(grid.columns.begin(), grid.columns.end()), grid.columns.end());
  for (const ComparedCell& cell : comparison.cells) {
    const auto column = std::find(grid.columns.begin(), grid.columns.end(), GridColumn{cell.unit, cell.column});
    grid.cells[{cell.row, static_cast<size_t>(column - grid.columns.begin())}].all.push_back(&cell);
  }
  for (auto& at_place : grid.cells) {
    GridCell& cell = at_place.second;
    std::stable_sort(cell.all.begin(), cell.all.end(), [](const ComparedCell* a, const ComparedCell* b) {
      const int64_t a_days = DayCount(a->period), b_days = DayCount(b->period);
      return a_days != b_days ? a_days > b_days : a->period.end > b->period.end;
    });
    cell.shown = cell.all.front();
    cell.conflict = std::any_of(cell.all.begin(), cell.all.end(), [&](const ComparedCell* other) {
      return other->conflict || !Agree(other->statements.front(), cell.shown->statements.front());
    });
  }
  return grid;
}

}  // namespace soat
