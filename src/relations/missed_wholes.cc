#include "relations/missed_wholes.h"

#include <algorithm>
#include <array>

#include "relations/words_in.h"
#include "text/phrases.h"

namespace soat {
namespace {

constexpr std::ptrdiff_t kFewestFar = 2;       // shares of one whole in other sentences that name it
constexpr std::ptrdiff_t kMissingPerSure = 2;  // more that do not hold show that one holds by chance
constexpr size_t kNearWholes = 2;              // amounts before a part that one digit may have missed
constexpr Int128 kLargeNumber = 1000;          // that is one digit from another one by chance seldom enough
constexpr int kSharpDecimals = 2;              // of a percentage that few other numbers give
constexpr size_t kFewestWordsOfName = 2;       // of a whole, behind the percentage and beside its number

}  // namespace

std::optional<size_t> MissedWholes::Choose(const Share& share, const std::vector<size_t>& candidates) const {
  if (reader_.IsSaidOfEach(share)) return std::nullopt;
  const std::optional<size_t> whole =
      share.other_base ? CertainWhole(share, candidates) : NamedWhole(share, candidates);
  return whole && !IsOfRemainder(share, amounts_[*whole]) ? whole : std::nullopt;
}

// The whole that the text names for a percentage that no whole gives. More than all of it is of something else.
std::optional<size_t> MissedWholes::NamedWhole(const Share& share, const std::vector<size_t>& candidates) const {
  if (Compare(reader_.Percent(share.percent).value, {100, 0}) > 0) return std::nullopt;
  if (const std::optional<size_t> common = CommonWhole(share, candidates)) return common;
  if (const std::optional<size_t> overtaken = OvertakenWhole(share, true)) return overtaken;
  if (const std::optional<size_t> certain = CertainWhole(share, candidates)) return certain;
  const bool plans = !reader_.IsSaidToBeShare(share.percent) && TalksOfPlans(share, candidates);
  if (const std::optional<size_t> smaller = plans ? std::nullopt : SmallerWhole(share)) return smaller;
  if (const std::optional<size_t> overtaken = plans ? std::nullopt : OvertakenWhole(share, false)) return overtaken;
  if (const std::optional<size_t> other = plans ? std::nullopt : WholeOfOtherNoun(share)) return other;
  if (candidates.empty()) return std::nullopt;
  const size_t near = NearestWhole(share, candidates);
  const Amount& nearest = amounts_[near];
  if (IsPair(nearest, share.part) && !IsOfAnotherItem(nearest, share)) return near;
  if (plans) return std::nullopt;
  if (LeadsToPart(nearest, share.part) && MayBeOf(share, nearest)) return near;
  for (size_t i = 0; i < std::min(candidates.size(), kNearWholes); ++i) {
    if (!IsShareItself(amounts_[candidates[i]], share) && IsNearMiss(share, amounts_[candidates[i]]))
      return candidates[i];
  }
  return std::nullopt;
}

// The whole of which the shares beside it are shares.
std::optional<size_t> MissedWholes::CommonWhole(const Share& share, const std::vector<size_t>& candidates) const {
  const auto is_common = [&](size_t whole) {
    return IsCommonWhole(share, whole) && MayBeOf(share, amounts_[whole]) && !IsOfAnotherItem(amounts_[whole], share);
  };
  const auto common = std::find_if(candidates.begin(), candidates.end(), is_common);
  if (common != candidates.end()) return *common;
  const std::vector<size_t> others = WholesOfSiblings(share);
  const auto other = std::find_if(others.begin(), others.end(), is_common);
  return other == others.end() ? std::nullopt : std::optional(*other);
}

// Parts of one split: in one sentence, or of one counted noun.
bool MissedWholes::AreSiblings(const Amount& one, const Amount& other) const {
  if (!AreAlike(one, other)) return false;
  if (reading_.figures()[one.index].sentence == reading_.figures()[other.index].sentence) return true;
  return one.kind == FigureKind::kCount && AreSurelyAlike(one, other);
}

// Siblings are shares of it, and not fewer than those of which it is not the whole: that one of a list fits may be
// chance. Of amounts that each have a sentence of their own, several have to be, and all are said to be shares:
// "chiếm".
bool MissedWholes::IsCommonWhole(const Share& share, size_t whole) const {
  std::ptrdiff_t near = 0, far = 0, missing = 0;
  for (const SettledShare& other : settled_) {
    if (other.whole != whole || !other.sure) continue;
    if (AreSiblings(other.part, share.part))
      ++near;
    else if (AreAlike(other.part, share.part) && reader_.IsGivenAsShare(other.percent))
      ++far;
  }
  for (const Share& other : open_) {
    if (other.part.index == amounts_[whole].index) return false;
    if (!other.other_base && other.part.index > amounts_[whole].index && AreSiblings(other.part, share.part)) ++missing;
  }
  const bool several = far >= kFewestFar && reader_.IsGivenAsShare(share.percent);
  return (near > 0 || several) && kMissingPerSure * (near + far) >= missing;
}

// Wholes with another noun than the part, or behind it, of which several beside it are shares: of one that may be
// chance.
std::vector<size_t> MissedWholes::WholesOfSiblings(const Share& share) const {
  std::vector<size_t> wholes;
  if (reader_.Percent(share.percent).value.scale == 0) return wholes;
  for (const SettledShare& other : settled_) {
    const Amount& whole = amounts_[other.whole];
    const bool behind = whole.index > share.percent && wholes_.IsWholeBehind(whole, share);
    if (!behind && (whole.index >= share.part.index || AreAlike(whole, share.part))) continue;
    if (Compare(whole.number.value, share.part.number.value) < 0) continue;
    const auto shares = std::count_if(settled_.begin(), settled_.end(), [&](const SettledShare& one) {
      return one.whole == other.whole && one.sure && AreSiblings(one.part, share.part);
    });
    if (shares >= kFewestFar && std::find(wholes.begin(), wholes.end(), other.whole) == wholes.end())
      wholes.push_back(other.whole);
  }
  return wholes;
}

bool MissedWholes::HasSureSibling(const Share& share, size_t whole) const {
  return std::any_of(settled_.begin(), settled_.end(), [&](const SettledShare& other) {
    return other.whole == whole && other.sure && AreSiblings(other.part, share.part);
  });
}

// "128.640 lượt, đạt 107% kế hoạch (120.000 lượt); trong đó …": what parentheses hold is beside the point.
size_t MissedWholes::NearestWhole(const Share& share, const std::vector<size_t>& wholes) const {
  const uint32_t depth = reading_.figures()[share.part.index].depth;
  const auto outside = std::find_if(wholes.begin(), wholes.end(), [&](size_t whole) {
    return reading_.figures()[amounts_[whole].index].depth <= depth;
  });
  return outside == wholes.end() ? wholes.front() : *outside;
}

// "412 trường hợp, đã làm 679 trường hợp (92,0%), còn 33 trường hợp (8,0%)": a whole of which the others are shares, or
// that words belong to, is smaller than the part, and one digit mends it.
std::optional<size_t> MissedWholes::OvertakenWhole(const Share& share, bool of_siblings) const {
  if (!reader_.IsSharp(share.percent)) return std::nullopt;
  for (size_t i = amounts_.size(); i-- > 0;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index || !AreSurelyAlike(whole, share.part) || !IsPositive(whole.number.value) ||
        reader_.IsChange(whole.index) || Compare(whole.number.value, share.part.number.value) >= 0)
      continue;
    const bool near = IsNextTo(whole, share.part);
    const bool named =
        of_siblings ? HasSureSibling(share, i) : near && (IsPair(whole, share.part) || LeadsToPart(whole, share.part));
    if (named && reader_.HasEdit(share, whole)) return i;
  }
  return std::nullopt;
}

// The amount directly before the part, smaller than it, when one digit would make it the whole.
std::optional<size_t> MissedWholes::SmallerWhole(const Share& share) const {
  for (size_t i = amounts_.size(); i-- > 0;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index || !AreSurelyAlike(whole, share.part) || reader_.IsChange(whole.index))
      continue;
    const bool near = reading_.figures()[whole.index].sentence == reading_.figures()[share.part.index].sentence;
    const bool smaller = Compare(whole.number.value, share.part.number.value) < 0;
    const bool meant = near && smaller && IsPositive(whole.number.value) && !IsShareItself(whole, share);
    return meant && IsNearMiss(share, whole) ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

// What another amount beside it leaves is the part, or the words behind the percentage name the whole; and one digit
// mends it: "618 cơ sở, đạt 574 cơ sở (29,9%), không đạt 44 cơ sở", "Tổng chi 1.042 tỷ đồng … chiếm 25,7% tổng chi".
std::optional<size_t> MissedWholes::CertainWhole(const Share& share, const std::vector<size_t>& wholes) const {
  if (reader_.Percent(share.percent).value.scale == 0) return std::nullopt;  // "3 dự án đạt 0%": it may be said of each
  for (const size_t whole : wholes) {
    if (((!share.other_base && LeavesPart(amounts_[whole], share.part)) || IsNamedBehind(amounts_[whole], share)) &&
        reader_.HasEdit(share, amounts_[whole]))
      return whole;
  }
  // "1.486 hộ nghèo, tỷ lệ 9,11%, trên tổng số 24.318 hộ".
  for (size_t i = 0; i < amounts_.size() && !share.other_base; ++i) {
    const Amount& whole = amounts_[i];
    if (whole.index == share.percent + 1 && wholes_.IsWholeBehind(whole, share) && AreSurelyAlike(whole, share.part) &&
        IsPositive(whole.number.value) && reader_.HasEdit(share, whole))
      return i;
  }
  return std::nullopt;
}

bool MissedWholes::LeavesPart(const Amount& whole, const Amount& part) const {
  if (!AreSurelyAlike(whole, part)) return false;
  const std::optional<Decimal> rest = Subtract(whole.number.value, part.number.value);
  if (rest && IsPositive(*rest) && LeavesSeveral(*rest, part)) return true;
  return rest && IsPositive(*rest) && std::any_of(amounts_.begin(), amounts_.end(), [&](const Amount& other) {
           return other.index > part.index && other.side == Amount::Side::kValue && AreSurelyAlike(other, part) &&
                  reading_.figures()[other.index].sentence == reading_.figures()[part.index].sentence &&
                  Compare(other.number.value, *rest) == 0 && !reader_.IsChange(other.index);
         });
}

// "214 vụ, thành 189 vụ (83,8%), không thành 21 vụ, đang hòa giải 4 vụ": what follows in the sentence is all of the
// rest.
bool MissedWholes::LeavesSeveral(const Decimal& rest, const Amount& part) const {
  std::optional<Decimal> sum = Decimal{};
  for (const Amount& other : amounts_) {
    if (other.index <= part.index) continue;
    if (reader_.place(other).sentence != reader_.place(part).sentence || !sum) return false;
    if (other.side != Amount::Side::kValue || !AreSurelyAlike(other, part) || reader_.IsChange(other.index)) continue;
    sum = Add(*sum, other.number.value);
    if (sum && Compare(*sum, rest) == 0) return true;
  }
  return false;
}

// "chiếm 25,7% tổng chi": so the words before the whole call it.
bool MissedWholes::IsNamedBehind(const Amount& whole, const Share& share) const {
  if (whole.index >= share.part.index) return false;
  const std::string_view base = WithoutSigns(FirstClause(reading_.After(share.percent)));
  const std::string_view before = reading_.Before(whole.index), behind = FirstClause(reading_.After(whole.index));
  const std::array names = {base, words_.other_bases.WithoutBeginning(base)};
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return WordCount(name) >= kFewestWordsOfName && (StandIn(name, before) || StandIn(name, behind));
  });
}

// "1.480 người, trong đó 4.110 đoàn viên, chiếm 75,0%": the part right behind the whole is said to be a share of it.
std::optional<size_t> MissedWholes::WholeOfOtherNoun(const Share& share) const {
  if (share.part.kind != FigureKind::kCount || !reader_.IsSaidToBeShare(share.percent) ||
      !reader_.IsSharp(share.percent))
    return std::nullopt;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    const Amount& whole = amounts_[i];
    if (whole.index + 1 != share.part.index || whole.side != Amount::Side::kValue) continue;
    const bool meant = whole.kind == FigureKind::kCount && IsPositive(whole.number.value) &&
                       !reader_.IsChange(whole.index) && !AreAlike(whole, share.part) && LeadsToPart(whole, share.part);
    if (meant && reader_.HasEdit(share, whole)) return i;
  }
  return std::nullopt;
}

bool MissedWholes::IsPair(const Amount& whole, const Amount& part) const {
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
  return std::any_of(words_.pairs.begin(), words_.pairs.end(), [&](const ShareWords::Pair& pair) {
    return calls(pair.whole) && pair.part.IsIn(of_part) && !pair.whole.IsIn(of_part);
  });
}

// "1. Xăng dầu: kiểm tra 42 vụ. 2. Vàng: xử lý 39 vụ (9,3% tổng số vụ vi phạm)": words behind the percentage name a
// whole, and the one in another item is not called so.
bool MissedWholes::IsOfAnotherItem(const Amount& whole, const Share& share) const {
  const ReadFigure &of_whole = reading_.figures()[whole.index], &of_part = reading_.figures()[share.part.index];
  const bool apart = of_whole.item != of_part.item && of_whole.level >= of_part.level;
  return apart && !WithoutSigns(FirstClause(reading_.After(share.percent))).empty() && !IsNamedBehind(whole, share);
}

// "…, trong đó": of the amounts between the whole and the lead none is like the part.
bool MissedWholes::LeadsToPart(const Amount& whole, const Amount& part) const {
  const ReadFigure& from = reading_.figures()[whole.index];
  const ReadFigure& to = reading_.figures()[part.index];
  if (to.sentence > from.sentence + 1) return false;
  for (size_t i = whole.index; i < part.index; ++i) {
    const bool enclosed = reading_.figures()[i].depth > std::max(from.depth, to.depth);
    if (i > whole.index && reading_.figures()[i].kind != FigureKind::kPercent && !enclosed) return false;
    if (words_.part_leads.IsIn(reading_.After(i))) return true;
  }
  return false;
}

// "thiếu đất: 412 hộ (34,7%); thiếu vốn: 521 hộ (43,9%)": one item of a list is not the whole of the next.
bool MissedWholes::IsShareItself(const Amount& whole, const Share& share) const {
  const auto is_its = [&](const Share& other) { return other.part.index == whole.index; };
  return std::any_of(open_.begin(), open_.end(), is_its) &&
         reading_.After(whole.index).find(':') == std::string_view::npos &&
         reading_.Before(whole.index).find(':') != std::string_view::npos &&
         reading_.Before(share.part.index).find(':') != std::string_view::npos;
}

// One edit of a digit makes it hold: with a percentage of two decimals that is no chance.
bool MissedWholes::IsNearMiss(const Share& share, const Amount& whole) const {
  const bool near = IsNextTo(whole, share.part);
  return near && reader_.Percent(share.percent).value.scale >= kSharpDecimals && AreSurelyAlike(whole, share.part) &&
         reader_.HasEdit(share, whole);
}

// "trong đó 12 trường mầm non đạt 80%": what is reached may be of a plan or of each, unless one digit of the percentage
// makes it a share, or the parts beside it that are shares leave just this one.
bool MissedWholes::MayBeOf(const Share& share, const Amount& whole) const {
  if (!words_.reached.Ends(words_.fillers.WithoutEnd(reading_.Before(share.percent)))) return true;
  std::optional<Decimal> sum = share.part.number.value;
  for (const SettledShare& other : settled_) {
    if (sum && other.sure && amounts_[other.whole].index == whole.index && AreSiblings(other.part, share.part))
      sum = soat::Add(*sum, other.part.number.value);
  }
  if (sum && Compare(*sum, whole.number.value) == 0) return true;
  return reader_.IsSlip(share, whole);
}

// "4.218 hồ sơ (kỳ trước chuyển qua 214, trực tuyến 3.105, chiếm 77,55%)": the whole without one of its other parts.
bool MissedWholes::IsOfRemainder(const Share& share, const Amount& whole) const {
  const ReadFigure& place = reading_.figures()[share.part.index];
  return std::any_of(amounts_.begin(), amounts_.end(), [&](const Amount& other) {
    if (other.index <= whole.index || other.index == share.part.index || !AreAlike(other, share.part)) return false;
    const uint32_t sentence = reading_.figures()[other.index].sentence;
    const bool beside = sentence == place.sentence || sentence == reading_.figures()[whole.index].sentence;
    if (!beside || reader_.IsChange(other.index)) return false;
    const std::optional<Decimal> rest = Subtract(whole.number.value, other.number.value);
    if (!rest || Compare(*rest, share.part.number.value) < 0 || !IsPositive(*rest)) return false;
    const Verdict verdict =
        JudgePercent(share.part.number, {*rest, {}, Qualifier::kNone}, reader_.Percent(share.percent));
    return verdict == Verdict::kExact || verdict == Verdict::kRounded;
  });
}

// Between the nearest whole, or the beginning of the sentence, and what follows the percentage.
bool MissedWholes::TalksOfPlans(const Share& share, const std::vector<size_t>& wholes) const {
  size_t first = share.part.index;
  while (first > 0 && reading_.figures()[first - 1].sentence == reading_.figures()[share.part.index].sentence) --first;
  if (!wholes.empty()) first = std::min(first, amounts_[wholes.front()].index);
  const std::string_view before = reading_.Before(first);
  return words_.plans.IsIn(before) || words_.plans.IsIn(reading_.Between(first, share.percent)) ||
         words_.plans.IsIn(reading_.After(share.percent));
}

// Some whole gives both percentages.
bool MissedWholes::AreOfOneWhole(const Share& one, const Share& other) const {
  if (one.other_base || other.other_base || !reader_.IsSharp(one.percent) || !reader_.IsSharp(other.percent))
    return false;
  if (one.part.index == other.part.index || !AreSiblings(one.part, other.part)) return false;
  if (Compare(one.part.number.value, other.part.number.value) == 0) return false;
  const auto first = Multiply(RoundedFrom(reader_.Percent(one.percent).value), Exactly(other.part.number.value)),
             second = Multiply(RoundedFrom(reader_.Percent(other.percent).value), Exactly(one.part.number.value));
  return first && second && Intersects(*first, *second);
}

// One of the nearest amounts before the shares, that is no such part itself.
std::optional<size_t> MissedWholes::SlippedWhole(size_t first, size_t end) const {
  const Amount& part = open_[first].part;
  const auto holds = [&](size_t, const Decimal& value) {
    return std::all_of(open_.begin() + static_cast<std::ptrdiff_t>(first),
                       open_.begin() + static_cast<std::ptrdiff_t>(end), [&](const Share& share) {
                         return RoundsTo(share.part.number.value, value, reader_.Percent(share.percent).value);
                       });
  };
  size_t tried = 0;
  for (size_t i = amounts_.size(); i-- > 0 && tried < kNearWholes;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= part.index || !AreAlike(whole, part) || !IsPositive(whole.number.value) ||
        reader_.IsChange(whole.index))
      continue;
    // A small number is soon one digit from another.
    const bool telling = whole.number.value.coefficient >= kLargeNumber || (tried == 0 && IsNextTo(whole, part));
    const bool is_part =
        std::any_of(open_.begin(), open_.end(), [&](const Share& share) { return share.part.index == whole.index; });
    ++tried;
    if (telling && !is_part && !SmallestEdits(reader_.document(), {whole.target}, holds).empty()) return i;
  }
  return std::nullopt;
}

}  // namespace soat
