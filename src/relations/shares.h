// ratio_percent: a part, a percentage, and the whole that the percentage is of.
#pragma once

#include <vector>

#include "relations/amounts.h"
#include "relations/finding_list.h"
#include "relations/reading.h"
#include "relations/share_words.h"

namespace soat {

/// Finds the percentages that are said of an amount ("11.396 hồ sơ, đạt 80,69%"), and the whole that they are of. A
/// percentage rarely names its whole, so an equation that holds for any whole that can be meant is verified, and a
/// contradiction is told only where the text itself names the whole: a ratio, a list of the parts of one total,
/// percentages of the same total beside it, an amount beside it that the part leaves of the whole, the whole's own
/// words behind the percentage, or two words that belong together ("thụ lý" and "giải quyết").
class ShareFinder {
 public:
  /// \param rule  index into rules.relation_rules of a rule with the shape "share"
  /// \param lists  of the readings that will be searched
  ShareFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists) : words_(rules, rule, lists) {}

  /// \param amounts  AmountsOf(reading)
  void Find(const Reading& reading, const std::vector<Amount>& amounts, FindingList& found) const;

 private:
  ShareWords words_;
};

}  // namespace soat
