#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "relations/figure_cursor.h"

namespace soat {
namespace {

std::vector<Figure> FiguresAtTens(uint32_t count) {
  std::vector<Figure> figures(count);
  for (uint32_t i = 0; i < count; ++i) figures[i].span = {10 * i, 10 * i + 3};
  return figures;
}

TEST_CASE("a cursor finds the first figure from a place on, near and far, forwards and backwards") {
  const std::vector<Figure> figures = FiguresAtTens(40);
  for (const uint32_t begin : {0U, 5U, 95U, 390U, 400U}) {
    for (uint32_t offset = 0; offset < 410; ++offset) {
      FigureCursor cursor(figures);
      cursor.FirstFrom(begin);
      CHECK(cursor.FirstFrom(offset) == std::min<size_t>((offset + 9) / 10, figures.size()));
    }
  }
  const std::vector<Figure> none;
  CHECK(FigureCursor(none).FirstFrom(7) == 0);
}

}  // namespace
}  // namespace soat
