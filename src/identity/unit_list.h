// What rules/units.toml knows about units.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "figures/lazy.h"
#include "soat/document.h"
#include "soat/rule.h"

namespace soat {

/// Looks units up. Names are in title case. Made once; const and thread-safe afterwards.
class UnitList {
 public:
  /// REQUIRES: rules outlives it
  explicit UnitList(const RuleSet& rules) : rules_(rules) {}

  /// A city that is a province, or a province.
  bool IsProvince(std::string_view level, std::string_view name) const;
  /// The provinces that have or had such a district; an empty level is any. Those that existed at `day` (ISO, may be
  /// empty), or all when none did.
  std::vector<std::string> ProvincesOf(std::string_view level, std::string_view name, std::string_view day) const;
  /// The level that all listed districts and provinces of the name have; empty when they differ or there are none.
  std::string LevelOf(std::string_view name) const;
  bool IsListed(std::string_view name) const { return !Named(name).empty(); }
  /// How long the longest listed name is that stands at `at` of the text, in capitals or not.
  size_t LongestNameAt(const Document& document, size_t at) const;

 private:
  using Units = std::vector<const AdministrativeUnit*>;

  /// All of a name, provinces first, as they are listed.
  std::span<const AdministrativeUnit* const> Named(std::string_view name) const;
  void Sort(Units& units) const;

  const RuleSet& rules_;
  Lazy<Units> by_name_;
};

}  // namespace soat
