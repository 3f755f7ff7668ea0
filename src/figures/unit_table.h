// The words that can stand behind a quantity: percent signs, currencies, units of measure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/beginnings.h"
#include "soat/rule.h"
#include "text/byte_classes.h"

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
  std::optional<Hit> LongestAt(std::string_view key, size_t position) const {
    return LongestFrom(key, BlanksEnd(key, position));
  }
  /// The same without blanks: the unit begins at `begin`.
  std::optional<Hit> LongestFrom(std::string_view key, size_t begin) const {
    return begin < key.size() && beginnings_.MayBeginAt(key, begin) ? FindAt(key, begin) : std::nullopt;
  }

  /// Whether any unit begins with a byte.
  bool MayBeginWith(char byte) const { return beginnings_.MayBeginWith(byte); }

 private:
  // A unit with its first bytes, up to the first blank: what follows is compared when these are there.
  struct Entry {
    uint64_t bytes = 0, mask = 0;
    size_t size = 0;  // of these bytes
    const UnitWord* unit = nullptr;
  };
  static Entry EntryOf(const UnitWord& unit);
  std::optional<Hit> FindAt(std::string_view key, size_t begin) const;

  std::array<std::vector<Entry>, 256> by_first_byte_;  // longest first
  Beginnings beginnings_;                              // of all of them
};

}  // namespace soat
