// part_whole_sum: a total and the parts that stand with it in a sentence or in the list below it.
#pragma once

#include <vector>

#include "relations/finding_list.h"
#include "relations/phrases.h"
#include "relations/reading.h"
#include "relations/terms.h"

namespace soat {

/// Finds totals with their parts. A list that is said to be whole ("gồm", "cụ thể", "(nam: …; nữ: …)") must add up; one
/// that may be partial ("trong đó") is told only where the parts are two sides of one split, or miss the total by so
/// little that they must be meant to add up.
class SumFinder {
 public:
  /// \param rule  index into rules.relation_rules of a rule with the shape "sum"
  /// \param lists  of the readings that will be searched
  SumFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists);

  /// What a term can be in a sum, by the words around it alone.
  struct Role {
    bool total = false, part = false;
    bool rate = false;  ///< an amount of money for each of something
  };
  std::vector<Role> RolesOf(const Terms& terms) const;

  /// Finds the totals that words lead to their parts, and takes those parts. Lists that end in what is left over are
  /// complements and no business of this. \param roles  RolesOf(terms)
  void FindLed(Terms& terms, const std::vector<Role>& roles, const std::vector<bool>& rests, FindingList& found) const;
  /// Finds what adds up exactly though no words say that it should.
  void FindUnled(Terms& terms, const std::vector<Role>& roles, FindingList& found) const;

 private:
  friend class SumSearch;

  using Split = std::vector<Phrases>;  ///< its sides

  uint32_t rule_;
  Phrases whole_leads_, part_leads_, totals_, continuations_, not_terms_, joints_, marks_, of_one_;
  std::vector<Split> splits_;
  Phrases sides_;  // of all splits
};

}  // namespace soat
