// FigureScanner: what wins becomes figures, with their units, signs and qualifiers.
#include <algorithm>

#include "figures/figure_scanner.h"
#include "figures/number_places.h"
#include "figures/readers.h"
#include "soat/reader.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

// A minus sign is doubled by a word like "giảm" only within its clause.
constexpr size_t kClauseBytes = 80;
// First bytes of the combining marks (U+0300–U+036F): text that has none of them is composed.
constexpr std::string_view kCombiningMarkLeads = "\xCC\xCD";

// "≥ 70%", "≤ 5%"
Qualifier QualifierOfSign(std::string_view key, size_t position) {
  const std::string_view before = key.substr(0, BlanksBegin(key, position));
  if (before.ends_with("≥")) return Qualifier::kMin;
  return before.ends_with("≤") ? Qualifier::kMax : Qualifier::kNone;
}

}  // namespace

// Takes the best candidate; returns where the search goes on, 0 when there was none.
size_t FigureScanner::Accept(size_t position) {
  if (!best_) return 0;
  const FigureRule& rule = best_->rule->rule();
  const Span span = best_->match.span;
  if (!best_->parts && (rule.kind || best_->rule->has_figure_group())) {
    best_->match = best_->rule->Parts(rule.case_sensitive ? text_ : key_, span.begin, span.end);
  }
  if (rule.kind)
    AcceptFigures();
  else
    analysis_.skips.push_back({best_->match.figure, best_->rule->index()});
  return std::max<size_t>(span.end, position + 1);
}

void FigureScanner::AcceptFigures() {
  const FigureRule& rule = best_->rule->rule();
  const size_t first = analysis_.figures.size();
  if (rule.quantity) {
    AcceptQuantity();
  } else {
    const NumberStyle style = rule.kind == FigureKind::kRatio ? Style() : NumberStyle::kDecimalComma;
    ReadMatch(document_, best_->match, *rule.kind, style, analysis_.figures);
    for (size_t i = first; i < analysis_.figures.size(); ++i) {
      Figure& figure = analysis_.figures[i];
      if (figure.kind != FigureKind::kRatio) continue;
      ReadCountedNoun(figure, figure.span.end);
      ReadQualifier(figure, figure.span.end);
    }
  }
  SkipTableNumbers(first);
}

// Of the figures from `first` on those that only number a row or column of a table are none.
void FigureScanner::SkipTableNumbers(size_t first) {
  std::vector<Figure>& figures = analysis_.figures;
  for (auto figure = figures.begin() + static_cast<std::ptrdiff_t>(first); figure != figures.end();) {
    if (const auto rule = table_numbers_.RuleAgainst(figure->span, figure->rule)) {
      analysis_.skips.push_back({figure->span, *rule});
      figure = figures.erase(figure);
    } else {
      ++figure;
    }
  }
}

void FigureScanner::AcceptQuantity() {
  const Candidate& candidate = *best_;
  Figure& figure = analysis_.figures.emplace_back();
  figure.kind = *candidate.rule->rule().kind;
  figure.rule = candidate.rule->index();
  figure.value = candidate.quantity.low;
  figure.value_max = candidate.quantity.high;
  const bool whole = figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMoney;
  figure.span = {candidate.match.span.begin, whole ? candidate.match.span.end : Offset(candidate.quantity.end)};
  ReadUnit(figure, candidate);
  ApplySign(figure, figure.span.begin);
}

void FigureScanner::ReadUnit(Figure& figure, const Candidate& candidate) {
  size_t behind = candidate.match.span.end;
  bool countable = false;
  if (candidate.unit != nullptr)
    figure.unit = candidate.unit->unit;
  else if (figure.kind == FigureKind::kMoney)
    figure.unit = engine_.set_.currencies.front().unit;
  // "8 ngày công" counts, "8 ngày" measures
  if (figure.kind == FigureKind::kMeasure && engine_.nouns_.KnownEnd(key_, candidate.quantity.end) > behind) {
    figure.kind = FigureKind::kCount;
  }
  if (figure.kind == FigureKind::kCount) {
    NounPhrase noun = engine_.nouns_.ReadAt(NounView(candidate.quantity.end), candidate.quantity.end);
    countable = noun.known;
    behind = std::max(noun.end, candidate.quantity.end);
    figure.unit = UnitText(std::move(noun));
  }
  SettleStyle(figure, candidate, countable);
  ReadQualifier(figure, behind);
}

// The noun as the author spells it ("hoà giải", "bác sĩ"), where only its spelling was folded.
std::string FigureScanner::UnitText(NounPhrase noun) {
  const Span span{Offset(noun.begin), Offset(noun.end)};
  if (noun.text.empty() || noun.text.size() != span.size()) return std::move(noun.text);
  const Span quoted = document_.to_decoded.ToSource(span, near_quote_);
  const std::string_view quote = std::string_view(document_.decoded).substr(quoted.begin, quoted.size());
  if (quote == text_.substr(noun.begin, span.size())) return std::move(noun.text);
  const auto spaced = [](std::string_view words) { return std::count(words.begin(), words.end(), ' '); };
  std::string spelled = LowerCase(quote);
  if (spaced(spelled) != spaced(noun.text) || LowerCase(NormaliseText(spelled)) != noun.text)
    return std::move(noun.text);
  const bool composed = spelled.find_first_of(kCombiningMarkLeads) == std::string::npos;
  return composed ? spelled : std::move(noun.text);
}

// What a ratio counts: a noun, a unit of measure, or an amount ("198,6/215,4 tỷ đồng").
void FigureScanner::ReadCountedNoun(Figure& figure, size_t from) {
  NounPhrase noun = engine_.nouns_.ReadAt(NounView(from), from);
  const auto measure = engine_.measures_.LongestAt(key_, from);
  const auto magnitude = engine_.quantities_.ReadMagnitude(key_, from);
  const auto currency = engine_.currencies_.LongestAt(key_, magnitude ? magnitude->end : from);
  if (noun.known)
    figure.unit = std::move(noun.text);
  else if (measure)
    figure.unit = measure->unit->unit;
  else if (currency)
    figure.unit = key_.substr(BlanksEnd(key_, from), currency->end - BlanksEnd(key_, from));
  else
    figure.unit = std::move(noun.text);
}

// "2,964 thí sinh" and "216,000 VNĐ" cannot have thousandths; "12.345%" can hardly be thousands.
void FigureScanner::SettleStyle(Figure& figure, const Candidate& candidate, bool countable) const {
  const Quantity& quantity = candidate.quantity;
  if (!quantity.other_value || !figure.value || figure.value_max) return;
  const bool whole = figure.value->scale <= 0;
  const bool indivisible = (figure.kind == FigureKind::kCount && countable) || figure.kind == FigureKind::kMoney;
  const bool share = figure.kind == FigureKind::kPercent;
  if ((indivisible && !quantity.magnitude && !whole) || (share && whole)) figure.value = quantity.other_value;
}

// "-5" is negative; "giảm 400 vụ (-18,74%)" says the decrease twice and states 18,74.
void FigureScanner::ApplySign(Figure& figure, size_t position) const {
  if (position == 0 || key_[position - 1] != '-' || !figure.value || figure.value_max) return;
  const bool free =
      position == 1 || key_[position - 2] == ' ' || key_[position - 2] == '(' || key_[position - 2] == '\t';
  if (!free || AtLineStart(key_, position)) return;
  const size_t from = position > kClauseBytes ? position - kClauseBytes : 0;
  for (size_t at = position - 1; at > from; --at) {
    const char c = key_[at - 1];
    if (c == ';' || c == '\n' || c == '\t' || (c == '.' && key_[at] == ' ')) break;
    if (ClassOf(c) == ByteClass::kLetter && !IsLetterBefore(key_, at - 1) &&
        engine_.minus_words_.LongestAt(key_, at - 1))
      return;
  }
  figure.value->coefficient = -figure.value->coefficient;
  figure.span.begin = Offset(position - 1);
}

void FigureScanner::ReadQualifier(Figure& figure, size_t behind) {
  const bool may_follow = (PhrasesBefore(figure.span.begin) & FigureEngine::kQualifierBit) != 0;
  if (const auto hit = may_follow ? engine_.qualifiers_before_.LongestBefore(key_, figure.span.begin) : std::nullopt)
    figure.qualifier = engine_.set_.qualifiers_before[hit->value].qualifier;
  if (figure.qualifier == Qualifier::kNone) figure.qualifier = QualifierOfSign(key_, figure.span.begin);
  if (figure.qualifier != Qualifier::kNone) return;
  const size_t at = BlanksEnd(key_, behind);
  if (const auto hit = engine_.qualifiers_after_.LongestAt(key_, at)) {
    figure.qualifier = engine_.set_.qualifiers_after[hit->value].qualifier;
  }
}

}  // namespace soat
