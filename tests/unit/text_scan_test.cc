#include <doctest/doctest.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/scan.h"

namespace soat {
namespace {

TEST_CASE("the bits of sixteen answers are counted") {
  uint32_t wrong = 0;
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    wrong += CountBits(bits) == static_cast<uint32_t>(std::popcount(bits)) ? 0 : 1;
  }
  CHECK(wrong == 0);
  CHECK(CountBits(0xFFFF) == 16);
  CHECK(CountBits(0x8001) == 2);
}

TEST_CASE("line ends are counted, and the last one is found, in texts of every length") {
  for (size_t size = 0; size < 70; ++size) {
    const std::string none(size, 'x');
    CHECK(CountWhere<LineFeed>(none) == 0);
    CHECK(BehindLast<LineFeed>(none) == 0);
    for (size_t at = 0; at < size; ++at) {
      std::string text = none;
      text[at] = text[at / 2] = '\n';
      // What stands before and behind a view does not count.
      const std::string around = "\n" + text + "\n\n";
      const std::string_view view = std::string_view(around).substr(1, size);
      CHECK(CountWhere<LineFeed>(view) == (at > 0 ? 2 : 1));
      CHECK(BehindLast<LineFeed>(view) == at + 1);
    }
  }
  CHECK(CountWhere<LineFeed>(std::string(100000, '\n')) == 100000);
}

}  // namespace
}  // namespace soat
