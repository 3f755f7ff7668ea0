#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "checked_example.h"
#include "embedded_analyzer.h"
#include "soat/finding_writer.h"

namespace soat {
namespace {

std::string Whole(FindingWriter& writer, const std::vector<CheckedReport>& reports) {
  std::string out = writer.Begin();
  CheckCounts counts;
  for (const CheckedReport& report : reports) {
    out += writer.Add(report);
    counts.Add(report.counts);
  }
  return out + writer.End(counts);
}

std::unique_ptr<FindingWriter> Text(bool color, Language language = Language::kEnglish) {
  return MakeFindingTextWriter(color, EmbeddedAnalyzer().rules(), language);
}

TEST_CASE("NDJSON of findings: every field, exact numbers, lists and words") {
  const std::vector<Finding> findings = CheckedExample().Findings();
  const std::string lines = Whole(*MakeFindingNdjsonWriter(), {CheckedExample().Report()});
  CHECK(lines ==
        "{\"report\":\"báo cáo/a,b.txt\",\"line\":1,\"column\":19,\"end_line\":1,\"end_column\":48,\"offset\":27,"
        "\"length\":35,\"lines\":[1],\"rule\":\"ratio-percent/then-percent\",\"check\":\"ratio_percent\","
        "\"verdict\":\"mismatch\",\"severity\":\"error\",\"operands\":{\"num\":6322,\"den\":7052,\"pct\":98.64},"
        "\"expected\":89.6483,\"stated\":98.64,\"difference\":8.9917,"
        "\"message\":\"6.322/7.052 là 89,6483%, ghi 98,64%.\",\"suggestion\":[\"98,64% → 89,64%\"],\"fingerprint\":\"" +
            findings[0].fingerprint +
            "\"}\n"
            "{\"report\":\"báo cáo/a,b.txt\",\"line\":2,\"column\":4,\"end_line\":2,\"end_column\":7,\"offset\":95,"
            "\"length\":3,\"lines\":[2],\"rule\":\"part-whole-sum/brackets\",\"check\":\"part_whole_sum\","
            "\"verdict\":\"exact\",\"severity\":\"ok\",\"operands\":{\"total\":155,\"parts\":[15,140]},"
            "\"message\":\"part_whole_sum: exact\",\"fingerprint\":\"" +
            findings[1].fingerprint +
            "\"}\n"
            "{\"report\":\"báo cáo/a,b.txt\",\"line\":3,\"column\":10,\"end_line\":3,\"end_column\":13,\"offset\":158,"
            "\"length\":3,\"lines\":[3],\"rule\":\"target-verdict/sentence\",\"check\":\"target_verdict\","
            "\"verdict\":\"conflict\",\"severity\":\"warning\","
            "\"operands\":{\"target\":50,\"claim\":\"Đạt\",\"actual\":41.0},"
            "\"message\":\"target_verdict: conflict\",\"fingerprint\":\"" +
            findings[2].fingerprint + "\"}\n");
}

TEST_CASE("JSON of findings is one document, also of no reports and of reports without findings") {
  const CheckedReport report = CheckedExample().Report();
  const CheckedReport nothing{"b.txt", {}, {}};
  const auto json = nlohmann::json::parse(Whole(*MakeFindingJsonWriter(), {nothing, report, nothing, report}));
  CHECK(json["schema"] == "soat/checks/1");
  REQUIRE(json["checks"].size() == 6);
  CHECK(json["checks"][5]["operands"]["claim"] == "Đạt");
  CHECK(nlohmann::json::parse(Whole(*MakeFindingJsonWriter(), {}))["checks"].empty());
}

TEST_CASE("CSV of findings: every column, what does not apply empty") {
  const CheckedExample example("=a.txt");
  const std::vector<Finding> findings = example.Findings();
  CHECK(
      Whole(*MakeFindingCsvWriter({true}), {example.Report()}) ==
      "\uFEFFreport,line,column,end_line,end_column,offset,length,lines,rule,check,verdict,severity,operands,expected,"
      "stated,difference,message,suggestion,fingerprint\n"
      "'=a.txt,1,19,1,48,27,35,1,ratio-percent/then-percent,ratio_percent,mismatch,error,"
      "\"{\"\"num\"\":6322,\"\"den\"\":7052,\"\"pct\"\":98.64}\",89.6483,98.64,8.9917,"
      "\"6.322/7.052 là 89,6483%, ghi 98,64%.\",\"98,64% → 89,64%\"," +
          findings[0].fingerprint +
          "\n'=a.txt,2,4,2,7,95,3,2,part-whole-sum/brackets,part_whole_sum,exact,ok,"
          "\"{\"\"total\"\":155,\"\"parts\"\":[15,140]}\",,,,part_whole_sum: exact,," +
          findings[1].fingerprint +
          "\n'=a.txt,3,10,3,13,158,3,3,target-verdict/sentence,target_verdict,conflict,warning,"
          "\"{\"\"target\"\":50,\"\"claim\"\":\"\"Đạt\"\",\"\"actual\"\":41.0}\",,,,target_verdict: conflict,," +
          findings[2].fingerprint + "\n");
}

TEST_CASE("CSV joins several suggestions and several lines") {
  CheckedExample example;
  example.analysis.relations.resize(1);
  Relation& relation = example.analysis.relations[0];
  relation.suggestions.push_back({example.Find("7.052"), "6.409"});
  relation.operands.push_back({"other", false, {{Decimal{15, 0}, {}, example.Find("140"), kNoIndex}}});
  const std::string csv = Whole(*MakeFindingCsvWriter({}), {example.Report()});
  CHECK(csv.find(",1 2,ratio-percent") != std::string::npos);
  CHECK(csv.find("\"98,64% → 89,64% | 6.322/7.052 → 6.322/6.409\"") != std::string::npos);
}

TEST_CASE("the text shows each finding with its lines, then a summary") {
  CHECK(Whole(*Text(false), {CheckedExample().Report()}) ==
        "báo cáo/a,b.txt:1:19: error ratio_percent 6.322/7.052 là 89,6483%, ghi 98,64%.\n"
        "1 | Mở đầu. Tiếp nhận 6.322/7.052 hồ sơ, đạt 98,64%; còn lại đang xử lý.\n"
        "  |                   ^^^^^ ^^^^^            ^^^^^^\n"
        "  = would agree with: 98,64% → 89,64%\n"
        "\n"
        "báo cáo/a,b.txt:2:4: ok part_whole_sum part_whole_sum: exact\n"
        "2 | Có 155 thành viên: cấp huyện 15, cấp xã 140.\n"
        "  |    ^^^                       ^^         ^^^\n"
        "\n"
        "báo cáo/a,b.txt:3:10: warning target_verdict target_verdict: conflict\n"
        "3 | Chỉ tiêu 50%: \"Đạt\"\n"
        "  |          ^^^   ^^^\n"
        "\n"
        "1 error, 1 warning in 1 report\n"
        "3 relations checked, 1 verified\n");
}

TEST_CASE("the summary counts what was shown, and tells of what is known and undecided") {
  CheckedReport report = CheckedExample().Report();
  report.findings.erase(report.findings.begin());
  report.counts.known = 1;
  report.counts.checks[3].undecided = 4;
  const std::string text = Whole(*Text(false), {report});
  CHECK(
      text.ends_with("1 warning in 1 report, 1 more known from the baseline\n"
                     "3 relations checked, 1 verified, 4 more could not be decided\n"));
  CHECK(Whole(*Text(false), {}) == "no findings in 0 reports\n0 relations checked, 0 verified\n");
}

TEST_CASE("the words around findings are those of the language, the names of checks and severities are not") {
  CheckedReport report = CheckedExample().Report();
  report.counts.known = 2;
  report.counts.checks[3].undecided = 4;
  const std::string text = Whole(*Text(false, Language::kVietnamese), {report, {"b.txt", {}, {}}});
  CHECK(text.find(":1:19: error ratio_percent ") != std::string::npos);
  CHECK(text.find("  = sẽ khớp nếu sửa: 98,64% → 89,64%\n") != std::string::npos);
  CHECK(
      text.ends_with("1 lỗi, 1 cảnh báo trong 1 báo cáo, ngoài ra 2 phát hiện đã biết từ trước\n"
                     "đã kiểm tra 3 quan hệ, 1 quan hệ đúng, 4 quan hệ khác chưa kết luận được\n"));
  CHECK(Whole(*Text(false, Language::kVietnamese), {}) ==
        "không có phát hiện nào trong 0 báo cáo\nđã kiểm tra 0 quan hệ, 0 quan hệ đúng\n");
}

TEST_CASE("without words in the rules the summary still has its numbers") {
  const CheckedExample example;
  const auto writer = MakeFindingTextWriter(false, example.rules, Language::kVietnamese);
  CHECK(Whole(*writer, {example.Report()}).ends_with("in-reports 1\nchecked 3\n"));
}

TEST_CASE("of a relation over many lines the first are shown, and always the one to look at first") {
  std::string text;
  for (int i = 10; i < 30; ++i) text += std::to_string(i) + " xã\n";
  CheckedExample example("a.txt", text);
  Relation& relation = example.analysis.relations.front();
  relation.suggestions.clear();
  relation.span = example.Find("29");
  relation.operands = {{"parts", true, {}}};
  for (int i = 10; i < 30; ++i) {
    relation.operands[0].values.push_back({Decimal{i, 0}, {}, example.Find(std::to_string(i)), kNoIndex});
  }
  example.analysis.relations.resize(1);
  const std::string shown = Whole(*Text(false), {example.Report()});
  CHECK(shown.find(" 5 | 14 xã\n   | ^^\n20 | 29 xã\n   | ^^\n   = and 14 more lines\n") != std::string::npos);
}

TEST_CASE("colors come only when they are wanted") {
  const std::string text = Whole(*Text(true), {CheckedExample().Report()});
  CHECK(text.find("\x1b[1;31merror\x1b[0m") != std::string::npos);
  CHECK(text.find("\x1b[1;33mwarning\x1b[0m") != std::string::npos);
  CHECK(Whole(*Text(false), {CheckedExample().Report()}).find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace soat
