#include "relations/shares.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "relations/words_in.h"
#include "rules/reading_marks.h"
#include "text/byte_search.h"
#include "text/phrases.h"

namespace soat {
namespace {

constexpr size_t kLongestLink = 160;           // bytes between a part and its percentage
constexpr size_t kLongestName = 60;            // bytes of the name of a plan between a percentage and its number
constexpr uint32_t kNearMoney = 2;             // sentences
constexpr size_t kMostWholes = 12;             // amounts before a part that are tried
constexpr std::ptrdiff_t kFewestFar = 2;       // shares of one whole in other sentences that name it
constexpr std::ptrdiff_t kMissingPerSure = 2;  // more that do not hold show that one holds by chance
constexpr size_t kNearWholes = 2;              // amounts before a part that one digit may have missed
constexpr size_t kOtherNouns = 3;              // amounts of other nouns before a part that are tried
constexpr Int128 kLargeNumber = 1000;          // that is one digit from another one by chance seldom enough
constexpr int kSharpDecimals = 2;              // of a percentage that few other numbers give
constexpr Int128 kTellingPercent = 10;         // of fewer digits ("0,1%") it is that of many numbers
constexpr int kExtraDigits = 2;                // of the computed percentage beyond the stated one
constexpr size_t kFewestWordsOfName = 2;       // of a whole, behind the percentage and beside its number
constexpr std::string_view kPairSign = " > ";
constexpr ByteSet kCommas(",;"), kClauseSigns(",;:"), kOpeningSigns(",;:("), kClosingSigns(",;.)"), kAllSigns(",;:.()"),
    kPlanEnds(",;.");

// Without what stands in parentheses. \param rest  room for what is left of a text that has some
std::string_view WithoutParentheses(std::string_view text, std::string& rest) {
  if (text.find('(') == std::string_view::npos) return text;
  rest.reserve(text.size());
  size_t depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) rest += c;
    if (c == ')' && depth > 0) --depth;
  }
  return rest;
}

}  // namespace

ShareFinder::ShareFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists) : rule_(rule) {
  const RelationRule& words = rules.relation_rules[rule];
  severity_ = words.severity;
  connectors_ = Phrases(words, "connectors");
  fillers_ = Phrases(words, "fillers", lists, PhraseLists::Place::kEnd);
  changes_ = Phrases(words, "changes", lists, PhraseLists::Place::kEnd);
  other_bases_ = Phrases(words, "other_bases");
  plans_ = Phrases(words, "plans");
  said_of_each_ = Phrases(words, "said_of_each");
  share_words_ = Phrases(words, "share_words");
  reached_ = Phrases(words, "reached");
  wholes_behind_ = Phrases(words, "wholes_behind");
  part_leads_ = Phrases(words, "part_leads");
  joints_ = Phrases(words, "joints");
  openers_ = Phrases(words, "openers");
  const auto pairs = words.words.find("pairs");
  if (pairs == words.words.end()) return;
  for (const std::string& pair : pairs->second) {
    const size_t sign = pair.find(kPairSign);
    if (sign == std::string::npos) continue;
    pairs_.push_back({Phrases({pair.substr(0, sign)}), Phrases({pair.substr(sign + kPairSign.size())})});
  }
}

/// The search in one reading.
class ShareSearch {
 public:
  ShareSearch(const ShareFinder& words, const Reading& reading, const std::vector<Amount>& amounts, FindingList& found)
      : words_(words), reading_(reading), found_(found), amounts_(amounts) {}

  void Run() {
    for (size_t i = 0; i < reading_.figures().size(); ++i) {
      if (reading_.figures()[i].kind == FigureKind::kPercent && reading_.figure(i).value) ReadPercent(i);
    }
    ReadSharedSlips();
    for (Share& share : open_) Settle(share);
    ReadSplits();
    ReadDistantRatios();
  }

 private:
  using Side = Amount::Side;

  /// A part with its percentage.
  struct Share {
    size_t percent = 0;  // index in the reading
    Amount part;
    std::optional<Amount> ratio;  // the denominator, when the part is the numerator of a ratio
    bool other_base = false;      // the words behind the percentage name another whole
    bool apart = false;           // words stand between the percentage and the ratio behind it
  };
  struct Sibling {
    size_t whole;  // index into amounts_
    Amount part;
    size_t percent;  // index in the reading
    bool sure;       // it holds, and not by chance
  };

  void ReadPercent(size_t percent);
  std::optional<size_t> PartOf(size_t percent) const;
  bool IsChange(size_t index) const;
  bool IsCounted(size_t index) const {
    return reading_.figures()[index].kind == FigureKind::kCount || reading_.figures()[index].kind == FigureKind::kRatio;
  }
  bool IsLinked(size_t part, size_t percent) const;
  bool OpensClause(std::string_view link) const;
  std::optional<Share> RatioBehind(size_t percent, bool named) const;
  bool ReadPartBehind(size_t percent);
  bool ReadOfTotal(size_t index, size_t percent);
  Share PartOfPlan(const Share& share, const Amount& plan) const;
  std::optional<size_t> WholeBehind(const Share& share) const;
  std::vector<Share> SharesOf(size_t index, size_t percent) const;
  bool IsStroke(const Amount& one, const Amount& other) const;
  bool IsJoining(std::string_view words) const;
  bool NamesOtherBase(size_t index, size_t percent) const;
  void ReadRatio(const Share& share);
  std::optional<Share> EarlierRatio(const Share& share) const;
  bool IsNamedNearMiss(const Share& share) const;
  std::vector<size_t> WholesOf(const Share& share) const;
  bool IsInReach(const Share& share, size_t whole) const;
  bool Verify(const Share& share, const std::vector<size_t>& wholes);
  bool VerifyOfOtherNoun(const Share& share);
  bool VerifyBehind(const Share& share);
  bool IsWholeBehind(const Amount& whole, const Share& share) const;
  std::vector<size_t> WholesOfSiblings(const Share& share) const;
  void Settle(const Share& share);
  void ReadSharedSlips();
  std::optional<size_t> SlippedWhole(size_t first, size_t end) const;
  bool AreOfOneWhole(const Share& one, const Share& other) const;
  bool HasSureSibling(const Share& share, size_t whole) const;
  std::optional<size_t> OvertakenWhole(const Share& share, bool of_siblings) const;
  std::optional<size_t> WholeOfOtherNoun(const Share& share) const;
  std::optional<size_t> CertainWhole(const Share& share, const std::vector<size_t>& wholes) const;
  size_t NearestWhole(const Share& share, const std::vector<size_t>& wholes) const;
  bool LeavesPart(const Amount& whole, const Amount& part) const;
  bool IsNamedBehind(const Amount& whole, const Share& share) const;
  std::optional<size_t> NamedWhole(const Share& share, const std::vector<size_t>& wholes) const;
  void ReadDistantRatios();
  void ReadSplits();
  void ReadSplit(size_t first, size_t end);
  bool HasMissingPart(const Amount& whole, size_t first, size_t end) const;
  bool IsPair(const Amount& whole, const Amount& part) const;
  bool IsOfAnotherItem(const Amount& whole, const Share& share) const;
  bool LeadsToPart(const Amount& whole, const Amount& part) const;
  bool IsShareItself(const Amount& whole, const Share& share) const;
  std::optional<size_t> SmallerWhole(const Share& share) const;
  bool AreSiblings(const Amount& one, const Amount& other) const;
  bool IsCommonWhole(const Share& share, size_t whole) const;
  bool IsNearMiss(const Share& share, const Amount& whole) const;
  bool IsSaidOfEach(const Share& share) const;
  bool MayBeOf(const Share& share, const Amount& whole) const;
  bool IsSlip(const Share& share, const Amount& whole) const;
  bool IsSaidOfSome(const Share& share) const;
  bool IsTelling(size_t percent) const { return Percent(percent).value.coefficient >= kTellingPercent; }
  /// With decimals it is hardly said of each of those counted: "10 xã đạt 100%, 9 xã đạt 90%".
  bool IsSharp(size_t percent) const { return IsTelling(percent) && Percent(percent).value.scale > 0; }
  bool IsSaidToBeShare(size_t percent) const {
    return words_.share_words_.Ends(words_.fillers_.WithoutEnd(reading_.Before(percent)));
  }
  /// "6.200 triệu đồng = 9,06%" in one item of a list says no less.
  bool IsGivenAsShare(size_t percent) const {
    const std::string_view before = reading_.Before(percent);
    const size_t last = before.find_last_not_of(' ');
    return IsSaidToBeShare(percent) || (last != std::string_view::npos && before[last] == '=');
  }
  bool IsOfRemainder(const Share& share, const Amount& whole) const;
  bool IsRateOfChange(const Share& share) const;
  bool TalksOfPlans(const Share& share, const std::vector<size_t>& wholes) const;
  Printed Percent(size_t index) const { return *PrintedValue(reading_.figure(index)); }
  Verdict Judge(const Share& share, const Amount& whole) const {
    return JudgePercent(share.part.number, whole.number, Percent(share.percent));
  }
  void Add(const Share& share, const Amount& whole, Verdict verdict);

  const ShareFinder& words_;
  const Reading& reading_;
  FindingList& found_;
  const std::vector<Amount>& amounts_;
  std::vector<size_t> told_;       // figures of the reading that were parts or percentages already
  std::vector<Share> open_;        // for which no whole was found
  std::vector<Sibling> verified_;  // wholes of percentages that hold
};

// The words between an amount and the one before it, without those that only hedge or join, end in "tăng", "giảm".
bool ShareSearch::IsChange(size_t index) const {
  const uint64_t ends = reading_.figures()[index].ends;
  return (words_.changes_.MayEnd(ends) || words_.fillers_.MayEnd(ends)) &&
         words_.changes_.EndsBefore(words_.fillers_, reading_.Before(index));
}

// The figure that a percentage is said of: the one before it, unless that stands in parentheses of its own or is a
// change, a date or a document.
std::optional<size_t> ShareSearch::PartOf(size_t percent) const {
  const ReadFigure& claim = reading_.figures()[percent];
  for (size_t i = percent; i-- > 0;) {
    const ReadFigure& other = reading_.figures()[i];
    if (other.sentence != claim.sentence) return std::nullopt;
    if (other.depth > claim.depth) continue;
    if (other.kind == FigureKind::kPercent) return std::nullopt;
    const bool amount = other.kind == FigureKind::kCount || other.kind == FigureKind::kRatio ||
                        other.kind == FigureKind::kMoney || other.kind == FigureKind::kMeasure;
    if (!amount || (IsChange(i) && other.kind != FigureKind::kRatio)) continue;
    // "2.105 người từ 14 tuổi trở lên (90,0%)": an age or a length qualifies what is counted before it.
    if (other.kind == FigureKind::kMeasure && i > 0 && IsCounted(i - 1) &&
        reading_.figures()[i - 1].sentence == claim.sentence && reading_.figures()[i - 1].depth <= claim.depth &&
        !HasAnyOf(reading_.Before(i), kOpeningSigns))
      continue;
    return i;
  }
  return std::nullopt;
}

// Between the two stand the noun of the part and words that join a number to its share: ", đạt tỷ lệ", " (".
bool ShareSearch::IsLinked(size_t part, size_t percent) const {
  std::string_view between = reading_.Between(part, percent);
  if (between.size() > kLongestLink) return false;
  // A noun with a comma in it ("xã, thị trấn") opens no clause.
  const std::string& unit = reading_.figure(part).unit;
  if (WithoutSigns(between).starts_with(unit)) between.remove_prefix(between.find(unit) + unit.size());
  if (reading_.figures()[percent].depth > reading_.figures()[part].depth) {
    const std::string_view inside = between.substr(between.rfind('(') + 1);
    return IsJoining(inside);
  }
  std::string room;
  const std::string_view link = WithoutParentheses(between, room);
  if (words_.part_leads_.IsIn(link) || words_.joints_.IsIn(link) || OpensClause(link)) return false;
  const std::string_view clause = LastClause(WithoutSigns(link));
  const std::string_view rest = words_.fillers_.WithoutEnd(clause);
  if (rest.empty()) return link.find('=') != std::string::npos;
  if (!words_.connectors_.Ends(rest)) return false;
  // Behind a comma a new subject would be something else: ", tỷ lệ hộ nghèo đạt 5%".
  return !HasAnyOf(link, kCommas) || IsJoining(clause);
}

// "71 tổ, còn các đội đạt 80%" speaks of others; "71 văn bản còn hiệu lực, chiếm 80%" does not.
bool ShareSearch::OpensClause(std::string_view link) const {
  for (size_t sign = FindFirstOf(link, kClauseSigns); sign != std::string_view::npos;
       sign = FindFirstOf(link, kClauseSigns)) {
    link.remove_prefix(sign + 1);
    if (words_.openers_.Begins(link)) return true;
  }
  return words_.openers_.IsIn(link);
}

// Nothing but words that join a number to its share.
bool ShareSearch::IsJoining(std::string_view words) const {
  std::string_view rest = words_.fillers_.WithoutEnd(words);
  rest = words_.connectors_.WithoutEnd(rest);
  return words_.fillers_.WithoutEnd(rest).empty();
}

// "bằng 12% kế hoạch"; but "9/14 xã, bằng 64,3% số xã" names the whole of the ratio.
bool ShareSearch::NamesOtherBase(size_t index, size_t percent) const {
  const std::string_view after = reading_.After(percent), base = after.substr(0, FindFirstOf(after, kClosingSigns));
  if (!words_.other_bases_.Begins(base)) return false;
  const std::string& unit = reading_.figure(index).unit;
  const size_t at = unit.empty() ? std::string_view::npos : base.find(' ' + unit);
  return at == std::string_view::npos || !words_.other_bases_.WithoutEnd(base.substr(0, at)).empty();
}

void ShareSearch::ReadPercent(size_t percent) {
  // "6/21 xã đạt 90-95%" says something of each of them.
  if (IsChange(percent) || reading_.figure(percent).value_max) return;
  if (const std::optional<Share> behind = RatioBehind(percent, false)) return ReadRatio(*behind);
  if (ReadPartBehind(percent)) return;
  const std::optional<size_t> index = PartOf(percent);
  if (!index || !IsLinked(*index, percent)) {
    if (const std::optional<Share> behind = RatioBehind(percent, true)) ReadRatio(*behind);
    return;
  }
  if (ReadOfTotal(*index, percent)) return;
  std::vector<Share> shares = SharesOf(*index, percent);
  for (const Share& share : shares) {
    if (share.ratio) return ReadRatio(share);
  }
  for (const Share& share : shares) {
    if (const std::optional<size_t> whole = WholeBehind(share)) {
      const Share meant = PartOfPlan(share, amounts_[*whole]);
      return Add(meant, amounts_[*whole], Judge(meant, amounts_[*whole]));
    }
    if (Verify(share, WholesOf(share))) return;
  }
  if (shares.empty() || VerifyOfOtherNoun(shares.front()) || VerifyBehind(shares.front())) return;
  open_.push_back(shares.front());
}

// "98,4% (11.910/12.104 hồ sơ)", and with a name between the two "82,1% dung tích (34,8/42,4 triệu m3)".
std::optional<ShareSearch::Share> ShareSearch::RatioBehind(size_t percent, bool named) const {
  if (percent + 1 >= reading_.figures().size() || reading_.figures()[percent + 1].kind != FigureKind::kRatio)
    return std::nullopt;
  const std::string_view after = reading_.After(percent);
  const size_t open = after.rfind('(');
  if (open == std::string_view::npos || !WithoutSigns(after.substr(open)).empty()) return std::nullopt;
  const std::string_view name = after.substr(0, open);
  if (WithoutSigns(name).empty() == named || name.size() > kLongestName) return std::nullopt;
  if (HasAnyOf(name, kAllSigns)) return std::nullopt;
  std::vector<Share> shares = SharesOf(percent + 1, percent);
  if (shares.empty() || !shares.front().ratio) return std::nullopt;
  shares.front().apart = named;
  return shares.front();
}

// "72,2% (4.120 hồ sơ) trong tổng số 5.706 hồ sơ".
bool ShareSearch::ReadPartBehind(size_t percent) {
  if (percent + 2 >= reading_.figures().size()) return false;
  const std::string_view before = reading_.After(percent), after = reading_.After(percent + 1);
  if (!WithoutSigns(before).empty() || before.find('(') == std::string_view::npos) return false;
  const size_t close = after.find(')');
  if (close == std::string_view::npos || !words_.wholes_behind_.Is(after.substr(close + 1))) return false;
  std::optional<size_t> part, whole;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    if (amounts_[i].side != Side::kValue || !IsPositive(amounts_[i].number.value)) continue;
    if (amounts_[i].index == percent + 1) part = i;
    if (amounts_[i].index == percent + 2) whole = i;
  }
  if (!part || !whole || !AreAlike(amounts_[*part], amounts_[*whole])) return false;
  const Share share{percent, amounts_[*part], std::nullopt, false, false};
  Add(share, amounts_[*whole], Judge(share, amounts_[*whole]));
  return true;
}

// "214 ha, trong đó ngô 128 ha, rau 86 ha, đạt 107% kế hoạch (200 ha)": it may be said of the whole list.
ShareSearch::Share ShareSearch::PartOfPlan(const Share& share, const Amount& plan) const {
  if (Holds(Judge(share, plan))) return share;
  Share meant = share;
  for (size_t i = amounts_.size(); i-- > 0;) {
    if (amounts_[i].index >= share.part.index || !AreAlike(amounts_[i], share.part)) continue;
    if (reading_.figures()[amounts_[i].index].sentence != reading_.figures()[share.part.index].sentence) break;
    meant.part = amounts_[i];
    const Verdict verdict = Judge(meant, plan);
    if (verdict == Verdict::kExact || verdict == Verdict::kRounded) return meant;
  }
  return share;
}

// "21.340 hộ trên tổng số 27.815 hộ, đạt 76,72%": the part stands before its whole.
bool ShareSearch::ReadOfTotal(size_t index, size_t percent) {
  const std::string_view before = reading_.Before(index);
  if (index == 0 || !words_.wholes_behind_.Ends(before) || NamesOtherBase(index, percent)) return false;
  for (size_t i = 1; i < amounts_.size(); ++i) {
    const Amount &part = amounts_[i - 1], &whole = amounts_[i];
    if (whole.index != index) continue;
    const bool meant = part.index + 1 == index && part.side == Side::kValue && whole.side == Side::kValue &&
                       AreSurelyAlike(part, whole) && IsPositive(whole.number.value) && !IsChange(part.index) &&
                       Compare(part.number.value, whole.number.value) <= 0 && !HasAnyOf(before, kAllSigns);
    if (!meant) return false;
    const Share share{percent, part, std::nullopt, false, false};
    const Verdict verdict = Judge(share, whole);
    // "12 xã trong tổng số 18 xã, đạt 100%" may say it of each.
    const bool sharp =
        Percent(percent).value.scale > 0 &&
        HasPercentEdit(found_.document, ValueTarget(reading_.figure(percent)), part.target, whole.target);
    if (!Holds(verdict) && !sharp && !IsSlip(share, whole)) return false;
    Add(share, whole, verdict);
    return true;
  }
  return false;
}

// "111,5% kế hoạch 130 lao động", "112,3% dự toán tỉnh giao (344 tỷ đồng)", "73% tổng số 7.830 giao dịch": the whole
// that stands behind its name.
std::optional<size_t> ShareSearch::WholeBehind(const Share& share) const {
  if (share.percent + 1 >= reading_.figures().size()) return std::nullopt;
  if (reading_.figures()[share.percent + 1].sentence != reading_.figures()[share.percent].sentence) return std::nullopt;
  const std::string_view between = reading_.After(share.percent);
  if (between.size() > kLongestName || HasAnyOf(between, kPlanEnds)) return std::nullopt;
  const size_t open = between.rfind('(');
  const bool enclosed = open != std::string_view::npos && WithoutSigns(between.substr(open)).empty();
  const bool named = share.other_base && (enclosed || words_.plans_.IsIn(between));
  if (!named && !words_.wholes_behind_.Is(between)) return std::nullopt;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    const Amount& amount = amounts_[i];
    if (amount.index != share.percent + 1 || amount.side != Side::kValue || !AreAlike(amount, share.part) ||
        !IsPositive(amount.number.value))
      continue;
    // Behind the name of no plan the parentheses may hold something else.
    if (words_.plans_.IsIn(between) || !named || Holds(Judge(share, amount)) ||
        HasPercentEdit(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target, amount.target))
      return i;
  }
  return std::nullopt;
}

// The part, or of "1.206 vụ/2.085 bị cáo" both: the percentage can be of either. "346 ha/350 ha" is a ratio.
std::vector<ShareSearch::Share> ShareSearch::SharesOf(size_t index, size_t percent) const {
  std::vector<Share> shares;
  const bool other_base = NamesOtherBase(index, percent);
  for (size_t i = amounts_.size(); i-- > 0;) {
    const Amount& amount = amounts_[i];
    if (amount.index != index || !IsPositive(amount.number.value)) continue;
    if (amount.side == Side::kDenominator) return {{percent, amounts_[i - 1], amount, other_base, false}};
    if (i > 0 && IsStroke(amounts_[i - 1], amount)) {
      if (AreAlike(amounts_[i - 1], amount)) return {{percent, amounts_[i - 1], amount, other_base, false}};
      shares.push_back({percent, amounts_[i - 1], std::nullopt, other_base, false});
    }
    shares.push_back({percent, amount, std::nullopt, other_base, false});
  }
  return shares;
}

// "346.000 ha / 350.000 ha", "346 ha/kế hoạch 350 ha": between the two stand a noun and a stroke.
bool ShareSearch::IsStroke(const Amount& one, const Amount& other) const {
  if (one.side != Side::kValue || other.side != Side::kValue || other.index != one.index + 1) return false;
  const std::string_view between = reading_.Between(one.index, other.index);
  const size_t stroke = between.rfind('/');
  if (stroke == std::string_view::npos) return false;
  const std::string_view name = WithoutSigns(between.substr(stroke));
  return name.empty() || words_.plans_.Is(name);
}

// "1.418/1.612 hộ đạt 8/8 tiêu chí, bằng 88,0%": the share is that of the ratio before the one beside it.
std::optional<ShareSearch::Share> ShareSearch::EarlierRatio(const Share& share) const {
  if (share.part.index == 0 || share.part.index > share.percent) return std::nullopt;
  const size_t earlier = share.part.index - 1;
  const ReadFigure &figure = reading_.figures()[earlier], &claim = reading_.figures()[share.percent];
  if (figure.kind != FigureKind::kRatio || figure.sentence != claim.sentence || figure.depth != claim.depth)
    return std::nullopt;
  const std::vector<Share> shares = SharesOf(earlier, share.percent);
  if (shares.empty() || !shares.front().ratio) return std::nullopt;
  const Verdict verdict = Judge(shares.front(), *shares.front().ratio);
  return verdict == Verdict::kExact || verdict == Verdict::kRounded ? std::optional(shares.front()) : std::nullopt;
}

// A ratio names its whole. With the plan as whole, or said of several ratios, the percentage may be of something else.
void ShareSearch::ReadRatio(const Share& share) {
  const Verdict verdict = Judge(share, *share.ratio);
  if (!Holds(verdict)) {
    if (const std::optional<Share> earlier = EarlierRatio(share))
      return Add(*earlier, *earlier->ratio, Judge(*earlier, *earlier->ratio));
    const bool several =
        share.part.index > 0 && reading_.figures()[share.part.index - 1].kind == FigureKind::kRatio &&
        reading_.figures()[share.part.index - 1].sentence == reading_.figures()[share.percent].sentence &&
        Compare(Percent(share.percent).value, {100, 0}) == 0;
    const auto [first, second] = std::minmax(share.part.index, share.percent);
    const bool apart = reading_.Between(first, second).find(';') != std::string_view::npos;
    // "9/9 huyện đạt tỷ lệ dưới 10%" says something of each of them.
    const Qualifier hedge = Percent(share.percent).qualifier;
    const bool bound = hedge == Qualifier::kUnder || hedge == Qualifier::kMax || IsSaidOfEach(share);
    const bool some = IsSaidOfSome(share) && !IsSlip(share, *share.ratio);
    if (share.other_base || several || apart || bound || some || !IsNamedNearMiss(share) || IsRateOfChange(share))
      return found_.CountUndecided(CheckKind::kRatioPercent);
  }
  Add(share, *share.ratio, verdict);
}

// "12/21 xã đạt 100%" says something of twelve, "99,2% (5/12 trường đạt 100%)" of five; "12/66 thôn, đạt 28%" and
// "98,4% (11.910/12.104 hồ sơ)" are shares, and so is what has decimals.
bool ShareSearch::IsSaidOfSome(const Share& share) const {
  if (share.part.index < share.percent) {
    return Percent(share.percent).value.scale == 0 &&
           !HasAnyOf(reading_.Between(share.part.index, share.percent), kOpeningSigns) &&
           words_.said_of_each_.Ends(words_.fillers_.WithoutEnd(reading_.Before(share.percent)));
  }
  const std::string_view after = reading_.After(share.part.index);
  const size_t close = after.find(')');
  if (close == std::string_view::npos) return true;
  std::string_view words = WithoutSigns(after.substr(0, close));
  const std::string& unit = reading_.figure(share.part.index).unit;
  if (words.starts_with(unit)) words.remove_prefix(unit.size());
  return !WithoutSigns(words).empty();
}

// Behind a name the ratio may be of something else, unless one digit makes it hold.
bool ShareSearch::IsNamedNearMiss(const Share& share) const {
  if (!share.apart) return true;
  return Percent(share.percent).value.scale > 0 &&
         HasPercentEdit(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target,
                        share.ratio->target);
}

// Amounts before the part, nearest first, that are like it and not smaller; then those behind it that are a plan.
std::vector<size_t> ShareSearch::WholesOf(const Share& share) const {
  std::vector<size_t> wholes;
  for (size_t i = amounts_.size(); i-- > 0 && wholes.size() < kMostWholes;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index || !AreAlike(whole, share.part) || !IsPositive(whole.number.value)) continue;
    if (Compare(whole.number.value, share.part.number.value) < 0 && !share.other_base) continue;
    if (IsChange(whole.index)) continue;
    wholes.push_back(i);
  }
  for (size_t i = 0; i < amounts_.size() && share.other_base; ++i) {
    if (amounts_[i].index > share.percent && AreAlike(amounts_[i], share.part) &&
        IsPositive(amounts_[i].number.value) && words_.other_bases_.IsIn(reading_.Before(amounts_[i].index)))
      wholes.push_back(i);
  }
  return wholes;
}

// Of amounts of money some one farther off is that of which a percentage is cut off by chance.
bool ShareSearch::IsInReach(const Share& share, size_t whole) const {
  return share.part.kind != FigureKind::kMoney || reading_.figures()[amounts_[whole].index].sentence + kNearMoney >=
                                                      reading_.figures()[share.part.index].sentence;
}

// The first whole of which it is the percentage, exactly or rounded; else of which it is that cut off; else of which it
// may be as precisely as the numbers are printed.
bool ShareSearch::Verify(const Share& share, const std::vector<size_t>& wholes) {
  std::optional<std::pair<size_t, Verdict>> equal, cut_off, within;
  for (size_t i = 0; i < wholes.size() && !equal; ++i) {
    const std::pair found(wholes[i], Judge(share, amounts_[wholes[i]]));
    if (found.second == Verdict::kExact || found.second == Verdict::kRounded) equal = found;
    // Of several amounts some one is that of which "0,2%" is a cut-off share.
    const bool cut = found.second == Verdict::kTruncated && IsTelling(share.percent) && IsInReach(share, wholes[i]);
    if (cut && !cut_off) cut_off = found;
    if (found.second == Verdict::kOk && !within) within = found;
  }
  const auto& best = equal ? equal : cut_off ? cut_off : within;
  if (!best) return false;
  Add(share, amounts_[best->first], best->second);
  const bool sure = best->second == Verdict::kExact || IsTelling(share.percent);
  if (!share.other_base) verified_.push_back({best->first, share.part, share.percent, sure});
  return true;
}

// "1.480 người, trong đó 1.110 đoàn viên, chiếm 75,0%": those that are counted may have another name as a part.
bool ShareSearch::VerifyOfOtherNoun(const Share& share) {
  if (share.other_base || share.part.kind != FigureKind::kCount || !IsSharp(share.percent)) return false;
  size_t tried = 0;
  for (size_t i = amounts_.size(); i-- > 0 && tried < kOtherNouns;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index && !IsStroke(share.part, whole)) continue;
    if (whole.kind != FigureKind::kCount || AreAlike(whole, share.part)) continue;
    if (reading_.figures()[whole.index].sentence + 1 < reading_.figures()[share.part.index].sentence) break;
    if (Compare(whole.number.value, share.part.number.value) < 0 || IsChange(whole.index)) continue;
    ++tried;
    const Verdict verdict = Judge(share, whole);
    if (verdict != Verdict::kExact && verdict != Verdict::kRounded) continue;
    Add(share, whole, verdict);
    verified_.push_back({i, share.part, share.percent, true});
    return true;
  }
  return false;
}

bool ShareSearch::IsWholeBehind(const Amount& whole, const Share& share) const {
  return whole.side == Side::kValue && whole.kind == share.part.kind &&
         reading_.figures()[whole.index].sentence == reading_.figures()[share.percent].sentence &&
         words_.wholes_behind_.IsIn(LastClause(WithoutSigns(reading_.Before(whole.index))));
}

// "Tốt 1.012 em, chiếm 18,5%; Khá 2.245 em, chiếm 41,1% … trên tổng số 5.460 học sinh": the whole stands behind them
// all.
bool ShareSearch::VerifyBehind(const Share& share) {
  if (share.other_base || !IsSharp(share.percent)) return false;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    const Amount& whole = amounts_[i];
    if (whole.index <= share.percent || !IsWholeBehind(whole, share)) continue;
    const bool larger = Compare(whole.number.value, share.part.number.value) >= 0 && IsPositive(whole.number.value);
    const Verdict verdict = larger ? Judge(share, whole) : Verdict::kMismatch;
    if (verdict != Verdict::kExact && verdict != Verdict::kRounded) continue;
    Add(share, whole, verdict);
    verified_.push_back({i, share.part, share.percent, true});
    return true;
  }
  return false;
}

// Percentages that no whole gives, side by side, and a whole with one wrong digit that would give them all.
void ShareSearch::ReadSharedSlips() {
  for (size_t first = 0; first < open_.size();) {
    size_t end = first + 1;
    while (end < open_.size() && AreOfOneWhole(open_[first], open_[end])) ++end;
    const std::optional<size_t> whole = end > first + 1 ? SlippedWhole(first, end) : std::nullopt;
    if (!whole) {
      first = end;
      continue;
    }
    for (size_t i = first; i < end; ++i) {
      Add(open_[i], amounts_[*whole], Verdict::kMismatch);
      verified_.push_back({*whole, open_[i].part, open_[i].percent, false});
    }
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(first), open_.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

// Some whole gives both percentages.
bool ShareSearch::AreOfOneWhole(const Share& one, const Share& other) const {
  if (one.other_base || other.other_base || !IsSharp(one.percent) || !IsSharp(other.percent)) return false;
  if (one.part.index == other.part.index || !AreSiblings(one.part, other.part)) return false;
  if (Compare(one.part.number.value, other.part.number.value) == 0) return false;
  const auto first = Multiply(RoundedFrom(Percent(one.percent).value), Exactly(other.part.number.value)),
             second = Multiply(RoundedFrom(Percent(other.percent).value), Exactly(one.part.number.value));
  return first && second && Intersects(*first, *second);
}

// One of the nearest amounts before the shares, that is no such part itself.
std::optional<size_t> ShareSearch::SlippedWhole(size_t first, size_t end) const {
  const Amount& part = open_[first].part;
  const auto holds = [&](size_t, const Decimal& value) {
    return std::all_of(
        open_.begin() + static_cast<std::ptrdiff_t>(first), open_.begin() + static_cast<std::ptrdiff_t>(end),
        [&](const Share& share) { return RoundsTo(share.part.number.value, value, Percent(share.percent).value); });
  };
  size_t tried = 0;
  for (size_t i = amounts_.size(); i-- > 0 && tried < kNearWholes;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= part.index || !AreAlike(whole, part) || !IsPositive(whole.number.value) || IsChange(whole.index))
      continue;
    // A small number is soon one digit from another.
    const bool next = reading_.figures()[whole.index].sentence + 1 >= reading_.figures()[part.index].sentence;
    const bool telling = whole.number.value.coefficient >= kLargeNumber || (tried == 0 && next);
    const bool is_part =
        std::any_of(open_.begin(), open_.end(), [&](const Share& share) { return share.part.index == whole.index; });
    ++tried;
    if (telling && !is_part && !SmallestEdits(found_.document, {whole.target}, holds).empty()) return i;
  }
  return std::nullopt;
}

// A percentage that nothing beside it explains, and a ratio further on that gives it: "đạt 99,6%, trong đó … 449/480".
void ShareSearch::ReadDistantRatios() {
  for (size_t percent = 0; percent < reading_.figures().size(); ++percent) {
    if (reading_.figures()[percent].kind != FigureKind::kPercent || !reading_.figure(percent).value ||
        std::find(told_.begin(), told_.end(), percent) != told_.end())
      continue;
    for (size_t i = 1; i < amounts_.size(); ++i) {
      if (amounts_[i].side != Side::kDenominator || !IsPositive(amounts_[i].number.value)) continue;
      if (std::find(told_.begin(), told_.end(), amounts_[i].index) != told_.end()) continue;
      const Share share{percent, amounts_[i - 1], amounts_[i], false, false};
      const Verdict verdict = Judge(share, amounts_[i]);
      if (verdict != Verdict::kExact && verdict != Verdict::kRounded) continue;
      Add(share, amounts_[i], verdict);
      break;
    }
  }
}

bool ShareSearch::IsPair(const Amount& whole, const Amount& part) const {
  const std::string_view of_part = reading_.Before(part.index);
  const auto calls = [&](const Phrases& words) {
    size_t figure = whole.index;
    // "Kế hoạch vốn năm 2024 (kể cả năm 2023 kéo dài) là 1.284 tỷ đồng": also before years.
    while (!words.IsIn(reading_.Before(figure))) {
      if (figure == 0 || reading_.figures()[figure - 1].kind != FigureKind::kPeriod ||
          reading_.figures()[figure - 1].sentence != reading_.figures()[whole.index].sentence)
        return false;
      --figure;
    }
    return true;
  };
  return std::any_of(words_.pairs_.begin(), words_.pairs_.end(), [&](const ShareFinder::Pair& pair) {
    return calls(pair.whole) && pair.part.IsIn(of_part) && !pair.whole.IsIn(of_part);
  });
}

// "1. Xăng dầu: kiểm tra 42 vụ. 2. Vàng: xử lý 39 vụ (9,3% tổng số vụ vi phạm)": words behind the percentage name a
// whole, and the one in another item is not called so.
bool ShareSearch::IsOfAnotherItem(const Amount& whole, const Share& share) const {
  const ReadFigure &of_whole = reading_.figures()[whole.index], &of_part = reading_.figures()[share.part.index];
  const bool apart = of_whole.item != of_part.item && of_whole.level >= of_part.level;
  return apart && !WithoutSigns(FirstClause(reading_.After(share.percent))).empty() && !IsNamedBehind(whole, share);
}

// "…, trong đó": of the amounts between the whole and the lead none is like the part.
bool ShareSearch::LeadsToPart(const Amount& whole, const Amount& part) const {
  const ReadFigure& from = reading_.figures()[whole.index];
  const ReadFigure& to = reading_.figures()[part.index];
  if (to.sentence > from.sentence + 1) return false;
  for (size_t i = whole.index; i < part.index; ++i) {
    const bool enclosed = reading_.figures()[i].depth > std::max(from.depth, to.depth);
    if (i > whole.index && reading_.figures()[i].kind != FigureKind::kPercent && !enclosed) return false;
    if (words_.part_leads_.IsIn(reading_.After(i))) return true;
  }
  return false;
}

// One edit of a digit makes it hold: with a percentage of two decimals that is no chance.
bool ShareSearch::IsNearMiss(const Share& share, const Amount& whole) const {
  const bool near = reading_.figures()[whole.index].sentence + 1 >= reading_.figures()[share.part.index].sentence;
  return near && Percent(share.percent).value.scale >= kSharpDecimals && AreSurelyAlike(whole, share.part) &&
         HasPercentEdit(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target, whole.target);
}

// "thiếu đất: 412 hộ (34,7%); thiếu vốn: 521 hộ (43,9%)": one item of a list is not the whole of the next.
bool ShareSearch::IsShareItself(const Amount& whole, const Share& share) const {
  const auto is_its = [&](const Share& other) { return other.part.index == whole.index; };
  return std::any_of(open_.begin(), open_.end(), is_its) &&
         reading_.After(whole.index).find(':') == std::string_view::npos &&
         reading_.Before(whole.index).find(':') != std::string_view::npos &&
         reading_.Before(share.part.index).find(':') != std::string_view::npos;
}

// The amount directly before the part, smaller than it, when one digit would make it the whole.
std::optional<size_t> ShareSearch::SmallerWhole(const Share& share) const {
  for (size_t i = amounts_.size(); i-- > 0;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index || !AreSurelyAlike(whole, share.part) || IsChange(whole.index)) continue;
    const bool near = reading_.figures()[whole.index].sentence == reading_.figures()[share.part.index].sentence;
    const bool smaller = Compare(whole.number.value, share.part.number.value) < 0;
    const bool meant = near && smaller && IsPositive(whole.number.value) && !IsShareItself(whole, share);
    return meant && IsNearMiss(share, whole) ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

bool ShareSearch::HasSureSibling(const Share& share, size_t whole) const {
  return std::any_of(verified_.begin(), verified_.end(), [&](const Sibling& other) {
    return other.whole == whole && other.sure && AreSiblings(other.part, share.part);
  });
}

// "412 trường hợp, đã làm 679 trường hợp (92,0%), còn 33 trường hợp (8,0%)": a whole of which the others are shares, or
// that words belong to, is smaller than the part, and one digit mends it.
std::optional<size_t> ShareSearch::OvertakenWhole(const Share& share, bool of_siblings) const {
  if (!IsSharp(share.percent)) return std::nullopt;
  for (size_t i = amounts_.size(); i-- > 0;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index || !AreSurelyAlike(whole, share.part) || !IsPositive(whole.number.value) ||
        IsChange(whole.index) || Compare(whole.number.value, share.part.number.value) >= 0)
      continue;
    const bool near = reading_.figures()[whole.index].sentence + 1 >= reading_.figures()[share.part.index].sentence;
    const bool named =
        of_siblings ? HasSureSibling(share, i) : near && (IsPair(whole, share.part) || LeadsToPart(whole, share.part));
    if (named &&
        HasPercentEdit(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target, whole.target))
      return i;
  }
  return std::nullopt;
}

// What another amount beside it leaves is the part, or the words behind the percentage name the whole; and one digit
// mends it: "618 cơ sở, đạt 574 cơ sở (29,9%), không đạt 44 cơ sở", "Tổng chi 1.042 tỷ đồng … chiếm 25,7% tổng chi".
std::optional<size_t> ShareSearch::CertainWhole(const Share& share, const std::vector<size_t>& wholes) const {
  if (Percent(share.percent).value.scale == 0) return std::nullopt;  // "3 dự án đạt 0%": it may be said of each
  for (const size_t whole : wholes) {
    if (((!share.other_base && LeavesPart(amounts_[whole], share.part)) || IsNamedBehind(amounts_[whole], share)) &&
        HasPercentEdit(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target,
                       amounts_[whole].target))
      return whole;
  }
  // "1.486 hộ nghèo, tỷ lệ 9,11%, trên tổng số 24.318 hộ".
  for (size_t i = 0; i < amounts_.size() && !share.other_base; ++i) {
    const Amount& whole = amounts_[i];
    if (whole.index == share.percent + 1 && IsWholeBehind(whole, share) && AreSurelyAlike(whole, share.part) &&
        IsPositive(whole.number.value) &&
        HasPercentEdit(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target, whole.target))
      return i;
  }
  return std::nullopt;
}

bool ShareSearch::LeavesPart(const Amount& whole, const Amount& part) const {
  if (!AreSurelyAlike(whole, part)) return false;
  const std::optional<Decimal> rest = Subtract(whole.number.value, part.number.value);
  return rest && IsPositive(*rest) && std::any_of(amounts_.begin(), amounts_.end(), [&](const Amount& other) {
           return other.index > part.index && other.side == Side::kValue && AreSurelyAlike(other, part) &&
                  reading_.figures()[other.index].sentence == reading_.figures()[part.index].sentence &&
                  Compare(other.number.value, *rest) == 0 && !IsChange(other.index);
         });
}

// "chiếm 25,7% tổng chi": so the words before the whole call it.
bool ShareSearch::IsNamedBehind(const Amount& whole, const Share& share) const {
  if (whole.index >= share.part.index) return false;
  const std::string_view base = WithoutSigns(FirstClause(reading_.After(share.percent)));
  const std::string_view before = reading_.Before(whole.index), behind = FirstClause(reading_.After(whole.index));
  const std::array names = {base, words_.other_bases_.WithoutBeginning(base)};
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return WordCount(name) >= kFewestWordsOfName && (StandIn(name, before) || StandIn(name, behind));
  });
}

// "1.480 người, trong đó 4.110 đoàn viên, chiếm 75,0%": the part right behind the whole is said to be a share of it.
std::optional<size_t> ShareSearch::WholeOfOtherNoun(const Share& share) const {
  if (share.part.kind != FigureKind::kCount || !IsSaidToBeShare(share.percent) || !IsSharp(share.percent))
    return std::nullopt;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    const Amount& whole = amounts_[i];
    if (whole.index + 1 != share.part.index || whole.side != Side::kValue) continue;
    const bool meant = whole.kind == FigureKind::kCount && IsPositive(whole.number.value) && !IsChange(whole.index) &&
                       !AreAlike(whole, share.part) && LeadsToPart(whole, share.part);
    if (meant &&
        HasPercentEdit(found_.document, ValueTarget(reading_.figure(share.percent)), share.part.target, whole.target))
      return i;
  }
  return std::nullopt;
}

// Parts of one split: in one sentence, or of one counted noun.
bool ShareSearch::AreSiblings(const Amount& one, const Amount& other) const {
  if (!AreAlike(one, other)) return false;
  if (reading_.figures()[one.index].sentence == reading_.figures()[other.index].sentence) return true;
  return one.kind == FigureKind::kCount && AreSurelyAlike(one, other);
}

// Siblings are shares of it, and not fewer than those of which it is not the whole: that one of a list fits may be
// chance. Of amounts that each have a sentence of their own, several have to be, and all are said to be shares:
// "chiếm".
bool ShareSearch::IsCommonWhole(const Share& share, size_t whole) const {
  std::ptrdiff_t near = 0, far = 0, missing = 0;
  for (const Sibling& other : verified_) {
    if (other.whole != whole || !other.sure) continue;
    if (AreSiblings(other.part, share.part))
      ++near;
    else if (AreAlike(other.part, share.part) && IsGivenAsShare(other.percent))
      ++far;
  }
  for (const Share& other : open_) {
    if (other.part.index == amounts_[whole].index) return false;
    if (!other.other_base && other.part.index > amounts_[whole].index && AreSiblings(other.part, share.part)) ++missing;
  }
  const bool several = far >= kFewestFar && IsGivenAsShare(share.percent);
  return (near > 0 || several) && kMissingPerSure * (near + far) >= missing;
}

// Between the nearest whole, or the beginning of the sentence, and what follows the percentage.
bool ShareSearch::TalksOfPlans(const Share& share, const std::vector<size_t>& wholes) const {
  size_t first = share.part.index;
  while (first > 0 && reading_.figures()[first - 1].sentence == reading_.figures()[share.part.index].sentence) --first;
  if (!wholes.empty()) first = std::min(first, amounts_[wholes.front()].index);
  const std::string_view before = reading_.Before(first);
  return words_.plans_.IsIn(before) || words_.plans_.IsIn(reading_.Between(first, share.percent)) ||
         words_.plans_.IsIn(reading_.After(share.percent));
}

// "01 xã đạt dưới 15%" says something of each commune; "01 xã, chiếm trên 15%" is a share.
bool ShareSearch::IsSaidOfEach(const Share& share) const {
  if (share.part.kind != FigureKind::kCount) return false;
  const Qualifier hedge = Percent(share.percent).qualifier;
  const bool bound =
      hedge == Qualifier::kUnder || hedge == Qualifier::kMax || hedge == Qualifier::kOver || hedge == Qualifier::kMin;
  return bound && words_.said_of_each_.Ends(words_.fillers_.WithoutEnd(reading_.Before(share.percent)));
}

// "trong đó 12 trường mầm non đạt 80%": what is reached may be of a plan or of each, unless one digit of the percentage
// makes it a share, or the parts beside it that are shares leave just this one.
bool ShareSearch::MayBeOf(const Share& share, const Amount& whole) const {
  if (!words_.reached_.Ends(words_.fillers_.WithoutEnd(reading_.Before(share.percent)))) return true;
  std::optional<Decimal> sum = share.part.number.value;
  for (const Sibling& other : verified_) {
    if (sum && other.sure && amounts_[other.whole].index == whole.index && AreSiblings(other.part, share.part))
      sum = soat::Add(*sum, other.part.number.value);
  }
  if (sum && Compare(*sum, whole.number.value) == 0) return true;
  return IsSlip(share, whole);
}

// One digit of the percentage makes it hold.
bool ShareSearch::IsSlip(const Share& share, const Amount& whole) const {
  const auto holds = [&](size_t, const Decimal& value) {
    const Verdict verdict = JudgePercent(share.part.number, whole.number, {value, {}, Qualifier::kNone});
    return verdict == Verdict::kExact || verdict == Verdict::kRounded;
  };
  return !SmallestEdits(found_.document, {ValueTarget(reading_.figure(share.percent))}, holds).empty();
}

// "4.218 hồ sơ (kỳ trước chuyển qua 214, trực tuyến 3.105, chiếm 77,55%)": the whole without one of its other parts.
bool ShareSearch::IsOfRemainder(const Share& share, const Amount& whole) const {
  const ReadFigure& place = reading_.figures()[share.part.index];
  return std::any_of(amounts_.begin(), amounts_.end(), [&](const Amount& other) {
    if (other.index <= whole.index || other.index == share.part.index || !AreAlike(other, share.part)) return false;
    const uint32_t sentence = reading_.figures()[other.index].sentence;
    const bool beside = sentence == place.sentence || sentence == reading_.figures()[whole.index].sentence;
    if (!beside || IsChange(other.index)) return false;
    const std::optional<Decimal> rest = Subtract(whole.number.value, other.number.value);
    if (!rest || Compare(*rest, share.part.number.value) < 0 || !IsPositive(*rest)) return false;
    const Verdict verdict = JudgePercent(share.part.number, {*rest, {}, Qualifier::kNone}, Percent(share.percent));
    return verdict == Verdict::kExact || verdict == Verdict::kRounded;
  });
}

// "giảm 9 vụ (58/67 vụ = -13,4%)": by how much the number of now is less than the earlier one.
bool ShareSearch::IsRateOfChange(const Share& share) const {
  const Decimal &now = share.part.number.value, &earlier = share.ratio->number.value;
  const std::optional<Decimal> difference = Compare(now, earlier) > 0 ? Subtract(now, earlier) : Subtract(earlier, now);
  if (!difference) return false;
  const Printed change{*difference, std::nullopt, Qualifier::kNone};
  return Holds(JudgePercent(change, share.ratio->number, Percent(share.percent)));
}

// The whole that the text names for a percentage that no whole gives. More than all of it is of something else.
std::optional<size_t> ShareSearch::NamedWhole(const Share& share, const std::vector<size_t>& wholes) const {
  if (Compare(Percent(share.percent).value, {100, 0}) > 0) return std::nullopt;
  for (const size_t whole : wholes) {
    if (IsCommonWhole(share, whole) && MayBeOf(share, amounts_[whole]) && !IsOfAnotherItem(amounts_[whole], share))
      return whole;
  }
  for (const size_t whole : WholesOfSiblings(share)) {
    if (IsCommonWhole(share, whole) && MayBeOf(share, amounts_[whole])) return whole;
  }
  if (const std::optional<size_t> overtaken = OvertakenWhole(share, true)) return overtaken;
  if (const std::optional<size_t> certain = CertainWhole(share, wholes)) return certain;
  const bool plans = !IsSaidToBeShare(share.percent) && TalksOfPlans(share, wholes);
  if (const std::optional<size_t> smaller = plans ? std::nullopt : SmallerWhole(share)) return smaller;
  if (const std::optional<size_t> overtaken = plans ? std::nullopt : OvertakenWhole(share, false)) return overtaken;
  if (const std::optional<size_t> other = plans ? std::nullopt : WholeOfOtherNoun(share)) return other;
  if (wholes.empty()) return std::nullopt;
  const size_t near = NearestWhole(share, wholes);
  const Amount& nearest = amounts_[near];
  if (IsPair(nearest, share.part) && !IsOfAnotherItem(nearest, share)) return near;
  if (plans) return std::nullopt;
  if (LeadsToPart(nearest, share.part) && MayBeOf(share, nearest)) return near;
  for (size_t i = 0; i < std::min(wholes.size(), kNearWholes); ++i) {
    if (!IsShareItself(amounts_[wholes[i]], share) && IsNearMiss(share, amounts_[wholes[i]])) return wholes[i];
  }
  return std::nullopt;
}

// Wholes with another noun than the part, or behind it, of which several beside it are shares: of one that may be
// chance.
std::vector<size_t> ShareSearch::WholesOfSiblings(const Share& share) const {
  std::vector<size_t> wholes;
  if (Percent(share.percent).value.scale == 0) return wholes;
  for (const Sibling& other : verified_) {
    const Amount& whole = amounts_[other.whole];
    const bool behind = whole.index > share.percent && IsWholeBehind(whole, share);
    if (!behind && (whole.index >= share.part.index || AreAlike(whole, share.part))) continue;
    if (Compare(whole.number.value, share.part.number.value) < 0) continue;
    const auto shares = std::count_if(verified_.begin(), verified_.end(), [&](const Sibling& one) {
      return one.whole == other.whole && one.sure && AreSiblings(one.part, share.part);
    });
    if (shares >= kFewestFar && std::find(wholes.begin(), wholes.end(), other.whole) == wholes.end())
      wholes.push_back(other.whole);
  }
  return wholes;
}

// "128.640 lượt, đạt 107% kế hoạch (120.000 lượt); trong đó …": what parentheses hold is beside the point.
size_t ShareSearch::NearestWhole(const Share& share, const std::vector<size_t>& wholes) const {
  const uint32_t depth = reading_.figures()[share.part.index].depth;
  const auto outside = std::find_if(wholes.begin(), wholes.end(), [&](size_t whole) {
    return reading_.figures()[amounts_[whole].index].depth <= depth;
  });
  return outside == wholes.end() ? wholes.front() : *outside;
}

void ShareSearch::Settle(const Share& share) {
  const std::vector<size_t> wholes = WholesOf(share);
  const std::optional<size_t> named = IsSaidOfEach(share) ? std::nullopt
                                      : share.other_base  ? CertainWhole(share, wholes)
                                                          : NamedWhole(share, wholes);
  if (!named || IsOfRemainder(share, amounts_[*named])) return found_.CountUndecided(CheckKind::kRatioPercent);
  Add(share, amounts_[*named], Verdict::kMismatch);
  verified_.push_back({*named, share.part, share.percent, false});
}

// Shares of one whole that follow each other and add up to 100% are all of it, so that the parts add up to the whole.
void ShareSearch::ReadSplits() {
  std::sort(verified_.begin(), verified_.end(),
            [](const Sibling& a, const Sibling& b) { return a.percent < b.percent; });
  for (size_t first = 0; first < verified_.size();) {
    size_t end = first + 1;
    while (end < verified_.size() && verified_[end].whole == verified_[first].whole &&
           AreAlike(verified_[end].part, verified_[first].part) &&
           verified_[end].part.index != verified_[end - 1].part.index)
      ++end;
    ReadSplit(first, end);
    first = end;
  }
}

// "… quá hạn 13 hồ sơ, chiếm 0,2%": what the shares that were verified leave of the whole stands beside them.
bool ShareSearch::HasMissingPart(const Amount& whole, size_t first, size_t end) const {
  std::optional<Decimal> rest = whole.number.value;
  for (size_t i = first; i < end && rest; ++i) rest = Subtract(*rest, verified_[i].part.number.value);
  const Amount& last = verified_[end - 1].part;
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
    const Printed percent = Percent(verified_[i].percent);
    hedged = hedged || percent.qualifier != Qualifier::kNone;
    if (shares) shares = soat::Add(*shares, RoundedFrom(percent.value));
    parts.push_back(verified_[i].part.number);
    list.values.push_back(ValueOf(verified_[i].part));
  }
  if (!shares || !Contains(*shares, {100, 0})) return;
  const Amount& whole = amounts_[verified_[first].whole];
  Relation relation;
  relation.check = CheckKind::kPartWholeSum;
  relation.rule = words_.rule_;
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

void ShareSearch::Add(const Share& share, const Amount& whole, Verdict verdict) {
  told_.insert(told_.end(), {share.percent, share.part.index});
  const ReadFigure& claim = reading_.figures()[share.percent];
  const Printed percent = Percent(share.percent);
  Relation relation;
  relation.check = CheckKind::kRatioPercent;
  relation.verdict = verdict;
  relation.rule = words_.rule_;
  const Span stated = reading_.figure(share.percent).span;
  relation.span = {std::min({share.part.target.span.begin, whole.target.span.begin, stated.begin}),
                   std::max({share.part.target.span.end, whole.target.span.end, stated.end})};
  relation.stated = percent.value;
  relation.expected = PercentOf(share.part.number.value, whole.number.value, percent.value.scale + kExtraDigits);
  if (verdict == Verdict::kTruncated && percent.qualifier == Qualifier::kNone) relation.severity = Severity::kNote;
  if (verdict == Verdict::kMismatch) relation.severity = share.ratio ? words_.severity_ : Severity::kWarning;
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
  if (!amounts.empty() && reading.Has(FigureKind::kPercent)) ShareSearch(*this, reading, amounts, found).Run();
}

}  // namespace soat
