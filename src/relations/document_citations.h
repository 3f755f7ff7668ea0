// The documents that a report cites: number, date, kind and subject of each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "relations/finding_list.h"

namespace soat {

/// One citation. Spans are of Document::text.
struct Citation {
  uint32_t figure = 0;       ///< index into Analysis::figures: its number
  uint32_t date = kNoIndex;  ///< the date that stands with it, in full
  std::string ref;           ///< "05-nq/tu": without blanks, lower case
  std::string number;        ///< "5"
  std::string year;          ///< in the number: "2018" of 28/2018/qđ-ttg; empty when there is none
  std::string symbol;        ///< the rest, without signs in front: "nq/tu"; empty when the number stands alone
  std::string day;           ///< ISO; empty when no date stands with it
  std::string kind;          ///< "kế hoạch", by the words of the rule; empty when not said
  Span sentence;             ///< from the sign that ends the sentence before to the one that ends its own
  Span subject;              ///< behind number and date to the end of the sentence or to the next citation
  uint32_t begin = 0;        ///< of its kind, or of "số" and its number when the kind is not said
  uint32_t end = 0;          ///< of number and date
  uint32_t block = kNoIndex;
};

/// Reads them in the order of the text; once for all rules that share the words kinds, number_words, date_joints and
/// issue_verbs. The result lives as long as `found`.
const std::vector<Citation>& ReadCitations(FindingList& found, const RelationRule& rule);

}  // namespace soat
