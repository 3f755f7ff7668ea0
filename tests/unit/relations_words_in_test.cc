#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "relations/words_in.h"
#include "rules/reading_marks.h"

namespace soat {
namespace {

std::vector<std::string> WordsIn(const std::string& text) {
  std::vector<std::string> words;
  AnyWord(text, [&](size_t begin, size_t end) {
    words.push_back(text.substr(begin, end - begin));
    return false;
  });
  return words;
}

using Words = std::vector<std::string>;

TEST_CASE("words are letters and digits, whatever stands between them") {
  CHECK(WordsIn("").empty());
  CHECK(WordsIn(" , (").empty());
  CHECK(WordsIn("đến giờ") == Words{"đến", "giờ"});
  CHECK(WordsIn("“m2”, tại 3cấp…") == Words{"m2", "tại", "3cấp"});
  std::string marked = "có ";
  AppendMark(marked, kFigureMark);
  CHECK(WordsIn(marked + "hộ") == Words{"có", "hộ"});
}

TEST_CASE("words are found wherever they stand among the blocks of sixty-four bytes") {
  for (size_t before = 1; before < 140; ++before)
    CHECK(WordsIn(std::string(before, '-') + "trường" + std::string(before, ' ') + "1") == Words{"trường", "1"});
}

TEST_CASE("the search ends with the word that was looked for") {
  size_t seen = 0;
  CHECK(AnyWord("gồm có hai xã", [&](size_t begin, size_t) {
    ++seen;
    return begin > 0;
  }));
  CHECK(seen == 2);
}

}  // namespace
}  // namespace soat
