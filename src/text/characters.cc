// Decoding and classifying single characters. ASCII and the letters of Vietnamese are decided without asking ICU.
#include "text/characters.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/scan.h"

namespace soat {
namespace {

bool IsAsciiLetter(char32_t c) { return (c | 0x20) - 'a' < 26; }

/// Bytes of a character.
constexpr size_t kMaxLength = 4;

/// Latin Extended Additional: nothing but letters, and half of those of Vietnamese.
bool IsLatinAdditional(char32_t c) { return c >= 0x1E00 && c <= 0x1EFF; }

/// How a character with a certain first byte goes on.
struct Form {
  size_t length;  ///< 0: no character begins like this
  uint8_t second_low, second_high;
};

/// Table 3-7 of the Unicode Standard: what excludes overlong forms, surrogates and code points above U+10FFFF.
Form FormOf(uint8_t first) {
  if (first < 0xC2 || first > 0xF4) return {0, 0, 0};
  if (first < 0xE0) return {2, 0x80, 0xBF};
  if (first < 0xF0)
    return {3, first == 0xE0 ? uint8_t{0xA0} : uint8_t{0x80}, first == 0xED ? uint8_t{0x9F} : uint8_t{0xBF}};
  return {4, first == 0xF0 ? uint8_t{0x90} : uint8_t{0x80}, first == 0xF4 ? uint8_t{0x8F} : uint8_t{0xBF}};
}

struct ContinuationByte {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) { return Continue(LoadLanes(window)); }
};

}  // namespace

uint32_t CountCharacters(std::string_view text) {
  return static_cast<uint32_t>(text.size() - CountWhere<ContinuationByte>(text));
}

size_t SuperscriptEnd(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(at) == 0xC2 && (byte(at + 1) == 0xB9 || byte(at + 1) == 0xB2 || byte(at + 1) == 0xB3)) return at + 2;
  if (byte(at) == 0xE2 && byte(at + 1) == 0x81 && byte(at + 2) >= 0xB0 && byte(at + 2) <= 0xB9) return at + 3;
  return at;
}

bool IsOneCharacter(std::string_view text) {
  return !text.empty() && !IsContinuation(text.front()) &&
         std::all_of(text.begin() + 1, text.end(), [](char byte) { return IsContinuation(byte); });
}

Character CharacterAt(std::string_view text, size_t begin) {
  const auto byte = [&](size_t position) { return static_cast<uint8_t>(text[position]); };
  const uint8_t first = byte(begin);
  if (first < 0x80) return {first, begin, begin + 1};
  const size_t left = text.size() - begin;
  if (left >= 2 && first >= 0xC2 && first < 0xE0 && IsContinuation(text[begin + 1]))
    return {(first & 0x1FU) << 6 | (byte(begin + 1) & 0x3FU), begin, begin + 2};
  const Form form = FormOf(first);
  if (form.length == 0) return {kIllFormed, begin, begin + 1};
  char32_t code_point = first & (0x7FU >> form.length);
  uint8_t low = form.second_low, high = form.second_high;
  for (size_t position = begin + 1; position < begin + form.length; ++position) {
    if (position == text.size() || byte(position) < low || byte(position) > high) return {kIllFormed, begin, position};
    code_point = code_point << 6 | (byte(position) & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {code_point, begin, begin + form.length};
}

Character CharacterBefore(std::string_view text, size_t end) {
  size_t begin = end - 1;
  while (begin > 0 && end - begin < kMaxLength && IsContinuation(text[begin])) --begin;
  const Character character = CharacterAt(text, begin);
  return character.end == end ? character : Character{kIllFormed, end - 1, end};
}

void AppendCharacter(std::string& out, char32_t code_point) {
  const auto append = [&](char32_t byte) { out += static_cast<char>(byte); };
  const auto append_rest = [&](int shift) { append(0x80 | (code_point >> shift & 0x3F)); };
  if (code_point < 0x80) return append(code_point);
  if (code_point < 0x800) {
    append(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    append(0xE0 | code_point >> 12);
    append_rest(6);
  } else {
    append(0xF0 | code_point >> 18);
    append_rest(12);
    append_rest(6);
  }
  append_rest(0);
}

bool IsLetterOrMark(char32_t code_point) {
  if (code_point < 0x80) return IsAsciiLetter(code_point);
  if (IsLatinAdditional(code_point)) return true;
  return code_point != kIllFormed &&
         (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool HasNoWidth(char32_t code_point) {
  if (code_point < 0x80 || code_point == kIllFormed) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

bool LetterFollows(std::string_view text, size_t position) {
  return position < text.size() && IsLetterOrMark(CharacterAt(text, position).code_point);
}

bool LetterPrecedes(std::string_view text, size_t position) {
  return position > 0 && IsLetterOrMark(CharacterBefore(text, position).code_point);
}

}  // namespace soat
