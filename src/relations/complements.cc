#include "relations/complements.h"

#include <algorithm>
#include <optional>
#include <string>

#include "relations/words_in.h"

namespace soat {
namespace {

constexpr uint32_t kMostSentences = 3;  // between a part and what is left
constexpr uint32_t kNearSentences = 1;  // between them when they contradict each other
constexpr uint32_t kFarSentences = 2;   // the same, of large numbers of which one digit is wrong
constexpr uint32_t kMostItems = 2;      // between the whole and what is left, where each stands in an item of its own
constexpr size_t kNearTerms = 3;        // before what is not done, among which it may be said to be done
constexpr Int128 kLargeNumber = 1000;
constexpr Int128 kTellingNumber = 100;  // an equation of smaller numbers may be chance
constexpr size_t kMostEarlier = 6;      // terms before the rest that are tried
constexpr std::string_view kPairSign = " > ";

// Phrases stand in the clause before a term. Mostly they do not stand before it at all, which costs less to see.
bool StandInLastClause(const Phrases& phrases, const Terms& terms, size_t term) {
  return phrases.IsIn(terms.row(), terms.Before(term)) &&
         phrases.IsIn(terms.row(), LastClause(WithoutSigns(terms.Before(term))));
}

}  // namespace

ComplementFinder::ComplementFinder(const RuleSet& rules, uint32_t rule, PhraseLists& lists) : rule_(rule) {
  const RelationRule& words = rules.relation_rules[rule];
  rests_ = Phrases(words, "rests", lists, PhraseLists::Place::kIn);
  sure_rests_ = Phrases(words, "sure_rests", lists, PhraseLists::Place::kIn);
  rests_behind_ = Phrases(words, "rests_behind", lists, PhraseLists::Place::kIn);
  not_done_ = Phrases(words, "not_done");
  not_yet_ = Phrases(words, "not_yet", lists, PhraseLists::Place::kIn);
  done_ = Phrases(words, "done");
  not_wholes_ = Phrases(words, "not_wholes");
  const auto pairs = words.words.find("pairs");
  if (pairs == words.words.end()) return;
  for (const std::string& pair : pairs->second) {
    const size_t sign = pair.find(kPairSign);
    if (sign == std::string::npos) continue;
    pairs_.emplace_back(Phrases(std::vector<std::string>{pair.substr(0, sign)}),
                        Phrases(std::vector<std::string>{pair.substr(sign + kPairSign.size())}));
  }
}

class ComplementSearch {
 public:
  ComplementSearch(const ComplementFinder& words, Terms& terms, const std::vector<bool>& sure, FindingList& found)
      : words_(words), terms_(terms), found_(found), sure_(sure) {}

  void Run() {
    bool rest = false;
    for (size_t i = 0; i < terms_.size(); ++i) {
      rest = IsRest(i, rest);
      if (rest && rest_.empty()) rest_.resize(terms_.size());
      if (rest) rest_[i] = true;
    }
    if (rest_.empty()) return;
    for (size_t i = 2; i < terms_.size(); ++i) {
      if (rest_[i] && !terms_.taken(i)) ReadRest(i);
    }
  }

 private:
  bool IsRest(size_t term, bool behind_rest) const;
  std::string_view Undone(size_t term) const;
  bool IsUndoneOf(size_t whole, size_t rest) const;
  bool IsUndoneBehind(size_t part, size_t rest) const;
  bool IsInReach(size_t term, size_t rest) const;
  bool AreSuccessiveItems(size_t part, size_t rest) const;
  bool AcceptNamedMiss(const std::vector<size_t>& earlier, size_t rest);
  std::vector<size_t> Earlier(size_t rest) const;
  void ReadRest(size_t rest);
  bool ReadOfAnyNoun(size_t rest);
  bool Accept(size_t whole, const std::vector<size_t>& parts);
  std::pair<size_t, size_t> Ordered(size_t first, size_t second) const;
  std::vector<size_t> WithThoseBetween(size_t whole, size_t part, size_t rest) const;
  bool IsPair(size_t whole, size_t part) const;
  bool BelongTogether(size_t whole, size_t part) const;
  bool AcceptPartAsWhole(size_t part, size_t rest);
  bool IsOneOfSeveral(size_t whole, size_t part, size_t rest) const;
  bool IsBalanced(size_t whole, size_t part, size_t rest) const;
  bool IsAllThatIsLeft(size_t part, size_t rest) const;

  const ComplementFinder& words_;
  Terms& terms_;
  FindingList& found_;
  const std::vector<bool>& sure_;
  std::vector<bool> rest_;  // none, or by term
};

// "còn lại 35 vụ", "9 xã chưa lắp đặt", and the second of "161 vụ/335 bị cáo" when the first is.
// \param behind_rest  the term before it is one
bool ComplementSearch::IsRest(size_t term, bool behind_rest) const {
  if (terms_.change(term) || terms_[term].side != Amount::Side::kValue) return false;
  const std::string_view before = terms_.Before(term);
  if (sure_[term]) return true;
  if (StandInLastClause(words_.rests_, terms_, term)) return true;
  if (!Undone(term).empty()) return true;
  return behind_rest && terms_.NameBefore(term) != before;
}

// "đã cấp 6.893 thẻ …, chưa cấp 123 thẻ", "đạt 574 cơ sở, không đạt 44 cơ sở": what was done to those before was not
// done to these.
std::string_view ComplementSearch::Undone(size_t term) const {
  if (!StandInLastClause(words_.not_yet_, terms_, term)) return {};
  const std::string_view clause = LastClause(WithoutSigns(terms_.Before(term)));
  const size_t at = words_.not_yet_.FindIn(clause);
  if (at == std::string_view::npos) return {};
  const std::string_view verb = FirstWord(words_.not_yet_.WithoutBeginning(clause.substr(at)));
  for (size_t i = term; i-- > 0 && i + kNearTerms >= term && !verb.empty();) {
    const std::string_view before = LastClause(WithoutSigns(terms_.NameBefore(i)));
    if (!AreAlike(terms_[i], terms_[term])) continue;
    const size_t done = words_.done_.FindIn(before);
    const std::string_view said = WithoutSigns(done == std::string_view::npos ? before : before.substr(done));
    if (FirstWord(words_.done_.WithoutBeginning(said)) == verb) return verb;
  }
  return {};
}

// "rất hài lòng 402 phiếu, hài lòng 386 phiếu, chưa hài lòng 26 phiếu": the first is no whole of the others.
bool ComplementSearch::IsUndoneOf(size_t whole, size_t rest) const {
  const std::string_view verb = Undone(rest);
  return !verb.empty() && !StandIn(verb, WithoutSigns(terms_.Before(whole)));
}

// "đã chi trả 498 đối tượng, còn 14 đối tượng chưa chi trả", and no words more: those that were left for some reason
// need not be all.
bool ComplementSearch::IsUndoneBehind(size_t part, size_t rest) const {
  const std::string_view behind = WithoutSigns(FirstClause(words_.WithoutUnit(terms_, rest)));
  if (!words_.not_yet_.Begins(behind)) return false;
  const std::string_view before = LastClause(WithoutSigns(terms_.NameBefore(part)));
  const size_t done = words_.done_.FindIn(before);
  const std::string_view verb = words_.not_yet_.WithoutBeginning(behind);
  return done != std::string_view::npos && !verb.empty() &&
         words_.done_.WithoutBeginning(before.substr(done)).starts_with(verb);
}

// Within some sentences, or where each item of a list has one of the three.
bool ComplementSearch::IsInReach(size_t term, size_t rest) const {
  const ReadFigure &one = terms_.place(term), &other = terms_.place(rest);
  return one.sentence + kMostSentences >= other.sentence ||
         (one.item + kMostItems >= other.item && one.item != other.item);
}

bool ComplementSearch::AreSuccessiveItems(size_t part, size_t rest) const {
  return terms_.place(part).item + 1 == terms_.place(rest).item && terms_.place(part).level == terms_.place(rest).level;
}

// Terms like the rest before it, nearest first, without parts of sums among them and without other rests.
std::vector<size_t> ComplementSearch::Earlier(size_t rest) const {
  std::vector<size_t> earlier;
  for (size_t i = rest; i-- > 0 && earlier.size() < kMostEarlier;) {
    if (!IsInReach(i, rest)) break;
    if (terms_.taken(i) || terms_.change(i) || rest_[i] || !AreAlike(terms_[i], terms_[rest])) continue;
    if (terms_.place(i).depth > terms_.place(rest).depth) continue;
    earlier.push_back(i);
  }
  return earlier;
}

bool ComplementSearch::IsPair(size_t whole, size_t part) const {
  const std::string_view of_whole = terms_.NameBefore(whole), of_part = terms_.NameBefore(part);
  return std::any_of(words_.pairs_.begin(), words_.pairs_.end(), [&](const auto& pair) {
    return pair.first.IsIn(of_whole) && pair.second.IsIn(of_part) && !pair.first.IsIn(of_part);
  });
}

bool ComplementSearch::BelongTogether(size_t whole, size_t part) const {
  return terms_[whole].index == terms_[part].index || IsPair(whole, part);
}

bool ComplementSearch::Accept(size_t whole, const std::vector<size_t>& parts) {
  const Verdict verdict = JudgeSum(terms_[whole].number, terms_.Numbers(parts));
  if (!Holds(verdict)) return false;
  AddSum(terms_, found_, words_.rule_, whole, parts, verdict);
  for (const size_t part : parts) terms_.Take(part);
  return true;
}

void ComplementSearch::ReadRest(size_t rest) {
  const std::vector<size_t> earlier = Earlier(rest);
  if (ReadOfAnyNoun(rest)) return;
  for (size_t i = 0; i + 1 < earlier.size(); ++i) {
    for (size_t j = i + 1; j < earlier.size(); ++j) {
      const auto [whole, part] = Ordered(earlier[j], earlier[i]);
      if (Compare(terms_[whole].number.value, terms_[part].number.value) < 0) continue;
      if (Accept(whole, {part, rest}) || Accept(whole, WithThoseBetween(whole, part, rest))) return;
    }
  }
  if (earlier.size() < 2) return;
  const auto [whole, part] = Ordered(earlier[1], earlier[0]);
  const std::optional<Decimal> sum = SumOf(terms_.Numbers({part, rest}));
  const Int128 size = terms_[whole].number.value.coefficient;
  const bool near = sum && DifferByOneDigit(*sum, terms_[whole].number.value) && size >= kTellingNumber &&
                    (sure_[rest] || IsUndoneOf(whole, rest) || IsUndoneBehind(part, rest));
  const uint32_t reach = near && size >= kLargeNumber ? kFarSentences : kNearSentences;
  if (!(near || BelongTogether(whole, part)) || !AreSurelyAlike(terms_[whole], terms_[rest]) ||
      !IsAllThatIsLeft(part, rest) || terms_.place(part).sentence + reach < terms_.place(rest).sentence) {
    if (!AcceptNamedMiss(earlier, rest)) found_.CountUndecided(CheckKind::kComplement);
    return;
  }
  if (AcceptPartAsWhole(part, rest)) return;
  if (IsOneOfSeveral(whole, part, rest) || IsBalanced(whole, part, rest))
    return found_.CountUndecided(CheckKind::kComplement);
  AddSum(terms_, found_, words_.rule_, whole, {part, rest}, Verdict::kMismatch);
}

// "- Tiếp nhận: 8.914 hồ sơ … - Đã giải quyết: 8.527 hồ sơ … - Đang giải quyết: 378 hồ sơ": words of the whole and of
// the part, each in an item, and a single digit keeps them from adding up.
bool ComplementSearch::AcceptNamedMiss(const std::vector<size_t>& earlier, size_t rest) {
  if (!sure_[rest]) return false;
  for (const size_t part : earlier) {
    for (const size_t whole : earlier) {
      const bool together = terms_.place(part).sentence == terms_.place(rest).sentence;
      if (whole >= part || !(together || AreSuccessiveItems(part, rest)) || !IsPair(whole, part)) continue;
      const std::optional<Decimal> sum = SumOf(terms_.Numbers({part, rest}));
      if (!sum || !DifferByOneDigit(*sum, terms_[whole].number.value) || !AreSurelyAlike(terms_[whole], terms_[part]) ||
          !AreSurelyAlike(terms_[whole], terms_[rest]) || IsBalanced(whole, part, rest))
        continue;
      AddSum(terms_, found_, words_.rule_, whole, {part, rest}, Verdict::kMismatch);
      return true;
    }
  }
  return false;
}

// "1.190 việc, trong đó có điều kiện 902 việc, …; xong 768 việc, còn 134 việc": what is part of a sum is divided
// further.
bool ComplementSearch::AcceptPartAsWhole(size_t part, size_t rest) {
  for (size_t i = part; i-- > 0 && terms_.place(i).sentence + kMostSentences >= terms_.place(rest).sentence;) {
    if (terms_.taken(i) && !terms_.change(i) && AreSurelyAlike(terms_[i], terms_[rest]) && Accept(i, {part, rest}))
      return true;
  }
  return false;
}

// "61/92 kiến nghị; đang giải quyết 24 kiến nghị; chưa giải quyết 7 kiến nghị": what follows is left as well.
bool ComplementSearch::IsOneOfSeveral(size_t whole, size_t part, size_t rest) const {
  const size_t next = rest + 1;
  return next < terms_.size() && terms_.place(next).sentence <= terms_.place(rest).sentence + 1 &&
         AreAlike(terms_[next], terms_[rest]) &&
         Holds(JudgeSum(terms_[whole].number, terms_.Numbers({part, rest, next})));
}

// "nhận mới 8.508 hồ sơ, kỳ trước chuyển sang 6 hồ sơ, đã giải quyết 8.500 hồ sơ, còn 14 hồ sơ": what there was before
// is done or left as well.
bool ComplementSearch::IsBalanced(size_t whole, size_t part, size_t rest) const {
  if (words_.not_wholes_.IsIn(terms_.Before(whole)) && !words_.not_wholes_.IsIn(terms_.Before(part))) return true;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers({part, rest}));
  const std::optional<Decimal> before = sum ? Subtract(*sum, terms_[whole].number.value) : std::nullopt;
  for (size_t i = 0; before && i < terms_.size(); ++i) {
    if (terms_.place(i).sentence > terms_.place(rest).sentence + 1) break;
    if (i != whole && i != part && i != rest && AreAlike(terms_[i], terms_[rest]) && IsInReach(i, rest) &&
        Compare(terms_[i].number.value, *before) == 0)
      return true;
  }
  return false;
}

// "còn 9 xã", "còn 9 xã chưa lắp đặt", in the sentence of what is done; "còn 5 đơn phức tạp" are some of those left.
bool ComplementSearch::IsAllThatIsLeft(size_t part, size_t rest) const {
  if (sure_[rest]) return true;
  const std::string_view behind = FirstClause(words_.WithoutUnit(terms_, rest));
  return terms_.place(part).sentence == terms_.place(rest).sentence &&
         (WithoutSigns(behind).empty() || words_.not_done_.IsIn(behind));
}

// "119 biên chế, hiện có 104 người, còn thiếu 15 biên chế": right behind each other the part may have another noun.
bool ComplementSearch::ReadOfAnyNoun(size_t rest) {
  if (rest < 2 || !sure_[rest]) return false;
  const size_t part = rest - 1, whole = rest - 2;
  const bool follow = terms_[part].index + 1 == terms_[rest].index && terms_[whole].index + 1 == terms_[part].index;
  const bool together = terms_.place(whole).sentence == terms_.place(rest).sentence && !terms_.taken(part) &&
                        !terms_.taken(whole) && !terms_.change(part) && !terms_.change(whole);
  const bool counted = terms_[part].kind == FigureKind::kCount && !AreAlike(terms_[part], terms_[rest]);
  if (!follow || !together || !counted || !AreSurelyAlike(terms_[whole], terms_[rest])) return false;
  if (Accept(whole, {part, rest})) return true;
  const std::optional<Decimal> sum = SumOf(terms_.Numbers({part, rest}));
  const bool small = terms_[whole].number.value.coefficient < kTellingNumber;
  if (!sum || (small && !IsPair(whole, part)) || !DifferByOneDigit(*sum, terms_[whole].number.value)) return false;
  AddSum(terms_, found_, words_.rule_, whole, {part, rest}, Verdict::kMismatch);
  return true;
}

// Of a ratio the second number is the whole, and so it is of "1.120 trong tổng số 1.400 hộ".
std::pair<size_t, size_t> ComplementSearch::Ordered(size_t first, size_t second) const {
  const bool ratio = terms_[first].index == terms_[second].index;
  const bool part_first = terms_[first].unit.empty() && terms_[first].index + 1 == terms_[second].index &&
                          Compare(terms_[first].number.value, terms_[second].number.value) < 0;
  return ratio || part_first ? std::pair(second, first) : std::pair(first, second);
}

// "12/14 chỉ tiêu, 1 cơ bản hoàn thành, 1 chưa hoàn thành": what stands between part and rest is done in part.
std::vector<size_t> ComplementSearch::WithThoseBetween(size_t whole, size_t part, size_t rest) const {
  std::vector<size_t> parts = {part};
  for (size_t i = std::max(whole, part) + 1; i <= rest; ++i) {
    if (i == rest || (!terms_.taken(i) && !terms_.change(i) && AreAlike(terms_[i], terms_[rest]))) parts.push_back(i);
  }
  return parts;
}

// "159 hồ sơ đang giải quyết"; but not "402 vụ, đang giải quyết 136 vụ".
bool ComplementFinder::IsRestBehind(const Terms& terms, size_t term) const {
  return rests_behind_.Begins(FirstClause(WithoutUnit(terms, term)));
}

std::string_view ComplementFinder::WithoutUnit(const Terms& terms, size_t term) {
  std::string_view behind = terms.After(term);
  behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
  const std::string_view unit = terms[term].unit;
  if (!unit.empty() && behind.starts_with(unit)) behind.remove_prefix(unit.size());
  return behind;
}

void ComplementFinder::SureRests(const Terms& terms, std::vector<bool>& sure) const {
  sure.assign(terms.size(), false);
  const bool before = sure_rests_.MayBeIn(terms.row()), behind = rests_behind_.MayBeIn(terms.row());
  for (size_t i = 0; (before || behind) && i < terms.size(); ++i) {
    sure[i] = (before && StandInLastClause(sure_rests_, terms, i)) || (behind && IsRestBehind(terms, i));
  }
}

void ComplementFinder::Find(Terms& terms, const std::vector<bool>& sure, FindingList& found) const {
  ComplementSearch(*this, terms, sure, found).Run();
}

}  // namespace soat
