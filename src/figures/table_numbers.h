// Numbers in tables that only number: rows in their first cell, columns in a row of the header.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "soat/document.h"
#include "soat/rule.h"
#include "soat/structure.h"

namespace soat {

/// The cells of one document with such numbers. Asked from left to right, so that each is passed once.
class TableNumbers {
 public:
  /// In a text without tables.
  TableNumbers() = default;
  TableNumbers(const Document& document, const Structure& structure, const RuleSet& rules);

  /// The index of the rule that says why the figure is none, `found_by` when no rule of the set does; nothing when the
  /// figure stands in no such cell. REQUIRES: begins at or behind the figure that was asked about last
  std::optional<uint32_t> RuleAgainst(Span figure, uint32_t found_by) {
    while (next_ < cells_.size() && cells_[next_].span.end < figure.end) ++next_;
    if (next_ == cells_.size() || figure.begin < cells_[next_].span.begin) return std::nullopt;
    return cells_[next_].rule.value_or(found_by);
  }

 private:
  struct Cells {
    Span span;
    std::optional<uint32_t> rule;
  };
  std::vector<Cells> cells_;  // by span
  size_t next_ = 0;           // all before it end before the figures that are to come
};

}  // namespace soat
