// complement: what is done and what is left, against all.
#pragma once

#include <utility>
#include <vector>

#include "relations/finding_list.h"
#include "relations/phrases.h"
#include "relations/terms.h"

namespace soat {

/// Finds amounts that are said to be left ("còn lại 113 vụ", "9 xã chưa lắp đặt"), and the whole and the part before
/// them.
class ComplementFinder {
 public:
  /// \param rule  index into rules.relation_rules of a rule with the shape "rest"
  /// \param lists  of the readings that will be searched
  ComplementFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists);

  /// Which terms are said to be left, in words that cannot mean anything else ("còn lại", "còn tồn").
  void SureRests(const Terms& terms, std::vector<bool>& sure) const;
  bool IsRestBehind(const Terms& terms, size_t term) const;
  /// Takes the parts and rests that it finds. \param sure  as SureRests says
  void Find(Terms& terms, const std::vector<bool>& sure, FindingList& found) const;

 private:
  friend class ComplementSearch;

  /// The words behind a term and its unit.
  static std::string_view WithoutUnit(const Terms& terms, size_t term);

  uint32_t rule_;
  Phrases rests_, sure_rests_, rests_behind_, not_done_, not_yet_, done_, not_wholes_;
  std::vector<std::pair<Phrases, Phrases>> pairs_;  ///< words of the whole and of the part
};

}  // namespace soat
