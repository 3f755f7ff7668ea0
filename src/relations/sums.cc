#include "relations/sums.h"

#include <algorithm>
#include <optional>
#include <string>

#include "relations/signs.h"
#include "rules/reading_marks.h"
#include "text/byte_classes.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr size_t kMostParts = 64;
constexpr size_t kFewestParts = 2;
constexpr size_t kSidesOfThree = 6;      // of three ratios
constexpr uint32_t kRatioSentences = 4;  // between a ratio and those that it adds up
constexpr size_t kWidestSplit = 8;       // terms among which the sides of a further split stand
constexpr size_t kLongestLead = 120;     // bytes between a total and the word that leads to its parts
constexpr Int128 kTellingNumber = 100;   // an equation of smaller numbers without leading words may be chance
constexpr Int128 kListPercent = 10;      // the same, where they are marks that some of it have
constexpr Int128 kSlipPercent = 80;      // the same, where words lead to all of them
constexpr Int128 kNearPercent = 20;      // of a total that its parts may miss
constexpr Int128 kLargeNumber = 1000;    // of which a sum that misses by one digit is no chance
constexpr std::string_view kSplitSign = " / ";
constexpr ByteSet kClauseSigns(",;:"), kCommas(",;"), kListEnds(";.)"), kItemEnds(",;)"), kSignLeads("(,; "),
    kDigits("0123456789");

// How the text leads from a total to its parts.
enum class Lead : uint8_t { kNone, kPartial, kWhole };

// "86.412 cây/90.000 cây": the second is the plan, and what follows is of the first.
bool IsPlanBehindStroke(const Terms& terms, size_t term) {
  return term > 0 && AreSurelyAlike(terms[term - 1], terms[term]) &&
         terms.NameBefore(term).data() != terms.Before(term).data();
}

// "(+4 vụ": the sign is no mark of an item.
bool StandsBehindPlus(std::string_view before) {
  return before.size() > 1 && before.back() == '+' && kSignLeads.Has(before[before.size() - 2]);
}

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

SumFinder::SumFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists) : rule_(rule) {
  const RelationRule& words = rules.relation_rules[rule];
  whole_leads_ = Phrases(words, "whole_leads", lists, PhraseLists::Place::kIn);
  part_leads_ = Phrases(words, "part_leads", lists, PhraseLists::Place::kIn);
  totals_ = Phrases(words, "totals", lists, PhraseLists::Place::kIn);
  continuations_ = Phrases(words, "continuations");
  not_terms_ = Phrases(words, "not_terms", lists, PhraseLists::Place::kEnd);
  joints_ = Phrases(words, "joints");
  marks_ = Phrases(words, "marks");
  of_one_ = Phrases(words, "of_one", lists, PhraseLists::Place::kIn);
  const auto splits = words.words.find("splits");
  if (splits == words.words.end()) return;
  std::vector<std::string> all_sides;
  for (const std::string& split : splits->second) {
    Split& sides = splits_.emplace_back();
    for (size_t from = 0; from <= split.size();) {
      const size_t to = std::min(split.find(kSplitSign, from), split.size());
      all_sides.push_back(split.substr(from, to - from));
      sides.push_back(Phrases::OneOfMany({all_sides.back()}, lists));
      from = to + kSplitSign.size();
    }
  }
  sides_ = Phrases(all_sides, lists, PhraseLists::Place::kIn);
}

std::vector<SumFinder::Role> SumFinder::RolesOf(const Terms& terms) const {
  std::vector<Role> roles(terms.size());
  const bool of_one = of_one_.MayBeIn(terms.row());
  for (size_t i = 0; i < terms.size(); ++i) {
    const Amount& amount = terms[i];
    if (terms.change(i) || amount.side == Amount::Side::kDenominator || IsPlanBehindStroke(terms, i)) continue;
    roles[i].total = IsPositive(amount.number.value);
    // "18 vụ, 14 người bị thương (-4 vụ, -2 người)": what stands with a sign is a change.
    const bool is_signed = amount.number.value.coefficient < 0 || StandsBehindPlus(terms.Before(i));
    roles[i].part = amount.side == Amount::Side::kValue && !is_signed &&
                    !(not_terms_.MayEnd(terms.place(i).ends) && not_terms_.Ends(terms.Before(i))) &&
                    !(of_one && of_one_.Begins(LastClause(WithoutSigns(terms.Before(i)))));
    const std::string_view behind = terms.After(i);
    roles[i].rate = amount.kind == FigureKind::kMoney && behind.starts_with('/') && IsLetterAt(behind, 1);
  }
  return roles;
}

/// The search among the terms of one reading, from the last total to the first, so that inner sums are found first.
class SumSearch {
 public:
  SumSearch(const SumFinder& words, Terms& terms, const std::vector<SumFinder::Role>& roles,
            const std::vector<bool>& rests, FindingList& found)
      : words_(words), terms_(terms), roles_(roles), rests_(rests), found_(found) {}

  void RunLed() {
    led_ = true;
    for (size_t total = terms_.size(); total-- > 0;) {
      if (!MayBeTotal(total) || ReadList(total)) continue;
      ReadSentence(total);
      if (!told_) ReadOfAnyNoun(total);
    }
    for (size_t total = 0; total < terms_.size(); ++total) ReadBackwards(total);
    if (terms_.reading().Has(FigureKind::kRatio)) {
      for (size_t total = 0; total + kSidesOfThree <= terms_.size(); ++total) ReadRatios(total);
    }
    if (totals_.empty() || !words_.sides_.MayBeIn(terms_.row())) return;
    for (size_t first = 0; first < terms_.size(); ++first) ReadFurtherSplit(first);
  }

  void RunUnled() {
    led_ = false;
    for (size_t total = terms_.size(); total-- > 0;) {
      if (MayBeTotal(total) && IsTelling(total)) ReadSentence(total);
    }
    for (size_t total = 0; total < terms_.size(); ++total) ReadBackwards(total);
  }

 private:
  using Parts = std::vector<size_t>;

  bool MayBeTotal(size_t total) const { return roles_[total].total; }
  /// So large that what merely adds up to it is no chance.
  bool IsTelling(size_t total) const { return terms_[total].number.value.coefficient >= kTellingNumber; }
  bool MayBePart(size_t total, size_t part) const {
    return roles_[part].part && (!roles_[part].rate || roles_[total].rate) &&
           (any_noun_ ? terms_[part].kind == FigureKind::kCount && terms_[total].kind == FigureKind::kCount
                      : AreAlike(terms_[total], terms_[part]));
  }
  bool ReadList(size_t total);
  void ReadOfAnyNoun(size_t total);
  void ReadSentence(size_t total);
  void ReadBackwards(size_t total);
  void ReadFurtherSplit(size_t first);
  void ReadRatios(size_t total);
  bool AreSumsOf(size_t total, const Parts& numerators, bool slip);
  bool StandsBefore(const Phrases& phrases, size_t figure) const {
    return phrases.IsIn(terms_.row(), terms_.reading().Before(figure));
  }
  Lead LeadOf(size_t total, size_t first) const;
  Parts InParentheses(size_t total, size_t first) const;
  bool ClosesBetween(size_t term, size_t next) const;
  Parts InSentence(size_t total, size_t first, Lead lead) const;
  bool Accept(size_t total, const Parts& parts, Verdict least);
  bool AcceptBeginning(size_t total, const Parts& parts);
  bool AcceptAny(size_t total, const Parts& parts, Lead lead);
  Parts UpToSemicolon(const Parts& parts) const;
  Parts Nearer(size_t total, const Parts& one, const Parts& other) const;
  bool EndsAtSemicolon(const Parts& parts) const;
  bool IsPlainList(size_t total, const Parts& parts) const;
  bool MayBeSide(size_t part) const;
  /// The clauses that stand beside a part.
  struct Beside {
    std::string_view before, after;
  };
  bool StandsBeside(size_t total, size_t part) const;
  bool IsSplit(const Parts& parts) const;
  bool AreSides(const SumFinder::Split& sides, const std::vector<Beside>& beside) const;
  bool IsClosed(const Parts& parts) const;
  bool MeansToAddUp(size_t total, const Parts& parts, Lead lead) const;
  bool IsNear(size_t total, const Parts& parts) const;
  bool IsBare(size_t part) const;
  bool IsNumberOfItems(size_t total, const Parts& parts) const;
  bool NamesRest(const Parts& parts) const;
  bool IsPlainlyDivided(size_t total, const Parts& parts) const;
  bool MayBeAll(size_t total, const Parts& parts) const;
  bool AreMarks(size_t total, const Parts& parts) const;
  bool IsSlip(size_t total, const Parts& parts) const;
  bool MissesAtMost(size_t total, const Parts& parts, Int128 percent) const;
  bool IsLabelled(const Parts& parts) const;
  bool HaveColons(const Parts& parts) const;
  bool HasUnreadItem(size_t total, const Parts& parts) const;
  bool IsClean(size_t total, const Parts& parts) const;
  bool FollowEachOther(const Parts& parts) const;
  bool IsOneList(size_t total, const Parts& parts) const;
  std::optional<size_t> EarlierTotal(size_t total, const Parts& parts) const;
  std::optional<size_t> NearerTotal(size_t total, const Parts& parts) const;
  void Tell(size_t total, const Parts& parts, Verdict verdict);

  const SumFinder& words_;
  Terms& terms_;
  const std::vector<SumFinder::Role>& roles_;
  const std::vector<bool>& rests_;
  FindingList& found_;
  bool any_noun_ = false;  // "34 văn bản (gồm 05 quyết định, 29 kế hoạch)"
  bool told_ = false;      // something was said of the total that is read
  Parts totals_;           // of sums that were told
  bool led_ = true;        // only where words lead from a total to its parts, or only where none do
};

// The words between a total and its first part, whatever other figures stand between. No phrase goes on over a figure.
Lead SumSearch::LeadOf(size_t total, size_t first) const {
  bool whole = false;
  for (size_t figure = terms_[total].index + 1; figure <= terms_[first].index; ++figure) {
    if (StandsBefore(words_.part_leads_, figure)) return Lead::kPartial;
    whole = whole || StandsBefore(words_.whole_leads_, figure);
  }
  if (whole) return Lead::kWhole;
  if (first != total + 1) return Lead::kNone;
  const std::string_view between = terms_.reading().Between(terms_[total].index, terms_[first].index);
  const bool colon = between.find(':') != std::string_view::npos && !HasAnyOf(between, kCommas);
  return colon ? Lead::kPartial : Lead::kNone;
}

// The first amount of each item directly below the total's own block.
bool SumSearch::ReadList(size_t total) {
  const ReadFigure& place = terms_.place(total);
  if (place.depth > 0) return false;
  Parts parts;
  uint32_t last_item = place.item, items = 0;
  for (size_t i = total + 1; i < terms_.size(); ++i) {
    const ReadFigure& other = terms_.place(i);
    if (other.item == place.item) {
      if (AreAlike(terms_[total], terms_[i]) && !terms_.change(i) && other.depth == 0) return false;
      continue;  // only the last amount of a lead-in is the total of its list
    }
    if (other.level <= place.level) break;
    if (other.level > place.level + 1 || other.item == last_item || other.depth > 0 || !MayBePart(total, i)) continue;
    last_item = other.item;
    ++items;
    parts.push_back(i);
  }
  if (items < kFewestParts || items > kMostParts) return false;
  const Lead lead = LeadOf(total, parts.front());
  const uint32_t last = terms_.reading().LastOfList(place.item, place.level + 1);
  const bool every_item = parts.size() == terms_.reading().ItemsBehind(place.item, last, place.level + 1);
  if (lead == Lead::kNone && !every_item) return Accept(total, parts, Verdict::kExact);
  if (Accept(total, parts, Verdict::kOk)) return true;
  const bool whole = lead == Lead::kWhole && every_item && IsClean(total, parts);
  const bool meant = lead == Lead::kNone ? IsPlainList(total, parts) : MeansToAddUp(total, parts, lead);
  if (whole || (every_item && meant)) {
    Tell(total, parts, Verdict::kMismatch);
    return true;
  }
  found_.CountUndecided(CheckKind::kPartWholeSum);
  return false;
}

// Without words that lead to the items: each has the total's noun, and a single digit keeps large numbers from adding
// up.
bool SumSearch::IsPlainList(size_t total, const Parts& parts) const {
  return terms_[total].number.value.coefficient >= kLargeNumber && IsNear(total, parts) && IsClean(total, parts) &&
         std::all_of(parts.begin(), parts.end(),
                     [&](size_t part) { return AreSurelyAlike(terms_[total], terms_[part]); });
}

// "96 sản phẩm (sàn thứ nhất 58, sàn thứ hai 38), đạt 120% kế hoạch (80 sản phẩm)": between the last two terms the
// parentheses of the first one end.
bool SumSearch::ClosesBetween(size_t term, size_t next) const {
  return terms_.place(term).depth <= terms_.place(next).depth &&
         ClosesParentheses(terms_.reading().Between(terms_[term].index, terms_[next].index));
}

// "155 thành viên (trong đó cấp huyện: 15; cấp xã: 140)": what stands in the parentheses behind a total.
SumSearch::Parts SumSearch::InParentheses(size_t total, size_t first) const {
  Parts parts;
  const ReadFigure& place = terms_.place(total);
  for (size_t i = first; i < terms_.size() && parts.size() < kMostParts; ++i) {
    if (terms_.place(i).depth <= place.depth || terms_.place(i).sentence != place.sentence) break;
    // "Sơn (57), Hạ (29), …" has parentheses for each.
    if (parts.size() >= kFewestParts && ClosesBetween(i - 1, i) && !ClosesBetween(parts[0], parts[1])) break;
    if (terms_.place(i).depth == place.depth + 1 && !terms_.taken(i) && MayBePart(total, i)) parts.push_back(i);
  }
  return parts;
}

// "(cấp mới 52; đổi 21; thu hồi: 7)": every part has words before it, and signs stand between them.
bool SumSearch::IsLabelled(const Parts& parts) const {
  if (parts.size() < kFewestParts) return false;
  const std::string_view between = terms_.reading().Between(terms_[parts[0]].index, terms_[parts[1]].index);
  const bool signs = HasAnyOf(between, kClauseSigns);
  return signs && std::all_of(parts.begin(), parts.end(), [&](size_t part) {
           return !WithoutSigns(LastClause(WithoutSigns(terms_.Before(part)))).empty();
         });
}

// "(đợt 1: 310; đợt 2: 298)": a colon stands before each.
bool SumSearch::HaveColons(const Parts& parts) const {
  return std::all_of(parts.begin(), parts.end(), [&](size_t part) {
    const std::string_view before = terms_.Before(part);
    const size_t colon = before.rfind(':');
    return colon != std::string_view::npos && WithoutSigns(before.substr(colon)).empty();
  });
}

SumSearch::Parts SumSearch::InSentence(size_t total, size_t first, Lead lead) const {
  Parts parts;
  const ReadFigure& place = terms_.place(total);
  const uint32_t sentence = terms_.place(first).sentence;
  for (size_t i = first; i < terms_.size() && parts.size() < kMostParts; ++i) {
    const ReadFigure& other = terms_.place(i);
    if (other.item != place.item) break;
    if (other.sentence > sentence && !words_.continuations_.Begins(terms_.Before(i))) {
      const std::string_view before = terms_.Before(i);
      const size_t end = before.rfind("\xEE\x84\x90");  // the mark of a sentence's end
      if (lead == Lead::kNone || end == std::string_view::npos ||
          !words_.continuations_.Begins(before.substr(end + kMarkSize)))
        break;
    }
    if (other.depth == place.depth && !terms_.taken(i) && MayBePart(total, i)) parts.push_back(i);
  }
  return parts;
}

// No other figure stands between them.
bool SumSearch::FollowEachOther(const Parts& parts) const {
  return std::adjacent_find(parts.begin(), parts.end(), [&](size_t one, size_t next) {
           return terms_[next].index != terms_[one].index + 1;
         }) == parts.end();
}

// Directly behind "gồm" the parts may be of other nouns than the total.
void SumSearch::ReadOfAnyNoun(size_t total) {
  if (terms_[total].kind != FigureKind::kCount || total + 1 >= terms_.size()) return;
  const bool enclosed = terms_.place(total + 1).depth > terms_.place(total).depth;
  const Lead lead = LeadOf(total, total + 1);
  // "8.240 hội viên: có 1.120 giỏi; …", "1.486 học sinh, trong đó mầm non 398 cháu …": so large that it is no chance.
  const bool partial = lead == Lead::kPartial && terms_[total].number.value.coefficient >= kLargeNumber;
  if (terms_[total + 1].index != terms_[total].index + 1 || !(enclosed || partial || lead == Lead::kWhole)) return;
  any_noun_ = true;
  Parts parts = enclosed ? InParentheses(total, total + 1) : InSentence(total, total + 1, Lead::kNone);
  any_noun_ = false;
  const bool rests = parts.size() == kFewestParts && rests_[parts.back()];
  if (parts.size() < kFewestParts || parts.front() != total + 1 || rests || AcceptBeginning(total, parts)) return;
  if (lead == Lead::kWhole && FollowEachOther(parts) && IsNear(total, parts) && IsSlip(total, parts))
    Tell(total, parts, Verdict::kMismatch);
}

// "2 chỉ tiêu chưa đạt (3, 6)": a number without words may be that of an item.
bool SumSearch::IsBare(size_t part) const {
  return WithoutSigns(LastClause(terms_.Before(part))).empty() && WithoutSigns(FirstClause(terms_.After(part))).empty();
}

// "3 đại biểu tại 02 xã (Tân Hòa 2, Mỹ Phú 1)": as many names as there are of the total, each with a number of others.
bool SumSearch::IsNumberOfItems(size_t total, const Parts& parts) const {
  return Compare(terms_[total].number.value, {static_cast<Int128>(parts.size()), 0}) == 0 &&
         terms_.place(parts.front()).depth > terms_.place(total).depth &&
         std::all_of(parts.begin(), parts.end(), [&](size_t part) { return terms_[part].unit.empty(); });
}

// "… nhân dân 12,5 tỷ đồng (5,8%), còn lại là vốn vay": behind the last part and its share others are named.
bool SumSearch::NamesRest(const Parts& parts) const {
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
    if (words_.continuations_.Begins(after)) return true;
  }
  return false;
}

// "10 tổ (01 tổ cấp xã, 09 tổ ở thôn)": nothing but amounts of the total's own noun, and one digit from adding up.
bool SumSearch::IsPlainlyDivided(size_t total, const Parts& parts) const {
  if (parts.size() < kFewestParts || terms_[parts.front()].index != terms_[total].index + 1) return false;
  if (terms_.Before(parts.front()).size() > kLongestLead) return false;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (IsBare(parts[i])) return false;
    if (!terms_[parts[i]].unit.empty() && !AreSurelyAlike(terms_[total], terms_[parts[i]])) return false;
    if (i > 0 && terms_[parts[i]].index != terms_[parts[i - 1]].index + 1) return false;
  }
  return IsNear(total, parts);
}

// Nothing says that they are: they add up, or a single digit keeps them from it, or they are a little more than all.
bool SumSearch::MayBeAll(size_t total, const Parts& parts) const {
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
  const bool above = sum && Compare(*sum, terms_[total].number.value) > 0;
  const bool close = IsNear(total, parts) || (above && MissesAtMost(total, parts, kListPercent));
  return Holds(JudgeSum(terms_[total].number, terms_.Numbers(parts))) || (close && !AreMarks(total, parts));
}

// "1.382 giáo viên (nữ 912, đảng viên 745)": some of the total may have several of them, unless a single digit keeps
// them from adding up and they miss little.
bool SumSearch::AreMarks(size_t total, const Parts& parts) const {
  const bool marks = std::any_of(parts.begin(), parts.end(), [&](size_t part) {
    const std::string_view before = terms_.Before(part);
    return words_.marks_.IsIn(LastClause(WithoutSigns(before.substr(before.rfind('(') + 1)))) ||
           words_.marks_.IsIn(FirstClause(terms_.After(part)));
  });
  return marks && !IsSplit(parts) && !(IsNear(total, parts) && MissesAtMost(total, parts, kListPercent));
}

// Parts that miss most of what is said to be all of them are not all: "gồm 1 trưởng đoàn, 2 phó đoàn và các thành
// viên".
bool SumSearch::IsSlip(size_t total, const Parts& parts) const {
  // "… và các thành viên": others are named and not counted.
  if (words_.joints_.IsIn(FirstClause(terms_.After(parts.back()))) || (AreMarks(total, parts) && !IsClosed(parts)))
    return false;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
  return (sum && Compare(*sum, terms_[total].number.value) > 0) || MissesAtMost(total, parts, kSlipPercent);
}

bool SumSearch::MissesAtMost(size_t total, const Parts& parts, Int128 percent) const {
  const Decimal& whole = terms_[total].number.value;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts)), share = Multiply(whole, {percent, 0});
  const std::optional<Decimal> missing = sum ? Subtract(whole, *sum) : std::nullopt;
  if (!missing || !share) return false;
  const std::optional<Decimal> hundredfold = Multiply(*missing, {missing->coefficient < 0 ? -100 : 100, 0});
  return hundredfold && Compare(*hundredfold, *share) <= 0;
}

// One changed digit in the total or in a part makes them add up.
bool SumSearch::IsNear(size_t total, const Parts& parts) const {
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
  return sum && DifferByOneDigit(*sum, terms_[total].number.value);
}

void SumSearch::ReadSentence(size_t total) {
  told_ = false;
  const ReadFigure& place = terms_.place(total);
  size_t first = total + 1;
  const auto within_sentences = [&] {
    return first < terms_.size() && terms_.place(first).sentence <= place.sentence + 1;
  };
  const auto in_reach = [&] { return within_sentences() && terms_.place(first).item == place.item; };
  while (in_reach() && (terms_[first].index == terms_[total].index || !MayBePart(total, first))) ++first;
  if (!in_reach()) return;
  const Lead lead = LeadOf(total, first);
  if (terms_.place(first).depth > place.depth) {
    const Parts parts = InParentheses(total, first);
    const bool led = lead == Lead::kNone || HaveColons(parts);
    const Parts cut = UpToSemicolon(parts);
    const bool all = MayBeAll(total, parts) || (FollowEachOther(cut) && MayBeAll(total, cut));
    const bool divided = IsLabelled(parts) ? led && all : IsPlainlyDivided(total, parts);
    AcceptAny(total, parts, divided ? Lead::kWhole : lead);
    if (terms_.taken(first)) return;
  }
  while (within_sentences() && (terms_.place(first).depth != place.depth || !MayBePart(total, first))) ++first;
  if (!within_sentences()) return;
  const Lead outer = LeadOf(total, first);
  if (outer == Lead::kNone && terms_.place(first).sentence != place.sentence) return;
  AcceptAny(total, InSentence(total, first, outer), outer);
}

// The parts add up, at least as well as `least` says.
bool SumSearch::Accept(size_t total, const Parts& parts, Verdict least) {
  if (parts.size() < kFewestParts) return false;
  const Verdict verdict = JudgeSum(terms_[total].number, terms_.Numbers(parts));
  if (!Holds(verdict) || (least == Verdict::kExact && verdict != Verdict::kExact)) return false;
  Tell(total, parts, verdict);
  for (const size_t part : parts) terms_.Take(part);
  return true;
}

// The first of the parts, as many as possible, that add up exactly.
bool SumSearch::AcceptBeginning(size_t total, const Parts& parts) {
  size_t longest = 0;
  std::optional<Decimal> sum = Decimal{};
  for (size_t i = 0; i < parts.size() && sum; ++i) {
    sum = Add(*sum, terms_[parts[i]].number.value);
    if (sum && i + 1 >= kFewestParts && Compare(*sum, terms_[total].number.value) == 0) longest = i + 1;
  }
  const Parts beginning(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(longest));
  return Accept(total, beginning, Verdict::kExact);
}

// All that follow, the surely alike, then as many as add up; else what the text says of them decides.
bool SumSearch::AcceptAny(size_t total, const Parts& parts, Lead lead) {
  if (!led_ && lead != Lead::kNone) return false;
  const bool split = lead == Lead::kNone && IsSplit(parts);
  if (split) lead = Lead::kPartial;
  if (led_ == (lead == Lead::kNone)) return false;
  const auto rest = std::find_if(parts.begin(), parts.end(), [&](size_t part) { return rests_[part]; });
  if (rest == parts.begin() && rest != parts.end()) return false;
  if (rest != parts.end()) {
    // "gồm: thiết bị 1,3 tỷ đồng, tập huấn 0,3 tỷ đồng; đã chi 1,5 tỷ đồng, còn lại …": the list ends at the semicolon.
    const auto end = std::find_if(parts.begin() + 1, rest + 1,
                                  [&](size_t part) { return terms_.Before(part).find(';') != std::string_view::npos; });
    return end != rest + 1 && AcceptAny(total, Parts(parts.begin(), end), lead);
  }
  Parts sure;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(sure),
               [&](size_t part) { return AreSurelyAlike(terms_[total], terms_[part]); });
  const Verdict least = lead == Lead::kNone ? Verdict::kExact : Verdict::kOk;
  if (Accept(total, parts, least) || Accept(total, sure, least)) return true;
  // "13 đơn, gồm 09 khiếu nại, 04 tố cáo và 60 kiến nghị": where all parts miss by a digit, some of them adding up is
  // chance.
  const bool closed = lead == Lead::kWhole && IsClosed(parts) && IsNear(total, parts);
  if (!closed && (AcceptBeginning(total, parts) || AcceptBeginning(total, sure))) return true;
  const Parts& likely = sure.size() >= kFewestParts ? sure : parts;
  const Parts meant = Nearer(total, likely, UpToSemicolon(likely));
  if (lead == Lead::kNone || split || meant.size() < kFewestParts) return false;
  // "9 xã, gồm: A, B (17 tiêu chí); 3 xã …": the list that the words lead to has ended.
  const bool ended = terms_.place(meant.front()).depth == terms_.place(total).depth && lead == Lead::kWhole &&
                     terms_[meant.front()].index > terms_[total].index + 1 &&
                     terms_.Before(meant.front()).find(';') != std::string_view::npos;
  if (ended) return found_.CountUndecided(CheckKind::kPartWholeSum), false;
  const bool whole = lead == Lead::kWhole && (meant.size() == parts.size() || EndsAtSemicolon(meant)) &&
                     IsClean(total, meant) && IsSlip(total, meant);
  if ((!whole && !MeansToAddUp(total, meant, lead)) || IsNumberOfItems(total, meant) || NamesRest(meant) ||
      StandsBeside(total, meant.back()))
    return found_.CountUndecided(CheckKind::kPartWholeSum), false;
  Tell(total, meant, Verdict::kMismatch);
  for (const size_t part : meant) terms_.Take(part);
  return true;
}

// "1.086 hồ sơ (trực tuyến 1.019, trong đó toàn trình 912; trực tiếp 67)": the last is a part of an earlier total,
// beside this one.
bool SumSearch::StandsBeside(size_t total, size_t part) const {
  for (size_t earlier = total; earlier-- > 0 && terms_.place(earlier).item == terms_.place(total).item;) {
    if (MayBeTotal(earlier) && AreAlike(terms_[earlier], terms_[part]) &&
        JudgeSum(terms_[earlier].number, terms_.Numbers({total, part})) == Verdict::kExact)
      return true;
  }
  return false;
}

// Parts that commas divide end where a semicolon stands: "gồm: trâu 215 con, bò 1.086 con; gia cầm 38 nghìn con"; but
// not where a semicolon stood between parts already.
SumSearch::Parts SumSearch::UpToSemicolon(const Parts& parts) const {
  Parts meant;
  for (const size_t part : parts) {
    const bool divided = !meant.empty() && terms_.Before(part).find(';') != std::string_view::npos;
    if (divided && meant.size() < kFewestParts) return parts;
    if (divided) break;
    meant.push_back(part);
  }
  return meant;
}

// Of two lists the one that a single digit keeps from adding up, else the one whose sum misses the total by less.
SumSearch::Parts SumSearch::Nearer(size_t total, const Parts& one, const Parts& other) const {
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

bool SumSearch::EndsAtSemicolon(const Parts& parts) const {
  return terms_.After(parts.back()).find(';') != std::string_view::npos;
}

// The parts of a list in parentheses stand in the same ones, and each of its sections between semicolons has one:
// "31 học sinh (mầm non: 2 lớp, 7 cháu; tiểu học: 3 lớp, 24 học sinh)" says nothing of the pupils of the first.
bool SumSearch::IsOneList(size_t total, const Parts& parts) const {
  if (terms_.place(parts.front()).depth <= terms_.place(total).depth) return true;
  for (size_t term = total + 1; term < parts.front(); ++term) {
    // "412 đảng viên (giảm 3 đảng viên: kết nạp 8, từ trần 11)": the list is that of the change. So it mostly is in
    // "kết nạp 87 hội viên, giảm 112 hội viên (từ trần 108, chuyển đi 4)".
    if (!terms_.change(term)) continue;
    if (terms_.place(term).depth == terms_.place(parts.front()).depth) return false;
    if (terms_[term].index + 1 == terms_[parts.front()].index && !IsNear(total, parts)) return false;
  }
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
bool SumSearch::HasUnreadItem(size_t total, const Parts& parts) const {
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
bool SumSearch::IsClean(size_t total, const Parts& parts) const {
  if (!IsOneList(total, parts) || HasUnreadItem(total, parts)) return false;
  for (size_t figure = terms_[parts.front()].index + 1; figure <= terms_[parts.back()].index; ++figure) {
    if (StandsBefore(words_.part_leads_, figure) || StandsBefore(words_.whole_leads_, figure)) return false;
  }
  return std::all_of(parts.begin(), parts.end(), [&](size_t part) {
    return terms_[part].number.qualifier == Qualifier::kNone && AreAlike(terms_[total], terms_[part]);
  });
}

// Words of some side stand beside it, in its own clause or not; of "4 việc/1,78 tỷ đồng" they stand before the first.
bool SumSearch::MayBeSide(size_t part) const {
  const size_t figure = terms_[part].index;
  const auto named = [&](size_t next) { return StandsBefore(words_.sides_, next); };
  return named(figure) || named(figure + 1) || (figure > 0 && named(figure - 1));
}

// Each part is said to be another side of one split: "nam … nữ …".
bool SumSearch::IsSplit(const Parts& parts) const {
  const PhraseRow& row = terms_.row();
  const auto of_this_size = [&](const SumFinder::Split& sides) { return sides.size() == parts.size(); };
  if (!words_.sides_.MayBeIn(row) || std::none_of(words_.splits_.begin(), words_.splits_.end(), of_this_size))
    return false;
  if (!std::all_of(parts.begin(), parts.end(), [&](size_t part) { return MayBeSide(part); })) return false;
  std::vector<Beside> beside;
  beside.reserve(parts.size());
  for (const size_t part : parts)
    beside.push_back({LastClause(WithoutSigns(terms_.NameBefore(part))), FirstClause(terms_.After(part))});
  return std::any_of(words_.splits_.begin(), words_.splits_.end(),
                     [&](const SumFinder::Split& sides) { return of_this_size(sides) && AreSides(sides, beside); });
}

// The words beside each part name another one of the sides.
bool SumSearch::AreSides(const SumFinder::Split& sides, const std::vector<Beside>& beside) const {
  const PhraseRow& row = terms_.row();
  std::vector<bool> used(sides.size(), false);
  return std::all_of(beside.begin(), beside.end(), [&](const Beside& words) {
    size_t side = 0;
    while (side < sides.size() &&
           (used[side] || !(sides[side].IsIn(row, words.before) || sides[side].IsIn(row, words.after))))
      ++side;
    if (side == sides.size()) return false;
    used[side] = true;
    return true;
  });
}

// "… và 60 kiến nghị": the last part is named as such.
bool SumSearch::IsClosed(const Parts& parts) const {
  if (parts.size() < kFewestParts) return false;
  return words_.joints_.IsIn(
      terms_.reading().Between(terms_[parts[parts.size() - 2]].index, terms_[parts.back()].index));
}

// A partial list that misses its total by a single digit, or two sides of one split.
bool SumSearch::MeansToAddUp(size_t total, const Parts& parts, Lead lead) const {
  if (parts.size() < kFewestParts || lead == Lead::kNone) return false;
  if (!IsClean(total, parts)) return false;
  if (IsSplit(parts)) return true;
  const Decimal& stated = terms_[total].number.value;
  // Of a small total what the parts leave is a round number often enough.
  const bool telling = stated.coefficient >= kLargeNumber || Compare(stated, {kLargeNumber, 0}) >= 0 ||
                       (stated.coefficient >= kTellingNumber && MissesAtMost(total, parts, kNearPercent));
  if (IsNear(total, parts) && (IsClosed(parts) || telling)) return true;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers(parts));
  return sum && Compare(*sum, stated) > 0 && stated.coefficient >= kLargeNumber && MissesAtMost(total, parts, 1);
}

// "Tổng số …" behind the amounts that it adds up.
void SumSearch::ReadBackwards(size_t total) {
  if (!MayBeTotal(total) || terms_.taken(total) || total < kFewestParts) return;
  const bool named = words_.totals_.IsIn(terms_.row(), terms_.Before(total));
  if (named != led_) return;
  if (!named && terms_[total].number.value.coefficient < kTellingNumber) return;
  Parts parts;
  for (size_t i = total; i-- > 0 && parts.size() < kMostParts;) {
    if (!named && terms_.place(i).sentence != terms_.place(total).sentence) break;
    if (terms_.taken(i) || terms_[i].index == terms_[total].index || !MayBePart(total, i)) continue;
    parts.insert(parts.begin(), i);
    if (!named && parts.size() > kFewestParts) break;
    if (Accept(total, parts, named ? Verdict::kOk : Verdict::kExact)) return;
  }
  const bool large = terms_[total].number.value.coefficient >= kLargeNumber;
  const bool listed = terms_[total].number.value.coefficient >= kTellingNumber && parts.size() > kFewestParts &&
                      FollowEachOther(parts) && terms_.place(parts.front()).sentence == terms_.place(total).sentence;
  if (named && (large || listed) && parts.size() >= kFewestParts && parts.size() < kMostParts &&
      IsClean(total, parts) && IsNear(total, parts))
    Tell(total, parts, Verdict::kMismatch);
}

// "864 hồ sơ (trực tuyến 791, trực tiếp 73). Đúng hạn 858 hồ sơ, quá hạn 06 hồ sơ": what was divided once already may
// be divided again, along other lines.
void SumSearch::ReadFurtherSplit(size_t first) {
  Parts parts;
  const size_t end = std::min(terms_.size(), first + kWidestSplit);
  for (size_t i = first; i < end && terms_.place(i).sentence == terms_.place(first).sentence; ++i) {
    const bool alike = i == first || AreSurelyAlike(terms_[first], terms_[i]);
    if (!alike || terms_.taken(i) || terms_.change(i) || terms_[i].side != Amount::Side::kValue) continue;
    parts.push_back(i);
    if (!IsSplit(parts)) continue;
    const auto total = std::find_if(totals_.rbegin(), totals_.rend(), [&](size_t known) {
      return known < first && AreSurelyAlike(terms_[known], terms_[first]) &&
             (Holds(JudgeSum(terms_[known].number, terms_.Numbers(parts))) || IsNear(known, parts));
    });
    if (total == totals_.rend()) return;
    const Verdict verdict = JudgeSum(terms_[*total].number, terms_.Numbers(parts));
    Tell(*total, parts, verdict);
    for (const size_t part : parts) terms_.Take(part);
    return;
  }
}

// "14.812/16.230 hồ sơ; cấp huyện 5.124/5.310 hồ sơ, cấp xã 9.688/10.920 hồ sơ": both numbers add up, or one digit
// keeps one of them from it.
void SumSearch::ReadRatios(size_t total) {
  if (terms_[total].side != Amount::Side::kNumerator || !IsTelling(total + 1)) return;
  std::vector<Parts> prefixes;
  Parts numerators;
  for (size_t i = total + 2; i + 1 < terms_.size() && numerators.size() < kWidestSplit; ++i) {
    if (terms_.place(i).sentence > terms_.place(total).sentence + kRatioSentences) break;
    if (terms_[i].side != Amount::Side::kNumerator || !AreAlike(terms_[total], terms_[i])) continue;
    numerators.push_back(i);
    if (numerators.size() < kFewestParts) continue;
    if (AreSumsOf(total, numerators, false)) return;
    prefixes.push_back(numerators);
  }
  for (const Parts& parts : prefixes) {
    if (AreSumsOf(total, parts, true)) return;
  }
}

// \param slip  one of the two sums misses by a digit
bool SumSearch::AreSumsOf(size_t total, const Parts& numerators, bool slip) {
  Parts denominators;
  denominators.reserve(numerators.size());
  for (const size_t part : numerators) denominators.push_back(part + 1);
  const Verdict above = JudgeSum(terms_[total].number, terms_.Numbers(numerators)),
                below = JudgeSum(terms_[total + 1].number, terms_.Numbers(denominators));
  const bool above_slips = above != Verdict::kExact && IsNear(total, numerators),
             below_slips = below != Verdict::kExact && IsNear(total + 1, denominators);
  const bool meant = slip ? (below == Verdict::kExact && above_slips) || (above == Verdict::kExact && below_slips)
                          : above == Verdict::kExact && below == Verdict::kExact;
  if (!meant || (slip && !IsTelling(total))) return false;
  Tell(total, numerators, above);
  Tell(total + 1, denominators, below);
  return true;
}

// "Xảy ra 58 vụ; làm rõ 7 vụ nghiêm trọng. Cụ thể: …": a list in a sentence of its own may be of an amount farther off.
std::optional<size_t> SumSearch::EarlierTotal(size_t total, const Parts& parts) const {
  if (terms_.place(parts.front()).sentence == terms_.place(total).sentence) return std::nullopt;
  for (size_t earlier = total; earlier-- > 0 && terms_.place(earlier).item == terms_.place(total).item;) {
    if (MayBeTotal(earlier) && AreAlike(terms_[earlier], terms_[parts.front()]) &&
        JudgeSum(terms_[earlier].number, terms_.Numbers(parts)) == Verdict::kExact)
      return earlier;
  }
  return std::nullopt;
}

// "Tiếp nhận 316 hồ sơ. Giải quyết 309 hồ sơ, trong đó trước hạn 294, đúng hạn 15; còn 7 hồ sơ": the list is of the
// amount before it, also where that is itself a part of the total.
std::optional<size_t> SumSearch::NearerTotal(size_t total, const Parts& parts) const {
  for (size_t nearer = parts.front(); nearer-- > total + 1;) {
    if (!terms_.change(nearer) && AreAlike(terms_[nearer], terms_[parts.front()]) &&
        JudgeSum(terms_[nearer].number, terms_.Numbers(parts)) == Verdict::kExact)
      return nearer;
  }
  return std::nullopt;
}

void SumSearch::Tell(size_t total, const Parts& parts, Verdict verdict) {
  if (!Holds(verdict)) {
    const auto nearer = NearerTotal(total, parts), meant = nearer ? nearer : EarlierTotal(total, parts);
    total = meant.value_or(total);
    verdict = meant ? Verdict::kExact : verdict;
  }
  told_ = true;
  totals_.push_back(total);
  AddSum(terms_, found_, words_.rule_, total, parts, verdict);
}

void SumFinder::FindLed(Terms& terms, const std::vector<Role>& roles, const std::vector<bool>& rests,
                        FindingList& found) const {
  SumSearch(*this, terms, roles, rests, found).RunLed();
}

void SumFinder::FindUnled(Terms& terms, const std::vector<Role>& roles, FindingList& found) const {
  SumSearch(*this, terms, roles, std::vector<bool>(terms.size(), false), found).RunUnled();
}

}  // namespace soat
