#include "relations/part_lists.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "relations/signs.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr size_t kLongestLead = 120;  // bytes between a total and its first part
constexpr Int128 kListPercent = 10;   // of a total that marks that some of it have may miss
constexpr Int128 kSlipPercent = 80;   // the same, where words lead to all of them
constexpr Int128 kNearPercent = 20;   // the same, of parts that miss it by one digit
constexpr Int128 kBeyondPercent = 1;  // of a large total that its parts may be too many
constexpr ByteSet kClauseSigns(",;:"), kCommas(",;"), kListEnds(";.)"), kItemEnds(",;)"), kDigits("0123456789");

// A comma, a semicolon or the end of parentheses stands directly behind digits.
bool EndsItemWithNumber(std::string_view words) {
  for (size_t digit = FindFirstOf(words, kDigits); digit != std::string_view::npos;
       digit = FindFirstOf(words, kDigits)) {
    words.remove_prefix(digit + 1);
    if (!words.empty() && kItemEnds.Has(words.front())) return true;
  }
  return false;
}

}  // namespace

bool PartLists::IsNear(size_t total, const Parts& parts) const {
  const std::vector<Printed>& numbers = terms_.Numbers(parts);
  const std::optional<Decimal> sum = SumOf(numbers);
  const Decimal& stated = terms_[total].number.value;
  return sum && (DifferByOneDigit(*sum, stated) || DifferBySwap(stated, numbers));
}

bool PartLists::MissesAtMost(size_t total, const Parts& parts, Int128 percent) const {
  const Decimal& whole = terms_[total].number.value;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts)), share = Multiply(whole, {percent, 0});
  const std::optional<Decimal> missing = sum ? Subtract(whole, *sum) : std::nullopt;
  if (!missing || !share) return false;
  const std::optional<Decimal> hundredfold = Multiply(*missing, {missing->coefficient < 0 ? -100 : 100, 0});
  return hundredfold && Compare(*hundredfold, *share) <= 0;
}

// Parts that miss most of what is said to be all of them are not all: "gồm 1 trưởng đoàn, 2 phó đoàn và các thành
// viên".
bool PartLists::IsSlip(size_t total, const Parts& parts) const {
  // "… và các thành viên": others are named and not counted.
  if (words_.joints.IsIn(FirstClause(terms_.After(parts.back()))) || (AreMarks(total, parts) && !IsClosed(parts)))
    return false;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
  return (sum && Compare(*sum, terms_[total].number.value) > 0) || MissesAtMost(total, parts, kSlipPercent);
}

// A partial list that misses its total by a single digit, or two sides of one split.
bool PartLists::MeansToAddUp(size_t total, const Parts& parts, Lead lead) const {
  if (parts.size() < kFewestParts || lead == Lead::kNone) return false;
  if (!IsClean(total, parts)) return false;
  if (IsSplit(parts)) return true;
  const Decimal& stated = terms_[total].number.value;
  // Of a small total what the parts leave is a round number often enough.
  const bool telling = stated.coefficient >= kLargeNumber || Compare(stated, {kLargeNumber, 0}) >= 0 ||
                       (stated.coefficient >= kTellingNumber && MissesAtMost(total, parts, kNearPercent));
  if (IsNear(total, parts) && (IsClosed(parts) || telling)) return true;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
  return sum && Compare(*sum, stated) > 0 && stated.coefficient >= kLargeNumber &&
         MissesAtMost(total, parts, kBeyondPercent);
}

// Nothing says that they are: they add up, or a single digit keeps them from it, or they are a little more than all.
bool PartLists::MayBeAll(size_t total, const Parts& parts) const {
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
  const bool above = sum && Compare(*sum, terms_[total].number.value) > 0;
  const bool close = IsNear(total, parts) || (above && MissesAtMost(total, parts, kListPercent));
  return Holds(Judge(total, parts)) || (close && !AreMarks(total, parts));
}

// "1.382 giáo viên (nữ 912, đảng viên 745)": some of the total may have several of them, unless a single digit keeps
// them from adding up and they miss little.
bool PartLists::AreMarks(size_t total, const Parts& parts) const {
  const bool marks = std::any_of(parts.begin(), parts.end(), [&](size_t part) {
    const std::string_view before = terms_.Before(part);
    return words_.marks.IsIn(LastClause(WithoutSigns(before.substr(before.rfind('(') + 1)))) ||
           words_.marks.IsIn(FirstClause(terms_.After(part)));
  });
  return marks && !IsSplit(parts) && !(IsNear(total, parts) && MissesAtMost(total, parts, kListPercent));
}

// Of two lists the one that a single digit keeps from adding up, else the one whose sum misses the total by less.
const Parts& PartLists::Nearer(size_t total, const Parts& one, const Parts& other) const {
  if (IsNear(total, one) != IsNear(total, other)) return IsNear(total, one) ? one : other;
  const auto missing = [&](const Parts& parts) -> std::optional<Decimal> {
    const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
    const std::optional<Decimal> difference = sum ? Subtract(*sum, terms_[total].number.value) : std::nullopt;
    return difference && difference->coefficient < 0 ? Decimal{-difference->coefficient, difference->scale}
                                                     : difference;
  };
  const std::optional<Decimal> of_one = missing(one), of_other = missing(other);
  return of_one && of_other && Compare(*of_other, *of_one) < 0 ? other : one;
}

// "(cấp mới 52; đổi 21; thu hồi: 7)": every part has words before it, and signs stand between them.
bool PartLists::IsLabelled(const Parts& parts) const {
  if (parts.size() < kFewestParts) return false;
  const std::string_view between = terms_.reading().Between(terms_[parts[0]].index, terms_[parts[1]].index);
  const bool signs = HasAnyOf(between, kClauseSigns);
  return signs && std::all_of(parts.begin(), parts.end(), [&](size_t part) {
           return !WithoutSigns(LastClause(WithoutSigns(terms_.Before(part)))).empty();
         });
}

// "(đợt 1: 310; đợt 2: 298)": a colon stands before each.
bool PartLists::HaveColons(const Parts& parts) const {
  return std::all_of(parts.begin(), parts.end(), [&](size_t part) {
    const std::string_view before = terms_.Before(part);
    const size_t colon = before.rfind(':');
    return colon != std::string_view::npos && WithoutSigns(before.substr(colon)).empty();
  });
}

// No other figure stands between them.
bool PartLists::FollowEachOther(const Parts& parts) const {
  return std::adjacent_find(parts.begin(), parts.end(), [&](size_t one, size_t next) {
           return terms_[next].index != terms_[one].index + 1;
         }) == parts.end();
}

bool PartLists::EndsAtSemicolon(const Parts& parts) const {
  return terms_.After(parts.back()).find(';') != std::string_view::npos;
}

// "… và 60 kiến nghị": the last part is named as such.
bool PartLists::IsClosed(const Parts& parts) const {
  if (parts.size() < kFewestParts) return false;
  return words_.joints.IsIn(
      terms_.reading().Between(terms_[parts[parts.size() - 2]].index, terms_[parts.back()].index));
}

// "412 đảng viên (giảm 3 đảng viên: kết nạp 8, từ trần 11)": the list is that of the change. So it mostly is in "kết
// nạp 87 hội viên, giảm 112 hội viên (từ trần 108, chuyển đi 4)".
bool PartLists::IsOfChange(size_t total, const Parts& parts) const {
  for (size_t term = total + 1; term < parts.front(); ++term) {
    if (!terms_.change(term)) continue;
    if (terms_.place(term).depth == terms_.place(parts.front()).depth) return true;
    if (terms_[term].index + 1 == terms_[parts.front()].index && !IsNear(total, parts)) return true;
  }
  return false;
}

// The parts of a list in parentheses stand in the same ones, and each of its sections between semicolons has one:
// "31 học sinh (mầm non: 2 lớp, 7 cháu; tiểu học: 3 lớp, 24 học sinh)" says nothing of the pupils of the first.
bool PartLists::IsOneList(size_t total, const Parts& parts) const {
  if (terms_.place(parts.front()).depth <= terms_.place(total).depth) return true;
  if (IsOfChange(total, parts)) return false;
  int depth = 0;
  size_t part = 0, sections = 0;
  for (size_t figure = terms_[total].index + 1; figure <= terms_[parts.back()].index; ++figure) {
    const std::string_view before = terms_.reading().Before(figure);
    const size_t opening = part == 0 ? before.rfind('(') : std::string_view::npos;
    for (const char c : before.substr(opening == std::string_view::npos ? 0 : opening + 1)) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ';' && depth == 0) ++sections;
      if (depth < 0 && part > 0) return false;
    }
    if (opening != std::string_view::npos) sections = 0, depth = 0;
    if (figure != terms_[parts[part]].index) continue;
    if (sections > (part == 0 ? 0 : 1)) return false;
    sections = 0;
    ++part;
  }
  return true;
}

// "(nông nghiệp 61, vận tải 7, tổ 6)": an item has a number that was read as a part of a name. It may be the amount of
// the item.
bool PartLists::HasUnreadItem(size_t total, const Parts& parts) const {
  std::string_view lead = terms_.reading().After(terms_[total].index);
  if (const size_t opening = lead.find_last_of("(:"); opening != std::string_view::npos) lead.remove_prefix(opening);
  if (EndsItemWithNumber(lead)) return true;
  for (size_t figure = terms_[total].index + 1; figure < terms_[parts.back()].index; ++figure) {
    if (EndsItemWithNumber(terms_.reading().After(figure))) return true;
  }
  const std::string_view after = terms_.After(parts.back());
  const size_t end = FindFirstOf(after, kListEnds);
  return EndsItemWithNumber(end == std::string_view::npos ? after : after.substr(0, end + 1));
}

// No words inside the list open a list of their own, all its numbers are read, and no part is larger than the total by
// itself.
bool PartLists::IsClean(size_t total, const Parts& parts) const {
  if (!IsOneList(total, parts) || HasUnreadItem(total, parts)) return false;
  for (size_t figure = terms_[parts.front()].index + 1; figure <= terms_[parts.back()].index; ++figure) {
    if (StandsBefore(words_.part_leads, figure) || StandsBefore(words_.whole_leads, figure)) return false;
  }
  return std::all_of(parts.begin(), parts.end(), [&](size_t part) {
    return terms_[part].number.qualifier == Qualifier::kNone && AreAlike(terms_[total], terms_[part]);
  });
}

// Without words that lead to the items: each has the total's noun, and a single digit keeps large numbers from adding
// up.
bool PartLists::IsPlainList(size_t total, const Parts& parts) const {
  return IsLarge(total) && IsNear(total, parts) && IsClean(total, parts) &&
         std::all_of(parts.begin(), parts.end(),
                     [&](size_t part) { return AreSurelyAlike(terms_[total], terms_[part]); });
}

// "2 chỉ tiêu chưa đạt (3, 6)": a number without words may be that of an item.
bool PartLists::IsBare(size_t part) const {
  return WithoutSigns(LastClause(terms_.Before(part))).empty() && WithoutSigns(FirstClause(terms_.After(part))).empty();
}

// "10 tổ (01 tổ cấp xã, 09 tổ ở thôn)": nothing but amounts of the total's own noun, and one digit from adding up.
bool PartLists::IsPlainlyDivided(size_t total, const Parts& parts) const {
  if (parts.size() < kFewestParts || terms_[parts.front()].index != terms_[total].index + 1) return false;
  if (terms_.Before(parts.front()).size() > kLongestLead) return false;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (IsBare(parts[i])) return false;
    if (!terms_[parts[i]].unit.empty() && !AreSurelyAlike(terms_[total], terms_[parts[i]])) return false;
    if (i > 0 && terms_[parts[i]].index != terms_[parts[i - 1]].index + 1) return false;
  }
  return IsNear(total, parts);
}

// Words of some side stand beside it, in its own clause or not; of "4 việc/1,78 tỷ đồng" they stand before the first.
bool PartLists::MayBeSide(size_t part) const {
  const size_t figure = terms_[part].index;
  const auto named = [&](size_t next) { return StandsBefore(words_.sides, next); };
  return named(figure) || named(figure + 1) || (figure > 0 && named(figure - 1));
}

// Each part is said to be another side of one split: "nam … nữ …".
bool PartLists::IsSplit(const Parts& parts) const {
  const PhraseRow& row = terms_.row();
  const auto of_this_size = [&](const SumWords::Split& sides) { return sides.size() == parts.size(); };
  if (!words_.sides.MayBeIn(row) || std::none_of(words_.splits.begin(), words_.splits.end(), of_this_size))
    return false;
  if (!std::all_of(parts.begin(), parts.end(), [&](size_t part) { return MayBeSide(part); })) return false;
  std::vector<Beside> beside;
  beside.reserve(parts.size());
  for (const size_t part : parts)
    beside.push_back({LastClause(WithoutSigns(terms_.NameBefore(part))), FirstClause(terms_.After(part))});
  return std::any_of(words_.splits.begin(), words_.splits.end(),
                     [&](const SumWords::Split& sides) { return of_this_size(sides) && AreSides(sides, beside); });
}

// The words beside each part name another one of the sides. Nearly always the first ones name none of them.
bool PartLists::AreSides(const SumWords::Split& sides, const std::vector<Beside>& beside) const {
  const PhraseRow& row = terms_.row();
  const auto names = [&row](const Beside& words, const Phrases& side) {
    return side.IsIn(row, words.before) || side.IsIn(row, words.after);
  };
  if (std::none_of(sides.begin(), sides.end(), [&](const Phrases& side) { return names(beside.front(), side); }))
    return false;
  std::vector<bool> used(sides.size(), false);
  return std::all_of(beside.begin(), beside.end(), [&](const Beside& words) {
    size_t side = 0;
    while (side < sides.size() && (used[side] || !names(words, sides[side]))) ++side;
    if (side == sides.size()) return false;
    used[side] = true;
    return true;
  });
}

// "3 đại biểu tại 02 xã (Tân Hòa 2, Mỹ Phú 1)": as many names as there are of the total, each with a number of others.
bool PartLists::IsNumberOfItems(size_t total, const Parts& parts) const {
  return Compare(terms_[total].number.value, {static_cast<Int128>(parts.size()), 0}) == 0 &&
         terms_.place(parts.front()).depth > terms_.place(total).depth &&
         std::all_of(parts.begin(), parts.end(), [&](size_t part) { return terms_[part].unit.empty(); });
}

// "… nhân dân 12,5 tỷ đồng (5,8%), còn lại là vốn vay": behind the last part and its share others are named.
bool PartLists::NamesRest(const Parts& parts) const {
  const Reading& reading = terms_.reading();
  size_t figure = terms_[parts.back()].index;
  const uint32_t sentence = reading.figures()[figure].sentence;
  while (figure + 1 < reading.figures().size() && reading.figures()[figure + 1].sentence == sentence &&
         reading.figures()[figure + 1].kind == FigureKind::kPercent)
    ++figure;
  std::string_view after = reading.After(figure);
  const bool ends = figure + 1 >= reading.figures().size() || reading.figures()[figure + 1].sentence != sentence;
  for (size_t sign = FindFirstOf(after, kCommas); ends && sign != std::string_view::npos;
       sign = FindFirstOf(after, kCommas)) {
    after.remove_prefix(sign + 1);
    if (words_.continuations.Begins(after)) return true;
  }
  return false;
}

}  // namespace soat
