// Linear searches: a report asks a few times, and an index would cost more than it saves.
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

}  // namespace

bool UnitList::IsProvince(std::string_view level, std::string_view name) const {
  return std::any_of(rules_.provinces.begin(), rules_.provinces.end(),
                     [&](const AdministrativeUnit& unit) { return unit.name == name && unit.level == level; });
}

std::vector<std::string> UnitList::ProvincesOf(std::string_view level, std::string_view name,
                                               std::string_view day) const {
  std::vector<std::string> then, ever;
  for (const AdministrativeUnit& unit : rules_.districts) {
    if (unit.name != name || (!level.empty() && unit.level != level)) continue;
    AddOnce(ever, unit.province);
    if (StoodAt(unit, day)) AddOnce(then, unit.province);
  }
  return then.empty() ? ever : then;
}

std::string UnitList::LevelOf(std::string_view name) const {
  std::string level;
  for (const auto* units : {&rules_.provinces, &rules_.districts}) {
    for (const AdministrativeUnit& unit : *units) {
      if (unit.name != name) continue;
      if (!level.empty() && level != unit.level) return {};
      level = unit.level;
    }
  }
  return level;
}

size_t UnitList::CountOf(std::string_view name) const {
  const auto same = [&](const AdministrativeUnit& unit) { return unit.name == name; };
  return static_cast<size_t>(std::count_if(rules_.provinces.begin(), rules_.provinces.end(), same) +
                             std::count_if(rules_.districts.begin(), rules_.districts.end(), same));
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
