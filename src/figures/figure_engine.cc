// FigureEngine: prepares the rules, and walks a document from left to right.
#include "figures/figure_engine.h"

#include <algorithm>
#include <bit>

#include "figures/cell_units.h"
#include "figures/readers.h"
#include "figures/table_numbers.h"
#include "soat/reader.h"
#include "text/byte_blocks.h"
#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {
namespace {

// A minus sign is doubled by a word like "giảm" only within its clause.
constexpr size_t kClauseBytes = 80;
// The first numbers of a report tell how all are written.
constexpr size_t kVoteBytes = 1 << 16;
// About one figure stands in so many bytes of a dense report.
constexpr size_t kBytesPerFigure = 64;
// Footnote marks glued to a word have one or two digits.
constexpr size_t kLongestFootnoteMark = 2;
constexpr size_t kColumnGap = 2;  // blanks
// First bytes of the combining marks (U+0300–U+036F): text that has none of them is composed.
constexpr std::string_view kCombiningMarkLeads = "\xCC\xCD";

// Start tokens that are no words: digits, digits that look like a year, many digits, number words.
constexpr std::string_view kDigits = "0", kYear = "{year}", kLong = "{long}", kNumberWord = "{number-word}";
constexpr std::string_view kAllDigits = "0123456789";
constexpr size_t kYearDigits = 4, kLongDigits = 8;

uint32_t Offset(size_t position) { return static_cast<uint32_t>(position); }

uint64_t ByteBit(char byte) { return uint64_t{1} << (static_cast<unsigned char>(byte) & 63U); }

// The end of the word, the digits or the sign at `position`.
size_t TokenEnd(std::string_view text, size_t position) {
  if (IsLetterAt(text, position)) return LettersEnd(text, position);
  if (!IsDigit(text[position])) return position + 1;
  while (position < text.size() && IsDigit(text[position])) ++position;
  return position;
}

// The hash of tokens with one more behind them.
uint64_t WithToken(uint64_t hash, std::string_view token) { return WithWord(hash, WordHash(token)); }

// The same for the token at `position`.
uint64_t WithTokenAt(uint64_t hash, std::string_view text, size_t position) {
  if (IsDigit(text[position])) return WithToken(hash, kDigits);
  if (ClassOf(text[position]) != ByteClass::kLetter) return WithToken(hash, text.substr(position, 1));
  return WithToken(hash, text.substr(position, LettersEnd(text, position) - position));
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

// Rules that start at a word find their digit within this many bytes, or are marked in the rule files.
constexpr size_t kDigitAheadBytes = 48;

}  // namespace

FigureEngine::FigureEngine(const RuleSet& rules)
    : digits_(&GroupOf(WithToken(kHashSeed, kDigits))),
      year_(&GroupOf(WithToken(kHashSeed, kYear))),
      long_(&GroupOf(WithToken(kHashSeed, kLong))),
      quantities_(rules.number_words),
      nouns_(rules),
      percents_(rules.percents),
      measures_(rules.measures),
      currencies_(rules.currencies),
      set_(rules) {
  MarkQuantityBytes();
  for (uint32_t i = 0; i < rules.qualifiers_before.size(); ++i)
    qualifiers_before_.Add(rules.qualifiers_before[i].phrase, i);
  qualifiers_before_.EnterWords(phrase_words_, kPhraseBits);
  for (uint32_t i = 0; i < rules.qualifiers_after.size(); ++i)
    qualifiers_after_.Add(rules.qualifiers_after[i].phrase, i);
  for (const std::string& word : rules.minus_words) minus_words_.Add(word, 0);
  for (uint32_t i = 0; i < rules.figure_rules.size(); ++i) {
    rules_.push_back(std::make_unique<CompiledRule>(rules.figure_rules[i], i));
    rules_.back()->EnterPhrases(phrase_words_, i % kPhraseBits);
    AddRule(rules.figure_rules[i], rules_.back().get());
  }
}

FigureEngine::StartGroup& FigureEngine::GroupOf(uint64_t hash) {
  StartEntry& entry = start_index_.Enter(hash);
  if (entry.group == nullptr) {
    entry.group = &starts_.emplace_back();
    entry.group->hash = hash;
  }
  return *entry.group;
}

void FigureEngine::MarkQuantityBytes() {
  for (size_t byte = 0; byte < quantity_bytes_.size(); ++byte) {
    const char c = static_cast<char>(byte);
    quantity_bytes_[byte] = QuantityReader::MayGoOnWith(c) || percents_.MayBeginWith(c) ||
                            currencies_.MayBeginWith(c) || measures_.MayBeginWith(c);
  }
}

void FigureEngine::AddStartWord(std::string_view word, bool digit_ahead) {
  start_words_.Add(WordHash(word));
  longest_start_word_ = std::max(longest_start_word_, word.size());
  if (!digit_ahead) words_without_digit_.Add(word);
}

// "chỉ tiêu", "0/", "năm 0", "(": the group of rules that start at these tokens.
FigureEngine::StartGroup& FigureEngine::GroupAt(std::string_view start, bool digit_ahead) {
  const size_t end = start.front() == '{' ? start.find('}') + 1 : TokenEnd(start, 0);
  const uint64_t word = WordHash(start.substr(0, end)), hash = WithWord(kHashSeed, word);
  const size_t second = BlanksEnd(start, end);
  if (IsLetterAt(start, 0))
    AddStartWord(start.substr(0, end), digit_ahead);
  else if (end == 1 && !IsDigit(start[0]))
    start_signs_[static_cast<unsigned char>(start[0])] = true;
  StartGroup& group = GroupOf(hash);
  const std::string_view words = IsLetterAt(start, 0) ? start.substr(0, end) : std::string_view();
  group.rules.BeginWith(words);
  const bool before_digit = second < start.size() && IsDigit(start[second]);
  group.start = std::max(group.start, before_digit ? Start::kBeforeDigit : Start::kAlways);
  group.digit_ahead = group.digit_ahead && digit_ahead;
  if (second >= start.size()) return group;
  for (const char byte : IsDigit(start[second]) ? kAllDigits : start.substr(second, 1))
    group.second_bytes |= ByteBit(byte);
  StartGroup& pair = GroupOf(WithToken(hash, start.substr(second, TokenEnd(start, second) - second)));
  pair.rules.BeginWith(words);
  return pair;
}

void FigureEngine::AddRule(const FigureRule& rule, const CompiledRule* compiled) {
  if (rule.quantity && rule.starts.empty()) {
    quantity_rules_[static_cast<size_t>(rule.tail)].push_back(compiled);
  } else if (rule.starts.empty()) {
    GroupAt(kDigits, true).rules.Add(compiled);
  } else if (rule.starts.front() == kNumberWord) {
    spelled_.push_back(compiled);
    for (const std::string& word : quantities_.FirstWords()) GroupAt(word, false).number_word = true;
  } else {
    for (const std::string& start : rule.starts) {
      StartGroup& group = GroupAt(start, rule.digit_ahead);
      if (rule.quantity)
        group.leads.push_back(compiled);
      else
        group.rules.Add(compiled);
    }
  }
}

uint64_t FigureEngine::PhrasesBefore(std::string_view key, size_t position) const {
  const Span word = WordBeforeMatch(key, position);
  return word.size() == 0 ? 0 : phrase_words_.Find(WordHash(key, word.begin, word.end)).last;
}

std::vector<Error> FigureEngine::Check() const {
  std::vector<Error> faults;
  for (const auto& rule : rules_) {
    if (Status status = rule->Check(); !status.ok()) faults.push_back(status.error());
  }
  return faults;
}

namespace {

// A rule that matches, with what it takes to compare and to read it.
struct Candidate {
  const CompiledRule* rule = nullptr;
  Match match;
  Quantity quantity;               // of a quantity rule
  const UnitWord* unit = nullptr;  // the word of its tail, or the currency before it
  bool parts = false;              // the captures are in the match
};

}  // namespace

/// One walk over one document.
class FigureScanner {
 public:
  FigureScanner(const FigureEngine& engine, const Document& document, TableNumbers numbers)
      : engine_(engine),
        document_(document),
        key_(document.key),
        text_(document.text),
        table_numbers_(std::move(numbers)) {}

  Analysis Run();

 private:
  uint64_t StartSignsIn(const ByteBlocks& blocks) const;
  uint64_t StartsIn(const ByteBlocks& blocks);
  uint64_t NearDigitsIn(const ByteBlocks& blocks);
  size_t LeaveToken(size_t position);
  bool MayStart(FigureEngine::Start start, size_t end) const;
  size_t NextDigit(size_t position) const;
  bool DigitAhead(size_t end) const;
  void TryStarts(const FigureEngine::StartGroup& group, size_t position, size_t end, bool glued);
  size_t TryDigit(size_t position);
  size_t TryWord(size_t position, size_t end);
  size_t TryStartWord(uint64_t hash, size_t position, size_t end);
  size_t TryDigitOrSign(size_t position);
  size_t TrySign(size_t position);
  void TryGroup(const RuleGroup& group, size_t position, bool glued);
  void SortHits();
  bool MayStand(const CompiledRule& compiled, size_t position, bool glued);
  bool AnyMayStand(const RuleGroup& group, size_t position);
  uint64_t PhrasesBefore(size_t position);
  bool PhrasesAllow(const CompiledRule& compiled, size_t position) {
    return !compiled.has_phrases() || compiled.PhrasesAllow(key_, position, PhrasesBefore(position));
  }
  void TryRule(const RuleGroup::Hit& hit, size_t position);
  const std::vector<Quantity>& ReadQuantities(size_t position);
  bool MayGoOn(size_t end) const;
  void TryQuantities(size_t position, bool glued);
  void TryTail(QuantityTail tail, const UnitTable& table, size_t position, const Quantity& quantity, size_t behind,
               bool glued);
  void TryLeads(const std::vector<const CompiledRule*>& rules, size_t position, size_t end);
  void TrySpelled(size_t position, size_t end);
  void TryQuantity(const CompiledRule& compiled, Span span, const Quantity& quantity, const UnitWord* unit, bool glued);
  bool QuantityStands(size_t position, const Quantity& quantity, bool bare, bool glued) const;
  bool Improves(size_t end, const CompiledRule& rule) const;
  std::string_view NounView(size_t position) const;
  bool CountableAt(size_t position) const;
  bool BetweenNumbers(size_t begin, size_t end) const;
  bool FillsCell(size_t begin, size_t end) const;
  bool FillsColumn(size_t begin, size_t end) const;
  bool FillsClause(size_t begin, size_t end) const;
  bool EndsRow(size_t begin, size_t end, size_t next) const;
  size_t Accept(size_t position);
  void AcceptFigures();
  void AcceptQuantity();
  void SkipTableNumbers(size_t first);
  void ReadUnit(Figure& figure, const Candidate& candidate);
  std::string UnitText(NounPhrase noun);
  void ReadCountedNoun(Figure& figure, size_t from);
  void SettleStyle(Figure& figure, const Candidate& candidate, bool countable) const;
  void ApplySign(Figure& figure, size_t position) const;
  void ReadQualifier(Figure& figure, size_t behind);
  NumberStyle Style();

  const FigureEngine& engine_;
  const Document& document_;
  const std::string_view key_, text_;
  TableNumbers table_numbers_;
  std::optional<NumberStyle> style_;
  uint64_t block_digits_ = 0;  // of the block of the text that is looked at
  size_t block_begin_ = 0, block_end_ = 0;
  size_t digit_behind_block_ = 0;  // the first one
  mutable size_t noun_view_from_ = 1, noun_view_line_end_ = 0,
                 noun_view_end_ = 0;  // the line that was asked about last
  size_t phrases_before_place_ = std::string_view::npos;
  uint64_t phrases_before_ = 0;  // at that place
  size_t near_quote_ = 0;        // where in the map to the decoded text the last noun was looked up
  std::optional<Candidate> best_;
  std::vector<RuleGroup::Hit> hits_;
  std::vector<Quantity> readings_;
  Analysis analysis_;
};

// The vote costs a walk of its own, so it is held only when a number needs it: see SettleStyle and ReadNumeral.
NumberStyle FigureScanner::Style() {
  if (!style_) style_ = VoteNumberStyle(key_.substr(0, CharacterFloor(key_, kVoteBytes)));
  return *style_;
}

// Whether what starts at a token that ends at `end` may stand there.
bool FigureScanner::MayStart(FigureEngine::Start start, size_t end) const {
  if (start != FigureEngine::Start::kBeforeDigit) return start == FigureEngine::Start::kAlways;
  const size_t next = BlanksEnd(key_, end);
  return next < key_.size() && IsDigit(key_[next]);
}

// The places in a block at which words may begin that have a digit near behind them; at other places none does.
uint64_t FigureScanner::NearDigitsIn(const ByteBlocks& blocks) {
  constexpr size_t kSize = ByteBlocks::kSize;
  block_digits_ = blocks.digits();
  block_begin_ = blocks.begin();
  block_end_ = std::min(block_begin_ + kSize, key_.size());
  if (digit_behind_block_ < block_end_) digit_behind_block_ = FindFirst<DigitByte>(key_, block_end_);
  const uint64_t before_last =
      block_digits_ == 0 ? 0 : (uint64_t{1} << (kSize - 1 - std::countl_zero(block_digits_))) - 1;
  const size_t gap = digit_behind_block_ - block_end_, reach = kDigitAheadBytes + engine_.longest_start_word_;
  if (gap >= reach) return before_last;
  return before_last | ~uint64_t{0} << (kSize - std::min(kSize, reach - gap));
}

// The places in a block where signs stand at which something may start.
uint64_t FigureScanner::StartSignsIn(const ByteBlocks& blocks) const {
  const size_t left = key_.size() - blocks.begin();
  uint64_t signs = blocks.others() & ~blocks.Where(' ');
  if (left < ByteBlocks::kSize) signs &= (uint64_t{1} << left) - 1;
  uint64_t starts = 0;
  for (; signs != 0; signs &= signs - 1) {
    const auto place = static_cast<size_t>(std::countr_zero(signs));
    const auto sign = static_cast<unsigned char>(key_[blocks.begin() + place]);
    starts |= uint64_t{engine_.start_signs_[sign]} << place;
  }
  return starts;
}

// The places in a block where words, digits and signs stand at which something may start. Nothing starts at letters
// behind digits ("13h"), and hardly anything at words that have no digit near: most of these are told by two bytes.
uint64_t FigureScanner::StartsIn(const ByteBlocks& blocks) {
  const uint64_t words = blocks.letters() & ~blocks.behind_letters() & ~blocks.behind_digits();
  uint64_t starts = words | (blocks.digits() & ~blocks.behind_digits()) | StartSignsIn(blocks);
  for (uint64_t far = words & ~NearDigitsIn(blocks); far != 0; far &= far - 1) {
    const auto place = static_cast<size_t>(std::countr_zero(far));
    const bool may_start = engine_.words_without_digit_.MayBeginAt(key_, blocks.begin() + place);
    starts &= ~(uint64_t{!may_start} << place);
  }
  return starts;
}

// Tries what starts at a word (digits, a sign). \return where the search goes on, 0 behind the token
inline size_t FigureScanner::TryWord(size_t position, size_t end) {
  const uint64_t word = WordHash(key_, position, end);
  return engine_.start_words_.Has(word) ? TryStartWord(WithWord(kHashSeed, word), position, end) : 0;
}

Analysis FigureScanner::Run() {
  analysis_.figures.reserve(key_.size() / kBytesPerFigure);
  size_t position = 0;
  for (ByteBlocks blocks(key_); blocks.Next();) {
    for (uint64_t starts = StartsIn(blocks); starts != 0; starts &= starts - 1) {
      const size_t start = blocks.begin() + static_cast<size_t>(std::countr_zero(starts));
      if (start < position) continue;
      const bool word = (blocks.letters() >> (start - blocks.begin()) & 1U) != 0;
      const size_t next = word ? TryWord(start, blocks.LettersEndOf(start)) : TryDigitOrSign(start);
      if (next != 0) position = LeaveToken(next);
    }
  }
  return std::move(analysis_);
}

// A match may end inside of a word or of digits, the rest of which is tried as if it stood alone.
size_t FigureScanner::LeaveToken(size_t position) {
  while (position < key_.size()) {
    const bool digit = IsDigit(key_[position]);
    const bool inside =
        digit ? IsDigit(key_[position - 1]) : IsLetterAt(key_, position) && IsLetterBefore(key_, position);
    if (!inside) break;
    const size_t end = TokenEnd(key_, position);
    const size_t next = digit ? TryDigitOrSign(position) : TryWord(position, end);
    position = next != 0 ? next : end;
  }
  return position;
}

// The first digit at a place of the block or behind it, or the end of the text.
size_t FigureScanner::NextDigit(size_t position) const {
  if (position >= block_end_)
    return position <= digit_behind_block_ ? digit_behind_block_ : FindFirst<DigitByte>(key_, position);
  const uint64_t digits = block_digits_ >> (position - block_begin_);
  return digits == 0 ? digit_behind_block_ : position + static_cast<size_t>(std::countr_zero(digits));
}

// Whether a digit stands within reach of a rule that starts at a word which ends at `end`.
bool FigureScanner::DigitAhead(size_t end) const { return NextDigit(end) - end <= kDigitAheadBytes; }

// Tries what starts at the first token, which has this group, and at the first and second together.
void FigureScanner::TryStarts(const FigureEngine::StartGroup& group, size_t position, size_t end, bool glued) {
  const bool word = IsLetterAt(key_, position);
  if (!group.rules.empty() && (!word || !group.rules.digit_ahead() || DigitAhead(end))) {
    TryGroup(group.rules, position, glued);
  }
  if (!group.leads.empty()) TryLeads(group.leads, position, end);
  if (group.number_word) TrySpelled(position, end);
  const size_t second = BlanksEnd(key_, end);
  if (second >= key_.size() || (group.second_bytes & ByteBit(key_[second])) == 0) return;
  const auto* pair = engine_.FindGroup(WithTokenAt(group.hash, key_, second));
  if (pair != nullptr && (!word || !pair->rules.digit_ahead() || DigitAhead(end)))
    TryGroup(pair->rules, position, glued);
}

size_t FigureScanner::TryStartWord(uint64_t hash, size_t position, size_t end) {
  const auto* group = engine_.FindGroup(hash);
  if (group == nullptr || !MayStart(group->start, end) || (group->digit_ahead && !DigitAhead(end))) return 0;
  best_.reset();
  TryStarts(*group, position, end, false);
  return Accept(position);
}

size_t FigureScanner::TryDigitOrSign(size_t position) {
  return IsDigit(key_[position]) ? TryDigit(position) : TrySign(position);
}

size_t FigureScanner::TrySign(size_t position) {
  const auto* group = engine_.FindGroup(WithToken(kHashSeed, key_.substr(position, 1)));
  if (group == nullptr || !MayStart(group->start, position + 1)) return 0;
  best_.reset();
  TryStarts(*group, position, position + 1, false);
  return Accept(position);
}

size_t FigureScanner::TryDigit(size_t position) {
  best_.reset();
  const bool glued = IsLetterBefore(key_, position);
  const size_t end = TokenEnd(key_, position);
  TryStarts(*engine_.digits_, position, end, glued);
  const bool year =
      end - position == kYearDigits && (key_.substr(position, 2) == "19" || key_.substr(position, 2) == "20");
  if (year) TryGroup(engine_.year_->rules, position, glued);
  if (end - position >= kLongDigits) TryGroup(engine_.long_->rules, position, glued);
  if (!best_ || best_->match.span.end <= end || MayGoOn(end)) TryQuantities(position, glued);
  return Accept(position);
}

void FigureScanner::TryGroup(const RuleGroup& group, size_t position, bool glued) {
  if (group.empty() || (glued && !group.glued()) || !AnyMayStand(group, position)) return;
  const auto line_start = [&] { return AtLineStart(key_, position); };
  group.Matches(key_, text_, position, line_start, hits_);
  if (hits_.size() > 1) SortHits();
  for (const RuleGroup::Hit& hit : hits_) {
    const bool may_win = hit.end == 0 || Improves(hit.end, *hit.rule);
    if (may_win && MayStand(*hit.rule, position, glued)) TryRule(hit, position);
  }
}

// Where the best is tried first, the others need not be looked at closely.
void FigureScanner::SortHits() {
  std::sort(hits_.begin(), hits_.end(), [](const RuleGroup::Hit& a, const RuleGroup::Hit& b) {
    if (a.end != b.end) return a.end > b.end;
    const int a_priority = a.rule->rule().priority, b_priority = b.rule->rule().priority;
    return a_priority != b_priority ? a_priority > b_priority : a.rule->index() < b.rule->index();
  });
}

// What is cheap to say of a rule at a place before it is matched.
bool FigureScanner::MayStand(const CompiledRule& compiled, size_t position, bool glued) {
  const FigureRule& rule = compiled.rule();
  return (!glued || rule.glued) && (!rule.line_start || AtLineStart(key_, position)) &&
         PhrasesAllow(compiled, position);
}

// Of a group all of whose rules have a condition none may be allowed where they would match.
bool FigureScanner::AnyMayStand(const RuleGroup& group, size_t position) {
  return !group.conditional() || (group.at_line_start() && AtLineStart(key_, position)) ||
         (group.follows_bits() != 0 && (PhrasesBefore(position) & group.follows_bits()) != 0);
}

// The phrases that may end before a place, which is asked about again and again.
uint64_t FigureScanner::PhrasesBefore(size_t position) {
  if (phrases_before_place_ != position) {
    phrases_before_ = engine_.PhrasesBefore(key_, position);
    phrases_before_place_ = position;
  }
  return phrases_before_;
}

// A rule that may stand there.
void FigureScanner::TryRule(const RuleGroup::Hit& hit, size_t position) {
  const CompiledRule& compiled = *hit.rule;
  const FigureRule& rule = compiled.rule();
  const std::string_view text = rule.case_sensitive ? text_ : key_;
  size_t end = hit.end;
  if (end == 0) {
    end = compiled.MatchEnd(text, position);
    if (end == 0 || !Improves(end, compiled)) return;
  }
  std::optional<Match> parts;
  if (!compiled.BeginAllowed(text, position)) return;
  if (compiled.looks_ahead()) {
    parts = compiled.Parts(text, position, end);
    end = parts->span.end;
    if (!Improves(end, compiled)) return;
  }
  if (!compiled.EndAllowed(text, end)) return;
  if (rule.no_noun_after && CountableAt(end)) return;
  Candidate& best = best_.emplace();
  best.rule = &compiled;
  best.parts = parts.has_value();
  if (parts)
    best.match = *parts;
  else
    best.match.span = best.match.figure = {Offset(position), Offset(end)};
}

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
    if (!EndsRow(position, quantity.end, behind)) {
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

// Another number stands on either side, as in a row of a table whose cells lost their tabs. Wide gaps divide columns.
bool FigureScanner::BetweenNumbers(size_t begin, size_t end) const {
  size_t left = begin, right = end;
  while (left > 0 && key_[left - 1] == ' ') --left;
  while (right < key_.size() && key_[right] == ' ') ++right;
  return (begin - left < kColumnGap && left > 0 && (IsDigit(key_[left - 1]) || key_[left - 1] == '%')) ||
         (right - end < kColumnGap && right < key_.size() && IsDigit(key_[right]));
}

// "Dự phòng     215 000     480 150": wide gaps on both sides, or the end of the line behind.
bool FigureScanner::FillsColumn(size_t begin, size_t end) const {
  size_t left = begin, right = end;
  while (left > 0 && key_[left - 1] == ' ') --left;
  while (right < key_.size() && key_[right] == ' ') ++right;
  return begin - left >= kColumnGap && left > 0 && key_[left - 1] != '\n' &&
         (right - end >= kColumnGap || right == key_.size() || key_[right] == '\n');
}

// "| 620 000 |": all that is in a cell of a table.
bool FigureScanner::FillsCell(size_t begin, size_t end) const {
  while (begin > 0 && key_[begin - 1] == ' ') --begin;
  while (end < key_.size() && key_[end] == ' ') ++end;
  const bool opened = begin > 0 && (key_[begin - 1] == '\t' || key_[begin - 1] == '|');
  return opened && (end == key_.size() || key_[end] == '\t' || key_[end] == '|' || key_[end] == '\n');
}

// "Số dân: 98 456; số hộ: 24 560.": all that stands behind a colon.
bool FigureScanner::FillsClause(size_t begin, size_t end) const {
  while (begin > 0 && key_[begin - 1] == ' ') --begin;
  if (begin == 0 || key_[begin - 1] != ':') return false;
  if (end == key_.size() || key_[end] == ';' || key_[end] == ')' || key_[end] == '\n') return true;
  return key_[end] == '.' && (end + 1 == key_.size() || !IsDigit(key_[end + 1]));
}

// "| 5\nTháng 2 |": the last cell of a row, and the first word of the next.
bool FigureScanner::EndsRow(size_t begin, size_t end, size_t next) const {
  return end < next && key_.substr(end, next - end).find('\n') != std::string_view::npos && FillsCell(begin, end);
}

// Doubtful numbers stand only where something speaks for them. `bare`: neither sign nor unit belongs to the number.
bool FigureScanner::QuantityStands(size_t position, const Quantity& quantity, bool bare, bool glued) const {
  if (quantity.spelled) {
    return !quantity.ambiguous &&
           ((quantity.words > 1 && !quantity.magnitude) || engine_.nouns_.KnownAt(key_, quantity.end));
  }
  if (quantity.spaced && bare && !engine_.nouns_.KnownAt(key_, quantity.end)) {
    const bool alone =
        FillsCell(position, quantity.end) || FillsColumn(position, quantity.end) || FillsClause(position, quantity.end);
    if (quantity.loose ? !alone : BetweenNumbers(position, quantity.end)) return false;
  }
  if (!glued) return true;
  const size_t letters = LettersBegin(key_, position);
  const bool lower = text_.substr(letters, position - letters) == key_.substr(letters, position - letters);
  if (!lower) return false;  // a name: "KHTN1"
  return !bare || quantity.end - position > kLongestFootnoteMark;
}

// Whether a match of the rule that ends there would win over the best one so far.
bool FigureScanner::Improves(size_t end, const CompiledRule& rule) const {
  if (!best_) return true;
  const uint32_t best_end = best_->match.span.end;
  if (end != best_end) return end > best_end;
  const int priority = rule.rule().priority, best_priority = best_->rule->rule().priority;
  return priority != best_priority ? priority > best_priority : rule.index() < best_->rule->index();
}

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
  for (size_t i = first; i < analysis_.figures.size();) {
    const Figure& figure = analysis_.figures[i];
    if (const auto rule = table_numbers_.RuleAgainst(figure.span, figure.rule)) {
      analysis_.skips.push_back({figure.span, *rule});
      analysis_.figures.erase(analysis_.figures.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
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

// "≥ 70%", "≤ 5%"
Qualifier QualifierOfSign(std::string_view key, size_t position) {
  const std::string_view before = key.substr(0, BlanksBegin(key, position));
  if (before.ends_with("≥")) return Qualifier::kMin;
  return before.ends_with("≤") ? Qualifier::kMax : Qualifier::kNone;
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

Analysis FigureEngine::FindFigures(const Document& document) const { return FigureScanner(*this, document, {}).Run(); }

Analysis FigureEngine::FindFigures(const Document& document, Structure structure) const {
  Analysis analysis = FigureScanner(*this, document, TableNumbers(document, structure, set_)).Run();
  analysis.structure = std::move(structure);
  if (analysis.structure.tables.empty()) return analysis;
  CellUnitReader(set_, quantities_, percents_, currencies_, measures_, nouns_)
      .Apply(document, analysis.structure, analysis.figures);
  return analysis;
}

}  // namespace soat
