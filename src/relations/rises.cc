#include "relations/rises.h"

#include <algorithm>
#include <array>

#include "relations/amounts.h"
#include "relations/arithmetic.h"
#include "relations/digit_edits.h"

namespace soat {
namespace {

constexpr uint32_t kMostSentences = 3;  // between a value and its change
constexpr size_t kMostValues = 3;       // before a change that are tried
constexpr size_t kIsoDay = 10;          // characters of a day that is fully known

enum class Direction : uint8_t { kNone, kUp, kDown, kTimes };

// to = from × by, with a multiple that is rounded.
Verdict JudgeMultiple(const Printed& from, const Printed& to, const Printed& by) {
  const std::optional<Decimal> product = Multiply(from.value, by.value);
  if (product && Compare(*product, to.value) == 0) return Verdict::kExact;
  const auto rounded = Multiply(Exactly(from.value), RoundedFrom(by.value));
  if (rounded && Contains(*rounded, to.value)) return Verdict::kRounded;
  const auto claimed = Multiply(MeantBy(from), MeantBy(by));
  return claimed && Intersects(*claimed, MeantBy(to)) ? Verdict::kOk : Verdict::kMismatch;
}

}  // namespace

RiseFinder::RiseFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists) : rule_(rule) {
  const RelationRule& words = rules.relation_rules[rule];
  rises_ = Phrases(words, "rises");
  falls_ = Phrases(words, "falls");
  multiples_ = Phrases(words, "multiples");
  times_ = Phrases(words, "times");
  references_ = Phrases(words, "references", lists, PhraseLists::Place::kIn);
  not_references_ = Phrases(words, "not_references", lists, PhraseLists::Place::kIn);
  fillers_ = Phrases(words, "fillers", lists, PhraseLists::Place::kEnd);
  equals_ = Phrases(words, "equals");
  std::vector<std::string> directions;
  for (const std::string_view name : {"rises", "falls", "multiples"}) {
    const auto list = words.words.find(name);
    if (list != words.words.end()) directions.insert(directions.end(), list->second.begin(), list->second.end());
  }
  directions_ = Phrases(directions, lists, PhraseLists::Place::kEnd);
}

bool RiseFinder::TellsDirection(const Reading& reading, size_t figure) const {
  const uint64_t ends = reading.figures()[figure].ends;
  return (directions_.MayEnd(ends) && directions_.Ends(reading.Before(figure))) ||
         (fillers_.MayEnd(ends) && directions_.Ends(fillers_.WithoutEnd(reading.Before(figure))));
}

bool RiseFinder::TellsDirection(const Reading& reading) const {
  for (size_t i = 0; i < reading.figures().size(); ++i) {
    if (TellsDirection(reading, i)) return true;
  }
  return false;
}

class RiseSearch {
 public:
  RiseSearch(const RiseFinder& words, const Reading& reading, const std::vector<Amount>& amounts, FindingList& found)
      : words_(words), reading_(reading), found_(found) {
    if (reading.Has(FigureKind::kPercent))
      AddWithPercents(amounts);
    else
      terms_ = amounts;
  }

  void Run() {
    direction_.reserve(terms_.size());
    for (size_t i = 0; i < terms_.size(); ++i) direction_.push_back(DirectionOf(i));
    const auto is_none = [](Direction direction) { return direction == Direction::kNone; };
    if (std::all_of(direction_.begin(), direction_.end(), is_none)) return;
    for (size_t i = 0; i < terms_.size(); ++i) reference_.push_back(IsReference(i));
    for (size_t i = 1; i < terms_.size(); ++i) {
      if (direction_[i] != Direction::kNone) ReadChange(i);
    }
  }

 private:
  /// The values that a change leads from and to.
  struct Ends {
    size_t from, to;
    bool named;  // the earlier value is said to be it
  };

  void AddWithPercents(const std::vector<Amount>& amounts);
  Direction DirectionBefore(size_t term) const;
  const ReadFigure& place(size_t term) const { return reading_.figures()[terms_[term].index]; }
  Direction DirectionOf(size_t term) const;
  bool IsReference(size_t term) const;
  bool IsOfEarlierPeriod(size_t term) const;
  bool IsPercent(size_t term) const { return terms_[term].kind == FigureKind::kPercent; }
  bool IsOfNow(size_t term, size_t to) const;
  bool CanBeEnd(size_t change, size_t end) const;
  bool IsValueOf(size_t term, size_t change) const;
  std::vector<size_t> ValuesBefore(size_t change) const;
  std::vector<size_t> EarlierValues(size_t to, size_t change) const;
  std::optional<Ends> EndsBeside(size_t change) const;
  std::optional<Ends> EndsOf(size_t change) const;
  void ReadChange(size_t change);
  bool IsSettled(const Ends& ends, size_t change) const;
  Verdict Judge(const Ends& ends, size_t change, const Printed& from, const Printed& to, const Printed& by) const;
  Verdict Judge(const Ends& ends, size_t change) const {
    return Judge(ends, change, terms_[ends.from].number, terms_[ends.to].number, terms_[change].number);
  }
  std::optional<Decimal> Before(size_t by, const Decimal& to, const Decimal& change) const;
  bool ReadRate(size_t rate);
  bool IsRateOf(size_t to, size_t rate) const;
  void TellRate(size_t to, size_t rate, Verdict verdict, std::vector<Suggestion> edits);
  std::optional<Decimal> Expected(const Ends& ends, size_t change) const;
  std::vector<Suggestion> Edits(const Ends& ends, size_t change) const;
  void Tell(const Ends& ends, size_t change, Verdict verdict, std::vector<Suggestion> edits);

  const RiseFinder& words_;
  const Reading& reading_;
  FindingList& found_;
  std::vector<Amount> terms_;
  std::vector<Direction> direction_;
  std::vector<bool> reference_;
  std::optional<Ends> last_;  // of the change before
  size_t settled_ = 0;        // a change in numbers that agrees with both values
};

// Percentages are terms as well: "98,56%, tăng 0,31 điểm phần trăm so với năm 2022 (98,25%)".
void RiseSearch::AddWithPercents(const std::vector<Amount>& amounts) {
  terms_.reserve(amounts.size() + reading_.figures().size());
  size_t next = 0;
  for (size_t i = 0; i < reading_.figures().size(); ++i) {
    for (; next < amounts.size() && amounts[next].index == i; ++next) terms_.push_back(amounts[next]);
    if (reading_.figures()[i].kind != FigureKind::kPercent) continue;
    const Figure& figure = reading_.figure(i);
    if (!figure.value || figure.value_max) continue;
    terms_.push_back({i,
                      reading_.figures()[i].figure,
                      Amount::Side::kValue,
                      {*figure.value, std::nullopt, figure.qualifier},
                      ValueTarget(figure),
                      figure.unit,
                      figure.kind});
  }
}

// By the words before the term itself.
Direction RiseSearch::DirectionBefore(size_t term) const {
  if (!words_.TellsDirection(reading_, terms_[term].index)) return Direction::kNone;
  const std::string_view before = reading_.Before(terms_[term].index);
  if (words_.rises_.EndsBefore(words_.fillers_, before)) return Direction::kUp;
  if (words_.falls_.EndsBefore(words_.fillers_, before)) return Direction::kDown;
  const bool times = words_.times_.Begins(reading_.After(terms_[term].index));
  return times && words_.multiples_.EndsBefore(words_.fillers_, before) ? Direction::kTimes : Direction::kNone;
}

Direction RiseSearch::DirectionOf(size_t term) const {
  if (const Direction said = DirectionBefore(term); said != Direction::kNone) return said;
  if (term == 0 || direction_[term - 1] == Direction::kNone || direction_[term - 1] == Direction::kTimes)
    return Direction::kNone;
  if (terms_[term].index != terms_[term - 1].index + 1) return Direction::kNone;
  // "giảm 12 vụ (8,3%)", "giảm 24 lượt, 32 người": the word holds for the next as well.
  const std::string_view between = reading_.Before(terms_[term].index);
  const size_t open = between.rfind('(');
  // "tăng 0,3% so với cùng kỳ (56,5%)": behind a change in percent the earlier value stands there.
  const bool earlier = IsPercent(term - 1) && words_.references_.IsIn(reading_.row(), between);
  const bool opens = IsPercent(term) && open != std::string_view::npos && !earlier &&
                     words_.equals_.WithoutEnd(between.substr(open + 1)).empty();
  const std::string_view behind_noun = LastClause(between);
  const bool listed = !IsPercent(term) && place(term).depth == place(term - 1).depth &&
                      between.find(',') != std::string_view::npos && WithoutSigns(behind_noun).empty();
  const bool equal = IsPercent(term) && place(term).depth == place(term - 1).depth && words_.equals_.Is(behind_noun);
  return opens || listed || equal ? direction_[term - 1] : Direction::kNone;
}

// "(cùng kỳ 190 lượt/221 người)", "so với năm 2022 (98,25%)": an earlier value.
bool RiseSearch::IsReference(size_t term) const {
  if (direction_[term] != Direction::kNone) return false;
  const std::string_view before = reading_.Before(terms_[term].index);
  const size_t semicolon = before.rfind(';');
  const PhraseRow& row = reading_.row();
  const std::string_view words = before.substr(semicolon == std::string_view::npos ? 0 : semicolon);
  if (words_.references_.IsIn(row, words) && !words_.not_references_.IsIn(row, words)) return true;
  const bool stroke = term > 0 && reference_.size() == term && reference_[term - 1] &&
                      terms_[term].index == terms_[term - 1].index + 1 && before.find('/') != std::string_view::npos;
  if (stroke || IsOfEarlierPeriod(term)) return true;
  // A period stands between the word and the value: "so với năm 2022 (98,25%)", "so với năm 2022 là 98,25%".
  const size_t index = terms_[term].index;
  if (index == 0 || reading_.figures()[index - 1].kind != FigureKind::kPeriod) return false;
  const bool enclosed = place(term).depth > 0 && before.size() <= before.find('(') + 2;
  const bool follows = !WithoutSigns(before).empty() && words_.fillers_.WithoutEnd(before).empty();
  return (enclosed || follows) && words_.references_.IsIn(row, reading_.Before(index - 1));
}

// "giảm 3 vụ (14/17)", "14/17 vụ, giảm 17,6%": the values of now and before, in parentheses behind their change or
// directly before it.
std::optional<RiseSearch::Ends> RiseSearch::EndsBeside(size_t change) const {
  for (const size_t to : {change + 1, change - std::min<size_t>(change, 2)}) {
    const size_t from = to + 1;
    if (from >= terms_.size() || terms_[to].side != Amount::Side::kNumerator) continue;
    const bool beside =
        to > change ? terms_[to].index == terms_[change].index + 1 && place(to).depth > place(change).depth
                    : terms_[to].index + 1 == terms_[change].index && place(to).sentence == place(change).sentence;
    const Ends ends{from, to, true};
    if (beside && (IsPercent(change) || AreAlike(terms_[change], terms_[to])) && Holds(Judge(ends, change)))
      return ends;
  }
  return std::nullopt;
}

// "6 tháng đầu năm 2023: 32 vụ (6 tháng đầu năm 2022: 38 vụ)": the period before it is an earlier year's of one named
// before.
bool RiseSearch::IsOfEarlierPeriod(size_t term) const {
  const size_t index = terms_[term].index;
  if (index < 2 || place(term).depth == 0) return false;
  const auto is_full = [](const Figure& figure) {
    return figure.kind == FigureKind::kPeriod && figure.start.size() == kIsoDay && figure.end.size() == kIsoDay;
  };
  const Figure& period = reading_.figure(index - 1);
  if (!is_full(period) || !WithoutSigns(words_.fillers_.WithoutEnd(reading_.Before(index))).empty()) return false;
  const std::string_view opening = reading_.Before(index - 1);
  if (!WithoutSigns(opening.substr(opening.rfind('(') + 1)).empty() || opening.find('(') == std::string_view::npos)
    return false;
  for (size_t i = index - 1; i-- > 0 && reading_.figures()[i].sentence == place(term).sentence;) {
    const Figure& other = reading_.figure(i);
    if (is_full(other) && other.start > period.start && other.start.substr(4) == period.start.substr(4) &&
        other.end.substr(4) == period.end.substr(4))
      return true;
  }
  return false;
}

bool RiseSearch::CanBeEnd(size_t change, size_t end) const {
  if (IsPercent(change)) return IsPercent(end) || terms_[end].side == Amount::Side::kValue;
  return AreAlike(terms_[change], terms_[end]) && terms_[end].side == Amount::Side::kValue;
}

bool RiseSearch::IsValueOf(size_t term, size_t change) const {
  if (direction_[term] != Direction::kNone || reference_[term] || terms_[term].index == terms_[change].index)
    return false;
  if (terms_[term].side == Amount::Side::kDenominator || place(term).depth > place(change).depth) return false;
  return IsPercent(change) || direction_[change] == Direction::kTimes || AreAlike(terms_[term], terms_[change]);
}

// The values before a change that are themselves no changes and no earlier values, nearest first: "đạt 486 tỷ đồng,
// bằng 80% dự toán, tăng 10% so với cùng kỳ (441 tỷ đồng)". Behind the nearest only those of the same sentence.
std::vector<size_t> RiseSearch::ValuesBefore(size_t change) const {
  std::vector<size_t> values;
  for (size_t i = change; i-- > 0 && values.size() < kMostValues;) {
    if (place(i).sentence + kMostSentences < place(change).sentence) break;
    if (!values.empty() && place(i).sentence < place(values.front()).sentence) break;
    if (IsValueOf(i, change)) values.push_back(i);
  }
  return values;
}

// "58 vụ, giảm 9 vụ so với cùng kỳ (58/67 vụ)": the value again, in front of the earlier one.
bool RiseSearch::IsOfNow(size_t term, size_t to) const {
  return terms_[term].side == Amount::Side::kNumerator &&
         Compare(terms_[term].number.value, terms_[to].number.value) == 0;
}

std::optional<RiseSearch::Ends> RiseSearch::EndsOf(size_t change) const {
  const bool follows = last_ && IsPercent(change) && place(last_->to).item <= place(change).item &&
                       direction_[change] != Direction::kTimes && !IsPercent(last_->to) &&
                       place(change).sentence == place(change - 1).sentence &&
                       direction_[change - 1] != Direction::kNone &&
                       (IsPercent(change - 1) || AreAlike(terms_[change - 1], terms_[last_->to]));
  if (follows) return last_;
  if (const std::optional<Ends> beside = EndsBeside(change)) return beside;
  const std::vector<size_t> values = ValuesBefore(change);
  if (values.empty()) return std::nullopt;
  std::optional<Ends> named;
  bool nearest = true;
  for (const size_t to : values) {
    for (const size_t from : EarlierValues(to, change)) {
      const Ends ends{from, to, true};
      if (Holds(Judge(ends, change))) return ends;
      if (!named && nearest) named = ends;
    }
    nearest = nearest && IsPercent(to);  // "đạt 486 tỷ đồng, bằng 80% dự toán, tăng …" is said of the amount
  }
  if (named) return named;
  const size_t to = values.front();
  if (to == 0 || IsPercent(change) || terms_[to - 1].kind != terms_[to].kind) return std::nullopt;
  return AreSurelyAlike(terms_[to - 1], terms_[to]) ? std::optional(Ends{to - 1, to, false}) : std::nullopt;
}

// The values that are said to be earlier ones, before and behind the change.
std::vector<size_t> RiseSearch::EarlierValues(size_t to, size_t change) const {
  std::vector<size_t> values;
  const auto fits = [&](size_t end) {
    return reference_[end] && terms_[end].kind == terms_[to].kind && AreAlike(terms_[end], terms_[to]) &&
           !IsOfNow(end, to);
  };
  for (size_t i = to + 1; i < change; ++i) {
    if (fits(i)) values.push_back(i);
  }
  for (size_t i = change + 1; i < terms_.size() && place(i).sentence == place(change).sentence; ++i) {
    if (fits(i)) {
      values.push_back(i);
      break;
    }
    if (direction_[i] == Direction::kNone && place(i).depth <= place(change).depth) break;
  }
  return values;
}

Verdict RiseSearch::Judge(const Ends& ends, size_t change, const Printed& from, const Printed& to,
                          const Printed& by) const {
  const Printed size{Magnitude(by.value), std::nullopt, by.qualifier};
  if (direction_[change] == Direction::kTimes) {
    return JudgeMultiple(from, to, by);
  }
  const bool up = direction_[change] == Direction::kUp;
  const Printed& larger = up ? to : from;
  const Printed& smaller = up ? from : to;
  if (!IsPercent(change) || IsPercent(ends.to)) return JudgeDifference(larger, smaller, size);
  const std::optional<Interval> difference = Subtract(MeantBy(larger), MeantBy(smaller));
  const std::optional<Decimal> exact = Subtract(larger.value, smaller.value);
  if (!difference || !exact || !IsPositive(from.value)) return Verdict::kMismatch;
  const Verdict verdict = JudgePercent({*exact, std::nullopt, Qualifier::kNone}, from, size);
  if (Holds(verdict)) return verdict;
  const auto claimed = Multiply(MeantBy(size), MeantBy(from)), meant = Multiply(*difference, Exactly({100, 0}));
  return claimed && meant && Intersects(*claimed, *meant) ? Verdict::kOk : Verdict::kMismatch;
}

std::vector<Suggestion> RiseSearch::Edits(const Ends& ends, size_t change) const {
  return SmallestEdits(found_.document, {terms_[change].target, terms_[ends.to].target, terms_[ends.from].target},
                       [&](size_t index, const Decimal& value) {
                         Printed by = terms_[change].number, to = terms_[ends.to].number,
                                 from = terms_[ends.from].number;
                         (index == 0 ? by : index == 1 ? to : from).value = value;
                         const Verdict verdict = Judge(ends, change, from, to, by);
                         return verdict == Verdict::kExact || verdict == Verdict::kRounded;
                       });
}

// "giảm 4 vụ (17,4%) so với cùng kỳ (27 vụ)": where the number agrees with both values, its percentage has to.
bool RiseSearch::IsSettled(const Ends& ends, size_t change) const {
  return ends.named && settled_ > 0 && change == settled_ + 1 && IsPercent(change) && !IsPercent(ends.to) &&
         place(change).depth > place(settled_).depth && terms_[change].index == terms_[settled_].index + 1 &&
         WithoutSigns(FirstClause(reading_.After(terms_[change].index))).empty();
}

void RiseSearch::ReadChange(size_t change) {
  const std::optional<Ends> ends = EndsOf(change);
  if (!ends && ReadRate(change)) return;
  if (!ends) return found_.CountUndecided(CheckKind::kChange);
  const Verdict verdict = Judge(*ends, change);
  std::vector<Suggestion> edits;
  if (!Holds(verdict)) {
    const bool named = ends->named && place(ends->to).sentence == place(change).sentence;
    if (named) edits = Edits(*ends, change);
    if (edits.empty() && !IsSettled(*ends, change)) return found_.CountUndecided(CheckKind::kChange);
  }
  if (ends->named) {
    last_ = ends;
    settled_ = Holds(verdict) && !IsPercent(change) ? change : 0;
  }
  Tell(*ends, change, verdict, std::move(edits));
}

// What there was before a change.
std::optional<Decimal> RiseSearch::Before(size_t by, const Decimal& to, const Decimal& change) const {
  const std::optional<Decimal> from = direction_[by] == Direction::kUp ? Subtract(to, change) : Add(to, change);
  return from && IsPositive(*from) ? from : std::nullopt;
}

// "1.240 vụ, giảm 160 vụ (-11,43%)": of the earlier value, which is not stated, the change is that percentage.
bool RiseSearch::ReadRate(size_t rate) {
  if (!IsPercent(rate) || rate < 2 || direction_[rate] == Direction::kTimes) return false;
  const size_t by = rate - 1;
  if (direction_[by] != direction_[rate] || IsPercent(by) || terms_[by].index + 1 != terms_[rate].index) return false;
  const Printed percent{Magnitude(terms_[rate].number.value), std::nullopt, terms_[rate].number.qualifier};
  const Printed change{Magnitude(terms_[by].number.value), std::nullopt, terms_[by].number.qualifier};
  const auto judge = [&](const Printed& of, const Decimal& to, const Printed& stated) {
    const std::optional<Decimal> from = Before(by, to, of.value);
    return from ? JudgePercent(of, {*from, std::nullopt, Qualifier::kNone}, stated) : Verdict::kMismatch;
  };
  const std::vector<size_t> values = ValuesBefore(by);
  for (const size_t to : values) {
    const Verdict verdict = judge(change, terms_[to].number.value, percent);
    if (Holds(verdict)) return TellRate(to, rate, verdict, {}), true;
  }
  if (values.empty() || !IsRateOf(values.front(), rate)) return false;
  const size_t to = values.front();
  std::vector<Suggestion> edits =
      SmallestEdits(found_.document, {terms_[rate].target, terms_[by].target, terms_[to].target},
                    [&](size_t index, const Decimal& value) {
                      const Printed of = index == 1 ? Printed{value, std::nullopt, Qualifier::kNone} : change;
                      const Printed stated = index == 0 ? Printed{value, std::nullopt, Qualifier::kNone} : percent;
                      const Verdict verdict = judge(of, index == 2 ? value : terms_[to].number.value, stated);
                      return verdict == Verdict::kExact || verdict == Verdict::kRounded;
                    });
  if (edits.empty()) return false;
  TellRate(to, rate, Verdict::kMismatch, std::move(edits));
  return true;
}

// The value stands right before its change, and the percentage is of nothing that is named, nor of the value itself.
bool RiseSearch::IsRateOf(size_t to, size_t rate) const {
  const size_t by = rate - 1;
  return place(to).sentence == place(by).sentence && terms_[to].index + 1 == terms_[by].index &&
         AreSurelyAlike(terms_[to], terms_[by]) && IsPositive(terms_[to].number.value) &&
         terms_[to].side == Amount::Side::kValue && terms_[to].number.qualifier == Qualifier::kNone &&
         terms_[by].number.qualifier == Qualifier::kNone &&
         WithoutSigns(FirstClause(reading_.After(terms_[rate].index))).empty() &&
         !Holds(JudgePercent(terms_[by].number, terms_[to].number, terms_[rate].number));
}

void RiseSearch::TellRate(size_t to, size_t rate, Verdict verdict, std::vector<Suggestion> edits) {
  const Amount &by = terms_[rate - 1], &percent = terms_[rate];
  const Decimal change = Magnitude(by.number.value);
  const std::optional<Decimal> from = Before(rate - 1, terms_[to].number.value, change);
  if (!from) return;
  Relation relation;
  relation.check = CheckKind::kRatioPercent;
  relation.rule = words_.rule_;
  relation.verdict = verdict;
  relation.span = {std::min(terms_[to].target.span.begin, by.target.span.begin), percent.target.span.end};
  relation.operands = Operands(ValueOperand("num", ValueOf(by)), NumberOperand("den", *from, {}),
                               ValueOperand("pct", ValueOf(percent)));
  relation.stated = Magnitude(percent.number.value);
  relation.expected = PercentOf(change, *from, relation.stated->scale + kExtraDigits);
  if (relation.expected) relation.difference = Subtract(*relation.stated, *relation.expected);
  if (!Holds(verdict)) relation.severity = found_.rules.relation_rules[words_.rule_].severity;
  relation.suggestions = std::move(edits);
  found_.Add(std::move(relation));
}

std::optional<Decimal> RiseSearch::Expected(const Ends& ends, size_t change) const {
  const Decimal &from = terms_[ends.from].number.value, &to = terms_[ends.to].number.value;
  const std::optional<Decimal> difference = Subtract(to, from);
  if (!difference || direction_[change] == Direction::kTimes) return std::nullopt;
  if (!IsPercent(change) || IsPercent(ends.to)) return Magnitude(*difference);
  return PercentOf(Magnitude(*difference), from, terms_[change].number.value.scale + kExtraDigits);
}

void RiseSearch::Tell(const Ends& ends, size_t change, Verdict verdict, std::vector<Suggestion> edits) {
  Relation relation;
  relation.check = CheckKind::kChange;
  relation.rule = words_.rule_;
  relation.verdict = verdict;
  relation.span = terms_[change].target.span;
  for (const size_t end : {ends.from, ends.to}) {
    relation.span.begin = std::min(relation.span.begin, terms_[end].target.span.begin);
    relation.span.end = std::max(relation.span.end, terms_[end].target.span.end);
  }
  if (!Holds(verdict)) relation.severity = found_.rules.relation_rules[words_.rule_].severity;
  if (found_.CountIfHeld(relation, std::array{terms_[ends.from].figure, terms_[ends.to].figure, terms_[change].figure}))
    return;
  relation.operands =
      Operands(ValueOperand("from", ValueOf(terms_[ends.from])), ValueOperand("to", ValueOf(terms_[ends.to])),
               ValueOperand("change", ValueOf(terms_[change])));
  relation.stated = Magnitude(terms_[change].number.value);
  relation.expected = Expected(ends, change);
  if (relation.expected) relation.difference = Subtract(*relation.stated, *relation.expected);
  relation.suggestions = std::move(edits);
  found_.Add(std::move(relation));
}

void RiseFinder::Find(const Reading& reading, const std::vector<Amount>& amounts, FindingList& found) const {
  const bool several = reading.figures().size() > 1 || amounts.size() > 1;
  if (several && TellsDirection(reading)) RiseSearch(*this, reading, amounts, found).Run();
}

}  // namespace soat
