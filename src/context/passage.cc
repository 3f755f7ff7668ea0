// Passage.
#include "context/passage.h"

#include <algorithm>

namespace soat {
namespace {

bool IsValue(FigureKind kind) {
  return kind == FigureKind::kCount || kind == FigureKind::kRatio || kind == FigureKind::kPercent ||
         kind == FigureKind::kMoney || kind == FigureKind::kMeasure;
}

bool StartsBefore(const Figure& figure, uint32_t begin) { return figure.span.begin < begin; }

}  // namespace

bool HasValue(const std::vector<Span>& spans, const std::vector<Figure>& figures) {
  for (const Span span : spans) {
    auto next = std::lower_bound(figures.begin(), figures.end(), span.begin, StartsBefore);
    for (; next != figures.end() && next->span.end <= span.end; ++next) {
      if (IsValue(next->kind)) return true;
    }
  }
  return false;
}

Passage::Passage(const Document& document, const std::vector<Span>& spans, const std::vector<Figure>& figures) {
  size_t base = 0;
  for (const Span span : spans) {
    auto next = std::lower_bound(figures.begin(), figures.end(), span.begin, StartsBefore);
    for (; next != figures.end() && next->span.end <= span.end; ++next) {
      PassageFigure& figure = figures_.emplace_back();
      figure.figure = static_cast<uint32_t>(next - figures.begin());
      figure.begin = base + (next->span.begin - span.begin);
      figure.end = base + (next->span.end - span.begin);
      figure.value = IsValue(next->kind);
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
