#include <doctest/doctest.h>

#include <string>

#include "text/characters.h"

namespace soat {

TEST_CASE("every character encodes and decodes, forwards and backwards") {
  int failures = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "é";
    AppendCharacter(text, c);
    const size_t end = text.size();
    text += "é";
    const Character forwards = CharacterAt(text, 2), backwards = CharacterBefore(text, end);
    failures += forwards.code_point != c || forwards.begin != 2 || forwards.end != end;
    failures += backwards.code_point != c || backwards.begin != 2 || backwards.end != end;
    failures += !IsOneCharacter(text.substr(2, end - 2));
  }
  CHECK(failures == 0);
}

TEST_CASE("characters are counted in texts of any length") {
  for (const size_t repeated : {0U, 1U, 5U, 16U, 17U, 1000U, 5000U}) {
    std::string text;
    for (size_t i = 0; i < repeated; ++i) text += "aệ😀đ";
    CHECK(CountCharacters(text) == 4 * repeated);
    CHECK(CountCharacters(text + "xy") == 4 * repeated + 2);
  }
}

TEST_CASE("an ill-formed stretch is as long as its maximal subpart") {
  struct Row {
    std::string_view text;
    size_t length;
  };
  const Row rows[] = {
      {"\x80", 1},         {"\xC0\x80", 1},         {"\xC3", 1},         {"\xC3 ", 1},        {"\xE1\xBA", 2},
      {"\xE1\xBAz", 2},    {"\xE0\x80\x80", 1},     {"\xED\xA0\x80", 1}, {"\xF0\x9F\x98", 3}, {"\xF0\x80\x80\x80", 1},
      {"\xF4\x90\x80", 1}, {"\xF5\x80\x80\x80", 1}, {"\xFF", 1},         {"\xF1\x80\xC3", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Character character = CharacterAt(row.text, 0);
    CHECK(character.code_point == kIllFormed);
    CHECK(character.end == row.length);
  }
}

TEST_CASE("letters and marks are parts of words, digits and punctuation are not") {
  for (const char32_t c : std::u32string_view(U"aZđƠệỴßñЖ\u0301\u0323東ª")) CHECK(IsLetterOrMark(c));
  for (const char32_t c : std::u32string_view(U"0 _-.“–¹²½×÷°\u00A0€")) CHECK(!IsLetterOrMark(c));
  CHECK(!IsLetterOrMark(kIllFormed));
}

TEST_CASE("letters beside a position, and none at the ends") {
  CHECK(LetterFollows("5ệ", 1));
  CHECK(!LetterFollows("ệ5", 3));
  CHECK(!LetterFollows("ệ", 3));
  CHECK(LetterPrecedes("ệ5", 3));
  CHECK(!LetterPrecedes("ệ5", 4));
  CHECK(!LetterPrecedes("ệ", 0));
}

}  // namespace soat
