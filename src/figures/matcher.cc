// CompiledRule and RuleGroup: automata tell where rules match, RE2 what their groups hold.
#include "figures/matcher.h"

#include <algorithm>
#include <bit>

#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

constexpr std::string_view kGroupBegin = "(?P<", kFigureBegin = "(?P<figure>";

// Behind a match stands no letter or digit: tried as part of the expression, since RE2 has no look-ahead and the
// longest match without it may be the wrong one.
constexpr std::string_view kEdge = "(?:[^0-9A-Za-z\\x{C0}-\\x{24F}\\x{300}-\\x{36F}\\x{1E00}-\\x{1EFF}]|\\z)";

constexpr std::array<std::string_view, kCaptureCount> kCaptureNames = {
    "figure",  "day",      "month",   "year",       "from_day", "from_month", "from_year",
    "year_to", "month_to", "quarter", "quarter_to", "months",   "last",       "school"};

// The named groups of a pattern in order, if they hold nothing but digits and no digits stand outside them; else none.
std::vector<Capture> DigitGroups(std::string_view pattern) {
  constexpr std::array<Capture, 8> kDigitCaptures = {Capture::kDay,     Capture::kMonth,     Capture::kYear,
                                                     Capture::kFromDay, Capture::kFromMonth, Capture::kFromYear,
                                                     Capture::kYearTo,  Capture::kMonths};
  std::vector<Capture> groups;
  std::vector<bool> named = {false};
  for (size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      ++i;
    } else if (c == '(') {
      named.push_back(named.back());
      if (!pattern.substr(i).starts_with("(?P<")) continue;
      const std::string_view name = pattern.substr(i + 4, pattern.find('>', i) - i - 4);
      const auto slot = std::find(kCaptureNames.begin(), kCaptureNames.end(), name);
      const auto capture = static_cast<Capture>(slot - kCaptureNames.begin());
      if (std::find(kDigitCaptures.begin(), kDigitCaptures.end(), capture) == kDigitCaptures.end()) return {};
      named.back() = true;
      groups.push_back(capture);
    } else if (c == ')') {
      if (named.size() == 1) return {};  // inside [brackets], which do not nest: too odd to be told by its digits
      named.pop_back();
    } else if (c == '{') {                                 // a repetition
      i = std::min(pattern.find('}', i), pattern.size());  // a lone brace is a letter to RE2
    } else if (IsDigit(c) && !named.back()) {
      return {};
    }
  }
  return groups;
}

// Whether the edge, as kEdge has it, stands behind so many bytes.
bool HasEdge(std::string_view window, size_t size) {
  if (size == window.size()) return true;
  if (static_cast<unsigned char>(window[size]) < 0x80)
    return !IsDigit(window[size]) && ClassOf(window[size]) != ByteClass::kLetter;
  const char32_t c = CharacterAt(window, size).code_point;
  const bool letter = (c >= 0xC0 && c <= 0x24F) || (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF);
  return !letter && c != kIllFormed;
}

// A match that ends in a letter or digit ends where its word does.
bool EndsAtEdge(std::string_view text, size_t end) {
  return end >= text.size() || (!IsDigit(text[end]) && !IsLetterAt(text, end));
}

// Where a phrase ends behind which a match begins.
size_t PhraseEndBefore(std::string_view key, size_t begin) {
  const size_t end = BlanksBegin(key, begin);
  return end > 0 && key[end - 1] == ':' ? end - 1 : end;  // "công văn số: 891"
}

}  // namespace

Span WordBeforeMatch(std::string_view key, size_t begin) {
  const size_t end = BlanksBegin(key, PhraseEndBefore(key, begin));
  return {static_cast<uint32_t>(WordBegin(key, end)), static_cast<uint32_t>(end)};
}

CompiledRule::CompiledRule(const FigureRule& rule, uint32_t index)
    : rule_(rule),
      index_(index),
      expression_(rule.pattern, true),
      edged_("(" + rule.pattern + ")" + std::string(kEdge), true),
      has_groups_(rule.pattern.find(kGroupBegin) != std::string::npos),
      has_figure_group_(rule.pattern.find(kFigureBegin) != std::string::npos),
      before_(rule.before),
      not_before_(rule.not_before),
      never_(rule.never),
      after_(rule.after),
      not_after_(rule.not_after) {
  if (rule.kind && !has_figure_group_) digit_groups_ = DigitGroups(rule.pattern);
  if (has_figure_group_ && rule.pattern.find(kGroupBegin) == rule.pattern.rfind(kGroupBegin))
    figure_group_.emplace(rule.pattern);
  for (const std::string& phrase : rule.follows) follows_.Add(phrase, 0);
  for (const std::string& phrase : rule.not_follows) not_follows_.Add(phrase, 0);
}

void CompiledRule::EnterPhrases(LexiconWords& words, unsigned bit) {
  if (follows_.empty() && not_follows_.empty()) return;
  follows_.EnterWords(words, bit);
  not_follows_.EnterWords(words, bit);
  phrases_bit_ = uint64_t{1} << bit;
}

bool CompiledRule::FindPhrases(std::string_view key, size_t begin) const {
  const size_t end = PhraseEndBefore(key, begin);
  if (!follows_.empty() && !follows_.LongestBefore(key, end)) return false;
  return not_follows_.empty() || !not_follows_.LongestBefore(key, end);
}

const std::optional<PatternTree>& CompiledRule::tree() const {
  return tree_.Get([this](std::optional<PatternTree>& tree) { tree = ParsePattern(rule_.pattern); });
}

bool CompiledRule::EndsWithFigure() const {
  const auto& pattern = tree();
  return pattern && pattern->kind == PatternTree::Kind::kSequence && pattern->parts.back().name == "figure";
}

const CompiledRule::Slots& CompiledRule::GroupSlots() const {
  return slots_.Get([this](Slots& slots) {
    slots.fill(-1);
    for (const auto& [name, group] : expression_.Get().NamedCapturingGroups()) {
      const auto found = std::find(kCaptureNames.begin(), kCaptureNames.end(), name);
      if (found != kCaptureNames.end()) slots[static_cast<size_t>(found - kCaptureNames.begin())] = group;
    }
  });
}

Status CompiledRule::Check() const {
  const auto fault = [&](std::string what, std::string fix) {
    return Error{ErrorCode::kRule, rule_.file + ":" + std::to_string(rule_.line), std::move(what), std::move(fix)};
  };
  std::vector<const LazyExpression*> all = {&expression_, &edged_};
  for (const auto* patterns : {&before_, &not_before_}) {
    for (const auto& expression : patterns->expressions()) all.push_back(expression.get());
  }
  for (const auto* patterns : {&never_, &after_, &not_after_}) all.push_back(&patterns->expression());
  for (const LazyExpression* expression : all) {
    if (!expression->Get().ok()) {
      return fault("rule '" + rule_.id + "': RE2 refuses a pattern: " + expression->Get().error(),
                   "see the RE2 syntax");
    }
  }
  for (const auto& [name, group] : expression_.Get().NamedCapturingGroups()) {
    if (std::find(kCaptureNames.begin(), kCaptureNames.end(), name) == kCaptureNames.end()) {
      return fault("rule '" + rule_.id + "': unknown group '" + name + "'", "docs/rules.md lists the groups");
    }
  }
  return {};
}

size_t CompiledRule::MatchEnd(std::string_view text, size_t position) const {
  const std::string_view window = WindowAt(text, position);
  re2::StringPiece found[2];
  if (!expression_.Get().Match(Piece(window), 0, window.size(), RE2::ANCHOR_START, found, 1)) return 0;
  const size_t end = position + found[0].size();
  if (rule_.open_end || EndsAtEdge(text, end)) return end;
  // The longest match breaks a word: a shorter one may not. Rare, so the slower expression is asked only now.
  if (!edged_.Get().Match(Piece(window), 0, window.size(), RE2::ANCHOR_START, found, 2)) return 0;
  return position + found[1].size();
}

// The runs of digits of a match as its groups: right when there are as many, and a tenth of the cost of asking RE2.
bool CompiledRule::PartsByDigits(std::string_view text, Match& match) const {
  if (digit_groups_.empty()) return false;
  size_t groups = 0;
  for (uint32_t at = match.span.begin; at < match.span.end;) {
    if (!IsDigit(text[at])) {
      ++at;
      continue;
    }
    const uint32_t begin = at;
    while (at < match.span.end && IsDigit(text[at])) ++at;
    if (groups == digit_groups_.size()) return false;
    match.captures[static_cast<size_t>(digit_groups_[groups++])] = {begin, at};
  }
  return groups == digit_groups_.size();
}

Match CompiledRule::Parts(std::string_view text, size_t begin, size_t end) const {
  Match match;
  match.rule = index_;
  match.span = match.figure = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  if (!has_groups_ || PartsByDigits(text, match)) return match;
  match.captures = {};
  const std::string_view matched = text.substr(begin, end - begin);
  if (const auto figure = figure_group_ ? figure_group_->Find(matched) : std::nullopt) {
    match.figure = {match.span.begin + figure->begin, match.span.begin + figure->end};
    match.captures[static_cast<size_t>(Capture::kFigure)] = match.figure;
    match.span.end = match.figure.end;
    return match;
  }
  return PartsByExpression(matched, match);
}

Match CompiledRule::PartsByExpression(std::string_view matched, Match match) const {
  const RE2& expression = expression_.Get();
  const int count = std::min<int>(expression.NumberOfCapturingGroups() + 1, static_cast<int>(kCaptureCount) + 1);
  std::array<re2::StringPiece, kCaptureCount + 1> groups;
  if (!expression.Match(Piece(matched), 0, matched.size(), RE2::ANCHOR_BOTH, groups.data(), count)) return match;
  const Slots& slots = GroupSlots();
  for (size_t i = 0; i < kCaptureCount; ++i) {
    if (slots[i] <= 0 || slots[i] >= count) continue;
    const re2::StringPiece& piece = groups[static_cast<size_t>(slots[i])];
    if (piece.data() == nullptr) continue;
    const auto at = match.span.begin + static_cast<uint32_t>(piece.data() - matched.data());
    match.captures[i] = {at, at + static_cast<uint32_t>(piece.size())};
  }
  if (match.Has(Capture::kFigure)) {
    match.figure = match[Capture::kFigure];
    match.span.end = match.figure.end;  // what stands behind the group was looked at only
  }
  return match;
}

bool CompiledRule::EndAllowed(std::string_view text, size_t end) const {
  if (!not_after_.empty() && not_after_.AnyAt(text, end)) return false;
  return after_.empty() || after_.AnyAt(text, end);
}

bool CompiledRule::BeginAllowed(std::string_view text, size_t begin) const {
  if (!never_.empty() && never_.AnyAt(text, begin)) return false;
  if (!before_.empty() && !before_.AnyBefore(text, begin)) return false;
  return not_before_.empty() || !not_before_.AnyBefore(text, begin);
}

void RuleGroup::Add(const CompiledRule* rule) {
  rules_.push_back(rule);
  digit_ahead_ = digit_ahead_ && rule->rule().digit_ahead;
  glued_ = glued_ || rule->rule().glued;
  conditional_ = conditional_ && (rule->rule().line_start || rule->follows_bits() != 0);
  at_line_start_ = at_line_start_ || rule->rule().line_start;
  follows_bits_ |= rule->follows_bits();
}

// \return whether the automaton can tell something of the rule
bool RuleGroup::AddTo(Set& set, const CompiledRule* rule) {
  const size_t index = set.rules.size();
  if (index == kMostRulesOfSet || !rule->tree()) return false;
  if (!set.automaton.Add(*rule->tree())) {
    if (!set.automaton.AddRelaxed(*rule->tree())) return false;
    set.relaxed |= uint64_t{1} << index;
  }
  set.rules.push_back(rule);
  set.line_start = set.line_start && rule->rule().line_start;
  return true;
}

std::unique_ptr<const RuleGroup::Sets> RuleGroup::Make() const {
  auto sets = std::make_unique<Sets>();
  for (const CompiledRule* rule : rules_) {
    Set& set = rule->rule().case_sensitive ? sets->exact : sets->folded;
    if (!AddTo(set, rule)) sets->others.push_back(rule);
  }
  sets->folded.automaton.Prepare();
  sets->exact.automaton.Prepare();
  sets->folded.behind_word = sets->folded.automaton.Behind(word_);
  return sets;
}

// The longest match of each of the rules that match. \return whether these are known
bool RuleGroup::FindLongest(const Set& set, std::string_view window, Longest& longest) {
  const auto take = [&](uint32_t rule, size_t size) {
    if (size == 0) return;
    longest.sizes[rule] = static_cast<uint32_t>(size);
    longest.matching |= uint64_t{1} << rule;
    if (!HasEdge(window, size)) return;
    longest.edged_sizes[rule] = static_cast<uint32_t>(size);
    longest.edged |= uint64_t{1} << rule;
  };
  return set.automaton.ForEachMatch(window, take, set.behind_word);
}

void RuleGroup::AddMatches(const Set& set, std::string_view text, size_t position, std::vector<Hit>& hits) {
  Longest longest;
  if (!FindLongest(set, WindowAt(text, position), longest)) {
    for (const CompiledRule* rule : set.rules) hits.push_back({rule, 0});
    return;
  }
  for (uint64_t matching = longest.matching; matching != 0; matching &= matching - 1) {
    const auto i = static_cast<size_t>(std::countr_zero(matching));
    if ((set.relaxed >> i & 1U) != 0) {
      hits.push_back({set.rules[i], 0});
      continue;
    }
    // Where the longest match breaks a word, a shorter one may not.
    const bool breaks = !set.rules[i]->rule().open_end && !EndsAtEdge(text, position + longest.sizes[i]);
    if (!breaks)
      hits.push_back({set.rules[i], position + longest.sizes[i]});
    else if ((longest.edged >> i & 1U) != 0)
      hits.push_back({set.rules[i], position + longest.edged_sizes[i]});
  }
}

}  // namespace soat
