// The columns that cells aligned by spaces form.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "structure/cells.h"

namespace soat {

/// The characters of a line [left, right) in which the cells of a column stand.
struct Extent {
  uint32_t left = 0, right = 0;
};

/// Which columns a cell stands in or over, both inclusive.
struct Cover {
  size_t first = 0, last = 0;
};

/// Grows columns from the cells of lines: cells that stand below each other, even in part, are of one column.
class AlignedColumns {
 public:
  /// Takes the cells of a line in; false, and nothing changes, when two cells of one line would come into one column.
  bool Add(uint32_t line, const std::vector<Cell>& cells);

  /// From left to right.
  const std::vector<Extent>& extents() const { return extents_; }

 private:
  void Join(const Cell& cell, std::vector<uint32_t> lines);

  std::vector<Extent> extents_;
  std::vector<std::vector<uint32_t>> lines_;  // of each column, those that have a cell in it, sorted
};

/// The columns of `extents` that a cell stands in or over; nothing when it is in none.
std::optional<Cover> CoverOf(const std::vector<Extent>& extents, const Cell& cell);

}  // namespace soat
