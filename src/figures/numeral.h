// Numbers in digits as Vietnamese reports print them: which characters belong to one, and what it is worth.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "soat/decimal.h"

namespace soat {

/// Which mark separates the decimals in a document: "1.234,5" or "1,234.5".
enum class NumberStyle : uint8_t { kDecimalComma, kDecimalPoint };

/// A number as it stands in the text.
struct Numeral {
  size_t end = 0;                      ///< byte behind its last digit
  std::optional<Decimal> value;        ///< nothing: its groups make no number ("12.34.567")
  std::optional<Decimal> other_value;  ///< of "1.234" and "12,345": what it is in the other style
  bool spaced = false;                 ///< groups are separated by spaces ("1 255 682 000")
  bool loose = false;                  ///< one spaced group ("12 345"): a number only if a unit follows
  bool leading_zero = false;           ///< "06"
  size_t tight_end = 0;  ///< of a spaced number: the end of its first group, should the whole not be meant
  std::optional<Decimal> tight_value;  ///< the first group alone
};

/// Reads the longest number that starts with the digit at `position`.
/// REQUIRES: text[position] is an ASCII digit.
/// \param style  decides "1.234" (1234 with a decimal comma) and "12,345"; all other shapes say it themselves
Numeral ReadNumeral(std::string_view text, size_t position, NumberStyle style);

/// The style that the unambiguous numbers of a document speak for; decimal comma when they do not decide.
NumberStyle VoteNumberStyle(std::string_view text);

}  // namespace soat
