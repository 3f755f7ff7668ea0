// change: a rise or fall against the values before and after it.
#pragma once

#include <optional>
#include <vector>

#include "relations/amounts.h"
#include "relations/finding_list.h"
#include "relations/phrases.h"
#include "relations/reading.h"

namespace soat {

/// Finds changes of which both values are stated: "132 vụ, giảm 12 vụ (8,3%) so với cùng kỳ (144 vụ)". One that does
/// not hold is told only where the earlier value is named as such, and one digit would make it hold or the change in
/// numbers beside it holds. Of a change in numbers and in percent the earlier value may be left unsaid.
class RiseFinder {
 public:
  /// \param rule  index into rules.relation_rules of a rule with the shape "rise"
  /// \param lists  of the readings that will be searched
  RiseFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists);

  /// \param amounts  AmountsOf(reading)
  void Find(const Reading& reading, const std::vector<Amount>& amounts, FindingList& found) const;

 private:
  friend class RiseSearch;

  /// Words stand before some figure that tell which way its value went.
  bool TellsDirection(const Reading& reading) const;
  /// The same of a figure that is given.
  bool TellsDirection(const Reading& reading, size_t figure) const;

  uint32_t rule_;
  Phrases rises_, falls_, multiples_, times_, references_, not_references_, fillers_, equals_;
  Phrases directions_;  // rises, falls and multiples
};

}  // namespace soat
