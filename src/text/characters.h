// Single characters of UTF-8 text: where they begin and end, and what they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace soat {

/// A byte that continues a character and does not begin one.
inline bool IsContinuation(char byte) { return (static_cast<uint8_t>(byte) & 0xC0) == 0x80; }

/// How many characters begin in the text.
uint32_t CountCharacters(std::string_view text);

/// Exactly one character (and not two, or none, or a piece of one).
bool IsOneCharacter(std::string_view text);

/// A code point with its place. An ill-formed stretch (a maximal subpart, as the Unicode Standard says) is one
/// character with the code point kIllFormed.
struct Character {
  char32_t code_point = 0;
  size_t begin = 0, end = 0;
};
inline constexpr char32_t kIllFormed = 0xFFFFFFFF;

/// The character that begins at `begin`. REQUIRES: begin < text.size()
Character CharacterAt(std::string_view text, size_t begin);
/// The character that ends at `end`. REQUIRES: 0 < end <= text.size()
Character CharacterBefore(std::string_view text, size_t end);

/// REQUIRES: code_point is a Unicode scalar value.
void AppendCharacter(std::string& out, char32_t code_point);

/// The end of the superscript digit (1 to 3, or of U+2070–U+2079) that begins at a place; the place when none does.
size_t SuperscriptEnd(std::string_view text, size_t at);

/// Whether the character is part of a word: a letter, or a mark that combines with one.
bool IsLetterOrMark(char32_t code_point);
/// Whether the character takes no room of its own: a mark over a letter, or a sign that only steers the layout.
bool HasNoWidth(char32_t code_point);
/// Whether a letter or mark begins at `position`, or ends there. False at the ends of the text.
bool LetterFollows(std::string_view text, size_t position);
bool LetterPrecedes(std::string_view text, size_t position);

}  // namespace soat
