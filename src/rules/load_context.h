// The words of ContextWords in a rule file: lists at its top, [[scope]] and [[figure_role]].
#pragma once

#include <toml++/toml.h>

#include <string_view>
#include <vector>

#include "soat/rule.h"

namespace soat {

/// The keys at the top of a file that LoadContext reads.
std::vector<std::string_view> ContextKeys();

/// Appends the words of one file to load.rules.context; faults go to load.errors.
void LoadContext(const toml::table& root, const RuleFile& file, RuleLoad& load);

}  // namespace soat
