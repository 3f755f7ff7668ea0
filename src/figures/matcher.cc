// CompiledRule and RuleGroup: RE2, looked at through windows of text so that no match costs more than its neighbourhood.
#include "figures/matcher.h"

#include <algorithm>

#include "figures/characters.h"

namespace soat {
namespace {

// How far a rule sees from the place where it starts, and back from it. In bytes; the longest figure with its lead-in
// ("từ ngày 01 tháng 10 năm 2022 đến …") takes about 80.
constexpr size_t kWindow = 192;
constexpr size_t kWindowBefore = 96;

// Behind a match stands no letter or digit: tried as part of the expression, since RE2 has no look-ahead and the
// longest match without it may be the wrong one.
constexpr std::string_view kEdge = "(?:[^0-9A-Za-z\\x{C0}-\\x{24F}\\x{300}-\\x{36F}\\x{1E00}-\\x{1EFF}]|\\z)";

constexpr std::array<std::string_view, kCaptureCount> kCaptureNames = {
    "figure",  "day",   "month",  "year",    "from_day", "from_month", "from_year", "year_to",  "month_to",
    "quarter", "months", "last", "school", "numerator", "denominator", "ref", "items", "unit", "currency"};

RE2::Options MatchOptions(bool longest) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_longest_match(longest);
  return options;
}

std::string_view Window(std::string_view text, size_t position) {
  return text.substr(position, CharacterFloor(text, position + kWindow) - position);
}

std::vector<std::unique_ptr<LazyExpression>> Compile(const std::vector<std::string>& patterns, bool at_end) {
  std::vector<std::unique_ptr<LazyExpression>> expressions;
  for (const std::string& pattern : patterns) {
    expressions.push_back(std::make_unique<LazyExpression>(at_end ? "(?:" + pattern + ")\\z" : pattern, at_end));
  }
  return expressions;
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
      expression_("(" + rule.pattern + ")" + std::string(rule.open_end ? "" : kEdge), true),
      before_(Compile(rule.before, true)),
      not_before_(Compile(rule.not_before, true)),
      never_(Compile(rule.never, false)),
      after_(Compile(rule.after, false)),
      not_after_(Compile(rule.not_after, false)) {}

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
  std::vector<const LazyExpression*> all = {&expression_};
  for (const auto* group : {&before_, &not_before_, &never_, &after_, &not_after_}) {
    for (const auto& expression : *group) all.push_back(expression.get());
  }
  for (const LazyExpression* expression : all) {
    if (!expression->Get().ok()) {
      return fault("rule '" + rule_.id + "': RE2 refuses a pattern: " + expression->Get().error(), "see the RE2 syntax");
    }
  }
  for (const auto& [name, group] : expression_.Get().NamedCapturingGroups()) {
    if (std::find(kCaptureNames.begin(), kCaptureNames.end(), name) == kCaptureNames.end()) {
      return fault("rule '" + rule_.id + "': unknown group '" + name + "'", "docs/rules.md lists the groups");
    }
  }
  return {};
}

std::optional<Match> CompiledRule::MatchAt(std::string_view text, size_t position) const {
  const std::string_view window = Window(text, position);
  std::array<re2::StringPiece, 16> groups;
  const RE2& expression = expression_.Get();
  const int count = std::min<int>(expression.NumberOfCapturingGroups() + 1, static_cast<int>(groups.size()));
  if (!expression.Match(Piece(window), 0, window.size(), RE2::ANCHOR_START, groups.data(), count)) return std::nullopt;
  const auto span_of = [&](const re2::StringPiece& piece) -> Span {
    if (piece.data() == nullptr) return {};
    const auto begin = static_cast<uint32_t>(position + static_cast<size_t>(piece.data() - window.data()));
    return {begin, begin + static_cast<uint32_t>(piece.size())};
  };
  Match match;
  match.rule = index_;
  match.span = match.figure = span_of(groups[1]);
  const Slots& slots = GroupSlots();
  for (size_t i = 0; i < kCaptureCount; ++i) {
    if (slots[i] > 0 && slots[i] < count) match.captures[i] = span_of(groups[static_cast<size_t>(slots[i])]);
  }
  if (match.Has(Capture::kFigure)) {
    match.figure = match[Capture::kFigure];
    match.span.end = std::max(match.figure.end, match.span.begin);  // what stands behind the group was looked at only
  }
  return match;
}

bool CompiledRule::AnyEndsAt(const std::vector<std::unique_ptr<LazyExpression>>& expressions, std::string_view text,
                             size_t end, size_t& begin) const {
  size_t from = end > kWindowBefore ? end - kWindowBefore : 0;
  while (from > 0 && from < end && ClassOf(text[from]) == ByteClass::kContinuation) ++from;
  const std::string_view window = text.substr(from, end - from);
  for (const auto& expression : expressions) {
    re2::StringPiece found;
    if (!expression->Get().Match(Piece(window), 0, window.size(), RE2::UNANCHORED, &found, 1)) continue;
    const size_t at = from + static_cast<size_t>(found.data() - window.data());
    if (IsLetterAt(text, at) && IsLetterBefore(text, at)) continue;  // the middle of a word
    begin = at;
    return true;
  }
  return false;
}

bool CompiledRule::AnyStartsAt(const std::vector<std::unique_ptr<LazyExpression>>& expressions, std::string_view text,
                               size_t begin) {
  if (expressions.empty()) return false;
  const std::string_view window = Window(text, begin);
  return std::any_of(expressions.begin(), expressions.end(), [&](const auto& expression) {
    return expression->Get().Match(Piece(window), 0, window.size(), RE2::ANCHOR_START, nullptr, 0);
  });
}

bool CompiledRule::ContextAllows(std::string_view text, size_t begin, size_t end, size_t& before_begin) const {
  size_t ignored = 0;
  before_begin = begin;
  if (!before_.empty() && !AnyEndsAt(before_, text, begin, before_begin)) return false;
  if (!not_before_.empty() && AnyEndsAt(not_before_, text, begin, ignored)) return false;
  if (AnyStartsAt(never_, text, begin)) return false;
  if (!after_.empty() && !AnyStartsAt(after_, text, end)) return false;
  return !AnyStartsAt(not_after_, text, end);
}

void RuleGroup::Add(const CompiledRule* rule) { rules_.push_back(rule); }

void RuleGroup::Candidates(std::string_view text, size_t position, std::vector<const CompiledRule*>& found) const {
  found.clear();
  if (rules_.empty()) return;
  std::call_once(once_, [this] {
    set_ = std::make_unique<RE2::Set>(MatchOptions(false), RE2::ANCHOR_START);
    for (const CompiledRule* rule : rules_) set_->Add("(?:" + rule->rule().pattern + ")", nullptr);
    set_->Compile();
  });
  const std::string_view window = Window(text, position);
  thread_local std::vector<int> indices;
  RE2::Set::ErrorInfo error{};
  if (set_->Match(Piece(window), &indices, &error)) {
    for (const int index : indices) found.push_back(rules_[static_cast<size_t>(index)]);
  } else if (error.kind == RE2::Set::kOutOfMemory) {
    found = rules_;  // the automaton grew too large: try every rule
  }
}

}  // namespace soat
