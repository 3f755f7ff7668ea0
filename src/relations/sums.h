// part_whole_sum: a total and the parts that stand with it in a sentence or in the list below it.
#pragma once

#include <optional>
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
  SumFinder(const RuleSet& rules, uint32_t rule);

  /// What this finder asked of the words around the terms of one reading, kept since it is asked many times.
  struct Memo {
    /// Whether words that lead to parts stand in a stretch of the text.
    struct Leads {
      bool part = false, whole = false;
    };
    std::vector<std::optional<Leads>> leads;    ///< of what stands before a figure
    std::vector<std::optional<bool>> sides;     ///< whether a side is named before a figure
    std::vector<std::optional<bool>> no_terms;  ///< by term
  };

  /// Finds the totals that words lead to their parts, and takes those parts. Lists that end in what is left over are
  /// complements and no business of this.
  void FindLed(Terms& terms, const std::vector<bool>& rests, Memo& memo, FindingList& found) const;
  /// Finds what adds up exactly though no words say that it should.
  void FindUnled(Terms& terms, Memo& memo, FindingList& found) const;

 private:
  friend class SumSearch;

  uint32_t rule_;
  Phrases whole_leads_, part_leads_, totals_, continuations_, not_terms_, joints_;
  std::vector<std::vector<Phrases>> splits_;
  Phrases sides_;  // of all splits
};

}  // namespace soat
