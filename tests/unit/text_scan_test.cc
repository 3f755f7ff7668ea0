#include <doctest/doctest.h>

#include <bit>
#include <cstdint>

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

}  // namespace
}  // namespace soat
