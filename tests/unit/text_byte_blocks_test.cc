#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "text/byte_blocks.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

/// What ClassOf says of each byte, with what continues a sign as part of it.
std::vector<ByteClass> ClassesOf(std::string_view text) {
  std::vector<ByteClass> classes;
  for (const char c : text) {
    const bool continues = ClassOf(c) == ByteClass::kContinuation;
    const bool letter = continues && !classes.empty() && classes.back() == ByteClass::kLetter;
    classes.push_back(letter ? ByteClass::kLetter : ClassOf(c));
  }
  return classes;
}

/// Texts of all lengths up to a few blocks, made of characters of one to four bytes.
std::vector<std::string> Texts() {
  constexpr std::array<std::string_view, 12> kPieces = {"a", "Z", "7", " ", "\n", "đ", "ế", "²", "“", "😁", "%", "z0"};
  std::vector<std::string> texts = {""};
  uint32_t random = 7;
  while (texts.size() < 400) {
    std::string text;
    while (text.size() < texts.size() / 2) {
      random = random * 1664525U + 1013904223U;
      text += kPieces[(random >> 16U) % kPieces.size()];
    }
    texts.push_back(text);
  }
  // Some begin inside a character.
  for (size_t i = 0; i < texts.size(); i += 3) texts[i].erase(0, 1);
  return texts;
}

bool Has(uint64_t bits, size_t index) { return (bits >> index & 1U) != 0; }

}  // namespace

TEST_CASE("blocks say of every byte what its class is") {
  for (const std::string& text : Texts()) {
    CAPTURE(text);
    const std::vector<ByteClass> classes = ClassesOf(text);
    size_t seen = 0, wrong = 0;
    for (ByteBlocks blocks(text); blocks.Next(); seen += ByteBlocks::kSize) {
      REQUIRE(blocks.begin() == seen);
      for (size_t i = 0; i < ByteBlocks::kSize && seen + i < text.size(); ++i) {
        const size_t at = seen + i;
        wrong += Has(blocks.letters(), i) != (classes[at] == ByteClass::kLetter) ? 1 : 0;
        wrong += Has(blocks.digits(), i) != (classes[at] == ByteClass::kDigit) ? 1 : 0;
        wrong += Has(blocks.others(), i) != (classes[at] == ByteClass::kOther) ? 1 : 0;
        wrong += Has(blocks.behind_letters(), i) != (at > 0 && classes[at - 1] == ByteClass::kLetter) ? 1 : 0;
        wrong += Has(blocks.behind_digits(), i) != (at > 0 && classes[at - 1] == ByteClass::kDigit) ? 1 : 0;
        wrong += Has(blocks.Where('%'), i) != (text[at] == '%') ? 1 : 0;
        if (Has(blocks.letters(), i)) wrong += blocks.LettersEndOf(at) != LettersEnd(text, at) ? 1 : 0;
      }
    }
    CHECK(wrong == 0);
    CHECK(seen > text.size());  // the last block reaches behind the text
  }
}

}  // namespace soat
