#include <doctest/doctest.h>

#include <string>

#include "write/marked_line.h"

namespace soat {
namespace {

TEST_CASE("carets stand under what is marked") {
  const MarkedLine marked = MarkLine({1, "Đạt 98,64% và 5 xã", {{4, 10}, {14, 15}}});
  CHECK(marked.text == "Đạt 98,64% và 5 xã");
  CHECK(marked.carets == "    ^^^^^^    ^");
}

TEST_CASE("a combining mark takes no column, a tab stays a tab") {
  const MarkedLine marked = MarkLine({1, "xa\u0303\t\u1EA1 12", {{6, 8}}});
  CHECK(marked.text == "xa\u0303\t\u1EA1 12");
  CHECK(marked.carets == "  \t  ^^");
}

TEST_CASE("control characters do not reach the terminal") {
  const MarkedLine marked = MarkLine({1, "a\x1b[31m\u009B 7", {{8, 9}}});
  CHECK(marked.text == "a\uFFFD[31m\uFFFD 7");
  CHECK(marked.carets == "        ^");
}

TEST_CASE("a long line is cut to what stands around the marks") {
  const std::string line = std::string(200, 'a') + "12" + std::string(200, 'b') + "34" + std::string(10, 'c');
  const MarkedLine marked = MarkLine({1, line, {{200, 202}, {402, 404}}});
  CHECK(marked.text == "…" + std::string(27, 'a') + "12" + std::string(18, 'b') + "…" + std::string(27, 'b') + "34" +
                           std::string(10, 'c'));
  CHECK(marked.carets == std::string(28, ' ') + "^^" + std::string(18 + 1 + 27, ' ') + "^^");
}

TEST_CASE("stretches that meet are one, and a cut never parts a letter from its mark") {
  std::string line(300, 'a');
  MarkedLine marked = MarkLine({1, line, {{150, 152}, {160, 162}}});
  CHECK(marked.text.find("…", 3) == marked.text.size() - std::string("…").size());
  line = std::string(100, 'a') + "e\u0301" + std::string(54, 'a') + "12" + std::string(100, 'a');
  // The 55 characters before the mark begin with the accent of the "e".
  marked = MarkLine({1, line, {{156, 158}}});
  CHECK(marked.text.starts_with("…e\u0301a"));
}

TEST_CASE("a cut keeps words whole, and marks that stand together share the room") {
  const std::string words = "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười ";
  const MarkedLine marked = MarkLine({1, words + "1/2 " + words, {{82, 83}, {84, 85}}});
  CHECK(marked.text == "…chín mười một hai ba bốn năm sáu bảy tám chín mười 1/2 một hai ba bốn năm sáu bảy tám chín…");
  CHECK(marked.carets == std::string(52, ' ') + "^ ^");
}

TEST_CASE("a long line without marks shows its beginning") {
  const MarkedLine marked = MarkLine({1, std::string(300, 'a'), {}});
  CHECK(marked.text == std::string(110, 'a') + "…");
  CHECK(marked.carets.empty());
}

}  // namespace
}  // namespace soat
