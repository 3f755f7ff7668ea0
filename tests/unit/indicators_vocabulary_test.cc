#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indicators/label_folder.h"
#include "indicators/vocabulary.h"

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

}  // namespace
}  // namespace soat
