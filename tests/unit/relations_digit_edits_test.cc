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

// The edits of the numbers of a text, as "before > after", in the order in which they are offered.
struct EditedText {
  Document document;
  std::vector<EditTarget> targets;

  Strings Shown(const std::vector<Suggestion>& suggestions) const {
    Strings shown;
    for (const Suggestion& suggestion : suggestions)
      shown.push_back(std::string(document.Quote(suggestion.span)) + " > " + suggestion.replacement);
    return shown;
  }
};

EditedText ReadTargets(const std::string& text) {
  Result<Document> document = MakeDocument("report.txt", text);
  REQUIRE(document.ok());
  EditedText read{std::move(document.value()), {}};
  for (const Figure& figure : EmbeddedAnalyzer().Analyze(read.document).figures)
    read.targets.push_back(ValueTarget(figure));
  return read;
}

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

TEST_CASE("the edits after which parts add up, in the total or in one part") {
  const EditedText read = ReadTargets("Có 47 hộ, gồm 15 hộ và 23 hộ.\n");
  REQUIRE(read.targets.size() == 3);
  CHECK(read.Shown(SumEdits(read.document, read.targets[0], {read.targets[1], read.targets[2]})) ==
        Strings{"23 > 32"});  // two digits in their order; no digit of the others alone does it
  CHECK(read.Shown(SumEdits(read.document, read.targets[2], {read.targets[1]})) == Strings{});
}

TEST_CASE("the edits after which a part is the percentage of its whole") {
  const EditedText read = ReadTargets("Có 6.322 hồ sơ trên 7.052 hồ sơ, đạt 98,65%.\n");
  REQUIRE(read.targets.size() == 3);
  CHECK(read.Shown(PercentEdits(read.document, read.targets[2], read.targets[0], read.targets[1])) ==
        Strings{"98,65 > 89,65"});
  CHECK(HasPercentEdit(read.document, read.targets[2], read.targets[0], read.targets[1]));
  CHECK_FALSE(HasPercentEdit(read.document, read.targets[2], read.targets[1], read.targets[0]));
}

TEST_CASE("no single edit is no suggestion") { CHECK(Edits("Có 7.525 hộ.\n", {9999, 0}).empty()); }

}  // namespace
}  // namespace soat
