#include <doctest/doctest.h>

#include "text/lines.h"

namespace soat {

TEST_CASE("a line ends with LF, CRLF or a lone CR") {
  CHECK(CountLineEnds("", 0, 0) == 0);
  CHECK(CountLineEnds("a\nb\r\nc\rd", 0, 8) == 3);
  CHECK(CountLineEnds("a\r\n", 0, 2) == 0);
  CHECK(CountLineEnds("a\r\n", 2, 3) == 1);
  CHECK(CountLineEnds("\r\r\n\r", 0, 4) == 3);
  CHECK(CountLineEnds("a\fb\vc\u2028", 0, 8) == 0);
}

TEST_CASE("where lines begin, with and without lone returns") {
  CHECK(!HasLoneReturns("a\r\nb\n"));
  CHECK(HasLoneReturns("a\r\nb\r"));
  CHECK(HasLoneReturns("a\rb\n"));
  CHECK(LineBegins("a\r\nb\n\nc") == std::vector<uint32_t>{0, 3, 5, 6});
  CHECK(LineBegins("a\rb\r\nc") == std::vector<uint32_t>{0, 2, 5});
  CHECK(BehindLineEnd("ab\ncd\n", 1, 7) == 3);
  CHECK(BehindLineEnd("ab\ncd\n", 3, 5) == std::string_view::npos);
  CHECK(BehindLineEnd("ab\ncd\n", 3, 6) == 6);
  CHECK(BehindLineEnd("a\r\nb\rc", 0, 7) == 3);
  CHECK(BehindLineEnd("a\r\nb\rc", 3, 7) == 5);
}

TEST_CASE("a line begins behind the last line end") {
  CHECK(LineBegin("ab\ncd", 2) == 0);
  CHECK(LineBegin("ab\ncd", 3) == 3);
  CHECK(LineBegin("ab\r\ncd", 3) == 0);
  CHECK(LineBegin("ab\r\ncd", 6) == 4);
  CHECK(LineBegin("ab\rcd", 5) == 3);
}

}  // namespace soat
