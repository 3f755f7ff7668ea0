// The words by which context is found, ready to be looked up.
#pragma once

#include <vector>

#include "figures/lexicon.h"
#include "soat/rule.h"

namespace soat {

/// The phrases of ContextWords. The values of `scopes` and `roles` are indices into the lists below them.
struct ContextLexicons {
  explicit ContextLexicons(const ContextWords& words);

  Lexicon ends, copulas, beginnings, after_leads, acts, cuts, part_leads, scopes, roles;
  std::vector<ScopePhrase> scope_phrases;
  std::vector<RolePhrase> role_phrases;
};

}  // namespace soat
