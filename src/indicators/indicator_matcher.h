// Which known indicator a figure is a value of.
#pragma once

#include <memory>
#include <string_view>

#include "figures/lazy.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

class CompiledIndicators;

/// What stands around a figure, as in the text.
struct Surroundings {
  std::string_view headings;  ///< above it, the title of the report first
  std::string_view before;    ///< what its passage says before it
};

/// Matches labels against the indicators of a rule set. Made once; const and thread-safe afterwards. A pattern is
/// compiled when a label has the words that it needs.
class IndicatorMatcher {
 public:
  /// REQUIRES: rules outlives it
  explicit IndicatorMatcher(const RuleSet& rules);
  ~IndicatorMatcher();

  /// The indicator that the figure is a value of; null when none is, or more than one: what two indicators claim
  /// belongs to neither.
  ///
  /// \param around     what labels that tell little are judged by
  /// \param unit_name  who reports; left out of the label
  const Indicator* Match(const Figure& figure, const Surroundings& around, std::string_view unit_name) const;

  /// Sets the indicator of every figure that has a label.
  /// REQUIRES: labels, scopes and roles of the figures are filled
  void Apply(const Document& document, Analysis& analysis) const;

  /// Compiles the patterns now. \error kRule: RE2 refuses one of them
  Status Check() const;

  bool HasIndicators() const { return !rules_.indicators.empty(); }
  /// All of them, ready to be matched; made when they are first asked for.
  const CompiledIndicators& Compiled() const;

 private:
  const RuleSet& rules_;
  Lazy<std::unique_ptr<const CompiledIndicators>> compiled_;
};

}  // namespace soat
