// The words that can stand behind a quantity: percent signs, currencies, units of measure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "soat/rule.h"

namespace soat {

/// Finds the longest unit at a place by its letters, blanks in it standing for any run of blanks.
class UnitTable {
 public:
  explicit UnitTable(const std::vector<UnitWord>& units);

  struct Hit {
    size_t begin = 0, end = 0;  ///< of the unit, blanks before it left out
    const UnitWord* unit = nullptr;
  };
  /// The longest unit at `position` or behind blanks there. A unit that ends in a letter or digit is not followed by
  /// one. Nothing when the longest is a word that only begins like a unit (its `unit` is empty: "đồng chí").
  std::optional<Hit> LongestAt(std::string_view key, size_t position) const;

 private:
  const std::vector<UnitWord>& units_;
  std::array<std::vector<uint32_t>, 256> by_first_byte_;  // longest first
};

}  // namespace soat
