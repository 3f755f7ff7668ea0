// Exact decimal numbers: reading, printing, comparing, adding, multiplying.
#include "soat/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace soat {
namespace {

__extension__ typedef unsigned __int128 UnsignedInt128;

/// 10^kWordDigits is the largest power of ten that a 64-bit word holds with room for a carry.
constexpr int kWordDigits = 18;
/// 10^kMaxPower is the largest power of ten that Int128 holds.
constexpr int kMaxPower = 38;

constexpr std::array<Int128, kMaxPower + 1> kPowersOfTen = [] {
  std::array<Int128, kMaxPower + 1> powers{1};
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// REQUIRES: 0 <= power <= kMaxPower
constexpr Int128 PowerOfTen(int64_t power) { return kPowersOfTen[static_cast<size_t>(power)]; }

constexpr Int128 kLimit = PowerOfTen(kMaxDigits);

constexpr UnsignedInt128 Magnitude(Int128 value) {
  return value < 0 ? -static_cast<UnsignedInt128>(value) : static_cast<UnsignedInt128>(value);
}

constexpr int Sign(Int128 value) { return (value > 0) - (value < 0); }

constexpr int Order(Int128 a, Int128 b) { return (a > b) - (a < b); }

/// Numbers of one word can be multiplied by 10^kWordDigits without a look at overflow.
constexpr bool IsWord(Int128 value) { return value == static_cast<int64_t>(value); }

int DigitCount(UnsignedInt128 value) {
  int count = 0;
  for (; value != 0; value /= 10) ++count;
  return count;
}

std::optional<Decimal> WithinLimits(Int128 coefficient, int64_t scale) {
  if (coefficient <= -kLimit || coefficient >= kLimit || scale < -kMaxScale || scale > kMaxScale) return std::nullopt;
  return Decimal{coefficient, static_cast<int32_t>(scale)};
}

/// coefficient * 10^power; nothing when Int128 does not hold it.
std::optional<Int128> Scaled(Int128 coefficient, int64_t power) {
  if (coefficient == 0 || power == 0) return coefficient;
  if (IsWord(coefficient) && power <= kWordDigits) return coefficient * PowerOfTen(power);
  Int128 result;
  if (power > kMaxPower || __builtin_mul_overflow(coefficient, PowerOfTen(power), &result)) {
    return std::nullopt;
  }
  return result;
}

/// Word by word, because the division of a 128-bit number by ten is slow.
void AppendDigits(std::string& out, UnsignedInt128 value) {
  constexpr auto kWord = static_cast<UnsignedInt128>(PowerOfTen(kWordDigits));
  size_t width = 1;
  if (value >= kWord) {
    AppendDigits(out, value / kWord);
    value %= kWord;
    width = kWordDigits;
  }
  char digits[kWordDigits];
  const auto [end, error] = std::to_chars(digits, digits + kWordDigits, static_cast<uint64_t>(value));
  const auto size = static_cast<size_t>(end - digits);
  out.append(width - std::min(width, size), '0').append(digits, size);
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Decimal> ParseDecimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const size_t mark = text.find('.');
  const bool has_fraction = mark != std::string_view::npos;
  std::string_view whole = text.substr(0, mark);
  const std::string_view fraction = has_fraction ? text.substr(mark + 1) : std::string_view();
  if (!AllDigits(whole) || (has_fraction && !AllDigits(fraction))) return std::nullopt;
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  auto scale = static_cast<int64_t>(fraction.size());
  for (; !has_fraction && whole.size() > kMaxDigits && whole.ends_with('0'); --scale) whole.remove_suffix(1);

  Int128 coefficient = 0;
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      coefficient = coefficient * 10 + (c - '0');
      if (coefficient >= kLimit) return std::nullopt;
    }
  }
  return WithinLimits(negative ? -coefficient : coefficient, scale);
}

void AppendTo(std::string& out, const Decimal& number) {
  if (number.coefficient < 0) out += '-';
  const size_t begin = out.size();
  AppendDigits(out, Magnitude(number.coefficient));
  if (number.scale < 0 && number.coefficient != 0) out.append(static_cast<size_t>(-number.scale), '0');
  if (number.scale <= 0) return;
  const auto decimals = static_cast<size_t>(number.scale);
  const size_t size = out.size() - begin;
  if (size <= decimals) out.insert(begin, decimals + 1 - size, '0');
  out.insert(out.size() - decimals, 1, '.');
}

std::string ToString(const Decimal& number) {
  std::string out;
  AppendTo(out, number);
  return out;
}

int Compare(const Decimal& a, const Decimal& b) {
  if (a.scale == b.scale) return Order(a.coefficient, b.coefficient);
  if (IsWord(a.coefficient) && IsWord(b.coefficient) && std::abs(a.scale - b.scale) <= kWordDigits) {
    return a.scale < b.scale ? Order(a.coefficient * PowerOfTen(b.scale - a.scale), b.coefficient)
                             : Order(a.coefficient, b.coefficient * PowerOfTen(a.scale - b.scale));
  }
  const int sign = Sign(a.coefficient);
  if (sign != Sign(b.coefficient)) return sign > Sign(b.coefficient) ? 1 : -1;
  if (sign == 0) return 0;
  // Where the first digits stand decides; only numbers that begin at the same place have to be aligned, and those are
  // as many digits apart as their scales are, so that aligning them cannot overflow.
  UnsignedInt128 x = Magnitude(a.coefficient), y = Magnitude(b.coefficient);
  const int x_digits = DigitCount(x), y_digits = DigitCount(y);
  const int64_t x_place = int64_t{x_digits} - a.scale, y_place = int64_t{y_digits} - b.scale;
  if (x_place != y_place) return x_place > y_place ? sign : -sign;
  if (x_digits < y_digits) x *= static_cast<UnsignedInt128>(PowerOfTen(y_digits - x_digits));
  if (y_digits < x_digits) y *= static_cast<UnsignedInt128>(PowerOfTen(x_digits - y_digits));
  return x == y ? 0 : x > y ? sign : -sign;
}

Decimal Shifted(const Decimal& number, int power) { return {number.coefficient, number.scale - power}; }

std::optional<Decimal> Add(const Decimal& a, const Decimal& b) {
  // The sum of a number that overflows when aligned with one inside the limits is outside the limits in any case.
  const int64_t scale = std::max(a.scale, b.scale);
  const std::optional<Int128> x = Scaled(a.coefficient, scale - a.scale), y = Scaled(b.coefficient, scale - b.scale);
  Int128 sum;
  if (!x || !y || __builtin_add_overflow(*x, *y, &sum)) return std::nullopt;
  return WithinLimits(sum, scale);
}

std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b) { return Add(a, {-b.coefficient, b.scale}); }

std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b) {
  Int128 product;
  if (__builtin_mul_overflow(a.coefficient, b.coefficient, &product)) return std::nullopt;
  return WithinLimits(product, int64_t{a.scale} + b.scale);
}

std::optional<Decimal> DivideRounded(const Decimal& a, const Decimal& b, int scale) {
  if (b.coefficient == 0) return std::nullopt;
  const int64_t power = int64_t{scale} + b.scale - a.scale;
  const std::optional<Int128> dividend = Scaled(a.coefficient, std::max<int64_t>(power, 0));
  const std::optional<Int128> divisor = Scaled(b.coefficient, std::max<int64_t>(-power, 0));
  if (!dividend || !divisor) return std::nullopt;
  const UnsignedInt128 x = Magnitude(*dividend), y = Magnitude(*divisor);
  const UnsignedInt128 rest = x % y;
  const auto quotient = static_cast<Int128>(x / y + (rest >= y - rest ? 1 : 0));
  return WithinLimits(Sign(*dividend) == Sign(*divisor) ? quotient : -quotient, scale);
}

}  // namespace soat
