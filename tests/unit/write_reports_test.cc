#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "soat/writer.h"

namespace soat {
namespace {

struct Example {
  Document document;
  Analysis analysis;

  Example() {
    document.path = "a,b.txt";
    document.encoding = "UTF-8";
    document.sha256 = "00ff";
    analysis.figures.resize(3);
    analysis.identity.unit_name = "huyện Đồi Cao";
    analysis.identity.title = "Kết quả \"năm\" 2022";
  }
};

TEST_CASE("CSV of reports writes every column") {
  const Example example;
  const auto writer = MakeReportCsvWriter({});
  CHECK(writer->NeedsDigest());
  CHECK(writer->Begin() ==
        "report,unit_name,unit_level,province,number,date,period_start,period_end,title,status,encoding,figures,"
        "sha256\n");
  CHECK(writer->Render(example.document, example.analysis) ==
        "\"a,b.txt\",huyện Đồi Cao,,,,,,,\"Kết quả \"\"năm\"\" 2022\",,UTF-8,3,00ff\n");
  CHECK(MakeReportCsvWriter({.byte_order_mark = true})->Begin().starts_with("\xEF\xBB\xBFreport,"));
}

TEST_CASE("JSON of reports leaves out what is not known") {
  const Example example;
  const auto writer = MakeReportJsonWriter();
  const std::string record = writer->Render(example.document, example.analysis);
  const auto both = nlohmann::json::parse(writer->Begin() + record + writer->Separator() + record + writer->End());
  CHECK(both["schema"] == "soat/reports/1");
  REQUIRE(both["reports"].size() == 2);
  CHECK(both["reports"][1] == nlohmann::json{{"report", "a,b.txt"},
                                             {"unit_name", "huyện Đồi Cao"},
                                             {"title", "Kết quả \"năm\" 2022"},
                                             {"encoding", "UTF-8"},
                                             {"figures", 3},
                                             {"sha256", "00ff"}});
  CHECK(nlohmann::json::parse(writer->Begin() + writer->End())["reports"].empty());
}

TEST_CASE("NDJSON of reports is one object a line") {
  const Example example;
  const std::string line = MakeReportNdjsonWriter()->Render(example.document, example.analysis);
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(nlohmann::json::parse(line)["figures"] == 3);
}

TEST_CASE("text of reports is for people") {
  const Example example;
  CHECK(MakeReportTextWriter()->Render(example.document, example.analysis) ==
        "a,b.txt\n"
        "  unit_name     huyện Đồi Cao\n"
        "  title         Kết quả \"năm\" 2022\n"
        "  encoding      UTF-8\n"
        "  figures       3\n"
        "  sha256        00ff\n");
}

}  // namespace
}  // namespace soat
