#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "read/decode.h"

namespace soat {
namespace {

using namespace std::string_literals;

DecodedText Decoded(const std::string& bytes) {
  Result<DecodedText> decoded = Decode("report.txt", bytes);
  REQUIRE(decoded.ok());
  return std::move(decoded.value());
}

Error Refused(const std::string& bytes) {
  const Result<DecodedText> decoded = Decode("report.txt", bytes);
  REQUIRE(!decoded.ok());
  CHECK(decoded.error().code == ErrorCode::kInput);
  CHECK(decoded.error().where == "report.txt");
  CHECK(!decoded.error().fix.empty());
  return decoded.error();
}

std::string Utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

Span InFile(const DecodedText& decoded, std::string_view part) {
  const auto begin = static_cast<uint32_t>(decoded.text.find(part));
  REQUIRE(begin < decoded.text.size());
  return decoded.to_file.ToSource({begin, begin + static_cast<uint32_t>(part.size())});
}

}  // namespace

TEST_CASE("well-formed UTF-8 is taken as it is") {
  const DecodedText decoded = Decoded("Số: 12/BC\r\n😀\f");
  CHECK(decoded.text == "Số: 12/BC\r\n😀\f");
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.to_file.runs.empty());
  CHECK(decoded.problems.empty());
  CHECK(Decoded("").text.empty());
}

TEST_CASE("well-formed UTF-8 is moved and not copied") {
  std::string bytes(1000, 'a');
  const char* place = bytes.data();
  const Result<DecodedText> decoded = Decode("report.txt", std::move(bytes));
  REQUIRE(decoded.ok());
  CHECK(decoded.value().text.data() == place);
}

TEST_CASE("a byte order mark is left out and offsets count it") {
  const DecodedText decoded = Decoded("\xEF\xBB\xBFSố 5");
  CHECK(decoded.text == "Số 5");
  CHECK(decoded.encoding == "UTF-8 with BOM");
  CHECK(InFile(decoded, "5") == Span{8, 9});
  CHECK(InFile(decoded, "S") == Span{3, 4});
  CHECK(Decoded("\xEF\xBB\xBF").text.empty());
}

TEST_CASE("ill-formed bytes become replacement characters, each listed with its byte and line") {
  struct Row {
    std::string bytes, text;
    std::vector<std::pair<uint32_t, uint32_t>> problems;
  };
  const Row rows[] = {
      {"\x80 5", "\uFFFD 5", {{0, 1}}},
      {"5 \xC3", "5 \uFFFD", {{2, 1}}},
      {"a\xE1\xBAz", "a\uFFFDz", {{1, 1}}},
      {"a\xF0\x9F\x98z", "a\uFFFDz", {{1, 1}}},
      {"ế\xBF", "ế\uFFFD", {{3, 1}}},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", {{0, 1}, {1, 1}, {2, 1}}},
      {"\xC0\xAF", "\uFFFD\uFFFD", {{0, 1}, {1, 1}}},
      {"\xE1\xE1\xBA\xBF", "\uFFFDế", {{0, 1}}},
      {"một\nhai\r\nba\rb\xFFn\n\xFE", "một\nhai\r\nba\rb\uFFFDn\n\uFFFD", {{15, 4}, {18, 5}}},
      {"\xEF\xBB\xBF\n\xFF", "\n\uFFFD", {{4, 2}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const DecodedText decoded = Decoded(row.bytes);
    CHECK(decoded.text == row.text);
    REQUIRE(decoded.problems.size() == row.problems.size());
    for (size_t i = 0; i < row.problems.size(); ++i) {
      CHECK(decoded.problems[i].offset == row.problems[i].first);
      CHECK(decoded.problems[i].line == row.problems[i].second);
    }
  }
}

TEST_CASE("offsets behind broken bytes are right") {
  const DecodedText decoded = Decoded("a\xE1\xBA 12\x80 34");
  CHECK(decoded.text == "a\uFFFD 12\uFFFD 34");
  CHECK(InFile(decoded, "\uFFFD") == Span{1, 3});
  CHECK(InFile(decoded, "12") == Span{4, 6});
  CHECK(InFile(decoded, "34") == Span{8, 10});
}

TEST_CASE("UTF-16 is read in both orders") {
  for (const bool big_endian : {false, true}) {
    CAPTURE(big_endian);
    const DecodedText decoded = Decoded(Utf16(u"\uFEFFSố é 😀 5\r\n", big_endian));
    CHECK(decoded.text == "Số é 😀 5\r\n");
    CHECK(decoded.encoding == (big_endian ? "UTF-16BE" : "UTF-16LE"));
    CHECK(decoded.problems.empty());
    CHECK(InFile(decoded, "S") == Span{2, 4});
    CHECK(InFile(decoded, "ố") == Span{4, 6});
    CHECK(InFile(decoded, "é") == Span{8, 10});
    CHECK(InFile(decoded, "😀") == Span{12, 16});
    CHECK(InFile(decoded, "5\r") == Span{18, 22});
  }
}

TEST_CASE("unpaired surrogates and a byte too many are problems") {
  for (const bool big_endian : {false, true}) {
    std::u16string text = u"\uFEFFa\nb c d";
    text[4] = 0xD83D;
    text[6] = 0xDE00;
    text += static_cast<char16_t>(0xD800);
    const DecodedText decoded = Decoded(Utf16(text, big_endian) + "x");
    CHECK(decoded.text == "a\nb\uFFFDc\uFFFDd\uFFFD\uFFFD");
    REQUIRE(decoded.problems.size() == 4);
    CHECK(decoded.problems[0].offset == 8);
    CHECK(decoded.problems[0].line == 2);
    CHECK(decoded.problems[1].offset == 12);
    CHECK(decoded.problems[2].offset == 16);
    CHECK(decoded.problems[3].offset == 18);
    CHECK(InFile(decoded, "d\uFFFD\uFFFD") == Span{14, 19});
  }
}

TEST_CASE("binary formats are refused by name") {
  CHECK(Refused("PK\x03\x04rest").what == "this is a ZIP archive (perhaps .docx, .xlsx or .odt), not text");
  CHECK(Refused("PK\x03\x04rest").fix == "save it as plain text (UTF-8) first");
  CHECK(Refused("%PDF-1.7\n").what == "this is a PDF file, not text");
  CHECK(Refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").what ==
        "this is an old Office file (perhaps .doc or .xls), not text");
  CHECK(Refused("\x89PNG\r\n\x1A\n").what == "this is a PNG image, not text");
  CHECK(Refused("GIF89a").what == "this is a GIF image, not text");
  CHECK(Refused("\xFF\xD8\xFF\xE0").what == "this is a JPEG image, not text");
  CHECK(Refused("\x1F\x8B\x08").what == "this is a gzip archive, not text");
  CHECK(Refused("\xFF\xFE\0\0a\0\0\0"s).what == "this is a file in UTF-32, not text");
}

TEST_CASE("NUL, control characters and too many broken bytes say that it is no text") {
  CHECK(Refused("a\0b"s).what == "this is not text: a NUL stands at byte 1");
  CHECK(Refused(Utf16(u"\uFEFFa", false) + "\0\0"s).what == "this is not text: a NUL stands at byte 1");
  const std::string letters(300, 'a');
  CHECK(Refused(letters + std::string(40, '\x01')).what == "this is not text: 40 of 340 bytes are control characters");
  CHECK(Refused(letters + std::string(40, '\xFF')).what == "this is not UTF-8: 40 of 340 bytes cannot be decoded");
  CHECK(Refused("\xFF\xFE" + Utf16(std::u16string(40, char16_t{0xD800}), false)).what ==
        "this is not UTF-16LE: 80 of 82 bytes cannot be decoded");
}

TEST_CASE("a few stray bytes are no reason to refuse") {
  const std::string letters(300, 'a');
  CHECK(Decoded(letters + std::string(30, '\x01')).text == letters + std::string(30, '\x01'));
  CHECK(Decoded(letters + std::string(30, '\xFF')).problems.size() == 30);
  CHECK(Decoded("\xFF\xFF").problems.size() == 2);
  CHECK(Decoded("a\tb\fc\vd\r\n").problems.empty());
}

}  // namespace soat
