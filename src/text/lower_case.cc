// Lower case that keeps every byte in its place.
#include <unicode/uchar.h>

#include <string>

#include "soat/reader.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

/// What may be an upper-case letter beyond ASCII. Lets the lower-case letters of Vietnamese pass.
struct MayBeUpperCase {
  static constexpr size_t kWindow = 3;
  static Lanes At(const char* window) {
    const Lanes a = LoadLanes(window), b = LoadLanes(window + 1), c = LoadLanes(window + 2);
    const Lanes latin_1 = Is(a, 0xC3) & Between(b, 0x80, 0x9E);                              // À to Þ
    const Lanes latin_a = (Between(a, 0xC4, 0xC5) & (IsEven(b) | Between(b, 0xB9, 0xBF))) |  // Ă, Đ, Ĩ, Ũ
                          (Is(a, 0xC5) & Between(b, 0x81, 0x87));                            // Ł to Ň
    const Lanes latin_b = Is(a, 0xC6) & ~(Is(b, 0xA1) | Is(b, 0xB0));                        // all but ơ, ư
    const Lanes vietnamese = Is(a, 0xE1) & Between(b, 0xB8, 0xBB), punctuation = Is(a, 0xE2) & Is(b, 0x80);
    return latin_1 | latin_a | latin_b | (vietnamese & IsEven(c)) |
           (Between(a, 0xC7, 0xFF) & ~vietnamese & ~punctuation);
  }

 private:
  static Lanes IsEven(Lanes lanes) { return Is(lanes & 1, 0); }
};

char32_t LowerCaseOf(char32_t c) {
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

void LowerAscii(std::string& text) {
  size_t position = 0;
  for (; text.size() - position >= kLanes; position += kLanes) {
    Lanes lanes = LoadLanes(text.data() + position);
    lanes += Between(lanes, 'A', 'Z') & ('a' - 'A');
    std::memcpy(text.data() + position, &lanes, kLanes);
  }
  for (; position < text.size(); ++position) {
    if (text[position] >= 'A' && text[position] <= 'Z') text[position] += 'a' - 'A';
  }
}

}  // namespace

std::string LowerCase(std::string_view text) {
  std::string key(text);
  LowerAscii(key);
  std::string lower;
  for (size_t position = FindFirst<MayBeUpperCase>(key, 0); position < key.size();) {
    const Character character = CharacterAt(key, position);
    const char32_t code_point = LowerCaseOf(character.code_point);
    if (code_point != character.code_point) {
      lower.clear();
      AppendCharacter(lower, code_point);
      if (lower.size() == character.end - character.begin) key.replace(position, lower.size(), lower);
    }
    position = FindFirst<MayBeUpperCase>(key, character.end);
  }
  return key;
}

}  // namespace soat
