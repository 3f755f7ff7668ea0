#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "checked_example.h"
#include "embedded_analyzer.h"
#include "soat/finding_writer.h"
#include "write/report_uri.h"

namespace soat {
namespace {

using Json = nlohmann::json;

const ToolDescription kTool = {"1.2.3", "/project/here"};

std::string Whole(FindingWriter& writer, const std::vector<CheckedReport>& reports) {
  std::string out = writer.Begin();
  for (const CheckedReport& report : reports) out += writer.Add(report);
  return out + writer.End({});
}

TEST_CASE("reports are named relative to the folder, and never by an absolute path") {
  CHECK(PathWithin("/project/here", "a/b.txt") == "a/b.txt");
  CHECK(PathWithin("/project/here", "./a//b.txt") == "a/b.txt");
  CHECK(PathWithin("/project/here", "../b.txt") == "../b.txt");
  CHECK(PathWithin("/project/here", "/project/here/xã/b.txt") == "xã/b.txt");
  CHECK(PathWithin("/project/here", "/project/hereafter/b.txt") == "b.txt");
  CHECK(PathWithin("/project/here", "/home/someone/b.txt") == "b.txt");
  CHECK(PathWithin("/project/here", "-") == "-");
}

TEST_CASE("a URI holds what is plain and percent-encodes the rest as UTF-8") {
  CHECK(AsUri("a/b-c_d.~1.txt") == "a/b-c_d.~1.txt");
  CHECK(AsUri("xã Bình/50%:1.txt") == "x%C3%A3%20B%C3%ACnh/50%25%3A1.txt");
}

CheckedExample ExampleWithTexts(std::string path) {
  CheckedExample example(std::move(path));
  example.rules.checks = {
      {CheckKind::kTargetVerdict, "Chỉ tiêu.", "Targets.", "Trợ giúp.", "Help.", "medium"},
      {CheckKind::kRatioPercent, "Tỷ lệ.", "Shares.", "Trợ giúp tỷ lệ.", "Help of shares.", "high"}};
  return example;
}

TEST_CASE("SARIF describes the tool, its rules and how columns are counted") {
  const CheckedExample example = ExampleWithTexts("a.txt");
  const Json run = Json::parse(Whole(*MakeSarifWriter(kTool, example.rules, Language::kEnglish), {}))["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["tool"]["driver"]["name"] == "soat");
  CHECK(run["tool"]["driver"]["version"] == "1.2.3");
  const Json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(rules.size() == 2);
  CHECK(rules[1]["id"] == "ratio_percent");
  CHECK(rules[1]["shortDescription"]["text"] == "Shares.");
  CHECK(rules[1]["fullDescription"]["text"] == "Help of shares.");
  CHECK(rules[1]["properties"]["precision"] == "high");
  CHECK(run["results"].empty());
  const Json vietnamese = Json::parse(Whole(*MakeSarifWriter(kTool, example.rules, Language::kVietnamese), {}));
  CHECK(vietnamese["runs"][0]["tool"]["driver"]["rules"][0]["help"]["text"] == "Chỉ tiêu. Trợ giúp.");
}

TEST_CASE("SARIF places a result, its operands and its fixes") {
  const CheckedExample example = ExampleWithTexts("/project/here/xã/a b.txt");
  const auto writer = MakeSarifWriter(kTool, example.rules, Language::kVietnamese);
  const Json results = Json::parse(Whole(*writer, {example.Report()}))["runs"][0]["results"];
  REQUIRE(results.size() == 3);
  const Json& result = results[0];
  CHECK(result["ruleId"] == "ratio_percent");
  CHECK(result["ruleIndex"] == 1);
  CHECK(result["level"] == "error");
  CHECK_FALSE(result.contains("kind"));
  const Json& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "x%C3%A3/a%20b.txt");
  CHECK(place["artifactLocation"]["uriBaseId"] == "%SRCROOT%");
  CHECK(place["region"] == Json::parse("{\"startLine\":1,\"startColumn\":19,\"endLine\":1,\"endColumn\":48,"
                                       "\"byteOffset\":27,\"byteLength\":35}"));
  REQUIRE(result["relatedLocations"].size() == 3);
  CHECK(result["relatedLocations"][2]["id"] == 2);
  CHECK(result["relatedLocations"][2]["message"]["text"] == "pct: 98,64%");
  CHECK(result["relatedLocations"][2]["physicalLocation"]["region"]["startColumn"] == 42);
  CHECK(result["partialFingerprints"]["soat/v1"] == example.Findings()[0].fingerprint);
  CHECK(result["properties"]["rule"] == "ratio-percent/then-percent");
  CHECK(result["properties"]["operands"]["den"] == 7052);
  const Json& fix = result["fixes"][0];
  CHECK(fix["description"]["text"] == "98,64% → 89,64%");
  CHECK(fix["artifactChanges"][0]["replacements"][0]["deletedRegion"]["endColumn"] == 44);
  CHECK(fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "89");
  // What holds passes; a check without a description has no index.
  CHECK(results[1]["kind"] == "pass");
  CHECK(results[1]["level"] == "none");
  CHECK_FALSE(results[1].contains("ruleIndex"));
  CHECK(results[2]["level"] == "warning");
  CHECK(results[2]["relatedLocations"].size() == 2);
}

TEST_CASE("a SARIF reference that climbs has no base") {
  const CheckedExample example = ExampleWithTexts("../a.txt");
  const auto writer = MakeSarifWriter(kTool, example.rules, Language::kEnglish);
  const Json result = Json::parse(Whole(*writer, {example.Report()}))["runs"][0]["results"][0];
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"] == Json::parse("{\"uri\":\"../a.txt\"}"));
}

/// A report with so many findings of a severity.
CheckedReport Many(Severity severity, size_t count) {
  CheckedReport report{"a.txt", {}, {}};
  for (size_t i = 1; i <= count; ++i) {
    Finding& finding = report.findings.emplace_back();
    finding.report = "a.txt";
    finding.severity = severity;
    finding.place.line = finding.place.end_line = static_cast<uint32_t>(i);
    finding.message = "m" + std::to_string(i);
  }
  return report;
}

std::unique_ptr<FindingWriter> Github(Language language = Language::kEnglish) {
  return MakeGithubWriter(kTool, EmbeddedAnalyzer().rules(), language);
}

TEST_CASE("GitHub: the worst first, escaped, columns only on one line, nothing of what holds") {
  CheckedReport report = CheckedExample("x,y:z/100%.txt").Report();
  report.findings[2].place.end_line = 4;
  report.findings[2].message = "50%: một\nhai, ba";
  report.findings.push_back(report.findings[2]);
  report.findings.back().severity = Severity::kNote;
  std::swap(report.findings[0], report.findings[3]);
  CHECK(Whole(*Github(), {report}) ==
        "::error file=x%2Cy%3Az/100%25.txt,line=1,col=19,endLine=1,endColumn=48,title=soat "
        "ratio_percent::6.322/7.052 là 89,6483%25, ghi 98,64%25.%0A98,64%25 → 89,64%25\n"
        "::warning file=x%2Cy%3Az/100%25.txt,line=3,endLine=4,title=soat target_verdict::50%25: một%0Ahai, ba\n"
        "::notice file=x%2Cy%3Az/100%25.txt,line=3,endLine=4,title=soat target_verdict::50%25: một%0Ahai, ba\n");
}

size_t CountOf(std::string_view part, const std::string& text) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("GitHub: ten of a level, and a last notice that tells how many were left out") {
  const std::vector<CheckedReport> ten = {Many(Severity::kNote, 4), Many(Severity::kWarning, 10),
                                          Many(Severity::kNote, 6), Many(Severity::kError, 10)};
  std::string lines = Whole(*Github(), ten);
  CHECK(CountOf("::error ", lines) == 10);
  CHECK(CountOf("::warning ", lines) == 10);
  CHECK(CountOf("::notice ", lines) == 10);
  CHECK(lines.find("more findings") == std::string::npos);

  std::vector<CheckedReport> more = ten;
  more.push_back(Many(Severity::kNote, 1));
  lines = Whole(*Github(), more);
  CHECK(CountOf("::notice ", lines) == 10);
  CHECK(lines.ends_with("::notice title=soat::2 more findings are not shown here: GitHub shows ten of a level\n"));
  lines = Whole(*Github(Language::kVietnamese), more);
  CHECK(lines.ends_with("::Còn 2 phát hiện không hiện ở đây: GitHub chỉ hiện mười mục mỗi mức\n"));

  more = {Many(Severity::kError, 13), Many(Severity::kWarning, 11), Many(Severity::kNote, 3)};
  lines = Whole(*Github(), more);
  CHECK(CountOf("::error ", lines) == 10);
  CHECK(CountOf("::notice ", lines) == 4);
  CHECK(lines.ends_with("::notice title=soat::4 more findings are not shown here: GitHub shows ten of a level\n"));
}

TEST_CASE("GitLab: severities of its own, and fingerprints that differ") {
  const CheckedReport report = CheckedExample("xã/a.txt").Report();
  const Json findings = Json::parse(Whole(*MakeGitlabWriter(kTool), {report, report, Many(Severity::kNote, 1)}));
  REQUIRE(findings.size() == 5);
  CHECK(findings[0]["description"] == "6.322/7.052 là 89,6483%, ghi 98,64%.");
  CHECK(findings[0]["check_name"] == "ratio_percent");
  CHECK(findings[0]["severity"] == "major");
  CHECK(findings[0]["location"]["path"] == "xã/a.txt");
  CHECK(findings[0]["location"]["positions"]["begin"] == Json::parse("{\"line\":1,\"column\":19}"));
  CHECK(findings[0]["location"]["positions"]["end"] == Json::parse("{\"line\":1,\"column\":48}"));
  CHECK(findings[1]["severity"] == "minor");
  CHECK(findings[4]["severity"] == "info");
  const auto fingerprint = findings[0]["fingerprint"].get<std::string>();
  CHECK(findings[2]["fingerprint"] == fingerprint + "-2");
  CHECK(Json::parse(Whole(*MakeGitlabWriter(kTool), {})).empty());
}

TEST_CASE("JUnit: a suite for each report, a case for each finding and for each check that holds") {
  CheckedReport report = CheckedExample("a&b.txt").Report();
  report.findings[0].edits.clear();
  report.findings[0].message = "1 < 2 \"x\"\x01";
  const std::string xml = Whole(*MakeJunitWriter(kTool, Severity::kError), {report});
  CHECK(xml ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"soat\">\n"
        "<testsuite name=\"a&amp;b.txt\" tests=\"3\" failures=\"1\" errors=\"0\">\n"
        "<testcase classname=\"a&amp;b.txt\" name=\"ratio_percent 1:19\" file=\"a&amp;b.txt\" line=\"1\">"
        "<failure message=\"1 &lt; 2 &quot;x&quot;\uFFFD\" type=\"error\">a&amp;b.txt:1:19: 1 &lt; 2 "
        "&quot;x&quot;\uFFFD</failure></testcase>\n"
        "<testcase classname=\"a&amp;b.txt\" name=\"part_whole_sum\" file=\"a&amp;b.txt\"/>\n"
        "<testcase classname=\"a&amp;b.txt\" name=\"target_verdict 3:10\" file=\"a&amp;b.txt\" line=\"3\">"
        "<system-out>a&amp;b.txt:3:10: target_verdict: conflict</system-out></testcase>\n"
        "</testsuite>\n</testsuites>\n");
}

TEST_CASE("JUnit: cases of one report have names that differ, in every run the same") {
  CheckedReport report = CheckedExample("a.txt").Report();
  report.findings.insert(report.findings.begin() + 1, 2, report.findings[0]);
  const std::string xml = Whole(*MakeJunitWriter(kTool, Severity::kError), {report, report});
  CHECK(CountOf("name=\"ratio_percent 1:19\"", xml) == 2);
  CHECK(CountOf("name=\"ratio_percent 1:19 #2\"", xml) == 2);
  CHECK(CountOf("name=\"ratio_percent 1:19 #3\"", xml) == 2);
}

TEST_CASE("JUnit: what --fail-on never says, never fails") {
  const CheckedReport report = CheckedExample().Report();
  CHECK(Whole(*MakeJunitWriter(kTool, std::nullopt), {report}).find("failures=\"0\"") != std::string::npos);
  CHECK(Whole(*MakeJunitWriter(kTool, Severity::kNote), {report}).find("failures=\"2\"") != std::string::npos);
}

}  // namespace
}  // namespace soat
