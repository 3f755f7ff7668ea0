#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "identity/prefix_scanner.h"
#include "identity/words.h"

namespace soat {
namespace {

TEST_CASE("phrases are whole words, the longest counts") {
  const std::vector<std::string> phrases = {"báo", "báo cáo", "tp."};
  CHECK(PhraseAt("báo cáo", 0, phrases) == std::string_view("báo cáo").size());
  CHECK(PhraseAt("báo cá", 0, phrases) == std::string_view("báo").size());
  CHECK(PhraseAt("báoc", 0, phrases) == 0);
  CHECK(PhraseAt("tp.huế", 0, phrases) == 3);
  CHECK(PhraseBefore("có báo cáo", std::string_view("có báo cáo").size(), phrases) ==
        std::string_view("báo cáo").size());
  CHECK(PhraseBefore("xbáo", std::string_view("xbáo").size(), phrases) == 0);
  CHECK(FindPhrase("baobáo báo", 0, 100, phrases) == std::string_view("baobáo ").size());
  CHECK(FindLastPhrase("báo a báo b", 0, 100, phrases) == std::string_view("báo a ").size());
  CHECK(FindPhrase("abc", 0, 3, phrases) == std::string_view::npos);
}

TEST_CASE("names without marks") {
  CHECK(WithoutMarks("đắk r'lấp") == "dak r'lap");
  CHECK(WithoutMarks("quỳ hợp ưở") == "quy hop uo");
  CHECK(WithoutMarks("\xFF!") == "\xFF!");
}

TEST_CASE("capitals") {
  const std::string text = "ĐỒI Cao", key = "đồi cao";
  CHECK(IsCapitalAt(text, key, 0));
  CHECK_FALSE(IsCapitalAt(text, key, text.size() - 1));
  CHECK(IsAllCapitals(text, key, {0, static_cast<uint32_t>(std::string_view("ĐỒI").size())}));
  CHECK_FALSE(IsAllCapitals(text, key, {0, static_cast<uint32_t>(text.size())}));
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
