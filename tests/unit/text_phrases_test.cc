#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/phrases.h"

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
