// Lower case that keeps every byte in its place.
#include <unicode/uchar.h>

#include <string>

#include "soat/reader.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

Lanes IsEven(Lanes lanes) { return Is(lanes & 1, 0); }

char32_t LowerCaseOf(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
  if (c >= 0x1EA0 && c <= 0x1EFF) return c | 1;
  switch (c) {
    case U'Ă':
    case U'Đ':
    case U'Ĩ':
    case U'Ũ':
    case U'Ơ':
      return c + 1;
    case U'Ư':
      return U'ư';
    default:
      return c == kIllFormed ? c : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  }
}

/// Lowers the character at `position`, whatever it is, if its lower case is as long.
/// \return the position behind it
size_t LowerCharacter(std::string& text, size_t position) {
  const Character character = CharacterAt(text, position);
  const char32_t code_point = LowerCaseOf(character.code_point);
  if (code_point != character.code_point) {
    std::string lower;
    AppendCharacter(lower, code_point);
    if (lower.size() == character.end - character.begin) text.replace(position, lower.size(), lower);
  }
  return character.end;
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
    Lanes others = LowerLanes(key.data() + position);
    while (Any(others)) {
      const size_t other = FirstOf(others);
      others[other] = 0;
      LowerCharacter(key, position + other);
    }
  }
  // What continues a character here belongs to one that has been lowered.
  while (position < key.size() && IsContinuation(key[position])) ++position;
  while (position < key.size()) position = LowerCharacter(key, position);
  return key;
}

}  // namespace soat
