#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "figures/figure_engine.h"
#include "soat/analyzer.h"
#include "soat/reader.h"

namespace soat {
namespace {

/// The embedded rules, loaded once.
struct Pack {
  RuleSet rules = LoadRules(EmbeddedRules()).rules;
  FigureEngine engine{rules};
};
const Pack& EmbeddedPack() {
  static const Pack pack;
  return pack;
}

std::string Describe(const Document& document, const Figure& figure) {
  std::string line = std::string(ToString(figure.kind)) + " " + CanonicalValue(figure);
  if (!figure.unit.empty()) line += " " + figure.unit;
  if (figure.qualifier != Qualifier::kNone) line += " (" + std::string(ToString(figure.qualifier)) + ")";
  return line + " '" + std::string(document.Quote(figure.span)) + "'";
}

std::vector<std::string> Figures(const FigureEngine& engine, std::string_view text) {
  const Document document = MakeDocument("test", std::string(text)).value();
  std::vector<std::string> lines;
  for (const Figure& figure : engine.FindFigures(document).figures) lines.push_back(Describe(document, figure));
  return lines;
}

struct Row {
  std::string_view text;
  std::vector<std::string> figures;
};

void CheckRows(const FigureEngine& engine, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Figures(engine, row.text) == row.figures);
  }
}

TEST_CASE("a number is what its unit, its sign or its noun makes it") {
  CheckRows(EmbeddedPack().engine, {{"", {}},
                                    {"Không có số.", {}},
                                    {"gần 250 văn bản", {"count 250 văn bản (near) '250'"}},
                                    {"đạt 89,64%", {"percent 89.64 % '89,64%'"}},
                                    {"chi 4.712 triệu đồng", {"money 4712000000 VND '4.712 triệu đồng'"}},
                                    {"vốn USD 5,2 triệu", {"money 5200000 USD 'USD 5,2 triệu'"}},
                                    {"thu 5,2 tỷ, tăng", {"money 5200000000 VND '5,2 tỷ'"}},
                                    {"thu 5,2 tr.đồng/hộ", {"money 5200000 VND '5,2 tr.đồng'"}},
                                    {"có 5 tr.hợp", {"count 5 tr '5'"}},
                                    {"rộng 12.532m2", {"measure 12532 m2 '12.532'"}},
                                    {"tối thiểu 2-5 năm", {"measure 2..5 năm (min) '2-5'"}},
                                    {"05 ngày công", {"count 5 ngày công '05'"}},
                                    {"21 đồng chí", {"count 21 đồng chí '21'"}},
                                    {"6.322/7.052 hồ sơ", {"ratio 6322/7052 hồ sơ '6.322/7.052'"}},
                                    {"17 hệ thống/290 điểm", {"count 17 hệ thống '17'", "count 290 điểm '290'"}},
                                    {"hai trăm linh năm hộ", {"count 205 hộ 'hai trăm linh năm'"}},
                                    {"số 12.34.567", {"count malformed '12.34.567'"}}});
}

TEST_CASE("a unit stands in the row of its number") {
  CHECK(Figures(EmbeddedPack().engine, "Tháng 1\t7\t5\nTháng 2\t8\t3\n") ==
        std::vector<std::string>{"period --01 'Tháng 1'", "count 7 '7'", "count 5 '5'", "period --02 'Tháng 2'",
                                 "count 8 '8'", "count 3 '3'"});
  CHECK(Figures(EmbeddedPack().engine, "kéo dài 5\ntháng") == std::vector<std::string>{"measure 5 tháng '5'"});
}

TEST_CASE("one blank parts the thousands of what fills a cell or a clause, elsewhere two numbers") {
  CheckRows(EmbeddedPack().engine,
            {{"| Chi khác | 620 000 | 1 250 |", {"count 620000 '620 000'", "count 1250 '1 250'"}},
             {"Chi khác\t620 000\t41 000\n", {"count 620000 '620 000'", "count 41000 '41 000'"}},
             {"Chi khác 620 000", {"count 620 '620'", "count 0 '000'"}},
             {"Số dân: 98 456; số hộ: 24 560.", {"count 98456 '98 456'", "count 24560 '24 560'"}},
             {"Số dân: 98 456, số hộ", {"count 98 '98'", "count 456 '456'"}},
             {"có 18. 412 ca, đạt 45. 612 triệu đồng",
              {"count 18412 ca '18. 412'", "money 45612000000 VND '45. 612 triệu đồng'"}},
             {"gồm: 3. 250 hộ", {"count 3 '3'", "count 250 hộ '250'"}},
             {"Chi khác\t620 000 410\t5", {"count 620000410 '620 000 410'", "count 5 '5'"}},
             {"Chi khác    8 012 480 150     620 000", {"count 8012480150 '8 012 480 150'", "count 620000 '620 000'"}},
             {"Chi khác 120 450 210 000 5",
              {"count 120 '120'", "count 450 '450'", "count 210 '210'", "count 0 '000'", "count 5 '5'"}}});
}

TEST_CASE("dates, periods and documents are told from numbers and from one another") {
  CheckRows(EmbeddedPack().engine,
            {{"ngày 01/8/2023", {"date 2023-08-01 '01/8/2023'"}},
             {"ngày 31/02/2023", {"date invalid '31/02/2023'"}},
             {"ngày 15-20/11/2023 tổ chức lễ", {"date 2023-11-15 '15'", "date 2023-11-20 '20/11/2023'"}},
             {"năm 2022", {"period 2022-01-01..2022-12-31 'năm 2022'"}},
             {"6 tháng cuối năm", {"period --H2 '6 tháng cuối năm'"}},
             {"tháng 11, 12/2022", {"period 2022-11-01..2022-12-31 'tháng 11, 12/2022'"}},
             {"quý I, II/2023", {"period 2023-01-01..2023-06-30 'quý I, II/2023'"}},
             {"15 March 2023", {"date 2023-03-15 '15 March 2023'"}},
             {"Số: 373/BC-UBND", {"docref 373/BC-UBND '373/BC-UBND'"}},
             {"(chỉ tiêu 1, 3, 4,5)", {"index 1,3,4,5 '1, 3, 4,5'"}},
             {"thời điểm 31/12", {"date --12-31 '31/12'"}},
             {"có 27/26 xã", {"ratio 27/26 xã '27/26'"}}});
}

TEST_CASE("names, headings, levels and addresses are skipped") {
  for (const std::string_view text : {"3.1. Hạ tầng", "mức độ 3, 4", "Đề án 06", "ISO 9001:2015", "4G/5G", "lúc 17h30",
                                      "theo khoản 2 Điều 25", "chủ trì[1].", "quy định(1).", "thôn 5", "phòng họp số 1",
                                      "tỷ số 2-1", "hotline 0912345678", "xe 37A-123.45"}) {
    CAPTURE(text);
    CHECK(Figures(EmbeddedPack().engine, text).empty());
    const Document document = MakeDocument("test", std::string(text)).value();
    CHECK(EmbeddedPack().engine.FindFigures(document).skips.size() >= 1);
  }
}

TEST_CASE("a minus sign counts once where a word already says less") {
  CheckRows(EmbeddedPack().engine, {{"tăng trưởng -3,5%", {"percent -3.5 % '-3,5%'"}},
                                    {"giảm 400 vụ (-18,7%)", {"count 400 vụ '400'", "percent 18.7 % '18,7%'"}},
                                    {"- 5 xã", {"count 5 xã '5'"}}});
}

TEST_CASE("what the document's other numbers say decides a number that can be read in two ways") {
  CheckRows(EmbeddedPack().engine, {{"có 1.234 người", {"count 1234 người '1.234'"}},
                                    {"98.4% và 97.5%; 2,964 người",
                                     {"percent 98.4 % '98.4%'", "percent 97.5 % '97.5%'", "count 2964 người '2,964'"}},
                                    {"2,964 thí sinh", {"count 2964 thí sinh '2,964'"}},
                                    {"dài 2,964 km", {"measure 2.964 km '2,964'"}}});
}

TEST_CASE("a unit stands as its author spells it") {
  CheckRows(EmbeddedPack().engine, {{"5 bác sĩ", {"count 5 bác sĩ '5'"}},
                                    {"5 bác sỹ", {"count 5 bác sỹ '5'"}},
                                    {"3 hoá đơn", {"count 3 hoá đơn '3'"}},
                                    {"3 HÓA ĐƠN", {"count 3 hóa đơn '3'"}}});
}

TEST_CASE("figures and skips are sorted and disjoint") {
  const Document document =
      MakeDocument("test", "1. Năm 2023 có 5/6 xã (83,3%), chi 5 tỷ đồng [1]; thôn 5, ngày 5/6; 0912345678.").value();
  const Analysis analysis = EmbeddedPack().engine.FindFigures(document);
  uint32_t end = 0;
  for (const Figure& figure : analysis.figures) {
    CHECK(figure.span.begin >= end);
    end = figure.span.end;
    for (const Skip& skip : analysis.skips) {
      CHECK((skip.span.end <= figure.span.begin || skip.span.begin >= figure.span.end));
    }
  }
  CHECK(analysis.figures.size() == 5);
  CHECK(analysis.skips.size() == 4);
}

/// An engine of the rules in `toml` alone.
struct SmallPack {
  explicit SmallPack(const std::string& toml) : load(LoadRules({{"a.toml", toml}})), engine(load.rules) {
    REQUIRE(load.errors.empty());
  }
  RuleLoad load;
  FigureEngine engine;
};

std::string RuleText(std::string_view id, std::string_view lines) {
  return "[[rule]]\nid = \"" + std::string(id) + "\"\nkind = \"docref\"\nsummary = \"A test.\"\n" + std::string(lines) +
         "\n[[rule.example]]\ntext = \"⟦a1⟧\"\nvalue = \"a1\"\n[[rule.example]]\ntext = \"b\"\nnone = true\n";
}

const std::string kCurrency = "[[currency]]\nunit = \"VND\"\nwords = [\"đ\"]\n";

TEST_CASE("the longest match wins, then the larger priority, then the rule that comes first") {
  struct Case {
    std::string_view first, second;
    uint32_t rule;
  };
  const std::vector<Case> cases = {{"pattern = '12'\npriority = 9", "pattern = '12 3'", 1},
                                   {"pattern = '12 3'", "pattern = '12'\npriority = 9", 0},
                                   {"pattern = '12'", "pattern = '1[0-9]'\npriority = 1", 1},
                                   {"pattern = '12'\npriority = 1", "pattern = '1[0-9]'", 0},
                                   {"pattern = '12'", "pattern = '1[0-9]'", 0}};
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CAPTURE(c.second);
    const SmallPack pack(kCurrency + RuleText("a/a", c.first) + RuleText("b/b", c.second));
    const Document document = MakeDocument("test", "12 3").value();
    const Analysis analysis = pack.engine.FindFigures(document);
    REQUIRE(analysis.figures.size() >= 1);
    CHECK(analysis.figures[0].rule == c.rule);
  }
}

TEST_CASE("every condition of a rule is asked") {
  struct Case {
    std::string_view lines, yes, no;
  };
  const std::vector<Case> cases = {
      {"pattern = '12'", "x 12 y", "x 123 y"},
      {"pattern = '12'\nopen_end = true", "12x", "13x"},
      {"pattern = '12'\nglued = true", "x12", "x13"},
      {"pattern = '12'", "x 12", "x12"},
      {"pattern = '12'\nline_start = true", "x\n- 12", "x 12"},
      {"pattern = '12 Ab'\ncase_sensitive = true", "12 Ab", "12 ab"},
      {"pattern = '12 Ab'", "12 AB", "12 ac"},
      {"pattern = '12'\nstarts = [\"0 xã\"]", "12 xã", "12 hộ"},
      {"pattern = 'xã 12'\nstarts = [\"xã 0\"]", "xã 12", "xã: 12"},
      {"pattern = '{digits}'\nstarts = [\"{year}\"]\n", "2023", "2123"},
      {"pattern = '{digits}'\nstarts = [\"{long}\"]\n", "12345678", "1234567"},
      {"pattern = '12'\nfollows = [\"mục\"]", "mục 12", "điểm 12"},
      {"pattern = '12'\nfollows = [\"mục\"]", "mục: 12", "mục ; 12"},
      {"pattern = '12'\nnot_follows = [\"mục\"]", "điểm 12", "mục 12"},
      {"pattern = '12'\nbefore = ['mục (?:số )?']", "mục số 12", "số 12"},
      {"pattern = '12'\nnot_before = ['mục ']", "số 12", "mục 12"},
      {"pattern = '{digits}'\nnever = ['12']", "13", "12"},
      {"pattern = '12'\nafter = [' xã']", "12 xã", "12 hộ"},
      {"pattern = '12'\nnot_after = [' xã']", "12 hộ", "12 xã"},
      {"pattern = '12'\nno_noun_after = true", "12 hay", "12 thôn"},
      {"pattern = '(?P<figure>12) xã'", "12 xã", "12 hộ"},
  };
  const std::string tables = kCurrency + "[fragments]\ndigits = '[0-9]+'\n[[counted_noun]]\nwords = [\"thôn\"]\n";
  for (const Case& c : cases) {
    CAPTURE(c.lines);
    const SmallPack pack(tables + RuleText("a/a", c.lines));
    CHECK(Figures(pack.engine, c.yes).size() == 1);
    CHECK(Figures(pack.engine, c.no).empty());
  }
}

TEST_CASE("what starts at words has a digit near behind the first of them, unless its rule says otherwise") {
  const std::string word = "pattern = 'xã x*12'\nstarts = [\"xã\"]",
                    pair = "pattern = 'xã ta x*12'\nstarts = [\"xã ta\"]";
  const std::string anywhere = "\ndigit_ahead = false";
  const SmallPack near(kCurrency + RuleText("a/a", word) + RuleText("b/b", pair));
  const SmallPack far(kCurrency + RuleText("a/a", word + anywhere) + RuleText("b/b", pair + anywhere));
  for (size_t before = 0; before < 2 * 64; before += 5) {  // wherever the words stand in a block of bytes
    for (const std::string words : {"xã ", "xã ta "}) {
      for (size_t more = 35; more < 55; ++more) {
        const std::string text = std::string(before, 'y') + " " + words + std::string(more, 'x') + "12";
        const size_t ahead = words.size() + more - std::string_view("xã").size();
        CAPTURE(text);
        CHECK(Figures(near.engine, text).size() == (ahead <= 48 ? 1 : 0));
        CHECK(Figures(far.engine, text).size() == 1);
      }
    }
  }
}

TEST_CASE("every pattern with an unknown group is refused when all are compiled") {
  const SmallPack pack(kCurrency + RuleText("a/a", "pattern = '(?P<week>[0-9])'") +
                       RuleText("a/b", "pattern = '(?P<hour>[0-9])'"));
  const std::vector<Error> faults = pack.engine.Check();
  REQUIRE(faults.size() == 2);
  CHECK(ToString(faults[0]) == "a.toml:4: rule 'a/a': unknown group 'week'; docs/rules.md lists the groups");
  CHECK(faults[1].what == "rule 'a/b': unknown group 'hour'");
}

TEST_CASE("every pattern of the embedded pack compiles") { CHECK(EmbeddedPack().engine.Check().empty()); }

}  // namespace
}  // namespace soat
