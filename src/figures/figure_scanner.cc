// FigureScanner: where words, digits and signs stand at which something starts, and which rules match there.
#include "figures/figure_scanner.h"

#include <algorithm>
#include <bit>

#include "figures/number_places.h"
#include "figures/start_tokens.h"
#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {
namespace {

// The first numbers of a report tell how all are written.
constexpr size_t kVoteBytes = 1 << 16;
// About one figure stands in so many bytes of a dense report.
constexpr size_t kBytesPerFigure = 64;
constexpr size_t kYearDigits = 4, kLongDigits = 8;
// Rules that start at a word find their digit within this many bytes, or are marked in the rule files.
constexpr size_t kDigitAheadBytes = 48;

}  // namespace

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
      block_digits_ == 0 ? 0 : (uint64_t{1} << (kSize - 1 - static_cast<size_t>(std::countl_zero(block_digits_)))) - 1;
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
  if (group.empty() || (glued && !group.glued()) || (group.conditional() && !AnyMayStand(group, position))) return;
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
  return (group.at_line_start() && AtLineStart(key_, position)) ||
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

}  // namespace soat
