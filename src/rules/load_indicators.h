// [[indicator]] and the words of labels of a rule file.
#pragma once

#include <toml++/toml.h>

#include <set>
#include <string>

#include "rules/pattern.h"
#include "soat/rule.h"

namespace soat {

/// Adds the indicators and the label words of one file to load.rules; faults go to load.errors. `ids` holds "pack id"
/// of every indicator so far: an id may come again in a later pack and then replaces the earlier indicator.
void LoadIndicators(const toml::table& root, const RuleFile& file, const Fragments& fragments,
                    std::set<std::string>& ids, RuleLoad& load);

}  // namespace soat
