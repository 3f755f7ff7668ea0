#include <doctest/doctest.h>

#include "structure_of.h"

namespace soat {
namespace {

TEST_CASE("columns aligned by spaces, with a header over three lines, empty cells and cells that go on") {
  const StructuredText reading = StructureOf(
      "Kết quả như sau:\n"
      "                                                              ĐVT: Triệu đồng\n"
      "                                        Thực hiện     So sánh\n"
      "STT         Nội dung       Dự toán     6 tháng đầu     TH/DT    Ghi chú\n"
      "                                           năm          (%)\n"
      " 1    Thu nội địa           352.180       180.512       51,3\n"
      "1.1   Thuế ngoài quốc        68.000        31.250       46,0    Thu chậm\n"
      "      doanh\n"
      " 2    Thu bổ sung           412.000       210.300       51,0\n"
      "      Tổng cộng             764.180       390.812       51,1\n"
      "Nguồn: Phòng Tài chính huyện.\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const Table& table = reading.structure.tables[0];
  CHECK(table.unit == "triệu đồng");
  REQUIRE(table.columns.size() == 6);
  const std::vector<ColumnRole> roles = {ColumnRole::kNumber, ColumnRole::kLabel,      ColumnRole::kTarget,
                                         ColumnRole::kResult, ColumnRole::kComparison, ColumnRole::kRemark};
  for (size_t i = 0; i < roles.size(); ++i) CHECK(table.columns[i].role == roles[i]);
  CHECK(reading.Headers(table.columns[3]) == "Thực hiện|6 tháng đầu|năm");
  CHECK(table.columns[4].unit == "%");
  REQUIRE(table.rows.size() == 8);
  CHECK(table.rows[2].header);
  CHECK(reading.Cells(table.rows[3]) == "1|Thu nội địa|352.180|180.512|51,3|");
  CHECK(reading.Cells(table.rows[4]) == "1.1|Thuế ngoài quốc|68.000|31.250|46,0|Thu chậm");
  CHECK(table.rows[4].parent == 3);
  CHECK(table.rows[5].continued);
  CHECK(table.rows[5].parent == 4);
  CHECK(table.rows[7].total);
  CHECK(reading.BlockOf("Nguồn").kind == BlockKind::kPassage);
  const Place place = reading.structure.PlaceOf(reading.Find("31.250"));
  CHECK(place.row == 4);
  CHECK(place.column == 3);
}

TEST_CASE("numbers beside the middle of their words belong to the row that begins above them") {
  const StructuredText reading = StructureOf(
      "TT      Chỉ tiêu        Kế hoạch    Kết quả\n"
      "     Tỷ lệ hồ sơ được\n"
      " 1   tiếp nhận qua           80        98,5\n"
      "     mạng\n"
      "     Tỷ lệ người dùng\n"
      " 2                           50        61,2\n"
      "     tài khoản\n"
      " 3   Số lớp tập huấn         12          14\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const auto& rows = reading.structure.tables[0].rows;
  REQUIRE(rows.size() == 8);
  CHECK(rows[1].number == "1");
  CHECK_FALSE(rows[1].continued);
  for (const size_t i : {2, 3}) CHECK(rows[i].parent == 1);
  CHECK(rows[4].number == "2");
  for (const size_t i : {5, 6}) CHECK(rows[i].parent == 4);
  CHECK_FALSE(rows[7].continued);
  CHECK(reading.structure.SectionPath(reading.structure.PlaceOf(reading.Find("61,2"))) == "2");
}

TEST_CASE("a group header stands over the columns that it is centred over") {
  const StructuredText reading = StructureOf(
      "                      Năm 2022                  Năm 2023\n"
      "Xã              Kế hoạch   Thực hiện      Kế hoạch   Thực hiện\n"
      "Đoài                 120         118           125         130\n"
      "Hạ                 1.250       1.300         1.310       1.290\n"
      "Thượng               980         975           990       1.002\n");
  REQUIRE(reading.structure.tables.size() == 1);
  const auto& columns = reading.structure.tables[0].columns;
  REQUIRE(columns.size() == 5);
  CHECK(reading.Headers(columns[1]) == "Năm 2022|Kế hoạch");
  CHECK(reading.Headers(columns[2]) == "Năm 2022|Thực hiện");
  CHECK(reading.Headers(columns[4]) == "Năm 2023|Thực hiện");
  CHECK(columns[3].role == ColumnRole::kTarget);
}

TEST_CASE("a page number between two parts of a table is no cell") {
  const StructuredText reading = StructureOf(
      "Xã          Số hộ    Hộ nghèo\nĐoài          120          12\nHạ            130          13\nThượng        140  "
      "        14\n\n"
      "              3\n\nTrung         150          15\n");
  REQUIRE(reading.structure.tables.size() == 1);
  CHECK(reading.structure.tables[0].rows.size() == 4);
}

TEST_CASE("what is only spaced out is no table") {
  const std::vector<std::string> texts = {
      "Trong  6 tháng  đầu năm  2023,  huyện  đã  giải quyết  1.250  hồ sơ  của\nngười dân,  đạt  95%  kế hoạch,  "
      "trong đó  320  hồ sơ  "
      "trực tuyến  và\n930  hồ sơ  trực tiếp,  tăng  12%  so với  cùng kỳ,  vượt  5%  kế hoạch.\n",
      "1. Tình hình chung ............................. 3\n2. Kết quả ..................................... 12\n"
      "3. Tồn tại ..................................... 25\n4. Giải pháp .............. 31\n",
      "Nguyễn Văn Mẫu            Trưởng phòng\nTrần Thị Mẫu              Phó phòng\nLê Mẫu                    Chuyên "
      "viên\n",
      "Tình hình chung               3\nKết quả                      12\nTồn tại                      25\n",
      "Xã Đoài       120     12\nXã Hạ         130     13\n",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(StructureOf(text).structure.tables.empty());
  }
}

}  // namespace
}  // namespace soat
