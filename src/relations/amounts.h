// The amounts of a reading: counts, sums of money, measures and the two numbers of a ratio, as terms of equations.
#pragma once

#include <string_view>
#include <vector>

#include "relations/arithmetic.h"
#include "relations/digit_edits.h"
#include "relations/reading.h"

namespace soat {

/// A number that can be a part, a whole or a term of a sum.
struct Amount {
  enum class Side : uint8_t { kValue, kNumerator, kDenominator };
  size_t index = 0;     ///< of the figure in Reading::figures
  uint32_t figure = 0;  ///< in Analysis::figures
  Side side = Side::kValue;
  Printed number;
  EditTarget target;
  std::string_view unit;                 ///< the counted noun, unit of measure or currency; may be empty
  FigureKind kind = FigureKind::kCount;  ///< kCount for the numbers of a ratio
  std::string_view noun = {};            ///< the first word of the unit
};

/// "hồ" of "hồ sơ trực tuyến".
std::string_view FirstWord(std::string_view noun);

/// The amounts in order; a ratio gives its numerator and then its denominator. Figures that cannot be read and ranges
/// are left out.
std::vector<Amount> AmountsOf(const Reading& reading, const Document& document);
/// The same, in a list that is filled again and again.
void ReadAmounts(const Reading& reading, const Document& document, std::vector<Amount>& amounts);

/// Whether two amounts can be terms of one equation: both money of one currency, one measure (a ratio of it as well),
/// or counts whose nouns begin with the same word or are not said.
bool AreAlike(const Amount& a, const Amount& b);
/// Alike, both nouns said, and one begins with the other.
bool AreSurelyAlike(const Amount& a, const Amount& b);

/// A value of an operand; of a ratio's side with its place inside the figure.
OperandValue ValueOf(const Amount& amount);

}  // namespace soat
