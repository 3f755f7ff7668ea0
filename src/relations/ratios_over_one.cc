#include "relations/ratios_over_one.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "identity/words.h"
#include "relations/arithmetic.h"
#include "relations/rule_words.h"
#include "relations/signs.h"

namespace soat {
namespace {

constexpr uint32_t kPartReach = 90;  // bytes from "trong đó" to the part
constexpr size_t kWholeReach = 160;  // bytes from the whole to "trong đó"

Span BlockSpan(const FindingList& found, uint32_t at) {
  const Structure& structure = found.analysis.structure;
  const Place place = structure.PlaceOf(at);
  if (place.block == kNoIndex) return {at, at};
  if (place.table != kNoIndex) return structure.tables[place.table].rows[place.row].cells[place.column];
  for (const Span span : structure.blocks[place.block].spans) {
    if (span.begin <= at && at < span.end) return span;
  }
  return {at, at};
}

/// The sentence around a figure, within its block or cell.
Span SentenceAround(const FindingList& found, Span figure) {
  const std::string_view key = found.document.key;
  const Span block = BlockSpan(found, figure.begin);
  const auto ends = [&](size_t at) {
    return key[at] == ';' || (key[at] == '.' && (at + 1 >= key.size() || key[at + 1] == ' ' || key[at + 1] == '\n'));
  };
  Span sentence = figure;
  while (sentence.begin > block.begin && !ends(sentence.begin - 1)) --sentence.begin;
  while (sentence.end < block.end && !ends(sentence.end)) ++sentence.end;
  return sentence;
}

bool BeginsWith(std::string_view unit, const std::vector<std::string>& nouns) { return PhraseAt(unit, 0, nouns) > 0; }

Relation NewRelation(const FindingList& found, uint32_t rule, bool over, Severity severity, Span span) {
  Relation relation;
  relation.check = found.rules.relation_rules[rule].check;
  relation.verdict = over ? Verdict::kImpossible : Verdict::kOk;
  relation.severity = over ? severity : Severity::kOk;
  relation.rule = rule;
  relation.span = span;
  return relation;
}

/// A target, and no whole: the words around say so, or the percentage behind it is above 100 as well.
bool IsAgainstTarget(const FindingList& found, const RelationRule& rule, uint32_t index) {
  const std::vector<Figure>& figures = found.analysis.figures;
  const Figure& ratio = found.WithContext(index);
  if (ratio.role == FigureRole::kTarget) return true;
  const Span sentence = SentenceAround(found, ratio.span);
  const std::vector<std::string>& words = WordsOf(found.rules, rule, "target_words");
  if (FindPhrase(found.document.key, sentence.begin, sentence.end, words) != std::string_view::npos) return true;
  if (index + 1 >= figures.size() || figures[index + 1].span.begin >= sentence.end) return false;
  const Figure& next = figures[index + 1];
  return next.kind == FigureKind::kPercent && next.value && Compare(*next.value, {100, 0}) > 0;
}

/// "trồng 418,6/350 ha, đạt 119,6% kế hoạch": who wrote it knows that the first number is the larger one.
bool IsShareAbove(const FindingList& found, size_t index) {
  const std::vector<Figure>& figures = found.analysis.figures;
  if (index + 1 >= figures.size()) return false;
  const Figure &ratio = figures[index], &next = figures[index + 1];
  return next.kind == FigureKind::kPercent && next.value && !next.value_max &&
         RoundsTo(*ratio.numerator, *ratio.denominator, *next.value);
}

Operand RatioOperand(std::string role, uint32_t figure, const Decimal& number, Span span) {
  return ValueOperand(std::move(role), {number, {}, span, figure});
}

/// "tăng 3 vụ (26/23)": the number of now against an earlier one, which the change before it is the difference of.
bool IsComparison(const FindingList& found, uint32_t index) {
  if (index == 0) return false;
  const Figure &ratio = found.analysis.figures[index], &change = found.analysis.figures[index - 1];
  if (change.kind != FigureKind::kCount || !change.value) return false;
  const std::string_view between =
      std::string_view(found.document.key).substr(change.span.end, ratio.span.begin - change.span.end);
  const std::optional<Decimal> difference = Subtract(*ratio.numerator, *ratio.denominator);
  return between.ends_with('(') && difference && Compare(*difference, *change.value) == 0 &&
         found.WithContext(index - 1).role == FigureRole::kChange;
}

void AddRatio(FindingList& found, uint32_t rule_index, uint32_t index) {
  const RelationRule& rule = found.rules.relation_rules[rule_index];
  const Figure& ratio = found.analysis.figures[index];
  const bool over = Compare(*ratio.numerator, *ratio.denominator) > 0;
  if (over && IsComparison(found, index)) return;
  const bool closed = over && BeginsWith(ratio.unit, WordsOf(found.rules, rule, "closed_wholes"));
  // Of a whole that may be exceeded it matters only where the share that stands behind it is above 100 as well.
  const bool target = over && (closed || IsShareAbove(found, index)) && IsAgainstTarget(found, rule, index);
  if (target && !closed) return;
  const Severity severity = closed && !target ? rule.severity : Severity::kNote;
  Relation relation = NewRelation(found, rule_index, over, severity, ratio.span);
  if (found.CountIfHeld(relation, std::array{index, index})) return;
  const size_t stroke = found.document.text.find('/', ratio.span.begin);
  const uint32_t middle = static_cast<uint32_t>(std::min<size_t>(stroke, ratio.span.end));
  relation.operands =
      Operands(RatioOperand("num", index, *ratio.numerator, {ratio.span.begin, middle}),
               RatioOperand("den", index, *ratio.denominator, {std::min(middle + 1, ratio.span.end), ratio.span.end}));
  found.Add(std::move(relation));
}

/// The number of things that a figure counts: of a ratio the part, as in "49.493/96.626 tài khoản, trong đó …".
const std::optional<Decimal>& CountOf(const Figure& figure) {
  return figure.kind == FigureKind::kRatio ? figure.numerator : figure.value;
}

bool CountsThings(const Figure& figure) {
  return (figure.kind == FigureKind::kCount && figure.value && !figure.value_max) ||
         (figure.kind == FigureKind::kRatio && figure.numerator);
}

/// A part behind "trong đó", with the wholes before it that count the same, nearest first.
class PartReader {
 public:
  PartReader(FindingList& found, uint32_t rule)
      : found_(found), rule_index_(rule), rule_(found.rules.relation_rules[rule]), key_(found.document.key) {}
  void Find();

 private:
  bool MayExceed(uint32_t part) const;
  void ReadPart(uint32_t part, size_t lead);
  bool IsChange(uint32_t figure) const;
  bool IsEnclosed(const Figure& figure, size_t lead) const;
  std::vector<uint32_t> CountedBefore(uint32_t part, size_t lead) const;

  FindingList& found_;
  const uint32_t rule_index_;
  const RelationRule& rule_;
  const std::string_view key_;
};

/// Whether a figure is by how much something changed: "nhiều hơn 15 vụ".
bool PartReader::IsChange(uint32_t index) const {
  const Figure& figure = found_.WithContext(index);
  if (figure.role == FigureRole::kChange || figure.role == FigureRole::kExcess) return true;
  size_t end = figure.span.begin;
  while (end > 0 && key_[end - 1] == ' ') --end;
  return PhraseBefore(key_, end, WordsOf(found_.rules, rule_, "changes")) > 0;
}

/// "tăng 21% so với cùng kỳ (71.250 lượt), trong đó …": what parentheses hold that end before the lead is beside the
/// point.
bool PartReader::IsEnclosed(const Figure& figure, size_t lead) const {
  return figure.kind != FigureKind::kRatio && ClosesParentheses(key_.substr(figure.span.end, lead - figure.span.end));
}

/// What counts the same in the block before "trong đó", nearest first; changes are among it.
std::vector<uint32_t> PartReader::CountedBefore(uint32_t part, size_t lead) const {
  const std::vector<Figure>& figures = found_.analysis.figures;
  const Span block = BlockSpan(found_, figures[part].span.begin);
  std::vector<uint32_t> counted;
  for (uint32_t i = part; i-- > 0 && figures[i].span.begin >= block.begin;) {
    const Figure& figure = figures[i];
    if (figure.span.end <= lead && CountsThings(figure) && figure.unit == figures[part].unit &&
        !IsEnclosed(figure, lead))
      counted.push_back(i);
  }
  return counted;
}

/// Something that counts the same stands within reach before a part, and is less: where nobody asks for what holds,
/// only of such parts the words before them matter.
bool PartReader::MayExceed(uint32_t part) const {
  const std::vector<Figure>& figures = found_.analysis.figures;
  const Decimal& number = *CountOf(figures[part]);
  for (uint32_t i = part; i-- > 0 && figures[i].span.end + kPartReach + kWholeReach >= figures[part].span.begin;) {
    if (CountsThings(figures[i]) && figures[i].unit == figures[part].unit && Compare(number, *CountOf(figures[i])) > 0)
      return true;
  }
  return false;
}

void PartReader::ReadPart(uint32_t part, size_t lead) {
  const std::vector<Figure>& figures = found_.analysis.figures;
  const Decimal number = *CountOf(figures[part]);
  const auto holds = [&](uint32_t whole) { return Compare(number, *CountOf(figures[whole])) <= 0; };
  std::vector<uint32_t> wholes = CountedBefore(part, lead);
  // What tells changes costs more than to see that the part exceeds nothing.
  if (!found_.SeeksHeld() && std::all_of(wholes.begin(), wholes.end(), holds)) return;
  const auto is_far = [&] { return wholes.empty() || figures[wholes.front()].span.end + kWholeReach < lead; };
  if (is_far()) return;
  std::erase_if(wholes, [this](uint32_t figure) { return IsChange(figure); });
  if (is_far()) return;
  const uint32_t nearest = wholes.front();
  // A part that is larger than the nearest may still be one of a whole farther off.
  if (!holds(nearest) && std::any_of(wholes.begin(), wholes.end(), holds))
    return found_.CountUndecided(CheckKind::kRatioOverOne);
  Relation relation = NewRelation(found_, rule_index_, !holds(nearest), rule_.severity,
                                  {figures[nearest].span.begin, figures[part].span.end});
  if (found_.CountIfHeld(relation, std::array{part, nearest})) return;
  relation.operands = Operands(FigureOperand("num", found_.analysis, part, number),
                               FigureOperand("den", found_.analysis, nearest, *CountOf(figures[nearest])));
  found_.Add(std::move(relation));
}

void PartReader::Find() {
  const std::vector<std::string>& leads = WordsOf(found_.rules, rule_, "part_leads");
  const std::vector<Figure>& figures = found_.analysis.figures;
  const std::vector<FigureKind>& kinds = found_.kinds();
  for (uint32_t i = 1; i < figures.size(); ++i) {
    if (kinds[i] != FigureKind::kCount && kinds[i] != FigureKind::kRatio) continue;
    if (!CountsThings(figures[i]) || figures[i].unit.empty()) continue;
    if (!found_.SeeksHeld() && !MayExceed(i)) continue;
    const uint32_t begin = figures[i].span.begin;
    const uint32_t reach = begin - std::min<uint32_t>(begin, kPartReach);
    const size_t lead = FindLastPhrase(key_, std::max(reach, figures[i - 1].span.end), begin, leads);
    if (lead != std::string_view::npos && lead >= BlockSpan(found_, begin).begin) ReadPart(i, lead);
  }
}

}  // namespace

void FindRatiosOverOne(FindingList& found, uint32_t rule) {
  const std::vector<Figure>& figures = found.analysis.figures;
  const std::vector<FigureKind>& kinds = found.kinds();
  for (uint32_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] != FigureKind::kRatio) continue;
    const Figure& figure = figures[i];
    if (!figure.numerator || !figure.denominator) continue;
    if (figure.denominator->coefficient > 0) AddRatio(found, rule, i);
  }
}

void FindPartsOverWholes(FindingList& found, uint32_t rule) { PartReader(found, rule).Find(); }

}  // namespace soat
