// part_whole_sum: a total and the parts that stand with it in a sentence or in the list below it.
#pragma once

#include <vector>

#include "relations/finding_list.h"
#include "relations/sum_parts.h"
#include "relations/sum_words.h"
#include "relations/terms.h"

namespace soat {

/// Finds totals with their parts. A list that is said to be whole ("gồm", "cụ thể", "(nam: …; nữ: …)") must add up; one
/// that may be partial ("trong đó") is told only where the parts are two sides of one split, or miss the total by so
/// little that they must be meant to add up.
class SumFinder {
 public:
  using Role = SumRole;

  /// \param rule  index into rules.relation_rules of a rule with the shape "sum"
  /// \param lists  of the readings that will be searched
  SumFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists) : words_(rules, rule, lists) {}

  /// The role of each term.
  void RolesOf(const Terms& terms, std::vector<Role>& roles) const { ReadSumRoles(words_, terms, roles); }

  /// Finds the totals that words lead to their parts, and takes those parts. Lists that end in what is left over are
  /// complements and no business of this. \param roles  as RolesOf says \param rests  for each term, whether it is said
  /// to be left over
  void FindLed(Terms& terms, const std::vector<Role>& roles, const std::vector<bool>& rests, FindingList& found) const;
  /// Finds what adds up exactly though no words say that it should.
  void FindUnled(Terms& terms, const std::vector<Role>& roles, FindingList& found) const;

 private:
  SumWords words_;
};

}  // namespace soat
