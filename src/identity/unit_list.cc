// UnitList: most questions are about one name, so the units are sorted by it when the first is asked.
#include "identity/unit_list.h"

#include <algorithm>

#include "identity/words.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

bool StoodAt(const AdministrativeUnit& unit, std::string_view day) {
  return day.empty() ||
         ((unit.valid_from.empty() || unit.valid_from <= day) && (unit.valid_until.empty() || day <= unit.valid_until));
}

void AddOnce(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

// Only a district is in a province.
bool IsDistrict(const AdministrativeUnit& unit) { return !unit.province.empty(); }

}  // namespace

void UnitList::Sort(Units& units) const {
  for (const auto* listed : {&rules_.provinces, &rules_.districts}) {
    for (const AdministrativeUnit& unit : *listed) units.push_back(&unit);
  }
  std::stable_sort(units.begin(), units.end(),
                   [](const AdministrativeUnit* a, const AdministrativeUnit* b) { return a->name < b->name; });
}

std::span<const AdministrativeUnit* const> UnitList::Named(std::string_view name) const {
  const Units& units = by_name_.Get([this](Units& made) { Sort(made); });
  const auto begin =
      std::lower_bound(units.begin(), units.end(), name,
                       [](const AdministrativeUnit* unit, std::string_view sought) { return unit->name < sought; });
  const auto end = std::find_if(begin, units.end(), [&](const AdministrativeUnit* unit) { return unit->name != name; });
  return {begin, end};
}

bool UnitList::IsProvince(std::string_view level, std::string_view name) const {
  const auto named = Named(name);
  return std::any_of(named.begin(), named.end(),
                     [&](const AdministrativeUnit* unit) { return !IsDistrict(*unit) && unit->level == level; });
}

std::vector<std::string> UnitList::ProvincesOf(std::string_view level, std::string_view name,
                                               std::string_view day) const {
  std::vector<std::string> then, ever;
  for (const AdministrativeUnit* unit : Named(name)) {
    if (!IsDistrict(*unit) || (!level.empty() && unit->level != level)) continue;
    AddOnce(ever, unit->province);
    if (StoodAt(*unit, day)) AddOnce(then, unit->province);
  }
  return then.empty() ? ever : then;
}

std::string UnitList::LevelOf(std::string_view name) const {
  std::string level;
  for (const AdministrativeUnit* unit : Named(name)) {
    if (!level.empty() && level != unit->level) return {};
    level = unit->level;
  }
  return level;
}

size_t UnitList::LongestNameAt(const Document& document, size_t at) const {
  size_t longest = 0;
  for (const auto* units : {&rules_.provinces, &rules_.districts}) {
    for (const AdministrativeUnit& unit : *units) {
      const size_t end = at + unit.name.size();
      if (unit.name.size() <= longest || end > document.text.size() || IsLetterAt(document.text, end)) continue;
      // Names are short and begin with what the text has there, or are passed over at once.
      if (document.text[at] != unit.name[0]) continue;
      const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      if (TitleCase(document.text, document.key, span) == unit.name) longest = unit.name.size();
    }
  }
  return longest;
}

}  // namespace soat
