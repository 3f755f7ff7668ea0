#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Enumerations(const std::string& text) { return RelationsOf(text, CheckKind::kEnumerationCount); }

TEST_CASE("names are counted, not commas") {
  CHECK(Enumerations("Tổ chức tại 05 xã: Tân Hòa, Mỹ Phú, Bình An, Long Sơn và thị trấn Đồng Lạc.\n") ==
        Lines{"ok exact stated=5 listed=5"});
  CHECK(Enumerations("Đã kiểm tra 02 phòng (Phòng Giáo dục - Đào tạo, Phòng Nội vụ).\n") ==
        Lines{"ok exact stated=2 listed=2"});
}

TEST_CASE("too few or too many places are told, the text behind them is no name") {
  CHECK(Enumerations("Tổ chức tại 06 xã: Tân Hòa, Mỹ Phú, Bình An, Long Sơn và thị trấn Đồng Lạc với 300 người.\n") ==
        Lines{"warning mismatch stated=6 listed=5"});
  CHECK(Enumerations("Học tại 06 xã: Tân Hòa, Mỹ Phú, Bình An và Long Sơn; các xã, thị trấn còn lại học qua mạng.\n") ==
        Lines{"warning mismatch stated=6 listed=4"});
  CHECK(Enumerations("Có 01 xã chưa đạt (Tân Hòa, Mỹ Phú).\n") == Lines{"warning mismatch stated=1 listed=2"});
  CHECK(Enumerations("Tập huấn cho 12 xã trong tháng 6 gồm: Tân Hòa, thị trấn huyện và xã Mỹ Phú.\n") ==
        Lines{"warning mismatch stated=12 listed=3"});
  CHECK(Enumerations("- Có 159 điểm.\n\n(Còn 2 xã chưa lắp: Tân Hòa, Mỹ Phú, Bình An)\n\n- Có 12 xã họp.\n") ==
        Lines{"warning mismatch stated=2 listed=3"});
}

TEST_CASE("two communes between which 'và' stands are two, an office may have it in its name") {
  CHECK(Enumerations("Tổ chức tại 02 xã (gồm xã Tân Hòa, xã Bình An và xã Mỹ Phú).\n") ==
        Lines{"warning mismatch stated=2 listed=3"});
  CHECK(Enumerations("Đã kiểm tra 02 đơn vị (Phòng Giáo dục và Đào tạo, Phòng Nội vụ).\n") ==
        Lines{"ok exact stated=2 listed=2"});
  CHECK(Enumerations("Đã kiểm tra 03 đơn vị (Phòng Kinh tế và Hạ tầng, Phòng Giáo dục và Đào tạo và Phòng Nội vụ).\n")
            .empty());
  CHECK(
      Enumerations("Đã kiểm tra 05 đơn vị: Phòng Nội vụ, Phòng Tư pháp, Phòng Y tế, Công an huyện và Trung tâm Văn hóa "
                   "và Truyền thông của huyện.\n")
          .empty());
  CHECK(Enumerations("Đã kiểm tra 05 đơn vị: Phòng Nội vụ, Phòng Tư pháp, Phòng Y tế.\n") ==
        Lines{"warning mismatch stated=5 listed=3"});
}

TEST_CASE("a list of units with as many names as are stated is complete, however its sentence goes on") {
  CHECK(Enumerations("Đã lắp đặt cho 03 đơn vị xã, thị trấn gồm: Tân Hòa, xã Mỹ Phú, thị trấn Đồng Lạc, hoàn thành "
                     "việc kết nối mạng.\n") == Lines{"ok exact stated=3 listed=3"});
}

TEST_CASE("what need not be a complete list of names is left alone") {
  CHECK(Enumerations("Tặng 40 suất quà cho các xã Tân Hòa, Mỹ Phú.\n").empty());
  CHECK(Enumerations("Có 12 xã đạt chuẩn: đường giao thông, điện, trường học.\n").empty());
  CHECK(Enumerations("Mua 05 máy tính, máy in (Tân Hòa, Mỹ Phú).\n").empty());
}

TEST_CASE("a list that goes on with a number of places is not counted") {
  CHECK(RelationsOf("Có 04 xã: xã An Hòa, xã Bình Phú và hai xã vùng cao Tân Lộc, Ia Lâu chưa có chợ.\n",
                    CheckKind::kEnumerationCount)
            .empty());
}

TEST_CASE("names go on behind a number in parentheses") {
  CHECK(Enumerations("Có 03 xã đạt chuẩn, gồm: Tân Hòa, Mỹ Phú (15 hộ), Bình An (3 hộ).\n") ==
        Lines{"ok exact stated=3 listed=3"});
  CHECK(Enumerations("Có 02 xã đạt chuẩn, gồm: Tân Hòa, Mỹ Phú (15 hộ), Bình An (3 hộ).\n").empty());
  CHECK(Enumerations("Thu ở 02 xã: Tân Hòa 25 tỷ đồng, đạt 74%; Mỹ Phú 17 tỷ đồng, đạt 20%.\n") ==
        Lines{"ok exact stated=2 listed=2"});
  CHECK(Enumerations("Giám sát 02 xã (Kế hoạch số 12/KH-UBND, ngày 05/3/2023).\n").empty());
}

TEST_CASE("names that end in dots are not all") {
  CHECK(Enumerations("Có 5 xã phấn đấu (Tân Hòa, Mỹ Phú, Bình An...).\n").empty());
  CHECK(Enumerations("Có 5 xã phấn đấu (Tân Hòa, Mỹ Phú, Bình An…).\n").empty());
}

}  // namespace
}  // namespace soat
