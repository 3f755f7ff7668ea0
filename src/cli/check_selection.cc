#include "cli/check_selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "text/edit_distance.h"

namespace soat {
namespace {

Error UnknownName(const std::string& name, const std::string& where, const RuleSet& rules) {
  std::vector<std::string> known;
  known.reserve(kCheckKindCount + rules.relation_rules.size());
  for (int i = 0; i < kCheckKindCount; ++i) known.emplace_back(ToString(static_cast<CheckKind>(i)));
  for (const RelationRule& rule : rules.relation_rules) known.push_back(rule.id);
  const std::string nearest = NearestWord(name, known);
  return {ErrorCode::kUsage, where, fmt::format("there is no check and no relation rule \"{}\"", name),
          nearest.empty() ? "soat rules list names the rules, soat explain the checks"
                          : fmt::format("did you mean \"{}\"?", nearest)};
}

}  // namespace

Result<CheckSelection> CheckSelection::Make(const NameList& select, const NameList& ignore, const RuleSet& rules) {
  CheckSelection selection;
  selection.rules_.resize(rules.relation_rules.size());
  selection.checks_.fill(select.names.empty());
  if (Status applied = selection.Apply(select, true, rules); !applied.ok()) return applied.error();
  if (Status applied = selection.Apply(ignore, false, rules); !applied.ok()) return applied.error();
  return selection;
}

Status CheckSelection::Apply(const NameList& list, bool on, const RuleSet& rules) {
  for (const std::string& name : list.names) {
    if (const std::optional<CheckKind> check = ParseCheckKind(name)) {
      checks_[static_cast<size_t>(*check)] = on;
      continue;
    }
    const auto rule = std::find_if(rules.relation_rules.begin(), rules.relation_rules.end(),
                                   [&](const RelationRule& other) { return other.id == name; });
    if (rule == rules.relation_rules.end()) return UnknownName(name, list.where, rules);
    rules_[static_cast<size_t>(rule - rules.relation_rules.begin())] = on;
  }
  return {};
}

}  // namespace soat
