#include "relations/arithmetic.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace soat {
namespace {

constexpr Decimal kHundred{100, 0};
constexpr int kShortScale = 4;

// As far as the scales of short numbers can differ.
constexpr std::array<int64_t, 2 * kShortScale + 2> kPowersOfTen = [] {
  std::array<int64_t, 2 * kShortScale + 2> powers{1};
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

Decimal UnitAt(int scale) { return {1, scale}; }

// One unit of the last digit that is not 0: 100 for 29.200.
Decimal LastUnit(const Decimal& number) {
  const Decimal unit = UnitAt(number.scale);
  return IsZero(number) ? unit : Shifted(unit, TrailingZeros(number.coefficient));
}

Interval Whole(const Decimal& low, const Decimal& high) { return {low, high, false, false}; }

// low and high are sums of numbers that a report prints: they cannot overflow unless the report is absurd.
Decimal Plus(const Decimal& a, const Decimal& b) { return Add(a, b).value_or(a); }
Decimal Minus(const Decimal& a, const Decimal& b) { return Subtract(a, b).value_or(a); }

// A half unit below and a unit above: rounded half up, or cut off.
Interval RoundedOrCutOff(const Decimal& number) {
  const Interval rounded = RoundedFrom(number), cut_off = CutOffFrom(number);
  Interval both = rounded;
  if (Compare(cut_off.low, rounded.low) < 0) both.low = cut_off.low, both.low_open = cut_off.low_open;
  if (Compare(cut_off.high, rounded.high) > 0) both.high = cut_off.high, both.high_open = cut_off.high_open;
  return both;
}

// A number without a qualifier comes from those that `printed_from` says.
Interval MeantBy(const Printed& number, Interval (*printed_from)(const Decimal&)) {
  if (number.value_max) return Whole(number.value, *number.value_max);
  if (number.qualifier == Qualifier::kNone)
    return number.value.scale == 0 ? Exactly(number.value) : printed_from(number.value);
  const Decimal unit = LastUnit(number.value);
  switch (number.qualifier) {
    case Qualifier::kOver:
    case Qualifier::kMin:
      return {number.value, Plus(number.value, unit), false, true};
    case Qualifier::kUnder:
    case Qualifier::kNear:
    case Qualifier::kMax:
      return {Minus(number.value, unit), number.value, true, false};
    case Qualifier::kAbout:
      return Whole(Minus(number.value, unit), Plus(number.value, unit));
    case Qualifier::kNone:
      break;
  }
  return Exactly(number.value);
}

bool IsUnqualified(const Printed& number) { return !number.value_max && number.qualifier == Qualifier::kNone; }
bool IsExactly(const Printed& number) { return IsUnqualified(number) && number.value.scale == 0; }

bool IsShort(const Decimal& number) {
  constexpr Int128 kShort = 1'000'000'000'000'000;
  return number.coefficient >= 0 && number.coefficient < kShort && number.scale >= 0 && number.scale <= kShortScale;
}

/// A percentage and the one that its parts give, both times the whole, in units in which all of them are whole numbers.
struct WholeNumbers {
  Int128 computed, claimed;
  Int128 half_unit;  ///< of the last digit of the percentage
};

// Of numbers that are so short that nothing overflows.
std::optional<WholeNumbers> InWholeNumbers(const Decimal& part, const Decimal& whole, const Decimal& percent) {
  if (!IsShort(part) || !IsShort(whole) || !IsShort(percent) || IsZero(whole)) return std::nullopt;
  // Ten times as many decimals as the percentage has: half a unit of its last digit is 5.
  WholeNumbers numbers{part.coefficient * 100, percent.coefficient * 10 * whole.coefficient, whole.coefficient * 5};
  const int rise = percent.scale + 1 + whole.scale - part.scale;
  if (rise > 0) {
    numbers.computed *= kPowersOfTen[static_cast<size_t>(rise)];
  } else if (rise < 0) {
    numbers.claimed *= kPowersOfTen[static_cast<size_t>(-rise)];
    numbers.half_unit *= kPowersOfTen[static_cast<size_t>(-rise)];
  }
  return numbers;
}

// Exact, rounded, cut off, or none of them. The percentage is not below zero.
Verdict Judge(const WholeNumbers& numbers) {
  const Int128 above = numbers.computed - numbers.claimed;
  if (above == 0) return Verdict::kExact;
  if (-numbers.half_unit <= above && above <= numbers.half_unit) return Verdict::kRounded;
  return above > 0 && above < 2 * numbers.half_unit ? Verdict::kTruncated : Verdict::kMismatch;
}

Verdict JudgeLong(const Decimal& part, const Decimal& whole, const Decimal& percent) {
  const auto computed = Multiply(part, kHundred), claimed = Multiply(percent, whole);
  if (!computed || !claimed) return Verdict::kOk;
  if (Compare(*computed, *claimed) == 0) return Verdict::kExact;
  const auto rounded = Scaled(RoundedFrom(percent), whole);
  if (rounded && Contains(*rounded, *computed)) return Verdict::kRounded;
  const auto cut_off = Scaled(CutOffFrom(percent), whole);
  return cut_off && Contains(*cut_off, *computed) ? Verdict::kTruncated : Verdict::kMismatch;
}

// Two neighbouring digits of a number, swapped, add so much to it.
bool SwapAdds(const Decimal& number, const Decimal& difference) {
  Int128 unit = 1;
  for (Int128 rest = number.coefficient; rest >= 10; rest /= 10, unit *= 10) {
    const Int128 low = rest % 10, high = rest / 10 % 10;
    if (rest < 100 && low == 0) return false;  // no number begins with 0
    if (Compare({9 * (low - high) * unit, number.scale}, difference) == 0) return true;
  }
  return false;
}

bool HoldsWithin(const std::optional<Interval>& a, const std::optional<Interval>& b) {
  return a && b && Intersects(*a, *b);
}

}  // namespace

// In words of 64 bits as soon as the number fits.
int TrailingZeros(Int128 number) {
  int zeros = 0;
  for (; number != static_cast<int64_t>(number); number /= 10, ++zeros) {
    if (number % 10 != 0) return zeros;
  }
  for (auto word = static_cast<int64_t>(number); word % 10 == 0; word /= 10) ++zeros;
  return zeros;
}

std::optional<Printed> PrintedValue(const Figure& figure) {
  if (!figure.value) return std::nullopt;
  return Printed{*figure.value, figure.value_max, figure.qualifier};
}

Interval MeantBy(const Printed& number) { return MeantBy(number, RoundedOrCutOff); }

Verdict JudgePercent(const Printed& part, const Printed& whole, const Printed& percent) {
  const std::optional<WholeNumbers> numbers = InWholeNumbers(part.value, whole.value, percent.value);
  const Verdict verdict = numbers ? Judge(*numbers) : JudgeLong(part.value, whole.value, percent.value);
  if (verdict != Verdict::kMismatch) return verdict;
  // What else a percentage of two exact numbers may stand for was tried just now.
  if (IsExactly(part) && IsExactly(whole) && IsUnqualified(percent)) return Verdict::kMismatch;
  const bool within =
      HoldsWithin(Multiply(MeantBy(part), Exactly(kHundred)), Multiply(MeantBy(percent), MeantBy(whole)));
  return within ? Verdict::kOk : Verdict::kMismatch;
}

bool RoundsTo(const Decimal& part, const Decimal& whole, const Decimal& percent) {
  if (const std::optional<WholeNumbers> numbers = InWholeNumbers(part, whole, percent)) {
    const Verdict verdict = Judge(*numbers);
    return verdict == Verdict::kExact || verdict == Verdict::kRounded;
  }
  const auto computed = Multiply(part, kHundred);
  const auto rounded = IsPositive(whole) ? Scaled(RoundedFrom(percent), whole) : std::nullopt;
  return computed && rounded && Contains(*rounded, *computed);
}

std::optional<Decimal> PercentOf(const Decimal& part, const Decimal& whole, int scale) {
  const auto hundredfold = Multiply(part, kHundred);
  return hundredfold ? DivideRounded(*hundredfold, whole, scale) : std::nullopt;
}

std::optional<Decimal> SumOf(const std::vector<Printed>& parts) {
  std::optional<Decimal> sum = Decimal{};
  for (const Printed& part : parts) {
    if (sum) sum = Add(*sum, part.value);
  }
  return sum;
}

Verdict JudgeSum(const Printed& total, const std::vector<Printed>& parts) {
  const std::optional<Decimal> sum = SumOf(parts);
  if (sum && Compare(*sum, total.value) == 0) return Verdict::kExact;
  if (IsExactly(total) && std::all_of(parts.begin(), parts.end(), IsExactly)) return Verdict::kMismatch;
  // Within one sum all numbers are rounded, or all are cut off.
  for (const auto& printed_from : {RoundedFrom, CutOffFrom}) {
    std::optional<Interval> meant = Exactly({});
    for (const Printed& part : parts) {
      if (meant) meant = Add(*meant, MeantBy(part, printed_from));
    }
    if (HoldsWithin(meant, MeantBy(total, printed_from))) return Verdict::kOk;
  }
  return Verdict::kMismatch;
}

Verdict JudgeDifference(const Printed& to, const Printed& from, const Printed& change) {
  return JudgeSum(to, {from, change});
}

bool DifferByOneDigit(const Decimal& a, const Decimal& b) {
  const std::optional<Decimal> difference = Subtract(a, b);
  if (!difference || IsZero(*difference)) return false;
  Int128 unit = 1;
  for (int zeros = TrailingZeros(difference->coefficient); zeros > 0; --zeros) unit *= 10;
  const Int128 units = difference->coefficient / unit;
  return units > -10 && units < 10;
}

bool DifferBySwap(const Decimal& total, const std::vector<Printed>& parts) {
  const std::optional<Decimal> sum = SumOf(parts), missing = sum ? Subtract(total, *sum) : std::nullopt;
  if (!missing || IsZero(*missing) || missing->coefficient % 9 != 0) return false;
  const Decimal surplus{-missing->coefficient, missing->scale};
  return SwapAdds(total, surplus) ||
         std::any_of(parts.begin(), parts.end(), [&](const Printed& part) { return SwapAdds(part.value, *missing); });
}

}  // namespace soat
