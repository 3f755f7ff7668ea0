// [[check]] of a rule file.
#pragma once

#include <toml++/toml.h>

#include "soat/rule.h"

namespace soat {

/// Adds what one file says of the checks to load.rules, in place of what an earlier file said; faults go to
/// load.errors.
void LoadChecks(const toml::table& root, const RuleFile& file, RuleLoad& load);

}  // namespace soat
