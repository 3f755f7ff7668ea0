// Passage.
#include "context/passage.h"

namespace soat {

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

}  // namespace soat
