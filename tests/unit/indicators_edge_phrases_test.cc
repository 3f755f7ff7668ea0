#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indicators/edge_phrases.h"

namespace soat {
namespace {

std::vector<FoldedWord> WordsOf(const std::vector<const char*>& words) {
  std::vector<FoldedWord> folded;
  for (std::string_view word : words) {
    const bool comma = word.ends_with(',');
    if (comma) word.remove_suffix(1);
    folded.push_back({word, WordHash(word), comma});
  }
  return folded;
}

TEST_CASE("the longest head of a label") {
  const EdgePhrases heads({"số", "số lượng", "cấp huyện, cấp xã", "trong năm"}, EdgePhrases::End::kHead);
  CHECK(heads.Longest(WordsOf({"số", "hồ", "sơ"})) == 1);
  CHECK(heads.Longest(WordsOf({"số", "lượng", "sơ"})) == 2);
  CHECK(heads.Longest(WordsOf({"số", "lượng,", "sơ"})) == 2);  // a comma behind it
  CHECK(heads.Longest(WordsOf({"số,", "lượng", "sơ"})) == 1);  // a comma within
  CHECK(heads.Longest(WordsOf({"cấp", "huyện,", "cấp", "xã", "có"})) == 4);
  CHECK(heads.Longest(WordsOf({"cấp", "huyện", "cấp", "xã", "có"})) == 0);
  CHECK(heads.Longest(WordsOf({"trong", "số"})) == 0);
  CHECK(heads.Longest(WordsOf({"số"})) == 0);  // nothing would be left
  CHECK(heads.Longest({}) == 0);
}

TEST_CASE("the longest tail of a label") {
  const EdgePhrases tails({"của", "của huyện", "cấp huyện, cấp xã"}, EdgePhrases::End::kTail);
  CHECK(tails.Longest(WordsOf({"sơ", "của"})) == 1);
  CHECK(tails.Longest(WordsOf({"sơ", "của", "huyện"})) == 2);
  CHECK(tails.Longest(WordsOf({"sơ", "của,", "huyện"})) == 0);
  CHECK(tails.Longest(WordsOf({"sơ,", "cấp", "huyện,", "cấp", "xã"})) == 4);
  CHECK(tails.Longest(WordsOf({"cấp", "huyện,", "cấp", "xã"})) == 0);
}

}  // namespace
}  // namespace soat
