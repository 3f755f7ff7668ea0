#include "relations/header_fields.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "identity/front_matter.h"
#include "identity/words.h"

namespace soat {
namespace {

constexpr size_t kMonth = 7;         // "2024-12": a date without its day
constexpr uint32_t kDateReach = 80;  // bytes from the place to the date beside it

/// Where the number is blank: its symbol, or else the head of the report.
Span PlaceOfNumber(const FindingList& found, const FrontMatter& front) {
  for (const Figure& figure : found.analysis.figures) {
    if (figure.span.begin >= front.end) break;
    if (figure.kind == FigureKind::kDocref && figure.ref.starts_with('/')) return figure.span;
  }
  return front.head;
}

/// Where the day is blank: the month behind the name of the place, or else that name.
Span PlaceOfDate(const FindingList& found, const FrontMatter& front) {
  for (const Figure& figure : found.analysis.figures) {
    const bool behind = figure.span.begin >= front.place.end && figure.span.begin < front.place.end + kDateReach;
    if (behind && figure.kind == FigureKind::kDate && figure.start.size() == kMonth) return figure.span;
  }
  return front.place;
}

void AddMissing(FindingList& found, uint32_t rule_index, Span place, bool blank) {
  const RelationRule& rule = found.rules.relation_rules[rule_index];
  const auto names = rule.words.find("field");
  Relation relation;
  relation.check = rule.check;
  relation.verdict = Verdict::kMissing;
  relation.severity = blank ? rule.severity : Severity::kNote;
  relation.rule = rule_index;
  relation.span = place;
  const bool named = names != rule.words.end() && !names->second.empty();
  relation.operands = Operands(TextOperand("field", named ? names->second.front() : rule.id, {}));
  found.Add(std::move(relation));
}

/// The first line of the report.
Span FirstLine(const FindingList& found) {
  const std::vector<Block>& blocks = found.analysis.structure.blocks;
  return blocks.empty() ? Span{} : blocks.front().spans.front();
}

/// A line before the body begins like the title of a report: a mere piece of text has no head that could lack a field.
bool IsReport(const FindingList& found, const FrontMatter& front) {
  const std::vector<Block>& blocks = found.analysis.structure.blocks;
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    const Span line = block.spans.front();
    const std::string_view key = found.document.key;
    if (line.begin >= std::max<uint32_t>(front.end, 1)) return false;
    return PhraseAt(key, SkipBlanks(key, line.begin, line.end), found.rules.identity.title_words) > 0;
  });
}

}  // namespace

void FindMissingNumber(FindingList& found, uint32_t rule) {
  const FrontMatter front = ReadFrontMatter(found.document, found.analysis, found.rules.identity);
  if (!front.number.empty() || !IsReport(found, front)) return;
  if (front.number_blank)
    AddMissing(found, rule, PlaceOfNumber(found, front), true);
  else
    AddMissing(found, rule, FirstLine(found), false);
}

void FindMissingDate(FindingList& found, uint32_t rule) {
  const FrontMatter front = ReadFrontMatter(found.document, found.analysis, found.rules.identity);
  if (!front.date.empty() || !IsReport(found, front)) return;
  if (front.day_blank)
    AddMissing(found, rule, PlaceOfDate(found, front), true);
  else
    AddMissing(found, rule, FirstLine(found), false);
}

}  // namespace soat
