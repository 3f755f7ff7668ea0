#include <doctest/doctest.h>
#include <unicode/uchar.h>

#include <string>

#include "soat/reader.h"
#include "text/characters.h"

namespace soat {

TEST_CASE("lower case keeps the length") {
  struct Row {
    std::string_view text, key;
  };
  const Row rows[] = {
      {"", ""},
      {"BÁO CÁO Số 12/BC-UBND", "báo cáo số 12/bc-ubnd"},
      {"ĂÂĐÊÔƠƯ ĨŨ ÀẢÃÁẠ ẶẬỆỘỢỰ ỲỶỸÝỴ", "ăâđêôơư ĩũ àảãáạ ặậệộợự ỳỷỹýỵ"},
      {"× ÷ ß ÿ Ÿ", "× ÷ ß ÿ ÿ"},
      {"ЖУРНАЛ ΩΔ", "журнал ωδ"},
      {"İ ẞ Ⱥ \u212A", "İ ẞ Ⱥ \u212A"},
      {"@[`{ 0159", "@[`{ 0159"},
      {"đã ở ạ “trích” – 5", "đã ở ạ “trích” – 5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(LowerCase(row.text) == row.key);
    CHECK(LowerCase(row.key) == row.key);
  }
}

TEST_CASE("every character has its simple lower case when that is as long") {
  int failures = 0;
  char32_t first = 0;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text, lower;
    AppendCharacter(text, c);
    AppendCharacter(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    const std::string& expected = lower.size() == text.size() ? lower : text;
    if (LowerCase("x" + text + "y") == "x" + expected + "y") continue;
    if (failures++ == 0) first = c;
  }
  CAPTURE(static_cast<uint32_t>(first));
  CHECK(failures == 0);
}

TEST_CASE("letters are lowered wherever they stand in a long text") {
  for (size_t before = 0; before < 70; ++before) {
    const std::string dots(before, '.');
    CHECK(LowerCase(dots + "QUYẾT ĐỊNH") == dots + "quyết định");
  }
}

}  // namespace soat
