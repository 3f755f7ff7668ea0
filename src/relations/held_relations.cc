// HeldRelations: what is counted of a relation.
#include "soat/held_relations.h"

namespace soat {

bool IsCutOff(const Relation& relation) {
  return relation.check == CheckKind::kRatioPercent && relation.verdict == Verdict::kTruncated;
}

bool IsRoundedUp(const Relation& relation) {
  return relation.check == CheckKind::kRatioPercent && relation.verdict == Verdict::kRounded && relation.expected &&
         relation.stated && Compare(*relation.expected, *relation.stated) < 0;
}

void HeldRelations::Count(const Relation& relation) {
  if (relation.rule >= counts.size()) counts.resize(relation.rule + 1);
  ++counts[relation.rule][static_cast<size_t>(relation.check)];
  cut_off += IsCutOff(relation) ? 1 : 0;
  rounded_up += IsRoundedUp(relation) ? 1 : 0;
}

}  // namespace soat
