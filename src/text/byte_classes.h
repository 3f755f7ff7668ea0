// Classes of bytes and characters in normalised text, fast enough to ask for every byte.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace soat {

/// What a byte of UTF-8 can be the first byte of.
enum class ByteClass : uint8_t { kOther, kDigit, kContinuation, kLetter };

/// Letters are those of the Latin blocks (U+00C0–U+024F, U+1E00–U+1EFF), combining marks, Greek and Cyrillic; signs,
/// superscripts and typographic marks are not.
constexpr std::array<ByteClass, 256> MakeByteClasses() {
  std::array<ByteClass, 256> classes{};
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = ByteClass::kDigit;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = ByteClass::kLetter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = ByteClass::kLetter;
  for (unsigned c = 0x80; c < 0xC0; ++c) classes[c] = ByteClass::kContinuation;
  for (unsigned c = 0xC3; c < 0xE0; ++c) classes[c] = ByteClass::kLetter;  // U+00C0–U+07FF
  classes[0xE1] = ByteClass::kLetter;                                      // U+1000–U+1FFF
  return classes;
}
inline constexpr std::array<ByteClass, 256> kByteClasses = MakeByteClasses();

inline ByteClass ClassOf(char c) { return kByteClasses[static_cast<unsigned char>(c)]; }
inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
/// A set of bytes that is asked for every byte.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool Has(char c) const { return has_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 256> has_{};
};

/// The byte at `position` begins a letter.
inline bool IsLetterAt(std::string_view text, size_t position) {
  return position < text.size() && ClassOf(text[position]) == ByteClass::kLetter;
}
/// The character that ends before `position` is a letter.
inline bool IsLetterBefore(std::string_view text, size_t position) {
  while (position > 0) {
    const ByteClass byte_class = ClassOf(text[--position]);
    if (byte_class != ByteClass::kContinuation) return byte_class == ByteClass::kLetter;
  }
  return false;
}
/// The end of the run of letters that starts at `position`.
/// REQUIRES: `position` does not stand inside a character
inline size_t LettersEnd(std::string_view text, size_t position) {
  // A continuation byte can only be met behind the first byte of a letter: every other first byte ends the run.
  while (position < text.size() && ClassOf(text[position]) >= ByteClass::kContinuation) {
    ++position;
  }
  return position;
}
/// The start of the run of letters that ends at `position`.
inline size_t LettersBegin(std::string_view text, size_t position) {
  while (position > 0 && IsLetterBefore(text, position)) {
    do --position;
    while (position > 0 && ClassOf(text[position]) == ByteClass::kContinuation);
  }
  return position;
}
/// The end of a run of spaces with at most one line end in it.
inline size_t BlanksEnd(std::string_view text, size_t position) {
  while (position < text.size() && text[position] == ' ') ++position;
  if (position == text.size() || text[position] != '\n') return position;
  do ++position;
  while (position < text.size() && text[position] == ' ');
  return position;
}
/// The start of a run of spaces with at most one line end in it that ends at `position`.
inline size_t BlanksBegin(std::string_view text, size_t position) {
  while (position > 0 && text[position - 1] == ' ') --position;
  if (position == 0 || text[position - 1] != '\n') return position;
  do --position;
  while (position > 0 && text[position - 1] == ' ');
  return position;
}
/// The end of the last character that starts before `limit`: cuts a window so that no character is split.
inline size_t CharacterFloor(std::string_view text, size_t limit) {
  if (limit >= text.size()) return text.size();
  while (limit > 0 && ClassOf(text[limit]) == ByteClass::kContinuation) --limit;
  return limit;
}

}  // namespace soat
