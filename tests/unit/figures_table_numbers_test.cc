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

}  // namespace
}  // namespace soat
