// Rule files from the binary and from folders.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "cli/options.h"
#include "soat/analyzer.h"
#include "soat/rule.h"

namespace soat {

/// The embedded pack, then the *.toml files of each folder in byte order. Tells what cannot be read and every error of
/// every rule file.
/// \return nothing when something was told
std::optional<RuleSet> LoadRuleSet(const RuleOptions& options, Messages& messages);

/// LoadRuleSet, compiled.
std::optional<Analyzer> LoadAnalyzer(const RuleOptions& options, Messages& messages);

}  // namespace soat
