// The figure rules, compiled: which rules match at a place, and with which captures.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "figures/lexicon.h"
#include "soat/document.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// The named groups that patterns can have; readers take the parts of a figure from them.
enum class Capture : uint8_t {
  kFigure,  ///< what the figure covers, if not the whole match
  kDay,
  kMonth,
  kYear,
  kFromDay,
  kFromMonth,
  kFromYear,
  kYearTo,
  kMonthTo,
  kQuarter,
  kQuarterTo,
  kMonths,
  kLast,
  kSchool,
  kEnd,
};
inline constexpr size_t kCaptureCount = static_cast<size_t>(Capture::kEnd);

/// A rule's match: spans in the text, empty where a group took no part.
struct Match {
  uint32_t rule = 0;
  Span span;    ///< everything that the rule matched
  Span figure;  ///< the group `figure`, or the whole match
  std::array<Span, kCaptureCount> captures{};
  Span operator[](Capture capture) const { return captures[static_cast<size_t>(capture)]; }
  bool Has(Capture capture) const { return (*this)[capture].size() > 0; }
};

/// An expression that is compiled when it is first needed. Thread-safe.
class LazyExpression {
 public:
  LazyExpression(std::string pattern, bool longest) : pattern_(std::move(pattern)), longest_(longest) {}
  const RE2& Get() const;

 private:
  std::string pattern_;
  bool longest_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const RE2> expression_;
};

/// One rule with its expressions.
class CompiledRule {
 public:
  CompiledRule(const FigureRule& rule, uint32_t index);

  /// The end of the longest match at `position`, conditions on what stands around left out; 0 when there is none.
  size_t MatchEnd(std::string_view text, size_t position) const;
  /// The parts of the match [begin, end) that MatchEnd found.
  Match Parts(std::string_view text, size_t begin, size_t end) const;
  /// The pattern looks further than the figure: it has a group `figure`, whose end is the end that counts.
  bool looks_ahead() const { return looks_ahead_; }
  /// Whether the phrases that stand before `begin` allow a match there. Cheap, so it is asked first.
  bool PhrasesAllow(std::string_view key, size_t begin) const;
  /// Whether the context patterns allow a match [begin, end).
  bool ContextAllows(std::string_view text, size_t begin, size_t end) const;
  /// Compiles every expression now. \error kRule: one that RE2 refuses, or a group with an unknown name
  Status Check() const;

  const FigureRule& rule() const { return rule_; }
  uint32_t index() const { return index_; }

 private:
  using Slots = std::array<int, kCaptureCount>;
  const Slots& GroupSlots() const;
  bool EndsAtEdge(std::string_view text, size_t end) const;
  bool PartsByDigits(std::string_view text, Match& match) const;
  static bool AnyEndsAt(const std::vector<std::unique_ptr<LazyExpression>>& expressions, std::string_view text,
                        size_t end);
  static bool StartsAt(const LazyExpression& expression, std::string_view text, size_t begin);

  FigureRule rule_;
  uint32_t index_;
  LazyExpression expression_;  // the pattern
  LazyExpression edged_;       // the pattern and the edge of a word behind it
  bool looks_ahead_;
  Lexicon follows_, not_follows_;
  std::vector<std::unique_ptr<LazyExpression>> before_, not_before_;
  std::unique_ptr<LazyExpression> never_, after_, not_after_;
  std::vector<Capture> digit_groups_;  // when all digits of a match stand in named groups: the groups in order
  mutable std::once_flag slots_once_;
  mutable Slots slots_{};
};

/// Tells which of many patterns match at a place, in one pass. Compiled when it is first needed.
class RuleGroup {
 public:
  void Add(const CompiledRule* rule);
  bool empty() const { return rules_.empty(); }
  /// The rules that may match at `position` of the lower-case key, in no special order. A rule that minds case is
  /// found by its pattern in lower case and has yet to match the text.
  void Candidates(std::string_view key, size_t position, std::vector<const CompiledRule*>& found) const;
  /// Whether every rule needs a digit near its start.
  bool digit_ahead() const { return digit_ahead_; }

 private:
  std::vector<const CompiledRule*> rules_;
  bool digit_ahead_ = true;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2::Set> set_;
};

}  // namespace soat
