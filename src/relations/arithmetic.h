// What printed numbers may stand for, and whether an equation between them holds.
#pragma once

#include <optional>
#include <vector>

#include "soat/check.h"
#include "soat/decimal.h"
#include "soat/figure.h"

namespace soat {

/// A number as it stands in a report.
struct Printed {
  Decimal value;
  std::optional<Decimal> value_max;  ///< of a range
  Qualifier qualifier = Qualifier::kNone;
};

/// The value of a count, percentage, amount or measure; nothing when it has none.
std::optional<Printed> PrintedValue(const Figure& figure);

/// Every number that the printed one may stand for. A whole number without a magnitude word is itself; one printed to a
/// place may have been rounded or cut off there; "trên 80" reaches up to the next unit of its last digit that is not 0.
Interval MeantBy(const Printed& number);

/// Whether part / whole is the percentage, and how it was arrived at: kExact, kRounded, kTruncated, kOk (within the
/// precision and qualifiers of the operands) or kMismatch. REQUIRES: whole > 0
Verdict JudgePercent(const Printed& part, const Printed& whole, const Printed& percent);
/// Whether part / whole is the percentage exactly or rounded; false when whole <= 0.
bool RoundsTo(const Decimal& part, const Decimal& whole, const Decimal& percent);
/// Digits of a computed quotient beyond those of the stated one.
inline constexpr int kExtraDigits = 2;
/// part / whole in percent, rounded half up to `scale` digits.
std::optional<Decimal> PercentOf(const Decimal& part, const Decimal& whole, int scale);

/// Whether the parts add up to the total: kExact, kOk or kMismatch.
Verdict JudgeSum(const Printed& total, const std::vector<Printed>& parts);
/// Nothing on overflow.
std::optional<Decimal> SumOf(const std::vector<Printed>& parts);

/// from + change = to: kExact, kOk or kMismatch.
Verdict JudgeDifference(const Printed& to, const Printed& from, const Printed& change);

/// How many zeros a number ends with. REQUIRES: number != 0
int TrailingZeros(Int128 number);
/// Whether one changed digit in either makes them equal: they are 1 to 9 units of some digit apart.
bool DifferByOneDigit(const Decimal& a, const Decimal& b);
/// Whether a total and the sum of its parts differ by two neighbouring digits that are swapped in one of these numbers.
bool DifferBySwap(const Decimal& total, const std::vector<Printed>& parts);

inline bool Holds(Verdict verdict) { return verdict != Verdict::kMismatch; }
inline Decimal Magnitude(const Decimal& number) {
  return {number.coefficient < 0 ? -number.coefficient : number.coefficient, number.scale};
}
inline bool IsZero(const Decimal& number) { return number.coefficient == 0; }
inline bool IsPositive(const Decimal& number) { return number.coefficient > 0; }

}  // namespace soat
