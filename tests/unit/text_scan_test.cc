#include <doctest/doctest.h>

#include <algorithm>
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

TEST_CASE("ranges of bytes hold the bytes that they name") {
  size_t wrong = 0;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const Lanes lanes = AllLanes(static_cast<uint8_t>(byte));
    for (unsigned low = 0; low < 256; ++low) {
      for (unsigned high = low; high < std::min(low + 255, 256U); ++high) {
        const uint32_t expected = byte >= low && byte <= high ? 0xFFFF : 0;
        wrong += BitsOf(Between(lanes, static_cast<uint8_t>(low), static_cast<uint8_t>(high))) == expected ? 0 : 1;
      }
      if (low >= 0x80) wrong += Any(IsFrom(lanes, static_cast<uint8_t>(low))) == (byte >= low) ? 0 : 1;
    }
    wrong += Any(Continue(lanes)) == (byte >= 0x80 && byte < 0xC0) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

/// Two line feeds.
struct EmptyLine {
  static constexpr size_t kWindow = 2;
  static Lanes At(const char* window) { return Is(LoadLanes(window), '\n') & Is(LoadLanes(window + 1), '\n'); }
};

TEST_CASE("what is rare is found where the plain search finds it") {
  for (size_t size = 0; size < 160; ++size) {
    for (size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = text[size - 1 - at / 2] = '\n';
      if (at + 1 < size) text[at + 1] = '\n';
      // What stands behind a view is not seen.
      const std::string_view view = std::string_view(text += "\n\n").substr(0, size);
      const size_t from = at / 3;
      CHECK(FindRare<LineFeed>(view, from) == std::min(view.find('\n', from), size));
      CHECK(FindRare<EmptyLine>(view, from) == std::min(view.find("\n\n", from), size));
    }
  }
}

}  // namespace
}  // namespace soat
