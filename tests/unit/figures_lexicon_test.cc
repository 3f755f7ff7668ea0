#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "figures/lexicon.h"

namespace soat {
namespace {

Lexicon MakeLexicon() {
  Lexicon lexicon;
  lexicon.Add("hộ", 1);
  lexicon.Add("hộ nghèo", 2);
  lexicon.Add("hộ cận nghèo", 3);
  lexicon.Add("m2", 4);
  lexicon.Add("cao hơn", 5);
  lexicon.Add("hơn", 6);
  return lexicon;
}

TEST_CASE("the longest phrase of whole words at a place is found") {
  struct Row {
    std::string_view text;
    size_t begin, end;  ///< end 0: nothing stands there
    uint32_t value;
  };
  const std::vector<Row> rows = {
      {"hộ nghèo", 0, std::string_view("hộ nghèo").size(), 2},
      {"hộ nghèo,", 0, std::string_view("hộ nghèo").size(), 2},
      {"hộ  nghèo", 0, std::string_view("hộ  nghèo").size(), 2},
      {"hộ\nnghèo", 0, std::string_view("hộ\nnghèo").size(), 2},
      {"hộ\n\nnghèo", 0, std::string_view("hộ").size(), 1},
      {"hộ cận", 0, std::string_view("hộ").size(), 1},
      {"hộ cận biên", 0, std::string_view("hộ").size(), 1},
      {"hộ, nghèo", 0, std::string_view("hộ").size(), 1},
      {"hộp", 0, 0, 0},
      {"nghèo", 0, 0, 0},
      {"12 m2.", 3, 5, 4},
      {"m23", 0, 0, 0},
      {"", 0, 0, 0},
  };
  const Lexicon lexicon = MakeLexicon();
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto hit = lexicon.LongestAt(row.text, row.begin);
    REQUIRE(hit.has_value() == (row.end != 0));
    if (!hit) continue;
    CHECK(hit->end == row.end);
    CHECK(hit->value == row.value);
  }
}

TEST_CASE("the longest phrase of whole words before a place is found, blanks left out") {
  struct Row {
    std::string_view text;
    bool found;
    size_t begin;
    uint32_t value;
  };
  const std::vector<Row> rows = {
      {"cao hơn", true, 0, 5},   {"cao hơn  ", true, 0, 5}, {"là hơn ", true, std::string_view("là ").size(), 6},
      {"cao\nhơn ", true, 0, 5}, {"hơn: ", false, 0, 0},    {"chohơn ", false, 0, 0},
      {"", false, 0, 0},
  };
  const Lexicon lexicon = MakeLexicon();
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto hit = lexicon.LongestBefore(row.text, row.text.size());
    REQUIRE(hit.has_value() == row.found);
    if (!hit) continue;
    CHECK(hit->begin == row.begin);
    CHECK(hit->value == row.value);
  }
}

TEST_CASE("a phrase that is added twice keeps its first value") {
  Lexicon lexicon;
  CHECK(lexicon.empty());
  lexicon.Add("hộ", 1);
  lexicon.Add("hộ", 2);
  CHECK_FALSE(lexicon.empty());
  CHECK(lexicon.LongestAt("hộ", 0)->value == 1);
}

TEST_CASE("the hash of words depends on the words, their order and their ends") {
  const uint64_t ab = HashWord(HashWord(kHashSeed, "a"), "b");
  CHECK(ab == HashWord(HashWord(kHashSeed, "a"), "b"));
  CHECK(ab != HashWord(HashWord(kHashSeed, "b"), "a"));
  CHECK(ab != HashWord(kHashSeed, "ab"));
}

}  // namespace
}  // namespace soat
