// FigurePlaces.
#include "context/figure_places.h"

namespace soat {
namespace {

bool IsValue(const Figure& figure, const Lexicon& attribute_units) {
  if (figure.kind > FigureKind::kMeasure) return false;
  return figure.kind != FigureKind::kMeasure || !attribute_units.LongestAt(figure.unit, 0);
}

}  // namespace

FigurePlaces::FigurePlaces(const std::vector<Figure>& figures, const Lexicon& attribute_units) {
  entries_.reserve(figures.size());
  if (!figures.empty()) from_.reserve(figures.back().span.begin / kStretch + 1);
  for (const Figure& figure : figures) {
    const size_t stretch = figure.span.begin / kStretch;
    while (from_.size() <= stretch) from_.push_back(size());
    entries_.push_back({figure.span.begin, figure.span.end, IsValue(figure, attribute_units)});
  }
}

uint32_t FigurePlaces::From(uint32_t begin) const {
  const size_t stretch = begin / kStretch;
  if (stretch >= from_.size()) return size();
  uint32_t next = from_[stretch];
  while (next < size() && entries_[next].begin < begin) ++next;
  return next;
}

bool FigurePlaces::HasValue(Span span) const {
  for (uint32_t i = From(span.begin); i < size() && entries_[i].end <= span.end; ++i) {
    if (entries_[i].value) return true;
  }
  return false;
}

}  // namespace soat
