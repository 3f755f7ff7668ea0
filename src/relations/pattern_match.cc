#include "relations/pattern_match.h"

#include <algorithm>
#include <string>

#include "relations/arithmetic.h"
#include "relations/digit_edits.h"
#include "relations/phrases.h"

namespace soat {
namespace {

constexpr int32_t kThousand = 3;  // its power of ten

using Evaluator = std::optional<Relation> (*)(const class Captured&);

/// The captured figures by role, with what an evaluator needs of them.
class Captured {
 public:
  Captured(const PatternMatch& match, const Reading& reading, const FindingList& found, uint32_t rule)
      : match_(match), reading_(reading), found_(found), rule_(rule) {}

  const RelationRule& rule() const { return found_.rules.relation_rules[rule_]; }
  const Document& document() const { return found_.document; }

  const Figure* figure(std::string_view role) const {
    const PatternMatch::Group* group = match_.Find(role);
    return group == nullptr || group->figures.empty() ? nullptr : &reading_.figure(group->figures.front());
  }
  std::optional<Printed> Number(std::string_view role) const {
    const Figure* found = figure(role);
    return found == nullptr ? std::nullopt : PrintedValue(*found);
  }
  Operand AsOperand(std::string_view role) const {
    const PatternMatch::Group* group = match_.Find(role);
    Operand operand{std::string(role), false, {}};
    if (group == nullptr || group->figures.empty()) return operand;
    const ReadFigure& read = reading_.figures()[group->figures.front()];
    const Figure& found = reading_.figure(group->figures.front());
    operand.values.push_back({found.value, std::string(document().Quote(found.span)), found.span, read.figure});
    return operand;
  }
  std::vector<const Figure*> Figures(std::string_view role) const {
    std::vector<const Figure*> figures;
    if (const PatternMatch::Group* group = match_.Find(role)) {
      for (const size_t index : group->figures) figures.push_back(&reading_.figure(index));
    }
    return figures;
  }
  std::string_view Words(std::string_view role) const {
    const PatternMatch::Group* group = match_.Find(role);
    return group == nullptr ? std::string_view() : group->text;
  }
  uint32_t IndexOf(const Figure* figure) const {
    return static_cast<uint32_t>(figure - found_.analysis.figures.data());
  }

  /// A relation over all captured figures.
  Relation Begin(Verdict verdict) const {
    Relation relation;
    relation.check = rule().check;
    relation.rule = rule_;
    relation.verdict = verdict;
    relation.severity = Holds(verdict) ? Severity::kOk : rule().severity;
    bool first = true;
    for (const PatternMatch::Group& group : match_.groups) {
      for (const size_t index : group.figures) {
        const Span span = reading_.figure(index).span;
        relation.span =
            first ? span : Span{std::min(relation.span.begin, span.begin), std::max(relation.span.end, span.end)};
        first = false;
      }
    }
    return relation;
  }

 private:
  const PatternMatch& match_;
  const Reading& reading_;
  const FindingList& found_;
  const uint32_t rule_;
};

void Compare(Relation& relation, const std::optional<Decimal>& stated, const std::optional<Decimal>& expected) {
  relation.stated = stated;
  relation.expected = expected;
  if (stated && expected) relation.difference = Subtract(*stated, *expected);
}

// "hộ" begins "hộ nghèo"; a noun that is not said begins each.
bool BeginsNoun(std::string_view noun, std::string_view longer) {
  if (!longer.starts_with(noun)) return false;
  return noun.empty() || longer.size() == noun.size() || longer[noun.size()] == ' ';
}

// Both counts, of one noun where both say it, or both of one unit.
bool AreOfOneKind(const Figure& one, const Figure& other) {
  const bool counts =
      one.kind == FigureKind::kCount && (BeginsNoun(one.unit, other.unit) || BeginsNoun(other.unit, one.unit));
  return one.kind == other.kind && (counts || one.unit == other.unit);
}

// The percentage of two measures that were rounded to whole numbers: "41.286 ha" may be 41.286,4 ha. Arithmetic takes
// whole numbers as exact, and those with a magnitude as known to it alone: so both become thousands.
bool HoldsRounded(const Figure& part, const Figure& whole, const Figure& percent) {
  if (part.kind != FigureKind::kMeasure) return false;
  std::optional<Printed> rounded_part = PrintedValue(part), rounded_whole = PrintedValue(whole);
  const std::optional<Printed> claim = PrintedValue(percent);
  if (!rounded_part || !rounded_whole || !claim) return false;
  for (Printed* number : {&*rounded_part, &*rounded_whole}) number->value.scale -= kThousand;
  return Holds(JudgePercent(*rounded_part, *rounded_whole, *claim));
}

// One digit mends it, and what is compared is of one kind.
bool IsPercentSlip(const Captured& captured) {
  const Figure *ratio = captured.figure("num_den"), *part = captured.figure("num"), *whole = captured.figure("den");
  const EditTarget percent = ValueTarget(*captured.figure("pct"));
  const Document& document = captured.document();
  if (ratio != nullptr)
    return HasPercentEdit(document, percent, NumeratorTarget(document, *ratio), DenominatorTarget(document, *ratio));
  return AreOfOneKind(*part, *whole) && !HoldsRounded(*part, *whole, *captured.figure("pct")) &&
         HasPercentEdit(document, percent, ValueTarget(*part), ValueTarget(*whole));
}

// num (or num_den), den, pct.
std::optional<Relation> RatioPercent(const Captured& captured) {
  const Figure* ratio = captured.figure("num_den");
  std::optional<Printed> part = captured.Number("num"), whole = captured.Number("den");
  if (ratio != nullptr && ratio->numerator && ratio->denominator) {
    part = Printed{*ratio->numerator, std::nullopt, ratio->qualifier};
    whole = Printed{*ratio->denominator, std::nullopt, Qualifier::kNone};
  }
  const std::optional<Printed> percent = captured.Number("pct");
  if (!part || !whole || !percent || !IsPositive(whole->value)) return std::nullopt;
  const Verdict verdict = JudgePercent(*part, *whole, *percent);
  if (!Holds(verdict) && !IsPercentSlip(captured)) return std::nullopt;
  Relation relation = captured.Begin(verdict);
  const Operand pair = captured.AsOperand("num_den");
  if (ratio != nullptr) {
    const uint32_t index = captured.IndexOf(ratio);
    relation.operands =
        Operands(ValueOperand("num", {part->value, {}, NumeratorTarget(captured.document(), *ratio).span, index}),
                 ValueOperand("den", {whole->value, {}, DenominatorTarget(captured.document(), *ratio).span, index}));
  } else {
    relation.operands = Operands(captured.AsOperand("num"), captured.AsOperand("den"));
  }
  relation.operands.push_back(captured.AsOperand("pct"));
  Compare(relation, percent->value, PercentOf(part->value, whole->value, percent->value.scale + kExtraDigits));
  if (verdict == Verdict::kTruncated && percent->qualifier == Qualifier::kNone) relation.severity = Severity::kNote;
  return relation;
}

// "9.650 triệu đồng (huyện 5.000; xã 4.650)": bare numbers have the unit and the magnitude of their total.
bool LackUnit(const Figure& total, const std::vector<const Figure*>& parts) {
  return (total.kind == FigureKind::kMoney || total.kind == FigureKind::kMeasure) &&
         std::all_of(parts.begin(), parts.end(), [](const Figure* part) {
           return part->kind == FigureKind::kCount && part->unit.empty() && part->value;
         });
}

// "46 đối tượng: nam 40, nữ 6, dưới 18 tuổi 3, khác 43": some that stand side by side are all already.
bool AddUpInSome(const Printed& total, const std::vector<Printed>& numbers) {
  for (size_t first = 0; first < numbers.size(); ++first) {
    Decimal sum = numbers[first].value;
    for (size_t next = first + 1; next < numbers.size(); ++next) {
      const std::optional<Decimal> more = Add(sum, numbers[next].value);
      if (!more) break;
      sum = *more;
      if (soat::Compare(sum, total.value) == 0) return true;
    }
  }
  return false;
}

// One digit of one of the numbers mends it. The same number of numbers as figures.
bool HasSumEdit(const Captured& captured, const Figure& total, const std::vector<const Figure*>& parts,
                const std::vector<Printed>& numbers) {
  std::vector<EditTarget> targets;
  for (size_t i = 0; i < parts.size(); ++i) targets.push_back({parts[i]->span, numbers[i].value});
  return !SumEdits(captured.document(), ValueTarget(total), targets).empty();
}

// Without the percentages that parts are of their total, and the years that they are of.
std::vector<const Figure*> PartsOf(const Captured& captured) {
  std::vector<const Figure*> parts = captured.Figures("parts");
  const Figure* total = captured.figure("total");
  if (total == nullptr || total->kind == FigureKind::kPercent) return parts;
  std::erase_if(parts, [](const Figure* part) {
    return part->kind == FigureKind::kPercent || part->kind == FigureKind::kPeriod;
  });
  return parts;
}

// Parts without a unit may be thousands, millions or milliards, as their total is.
void GiveMagnitude(const Captured& captured, const Printed& total, std::vector<Printed>& numbers) {
  const std::vector<const Figure*> parts = PartsOf(captured);
  for (const int32_t magnitude : {0, 3, 6, 9}) {
    std::vector<Printed> larger = numbers;
    for (Printed& number : larger) number.value.scale -= magnitude;
    if (!Holds(JudgeSum(total, larger)) && !HasSumEdit(captured, *captured.figure("total"), parts, larger)) continue;
    numbers = std::move(larger);
    return;
  }
}

// total, parts; `any_noun` captured: what the parts are called is told by the pattern.
std::optional<Relation> Sum(const Captured& captured) {
  const std::optional<Printed> total = captured.Number("total");
  const std::vector<const Figure*> figures = PartsOf(captured);
  std::vector<Printed> numbers;
  for (const Figure* figure : figures) {
    const std::optional<Printed> number = PrintedValue(*figure);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  if (!total || numbers.empty()) return std::nullopt;
  const Figure& sum = *captured.figure("total");
  const bool bare = LackUnit(sum, figures);
  if (bare) GiveMagnitude(captured, *total, numbers);
  const Verdict verdict = JudgeSum(*total, numbers);
  const bool alike =
      bare || !captured.Words("any_noun").empty() ||
      std::all_of(figures.begin(), figures.end(), [&](const Figure* figure) { return AreOfOneKind(sum, *figure); });
  if (!Holds(verdict) && !(alike && !AddUpInSome(*total, numbers) && HasSumEdit(captured, sum, figures, numbers)))
    return std::nullopt;
  Relation relation = captured.Begin(verdict);
  Operand parts{"parts", true, {}};
  for (size_t i = 0; i < figures.size(); ++i)
    parts.values.push_back({numbers[i].value, {}, figures[i]->span, captured.IndexOf(figures[i])});
  relation.operands = Operands(captured.AsOperand("total"), std::move(parts));
  Compare(relation, total->value, SumOf(numbers));
  return relation;
}

// stated, listed (an index).
std::optional<Relation> IndexCount(const Captured& captured) {
  const std::optional<Printed> stated = captured.Number("stated");
  const Figure* index = captured.figure("listed");
  if (!stated || index == nullptr || index->items.empty()) return std::nullopt;
  const Decimal listed{static_cast<Int128>(index->items.size()), 0};
  Relation relation = captured.Begin(Compare(stated->value, listed) == 0 ? Verdict::kExact : Verdict::kMismatch);
  relation.operands = Operands(captured.AsOperand("stated"),
                               ValueOperand("listed", {listed, {}, index->span, captured.IndexOf(index)}));
  Compare(relation, stated->value, listed);
  return relation;
}

// actual, gap, and target when it is stated: actual - gap = target.
std::optional<Relation> TargetGap(const Captured& captured) {
  const std::optional<Printed> actual = captured.Number("actual"), gap = captured.Number("gap"),
                               target = captured.Number("target");
  if (!actual || !gap) return std::nullopt;
  const std::optional<Decimal> implied = Subtract(actual->value, gap->value);
  if (!implied || implied->coefficient < 0) return std::nullopt;
  const bool alike = AreOfOneKind(*captured.figure("actual"), *captured.figure("gap"));
  if (target && !(alike && AreOfOneKind(*captured.figure("actual"), *captured.figure("target")))) return std::nullopt;
  Relation relation = captured.Begin(target ? JudgeDifference(*actual, *target, *gap) : Verdict::kOk);
  relation.operands = Operands(captured.AsOperand("actual"));
  if (target) relation.operands.push_back(captured.AsOperand("target"));
  relation.operands.push_back(captured.AsOperand("gap"));
  if (target) Compare(relation, gap->value, Subtract(actual->value, target->value));
  if (!target) relation.expected = implied;
  return relation;
}

// actual, target, and the words of the claim in `met` or `missed`.
std::optional<Relation> TargetVerdict(const Captured& captured) {
  const std::optional<Printed> actual = captured.Number("actual"), target = captured.Number("target");
  const bool met = !captured.Words("met").empty(), missed = !captured.Words("missed").empty();
  if (!actual || !target || met == missed) return std::nullopt;
  const Interval reached = MeantBy(*actual);
  const bool above = Compare(reached.high, target->value) >= 0, below = Compare(reached.low, target->value) < 0;
  const bool holds = met ? above : below;
  Relation relation = captured.Begin(holds ? Verdict::kOk : Verdict::kConflict);
  relation.severity = holds ? Severity::kOk : captured.rule().severity;
  const std::string_view claim = WithoutSigns(captured.Words(met ? "met" : "missed"));
  relation.operands = Operands(captured.AsOperand("actual"), captured.AsOperand("target"),
                               TextOperand("claim", std::string(claim), {}));
  return relation;
}

// "10,9 tỷ đồng, tăng 0,3% so với năm 2022 là 10,8 tỷ đồng": told of what both were before they were rounded.
Verdict JudgeQuotient(const Printed& from, const Printed& to, const Printed& change, bool down) {
  const std::optional<Decimal> now = down ? Subtract({100, 0}, change.value) : Add({100, 0}, change.value);
  if (!now || now->coefficient < 0 || !IsPositive(from.value)) return Verdict::kMismatch;
  return JudgePercent(to, from, {*now, std::nullopt, change.qualifier});
}

// "từ 54% xuống 24%, giảm 29%": percentages without decimals were rounded each by itself.
bool MayBeRounded(const Printed& larger, const Printed& smaller, const Printed& change, const Figure& figure) {
  if (figure.kind != FigureKind::kPercent || larger.value.scale > 0 || smaller.value.scale > 0 ||
      change.value.scale > 0)
    return false;
  const std::optional<Decimal> difference = Subtract(larger.value, smaller.value),
                               off = difference ? Subtract(*difference, change.value) : std::nullopt;
  return off && soat::Compare(*off, {1, 0}) <= 0 && soat::Compare(*off, {-1, 0}) >= 0;
}

// from, change, to: a rise by an amount, or by a percentage. `down` captured: a fall.
std::optional<Relation> Change(const Captured& captured) {
  const std::optional<Printed> from = captured.Number("from"), to = captured.Number("to");
  std::optional<Printed> change = captured.Number("change");
  if (!from || !to || !change || IsZero(from->value)) return std::nullopt;
  const Figure* figure = captured.figure("change");
  const bool down = !captured.Words("down").empty();
  const Printed& larger = down ? *from : *to;
  const Printed& smaller = down ? *to : *from;
  const std::optional<Decimal> difference = Subtract(larger.value, smaller.value);
  if (!difference) return std::nullopt;
  const bool relative = figure->kind == FigureKind::kPercent && captured.figure("from")->kind != FigureKind::kPercent;
  const Verdict as_share = JudgePercent({*difference, std::nullopt, from->qualifier}, *from, *change);
  const Verdict as_quotient = relative && !Holds(as_share) ? JudgeQuotient(*from, *to, *change, down) : as_share;
  const Verdict verdict = relative ? as_quotient : JudgeDifference(larger, smaller, *change);
  // "từ 45 lên 52 triệu đồng": the first is in millions, too. "từ 8% xuống 4%, giảm 50%": of the first.
  const bool other = !AreOfOneKind(*captured.figure("from"), *captured.figure("to")) ||
                     (!relative && !AreOfOneKind(*figure, *captured.figure("to"))) ||
                     (figure->kind == FigureKind::kPercent && Holds(as_share)) ||
                     MayBeRounded(larger, smaller, *change, *figure);
  if (!Holds(verdict) && other) return std::nullopt;
  Relation relation = captured.Begin(verdict);
  relation.operands = Operands(captured.AsOperand("from"), captured.AsOperand("to"), captured.AsOperand("change"));
  Compare(relation, change->value,
          relative ? PercentOf(*difference, from->value, change->value.scale + kExtraDigits) : difference);
  return relation;
}

// values: a percentage of a whole that is more than the whole.
std::optional<Relation> Plausibility(const Captured& captured) {
  const std::optional<Printed> share = captured.Number("values");
  if (!share) return std::nullopt;
  if (soat::Compare(share->value, {100, 0}) <= 0) return std::nullopt;
  Relation relation = captured.Begin(Verdict::kImpossible);
  relation.severity = captured.rule().severity;
  relation.operands = Operands(captured.AsOperand("values"));
  relation.stated = share->value;
  return relation;
}

struct CheckEvaluator {
  CheckKind check;
  Evaluator evaluate;
  CheckRoles roles;
};

const std::vector<CheckEvaluator>& Evaluators() {
  static const std::vector<CheckEvaluator> kEvaluators = {
      {CheckKind::kRatioPercent, RatioPercent, {{{"pct"}, {"num_den", "num"}, {"num_den", "den"}}, {}}},
      {CheckKind::kPartWholeSum, Sum, {{{"total"}, {"parts"}}, {"any_noun"}}},
      {CheckKind::kComplement, Sum, {{{"total"}, {"parts"}}, {"any_noun"}}},
      {CheckKind::kIndexCount, IndexCount, {{{"stated"}, {"listed"}}, {}}},
      {CheckKind::kTargetGap, TargetGap, {{{"actual"}, {"gap"}}, {"target"}}},
      {CheckKind::kTargetVerdict, TargetVerdict, {{{"actual"}, {"target"}, {"met", "missed"}}, {}}},
      {CheckKind::kChange, Change, {{{"from"}, {"to"}, {"change"}}, {"down"}}},
      {CheckKind::kPlausibility, Plausibility, {{{"values"}}, {}}},
  };
  return kEvaluators;
}

const CheckEvaluator* EvaluatorOf(CheckKind check) {
  const auto found = std::find_if(Evaluators().begin(), Evaluators().end(),
                                  [&](const CheckEvaluator& evaluator) { return evaluator.check == check; });
  return found == Evaluators().end() ? nullptr : &*found;
}

}  // namespace

const PatternMatch::Group* PatternMatch::Find(std::string_view role) const {
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.role == role; });
  return found == groups.end() ? nullptr : &*found;
}

std::optional<Relation> Evaluate(const PatternMatch& match, const Reading& reading, const FindingList& found,
                                 uint32_t rule) {
  const CheckEvaluator* evaluator = EvaluatorOf(found.rules.relation_rules[rule].check);
  if (evaluator == nullptr) return std::nullopt;
  return evaluator->evaluate(Captured(match, reading, found, rule));
}

const CheckRoles* RolesOf(CheckKind check) {
  const CheckEvaluator* evaluator = EvaluatorOf(check);
  return evaluator == nullptr ? nullptr : &evaluator->roles;
}

}  // namespace soat
