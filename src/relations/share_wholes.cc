#include "relations/share_wholes.h"

#include "text/byte_search.h"

namespace soat {
namespace {

constexpr uint32_t kNearMoney = 2;  // sentences
constexpr size_t kMostWholes = 12;  // amounts before a part that are tried
constexpr size_t kOtherNouns = 3;   // amounts of other nouns before a part that are tried
constexpr ByteSet kPlanEnds(",;.");

}  // namespace

std::vector<size_t> ShareWholes::Candidates(const Share& share) const {
  std::vector<size_t> wholes;
  for (size_t i = amounts_.size(); i-- > 0 && wholes.size() < kMostWholes;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index || !AreAlike(whole, share.part) || !IsPositive(whole.number.value)) continue;
    if (Compare(whole.number.value, share.part.number.value) < 0 && !share.other_base) continue;
    if (reader_.IsChange(whole.index)) continue;
    wholes.push_back(i);
  }
  for (size_t i = 0; i < amounts_.size() && share.other_base; ++i) {
    // "4.216 tấn (kế hoạch 8.100 tấn), bằng 52% kế hoạch": in parentheses it may stand between the two.
    const bool between =
        amounts_[i].index > share.part.index && reader_.place(amounts_[i]).depth > reader_.place(share.part).depth;
    if ((amounts_[i].index > share.percent || between) && AreAlike(amounts_[i], share.part) &&
        IsPositive(amounts_[i].number.value) && words_.other_bases.IsIn(reading_.Before(amounts_[i].index)))
      wholes.push_back(i);
  }
  return wholes;
}

// Of amounts of money some one farther off is that of which a percentage is cut off by chance.
bool ShareWholes::IsInReach(const Share& share, size_t whole) const {
  return share.part.kind != FigureKind::kMoney || reading_.figures()[amounts_[whole].index].sentence + kNearMoney >=
                                                      reading_.figures()[share.part.index].sentence;
}

// The first whole of which it is the percentage, exactly or rounded; else of which it is that cut off; else of which it
// may be as precisely as the numbers are printed.
std::optional<ShareWholes::Judged> ShareWholes::Holding(const Share& share,
                                                        const std::vector<size_t>& candidates) const {
  std::optional<Judged> equal, cut_off, within;
  for (size_t i = 0; i < candidates.size() && !equal; ++i) {
    const Judged found(candidates[i], reader_.Judge(share, amounts_[candidates[i]]));
    if (found.second == Verdict::kExact || found.second == Verdict::kRounded) equal = found;
    // Of several amounts some one is that of which "0,2%" is a cut-off share.
    const bool cut =
        found.second == Verdict::kTruncated && reader_.IsTelling(share.percent) && IsInReach(share, candidates[i]);
    if (cut && !cut_off) cut_off = found;
    if (found.second == Verdict::kOk && !within) within = found;
  }
  return equal ? equal : cut_off ? cut_off : within;
}

// "1.480 người, trong đó 1.110 đoàn viên, chiếm 75,0%": those that are counted may have another name as a part.
std::optional<ShareWholes::Judged> ShareWholes::HoldingOfOtherNoun(const Share& share) const {
  if (share.other_base || share.part.kind != FigureKind::kCount || !reader_.IsSharp(share.percent)) return std::nullopt;
  size_t tried = 0;
  for (size_t i = amounts_.size(); i-- > 0 && tried < kOtherNouns;) {
    const Amount& whole = amounts_[i];
    if (whole.index >= share.part.index && !reader_.IsStroke(share.part, whole)) continue;
    if (whole.kind != FigureKind::kCount || AreAlike(whole, share.part)) continue;
    if (reading_.figures()[whole.index].sentence + 1 < reading_.figures()[share.part.index].sentence) break;
    if (Compare(whole.number.value, share.part.number.value) < 0 || reader_.IsChange(whole.index)) continue;
    ++tried;
    const Verdict verdict = reader_.Judge(share, whole);
    if (verdict != Verdict::kExact && verdict != Verdict::kRounded) continue;
    return Judged(i, verdict);
  }
  return std::nullopt;
}

bool ShareWholes::IsWholeBehind(const Amount& whole, const Share& share) const {
  return whole.side == Amount::Side::kValue && whole.kind == share.part.kind &&
         reading_.figures()[whole.index].sentence == reading_.figures()[share.percent].sentence &&
         words_.wholes_behind.IsIn(LastClause(WithoutSigns(reading_.Before(whole.index))));
}

// "Tốt 1.012 em, chiếm 18,5%; Khá 2.245 em, chiếm 41,1% … trên tổng số 5.460 học sinh": the whole stands behind them
// all.
std::optional<ShareWholes::Judged> ShareWholes::HoldingBehind(const Share& share) const {
  if (share.other_base || !reader_.IsSharp(share.percent)) return std::nullopt;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    const Amount& whole = amounts_[i];
    if (whole.index <= share.percent || !IsWholeBehind(whole, share)) continue;
    const bool larger = Compare(whole.number.value, share.part.number.value) >= 0 && IsPositive(whole.number.value);
    const Verdict verdict = larger ? reader_.Judge(share, whole) : Verdict::kMismatch;
    if (verdict != Verdict::kExact && verdict != Verdict::kRounded) continue;
    return Judged(i, verdict);
  }
  return std::nullopt;
}

// "111,5% kế hoạch 130 lao động", "112,3% dự toán tỉnh giao (344 tỷ đồng)", "73% tổng số 7.830 giao dịch": the whole
// that stands behind its name.
std::optional<size_t> ShareWholes::NamedBehind(const Share& share) const {
  if (share.percent + 1 >= reading_.figures().size()) return std::nullopt;
  if (reading_.figures()[share.percent + 1].sentence != reading_.figures()[share.percent].sentence) return std::nullopt;
  const std::string_view between = reading_.After(share.percent);
  if (between.size() > kLongestName || HasAnyOf(between, kPlanEnds)) return std::nullopt;
  const size_t open = between.rfind('(');
  const bool enclosed = open != std::string_view::npos && WithoutSigns(between.substr(open)).empty();
  const bool named = share.other_base && (enclosed || words_.plans.IsIn(between));
  if (!named && !words_.wholes_behind.Is(between)) return std::nullopt;
  for (size_t i = 0; i < amounts_.size(); ++i) {
    const Amount& amount = amounts_[i];
    if (amount.index != share.percent + 1 || amount.side != Amount::Side::kValue || !AreAlike(amount, share.part) ||
        !IsPositive(amount.number.value))
      continue;
    // Behind the name of no plan the parentheses may hold something else.
    if (words_.plans.IsIn(between) || !named || Holds(reader_.Judge(share, amount)) || reader_.HasEdit(share, amount))
      return i;
  }
  return std::nullopt;
}

}  // namespace soat
