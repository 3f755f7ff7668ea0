#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "checked_example.h"
#include "soat/finding.h"

namespace soat {
namespace {

TEST_CASE("a finding has the places, numbers and words of its relation") {
  const Finding finding = CheckedExample().Findings().front();
  CHECK(finding.report == "báo cáo/a,b.txt");
  CHECK(finding.place.line == 1);
  CHECK(finding.place.column == 19);
  CHECK(finding.place.end_column == 48);
  CHECK(finding.place.offset == 27);
  CHECK(finding.lines == std::vector<uint32_t>{1});
  CHECK(finding.rule == "ratio-percent/then-percent");
  CHECK(finding.message == "6.322/7.052 là 89,6483%, ghi 98,64%.");
  REQUIRE(finding.operands.size() == 3);
  CHECK(finding.operands[2].role == "pct");
  CHECK(ToString(*finding.operands[2].values.front().number) == "98.64");
  CHECK(finding.operands[2].values.front().quote == "98,64%");
  CHECK(finding.operands[2].values.front().place->column == 42);
  CHECK(ToString(*finding.difference) == "8.9917");
}

TEST_CASE("the message comes in either language") {
  CHECK(CheckedExample().Findings(Language::kEnglish).front().message == "6.322/7.052 is 89.6483%, 98,64% is stated.");
}

TEST_CASE("an edit is shown as that of the whole figure, and placed at what is replaced") {
  const Finding finding = CheckedExample().Findings().front();
  REQUIRE(finding.edits.size() == 1);
  CHECK(finding.edits[0].before == "98,64%");
  CHECK(finding.edits[0].after == "89,64%");
  CHECK(finding.edits[0].replacement == "89");
  CHECK(finding.edits[0].place.column == 42);
  CHECK(finding.edits[0].place.end_column == 44);
}

TEST_CASE("what was counted has no place, and words are operands too") {
  const Finding finding = CheckedExample().Findings()[2];
  CHECK(finding.operands[1].values.front().text == "Đạt");
  CHECK_FALSE(finding.operands[1].values.front().number.has_value());
  CHECK(finding.operands[2].values.front().quote.empty());
  CHECK_FALSE(finding.operands[2].values.front().place.has_value());
}

TEST_CASE("the lines are those of all operands") {
  CheckedExample example;
  example.analysis.relations[1].operands[1].values.push_back({Decimal{1, 0}, {}, example.Find("50%"), kNoIndex});
  CHECK(example.Findings()[1].lines == std::vector<uint32_t>{2, 3});
  // A span that ends with the line end of line 1 has nothing on line 2.
  example.analysis.relations[1].operands[1].values[2].span = example.Find("lý.\n");
  CHECK(example.Findings()[1].lines == std::vector<uint32_t>{1, 2});
}

std::string FirstFingerprint(std::string path, std::string_view text) {
  return CheckedExample(std::move(path), text).Findings().front().fingerprint;
}

TEST_CASE("a fingerprint stays when other lines change, lines break elsewhere, or the folder moves") {
  const std::string text(CheckedExample::kText);
  const std::string fingerprint = FirstFingerprint("x/a.txt", text);
  CHECK(fingerprint.size() == 16);
  CHECK(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(FirstFingerprint("x/a.txt", text) == fingerprint);
  CHECK(FirstFingerprint("elsewhere/y/a.txt", text) == fingerprint);
  CHECK(FirstFingerprint("x/a.txt", "Dòng mới.\n\n" + text + "Thêm.\n") == fingerprint);
  // "ế" as one character, and decomposed as file systems may give it back.
  CHECK(FirstFingerprint("x/k\u1EBFt qu\u1EA3.txt", text) == FirstFingerprint("x/ke\u0302\u0301t qua\u0309.txt", text));
  std::string broken = text;
  broken.replace(broken.find("hồ sơ, đạt"), std::string("hồ sơ, đạt").size(), "hồ\n  sơ,\r\nđạt");
  CHECK(FirstFingerprint("x/a.txt", broken) == fingerprint);
  std::string opening = text;
  opening.replace(0, std::string("Mở đầu.").size(), "Kết quả.");
  CHECK(FirstFingerprint("x/a.txt", opening) == fingerprint);
}

TEST_CASE("a fingerprint changes with the file, the numbers, the sentence, the rule") {
  const std::string text(CheckedExample::kText);
  const std::string fingerprint = FirstFingerprint("a.txt", text);
  CHECK(FirstFingerprint("b.txt", text) != fingerprint);
  std::string sentence = text;
  sentence.replace(sentence.find("hồ sơ"), std::string("hồ sơ").size(), "văn bản");
  CHECK(FirstFingerprint("a.txt", sentence) != fingerprint);
  CheckedExample example("a.txt");
  example.analysis.relations[0].rule = 1;
  CHECK(example.Findings().front().fingerprint != fingerprint);
  CheckedExample other("a.txt");
  other.analysis.relations[0].operands.pop_back();
  CHECK(other.Findings().front().fingerprint != fingerprint);
}

TEST_CASE("counts add up by check and severity") {
  CheckCounts counts = CheckedExample().Report().counts;
  counts.checks[0].undecided = 2;
  counts.known = 1;
  CheckCounts sum;
  sum.Add(counts);
  sum.Add(counts);
  CHECK(sum.files == 2);
  CHECK(sum.known == 2);
  CHECK(sum.Total().Relations() == 6);
  CHECK(sum.Total().severities[static_cast<size_t>(Severity::kOk)] == 2);
  CHECK(sum.Total().severities[static_cast<size_t>(Severity::kError)] == 2);
  CHECK(sum.Total().undecided == 4);
}

}  // namespace
}  // namespace soat
