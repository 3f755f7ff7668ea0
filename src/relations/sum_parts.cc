#include "relations/sum_parts.h"

#include <algorithm>

#include "relations/signs.h"
#include "rules/reading_marks.h"
#include "text/byte_classes.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr ByteSet kCommas(",;"), kSignLeads("(,; ");

// "86.412 cây/90.000 cây": the second is the plan, and what follows is of the first.
bool IsPlanBehindStroke(const Terms& terms, size_t term) {
  return term > 0 && terms[term - 1].index + 1 == terms[term].index &&
         terms.NameBefore(term).data() != terms.Before(term).data() && AreSurelyAlike(terms[term - 1], terms[term]);
}

// "(+4 vụ": the sign is no mark of an item.
bool StandsBehindPlus(std::string_view before) {
  return before.size() > 1 && before.back() == '+' && kSignLeads.Has(before[before.size() - 2]);
}

}  // namespace

void ReadSumRoles(const SumWords& words, const Terms& terms, std::vector<SumRole>& roles) {
  roles.assign(terms.size(), {});
  const bool of_one = words.of_one.MayBeIn(terms.row());
  for (size_t i = 0; i < terms.size(); ++i) {
    const Amount& amount = terms[i];
    if (terms.change(i) || amount.side == Amount::Side::kDenominator || IsPlanBehindStroke(terms, i)) continue;
    roles[i].total = IsPositive(amount.number.value);
    // "18 vụ, 14 người bị thương (-4 vụ, -2 người)": what stands with a sign is a change.
    const bool is_signed = amount.number.value.coefficient < 0 || StandsBehindPlus(terms.Before(i));
    roles[i].part = amount.side == Amount::Side::kValue && !is_signed &&
                    !(words.not_terms.MayEnd(terms.place(i).ends) && words.not_terms.Ends(terms.Before(i)) &&
                      !EndsClause(terms.Before(i))) &&
                    !(of_one && words.of_one.IsIn(terms.row(), terms.Before(i)) &&
                      words.of_one.Begins(LastClause(WithoutSigns(terms.Before(i)))));
    const std::string_view behind = terms.After(i);
    roles[i].rate = amount.kind == FigureKind::kMoney && behind.starts_with('/') && IsLetterAt(behind, 1);
  }
}

// The words between a total and its first part, whatever other figures stand between. No phrase goes on over a figure.
Lead SumParts::LeadOf(size_t total, size_t first) const {
  const bool led = words_.part_leads.MayBeIn(terms_.row()) || words_.whole_leads.MayBeIn(terms_.row());
  bool whole = false;
  for (size_t figure = terms_[total].index + 1; led && figure <= terms_[first].index; ++figure) {
    if (StandsBefore(words_.part_leads, figure)) return Lead::kPartial;
    whole = whole || StandsBefore(words_.whole_leads, figure);
  }
  if (whole) return Lead::kWhole;
  if (first != total + 1) return Lead::kNone;
  const std::string_view between = terms_.reading().Between(terms_[total].index, terms_[first].index);
  const bool colon = between.find(':') != std::string_view::npos && !HasAnyOf(between, kCommas);
  return colon ? Lead::kPartial : Lead::kNone;
}

Parts SumParts::InItems(size_t total) const {
  const ReadFigure& place = terms_.place(total);
  Parts parts;
  if (place.depth > 0 || terms_.place(terms_.size() - 1).item == place.item) return parts;
  uint32_t last_item = place.item;
  for (size_t i = total + 1; i < terms_.size(); ++i) {
    const ReadFigure& other = terms_.place(i);
    if (other.item == place.item) {
      if (!terms_.change(i) && other.depth == 0 && AreAlike(terms_[total], terms_[i])) return {};
      continue;  // only the last amount of a lead-in is the total of its list
    }
    if (other.level <= place.level) break;
    if (other.level > place.level + 1 || other.item == last_item || other.depth > 0 || !MayBePart(total, i)) continue;
    last_item = other.item;
    parts.push_back(i);
  }
  return parts;
}

bool SumParts::AreOfEveryItem(size_t total, const Parts& parts) const {
  const ReadFigure& place = terms_.place(total);
  const uint32_t last = terms_.reading().LastOfList(place.item, place.level + 1);
  return parts.size() == terms_.reading().ItemsBehind(place.item, last, place.level + 1);
}

// "96 sản phẩm (sàn thứ nhất 58, sàn thứ hai 38), đạt 120% kế hoạch (80 sản phẩm)": between the last two terms the
// parentheses of the first one end.
bool SumParts::ClosesBetween(size_t term, size_t next) const {
  return terms_.place(term).depth <= terms_.place(next).depth &&
         ClosesParentheses(terms_.reading().Between(terms_[term].index, terms_[next].index));
}

// "155 thành viên (trong đó cấp huyện: 15; cấp xã: 140)": what stands in the parentheses behind a total.
Parts SumParts::InParentheses(size_t total, size_t first, PartNoun noun) const {
  Parts parts;
  const ReadFigure& place = terms_.place(total);
  for (size_t i = first; i < terms_.size() && parts.size() < kMostParts; ++i) {
    if (terms_.place(i).depth <= place.depth || terms_.place(i).sentence != place.sentence) break;
    // "Sơn (57), Hạ (29), …" has parentheses for each.
    if (parts.size() >= kFewestParts && ClosesBetween(i - 1, i) && !ClosesBetween(parts[0], parts[1])) break;
    if (terms_.place(i).depth == place.depth + 1 && !terms_.taken(i) && MayBePart(total, i, noun)) parts.push_back(i);
  }
  return parts;
}

// The sentence of a term goes on with the list of the one before: it begins so, or a mark of its end stands before it.
bool SumParts::GoesOn(size_t term, Lead lead) const {
  const std::string_view before = terms_.Before(term);
  if (words_.continuations.Begins(before)) return true;
  const size_t end = before.rfind(kSentenceEndMark);
  return lead != Lead::kNone && end != std::string_view::npos &&
         words_.continuations.Begins(before.substr(end + kMarkSize));
}

Parts SumParts::InSentence(size_t total, size_t first, Lead lead, PartNoun noun) const {
  Parts parts;
  const ReadFigure& place = terms_.place(total);
  const uint32_t sentence = terms_.place(first).sentence;
  parts.reserve(std::min(terms_.size() - first, kMostParts));
  for (size_t i = first; i < terms_.size() && parts.size() < kMostParts; ++i) {
    const ReadFigure& other = terms_.place(i);
    if (other.item != place.item || (other.sentence > sentence && !GoesOn(i, lead))) break;
    if (other.depth == place.depth && !terms_.taken(i) && MayBePart(total, i, noun)) parts.push_back(i);
  }
  return parts;
}

// Parts that commas divide end where a semicolon stands: "gồm: trâu 215 con, bò 1.086 con; gia cầm 38 nghìn con"; but
// not where a semicolon stood between parts already.
Parts SumParts::UpToSemicolon(const Parts& parts) const {
  Parts meant;
  meant.reserve(parts.size());
  for (const size_t part : parts) {
    const bool divided = !meant.empty() && terms_.Before(part).find(';') != std::string_view::npos;
    if (divided && meant.size() < kFewestParts) return parts;
    if (divided) break;
    meant.push_back(part);
  }
  return meant;
}

}  // namespace soat
