// The lines of a report that a finding is about.
#pragma once

#include <vector>

#include "soat/document.h"
#include "soat/finding.h"

namespace soat {

/// A span with its place.
struct PlacedSpan {
  Span span;  ///< bytes of Document::text
  Location place;
};

/// The lines on which spans stand, in rising order, with the spans marked. The line of `first`, where a reader should
/// look first, is always there; it is marked itself when there are no spans.
std::vector<ExcerptLine> MakeExcerpt(const Document& document, const PlacedSpan& first,
                                     const std::vector<PlacedSpan>& spans);

}  // namespace soat
