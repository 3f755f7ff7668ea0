#include <doctest/doctest.h>

#include <string>

#include "read/utf8.h"
#include "text/characters.h"

namespace soat {
namespace {

size_t FoundPlainly(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Character character = CharacterAt(text, at);
    if (character.code_point == kIllFormed) return at;
    at = character.end;
  }
  return text.size();
}

}  // namespace

TEST_CASE("ill-formed bytes are found wherever they stand") {
  // All rows of up to four of these bytes, which are the ends of every range that the definition of UTF-8 names.
  static constexpr uint8_t kBytes[] = {'a',  0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                       0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
  constexpr size_t kCount = std::size(kBytes);
  int failures = 0;
  for (size_t row = 0; row < kCount * kCount * kCount * kCount; ++row) {
    std::string bytes;
    for (size_t rest = row, i = 0; i < 4; ++i, rest /= kCount) bytes += static_cast<char>(kBytes[rest % kCount]);
    for (const size_t before : {size_t{0}, size_t{13}}) {
      const std::string text = std::string(before, 'x') + bytes + (row % 2 == 0 ? "" : "ệ và chữ thường");
      failures += FindIllFormed(text, 0) != FoundPlainly(text);
    }
  }
  CHECK(failures == 0);
}

TEST_CASE("the search goes on from a given place") {
  const std::string text = "a\xFF ế\x80 b";
  CHECK(FindIllFormed(text, 0) == 1);
  CHECK(FindIllFormed(text, 2) == 6);
  CHECK(FindIllFormed(text, 6) == 6);
  CHECK(FindIllFormed(text, 7) == text.size());
  CHECK(FindIllFormed(text, text.size()) == text.size());
}

}  // namespace soat
