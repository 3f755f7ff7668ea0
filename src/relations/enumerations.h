// enumeration_count: a stated count against the names that are listed after it.
#pragma once

#include <string_view>
#include <vector>

#include "relations/finding_list.h"
#include "relations/phrases.h"
#include "relations/reading.h"

namespace soat {

/// Finds counts with a list of names behind them: "05 xã: A, B, C, D và E", "3/12 đơn vị có máy (xã A, B, C)", "04 nội
/// dung: (1) …, (2) …". A name may contain a comma or "và", so that a list agrees when some way to divide it does; it
/// contradicts only when its nouns are places and each name is plainly one.
class EnumerationFinder {
 public:
  /// \param rule  index into rules.relation_rules of a rule with the shape "enumeration"
  EnumerationFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists);

  void Find(const Reading& reading, FindingList& found) const;

 private:
  friend class EnumerationSearch;

  /// Whether lists that agree are asked for: by whoever wants the findings, or by other rules, which need not tell
  /// again what was seen.
  bool SeeksHeld(const FindingList& found) const { return found.SeeksHeld() || !alone_; }

  uint32_t rule_;
  bool alone_ = true;  // no other rule looks for lists
  Phrases leads_, joints_, places_, levels_, direct_leads_, stops_, some_;
};

}  // namespace soat
