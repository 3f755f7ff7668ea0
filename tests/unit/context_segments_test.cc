#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "context/segments.h"
#include "embedded_analyzer.h"
#include "soat/reader.h"

namespace soat {
namespace {

/// Segments as "sign depth|words".
std::vector<std::string> SegmentsIn(const std::string& text) {
  const Result<Document> document = MakeDocument("report", text);
  REQUIRE(document.ok());
  const Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  const Span all{0, static_cast<uint32_t>(document.value().text.size())};
  const Passage passage(document.value(), {all}, FigurePlaces(analysis.figures, Lexicon()));
  std::vector<std::string> segments;
  const ContextLexicons words(EmbeddedAnalyzer().rules());
  WordRow row;
  row.Read(passage.key(), words.all_words);
  std::vector<Segment> room;
  for (const Segment& segment : SegmentsOf(passage, row, words, room)) {
    segments.push_back(std::string(1, segment.sign) + std::to_string(segment.depth) + "|" +
                       std::string(passage.text().substr(segment.chunk.begin, segment.chunk.size())));
  }
  return segments;
}

using List = std::vector<std::string>;

TEST_CASE("a passage is cut at its signs, and of two signs the stronger one counts") {
  CHECK(SegmentsIn("Chi: mua đá, cát; thuê xe. Thu") == List{".0|Chi", ":0|mua đá", ",0|cát", ";0|thuê xe", ".0|Thu"});
  CHECK(SegmentsIn("Mua đá (loại tốt), cát") == List{".0|Mua đá", "(1|loại tốt", ",0|cát"});
  CHECK(SegmentsIn("Mua đá (loại tốt) và cát") == List{".0|Mua đá", "(1|loại tốt", ")0|và cát"});
}

TEST_CASE("the number of an item is no part of its first segment") {
  for (const char* const marker : {"2- ", "3/ ", "1.1 ", "III/ ", "a/ ", "II - "})
    CHECK(SegmentsIn(std::string(marker) + "Chi: mua đá") == List{".0|Chi", ":0|mua đá"});
  CHECK(SegmentsIn("2 xã - thị trấn: chi") == List{".0|2 xã - thị trấn", ":0|chi"});
}

TEST_CASE("signs inside figures and full stops of abbreviations divide nothing") {
  CHECK(SegmentsIn("Chi 1.250,5 triệu đồng tại TP. Bình Minh") == List{".0|Chi 1.250,5 triệu đồng tại TP. Bình Minh"});
}

TEST_CASE("an ellipsis ends a sentence before a capital, and no byte of it is left") {
  CHECK(SegmentsIn("đá, cát… Thuê xe") == List{".0|đá", ",0|cát", ".0|Thuê xe"});
  CHECK(SegmentsIn("đá… thuê xe") == List{".0|đá… thuê xe"});
}

TEST_CASE("a parenthesis that nothing opened is the marker of an item") {
  CHECK(SegmentsIn("a) Mua đá") == List{".0|a", ";0|Mua đá"});
}

}  // namespace
}  // namespace soat
