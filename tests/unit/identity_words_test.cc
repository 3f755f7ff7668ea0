#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "identity/prefix_scanner.h"
#include "identity/words.h"

namespace soat {
namespace {

TEST_CASE("names without marks") {
  CHECK(WithoutMarks("đắk r'lấp") == "dak r'lap");
  CHECK(WithoutMarks("quỳ hợp ưở") == "quy hop uo");
  CHECK(WithoutMarks("\xFF!") == "\xFF!");
}

TEST_CASE("names in capitals") {
  const std::string text = "ĐỒI Cao", key = "đồi cao";
  CHECK(TitleCase(text, key, {0, static_cast<uint32_t>(text.size())}) == "Đồi Cao");
}

TEST_CASE("the scanner finds what a search at every byte finds") {
  const std::vector<std::string_view> words = {"tp", "thị xã", "xã", "huyện"};
  std::mt19937 random(7);
  const std::string_view pieces[] = {"t", "p", "th", "thị", "xã", "huyện", "huy", " ", "x", "“", "ề", "\n", "chuyện"};
  for (int round = 0; round < 2000; ++round) {
    std::string key;
    for (auto length = random() % 24; length > 0; --length) key += pieces[random() % std::size(pieces)];
    const PrefixScanner scanner(key, words);
    size_t next = scanner.Next(0);
    for (size_t at = 0; at < key.size(); ++at) {
      const auto starts = [&](std::string_view word) {
        return key.substr(at).starts_with(word.substr(0, 5)) && !IsLetterBefore(key, at);
      };
      if (std::none_of(words.begin(), words.end(), starts)) continue;
      CAPTURE(key);
      REQUIRE(next == at);
      next = scanner.Next(at + 1);
    }
    REQUIRE(next == key.size());
  }
}

}  // namespace
}  // namespace soat
