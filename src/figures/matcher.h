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

#include "soat/document.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// The named groups that patterns can have; readers take the parts of a figure from them.
enum class Capture : uint8_t {
  kFigure,      ///< what the figure covers, if not the whole match
  kDay, kMonth, kYear, kFromDay, kFromMonth, kFromYear,
  kYearTo, kMonthTo, kQuarter, kMonths, kLast, kSchool,
  kNumerator, kDenominator, kRef, kItems, kUnit, kCurrency,
  kCount_,
};
inline constexpr size_t kCaptureCount = static_cast<size_t>(Capture::kCount_);

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

  /// Matches at `position` (for a quantity rule: behind the quantity), conditions on what stands around left out.
  std::optional<Match> MatchAt(std::string_view text, size_t position) const;
  /// Whether the context patterns allow a match [begin, end); `before_begin` is where `before` began.
  bool ContextAllows(std::string_view text, size_t begin, size_t end, size_t& before_begin) const;
  /// Compiles every expression now. \error kRule: one that RE2 refuses, or a group with an unknown name
  Status Check() const;

  const FigureRule& rule() const { return rule_; }
  uint32_t index() const { return index_; }

 private:
  using Slots = std::array<int, kCaptureCount>;
  const Slots& GroupSlots() const;
  bool AnyEndsAt(const std::vector<std::unique_ptr<LazyExpression>>& expressions, std::string_view text, size_t end,
                 size_t& begin) const;
  static bool AnyStartsAt(const std::vector<std::unique_ptr<LazyExpression>>& expressions, std::string_view text,
                          size_t begin);

  FigureRule rule_;
  uint32_t index_;
  LazyExpression expression_;
  std::vector<std::unique_ptr<LazyExpression>> before_, not_before_, never_, after_, not_after_;
  mutable std::once_flag slots_once_;
  mutable Slots slots_{};
};

/// Tells which of many patterns match at a place, in one pass. Compiled when it is first needed.
class RuleGroup {
 public:
  void Add(const CompiledRule* rule);
  bool empty() const { return rules_.empty(); }
  /// The rules that match at `position`, in no special order.
  void Candidates(std::string_view text, size_t position, std::vector<const CompiledRule*>& found) const;

 private:
  std::vector<const CompiledRule*> rules_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2::Set> set_;
};

}  // namespace soat
