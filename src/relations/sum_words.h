// The words by which sums are known, of a rule with the shape "sum".
#pragma once

#include <cstdint>
#include <vector>

#include "relations/phrases.h"
#include "soat/rule.h"

namespace soat {

struct SumWords {
  using Split = std::vector<Phrases>;  ///< its sides: "nam", "nữ"

  /// \param rule_index  into rules.relation_rules
  /// \param lists  of the readings that will be searched
  SumWords(const RuleSet& rules, uint32_t rule_index, PhraseLists& lists);

  uint32_t rule;
  Phrases whole_leads;    ///< to all parts: "gồm"
  Phrases part_leads;     ///< to some of them: "trong đó"
  Phrases totals;         ///< before a total that stands behind its parts
  Phrases continuations;  ///< with which a sentence goes on with the list of the one before
  Phrases openers;        ///< before a total with which its sentence begins: "trong"
  Phrases not_terms, joints, marks, of_one;
  std::vector<Split> splits;
  Phrases sides;  ///< of all splits
};

}  // namespace soat
