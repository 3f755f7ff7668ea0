// Figures found by their place in the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "soat/figure.h"

namespace soat {

/// Looks figures up by place. Places that follow each other, as mostly they do, are found by walking on.
class FigureCursor {
 public:
  /// \param figures  sorted; they outlive the cursor
  explicit FigureCursor(const std::vector<Figure>& figures) : figures_(&figures) {}
  /// \param offset  where the places begin that will be looked at
  FigureCursor(const std::vector<Figure>& figures, uint32_t offset) : figures_(&figures), near_(figures.size()) {
    FirstFrom(offset);
  }

  /// The index of the first figure that begins at `offset` or behind it.
  size_t FirstFrom(uint32_t offset) {
    const std::vector<Figure>& figures = *figures_;
    if (near_ > 0 && figures[near_ - 1].span.begin >= offset) {
      const auto known = figures.begin() + static_cast<std::ptrdiff_t>(near_);
      const auto first = std::lower_bound(figures.begin(), known, offset, BeginsBefore);
      near_ = static_cast<size_t>(first - figures.begin());
    }
    const size_t far = std::min(near_ + kNear, figures.size());
    while (near_ < far && figures[near_].span.begin < offset) ++near_;
    if (near_ < far) return near_;
    const auto first =
        std::lower_bound(figures.begin() + static_cast<std::ptrdiff_t>(near_), figures.end(), offset, BeginsBefore);
    return near_ = static_cast<size_t>(first - figures.begin());
  }

 private:
  static constexpr size_t kNear = 8;  // figures that are walked over rather than searched
  static bool BeginsBefore(const Figure& figure, uint32_t offset) { return figure.span.begin < offset; }

  const std::vector<Figure>* figures_;
  size_t near_ = 0;  // what was returned last
};

}  // namespace soat
