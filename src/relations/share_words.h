// The words by which shares are known, of a rule with the shape "share".
#pragma once

#include <cstdint>
#include <vector>

#include "relations/phrases.h"
#include "soat/check.h"
#include "soat/rule.h"

namespace soat {

struct ShareWords {
  /// Words of a whole and of its part: "thụ lý", "giải quyết".
  struct Pair {
    Phrases whole, part;
  };

  /// \param rule_index  into rules.relation_rules
  /// \param lists  of the readings that will be searched
  ShareWords(const RuleSet& rules, uint32_t rule_index, PhraseLists& lists);

  uint32_t rule;
  Severity severity;
  Phrases connectors;     ///< between a part and its percentage: "chiếm"
  Phrases fillers;        ///< that only hedge or join
  Phrases changes;        ///< behind which a number is a change: "tăng"
  Phrases other_bases;    ///< of a whole that is not among what is counted: "kế hoạch"
  Phrases plans;          ///< that speak of plans
  Phrases said_of_each;   ///< with which a percentage may be said of each of those counted: "đạt"
  Phrases share_words;    ///< with which it is a share: "chiếm"
  Phrases reached;        ///< with which it may be of a plan: "đạt"
  Phrases wholes_behind;  ///< before a whole that stands behind its part: "trong tổng số"
  Phrases part_leads;     ///< from a whole to a part: "trong đó"
  Phrases also;           ///< between two percentages of one part: "và"
  Phrases joints, openers;
  std::vector<Pair> pairs;
};

}  // namespace soat
