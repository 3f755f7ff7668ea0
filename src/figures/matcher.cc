// CompiledRule and RuleGroup: RE2, looked at through windows of text so that no match costs more than its
// neighbourhood.
#include "figures/matcher.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

// How far a rule sees from the place where it starts, and back from it. In bytes; the longest figure with its lead-in
// ("từ ngày 01 tháng 10 năm 2022 đến …") takes about 80.
constexpr size_t kWindow = 192;
constexpr size_t kWindowBefore = 96;
// So few rules are tried one by one: each says sooner that it does not match than the set of them.
constexpr size_t kFewRules = 2;

// Behind a match stands no letter or digit: tried as part of the expression, since RE2 has no look-ahead and the
// longest match without it may be the wrong one.
constexpr std::string_view kEdge = "(?:[^0-9A-Za-z\\x{C0}-\\x{24F}\\x{300}-\\x{36F}\\x{1E00}-\\x{1EFF}]|\\z)";

constexpr std::array<std::string_view, kCaptureCount> kCaptureNames = {
    "figure",  "day",      "month",   "year",       "from_day", "from_month", "from_year",
    "year_to", "month_to", "quarter", "quarter_to", "months",   "last",       "school"};

RE2::Options MatchOptions(bool longest) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_longest_match(longest);
  return options;
}

std::string_view Window(std::string_view text, size_t position) {
  return text.substr(position, CharacterFloor(text, position + kWindow) - position);
}

// Patterns that end where a match begins, one by one: each match has to begin at a word's edge.
std::vector<std::unique_ptr<LazyExpression>> Each(const std::vector<std::string>& patterns) {
  std::vector<std::unique_ptr<LazyExpression>> expressions;
  expressions.reserve(patterns.size());
  for (const std::string& pattern : patterns) {
    expressions.push_back(std::make_unique<LazyExpression>("(?:" + pattern + ")\\z", true));
  }
  return expressions;
}

// One expression that matches where any of the patterns does; nothing for no patterns.
std::unique_ptr<LazyExpression> Any(const std::vector<std::string>& patterns) {
  if (patterns.empty()) return nullptr;
  std::string any;
  for (const std::string& pattern : patterns) any += (any.empty() ? "(?:" : "|(?:") + pattern + ")";
  return std::make_unique<LazyExpression>(any, false);
}

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

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

const RE2& LazyExpression::Get() const {
  std::call_once(once_, [this] { expression_ = std::make_unique<const RE2>(pattern_, MatchOptions(longest_)); });
  return *expression_;
}

CompiledRule::CompiledRule(const FigureRule& rule, uint32_t index)
    : rule_(rule),
      index_(index),
      expression_(rule.pattern, true),
      edged_("(" + rule.pattern + ")" + std::string(kEdge), true),
      looks_ahead_(rule.pattern.find("(?P<figure>") != std::string::npos),
      before_(Each(rule.before)),
      not_before_(Each(rule.not_before)),
      never_(Any(rule.never)),
      after_(Any(rule.after)),
      not_after_(Any(rule.not_after)) {
  if (rule.kind && !looks_ahead_) digit_groups_ = DigitGroups(rule.pattern);
  for (const std::string& phrase : rule.follows) follows_.Add(phrase, 0);
  for (const std::string& phrase : rule.not_follows) not_follows_.Add(phrase, 0);
}

bool CompiledRule::PhrasesAllow(std::string_view key, size_t begin) const {
  if (follows_.empty() && not_follows_.empty()) return true;
  size_t end = BlanksBegin(key, begin);
  if (end > 0 && key[end - 1] == ':') --end;  // "công văn số: 891"
  if (!follows_.empty() && !follows_.LongestBefore(key, end)) return false;
  return not_follows_.empty() || !not_follows_.LongestBefore(key, end);
}

const CompiledRule::Slots& CompiledRule::GroupSlots() const {
  std::call_once(slots_once_, [this] {
    slots_.fill(-1);
    for (const auto& [name, group] : expression_.Get().NamedCapturingGroups()) {
      const auto found = std::find(kCaptureNames.begin(), kCaptureNames.end(), name);
      if (found != kCaptureNames.end()) slots_[static_cast<size_t>(found - kCaptureNames.begin())] = group;
    }
  });
  return slots_;
}

Status CompiledRule::Check() const {
  const auto fault = [&](std::string what, std::string fix) {
    return Error{ErrorCode::kRule, rule_.file + ":" + std::to_string(rule_.line), std::move(what), std::move(fix)};
  };
  std::vector<const LazyExpression*> all = {&expression_, &edged_};
  for (const auto* group : {&before_, &not_before_}) {
    for (const auto& expression : *group) all.push_back(expression.get());
  }
  for (const auto* expression : {&never_, &after_, &not_after_}) {
    if (*expression) all.push_back(expression->get());
  }
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

// A match that ends in a letter or digit ends where its word does.
bool CompiledRule::EndsAtEdge(std::string_view text, size_t end) const {
  if (rule_.open_end || end >= text.size()) return true;
  return !IsDigit(text[end]) && !IsLetterAt(text, end);
}

size_t CompiledRule::MatchEnd(std::string_view text, size_t position) const {
  const std::string_view window = Window(text, position);
  re2::StringPiece found[2];
  if (!expression_.Get().Match(Piece(window), 0, window.size(), RE2::ANCHOR_START, found, 1)) return 0;
  const size_t end = position + found[0].size();
  if (EndsAtEdge(text, end)) return end;
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
  const RE2& expression = expression_.Get();
  const int count = std::min<int>(expression.NumberOfCapturingGroups() + 1, static_cast<int>(kCaptureCount) + 1);
  if (count == 1 || PartsByDigits(text, match)) return match;
  match.captures = {};
  std::array<re2::StringPiece, kCaptureCount + 1> groups;
  const std::string_view matched = text.substr(begin, end - begin);
  if (!expression.Match(Piece(matched), 0, matched.size(), RE2::ANCHOR_BOTH, groups.data(), count)) return match;
  const Slots& slots = GroupSlots();
  for (size_t i = 0; i < kCaptureCount; ++i) {
    if (slots[i] <= 0 || slots[i] >= count) continue;
    const re2::StringPiece& piece = groups[static_cast<size_t>(slots[i])];
    if (piece.data() == nullptr) continue;
    const auto at = static_cast<uint32_t>(begin + static_cast<size_t>(piece.data() - matched.data()));
    match.captures[i] = {at, at + static_cast<uint32_t>(piece.size())};
  }
  if (match.Has(Capture::kFigure)) {
    match.figure = match[Capture::kFigure];
    match.span.end = match.figure.end;  // what stands behind the group was looked at only
  }
  return match;
}

bool CompiledRule::AnyEndsAt(const std::vector<std::unique_ptr<LazyExpression>>& expressions, std::string_view text,
                             size_t end) {
  size_t from = end > kWindowBefore ? end - kWindowBefore : 0;
  while (from > 0 && from < end && ClassOf(text[from]) == ByteClass::kContinuation) ++from;
  const std::string_view window = text.substr(from, end - from);
  for (const auto& expression : expressions) {
    re2::StringPiece found;
    if (!expression->Get().Match(Piece(window), 0, window.size(), RE2::UNANCHORED, &found, 1)) continue;
    const size_t at = from + static_cast<size_t>(found.data() - window.data());
    if (IsLetterAt(text, at) && IsLetterBefore(text, at)) continue;  // the middle of a word
    return true;
  }
  return false;
}

bool CompiledRule::StartsAt(const LazyExpression& expression, std::string_view text, size_t begin) {
  const std::string_view window = Window(text, begin);
  return expression.Get().Match(Piece(window), 0, window.size(), RE2::ANCHOR_START, nullptr, 0);
}

bool CompiledRule::ContextAllows(std::string_view text, size_t begin, size_t end) const {
  if (not_after_ && StartsAt(*not_after_, text, end)) return false;
  if (after_ && !StartsAt(*after_, text, end)) return false;
  if (never_ && StartsAt(*never_, text, begin)) return false;
  if (!before_.empty() && !AnyEndsAt(before_, text, begin)) return false;
  return not_before_.empty() || !AnyEndsAt(not_before_, text, begin);
}

void RuleGroup::Add(const CompiledRule* rule) {
  rules_.push_back(rule);
  digit_ahead_ = digit_ahead_ && rule->rule().digit_ahead;
}

void RuleGroup::Candidates(std::string_view key, size_t position, std::vector<const CompiledRule*>& found) const {
  found.clear();
  if (rules_.size() <= kFewRules) {
    found = rules_;
    return;
  }
  std::call_once(once_, [this] {
    set_ = std::make_unique<RE2::Set>(MatchOptions(false), RE2::ANCHOR_START);
    for (const CompiledRule* rule : rules_) {
      set_->Add((rule->rule().case_sensitive ? "(?i:" : "(?:") + rule->rule().pattern + ")", nullptr);
    }
    set_->Compile();
  });
  const std::string_view window = Window(key, position);
  thread_local std::vector<int> indices;
  RE2::Set::ErrorInfo error{};
  if (set_->Match(Piece(window), &indices, &error)) {
    for (const int index : indices) found.push_back(rules_[static_cast<size_t>(index)]);
  } else if (error.kind == RE2::Set::kOutOfMemory) {
    found = rules_;  // the automaton grew too large: try every rule
  }
}

}  // namespace soat
