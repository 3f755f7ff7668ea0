// IndicatorMatcher.
#include "indicators/indicator_matcher.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indicators/compiled_indicators.h"
#include "indicators/surroundings.h"

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
  explicit GivenAround(const Surroundings& given) : given_(given) {}
  std::string Headings() override { return std::string(given_.headings); }
  std::string_view Before() const override { return given_.before; }

 private:
  const Surroundings& given_;
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

namespace {

std::string_view ScopeOf(const Figure& figure, const Indicator& indicator) {
  const auto& implied = indicator.implied_scopes;
  const bool says_nothing = std::find(implied.begin(), implied.end(), figure.scope) != implied.end();
  return says_nothing ? std::string_view() : std::string_view(figure.scope);
}

// "18 tổ cấp xã và 160 tổ cấp thôn": two values of one thing in one sentence are parts of it, or one of them is of
// something else; neither is the value.
void DropRivals(const Document& document, std::vector<Figure>& figures) {
  constexpr uint32_t kSentence = 240;  // bytes
  Figure* last = nullptr;
  for (Figure& figure : figures) {
    if (figure.indicator.empty() || figure.role != FigureRole::kResult) continue;
    Figure* other = std::exchange(last, &figure);
    if (other == nullptr || other->indicator != figure.indicator || other->scope != figure.scope) continue;
    if (other->start != figure.start || other->end != figure.end || other->kind != figure.kind) continue;
    if (figure.span.begin < other->span.end || figure.span.begin - other->span.end > kSentence) continue;
    const std::string_view between =
        std::string_view(document.text).substr(other->span.end, figure.span.begin - other->span.end);
    if (between.find_first_of(";\n|\t") != std::string_view::npos || between.find(". ") != std::string_view::npos)
      continue;
    if (other->value && figure.value && Compare(*other->value, *figure.value) != 0) {
      other->indicator.clear();
      figure.indicator.clear();
    }
  }
}

}  // namespace

void IndicatorMatcher::Apply(const Document& document, Analysis& analysis) const {
  if (rules_.indicators.empty()) return;
  const CompiledIndicators& compiled = Compiled();
  FoldedText unit;
  compiled.folder().Split(analysis.identity.unit_name, unit);
  AroundInDocument around(document, analysis);
  MatchRoom room;
  const Figure* total = nullptr;
  for (Figure& figure : analysis.figures) {
    if (figure.label.empty()) continue;
    around.GoTo(figure.span.begin);
    const Indicator* found = compiled.Match(figure, around, unit, room);
    figure.indicator = found != nullptr ? found->id : std::string();
    if (figure.role == FigureRole::kTotal) total = &figure;
    if (figure.role != FigureRole::kPart || found == nullptr || total == nullptr) continue;
    // "156 tổ (trong đó có 5 tổ cấp xã …)": a part has the name of its total, but is no second value of it.
    const std::string_view scope = ScopeOf(figure, *found);
    if (total->indicator == figure.indicator && (scope.empty() || scope == total->scope)) figure.indicator.clear();
  }
  DropRivals(document, analysis.figures);
}

}  // namespace soat
