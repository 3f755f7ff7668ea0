#include <doctest/doctest.h>

#include "structure_of.h"

namespace soat {
namespace {

TEST_CASE("a group header reaches over the empty cells beside it") {
  const StructuredText reading = StructureOf(
      "TT\tNội dung\tThực hiện năm 2023\t\tSo sánh (%)\t\n\t\tKế hoạch\tƯớc đạt\tKH\tCùng "
      "kỳ\n(1)\t(2)\t(3)\t(4)\t(5)=(4)/(3)\t(6)\n"
      "1\tThu\t100\t90\t90\t102\n\tTổng cộng\t100\t90\t90\t102\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const Table& table = reading.structure.tables[0];
  REQUIRE(table.columns.size() == 6);
  CHECK(reading.Headers(table.columns[2]) == "Thực hiện năm 2023|Kế hoạch");
  CHECK(reading.Headers(table.columns[3]) == "Thực hiện năm 2023|Ước đạt");
  CHECK(reading.Text(table.columns[3].header) == "Ước đạt");
  CHECK(table.columns[2].role == ColumnRole::kTarget);
  CHECK(table.columns[3].role == ColumnRole::kResult);
  CHECK(table.columns[4].role == ColumnRole::kComparison);
  CHECK(table.columns[5].unit == "%");
  CHECK(table.columns[4].number == "5");
  CHECK(reading.Text(table.columns[4].formula) == "(4)/(3)");
  CHECK(table.columns[3].formula.size() == 0);
  REQUIRE(table.rows.size() == 5);
  CHECK(table.rows[1].header);
  CHECK(table.rows[2].header);
  CHECK(table.rows[2].column_numbers);
  CHECK_FALSE(table.rows[3].header);
  CHECK(table.rows[4].total);
  CHECK_FALSE(table.rows[4].continued);
  CHECK(table.rows[4].parent == kNoIndex);
}

TEST_CASE("rows of numbers without words over them are no column numbers") {
  const StructuredText reading = StructureOf("TT\tThôn\tHộ\tNghèo\n1\tĐoài\t2\t3\n2\tHạ\t3\t4\n");
  for (const Row& row : reading.structure.tables[0].rows) CHECK_FALSE(row.column_numbers);
}

TEST_CASE("a header over two rows is known again on the next page") {
  const StructuredText reading = StructureOf(
      "TT\tNội dung\tKết quả\t\n\t\tHuyện\tXã\n1\tMáy tính\t10\t20\n\nTT\tNội dung\tKết quả\t\n\t\tHuyện\tXã\n2\tMáy "
      "in\t3\t4\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const auto& rows = reading.structure.tables[0].rows;
  REQUIRE(rows.size() == 6);
  for (const size_t header : {0, 1, 3, 4}) CHECK(rows[header].header);
  CHECK_FALSE(rows[5].header);
  CHECK(rows[5].number == "2");
}

TEST_CASE("rows are a tree by their numbers and bullets") {
  const StructuredText reading = StructureOf(
      "TT\tNội dung chi\tDự toán\nA\tChi ngân sách\t90\nI\tChi huyện\t60\n1\tSự nghiệp\t50\n1.1\tGiáo dục\t30\n\t- "
      "Lương\t20\n2\tKhác\t10\n"
      "II\tChi xã\t30\n1\tHành chính\t30\nB\tDự phòng\t5\n\tCộng\t95\n");
  const auto& rows = reading.structure.tables[0].rows;
  REQUIRE(rows.size() == 11);
  const std::vector<uint32_t> parents = {kNoIndex, kNoIndex, 1, 2, 3, 4, 2, 1, 7, kNoIndex, kNoIndex};
  for (size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(i);
    CHECK(rows[i].parent == parents[i]);
    CHECK_FALSE(rows[i].continued);
  }
  CHECK(rows[10].total);
  CHECK(reading.structure.SectionPath(reading.structure.PlaceOf(reading.Find("- Lương"))) == "1.1");
}

TEST_CASE("a grid: cells go on to the next rule, one cell stands over two, and a rule crosses a part of the line") {
  const StructuredText reading = StructureOf(
      "+----+----------------+---------------------+-------+\n"
      "| TT | Nội dung       | Thực hiện năm 2023  | Tỷ lệ |\n"
      "|    |                +----------+----------+ (%)   |\n"
      "|    |                | Dự toán  | Kết quả  |       |\n"
      "+----+----------------+----------+----------+-------+\n"
      "| 1  | Chi sự nghiệp  | 1.200    | 1.150    | 95,8  |\n"
      "|    | giáo dục       |          |          |       |\n"
      "+----+----------------+----------+----------+-------+\n"
      "| 2  | Chi y tế       | 300      | 310      | 103,3 |\n"
      "+----+----------------+----------+----------+-------+\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const Table& table = reading.structure.tables[0];
  REQUIRE(table.columns.size() == 5);
  CHECK(reading.Headers(table.columns[2]) == "Thực hiện năm 2023|Dự toán");
  CHECK(reading.Headers(table.columns[3]) == "Thực hiện năm 2023|Kết quả");
  CHECK(reading.Headers(table.columns[4]) == "Tỷ lệ|(%)");
  CHECK(table.columns[2].role == ColumnRole::kTarget);
  CHECK(table.columns[2].unit.empty());
  CHECK(table.columns[4].unit == "%");
  REQUIRE(table.rows.size() == 6);
  CHECK(table.rows[2].header);
  CHECK(reading.Cells(table.rows[3]) == "1|Chi sự nghiệp|1.200|1.150|95,8");
  CHECK(table.rows[4].continued);
  CHECK(table.rows[4].parent == 3);
  CHECK(table.rows[5].number == "2");
}

TEST_CASE("a table drawn with box signs, and another header below it") {
  const StructuredText reading = StructureOf(
      "┌────┬──────────┬─────┐\n│ TT │ Thôn     │ Hộ  │\n├────┼──────────┼─────┤\n│ 1  │ Đoài     │ 120 │\n│ 2  │ Hạ   "
      "    │ 130 │\n"
      "└────┴──────────┴─────┘\n\n| TT | Nội dung | Kết quả |\n|----|----|----|\n| 1 | Máy tính | 7 |\n");
  REQUIRE(reading.structure.tables.size() == 2);
  const Table& box = reading.structure.tables[0];
  REQUIRE(box.rows.size() == 3);
  CHECK(box.rows[0].header);
  CHECK(reading.Cells(box.rows[2]) == "2|Hạ|130");
  CHECK_FALSE(box.rows[2].continued);
  CHECK(reading.structure.tables[1].columns[2].role == ColumnRole::kResult);
}

TEST_CASE("bars between words are a table when rows of numbers show it") {
  const StructuredText table = StructureOf("Thôn | Số hộ | Hộ nghèo\nĐoài | 120 | 12\nHạ | 130 | 13\n");
  REQUIRE(table.structure.tables.size() == 1);
  CHECK(table.Cells(table.structure.tables[0].rows[2]) == "Hạ|130|13");
  CHECK(StructureOf("Cập nhật: 09-05-2016 | 09:23\nLượt xem: 3\n").structure.tables.empty());
  CHECK(StructureOf("Trang chủ | Tin tức\nVăn bản | Hỏi đáp\nLiên hệ | Sơ đồ\n").structure.tables.empty());
}

TEST_CASE("a column of numbers does not name rows, and has the targets before results") {
  const StructuredText reading = StructureOf(
      "Tiêu chí\tNội dung\tChỉ tiêu\tKết quả\nĐường\tTỷ lệ đường thôn\t≥ 70%\t68,4%\nNước\tTỷ lệ hộ\t60%\t71%\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const std::vector<Column>& columns = reading.structure.tables[0].columns;
  CHECK(columns[1].role == ColumnRole::kLabel);
  CHECK(columns[2].role == ColumnRole::kTarget);
  const StructuredText years = StructureOf("STT\tNăm\tLũy kế dự án\n1\t2020\t85\n2\t2021\t94\n");
  REQUIRE(years.structure.tables.size() == 1);
  CHECK(years.structure.tables[0].columns[2].role == ColumnRole::kNone);
}

TEST_CASE("a column that is headed Đơn vị holds units when its cells are no names") {
  const auto role = [](std::string_view text) {
    const StructuredText reading = StructureOf(std::string(text));
    REQUIRE(reading.structure.tables.size() == 1);
    return reading.structure.tables[0].columns[1].role;
  };
  CHECK(role("Chỉ tiêu\tĐơn vị\tQuý I\tQuý II\nThu ngân sách\ttriệu đồng\t12.410\t15.265\nĐúng hạn\t%\t97,2\t98,1\n") ==
        ColumnRole::kUnit);
  CHECK(role("Dự án\tĐơn vị\tQuý I\tQuý II\nTrường học\tPhòng Giáo dục\t12.410\t15.265\nĐường\tBan QLDA\t812\t981\n") ==
        ColumnRole::kLabel);
  CHECK(role("Chỉ tiêu\tĐơn vị\tĐVT\tQuý I\nThu\txã a\ttriệu đồng\t12.410\nĐúng hạn\txã b\t%\t97,2\n") ==
        ColumnRole::kLabel);
}

}  // namespace
}  // namespace soat
