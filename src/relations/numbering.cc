#include "relations/numbering.h"

#include <utility>

#include "relations/numbering_sequences.h"

namespace soat {
namespace {

Relation NewRelation(const FindingList& found, uint32_t rule, Span span) {
  Relation relation;
  relation.check = found.rules.relation_rules[rule].check;
  relation.rule = rule;
  relation.span = span;
  return relation;
}

void AddBreak(FindingList& found, uint32_t rule, const NumberingBreak& gap) {
  Relation relation = NewRelation(found, rule, gap.found.span);
  relation.verdict = Verdict::kMismatch;
  relation.severity = found.rules.relation_rules[rule].severity;
  relation.operands =
      Operands(TextOperand("previous", gap.previous.text, gap.previous.span),
               TextOperand("found", gap.found.text, gap.found.span), TextOperand("expected", gap.expected, {}));
  found.Add(std::move(relation));
}

void AddSequence(FindingList& found, uint32_t rule, const NumberSequence& sequence) {
  for (const NumberingBreak& gap : sequence.breaks) AddBreak(found, rule, gap);
  if (sequence.undecided) found.CountUndecided(CheckKind::kNumberingGap);
  if (sequence.undecided || !sequence.breaks.empty()) return;
  Relation relation = NewRelation(found, rule, sequence.members.front().span);
  if (found.CountIfHeld(relation, {})) return;
  Operand numbers{"found", true, {}}, expected{"expected", true, {}};
  numbers.values.reserve(sequence.members.size());
  expected.values.reserve(sequence.members.size());
  for (const LineNumber& member : sequence.members) {
    numbers.values.push_back({std::nullopt, member.text, member.span, kNoIndex});
    expected.values.push_back({std::nullopt, member.text, {}, kNoIndex});
  }
  relation.operands = Operands(std::move(numbers), std::move(expected));
  found.Add(std::move(relation));
}

}  // namespace

void FindNumberingGaps(FindingList& found, uint32_t rule) {
  const Structure& structure = found.analysis.structure;
  for (const NumberSequence& sequence : ReadHeadingSequences(found.document, structure))
    AddSequence(found, rule, sequence);
  for (const Table& table : structure.tables) {
    for (const NumberSequence& sequence : ReadRowSequences(found.document, table)) AddSequence(found, rule, sequence);
  }
}

}  // namespace soat
