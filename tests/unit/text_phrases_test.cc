#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/phrases.h"

namespace soat {
namespace {

TEST_CASE("words are counted by the blanks between them") {
  CHECK(WordCount("") == 0);
  CHECK(WordCount("  ") == 0);
  CHECK(WordCount("hồ") == 1);
  CHECK(WordCount(" hồ  sơ ") == 2);
  std::string text;
  for (size_t words = 1; words <= 60; ++words) {
    text += words % 3 == 0 ? "  hồ" : " s";
    CHECK(WordCount(text) == words);
    CHECK(WordCount(text + " ") == words);
  }
}

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

TEST_CASE("a phrase is found wherever it stands in a stretch, and nowhere else") {
  const std::string phrase = "trong đó";
  for (size_t before = 0; before < 40; ++before) {
    const std::string blanks(before, ' ');
    for (const std::string& text : {blanks + phrase, blanks + "t" + blanks + "ó " + phrase + blanks}) {
      const size_t at = text.find(phrase), end = at + phrase.size();
      CHECK(FindPhrase(text, 0, text.size(), {phrase}) == at);
      CHECK(FindPhrase(text, at, end, {phrase}) == at);
      CHECK(FindPhrase(text, 0, end - 1, {phrase}) == std::string_view::npos);
      CHECK(FindPhrase(text, at + 1, text.size(), {phrase}) == std::string_view::npos);
    }
  }
}

TEST_CASE("the first of several phrases is found, whatever their order and length") {
  CHECK(FindPhrase("có số hộ tăng", 0, 100, {"hộ tăng", "số hộ tăng", "tăng"}) == std::string_view("có ").size());
  CHECK(FindPhrase("có số hộ tăng", 0, 100, {"a", "số hộ", "có"}) == 0);
}

TEST_CASE("capitals") {
  const std::string text = "ĐỒI Cao", key = "đồi cao";
  CHECK(IsCapitalAt(text, key, 0));
  CHECK_FALSE(IsCapitalAt(text, key, text.size() - 1));
  CHECK(IsAllCapitals(text, key, {0, static_cast<uint32_t>(std::string_view("ĐỒI").size())}));
  CHECK_FALSE(IsAllCapitals(text, key, {0, static_cast<uint32_t>(text.size())}));
  CHECK(BeginsLower("đồi", "đồi", {0, 5}));
  CHECK_FALSE(BeginsLower(text, key, {0, 5}));
  CHECK_FALSE(BeginsLower("1 đồi", "1 đồi", {0, 7}));
}

}  // namespace
}  // namespace soat
