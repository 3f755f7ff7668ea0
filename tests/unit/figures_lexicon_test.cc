#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
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
  const auto row = [](std::string_view first, std::string_view second) {
    return WithWord(WithWord(kHashSeed, WordHash(first)), WordHash(second));
  };
  CHECK(row("a", "b") == row(std::string("a"), std::string("b")));
  CHECK(row("a", "b") != row("b", "a"));
  CHECK(row("a", "b") != WithWord(kHashSeed, WordHash("ab")));
}

TEST_CASE("a row of words finds the phrases that its text finds, within any limits") {
  Lexicon lexicon = MakeLexicon(), other;
  other.Add("cận nghèo", 1);
  LexiconWords words;
  lexicon.EnterWords(words, 0);
  other.EnterWords(words, 7);
  const std::vector<std::string_view> texts = {
      "",
      "hộ nghèo, hộ cận nghèo",
      "5hộ nghèo m2",
      "“hộ nghèo” cao\nhơn hộ\n\nnghèo",
      "hộp hộ  cận nghèo cao hơn",
      "m23 m2",
  };
  WordRow row;
  for (const std::string_view text : texts) {
    row.Read(text, words);
    for (size_t a = 0; a <= text.size(); ++a) {
      for (size_t b = a; b <= text.size(); ++b) {
        CAPTURE(text);
        CAPTURE(a);
        CAPTURE(b);
        for (const Lexicon* asked : {&lexicon, &other}) {
          const auto at = asked->LongestAt(text.substr(0, b), a), at_row = asked->LongestAt(row, a, b);
          REQUIRE(at.has_value() == at_row.has_value());
          if (at) CHECK(at->end == at_row->end);
          if (at) CHECK(at->value == at_row->value);
          const auto before = asked->LongestBefore(text.substr(a, b - a), b - a);
          const auto before_row = asked->LongestBefore(row, b, a);
          REQUIRE(before.has_value() == before_row.has_value());
          if (before) CHECK(a + before->begin == before_row->begin);
          if (before) CHECK(before->value == before_row->value);
        }
      }
    }
  }
}

TEST_CASE("a row knows its words, and the signs between them") {
  WordRow row;
  row.Read("hộ nghèo,\n5m2 (“tốt”)", LexiconWords());
  std::vector<std::string_view> words;
  for (const WordRow::Word& word : row.words()) words.push_back(row.text().substr(word.begin, word.end - word.begin));
  CHECK(words == std::vector<std::string_view>{"hộ", "nghèo", "5m2", "tốt"});
  CHECK_FALSE(row.words()[0].joined);
  CHECK(row.words()[1].joined);
  CHECK_FALSE(row.words()[2].joined);
  CHECK(row.behind_digits() == std::vector<uint32_t>{std::string("hộ nghèo,\n5").size()});
  std::string signs;
  for (const uint32_t sign : row.signs()) signs += row.text()[sign];
  CHECK(signs == ",\n(\xE2\xE2)");
}

TEST_CASE("a row that is read again keeps nothing of the text before") {
  const LexiconWords none;
  WordRow row;
  row.Read("ba hộ nghèo (1)", none);
  row.Read("xã", none);
  row.Read("- hộ nghèo, 2", none);
  REQUIRE(row.words().size() == 3);
  CHECK(row.signs() == std::vector<uint32_t>{0, 13});
  for (size_t at = 0; at <= row.text().size(); ++at) {
    const auto begins = [at](const WordRow::Word& word) { return word.begin == at; };
    const auto ends = [at](const WordRow::Word& word) { return word.end == at; };
    CHECK((row.BeginningAt(at) != nullptr) == std::any_of(row.words().begin(), row.words().end(), begins));
    CHECK((row.EndingAt(at) != nullptr) == std::any_of(row.words().begin(), row.words().end(), ends));
  }
}

TEST_CASE("a row is cut into words by the classes of its bytes, wherever they stand") {
  std::string text;
  for (unsigned byte = 1; byte < 256; ++byte) (text += byte % 3 == 0 ? "ab" : "7x") += static_cast<char>(byte);
  for (size_t shift = 0; shift < 70; ++shift) {
    WordRow row;
    row.Read(text, LexiconWords());
    size_t words = 0, signs = 0, behind_digits = 0;
    for (size_t at = 0; at < text.size();) {
      const ByteClass first = ClassOf(text[at]);
      signs += first == ByteClass::kOther && text[at] != ' ' ? 1 : 0;
      const size_t begin = at++;
      if (first != ByteClass::kDigit && first != ByteClass::kLetter) continue;
      while (at < text.size() && ClassOf(text[at]) != ByteClass::kOther) ++at;
      REQUIRE(words < row.words().size());
      const WordRow::Word& word = row.words()[words++];
      REQUIRE(word.begin == begin);
      REQUIRE(word.end == at);
      for (size_t i = begin + 1; i < at; ++i) behind_digits += IsDigit(text[i - 1]) && !IsDigit(text[i]) ? 1 : 0;
      REQUIRE(row.BeginningAt(begin) == &word);
      REQUIRE(row.EndingAt(at) == &word);
    }
    REQUIRE(row.words().size() == words);
    REQUIRE(row.signs().size() == signs);
    REQUIRE(row.behind_digits().size() == behind_digits);
    text.erase(0, 1);
  }
}

TEST_CASE("no two words of up to three letters have one hash") {
  const std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::vector<std::string> words = {""};
  std::set<uint64_t> hashes;
  for (size_t i = 0; i < words.size() && words[i].size() < 3; ++i) {
    for (const char letter : letters) words.push_back(words[i] + letter);
  }
  for (const std::string& word : words) hashes.insert(WordHash(word));
  CHECK(hashes.size() == words.size());
}

TEST_CASE("the hash of a word is the same wherever it stands") {
  const std::string text = "abcdefghijklmnopqrstuvwxyz";
  for (size_t begin = 0; begin <= text.size(); ++begin) {
    for (size_t end = begin; end <= text.size(); ++end) {
      CHECK(WordHash(text, begin, end) == WordHash(std::string(text, begin, end - begin)));
    }
  }
}

TEST_CASE("the hash of a word depends on each of its bytes") {
  const std::string_view letters = "abcdefghijklmnopqrs";
  for (size_t size = 0; size <= letters.size(); ++size) {
    const std::string word(letters.substr(0, size));
    CHECK(WordHash(word) == WordHash(std::string(word)));
    CHECK(WordHash(word) != WordHash(word + "a"));
    for (size_t i = 0; i < size; ++i) {
      std::string changed = word;
      changed[i] = 'z';
      CHECK(WordHash(changed) != WordHash(word));
    }
  }
}

}  // namespace
}  // namespace soat
