// FigureScanner: the readings of quantities, and whether they may stand where they do.
#include "figures/figure_scanner.h"
#include "figures/number_places.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

// Footnote marks glued to a word have one or two digits.
constexpr size_t kLongestFootnoteMark = 2;

}  // namespace

// Whether a quantity whose first digits end there may be longer than these.
bool FigureScanner::MayGoOn(size_t end) const {
  if (end >= key_.size()) return false;
  const bool mark = key_[end] == '.' || key_[end] == ',';
  return engine_.quantity_bytes_[static_cast<unsigned char>(key_[end])] ||
         (mark && end + 1 < key_.size() && IsDigit(key_[end + 1]));
}

const std::vector<Quantity>& FigureScanner::ReadQuantities(size_t position) {
  engine_.quantities_.ReadDigits(key_, position, NumberStyle::kDecimalComma, readings_);
  if (readings_.back().other_value && Style() == NumberStyle::kDecimalPoint) {
    engine_.quantities_.ReadDigits(key_, position, NumberStyle::kDecimalPoint, readings_);
  }
  return readings_;
}

void FigureScanner::TryQuantities(size_t position, bool glued) {
  for (const Quantity& quantity : ReadQuantities(position)) {
    const size_t behind = BlanksEnd(key_, quantity.end);
    if (!EndsRow(key_, position, quantity.end, behind)) {
      TryTail(QuantityTail::kPercent, engine_.percents_, position, quantity, behind, glued);
      TryTail(QuantityTail::kCurrency, engine_.currencies_, position, quantity, behind, glued);
      TryTail(QuantityTail::kMeasure, engine_.measures_, position, quantity, behind, glued);
    }
    for (const CompiledRule* rule : engine_.quantity_rules_[static_cast<size_t>(QuantityTail::kNone)]) {
      TryQuantity(*rule, {Offset(position), Offset(quantity.end)}, quantity, nullptr, glued);
    }
  }
}

// A quantity with a unit of the table that begins at `behind`.
inline void FigureScanner::TryTail(QuantityTail tail, const UnitTable& table, size_t position, const Quantity& quantity,
                                   size_t behind, bool glued) {
  const auto hit = table.LongestFrom(key_, behind);
  if (!hit) return;
  for (const CompiledRule* rule : engine_.quantity_rules_[static_cast<size_t>(tail)]) {
    TryQuantity(*rule, {Offset(position), Offset(hit->end)}, quantity, hit->unit, glued);
  }
}

// "USD 5 triệu": the currency leads the quantity.
void FigureScanner::TryLeads(const std::vector<const CompiledRule*>& rules, size_t position, size_t end) {
  const auto hit = engine_.currencies_.LongestAt(key_, position);
  const size_t number = BlanksEnd(key_, end);
  if (number >= key_.size() || !IsDigit(key_[number])) return;
  for (const Quantity& quantity : ReadQuantities(number)) {
    for (const CompiledRule* rule : rules) {
      TryQuantity(*rule, {Offset(position), Offset(quantity.end)}, quantity, hit ? hit->unit : nullptr, false);
    }
  }
}

// A number word is one before others, or before what it counts: "năm 2023" and "một phần" are turned away at once.
void FigureScanner::TrySpelled(size_t position, size_t end) {
  if (!IsLetterAt(key_, BlanksEnd(key_, end)) && !engine_.nouns_.KnownAt(key_, end)) return;
  if (engine_.quantities_.IsAmbiguousWord(key_, position)) return;
  const auto quantity = engine_.quantities_.ReadWords(key_, position);
  if (!quantity) return;
  for (const CompiledRule* rule : engine_.spelled_) {
    TryQuantity(*rule, {Offset(position), Offset(quantity->end)}, *quantity, nullptr, false);
  }
}

void FigureScanner::TryQuantity(const CompiledRule& compiled, Span span, const Quantity& quantity, const UnitWord* unit,
                                bool glued) {
  const FigureRule& rule = compiled.rule();
  if (!Improves(span.end, compiled)) return;
  if (rule.magnitude && !quantity.magnitude) return;
  const bool bare = rule.tail == QuantityTail::kNone;
  if (bare && span.end < key_.size() && IsDigit(key_[span.end])) return;
  if (bare && IsLetterAt(key_, span.end) && !engine_.nouns_.KnownAt(key_, span.end)) return;  // "418con"
  if (!QuantityStands(span.begin, quantity, bare && unit == nullptr, glued)) return;
  if (!PhrasesAllow(compiled, span.begin)) return;
  if (!compiled.BeginAllowed(key_, span.begin) || !compiled.EndAllowed(key_, span.end)) return;
  if (rule.no_noun_after && CountableAt(span.end)) return;
  if (rule.alone && (CountableAt(span.end) || !engine_.nouns_.ReadAt(NounView(span.end), span.end).text.empty()))
    return;
  Candidate& best = best_.emplace();
  best.rule = &compiled;
  best.match.rule = compiled.index();
  best.match.span = best.match.figure = span;
  best.quantity = quantity;
  best.unit = unit;
  best.parts = true;
}

// Doubtful numbers stand only where something speaks for them. `bare`: neither sign nor unit belongs to the number.
bool FigureScanner::QuantityStands(size_t position, const Quantity& quantity, bool bare, bool glued) const {
  if (quantity.spelled) {
    return !quantity.ambiguous &&
           ((quantity.words > 1 && !quantity.magnitude) || engine_.nouns_.KnownAt(key_, quantity.end));
  }
  if (quantity.spaced && bare && !engine_.nouns_.KnownAt(key_, quantity.end)) {
    const bool alone = FillsCell(key_, position, quantity.end) || FillsColumn(key_, position, quantity.end) ||
                       FillsClause(key_, position, quantity.end);
    if (quantity.loose ? !alone : BetweenNumbers(key_, position, quantity.end)) return false;
  }
  if (!glued) return true;
  const size_t letters = LettersBegin(key_, position);
  const bool lower = text_.substr(letters, position - letters) == key_.substr(letters, position - letters);
  if (!lower) return false;  // a name: "KHTN1"
  return !bare || quantity.end - position > kLongestFootnoteMark;
}

// What may stand behind a number as its noun: the rest of the line, and the next line if it goes on in lower case.
std::string_view FigureScanner::NounView(size_t position) const {
  if (position < noun_view_from_ || position > noun_view_line_end_) {
    noun_view_from_ = position;
    noun_view_line_end_ = noun_view_end_ = std::min(key_.find('\n', position), key_.size());
    const size_t next = BlanksEnd(key_, noun_view_line_end_);
    const bool goes_on =
        IsLetterAt(key_, next) && text_[next] == key_[next] && text_.substr(next, 3) == key_.substr(next, 3);
    if (goes_on) noun_view_end_ = std::min(key_.find('\n', next), key_.size());
  }
  return key_.substr(0, noun_view_end_);
}

// A known noun, a unit, a currency, a magnitude or a percent sign follows. Units of time before a number are none:
// "đợt 2 năm 2023".
bool FigureScanner::CountableAt(size_t position) const {
  const std::string_view key = NounView(position);
  const size_t at = BlanksEnd(key, position);
  if (at >= key.size()) return false;
  if (key[at] == '%') return true;
  if (const auto measure = engine_.measures_.LongestAt(key, at)) {
    const size_t next = BlanksEnd(key, measure->end);
    if (next >= key.size() || !IsDigit(key[next])) return true;
  }
  return engine_.nouns_.KnownAt(key, at) || engine_.currencies_.LongestAt(key, at) ||
         engine_.quantities_.MagnitudeAt(key, at);
}

}  // namespace soat
