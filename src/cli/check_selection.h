// Which relations a check is about: --select and --ignore.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "soat/check.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// Names of checks and of relation rules, and where they were given: "--select", "soat.toml:4:10".
struct NameList {
  std::vector<std::string> names;
  std::string where;
};

/// Relations are on or off. A name of a rule outweighs one of a check; of the same kind of name "ignore" outweighs
/// "select". What is not named is on, unless something is selected.
class CheckSelection {
 public:
  /// \error kUsage: a name that is neither a check nor a relation rule
  static Result<CheckSelection> Make(const NameList& select, const NameList& ignore, const RuleSet& rules);

  bool IsOn(CheckKind check, uint32_t rule) const { return rules_[rule].value_or(checks_[static_cast<size_t>(check)]); }
  /// Whether a check is on as a whole.
  bool IsOn(CheckKind check) const { return checks_[static_cast<size_t>(check)]; }

 private:
  Status Apply(const NameList& list, bool on, const RuleSet& rules);

  std::vector<std::optional<bool>> rules_;  ///< empty: as its check
  std::array<bool, kCheckKindCount> checks_{};
};

}  // namespace soat
