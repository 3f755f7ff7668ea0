#include <doctest/doctest.h>

#include <string>

#include "embedded_analyzer.h"

namespace soat {
namespace {

/// Text and canonical value of every figure of a text.
std::string Figures(const std::string& text) {
  const Document document = MakeDocument("report", text).value();
  std::string list;
  for (const Figure& figure : EmbeddedAnalyzer().Analyze(document).figures)
    list += (list.empty() ? "" : "; ") + std::string(document.Quote(figure.span)) + " = " + CanonicalValue(figure);
  return list;
}

TEST_CASE("numbers of rows and columns are no figures") {
  CHECK(Figures("│ TT │ Thôn │ Hộ │\n│ 1 │ Đoài │ 120 │\n│ 1.1 │ Hạ │ 130 │\n") == "120 = 120; 130 = 130");
  CHECK(Figures("TT      Thôn        Số hộ    Hộ nghèo\n(1)     (2)          (3)     (4)=(3)/2\n 1      Đoài         "
                "120          12\n"
                " 2      Hạ           130          13\n 3      Thượng       140          14\n") ==
        "120 = 120; 12 = 12; 130 = 130; 13 = 13; 140 = 140; 14 = 14");
}

TEST_CASE("a column against another does not take the unit of the table, nor the noun of the next cell") {
  CHECK(Figures("ĐVT: triệu đồng\nTT\tNội dung\tDự toán\tThực hiện\tTH so "
                "DT\n(1)\t(2)\t(3)\t(4)\t(5)=(4)/(3)\n1\tThu\t120\t60\t0,5\n") ==
        "120 = 120000000; 60 = 60000000; 0,5 = 0.5");
}

TEST_CASE("a unit behind the name of a row is that of its numbers, before that of the table") {
  CHECK(Figures("ĐVT: người\nChỉ tiêu\tKế hoạch\tThực hiện\nThu ngân sách (tỷ đồng)\t12,5\t13\n"
                "Hộ nghèo (%)\t4\t3,5\nTrường (công lập)\t5\t6\n") ==
        "12,5 = 12500000000; 13 = 13000000000; 4 = 4; 3,5 = 3.5; 5 = 5; 6 = 6");
}

TEST_CASE("cells that have lines of their own are a table where rows are numbered") {
  CHECK(Figures("TT\nXã\nSố hộ\nTỷ lệ (%)\n1\nAn Hòa\n412\n40,2\n\n2\nAn Bình\n613\n59,8\nCộng\n1.025\n100\n\n"
                "Đã chi 5 tỷ đồng.\n") ==
        "412 = 412; 40,2 = 40.2; 613 = 613; 59,8 = 59.8; 1.025 = 1025; 100 = 100; 5 tỷ đồng = 5000000000");
  const Document document =
      MakeDocument("report", "TT\nChỉ tiêu\nĐVT\n2023\n1\nThu\nTr.đ\n53\n2\nHộ nghèo\n%\n4,2\n3\nLúa\nTấn\n6\n")
          .value();
  const Analysis analysis = EmbeddedAnalyzer().Analyze(document);
  REQUIRE(analysis.structure.tables.size() == 1);
  CHECK(analysis.structure.tables[0].rows.size() == 4);
  CHECK(analysis.figures.back().unit == "tấn");
  CHECK(Figures("TT\nXã\nSố hộ\n1\nAn Hòa\n412\n3\nAn Bình\n613\n") == "412 = 412; 3 = 3; 613 = 613");
}

TEST_CASE("a mark in the column of units stands for the unit of the row above, and money may be of each") {
  CHECK(Figures("TT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\n1\tTổng thu\tTr.đ\t53\t54\n-\tThuế\t\"\t12\t13\n"
                "-\tPhí\t-nt-\t41\t42\n2\tThu nhập\tTr.đ/năm\t48,6\t52,1\n3\tHộ nghèo\tHộ\t5\t4\n") ==
        "53 = 53000000; 54 = 54000000; 12 = 12000000; 13 = 13000000; 41 = 41000000; 42 = 42000000; "
        "48,6 = 48600000; 52,1 = 52100000; 5 = 5; 4 = 4");
}

TEST_CASE("a number in bold has the unit of its column") {
  CHECK(Figures("| STT | Nội dung | Chi (tỷ đồng) |\n|---|---|---|\n| 1 | Máy in | 21 |\n| | **Cộng** | **21** |\n") ==
        "21 = 21000000000; 21 = 21000000000");
}

TEST_CASE("a unit that is broken over two lines is one") {
  CHECK(
      Figures(
          "| TT | Nội dung | ĐVT | Kết quả |\n|---|---|---|---|\n| 1 | Đàn gia cầm | nghìn | 12 |\n| | | con | |\n") ==
      "12 = 12000");
}

TEST_CASE("a column whose header begins or ends with the sign holds percentages") {
  CHECK(Figures("Nhóm\tTH 2022\tTH 2023\t% tăng\tTỷ lệ (+/- %)\nBán lẻ\t100\t109\t9,00\t+9\n") ==
        "2022 = 2022-01-01..2022-12-31; 2023 = 2023-01-01..2023-12-31; 100 = 100; 109 = 109; 9,00 = 9; 9 = 9");
  const Document document =
      MakeDocument("report", "Nhóm\tKế hoạch\tThực hiện\t% so KH\nBán lẻ\t100\t109\t109\n").value();
  const std::vector<Figure> figures = EmbeddedAnalyzer().Analyze(document).figures;
  REQUIRE(figures.size() == 3);
  CHECK(figures[1].kind == FigureKind::kCount);
  CHECK(figures[2].kind == FigureKind::kPercent);
}

TEST_CASE("years in the header of aligned columns are periods, numbers below it are not") {
  CHECK(Figures("Loại đất         Diện tích 2022   Diện tích 2023   Tăng, giảm\n"
                "Đất ở                    120,5            121,5          1,0\n"
                "Đất lúa                  202,2            201,2         -1,0\n"
                "Đất rừng                 310,0            312,0          2,0\n")
            .starts_with("2022 = 2022-01-01..2022-12-31; 2023 = 2023-01-01..2023-12-31; 120,5 = 120.5; 121,5 = 121.5; "
                         "1,0 = 1; 202,2 = 202.2;"));
}

TEST_CASE("a sign that stands apart in a cell is that of its number") {
  CHECK(Figures("TT\tTiêu chí\tKỳ trước\tKỳ này\tSo sánh\n1\tSố vụ\t54\t47\t- 7\n2\tSố người\t3\t5\t+ 2\n") ==
        "54 = 54; 47 = 47; - 7 = -7; 3 = 3; 5 = 5; 2 = 2");
  CHECK(Figures("TT\tNội dung\tKết quả\n1\tĐường xã\t- 7 km\n") == "7 = 7");
}

TEST_CASE("a table that goes on behind a page break keeps its unit, another of the same header does not") {
  const std::string rows =
      "Tên thôn             Phải thu      Đã thu\nThôn Hạ               110.000     104.000\n"
      "Thôn Thượng            87.000      69.000\nThôn Đoài              12.000      10.000\n";
  CHECK(Figures("Đơn vị: nghìn đồng\n" + rows + "                         3\n\f\n" + rows)
            .ends_with("10.000 = 10000000"));
  CHECK(Figures("Đơn vị: nghìn đồng\n" + rows +
                "\nSố hộ đã nộp các khoản đóng góp trong năm của từng thôn trên địa bàn toàn xã như sau:\n\n" + rows)
            .ends_with("10.000 = 10000"));
}

TEST_CASE("a difference by its formula has the unit of the table, a year in a column of years is a period") {
  CHECK(Figures("ĐVT: triệu đồng\nTT\tNội dung\tDự toán\tThực hiện\tSo sánh\n(1)\t(2)\t(3)\t(4)\t(5)=(4)-(3)\n"
                "1\tThu\t120\t160\t40\n") == "120 = 120000000; 160 = 160000000; 40 = 40000000");
  CHECK(Figures("STT\tNăm\tKế hoạch\n1\t2020\t12\n2\t2021\t15\n") ==
        "2020 = 2020-01-01..2020-12-31; 12 = 12; 2021 = 2021-01-01..2021-12-31; 15 = 15");
}

}  // namespace
}  // namespace soat
