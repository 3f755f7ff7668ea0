#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "embedded_analyzer.h"
#include "relations/digit_edits.h"

namespace soat {
namespace {

// The replacements for the first figure of a text after which it has the wanted value.
std::vector<std::string> Edits(const std::string& text, const Decimal& wanted) {
  Result<Document> document = MakeDocument("report.txt", text);
  REQUIRE(document.ok());
  const Analysis analysis = EmbeddedAnalyzer().Analyze(document.value());
  REQUIRE(!analysis.figures.empty());
  std::vector<std::string> replacements;
  for (const Suggestion& suggestion :
       SmallestEdits(document.value(), {ValueTarget(analysis.figures[0])},
                     [&](size_t, const Decimal& value) { return Compare(value, wanted) == 0; }))
    replacements.push_back(suggestion.replacement);
  return replacements;
}

using Strings = std::vector<std::string>;

TEST_CASE("a digit changed, swapped, dropped or added, written as the report writes") {
  CHECK(Edits("Có 7.525 hộ.\n", {7522, 0}) == Strings{"7.522"});
  CHECK(Edits("Có 6.223 hộ.\n", {6232, 0}) == Strings{"6.232"});
  CHECK(Edits("Có 7.525 hộ.\n", {752, 0}) == Strings{"752"});
  CHECK(Edits("Có 752 hộ.\n", {7525, 0}) == Strings{"7525"});
}

TEST_CASE("the decimal mark stays, before a magnitude word too, or is what is moved") {
  CHECK(Edits("Đã chi 6,42 tỷ đồng.\n", {942, -7}) == Strings{"9,42"});
  CHECK(Edits("Đã chi 4.712 triệu đồng.\n", {4719, -6}) == Strings{"4.719"});
  CHECK(Edits("Đạt 8,964% kế hoạch.\n", {8964, 2}) == Strings{"89,64"});
}

TEST_CASE("no single edit is no suggestion") { CHECK(Edits("Có 7.525 hộ.\n", {9999, 0}).empty()); }

}  // namespace
}  // namespace soat
