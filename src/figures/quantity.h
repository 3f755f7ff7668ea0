// Quantities: a number or a range of numbers with its magnitude words, in digits or spelled out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "figures/lexicon.h"
#include "figures/numeral.h"
#include "soat/decimal.h"
#include "soat/rule.h"

namespace soat {

/// A quantity as it stands in the text: "4.712 triệu", "1 tỷ 250 triệu", "2 tỷ rưỡi", "7 - 7,5 triệu", "01 (một)".
struct Quantity {
  size_t end = 0;                      ///< byte behind its last digit or word
  std::optional<Decimal> low, high;    ///< high only of a range; low missing: malformed
  std::optional<Decimal> other_value;  ///< "1.234" in the other number style, magnitude applied
  bool magnitude = false;              ///< a magnitude word belongs to it
  int power = 0;                       ///< of the (last) magnitude word
  bool spaced = false;                 ///< its groups are separated by spaces
  bool loose = false;                  ///< "12 345": only if a unit follows
  bool spelled = false;                ///< number words alone
  size_t words = 0;                    ///< of a spelled number
  bool ambiguous = false;              ///< one word that may mean something else: "một", "năm"
};

/// Reads quantities with the number words of a rule set.
class QuantityReader {
 public:
  explicit QuantityReader(const std::vector<NumberWord>& words);

  /// All readings of what starts with the digit at `position`, longest first: with a range, without it, and a spaced
  /// number cut to its first group.
  void ReadDigits(std::string_view key, size_t position, NumberStyle style, std::vector<Quantity>& readings) const;
  /// Whether a byte that stands behind the digits of a number, and belongs to no number, may belong to its quantity.
  static bool MayGoOnWith(char byte);
  /// A spelled number ("hai trăm linh năm") that starts with the word at `position`.
  std::optional<Quantity> ReadWords(std::string_view key, size_t position) const;
  /// Whether the number word at `position` stands alone and may mean something else then ("một", "năm").
  bool IsAmbiguousWord(std::string_view key, size_t position) const;
  /// A magnitude word stands at `position` (after blanks).
  bool MagnitudeAt(std::string_view key, size_t position) const;
  /// The words that a spelled number can start with.
  std::vector<std::string> FirstWords() const;

  struct Magnitude {
    size_t end;
    int power;
  };
  /// The magnitude words at `position` or behind blanks there: "nghìn tỷ" is 12.
  std::optional<Magnitude> ReadMagnitude(std::string_view key, size_t position) const;

 private:
  const NumberWord* WordAt(std::string_view key, size_t position, size_t& end) const;
  Quantity ReadSingle(std::string_view key, size_t position, NumberStyle style, bool cut) const;
  bool ReadUnitsOfThousand(std::string_view key, const Numeral& numeral, size_t digits,
                           const std::optional<Magnitude>& magnitude, Quantity& quantity) const;
  void ReadChain(std::string_view key, NumberStyle style, Quantity& quantity) const;
  void ReadHalf(std::string_view key, Quantity& quantity) const;
  void ReadSpelledTwin(std::string_view key, Quantity& quantity) const;
  std::optional<Quantity> ReadRange(std::string_view key, const Quantity& low, NumberStyle style) const;
  std::optional<int> ReadBelowThousand(std::string_view key, size_t& position, size_t& words) const;

  std::vector<NumberWord> words_;
  Lexicon lexicon_{Lexicon::Look::kAt};
};

}  // namespace soat
