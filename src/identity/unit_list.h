// What rules/units.toml knows about units.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soat/document.h"
#include "soat/rule.h"

namespace soat {

/// Looks units up. Names are in title case.
class UnitList {
 public:
  explicit UnitList(const RuleSet& rules) : rules_(rules) {}

  /// A city that is a province, or a province.
  bool IsProvince(std::string_view level, std::string_view name) const;
  /// The provinces that have or had such a district; an empty level is any. Those that existed at `day` (ISO, may be
  /// empty), or all when none did.
  std::vector<std::string> ProvincesOf(std::string_view level, std::string_view name, std::string_view day) const;
  /// The level that all listed districts and provinces of the name have; empty when they differ or there are none.
  std::string LevelOf(std::string_view name) const;
  bool IsListed(std::string_view name) const { return CountOf(name) > 0; }
  /// How long the longest listed name is that stands at `at` of the text, in capitals or not.
  size_t LongestNameAt(const Document& document, size_t at) const;

 private:
  size_t CountOf(std::string_view name) const;

  const RuleSet& rules_;
};

}  // namespace soat
