#include "compare/unit_registry.h"

#include <algorithm>

namespace soat {
namespace {

// Every listed unit of the report's name, level and province.
std::vector<const AdministrativeUnit*> Listed(const ComparedReport& report, const RuleSet& rules) {
  std::vector<const AdministrativeUnit*> found;
  for (const auto* units : {&rules.provinces, &rules.districts}) {
    for (const AdministrativeUnit& unit : *units) {
      if (unit.level != report.unit_level || report.unit_name != unit.level + " " + unit.name) continue;
      if (unit.province.empty() || unit.province == report.province) found.push_back(&unit);
    }
  }
  return found;
}

}  // namespace

// The first day of the order under which the unit reports; empty for the oldest.
std::string UnitRegistry::EraOf(const ComparedReport& report) const {
  const std::string& day = report.period.end.empty() ? report.date : report.period.end;
  const std::vector<const AdministrativeUnit*> listed = Listed(report, rules_);
  std::string era;
  for (const AdministrativeUnit* unit : listed) {
    if (unit->valid_from <= day && unit->valid_from > era) era = unit->valid_from;
  }
  if (!listed.empty()) return era;
  for (const Reorganisation& change : rules_.reorganisations) {
    const bool concerned =
        std::find(change.levels.begin(), change.levels.end(), report.unit_level) != change.levels.end();
    if (concerned && change.day <= day && change.day > era) era = change.day;
  }
  return era;
}

UnitRegistry::Key UnitRegistry::KeyOf(const ComparedReport& report) const {
  if (report.unit_name.empty()) return {report.path, {}, {}, {}};
  return {report.unit_name, report.province, EraOf(report), report.unit_level};
}

std::vector<ComparedUnit> UnitRegistry::Shown(const std::vector<Key>& keys) {
  std::vector<ComparedUnit> units;
  for (const Key& key : keys) {
    bool name_shared = false, province_shared = false;
    for (const Key& other : keys) {
      if (other == key || other.name != key.name) continue;
      (other.province == key.province ? province_shared : name_shared) = true;
    }
    ComparedUnit unit{key.name, key.province, key.name};
    if (name_shared && !key.province.empty()) unit.shown += " (" + key.province + ")";
    if (province_shared && !key.era.empty()) unit.shown += " (from " + key.era + ")";
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace soat
