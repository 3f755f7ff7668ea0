// FigureEngine: prepares the rules, and walks a document from left to right.
#include "figures/figure_engine.h"

#include <algorithm>

#include "figures/characters.h"
#include "figures/readers.h"

namespace soat {
namespace {

// A minus sign is doubled by a word like "giảm" only within its clause.
constexpr size_t kClauseBytes = 80;
// Footnote marks glued to a word have one or two digits.
constexpr size_t kLongestFootnoteMark = 2;

uint32_t Offset(size_t position) { return static_cast<uint32_t>(position); }

uint16_t FirstBytes(std::string_view word) {
  const auto second = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0U;
  return static_cast<uint16_t>(static_cast<unsigned char>(word[0]) << 8U | second);
}

// Everything between the line's start and `position` is blank, a bullet, a table bar or a mark of Markdown.
bool AtLineStart(std::string_view key, size_t position) {
  while (position > 0) {
    const char c = key[position - 1];
    if (c == '\n') return true;
    if (c != ' ' && c != '*' && c != '|' && c != '#' && c != '+' && c != '-' && c != '_' && c != '>') return false;
    --position;
  }
  return true;
}

const std::string& UnitOf(const std::vector<UnitWord>& units, const Lexicon& lexicon, std::string_view key, Span span,
                          std::string& written) {
  written = key.substr(span.begin, span.size());
  const auto same = std::find_if(units.begin(), units.end(), [&](const UnitWord& unit) { return unit.word == written; });
  if (same != units.end()) return same->unit;
  if (const auto hit = lexicon.LongestAt(key, span.begin); hit && hit->end == span.end) return units[hit->value].unit;
  return written;
}

}  // namespace

FigureEngine::FigureEngine(const RuleSet& rules)
    : quantities_(rules.number_words), nouns_(rules), set_(rules) {
  for (uint32_t i = 0; i < rules.measures.size(); ++i) measures_.Add(rules.measures[i].word, i);
  for (uint32_t i = 0; i < rules.currencies.size(); ++i) currencies_.Add(rules.currencies[i].word, i);
  for (uint32_t i = 0; i < rules.qualifiers_before.size(); ++i) qualifiers_before_.Add(rules.qualifiers_before[i].phrase, i);
  for (uint32_t i = 0; i < rules.qualifiers_after.size(); ++i) qualifiers_after_.Add(rules.qualifiers_after[i].phrase, i);
  for (const std::string& word : rules.minus_words) minus_words_.Add(word, 0);
  for (uint32_t i = 0; i < rules.figure_rules.size(); ++i) {
    rules_.push_back(std::make_unique<CompiledRule>(rules.figure_rules[i], i));
    AddStarts(rules.figure_rules[i], rules_.back().get());
  }
}

void FigureEngine::MarkBeginning(std::string_view word) {
  if (word.size() > 1) {
    word_beginnings_[FirstBytes(word)] = true;
  } else {
    std::fill_n(word_beginnings_.begin() + (static_cast<unsigned char>(word[0]) << 8U), 256, true);
  }
}

void FigureEngine::AddStarts(const FigureRule& rule, const CompiledRule* compiled) {
  const auto add = [&](StartGroup& group) { (rule.case_sensitive ? group.text : group.key).Add(compiled); };
  if (rule.quantity) {
    if (rule.pattern.empty()) bare_.push_back(compiled);
    else tails_.Add(compiled);
  } else if (rule.starts.empty()) {
    add(digit_);
  }
  if (rule.quantity && !rule.starts.empty()) {  // a quantity in words
    for (const std::string& word : quantities_.FirstWords()) {
      MarkBeginning(word);
      words_.try_emplace(HashWord(kHashSeed, word));
    }
    return;
  }
  for (const std::string& start : rule.starts) {
    const auto first = static_cast<unsigned char>(start[0]);
    if (first < 128 && ClassOf(start[0]) == ByteClass::kOther) {
      if (!signs_[first]) signs_[first] = std::make_unique<StartGroup>();
      add(*signs_[first]);
    } else {
      MarkBeginning(start);
      add(words_[HashWord(kHashSeed, start)]);
    }
  }
}

Status FigureEngine::Check() const {
  for (const auto& rule : rules_) {
    if (Status status = rule->Check(); !status.ok()) return status;
  }
  return {};
}

/// One walk over one document.
class FigureScanner {
 public:
  FigureScanner(const FigureEngine& engine, const Document& document)
      : engine_(engine), document_(document), key_(document.key), text_(document.text) {}

  Analysis Run();

 private:
  // A rule that matches, with what it takes to compare and to read it.
  struct Candidate {
    const CompiledRule* rule = nullptr;
    Match match;
    Quantity quantity;  // of a quantity rule
    size_t begin = 0;   // of the figure, before the place where the rule started if it takes what stands before
  };

  size_t TryDigit(size_t position);
  size_t TryWord(size_t position, size_t end);
  size_t TrySign(size_t position);
  void TryGroup(const FigureEngine::StartGroup& group, size_t position, bool glued);
  void TryRule(const CompiledRule& rule, std::string_view text, size_t position, bool glued);
  void TryQuantities(size_t position, bool glued);
  void TryQuantity(const CompiledRule& rule, size_t position, const Quantity& quantity, bool glued);
  bool QuantityStands(const Candidate& candidate, size_t position, bool glued) const;
  std::string_view NounView(size_t position) const;
  bool CountableAt(size_t position) const;
  bool BetweenNumbers(size_t begin, size_t end) const;
  void Offer(Candidate candidate);
  size_t Accept(size_t position);

  void AcceptQuantity();
  void ReadUnit(Figure& figure, const Candidate& candidate);
  void ReadCountedNoun(Figure& figure, size_t from);
  void SettleStyle(Figure& figure, const Candidate& candidate, bool countable) const;
  void ApplySign(Figure& figure, size_t position) const;
  void ReadQualifier(Figure& figure, size_t behind) const;
  NumberStyle Style();

  const FigureEngine& engine_;
  const Document& document_;
  const std::string_view key_, text_;
  std::optional<NumberStyle> style_;
  std::optional<Candidate> best_;
  std::vector<const CompiledRule*> found_;
  std::vector<Quantity> readings_;
  Analysis analysis_;
};

// The vote costs a walk of its own, so it is held only when a number needs it: see SettleStyle and ReadNumeral.
NumberStyle FigureScanner::Style() {
  if (!style_) style_ = VoteNumberStyle(key_);
  return *style_;
}

Analysis FigureScanner::Run() {
  for (size_t position = 0; position < key_.size();) {
    const char c = key_[position];
    switch (ClassOf(c)) {
      case ByteClass::kDigit: position = TryDigit(position); break;
      case ByteClass::kLetter: {
        const size_t end = LettersEnd(key_, position);
        const size_t next = engine_.word_beginnings_[FirstBytes(key_.substr(position, 2))] ? TryWord(position, end) : 0;
        position = next != 0 ? next : end;
        break;
      }
      default: {
        const auto byte = static_cast<unsigned char>(c);
        const size_t next = byte < 128 && engine_.signs_[byte] ? TrySign(position) : 0;
        position = next != 0 ? next : position + 1;
      }
    }
  }
  return std::move(analysis_);
}

size_t FigureScanner::TryWord(size_t position, size_t end) {
  if (position > 0 && IsDigit(key_[position - 1])) return 0;  // "13h"
  const auto group = engine_.words_.find(HashWord(kHashSeed, key_.substr(position, end - position)));
  if (group == engine_.words_.end()) return 0;
  best_.reset();
  TryGroup(group->second, position, false);
  if (engine_.quantities_.StartsNumber(key_.substr(position, end - position))) {
    if (const auto quantity = engine_.quantities_.ReadWords(key_, position)) {
      for (const CompiledRule* rule : engine_.bare_) {
        if (!rule->rule().starts.empty()) TryQuantity(*rule, position, *quantity, false);
      }
    }
  }
  return Accept(position);
}

size_t FigureScanner::TrySign(size_t position) {
  best_.reset();
  TryGroup(*engine_.signs_[static_cast<unsigned char>(key_[position])], position, false);
  return Accept(position);
}

size_t FigureScanner::TryDigit(size_t position) {
  best_.reset();
  const bool glued = IsLetterBefore(key_, position);
  TryGroup(engine_.digit_, position, glued);
  TryQuantities(position, glued);
  if (const size_t next = Accept(position); next != 0) return next;
  while (position < key_.size() && IsDigit(key_[position])) ++position;
  return position;
}

void FigureScanner::TryGroup(const FigureEngine::StartGroup& group, size_t position, bool glued) {
  if (!group.key.empty()) {
    group.key.Candidates(key_, position, found_);
    for (const CompiledRule* rule : found_) TryRule(*rule, key_, position, glued);
  }
  if (!group.text.empty()) {
    group.text.Candidates(text_, position, found_);
    for (const CompiledRule* rule : found_) TryRule(*rule, text_, position, glued);
  }
}

void FigureScanner::TryRule(const CompiledRule& compiled, std::string_view text, size_t position, bool glued) {
  const FigureRule& rule = compiled.rule();
  if (glued && !rule.glued) return;
  if (rule.line_start && !AtLineStart(key_, position)) return;
  const auto match = compiled.MatchAt(text, position);
  if (!match) return;
  Candidate candidate{&compiled, *match, {}, position};
  size_t before = position;
  if (!compiled.ContextAllows(text, position, match->span.end, before)) return;
  if (rule.no_noun_after && CountableAt(match->span.end)) return;
  if (rule.takes_before) candidate.begin = before;
  Offer(std::move(candidate));
}

void FigureScanner::TryQuantities(size_t position, bool glued) {
  engine_.quantities_.ReadDigits(key_, position, NumberStyle::kDecimalComma, readings_);
  for (size_t i = 0; i < readings_.size(); ++i) {
    Quantity quantity = readings_[i];
    if (quantity.other_value && Style() == NumberStyle::kDecimalPoint) {
      std::vector<Quantity> pointed;
      engine_.quantities_.ReadDigits(key_, position, NumberStyle::kDecimalPoint, pointed);
      if (i < pointed.size()) quantity = pointed[i];
    }
    engine_.tails_.Candidates(key_, quantity.end, found_);
    for (const CompiledRule* rule : found_) TryQuantity(*rule, position, quantity, glued);
    for (const CompiledRule* rule : engine_.bare_) {
      if (rule->rule().starts.empty()) TryQuantity(*rule, position, quantity, glued);
    }
  }
}

void FigureScanner::TryQuantity(const CompiledRule& compiled, size_t position, const Quantity& quantity, bool glued) {
  Candidate candidate{&compiled, {}, quantity, position};
  candidate.match.rule = compiled.index();
  candidate.match.span = candidate.match.figure = {Offset(position), Offset(quantity.end)};
  if (!compiled.rule().pattern.empty()) {
    const auto tail = compiled.MatchAt(key_, quantity.end);
    if (!tail) return;
    candidate.match = *tail;
    candidate.match.span.begin = Offset(position);
  } else if (IsLetterAt(key_, quantity.end) || (quantity.end < key_.size() && IsDigit(key_[quantity.end]))) {
    return;
  }
  size_t before = position;
  const FigureRule& rule = compiled.rule();
  if (!compiled.ContextAllows(key_, position, candidate.match.span.end, before)) return;
  if (rule.no_noun_after && CountableAt(candidate.match.span.end)) return;
  if (rule.magnitude && !quantity.magnitude) return;
  if (rule.alone && (CountableAt(quantity.end) || !engine_.nouns_.ReadAt(NounView(quantity.end), quantity.end).text.empty())) return;
  if (rule.takes_before) candidate.begin = before;
  if (QuantityStands(candidate, position, glued)) Offer(std::move(candidate));
}

// What may stand behind a number as its noun: the rest of the line, and the next line if it goes on in lower case.
std::string_view FigureScanner::NounView(size_t position) const {
  const size_t line_end = std::min(key_.find('\n', position), key_.size());
  const size_t next = BlanksEnd(key_, line_end);
  const bool goes_on = IsLetterAt(key_, next) && text_[next] == key_[next] &&
                       text_.substr(next, 3) == key_.substr(next, 3);
  return key_.substr(0, goes_on ? std::min(key_.find('\n', next), key_.size()) : line_end);
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

// Another number stands on either side, as in a row of a table whose cells lost their tabs.
bool FigureScanner::BetweenNumbers(size_t begin, size_t end) const {
  while (begin > 0 && key_[begin - 1] == ' ') --begin;
  while (end < key_.size() && key_[end] == ' ') ++end;
  return (begin > 0 && (IsDigit(key_[begin - 1]) || key_[begin - 1] == '%')) || (end < key_.size() && IsDigit(key_[end]));
}

// Doubtful numbers stand only where something speaks for them.
bool FigureScanner::QuantityStands(const Candidate& candidate, size_t position, bool glued) const {
  const Quantity& quantity = candidate.quantity;
  const bool bare = candidate.rule->rule().pattern.empty();
  if (quantity.spelled) {
    return engine_.nouns_.KnownAt(key_, quantity.end) || (quantity.words > 1 && !quantity.magnitude);
  }
  const Numeral numeral = ReadNumeral(key_, position, NumberStyle::kDecimalComma);
  if (numeral.spaced && quantity.end >= numeral.end && bare && !engine_.nouns_.KnownAt(key_, quantity.end)) {
    if (numeral.loose || BetweenNumbers(position, quantity.end)) return false;
  }
  if (!glued) return true;
  const size_t letters = LettersBegin(key_, position);
  const bool lower = text_.substr(letters, position - letters) == key_.substr(letters, position - letters);
  if (!lower) return false;  // a name: "KHTN1"
  return !bare || quantity.end - position > kLongestFootnoteMark;
}

void FigureScanner::Offer(Candidate candidate) {
  if (best_) {
    const uint32_t old_end = best_->match.span.end, new_end = candidate.match.span.end;
    if (new_end < old_end) return;
    if (new_end == old_end) {
      const int old_priority = best_->rule->rule().priority, new_priority = candidate.rule->rule().priority;
      if (new_priority < old_priority) return;
      if (new_priority == old_priority && candidate.rule->index() > best_->rule->index()) return;
    }
  }
  best_ = std::move(candidate);
}

// Takes the best candidate; returns where the search goes on, 0 when there was none.
size_t FigureScanner::Accept(size_t position) {
  if (!best_) return 0;
  const FigureRule& rule = best_->rule->rule();
  const Span span = best_->match.span;
  if (!rule.kind) {
    analysis_.skips.push_back({best_->match.figure, best_->rule->index()});
  } else if (rule.quantity) {
    AcceptQuantity();
  } else {
    const size_t first = analysis_.figures.size();
    const NumberStyle style = rule.kind == FigureKind::kRatio ? Style() : NumberStyle::kDecimalComma;
    ReadMatch(document_, best_->match, *rule.kind, style, analysis_.figures);
    for (size_t i = first; i < analysis_.figures.size(); ++i) {
      Figure& figure = analysis_.figures[i];
      if (i == first && rule.takes_before) figure.span.begin = Offset(best_->begin);
      if (figure.kind == FigureKind::kRatio) {
        ReadCountedNoun(figure, figure.span.end);
        ReadQualifier(figure, figure.span.end);
      }
    }
  }
  return std::max<size_t>(span.end, position + 1);
}

void FigureScanner::AcceptQuantity() {
  const Candidate& candidate = *best_;
  Figure figure;
  figure.kind = *candidate.rule->rule().kind;
  figure.rule = candidate.rule->index();
  figure.value = candidate.quantity.low;
  figure.value_max = candidate.quantity.high;
  const bool whole = figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMoney;
  figure.span = {Offset(candidate.begin), whole ? candidate.match.span.end : Offset(candidate.quantity.end)};
  ReadUnit(figure, candidate);
  ApplySign(figure, candidate.begin);
  analysis_.figures.push_back(std::move(figure));
}

void FigureScanner::ReadUnit(Figure& figure, const Candidate& candidate) {
  std::string written;
  const Match& match = candidate.match;
  size_t behind = match.span.end;
  bool countable = false;
  if (figure.kind == FigureKind::kPercent) {
    figure.unit = "%";
  } else if (figure.kind == FigureKind::kMoney) {
    const Span currency = match[Capture::kCurrency];
    figure.unit = currency.size() > 0 ? UnitOf(engine_.set_.currencies, engine_.currencies_, key_, currency, written)
                                      : engine_.set_.currencies.front().unit;
  } else if (figure.kind == FigureKind::kMeasure) {
    figure.unit = UnitOf(engine_.set_.measures, engine_.measures_, key_, match[Capture::kUnit], written);
    const size_t noun_end = engine_.nouns_.KnownEnd(key_, candidate.quantity.end);
    if (noun_end > match.span.end) {  // "8 ngày công" counts, "8 ngày" measures
      figure.kind = FigureKind::kCount;
      countable = true;
    }
  }
  if (figure.kind == FigureKind::kCount) {
    const NounPhrase noun = engine_.nouns_.ReadAt(NounView(candidate.quantity.end), candidate.quantity.end);
    figure.unit = noun.text;
    countable = noun.known;
    behind = std::max(noun.end, candidate.quantity.end);
  }
  SettleStyle(figure, candidate, countable);
  ReadQualifier(figure, behind);
}

void FigureScanner::ReadCountedNoun(Figure& figure, size_t from) {
  figure.unit = engine_.nouns_.ReadAt(NounView(from), from).text;
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
  const bool free = position == 1 || key_[position - 2] == ' ' || key_[position - 2] == '(' || key_[position - 2] == '\t';
  if (!free || AtLineStart(key_, position)) return;
  const size_t from = position > kClauseBytes ? position - kClauseBytes : 0;
  for (size_t at = position - 1; at > from; --at) {
    const char c = key_[at - 1];
    if (c == ';' || c == '\n' || c == '\t' || (c == '.' && key_[at] == ' ')) break;
    if (ClassOf(c) == ByteClass::kLetter && !IsLetterBefore(key_, at - 1) && engine_.minus_words_.LongestAt(key_, at - 1)) return;
  }
  figure.value->coefficient = -figure.value->coefficient;
  figure.span.begin = Offset(position - 1);
}

void FigureScanner::ReadQualifier(Figure& figure, size_t behind) const {
  if (const auto hit = engine_.qualifiers_before_.LongestBefore(key_, figure.span.begin)) {
    figure.qualifier = engine_.set_.qualifiers_before[hit->value].qualifier;
  }
  if (figure.qualifier != Qualifier::kNone) return;
  const size_t at = BlanksEnd(key_, behind);
  if (const auto hit = engine_.qualifiers_after_.LongestAt(key_, at)) {
    figure.qualifier = engine_.set_.qualifiers_after[hit->value].qualifier;
  }
}

Analysis FigureEngine::FindFigures(const Document& document) const { return FigureScanner(*this, document).Run(); }

}  // namespace soat
