#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "write/escape.h"

namespace soat {
namespace {

struct Case {
  std::string_view text, expected;
};

TEST_CASE("AppendJsonString") {
  const Case cases[] = {
      {"", R"("")"},
      {"hồ sơ", R"("hồ sơ")"},
      {R"(a"b\c)", R"("a\"b\\c")"},
      {"1\n2\r\n3\t4", R"("1\n2\r\n3\t4")"},
      {std::string_view("\x00\x01\x1f\x7f", 4), "\"\\u0000\\u0001\\u001f\x7f\""},
      {"\u2028€😀", "\"\u2028€😀\""},
  };
  for (const Case& c : cases) {
    std::string out = "x";
    AppendJsonString(out, c.text);
    CHECK(out == "x" + std::string(c.expected));
  }
}

TEST_CASE("AppendCsvText") {
  const Case cases[] = {
      {"", ""},
      {"hồ sơ", "hồ sơ"},
      {" hai đầu ", " hai đầu "},
      // Quoted only where it must be.
      {"89,64%", "\"89,64%\""},
      {"a\"b", "\"a\"\"b\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
      {"\"", "\"\"\"\""},
      // What a spreadsheet would run.
      {"=1+1", "'=1+1"},
      {"+84", "'+84"},
      {"-5", "'-5"},
      {"--10-10", "'--10-10"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "'\t=1"},
      {"\r1", "\"'\r1\""},
      {"\n1", "\"'\n1\""},
      {"=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""},
      // Only at the front, and only before something.
      {"a=b", "a=b"},
      {"-", "-"},
      {"'", "'"},
  };
  for (const Case& c : cases) {
    std::string out = "x";
    AppendCsvText(out, c.text);
    CHECK(out == "x" + std::string(c.expected));
  }
}

TEST_CASE("CopyPlainCsvText copies texts of all lengths, and tells those that AppendCsvText changes") {
  for (size_t size = 0; size < 50; ++size) {
    const std::string text(size, 'a');
    std::string copy(60, 'x');
    CHECK(CopyPlainCsvText(text, copy.data()));
    CHECK(copy == text + std::string(60 - size, 'x'));
    for (size_t at = 0; at < size; ++at) {
      for (const char special : std::string_view(",\"\r\n=")) {
        std::string changed = text;
        changed[at] = special;
        std::string cell;
        AppendCsvText(cell, changed);
        CHECK(CopyPlainCsvText(changed, copy.data()) == (cell == changed));
        CHECK(copy.substr(0, size) == changed);
      }
    }
  }
}

TEST_CASE("ValidUtf8") {
  const Case cases[] = {
      {"", ""},
      {"báo cáo.txt", "báo cáo.txt"},
      {"a\xFFz", "a\uFFFDz"},
      {"\xC3", "\uFFFD"},
      {"\xE1\xBB", "\uFFFD\uFFFD"},
      {"\xC0\xAF", "\uFFFD\uFFFD"},                      // overlong
      {"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD"},            // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // behind U+10FFFF
      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
  };
  for (const Case& c : cases) CHECK(ValidUtf8(c.text) == c.expected);
}

TEST_CASE("messages show no control characters") {
  CHECK(Printable("báo cáo\x1b[31m\n.txt") == "báo cáo\\x1b[31m\\x0a.txt");
}

}  // namespace
}  // namespace soat
