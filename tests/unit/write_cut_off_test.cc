#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "embedded_analyzer.h"
#include "soat/decimal.h"
#include "write/cut_off.h"

namespace soat {
namespace {

Relation Percent(Verdict verdict, Decimal expected, Decimal stated, CheckKind check = CheckKind::kRatioPercent) {
  Relation relation;
  relation.check = check;
  relation.verdict = verdict;
  relation.expected = expected;
  relation.stated = stated;
  return relation;
}

TEST_CASE("a report cuts off throughout when three percentages are cut off and none is rounded up") {
  const Relation cut_off = Percent(Verdict::kTruncated, {29357, 4}, {293, 2});
  const Relation rounded_down = Percent(Verdict::kRounded, {41006, 4}, {410, 2});
  const Relation rounded_up = Percent(Verdict::kRounded, {59646, 4}, {597, 2});
  const Relation wrong = Percent(Verdict::kMismatch, {59646, 4}, {957, 2});
  CHECK(CutsOffThroughout({cut_off, rounded_down, cut_off, wrong, cut_off}, {}));
  CHECK_FALSE(CutsOffThroughout({cut_off, rounded_down, cut_off, wrong}, {}));
  CHECK_FALSE(CutsOffThroughout({cut_off, cut_off, rounded_up, cut_off}, {}));
  CHECK_FALSE(CutsOffThroughout({}, {}));
  // Changes are not percentages of a whole.
  const Relation change = Percent(Verdict::kTruncated, {29357, 4}, {293, 2}, CheckKind::kChange);
  CHECK_FALSE(CutsOffThroughout({change, cut_off, cut_off}, {}));
  // Those that hold may be counted alone.
  HeldRelations held;
  for (const Relation& relation : {cut_off, rounded_down, change}) held.Count(relation);
  CHECK(CutsOffThroughout({cut_off, cut_off}, held));
  CHECK_FALSE(CutsOffThroughout({cut_off}, held));
  held.Count(rounded_up);
  CHECK_FALSE(CutsOffThroughout({cut_off, cut_off}, held));
}

Finding Note(uint32_t line, uint32_t line_of_percent, Verdict verdict = Verdict::kTruncated) {
  Finding finding;
  finding.report = "xã/a.txt";
  finding.check = CheckKind::kRatioPercent;
  finding.verdict = verdict;
  finding.severity = Severity::kNote;
  finding.place.line = line;
  finding.fingerprint = std::to_string(line);
  finding.edits.resize(1);
  Location place;
  place.line = line_of_percent;
  finding.operands = {{"num", false, {{Decimal{63, 0}, {}, "63", {}}}},
                      {"pct", false, {{Decimal{293, 2}, {}, "2,93%", place}}}};
  finding.expected = finding.stated = Decimal{293, 2};
  return finding;
}

TEST_CASE("cut off percentages become one note with all their lines, at the place of the first") {
  const Wordings wordings(EmbeddedAnalyzer().rules(), Language::kEnglish);
  std::vector<Finding> findings = {Note(3, 3, Verdict::kMismatch), Note(4, 5), Note(5, 5), Note(7, 7, Verdict::kOk),
                                   Note(9, 9)};
  MergeCutOffs(findings, wordings);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].place.line == 3);
  CHECK(findings[2].place.line == 7);
  const Finding& merged = findings[1];
  CHECK(merged.place.line == 4);
  CHECK(merged.message == "3 percentages of the report are cut off instead of rounded (lines 5, 9).");
  CHECK(merged.lines == std::vector<uint32_t>{5, 9});
  REQUIRE(merged.operands.size() == 1);
  CHECK(merged.operands[0].role == "pct");
  CHECK(merged.operands[0].values.size() == 3);
  CHECK(merged.edits.empty());
  CHECK_FALSE(merged.stated.has_value());
  CHECK(merged.fingerprint.size() == 16);

  // The same of fewer percentages, in another folder, is the same note.
  std::vector<Finding> moved = {Note(1, 1), Note(2, 2)};
  for (Finding& finding : moved) finding.report = "a.txt";
  MergeCutOffs(moved, wordings);
  REQUIRE(moved.size() == 1);
  CHECK(moved[0].fingerprint == merged.fingerprint);
}

TEST_CASE("a single cut off percentage stays what it is") {
  std::vector<Finding> findings = {Note(4, 5)};
  MergeCutOffs(findings, Wordings(EmbeddedAnalyzer().rules(), Language::kEnglish));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].fingerprint == "4");
  CHECK(findings[0].operands.size() == 2);
}

}  // namespace
}  // namespace soat
