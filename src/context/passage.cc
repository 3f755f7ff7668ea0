// Passage.
#include "context/passage.h"

#include <algorithm>

namespace soat {
namespace {

constexpr size_t kFewFigures = 16;

bool IsBefore(const PassageFigure& figure, size_t place) { return figure.begin < place; }

}  // namespace

Passage::Passage(const Document& document, const OneOrMany<Span>& spans, const FigurePlaces& places) {
  size_t base = 0;
  if (spans.size() > 0) figures_.reserve(places.From(spans.back().end) - places.From(spans.front().begin));
  for (const Span span : spans) {
    for (uint32_t i = places.From(span.begin); i < places.size() && places[i].end <= span.end; ++i) {
      figures_.push_back(
          {i, base + (places[i].begin - span.begin), base + (places[i].end - span.begin), places[i].value});
    }
    base += span.size() + 1;
  }
  if (spans.size() == 1) {  // the usual case needs no copy
    text_ = std::string_view(document.text).substr(spans[0].begin, spans[0].size());
    key_ = std::string_view(document.key).substr(spans[0].begin, spans[0].size());
    return;
  }
  for (const Span span : spans) {
    joined_text_.append(document.text, span.begin, span.size()).push_back(' ');
    joined_key_.append(document.key, span.begin, span.size()).push_back(' ');
  }
  text_ = joined_text_;
  key_ = joined_key_;
}

// Most passages have few figures: all are looked at, which takes no turn that a processor could guess wrong.
size_t Passage::From(size_t place) const {
  if (figures_.size() > kFewFigures) {
    return static_cast<size_t>(std::lower_bound(figures_.begin(), figures_.end(), place, IsBefore) - figures_.begin());
  }
  size_t before = 0;
  for (const PassageFigure& figure : figures_) before += IsBefore(figure, place) ? 1 : 0;
  return before;
}

}  // namespace soat
