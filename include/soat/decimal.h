// Exact decimal numbers as they are printed, and the intervals that a printed number may stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soat {

__extension__ typedef __int128 Int128;

/// A number as printed: coefficient * 10^-scale. The scale keeps the digits that were printed after the decimal mark
/// ("89,60" is {8960, 2} and not {896, 1}); a negative scale is a magnitude word ("4.712 triệu" is {4712, -6}, known to
/// the million). Two decimals of different scale can be equal in value: Compare looks at the value alone.
/// Packed, since there are many of them: an aligned 128-bit number would take a third more.
struct [[gnu::packed, gnu::aligned(8)]] Decimal {
  Int128 coefficient = 0;
  int32_t scale = 0;
  /// The same digits and the same precision; for equality of values use Compare.
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Coefficients stay below 10^kMaxDigits in absolute value, scales within [-kMaxScale, kMaxScale].
inline constexpr int kMaxDigits = 36;
inline constexpr int kMaxScale = 64;

/// Reads "-12.50" ('.' is the decimal mark, no group separators).
/// \return nothing when the text is anything else, or longer than kMaxDigits digits; zeros in front do not count, nor
///         those at the end of a whole number, which become a magnitude when there are too many.
std::optional<Decimal> ParseDecimal(std::string_view text);

/// The plain form with '.' as decimal mark and every printed digit: {8960, 2} is "89.60", {4712, -6} is "4712000000",
/// {-5, 1} is "-0.5". ParseDecimal(ToString(d)) has the value of d.
std::string ToString(const Decimal& number);
/// Appends what ToString returns.
void AppendTo(std::string& out, const Decimal& number);

/// -1, 0 or 1 by value, for any two decimals within the limits above.
int Compare(const Decimal& a, const Decimal& b);

/// number * 10^power, exactly: only the scale moves. REQUIRES: the new scale stays within the limits.
Decimal Shifted(const Decimal& number, int power);

/// Exact sum, difference and product; nothing when the result has more than kMaxDigits digits or a scale beyond
/// kMaxScale. Sum and difference have the finer scale of the two, the product the sum of both.
std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);

/// a / b, rounded half away from zero to `scale` digits after the decimal mark; nothing when b is zero or a step has
/// more than kMaxDigits digits.
std::optional<Decimal> DivideRounded(const Decimal& a, const Decimal& b, int scale);

/// All numbers between two ends; each end is part of it or not.
struct Interval {
  Decimal low, high;
  bool low_open = false, high_open = false;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// The numbers that print as `number` when halves are rounded away from zero: half a unit of its last printed digit to
/// either side, both ends included (a half may have been rounded to either neighbour).
Interval RoundedFrom(const Decimal& number);
/// The numbers that print as `number` when further digits are cut off: for a positive one [v, v+u), for a negative one
/// (v-u, v], for zero (-u, u), where u is one unit of its last printed digit.
Interval CutOffFrom(const Decimal& number);
/// The single number.
Interval Exactly(const Decimal& number);

bool Contains(const Interval& interval, const Decimal& number);
/// Whether some number lies in both.
bool Intersects(const Interval& a, const Interval& b);
/// The sums, differences and products of a member of each; nothing on overflow.
std::optional<Interval> Add(const Interval& a, const Interval& b);
std::optional<Interval> Subtract(const Interval& a, const Interval& b);
std::optional<Interval> Multiply(const Interval& a, const Interval& b);
/// The products with one positive number. REQUIRES: factor > 0
std::optional<Interval> Scaled(const Interval& interval, const Decimal& factor);

}  // namespace soat
