// Relations that hold: most do, and few readers ask which, or how many.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "soat/check.h"

namespace soat {

/// What becomes of the relations that hold (Severity::kOk).
enum class HeldUse : uint8_t { kKeep, kCount, kLeaveOut };

/// A percentage of a whole from which further digits were cut off.
bool IsCutOff(const Relation& relation);
/// A percentage of a whole that was rounded up: only there do rounding and cutting off differ.
bool IsRoundedUp(const Relation& relation);

/// What is known of the relations of a report that hold when they are counted alone.
struct HeldRelations {
  std::vector<std::array<uint32_t, kCheckKindCount>> counts;  ///< by rule and check; rules behind the last have none
  uint32_t cut_off = 0, rounded_up = 0;                       ///< as IsCutOff and IsRoundedUp say

  void Count(const Relation& relation);
};

}  // namespace soat
