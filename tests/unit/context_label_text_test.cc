#include <doctest/doctest.h>

#include <string>

#include "context/label_text.h"

namespace soat {
namespace {

TEST_CASE("the last place of words in a text") {
  CHECK(FindLast("", "tổ") == std::string::npos);
  CHECK(FindLast("t", "tổ") == std::string::npos);
  CHECK(FindLast("tổ", "tổ") == 0);
  const std::string text = "các tổ và nhóm, tổ công nghệ số cộng đồng của các thôn, tổ";
  for (const std::string words : {"tổ", "tổ công", "các", "t", "của các thôn, tổ", "nhà", "ng"}) {
    CAPTURE(words);
    for (size_t end = 0; end <= text.size(); ++end) {
      CHECK(FindLast(text.substr(0, end), words) == text.substr(0, end).rfind(words));
    }
  }
}

}  // namespace
}  // namespace soat
