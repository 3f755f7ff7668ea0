// [[relation]] and [[message]] of a rule file.
#pragma once

#include <toml++/toml.h>

#include <set>
#include <string>

#include "rules/pattern.h"
#include "soat/rule.h"

namespace soat {

/// Appends the relation rules and the messages of one file to load.rules; faults go to load.errors. `ids` holds
/// "pack id" of every rule so far: an id may come again in a later pack and then replaces the earlier rule.
void LoadRelations(const toml::table& root, const RuleFile& file, const Fragments& fragments,
                   std::set<std::string>& ids, RuleLoad& load);

}  // namespace soat
