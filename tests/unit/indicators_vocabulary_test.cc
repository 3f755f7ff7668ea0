#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indicators/label_folder.h"
#include "indicators/necessary_words.h"
#include "indicators/vocabulary.h"
#include "indicators/word_pattern.h"

namespace soat {
namespace {

bool AreIn(const char* pattern, const char* text) {
  Vocabulary vocabulary;
  const NeededWords before(*ParsePattern("giếng 12 sâu"), true, vocabulary);
  const NeededWords needed(*ParsePattern(pattern), true, vocabulary);
  FoldedText folded;
  LabelFolder({}).Split(text, folded);
  KnownWords known;
  vocabulary.Find(folded.words, known);
  return needed.AreIn(known);
}

TEST_CASE("a text needs one word of each group") {
  CHECK(AreIn("(?:đào|khoan) giếng", "đào giếng"));
  CHECK(AreIn("(?:đào|khoan) giếng", "Khoan giếng"));
  CHECK_FALSE(AreIn("(?:đào|khoan) giếng", "giếng"));
  CHECK_FALSE(AreIn("(?:đào|khoan) giếng", "đào giế"));
  CHECK(AreIn("(?:đào|khoan) giếng", "đào/khoan giếng"));  // words apart by signs
  CHECK(AreIn(".*", ""));
}

// "-" when they cannot be told.
std::string Possible(const char* pattern) {
  const auto words = PossibleWords(*ParsePattern(pattern));
  if (!words) return "-";
  std::string all;
  for (const std::string_view word : *words) (all += all.empty() ? "" : " ") += word;
  return all;
}

TEST_CASE("the words that matches of a pattern can have") {
  CHECK(Possible("") == "");
  CHECK(Possible("(?:đào|khoan) giếng(?: nước)?,? sâu") == "đào khoan giếng nước sâu");
  CHECK(Possible("(?:đào |khoan )*giếng") == "đào khoan giếng");
  CHECK(Possible("4g/5g") == "4g 5g");
  CHECK(Possible("giếng[ ,]+sâu") == "giếng sâu");
  // Words that grow together.
  CHECK(Possible("giếng(?:sâu)?") == "-");
  CHECK(Possible("(?:giếng)?(?: ?nước)") == "-");
  CHECK(Possible("(?:giếng)+") == "-");
  // Any words.
  CHECK(Possible("giếng .*") == "-");
  CHECK(Possible("giếng [0-9]") == "-");
}

TEST_CASE("a label with a word that the pattern cannot have does not match") {
  Vocabulary vocabulary;
  const WordPattern pattern("(?:đào|khoan) giếng(?: nước)?", true, vocabulary);
  const auto may_match = [&pattern](const char* text) {
    FoldedText folded;
    LabelFolder({}).Split(text, folded);
    return pattern.MayMatch(SignatureOf(folded.words));
  };
  CHECK(may_match("khoan giếng"));
  CHECK(may_match("Giếng nước khoan"));  // which the words alone do not tell
  CHECK(may_match("đào/khoan giếng"));
  CHECK_FALSE(may_match("khoan giếng nước ở thôn và ở các bản"));
  const WordPattern within("khoan giếng", false, vocabulary), any("khoan .*", true, vocabulary);
  CHECK(within.MayMatch(~WordsSignature{0}));
  CHECK(any.MayMatch(~WordsSignature{0}));
}

}  // namespace
}  // namespace soat
