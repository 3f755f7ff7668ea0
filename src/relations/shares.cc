#include "relations/shares.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "relations/missed_wholes.h"
#include "relations/share_reader.h"
#include "relations/share_wholes.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr ByteSet kAllSigns(",;:.()");

}  // namespace

/// The search in one reading.
class ShareSearch {
 public:
  ShareSearch(const ShareWords& words, const Reading& reading, const std::vector<Amount>& amounts, FindingList& found)
      : words_(words),
        reading_(reading),
        amounts_(amounts),
        found_(found),
        reader_(words, reading, amounts, found.document) {}

  void Run() {
    for (size_t i = 0; i < reading_.figures().size(); ++i) {
      if (reading_.figures()[i].kind == FigureKind::kPercent && reading_.figure(i).value) ReadPercent(i);
    }
    ReadSharedSlips();
    for (const Share& share : open_) Settle(share);
    ReadSplits();
    ReadDistantRatios();
  }

 private:
  void ReadPercent(size_t percent);
  bool ReadSecond(size_t percent);
  bool ReadPartBehind(size_t percent);
  bool ReadOfTotal(size_t index, size_t percent);
  bool AreOfOneNoun(const Amount& part, const Amount& whole) const;
  Share PartOfPlan(const Share& share, const Amount& plan) const;
  void ReadRatio(const Share& share);
  std::optional<Share> EarlierRatio(const Share& share) const;
  bool Accept(const Share& share, const std::optional<ShareWholes::Judged>& judged);
  void ReadSharedSlips();
  void Settle(const Share& share);
  void AddMissed(const Share& share, size_t whole);
  void ReadSplits();
  void ReadSplit(size_t first, size_t end);
  bool HasMissingPart(const Amount& whole, size_t first, size_t end) const;
  void ReadDistantRatios();
  void Add(const Share& share, const Amount& whole, Verdict verdict);

  const ShareWords& words_;
  const Reading& reading_;
  const std::vector<Amount>& amounts_;
  FindingList& found_;
  std::vector<size_t> told_;           // figures of the reading that were parts or percentages already
  std::vector<Share> open_;            // for which no whole was found
  std::vector<SettledShare> settled_;  // with the wholes of percentages that hold, and of those told
  const ShareReader reader_;
  const ShareWholes wholes_{words_, reader_};
  const MissedWholes missed_{words_, reader_, wholes_, open_, settled_};
};

void ShareSearch::ReadPercent(size_t percent) {
  // "6/21 xã đạt 90-95%" says something of each of them.
  if (reader_.IsChange(percent) || reading_.figure(percent).value_max) return;
  if (const std::optional<Share> behind = reader_.RatioBehind(percent, false)) return ReadRatio(*behind);
  if (ReadPartBehind(percent)) return;
  const std::optional<size_t> index = reader_.LinkedPart(percent);
  if (!index) {
    if (ReadSecond(percent)) return;
    if (const std::optional<Share> behind = reader_.RatioBehind(percent, true)) ReadRatio(*behind);
    return;
  }
  if (ReadOfTotal(*index, percent)) return;
  std::vector<Share> shares = reader_.SharesOf(*index, percent);
  for (const Share& share : shares) {
    if (share.ratio) return ReadRatio(share);
  }
  for (const Share& share : shares) {
    if (const std::optional<size_t> whole = wholes_.NamedBehind(share)) {
      const Share meant = PartOfPlan(share, amounts_[*whole]);
      return Add(meant, amounts_[*whole], reader_.Judge(meant, amounts_[*whole]));
    }
    if (Accept(share, wholes_.Holding(share, wholes_.Candidates(share)))) return;
  }
  if (shares.empty()) return;
  const Share& share = shares.front();
  if (Accept(share, wholes_.HoldingOfOtherNoun(share)) || Accept(share, wholes_.HoldingBehind(share))) return;
  open_.push_back(share);
}

// "bằng 84,7% dự toán tỉnh giao và 81,2% dự toán huyện giao (392 tỷ đồng)": the second is said of the part of the
// first.
bool ShareSearch::ReadSecond(size_t percent) {
  const uint64_t ends = reading_.figures()[percent].ends;
  if (!(words_.also.MayEnd(ends) || words_.fillers.MayEnd(ends)) ||
      !words_.also.Ends(words_.fillers.WithoutEnd(reading_.Before(percent))))
    return false;
  size_t first = percent;
  while (first > 0 && reading_.figures()[--first].depth > reading_.figures()[percent].depth) continue;
  if (first == percent || reading_.figures()[first].kind != FigureKind::kPercent) return false;
  const std::optional<size_t> part = reader_.LinkedPart(first);
  if (!part || reading_.figures()[*part].sentence != reading_.figures()[percent].sentence) return false;
  for (const Share& share : reader_.SharesOf(*part, percent)) {
    const std::optional<size_t> whole = share.ratio ? std::nullopt : wholes_.NamedBehind(share);
    if (!whole || !Holds(reader_.Judge(share, amounts_[*whole]))) continue;
    Add(share, amounts_[*whole], reader_.Judge(share, amounts_[*whole]));
    return true;
  }
  return false;
}

// \param judged  a whole that holds; nothing when there is none
bool ShareSearch::Accept(const Share& share, const std::optional<ShareWholes::Judged>& judged) {
  if (!judged) return false;
  const auto [whole, verdict] = *judged;
  Add(share, amounts_[whole], verdict);
  const bool sure = verdict == Verdict::kExact || reader_.IsTelling(share.percent);
  if (!share.other_base) settled_.push_back({whole, share.part, share.percent, sure});
  return true;
}

// "72,2% (4.120 hồ sơ) trong tổng số 5.706 hồ sơ".
bool ShareSearch::ReadPartBehind(size_t percent) {
  if (percent + 2 >= reading_.figures().size()) return false;
  const std::string_view before = reading_.After(percent), after = reading_.After(percent + 1);
  if (!WithoutSigns(before).empty() || before.find('(') == std::string_view::npos) return false;
  const size_t close = after.find(')');
  if (close == std::string_view::npos || !words_.wholes_behind.Is(after.substr(close + 1))) return false;
  std::optional<size_t> part, whole;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    if (amounts_[i].side != Amount::Side::kValue || !IsPositive(amounts_[i].number.value)) continue;
    if (amounts_[i].index == percent + 1) part = i;
    if (amounts_[i].index == percent + 2) whole = i;
  }
  if (!part || !whole || !AreAlike(amounts_[*part], amounts_[*whole])) return false;
  const Share share{percent, amounts_[*part], std::nullopt, false, false};
  Add(share, amounts_[*whole], reader_.Judge(share, amounts_[*whole]));
  return true;
}

// "214 ha, trong đó ngô 128 ha, rau 86 ha, đạt 107% kế hoạch (200 ha)": it may be said of the whole list.
Share ShareSearch::PartOfPlan(const Share& share, const Amount& plan) const {
  if (Holds(reader_.Judge(share, plan))) return share;
  Share meant = share;
  for (size_t i = amounts_.size(); i-- > 0;) {
    if (amounts_[i].index >= share.part.index || !AreAlike(amounts_[i], share.part)) continue;
    if (reading_.figures()[amounts_[i].index].sentence != reading_.figures()[share.part.index].sentence) break;
    meant.part = amounts_[i];
    if (reader_.IsEqual(meant, plan)) return meant;
  }
  return share;
}

// "1.120 trong tổng số 1.400 hộ (80%)": the noun may be said once, where nothing else stands between the two.
bool ShareSearch::AreOfOneNoun(const Amount& part, const Amount& whole) const {
  if (AreSurelyAlike(part, whole)) return true;
  return part.unit.empty() && AreAlike(part, whole) && words_.wholes_behind.Is(reading_.Before(whole.index));
}

// "21.340 hộ trên tổng số 27.815 hộ, đạt 76,72%": the part stands before its whole.
bool ShareSearch::ReadOfTotal(size_t index, size_t percent) {
  const std::string_view before = reading_.Before(index);
  if (index == 0 || !words_.wholes_behind.Ends(before) || reader_.NamesOtherBase(index, percent)) return false;
  for (size_t i = 1; i < amounts_.size(); ++i) {
    const Amount &part = amounts_[i - 1], &whole = amounts_[i];
    if (whole.index != index) continue;
    const bool meant = part.index + 1 == index && part.side == Amount::Side::kValue &&
                       whole.side == Amount::Side::kValue && AreOfOneNoun(part, whole) &&
                       IsPositive(whole.number.value) && !reader_.IsChange(part.index) &&
                       Compare(part.number.value, whole.number.value) <= 0 && !HasAnyOf(before, kAllSigns);
    if (!meant) return false;
    const Share share{percent, part, std::nullopt, false, false};
    const Verdict verdict = reader_.Judge(share, whole);
    // "12 xã trong tổng số 18 xã, đạt 100%" may say it of each.
    const bool sharp = reader_.Percent(percent).value.scale > 0 && reader_.HasEdit(share, whole);
    if (!Holds(verdict) && !sharp && !reader_.IsSlip(share, whole)) return false;
    Add(share, whole, verdict);
    return true;
  }
  return false;
}

// "1.418/1.612 hộ đạt 8/8 tiêu chí, bằng 88,0%": the share is that of the ratio before the one beside it.
std::optional<Share> ShareSearch::EarlierRatio(const Share& share) const {
  if (share.part.index == 0 || share.part.index > share.percent) return std::nullopt;
  const size_t earlier = share.part.index - 1;
  const ReadFigure &figure = reading_.figures()[earlier], &claim = reading_.figures()[share.percent];
  if (figure.kind != FigureKind::kRatio || figure.sentence != claim.sentence || figure.depth != claim.depth)
    return std::nullopt;
  const std::vector<Share> shares = reader_.SharesOf(earlier, share.percent);
  if (shares.empty() || !shares.front().ratio) return std::nullopt;
  return reader_.IsEqual(shares.front(), *shares.front().ratio) ? std::optional(shares.front()) : std::nullopt;
}

// A ratio names its whole. With the plan as whole, or said of several ratios, the percentage may be of something else.
void ShareSearch::ReadRatio(const Share& share) {
  const Verdict verdict = reader_.Judge(share, *share.ratio);
  if (!Holds(verdict)) {
    if (const std::optional<Share> earlier = EarlierRatio(share))
      return Add(*earlier, *earlier->ratio, reader_.Judge(*earlier, *earlier->ratio));
    const bool several =
        share.part.index > 0 && reading_.figures()[share.part.index - 1].kind == FigureKind::kRatio &&
        reading_.figures()[share.part.index - 1].sentence == reading_.figures()[share.percent].sentence &&
        Compare(reader_.Percent(share.percent).value, {100, 0}) == 0;
    const auto [first, second] = std::minmax(share.part.index, share.percent);
    const bool apart = reading_.Between(first, second).find(';') != std::string_view::npos;
    // "9/9 huyện đạt tỷ lệ dưới 10%" says something of each of them.
    const Qualifier hedge = reader_.Percent(share.percent).qualifier;
    const bool bound = hedge == Qualifier::kUnder || hedge == Qualifier::kMax || reader_.IsSaidOfEach(share);
    const bool some = reader_.IsSaidOfSome(share) && !reader_.IsSlip(share, *share.ratio);
    if (share.other_base || several || apart || bound || some || !reader_.IsNamedNearMiss(share) ||
        reader_.IsRateOfChange(share))
      return found_.CountUndecided(CheckKind::kRatioPercent);
  }
  Add(share, *share.ratio, verdict);
}

// Percentages that no whole gives, side by side, and a whole with one wrong digit that would give them all.
void ShareSearch::ReadSharedSlips() {
  for (size_t first = 0; first < open_.size();) {
    size_t end = first + 1;
    while (end < open_.size() && missed_.AreOfOneWhole(open_[first], open_[end])) ++end;
    const std::optional<size_t> whole = end > first + 1 ? missed_.SlippedWhole(first, end) : std::nullopt;
    if (!whole) {
      first = end;
      continue;
    }
    for (size_t i = first; i < end; ++i) AddMissed(open_[i], *whole);
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(first), open_.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

void ShareSearch::Settle(const Share& share) {
  const std::optional<size_t> whole = missed_.Choose(share, wholes_.Candidates(share));
  if (!whole) return found_.CountUndecided(CheckKind::kRatioPercent);
  AddMissed(share, *whole);
}

void ShareSearch::AddMissed(const Share& share, size_t whole) {
  Add(share, amounts_[whole], Verdict::kMismatch);
  settled_.push_back({whole, share.part, share.percent, false});
}

// Shares of one whole that follow each other and add up to 100% are all of it, so that the parts add up to the whole.
void ShareSearch::ReadSplits() {
  std::sort(settled_.begin(), settled_.end(),
            [](const SettledShare& a, const SettledShare& b) { return a.percent < b.percent; });
  for (size_t first = 0; first < settled_.size();) {
    size_t end = first + 1;
    while (end < settled_.size() && settled_[end].whole == settled_[first].whole &&
           AreAlike(settled_[end].part, settled_[first].part) &&
           settled_[end].part.index != settled_[end - 1].part.index)
      ++end;
    ReadSplit(first, end);
    first = end;
  }
}

// "… quá hạn 13 hồ sơ, chiếm 0,2%": what the shares that were verified leave of the whole stands beside them.
bool ShareSearch::HasMissingPart(const Amount& whole, size_t first, size_t end) const {
  std::optional<Decimal> rest = whole.number.value;
  for (size_t i = first; i < end && rest; ++i) rest = Subtract(*rest, settled_[i].part.number.value);
  const Amount& last = settled_[end - 1].part;
  return rest && std::any_of(amounts_.begin(), amounts_.end(), [&](const Amount& other) {
           return other.index != whole.index && AreAlike(other, last) && Compare(other.number.value, *rest) == 0 &&
                  reading_.figures()[other.index].sentence <= reading_.figures()[last.index].sentence + 1;
         });
}

void ShareSearch::ReadSplit(size_t first, size_t end) {
  if (end - first < 2) return;
  std::optional<Interval> shares = Exactly({});
  std::vector<Printed> parts;
  Operand list{"parts", true, {}};
  bool hedged = false;
  for (size_t i = first; i < end; ++i) {
    const Printed percent = reader_.Percent(settled_[i].percent);
    hedged = hedged || percent.qualifier != Qualifier::kNone;
    if (shares) shares = soat::Add(*shares, RoundedFrom(percent.value));
    parts.push_back(settled_[i].part.number);
    list.values.push_back(ValueOf(settled_[i].part));
  }
  if (!shares || !Contains(*shares, {100, 0})) return;
  const Amount& whole = amounts_[settled_[first].whole];
  Relation relation;
  relation.check = CheckKind::kPartWholeSum;
  relation.rule = words_.rule;
  relation.verdict = JudgeSum(whole.number, parts);
  if (!Holds(relation.verdict) && (hedged || HasMissingPart(whole, first, end))) return;
  if (!Holds(relation.verdict)) relation.severity = Severity::kWarning;
  relation.span = {std::min(whole.target.span.begin, list.values.front().span.begin), list.values.back().span.end};
  relation.operands = Operands(ValueOperand("total", ValueOf(whole)), std::move(list));
  relation.stated = whole.number.value;
  relation.expected = SumOf(parts);
  if (relation.expected) relation.difference = Subtract(*relation.stated, *relation.expected);
  found_.Add(std::move(relation));
}

// A percentage that nothing beside it explains, and a ratio further on that gives it: "đạt 99,6%, trong đó … 449/480".
void ShareSearch::ReadDistantRatios() {
  for (size_t percent = 0; percent < reading_.figures().size(); ++percent) {
    if (reading_.figures()[percent].kind != FigureKind::kPercent || !reading_.figure(percent).value ||
        std::find(told_.begin(), told_.end(), percent) != told_.end())
      continue;
    for (size_t i = 1; i < amounts_.size(); ++i) {
      if (amounts_[i].side != Amount::Side::kDenominator || !IsPositive(amounts_[i].number.value)) continue;
      if (std::find(told_.begin(), told_.end(), amounts_[i].index) != told_.end()) continue;
      const Share share{percent, amounts_[i - 1], amounts_[i], false, false};
      const Verdict verdict = reader_.Judge(share, amounts_[i]);
      if (verdict != Verdict::kExact && verdict != Verdict::kRounded) continue;
      Add(share, amounts_[i], verdict);
      break;
    }
  }
}

void ShareSearch::Add(const Share& share, const Amount& whole, Verdict verdict) {
  told_.insert(told_.end(), {share.percent, share.part.index});
  const ReadFigure& claim = reading_.figures()[share.percent];
  const Printed percent = reader_.Percent(share.percent);
  Relation relation;
  relation.check = CheckKind::kRatioPercent;
  relation.verdict = verdict;
  relation.rule = words_.rule;
  const Span stated = reading_.figure(share.percent).span;
  relation.span = {std::min({share.part.target.span.begin, whole.target.span.begin, stated.begin}),
                   std::max({share.part.target.span.end, whole.target.span.end, stated.end})};
  relation.stated = percent.value;
  relation.expected = PercentOf(share.part.number.value, whole.number.value, percent.value.scale + kExtraDigits);
  if (verdict == Verdict::kTruncated && percent.qualifier == Qualifier::kNone) relation.severity = Severity::kNote;
  if (verdict == Verdict::kMismatch) relation.severity = share.ratio ? words_.severity : Severity::kWarning;
  if (found_.CountIfHeld(relation, std::array{share.part.figure, whole.figure, claim.figure})) return;
  relation.operands =
      Operands(ValueOperand("num", ValueOf(share.part)), ValueOperand("den", ValueOf(whole)),
               ValueOperand("pct", {percent.value, {}, reading_.figure(share.percent).span, claim.figure}));
  if (relation.expected) relation.difference = Subtract(percent.value, *relation.expected);
  if (verdict == Verdict::kMismatch) {
    relation.suggestions =
        PercentEdits(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target, whole.target);
  }
  found_.Add(std::move(relation));
}

void ShareFinder::Find(const Reading& reading, const std::vector<Amount>& amounts, FindingList& found) const {
  if (!amounts.empty() && reading.Has(FigureKind::kPercent)) ShareSearch(words_, reading, amounts, found).Run();
}

}  // namespace soat
