// IndicatorMatcher.
#include "indicators/indicator_matcher.h"

#include <cstdint>
#include <string>
#include <utility>

#include "indicators/compiled_indicators.h"
#include "indicators/figure_indicators.h"
#include "indicators/surroundings.h"
#include "soat/reader.h"

namespace soat {

IndicatorMatcher::IndicatorMatcher(const RuleSet& rules) : rules_(rules) {}
IndicatorMatcher::~IndicatorMatcher() = default;

const CompiledIndicators& IndicatorMatcher::Compiled() const {
  return *compiled_.Get([this](std::unique_ptr<const CompiledIndicators>& compiled) {
    compiled = std::make_unique<const CompiledIndicators>(rules_);
  });
}

Status IndicatorMatcher::Check() const { return Compiled().Check(); }

namespace {

// Surroundings that are known already.
class GivenAround : public Around {
 public:
  explicit GivenAround(const Surroundings& given) : given_(given), before_(LowerCase(given.before)) {}
  std::string Headings() override { return std::string(given_.headings); }
  std::string_view Before() const override { return before_; }

 private:
  const Surroundings& given_;
  const std::string before_;
};

}  // namespace

const Indicator* IndicatorMatcher::Match(const Figure& figure, const Surroundings& around,
                                         std::string_view unit_name) const {
  const CompiledIndicators& compiled = Compiled();
  FoldedText unit;
  compiled.folder().Split(unit_name, unit);
  GivenAround given(around);
  MatchRoom room;
  return compiled.Match(figure, given, unit, room);
}

void IndicatorMatcher::Apply(const Document& document, Analysis& analysis) const {
  FigureIndicators indicators(*this, document, analysis);
  indicators.FindAll();
  for (uint32_t i = 0; i < analysis.figures.size(); ++i) {
    const Indicator* found = indicators.Of(i);
    if (found != nullptr) analysis.figures[i].indicator = found->id;
  }
}

}  // namespace soat
