// FigureIndicators.
#include "indicators/figure_indicators.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "context/document_context.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr uint32_t kClause = 240;  // bytes between two figures of one

// Where a clause ends: a semicolon, the end of a line or a cell, or a full stop before a blank.
struct ClauseEnd {
  static constexpr size_t kWindow = 2;
  static Lanes At(const char* window) {
    const Lanes byte = LoadLanes(window);
    return Is(byte, ';') | Is(byte, '\n') | Is(byte, '|') | Is(byte, '\t') |
           (Is(byte, '.') & Is(LoadLanes(window + 1), ' '));
  }
};

bool BeginsBefore(const Figure& figure, uint32_t place) { return figure.span.begin < place; }

std::string_view ScopeOf(const Figure& figure, const Indicator& indicator) {
  const auto& implied = indicator.implied_scopes;
  const bool says_nothing = std::find(implied.begin(), implied.end(), figure.scope) != implied.end();
  return says_nothing ? std::string_view() : std::string_view(figure.scope);
}

}  // namespace

FigureIndicators::FigureIndicators(const IndicatorMatcher& matcher, const Document& document, const Analysis& analysis,
                                   DocumentContext* context)
    : document_(document),
      analysis_(analysis),
      context_(context),
      matcher_(matcher),
      around_(document, analysis),
      indicators_(analysis.figures.size()),
      known_(analysis.figures.size()) {}

const Indicator* FigureIndicators::Of(uint32_t figure) {
  if (matcher_.HasIndicators() && known_[figure] != Known::kDecided) Decide(ClauseOf(figure));
  return indicators_[figure];
}

void FigureIndicators::FindAll() {
  if (matcher_.HasIndicators()) Decide({0, static_cast<uint32_t>(analysis_.figures.size())});
}

// With its context.
const Figure& FigureIndicators::At(uint32_t figure) const {
  if (context_ != nullptr) context_->ReadAround(figure);
  return analysis_.figures[figure];
}

// Whether a clause ends between them.
bool FigureIndicators::AreParted(const Figure& figure, const Figure& next) const {
  if (next.span.begin < figure.span.end || next.span.begin - figure.span.end > kClause) return true;
  const std::string_view between =
      std::string_view(document_.text).substr(figure.span.end, next.span.begin - figure.span.end);
  return FindFirst<ClauseEnd>(between, 0) < between.size();
}

// Two values of one thing in one clause. REQUIRES: both have the same indicator
bool FigureIndicators::AreRivals(const Figure& figure, const Figure& next) const {
  if (figure.scope != next.scope || figure.start != next.start || figure.end != next.end || figure.kind != next.kind)
    return false;
  return figure.value && next.value && Compare(*figure.value, *next.value) != 0 && !AreParted(figure, next);
}

FigureIndicators::Clause FigureIndicators::ClauseOf(uint32_t figure) const {
  Clause clause{figure, figure + 1};
  const std::vector<Figure>& all = analysis_.figures;
  while (clause.begin > 0 && !AreParted(all[clause.begin - 1], all[clause.begin])) --clause.begin;
  while (clause.end < all.size() && !AreParted(all[clause.end - 1], all[clause.end])) ++clause.end;
  return clause;
}

// What its own words say. REQUIRES: there are indicators
const Indicator* FigureIndicators::Match(const Figure& figure) {
  if (compiled_ == nullptr) {
    compiled_ = &matcher_.Compiled();
    compiled_->folder().Split(analysis_.identity.unit_name, unit_name_);
  }
  around_.GoTo(figure.span.begin);
  return compiled_->Match(figure, around_, unit_name_, room_);
}

// The last total in a stretch of the text; kNoIndex when there is none.
uint32_t FigureIndicators::TotalIn(Span stretch) const {
  const std::vector<Figure>& all = analysis_.figures;
  const auto behind = std::lower_bound(all.begin(), all.end(), stretch.end, BeginsBefore);
  for (auto i = static_cast<uint32_t>(behind - all.begin()); i > 0 && all[i - 1].span.begin >= stretch.begin; --i) {
    const Figure& figure = At(i - 1);
    if (figure.role == FigureRole::kTotal && !figure.label.empty()) return i - 1;
  }
  return kNoIndex;
}

// The last total before a figure in its passage, or in those that lead it in; kNoIndex when there is none.
uint32_t FigureIndicators::TotalBefore(uint32_t figure) const {
  const std::vector<Block>& blocks = analysis_.structure.blocks;
  const uint32_t before = analysis_.figures[figure].span.begin;
  for (uint32_t block = analysis_.structure.PlaceOf(before).block; block != kNoIndex; block = blocks[block].parent) {
    for (size_t i = blocks[block].spans.size(); i-- > 0;) {
      const Span span = blocks[block].spans[i];
      const uint32_t total = TotalIn({span.begin, std::min(span.end, before)});
      if (total != kNoIndex) return total;
    }
  }
  return kNoIndex;
}

// "94 đội, trong đó 6 đội của xã": a part has the name of its total, but is no second value of it.
bool FigureIndicators::IsPartOfSame(uint32_t part, const Indicator& indicator) {
  const uint32_t total = TotalBefore(part);
  if (total == kNoIndex || Claimed(total) != &indicator) return false;
  const std::string_view scope = ScopeOf(analysis_.figures[part], indicator);
  return scope.empty() || scope == analysis_.figures[total].scope;
}

// The indicator of a figure as long as it has no rivals.
const Indicator* FigureIndicators::Claimed(uint32_t figure) {
  if (known_[figure] != Known::kNothing) return indicators_[figure];
  known_[figure] = Known::kClaimed;
  const Figure& claimed = At(figure);
  const Indicator*& indicator = indicators_[figure];
  if (!claimed.label.empty()) indicator = Match(claimed);
  if (indicator != nullptr && claimed.role == FigureRole::kPart && IsPartOfSame(figure, *indicator))
    indicator = nullptr;
  return indicator;
}

// "18 tổ cấp xã và 160 tổ cấp thôn": two values of one thing in one clause are parts of it, or one of them is of
// something else; neither is the value.
void FigureIndicators::DropRivals(Clause clause) {
  uint32_t last = kNoIndex;
  for (uint32_t i = clause.begin; i < clause.end; ++i) {
    if (indicators_[i] == nullptr || analysis_.figures[i].role != FigureRole::kResult) continue;
    const uint32_t other = std::exchange(last, i);
    if (other == kNoIndex || indicators_[other] != indicators_[i]) continue;
    if (AreRivals(analysis_.figures[other], analysis_.figures[i])) indicators_[other] = indicators_[i] = nullptr;
  }
}

void FigureIndicators::Decide(Clause clause) {
  for (uint32_t i = clause.begin; i < clause.end; ++i) Claimed(i);
  DropRivals(clause);
  std::fill(known_.begin() + clause.begin, known_.begin() + clause.end, Known::kDecided);
}

}  // namespace soat
