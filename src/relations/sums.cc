#include "relations/sums.h"

#include <algorithm>
#include <optional>

#include "relations/part_lists.h"
#include "relations/sum_totals.h"

namespace soat {
namespace {

constexpr size_t kSidesOfThree = 6;      // of three ratios
constexpr uint32_t kRatioSentences = 4;  // between a ratio and those that it adds up
constexpr size_t kWidestSplit = 8;       // terms among which the sides of a further split stand

}  // namespace

/// The search among the terms of one reading, from the last total to the first, so that inner sums are found first.
class SumSearch {
 public:
  SumSearch(const SumWords& words, Terms& terms, const std::vector<SumRole>& roles, const std::vector<bool>& rests,
            FindingList& found)
      : words_(words), terms_(terms), rests_(rests), found_(found), parts_(words, terms, roles), lists_(words, terms) {}

  void RunLed() {
    led_ = true;
    for (size_t total = terms_.size(); total-- > 0;) {
      if (!parts_.MayBeTotal(total) || ReadList(total)) continue;
      ReadSentence(total);
      if (!told_) ReadOfAnyNoun(total);
    }
    for (size_t total = 0; total < terms_.size(); ++total) ReadBackwards(total);
    if (terms_.reading().Has(FigureKind::kRatio)) {
      for (size_t total = 0; total + kSidesOfThree <= terms_.size(); ++total) ReadRatios(total);
    }
    if (totals_.empty() || !words_.sides.MayBeIn(terms_.row())) return;
    for (size_t first = 0; first < terms_.size(); ++first) ReadFurtherSplit(first);
  }

  void RunUnled() {
    led_ = false;
    for (size_t total = terms_.size(); total-- > 0;) {
      if (parts_.MayBeTotal(total) && (lists_.IsTelling(total) || IsOpened(total))) ReadSentence(total);
    }
    for (size_t total = 0; total < terms_.size(); ++total) ReadBackwards(total);
  }

 private:
  /// "Trong 12 chỉ tiêu có …"
  bool IsOpened(size_t total) const {
    return words_.openers.MayEnd(terms_.place(total).ends) && words_.openers.Ends(terms_.Before(total));
  }
  bool ReadList(size_t total);
  void ReadOfAnyNoun(size_t total);
  void ReadSentence(size_t total);
  void ReadBackwards(size_t total);
  void ReadFurtherSplit(size_t first);
  void ReadRatios(size_t total);
  bool AreSumsOf(size_t total, const Parts& numerators, bool slip);
  bool Accept(size_t total, const Parts& parts, Verdict least);
  bool AcceptBeginning(size_t total, const Parts& parts);
  bool AcceptAny(size_t total, const Parts& parts, Lead lead);
  bool AcceptBeforeRest(size_t total, const Parts& parts, Parts::const_iterator rest, Lead lead);
  bool AcceptMeant(size_t total, const Parts& parts, const Parts& likely, Lead lead);
  void Tell(size_t total, const Parts& parts, Verdict verdict);
  void Take(const Parts& parts) {
    for (const size_t part : parts) terms_.Take(part);
  }

  const SumWords& words_;
  Terms& terms_;
  const std::vector<bool>& rests_;
  FindingList& found_;
  const SumParts parts_;
  const PartLists lists_;
  const SumTotals choice_{terms_, parts_, lists_};
  bool told_ = false;  // something was said of the total that is read
  Parts totals_;       // of sums that were told
  bool led_ = true;    // only where words lead from a total to its parts, or only where none do
};

// The first amount of each item directly below the total's own block.
bool SumSearch::ReadList(size_t total) {
  const Parts parts = parts_.InItems(total);
  if (parts.size() < kFewestParts || parts.size() > kMostParts) return false;
  const Lead lead = parts_.LeadOf(total, parts.front());
  const bool every_item = parts_.AreOfEveryItem(total, parts);
  if (lead == Lead::kNone && !every_item) return Accept(total, parts, Verdict::kExact);
  if (Accept(total, parts, Verdict::kOk)) return true;
  const bool whole = lead == Lead::kWhole && every_item && lists_.IsClean(total, parts);
  const bool meant = lead == Lead::kNone ? lists_.IsPlainList(total, parts) : lists_.MeansToAddUp(total, parts, lead);
  if (whole || (every_item && meant)) {
    Tell(total, parts, Verdict::kMismatch);
    return true;
  }
  found_.CountUndecided(CheckKind::kPartWholeSum);
  return false;
}

// Directly behind "gồm" the parts may be of other nouns than the total.
void SumSearch::ReadOfAnyNoun(size_t total) {
  if (total + 1 >= terms_.size() || terms_[total + 1].index != terms_[total].index + 1 ||
      !parts_.MayBePart(total, total + 1, PartNoun::kAny))
    return;
  const bool enclosed = terms_.place(total + 1).depth > terms_.place(total).depth;
  const Lead lead = parts_.LeadOf(total, total + 1);
  // "8.240 hội viên: có 1.120 giỏi; …", "1.486 học sinh, trong đó mầm non 398 cháu …": so large that it is no chance.
  const bool partial = lead == Lead::kPartial && lists_.IsLarge(total);
  if (!(enclosed || partial || lead == Lead::kWhole)) return;
  const Parts parts = enclosed ? parts_.InParentheses(total, total + 1, PartNoun::kAny)
                               : parts_.InSentence(total, total + 1, Lead::kNone, PartNoun::kAny);
  const bool rests = parts.size() == kFewestParts && rests_[parts.back()];
  if (parts.size() < kFewestParts || parts.front() != total + 1 || rests || AcceptBeginning(total, parts)) return;
  if (lead == Lead::kWhole && lists_.FollowEachOther(parts) && lists_.IsNear(total, parts) &&
      lists_.IsSlip(total, parts))
    Tell(total, parts, Verdict::kMismatch);
}

void SumSearch::ReadSentence(size_t total) {
  told_ = false;
  const ReadFigure& place = terms_.place(total);
  size_t first = total + 1;
  const auto within_sentences = [&] {
    return first < terms_.size() && terms_.place(first).sentence <= place.sentence + 1;
  };
  const auto in_reach = [&] { return within_sentences() && terms_.place(first).item == place.item; };
  while (in_reach() && (terms_[first].index == terms_[total].index || !parts_.MayBePart(total, first))) ++first;
  if (!in_reach()) return;
  const Lead lead = parts_.LeadOf(total, first);
  if (terms_.place(first).depth > place.depth) {
    const Parts parts = parts_.InParentheses(total, first);
    const bool led = lead == Lead::kNone || lists_.HaveColons(parts);
    const Parts cut = parts_.UpToSemicolon(parts);
    const bool all = lists_.MayBeAll(total, parts) || (lists_.FollowEachOther(cut) && lists_.MayBeAll(total, cut));
    const bool divided = lists_.IsLabelled(parts) ? led && all : lists_.IsPlainlyDivided(total, parts);
    AcceptAny(total, parts, divided ? Lead::kWhole : lead);
    if (terms_.taken(first)) return;
  }
  while (within_sentences() && (terms_.place(first).depth != place.depth || !parts_.MayBePart(total, first))) ++first;
  if (!within_sentences()) return;
  const Lead outer = parts_.LeadOf(total, first);
  if (outer == Lead::kNone && terms_.place(first).sentence != place.sentence) return;
  const Parts parts = parts_.InSentence(total, first, outer);
  const bool sides = outer == Lead::kNone && words_.sides.MayBeIn(terms_.row());
  const Parts cut = sides ? parts_.UpToSemicolon(parts) : Parts{};
  // "96 người; nam 58 người, nữ 38 người; đảng viên 83 người": the sides of a split end at the semicolon.
  const bool split = !cut.empty() && cut.size() < parts.size() && lists_.IsSplit(cut);
  AcceptAny(total, split ? cut : parts, outer);
}

// The parts add up, at least as well as `least` says.
bool SumSearch::Accept(size_t total, const Parts& parts, Verdict least) {
  if (parts.size() < kFewestParts) return false;
  const Verdict verdict = lists_.Judge(total, parts);
  if (!Holds(verdict) || (least == Verdict::kExact && verdict != Verdict::kExact)) return false;
  Tell(total, parts, verdict);
  Take(parts);
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
  if (longest == 0) return false;
  const Parts beginning(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(longest));
  return Accept(total, beginning, Verdict::kExact);
}

// All that follow, the surely alike, then as many as add up; else what the text says of them decides.
bool SumSearch::AcceptAny(size_t total, const Parts& parts, Lead lead) {
  if (!led_ && lead != Lead::kNone) return false;
  const bool split = lead == Lead::kNone && lists_.IsSplit(parts);
  if (split) lead = Lead::kPartial;
  if (led_ == (lead == Lead::kNone)) return false;
  const auto rest = std::find_if(parts.begin(), parts.end(), [&](size_t part) { return rests_[part]; });
  if (rest != parts.end()) return AcceptBeforeRest(total, parts, rest, lead);
  const Verdict least = lead == Lead::kNone ? Verdict::kExact : Verdict::kOk;
  if (Accept(total, parts, least)) return true;
  Parts sure;
  sure.reserve(parts.size());
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(sure),
               [&](size_t part) { return AreSurelyAlike(terms_[total], terms_[part]); });
  if (sure.size() < parts.size() && Accept(total, sure, least)) return true;
  // "13 đơn, gồm 09 khiếu nại, 04 tố cáo và 60 kiến nghị": where all parts miss by a digit, some of them adding up is
  // chance.
  const bool closed = lead == Lead::kWhole && lists_.IsClosed(parts) && lists_.IsNear(total, parts);
  if (!closed && (AcceptBeginning(total, parts) || (sure.size() < parts.size() && AcceptBeginning(total, sure))))
    return true;
  const Parts& likely = sure.size() >= kFewestParts ? sure : parts;
  // "96.412 người; nam 48.830 người, nữ 47.852 người": no words lead to the sides of a split.
  const bool slipped = split && lists_.IsTelling(total) && parts.front() == total + 1 &&
                       lists_.FollowEachOther(parts) && lists_.IsNear(total, parts);
  return (split ? slipped : lead != Lead::kNone) && AcceptMeant(total, parts, likely, lead);
}

// "gồm: thiết bị 1,3 tỷ đồng, tập huấn 0,3 tỷ đồng; đã chi 1,5 tỷ đồng, còn lại …": the list ends at the semicolon.
bool SumSearch::AcceptBeforeRest(size_t total, const Parts& parts, Parts::const_iterator rest, Lead lead) {
  // "nợ khó thu 9,8 tỷ đồng, nợ đang xử lý 1,1 tỷ đồng, …": what is said to be left may be one of the parts.
  if (lead == Lead::kWhole && Accept(total, parts, Verdict::kExact)) return true;
  const bool one_of = lead == Lead::kWhole && rest + 1 != parts.end() && lists_.FollowEachOther(parts);
  if (one_of && lists_.IsNear(total, parts)) return AcceptMeant(total, parts, parts, lead);
  if (rest == parts.begin()) return false;
  const auto end = std::find_if(parts.begin() + 1, rest + 1,
                                [&](size_t part) { return terms_.Before(part).find(';') != std::string_view::npos; });
  return end != rest + 1 && AcceptAny(total, Parts(parts.begin(), end), lead);
}

// Parts that words lead to and that do not add up. \param likely  those of them that are surely alike, if there are
// some
bool SumSearch::AcceptMeant(size_t total, const Parts& parts, const Parts& likely, Lead lead) {
  const Parts cut = parts_.UpToSemicolon(likely);
  const Parts& meant = lists_.Nearer(total, likely, cut);
  if (meant.size() < kFewestParts) return false;
  // "9 xã, gồm: A, B (17 tiêu chí); 3 xã …": the list that the words lead to has ended.
  const bool ended = terms_.place(meant.front()).depth == terms_.place(total).depth && lead == Lead::kWhole &&
                     terms_[meant.front()].index > terms_[total].index + 1 &&
                     terms_.Before(meant.front()).find(';') != std::string_view::npos;
  if (ended) return found_.CountUndecided(CheckKind::kPartWholeSum), false;
  const bool whole = lead == Lead::kWhole && (meant.size() == parts.size() || lists_.EndsAtSemicolon(meant)) &&
                     lists_.IsClean(total, meant) && lists_.IsSlip(total, meant);
  if ((!whole && !lists_.MeansToAddUp(total, meant, lead)) || lists_.IsNumberOfItems(total, meant) ||
      lists_.NamesRest(meant) || choice_.StandsBeside(total, meant.back()))
    return found_.CountUndecided(CheckKind::kPartWholeSum), false;
  Tell(total, meant, Verdict::kMismatch);
  Take(meant);
  return true;
}

// "Tổng số …" behind the amounts that it adds up.
void SumSearch::ReadBackwards(size_t total) {
  if (!parts_.MayBeTotal(total) || terms_.taken(total) || total < kFewestParts) return;
  const bool named = words_.totals.IsIn(terms_.row(), terms_.Before(total));
  if (named != led_) return;
  if (!named && terms_[total].number.value.coefficient < kTellingNumber) return;
  Parts parts;
  for (size_t i = total; i-- > 0 && parts.size() < kMostParts;) {
    if (!named && terms_.place(i).sentence != terms_.place(total).sentence) break;
    if (terms_.taken(i) || terms_[i].index == terms_[total].index || !parts_.MayBePart(total, i)) continue;
    parts.insert(parts.begin(), i);
    if (!named && parts.size() > kFewestParts) break;
    if (Accept(total, parts, named ? Verdict::kOk : Verdict::kExact)) return;
  }
  const bool large = lists_.IsLarge(total);
  const bool listed = lists_.IsTelling(total) && parts.size() > kFewestParts && lists_.FollowEachOther(parts) &&
                      terms_.place(parts.front()).sentence == terms_.place(total).sentence;
  if (named && (large || listed) && parts.size() >= kFewestParts && parts.size() < kMostParts &&
      lists_.IsClean(total, parts) && lists_.IsNear(total, parts))
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
    if (!lists_.MayBeSide(i)) return;  // of no split that more parts could make
    parts.push_back(i);
    if (!lists_.IsSplit(parts)) continue;
    if (const std::optional<size_t> total = choice_.ToldBefore(totals_, parts)) {
      Tell(*total, parts, lists_.Judge(*total, parts));
      Take(parts);
    }
    return;
  }
}

// "14.812/16.230 hồ sơ; cấp huyện 5.124/5.310 hồ sơ, cấp xã 9.688/10.920 hồ sơ": both numbers add up, or one digit
// keeps one of them from it.
void SumSearch::ReadRatios(size_t total) {
  if (terms_[total].side != Amount::Side::kNumerator || !lists_.IsTelling(total + 1)) return;
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
  const Verdict above = lists_.Judge(total, numerators), below = lists_.Judge(total + 1, denominators);
  const bool above_slips = above != Verdict::kExact && lists_.IsNear(total, numerators),
             below_slips = below != Verdict::kExact && lists_.IsNear(total + 1, denominators);
  const bool meant = slip ? (below == Verdict::kExact && above_slips) || (above == Verdict::kExact && below_slips)
                          : above == Verdict::kExact && below == Verdict::kExact;
  if (!meant || (slip && !lists_.IsTelling(total))) return false;
  Tell(total, numerators, above);
  Tell(total + 1, denominators, below);
  return true;
}

void SumSearch::Tell(size_t total, const Parts& parts, Verdict verdict) {
  if (!Holds(verdict)) {
    const std::optional<size_t> meant = choice_.TotalBeside(total, parts);
    total = meant.value_or(total);
    verdict = meant ? Verdict::kExact : verdict;
  }
  told_ = true;
  totals_.push_back(total);
  AddSum(terms_, found_, words_.rule, total, parts, verdict);
}

void SumFinder::FindLed(Terms& terms, const std::vector<Role>& roles, const std::vector<bool>& rests,
                        FindingList& found) const {
  SumSearch(words_, terms, roles, rests, found).RunLed();
}

void SumFinder::FindUnled(Terms& terms, const std::vector<Role>& roles, FindingList& found) const {
  SumSearch(words_, terms, roles, std::vector<bool>(terms.size(), false), found).RunUnled();
}

}  // namespace soat
