#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>

#include "soat/document.h"
#include "soat/reader.h"
#include "text/characters.h"

namespace soat {
namespace {

Document Made(std::string bytes) {
  Result<Document> document = MakeDocument("report.txt", std::move(bytes));
  REQUIRE(document.ok());
  return std::move(document.value());
}

Location Place(const Document& document, std::string_view part) {
  const auto begin = static_cast<uint32_t>(document.text.find(part));
  REQUIRE(begin < document.text.size());
  return Locator(document).Locate({begin, begin + static_cast<uint32_t>(part.size())});
}

void CheckPlace(const Document& document, std::string_view part, const Location& expected) {
  CAPTURE(part);
  const Location found = Place(document, part);
  CHECK(found.line == expected.line);
  CHECK(found.column == expected.column);
  CHECK(found.end_line == expected.end_line);
  CHECK(found.end_column == expected.end_column);
  CHECK(found.offset == expected.offset);
  CHECK(found.length == expected.length);
}

/// Line and column of a byte, counted from the start.
std::pair<uint32_t, uint32_t> CountedPlainly(std::string_view decoded, uint32_t offset) {
  uint32_t line = 1, column = 1;
  for (uint32_t at = 0; at < offset; ++at) {
    const bool before_lf = decoded.substr(at + 1, 1) == "\n";
    if (decoded[at] == '\n' || (decoded[at] == '\r' && !before_lf)) {
      ++line;
      column = 1;
    } else if (at + 1 == decoded.size() || !IsContinuation(decoded[at + 1])) {
      ++column;
    }
  }
  return {line, column};
}

}  // namespace

TEST_CASE("columns count characters and offsets count bytes") {
  const Document document = Made("Số hồ sơ: 12\nđạt 5%\n");
  CheckPlace(document, "12", {1, 11, 1, 13, 15, 2});
  CheckPlace(document, "đạt", {2, 1, 2, 4, 18, 6});
  CheckPlace(document, "5%", {2, 5, 2, 7, 25, 2});
  CheckPlace(document, "12\nđ", {1, 11, 2, 2, 15, 5});
}

TEST_CASE("lines end with LF, CRLF and CR, and not with a form feed") {
  const Document document = Made("a\r\nb1\rc2\fd3\n\r\n4");
  CheckPlace(document, "b1", {2, 1, 2, 3, 3, 2});
  CheckPlace(document, "c2", {3, 1, 3, 3, 6, 2});
  CheckPlace(document, "d3", {3, 4, 3, 6, 9, 2});
  CheckPlace(document, "4", {5, 1, 5, 2, 14, 1});
}

TEST_CASE("a decomposed text has the columns of the original") {
  // decoded: t i e ̂ ́ p SPACE 5; text: t i ế p SPACE 5
  const Document document = Made("tie\u0302\u0301p 5\n");
  CheckPlace(document, "ếp", {1, 3, 1, 7, 2, 6});
  CheckPlace(document, "5", {1, 8, 1, 9, 9, 1});
}

TEST_CASE("a byte order mark takes bytes and no column") {
  const Document document = Made("\uFEFFSố 5");
  CheckPlace(document, "5", {1, 4, 1, 5, 8, 1});
  CheckPlace(document, "S", {1, 1, 1, 2, 3, 1});
}

TEST_CASE("places asked for in any order are the same") {
  static constexpr const char* kPieces[] = {"a", "ệ", "\n", "\r\n", "\u200B", "e\u0302", "hoà ", "\f", "😀", "\r"};
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const size_t pieces = std::size(kPieces) - static_cast<size_t>(round % 2);  // every other text has no lone returns
    std::string bytes;
    for (size_t size = 1 + random() % 80; size > 0; --size) bytes += kPieces[random() % pieces];
    const Document document = Made(bytes);
    Locator locator(document);
    for (int i = 0; i < 60; ++i) {
      const auto size = static_cast<uint32_t>(document.text.size());
      const auto begin = static_cast<uint32_t>(random() % (size + 1));
      const Span span{begin, begin + static_cast<uint32_t>(random() % (size + 1 - begin))};
      const Span decoded = document.to_decoded.ToSource(span);
      if (decoded.begin < document.decoded.size() && IsContinuation(document.decoded[decoded.begin])) continue;
      if (decoded.end < document.decoded.size() && IsContinuation(document.decoded[decoded.end])) continue;
      const Location location = locator.Locate(span);
      CHECK(std::pair(location.line, location.column) == CountedPlainly(document.decoded, decoded.begin));
      CHECK(std::pair(location.end_line, location.end_column) == CountedPlainly(document.decoded, decoded.end));
      CHECK(location.offset == decoded.begin);
      CHECK(location.length == decoded.size());
      CHECK(locator.Quote(span) == document.Quote(span));
    }
  }
}

}  // namespace soat
