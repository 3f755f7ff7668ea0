// A line of a report as it is shown on a terminal, with carets under what matters.
#pragma once

#include <string>

#include "soat/finding.h"

namespace soat {

/// A line and what stands below it.
struct MarkedLine {
  std::string text;    ///< without control characters; what is left out of a long line is shown as "…"
  std::string carets;  ///< empty when nothing is marked
};

/// Of a long line only what stands around the marks is kept. A character is one column wide, a combining mark none, and
/// a tab is a tab in both lines.
MarkedLine MarkLine(const ExcerptLine& line);

}  // namespace soat
