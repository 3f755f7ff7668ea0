// The choice of a total: which of several amounts before a list is the one that the list is of.
#pragma once

#include <optional>
#include <vector>

#include "relations/part_lists.h"
#include "relations/sum_parts.h"
#include "relations/terms.h"

namespace soat {

/// Chooses the totals of lists of parts that do not add up to the nearest one.
class SumTotals {
 public:
  SumTotals(const Terms& terms, const SumParts& parts, const PartLists& lists)
      : terms_(terms), parts_(parts), lists_(lists) {}

  /// Another term than `total` to which the parts add up exactly, nearer to them or farther off.
  std::optional<size_t> TotalBeside(size_t total, const Parts& parts) const;
  /// A part that, with the total, adds up to an earlier one: it stands beside the total and is no part of it.
  bool StandsBeside(size_t total, size_t part) const;
  /// The last of the totals told that parts without one add up to, or miss by a digit.
  std::optional<size_t> ToldBefore(const Parts& told, const Parts& parts) const;

 private:
  std::optional<size_t> EarlierTotal(size_t total, const Parts& parts) const;
  std::optional<size_t> NearerTotal(size_t total, const Parts& parts) const;

  const Terms& terms_;
  const SumParts& parts_;
  const PartLists& lists_;
};

}  // namespace soat
