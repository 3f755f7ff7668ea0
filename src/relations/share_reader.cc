#include "relations/share_reader.h"

#include <string>

#include "text/byte_search.h"

namespace soat {
namespace {

constexpr size_t kLongestLink = 160;  // bytes between a part and its percentage
constexpr ByteSet kCommas(",;"), kClauseSigns(",;:"), kOpeningSigns(",;:("), kClosingSigns(",;.)"), kAllSigns(",;:.()");

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

// The figure that a percentage is said of: the one before it, unless that stands in parentheses of its own or is a
// change, a date or a document.
std::optional<size_t> ShareReader::PartOf(size_t percent) const {
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
bool ShareReader::IsLinked(size_t part, size_t percent) const {
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
  const std::string_view clause = LastClause(WithoutSigns(link));
  const std::string_view rest = words_.fillers.WithoutEnd(clause);
  if (rest.empty() ? link.find('=') == std::string_view::npos : !words_.connectors.Ends(rest)) return false;
  // Behind a comma a new subject would be something else: ", tỷ lệ hộ nghèo đạt 5%".
  if (!rest.empty() && HasAnyOf(link, kCommas) && !IsJoining(clause)) return false;
  return !words_.part_leads.IsIn(link) && !words_.joints.IsIn(link) && !OpensClause(link);
}

std::optional<size_t> ShareReader::LinkedPart(size_t percent) const {
  const std::optional<size_t> part = PartOf(percent);
  return part && IsLinked(*part, percent) ? part : std::nullopt;
}

// "71 tổ, còn các đội đạt 80%" speaks of others; "71 văn bản còn hiệu lực, chiếm 80%" does not.
bool ShareReader::OpensClause(std::string_view link) const {
  for (size_t sign = FindFirstOf(link, kClauseSigns); sign != std::string_view::npos;
       sign = FindFirstOf(link, kClauseSigns)) {
    link.remove_prefix(sign + 1);
    if (words_.openers.Begins(link)) return true;
  }
  return words_.openers.IsIn(link);
}

// Nothing but words that join a number to its share.
bool ShareReader::IsJoining(std::string_view words) const {
  std::string_view rest = words_.fillers.WithoutEnd(words);
  rest = words_.connectors.WithoutEnd(rest);
  return words_.fillers.WithoutEnd(rest).empty();
}

// "bằng 12% kế hoạch"; but "9/14 xã, bằng 64,3% số xã" names the whole of the ratio.
bool ShareReader::NamesOtherBase(size_t index, size_t percent) const {
  const std::string_view after = reading_.After(percent), base = after.substr(0, FindFirstOf(after, kClosingSigns));
  if (!words_.other_bases.Begins(base)) return false;
  const std::string& unit = reading_.figure(index).unit;
  const size_t at = unit.empty() ? std::string_view::npos : base.find(' ' + unit);
  return at == std::string_view::npos || !words_.other_bases.WithoutEnd(base.substr(0, at)).empty();
}

// "98,4% (11.910/12.104 hồ sơ)", and with a name between the two "82,1% dung tích (34,8/42,4 triệu m3)".
std::optional<Share> ShareReader::RatioBehind(size_t percent, bool named) const {
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

// The part, or of "1.206 vụ/2.085 bị cáo" both: the percentage can be of either. "346 ha/350 ha" is a ratio.
std::vector<Share> ShareReader::SharesOf(size_t index, size_t percent) const {
  std::vector<Share> shares;
  const bool other_base = NamesOtherBase(index, percent);
  for (size_t i = amounts_.size(); i-- > 0;) {
    const Amount& amount = amounts_[i];
    if (amount.index != index || !IsPositive(amount.number.value)) continue;
    if (amount.side == Amount::Side::kDenominator) return {{percent, amounts_[i - 1], amount, other_base, false}};
    if (i > 0 && IsStroke(amounts_[i - 1], amount)) {
      if (AreAlike(amounts_[i - 1], amount)) return {{percent, amounts_[i - 1], amount, other_base, false}};
      shares.push_back({percent, amounts_[i - 1], std::nullopt, other_base, false});
    }
    shares.push_back({percent, amount, std::nullopt, other_base, false});
  }
  return shares;
}

// "346.000 ha / 350.000 ha", "346 ha/kế hoạch 350 ha": between the two stand a noun and a stroke.
bool ShareReader::IsStroke(const Amount& one, const Amount& other) const {
  if (one.side != Amount::Side::kValue || other.side != Amount::Side::kValue || other.index != one.index + 1)
    return false;
  const std::string_view between = reading_.Between(one.index, other.index);
  const size_t stroke = between.rfind('/');
  if (stroke == std::string_view::npos) return false;
  const std::string_view name = WithoutSigns(between.substr(stroke));
  return name.empty() || words_.plans.Is(name);
}

// "01 xã đạt dưới 15%" says something of each commune; "01 xã, chiếm trên 15%" is a share.
bool ShareReader::IsSaidOfEach(const Share& share) const {
  if (share.part.kind != FigureKind::kCount) return false;
  const Qualifier hedge = Percent(share.percent).qualifier;
  const bool bound =
      hedge == Qualifier::kUnder || hedge == Qualifier::kMax || hedge == Qualifier::kOver || hedge == Qualifier::kMin;
  return bound && words_.said_of_each.Ends(words_.fillers.WithoutEnd(reading_.Before(share.percent)));
}

// "12/21 xã đạt 100%" says something of twelve, "99,2% (5/12 trường đạt 100%)" of five; "12/66 thôn, đạt 28%" and
// "98,4% (11.910/12.104 hồ sơ)" are shares, and so is what has decimals.
bool ShareReader::IsSaidOfSome(const Share& share) const {
  if (share.part.index < share.percent) {
    return Percent(share.percent).value.scale == 0 &&
           !HasAnyOf(reading_.Between(share.part.index, share.percent), kOpeningSigns) &&
           words_.said_of_each.Ends(words_.fillers.WithoutEnd(reading_.Before(share.percent)));
  }
  const std::string_view after = reading_.After(share.part.index);
  const size_t close = after.find(')');
  if (close == std::string_view::npos) return true;
  std::string_view words = WithoutSigns(after.substr(0, close));
  const std::string& unit = reading_.figure(share.part.index).unit;
  if (words.starts_with(unit)) words.remove_prefix(unit.size());
  return !WithoutSigns(words).empty();
}

// "giảm 9 vụ (58/67 vụ = -13,4%)": by how much the number of now is less than the earlier one.
bool ShareReader::IsRateOfChange(const Share& share) const {
  const Decimal &now = share.part.number.value, &earlier = share.ratio->number.value;
  const std::optional<Decimal> difference = Compare(now, earlier) > 0 ? Subtract(now, earlier) : Subtract(earlier, now);
  if (!difference) return false;
  const Printed change{*difference, std::nullopt, Qualifier::kNone};
  return Holds(JudgePercent(change, share.ratio->number, Percent(share.percent)));
}

// One digit of the percentage makes it hold.
bool ShareReader::IsSlip(const Share& share, const Amount& whole) const {
  const auto holds = [&](size_t, const Decimal& value) {
    const Verdict verdict = JudgePercent(share.part.number, whole.number, {value, {}, Qualifier::kNone});
    return verdict == Verdict::kExact || verdict == Verdict::kRounded;
  };
  return !SmallestEdits(document_, {ValueTarget(reading_.figure(share.percent))}, holds).empty();
}

// Behind a name the ratio may be of something else, unless one digit makes it hold.
bool ShareReader::IsNamedNearMiss(const Share& share) const {
  if (!share.apart) return true;
  return Percent(share.percent).value.scale > 0 && HasEdit(share, *share.ratio);
}

}  // namespace soat
