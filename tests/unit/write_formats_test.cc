#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "soat/writer.h"
#include "write/record.h"

namespace soat {
namespace {

Document PlainDocument(std::string path, std::string text) {
  Document document;
  document.path = std::move(path);
  document.decoded = document.text = document.key = std::move(text);
  return document;
}

/// The place of `part` in the document.
Span Find(const Document& document, std::string_view part) {
  const auto begin = static_cast<uint32_t>(document.text.find(part));
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

struct Example {
  Document document =
      PlainDocument("thư mục/a,b.txt", "Có 89,60%\n6.322/7.052 hồ sơ, trên 7-25 km, 4.712 triệu đồng\n");
  Analysis analysis;

  Example() {
    Add("89,60%", FigureKind::kPercent).value = Decimal{8960, 2};
    analysis.figures.back().unit = "%";
    Figure& ratio = Add("6.322/7.052", FigureKind::kRatio);
    ratio.numerator = Decimal{6322, 0};
    ratio.denominator = Decimal{7052, 0};
    ratio.unit = "hồ sơ";
    Figure& range = Add("7-25", FigureKind::kMeasure);
    range.value = Decimal{7, 0};
    range.value_max = Decimal{25, 0};
    range.unit = "km";
    range.qualifier = Qualifier::kOver;
    Add("4.712 triệu đồng", FigureKind::kMoney).value = Decimal{4712, -6};
    analysis.figures.back().unit = "VND";
  }

  Figure& Add(std::string_view text, FigureKind kind) {
    Figure& figure = analysis.figures.emplace_back();
    figure.kind = kind;
    figure.span = Find(document, text);
    return figure;
  }
};

std::string Whole(const Writer& writer, const Document& document, const Analysis& analysis) {
  return writer.Begin() + writer.Render(document, analysis) + writer.End();
}

TEST_CASE("CSV writes every column, those that do not apply empty") {
  const Example example;
  CHECK(Whole(*MakeCsvWriter({}), example.document, example.analysis) ==
        "report,unit_name,report_period,id,line,column,end_line,end_column,offset,length,section,kind,text,value,value_"
        "max,"
        "numerator,denominator,unit,qualifier,start,end,ref,items,label,indicator,scope,role\n"
        "\"thư mục/a,b.txt\",,,f1,1,4,1,10,4,6,,percent,\"89,60%\",89.60,,,,%,,,,,,,,,\n"
        "\"thư mục/a,b.txt\",,,f2,2,1,2,12,11,11,,ratio,6.322/7.052,,,6322,7052,hồ sơ,,,,,,,,,\n"
        "\"thư mục/a,b.txt\",,,f3,2,25,2,29,39,4,,measure,7-25,7,25,,,km,over,,,,,,,,\n"
        "\"thư mục/a,b.txt\",,,f4,2,34,2,50,48,21,,money,4.712 triệu đồng,4712000000,,,,VND,,,,,,,,,\n");
}

TEST_CASE("CSV of dates, periods, document numbers and lists") {
  Example example;
  example.analysis.figures.resize(1);
  Figure& figure = example.analysis.figures.front();
  figure = Figure();
  figure.kind = FigureKind::kPeriod;
  figure.span = {0, 3};
  figure.start = "--10-10";
  figure.end = "2023-12-31";
  figure.ref = "608/QĐ-UBND";
  figure.items = {1, 2, 45};
  const std::string row = MakeCsvWriter({})->Render(example.document, example.analysis);
  CHECK(row.ends_with(",period,Có,,,,,,,'--10-10,2023-12-31,608/QĐ-UBND,1 2 45,,,,\n"));
}

/// An example whose report is known and whose first figure is placed and labelled.
Example KnownExample() {
  Example example;
  example.analysis.identity.unit_name = "huyện A";
  example.analysis.identity.period_start = "2023-01-01";
  example.analysis.identity.period_end = "2023-06-30";
  Figure& figure = example.analysis.figures.front();
  figure.label = "Tỷ lệ, chung";
  figure.indicator = "rate";
  figure.scope = "cấp xã";
  figure.role = FigureRole::kResult;
  figure.start = "2022-01-01";
  return example;
}

TEST_CASE("CSV says whose the figures are and what they measure") {
  const Example example = KnownExample();
  const std::string rows = MakeCsvWriter({})->Render(example.document, example.analysis);
  CHECK(rows.starts_with("\"thư mục/a,b.txt\",huyện A,2023-01-01..2023-06-30,f1,"));
  CHECK(rows.substr(0, rows.find('\n')).ends_with(",2022-01-01,,,,\"Tỷ lệ, chung\",rate,cấp xã,result"));
}

TEST_CASE("JSON says whose the figures are and what they measure") {
  const Example example = KnownExample();
  const std::string lines = MakeNdjsonWriter()->Render(example.document, example.analysis);
  const auto record = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
  CHECK(record["unit_name"] == "huyện A");
  CHECK(record["report_period"] == "2023-01-01..2023-06-30");
  CHECK(record["label"] == "Tỷ lệ, chung");
  CHECK(record["indicator"] == "rate");
  CHECK(record["scope"] == "cấp xã");
  CHECK(record["role"] == "result");
  CHECK(record["start"] == "2022-01-01");
}

TEST_CASE("a negative number is a number, and stays one in CSV") {
  Example example;
  example.analysis.figures.resize(1);
  example.analysis.figures.front().value = Decimal{-5, 1};
  CHECK(MakeCsvWriter({})->Render(example.document, example.analysis).find(",-0.5,") != std::string::npos);
}

TEST_CASE("the byte order mark is for CSV, when asked for") {
  CHECK(MakeCsvWriter({.byte_order_mark = true})->Begin().starts_with("\xEF\xBB\xBFreport,"));
  CHECK(MakeCsvWriter({})->Begin().starts_with("report,"));
}

TEST_CASE("NDJSON is one object a line, numbers as printed") {
  const Example example;
  const std::string lines = Whole(*MakeNdjsonWriter(), example.document, example.analysis);
  CHECK(lines.substr(0, lines.find('\n')) ==
        R"({"report":"thư mục/a,b.txt","id":"f1","line":1,"column":4,"end_line":1,"end_column":10,"offset":4,)"
        R"("length":6,"kind":"percent","text":"89,60%","value":89.60,"unit":"%"})");
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 4);
}

TEST_CASE("the members of a JSON record have the order of the fields") {
  const Example example;
  const std::string lines = MakeNdjsonWriter()->Render(example.document, example.analysis);
  for (size_t begin = 0; begin < lines.size(); begin = lines.find('\n', begin) + 1) {
    const auto record = nlohmann::ordered_json::parse(lines.substr(begin, lines.find('\n', begin) - begin));
    const auto* field = kFigureFields.begin();
    for (const auto& member : record.items()) {
      CAPTURE(member.key());
      field = std::find(field, kFigureFields.end(), member.key());
      REQUIRE(field != kFigureFields.end());
    }
  }
}

TEST_CASE("JSON is one document, with no records too") {
  const Example example;
  const auto writer = MakeJsonWriter();
  const std::string chunk = writer->Render(example.document, example.analysis);
  const auto both = nlohmann::json::parse(writer->Begin() + chunk + writer->Separator() + chunk + writer->End());
  CHECK(both["schema"] == "soat/figures/1");
  CHECK(both["figures"].size() == 8);
  CHECK(both["figures"][7]["value"] == 4712000000);
  CHECK(nlohmann::json::parse(writer->Begin() + writer->End())["figures"].empty());
}

TEST_CASE("a report whose name is no UTF-8 gives valid output") {
  const Document document = PlainDocument("\xFF.txt", "5");
  Analysis analysis;
  analysis.figures.emplace_back().span = {0, 1};
  CHECK(nlohmann::json::parse(MakeNdjsonWriter()->Render(document, analysis))["report"] == "\uFFFD.txt");
  CHECK(MakeCsvWriter({})->Render(document, analysis).starts_with("\uFFFD.txt,"));
}

TEST_CASE("figures that are left out keep their number") {
  const Example example;
  KindSet kinds;
  kinds.set(static_cast<size_t>(FigureKind::kMoney));
  const std::string line = MakeNdjsonWriter(kinds)->Render(example.document, example.analysis);
  CHECK(nlohmann::json::parse(line)["id"] == "f4");
  CHECK(MakeJsonWriter(KindSet())->Render(example.document, example.analysis).empty());
}

}  // namespace
}  // namespace soat
