// Who reports: units by name, level and province, as they stood at the time.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "soat/comparison.h"

namespace soat {

/// Numbers the units of reports. Two reports have one unit when name, level and province are the same and no
/// reorganisation lies between them. A report that does not say who reports is a unit of its own.
class UnitRegistry {
 public:
  explicit UnitRegistry(const RuleSet& rules) : rules_(rules) {}

  /// The key of the report's unit; keys of one unit are equal, and in the order in which units are shown.
  struct Key {
    std::string name, province, era, level;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  Key KeyOf(const ComparedReport& report) const;

  /// Units as they are shown, one a key: with the province where the name alone is not enough, with the first day where
  /// that is not enough either.
  static std::vector<ComparedUnit> Shown(const std::vector<Key>& keys);

 private:
  std::string EraOf(const ComparedReport& report) const;

  const RuleSet& rules_;
};

}  // namespace soat
