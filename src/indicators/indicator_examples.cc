#include "indicators/indicator_examples.h"

#include <string>

#include "indicators/indicator_matcher.h"

namespace soat {

std::vector<Error> TestIndicatorExamples(const RuleSet& rules) {
  std::vector<Error> errors;
  const IndicatorMatcher matcher(rules);
  for (const Indicator& indicator : rules.indicators) {
    for (const IndicatorExample& example : indicator.examples) {
      Figure figure;
      figure.kind = example.kind;
      figure.unit = example.unit;
      figure.label = example.label;
      figure.scope = example.scope;
      figure.qualifier = example.qualifier;
      const Indicator* found = matcher.Match(figure, {example.under, example.before}, {});
      if ((found == &indicator) != example.none) continue;
      const std::string what = found == nullptr      ? "it is no indicator, or more than one"
                               : found == &indicator ? "it is this indicator, where it must not be"
                                                     : "it is '" + found->id + "'";
      errors.push_back({ErrorCode::kRule, indicator.file + ":" + std::to_string(example.line),
                        "indicator '" + indicator.id + "', example '" + example.label + "': " + what,
                        "mend the indicator or the example"});
    }
  }
  return errors;
}

}  // namespace soat
