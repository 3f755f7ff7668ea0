// Intervals of exact numbers: what a printed number may stand for, and arithmetic on it.
#include <array>

#include "soat/decimal.h"

namespace soat {
namespace {

struct End {
  Decimal value;
  bool open;
};

End Low(const Interval& interval) { return {interval.low, interval.low_open}; }
End High(const Interval& interval) { return {interval.high, interval.high_open}; }

Interval Between(const End& low, const End& high) { return {low.value, high.value, low.open, high.open}; }

/// The product of two ends. It belongs to the product of the intervals when both ends belong to theirs, and also when
/// it is zero and one of the intervals holds zero, which times anything is zero.
std::optional<End> Multiply(const End& a, const End& b, bool holds_zero) {
  const std::optional<Decimal> product = Multiply(a.value, b.value);
  if (!product) return std::nullopt;
  const bool reached = (!a.open && !b.open) || (product->coefficient == 0 && holds_zero);
  return End{*product, !reached};
}

// All numbers are more than zero, and the ends stand in order.
bool IsPositive(const Interval& interval) {
  return interval.low.coefficient > 0 && Compare(interval.low, interval.high) <= 0;
}

}  // namespace

Interval RoundedFrom(const Decimal& number) {
  const Int128 tenfold = number.coefficient * 10;
  return {{tenfold - 5, number.scale + 1}, {tenfold + 5, number.scale + 1}};
}

Interval CutOffFrom(const Decimal& number) {
  const Decimal below{number.coefficient - 1, number.scale}, above{number.coefficient + 1, number.scale};
  if (number.coefficient > 0) return {number, above, false, true};
  if (number.coefficient < 0) return {below, number, true, false};
  return {below, above, true, true};
}

Interval Exactly(const Decimal& number) { return {number, number}; }

bool Contains(const Interval& interval, const Decimal& number) {
  const int low = Compare(interval.low, number);
  if (low > 0 || (low == 0 && interval.low_open)) return false;
  const int high = Compare(interval.high, number);
  return high > 0 || (high == 0 && !interval.high_open);
}

bool Intersects(const Interval& a, const Interval& b) {
  const int lows = Compare(a.low, b.low), highs = Compare(a.high, b.high);
  const Decimal& low = lows < 0 ? b.low : a.low;
  const Decimal& high = highs > 0 ? b.high : a.high;
  const bool low_open = (lows >= 0 && a.low_open) || (lows <= 0 && b.low_open);
  const bool high_open = (highs <= 0 && a.high_open) || (highs >= 0 && b.high_open);
  const int order = Compare(low, high);
  return order < 0 || (order == 0 && !low_open && !high_open);
}

std::optional<Interval> Add(const Interval& a, const Interval& b) {
  const std::optional<Decimal> low = Add(a.low, b.low), high = Add(a.high, b.high);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high, a.low_open || b.low_open, a.high_open || b.high_open};
}

std::optional<Interval> Subtract(const Interval& a, const Interval& b) {
  const std::optional<Decimal> low = Subtract(a.low, b.high), high = Subtract(a.high, b.low);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high, a.low_open || b.high_open, a.high_open || b.low_open};
}

std::optional<Interval> Multiply(const Interval& a, const Interval& b) {
  if (IsPositive(a) && IsPositive(b)) {  // the usual case, in which it is known which corners are the ends
    const std::optional<End> low = Multiply(Low(a), Low(b), false), high = Multiply(High(a), High(b), false);
    return low && high ? std::optional(Between(*low, *high)) : std::nullopt;
  }
  const bool holds_zero = Contains(a, Decimal{}) || Contains(b, Decimal{});
  const std::array corners = {Multiply(Low(a), Low(b), holds_zero), Multiply(Low(a), High(b), holds_zero),
                              Multiply(High(a), Low(b), holds_zero), Multiply(High(a), High(b), holds_zero)};
  std::optional<End> low, high;
  for (const std::optional<End>& corner : corners) {
    if (!corner) return std::nullopt;
    const int below = low ? Compare(corner->value, low->value) : -1;
    if (below < 0 || (below == 0 && !corner->open)) low = corner;
    const int above = high ? Compare(corner->value, high->value) : 1;
    if (above > 0 || (above == 0 && !corner->open)) high = corner;
  }
  return Between(*low, *high);
}

std::optional<Interval> Scaled(const Interval& interval, const Decimal& factor) {
  const std::optional<Decimal> low = Multiply(interval.low, factor), high = Multiply(interval.high, factor);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high, interval.low_open, interval.high_open};
}

}  // namespace soat
