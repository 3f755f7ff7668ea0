// Lower case that keeps every byte in its place.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "soat/reader.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

Lanes IsEven(Lanes lanes) { return Is(lanes & 1, 0); }

/// Lowers the character at `position`, whatever it is, if its lower case is as long.
void LowerCharacter(std::string& text, size_t position) {
  const Character character = CharacterAt(text, position);
  if (character.code_point == kIllFormed) return;
  std::string lower;
  AppendCharacter(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(character.code_point))));
  if (lower.size() == character.end - character.begin) text.replace(position, lower.size(), lower);
}

/// Lowers the characters that begin at the positions, of sixteen from `position` on, where `others` says yes.
void LowerOthers(std::string& text, size_t position, Lanes others) {
  while (Any(others)) {
    const size_t other = FirstOf(others);
    others[other] = 0;
    LowerCharacter(text, position + other);
  }
}

/// Adds to the bytes at sixteen positions.
void Increase(char* bytes, Lanes by) {
  const Lanes lanes = LoadLanes(bytes) + by;
  std::memcpy(bytes, &lanes, kLanes);
}

/// The bytes that LowerLanes looks at.
constexpr size_t kReach = kLanes + 2;

/// Lowers the letters of ASCII and Vietnamese that begin at sixteen positions: their lower case differs in the last
/// byte alone, by one or (from À to Þ) by 0x20.
/// \return where characters begin of which that is not known
Lanes LowerLanes(char* bytes) {
  const Lanes a = LoadLanes(bytes), b = LoadLanes(bytes + 1), c = LoadLanes(bytes + 2);
  const Lanes latin_1 = Is(a, 0xC3) & Between(b, 0x80, 0x9E) & ~Is(b, 0x97);  // À to Þ without ×
  const Lanes odd = b | 1;
  const Lanes even_first = (Is(a, 0xC4) & (Is(odd, 0x83) | Is(odd, 0x91) | Is(odd, 0xA9))) |  // Ă, Đ, Ĩ
                           (Is(a, 0xC5) & Is(odd, 0xA9));                                     // Ũ
  const Lanes latin_b = Is(a, 0xC6), big_horn = latin_b & (Is(b, 0xA0) | Is(b, 0xAF));        // Ơ, Ư
  const Lanes horn = big_horn | (latin_b & (Is(b, 0xA1) | Is(b, 0xB0)));
  const Lanes vietnamese =
      Is(a, 0xE1) & ((Is(b, 0xBA) & Between(c, 0xA0, 0xBF)) | (Is(b, 0xBB) & Between(c, 0x80, 0xBF)));  // Ạ to ỿ
  const Lanes punctuation = Is(a, 0xE2) & Is(b, 0x80);
  Increase(bytes, Between(a, 'A', 'Z') & ('a' - 'A'));
  Increase(bytes + 1, (latin_1 & 0x20) | (((even_first & IsEven(b)) | big_horn) & 1));
  Increase(bytes + 2, vietnamese & IsEven(c) & 1);
  return Between(a, 0xC4, 0xFF) & ~(even_first | horn | vietnamese | punctuation);
}

}  // namespace

std::string LowerCase(std::string_view text) {
  std::string key(text);
  size_t position = 0;
  for (; key.size() - position >= kReach; position += kLanes) {
    LowerOthers(key, position, LowerLanes(key.data() + position));
  }
  // Behind the end stand zeros. Most texts are words, and have nothing but this rest.
  std::array<char, 2 * kReach> rest{};
  const size_t size = key.size() - position;
  key.copy(rest.data(), size, position);
  Lanes others = LowerLanes(rest.data()), last_others{};
  if (size > kLanes) last_others = LowerLanes(rest.data() + kLanes);
  std::copy_n(rest.begin(), size, key.begin() + static_cast<ptrdiff_t>(position));
  LowerOthers(key, position, others);
  LowerOthers(key, position + kLanes, last_others);
  return key;
}

}  // namespace soat
