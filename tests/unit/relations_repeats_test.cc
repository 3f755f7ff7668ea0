#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Repeats(const std::string& text) { return RelationsOf(text, CheckKind::kRepeatConflict); }

TEST_CASE("a figure that is stated twice alike is verified") {
  CHECK(Repeats("Toàn huyện có 187 tổ công nghệ số cộng đồng.\nĐã tập huấn cho 187 tổ công nghệ số cộng đồng.\n") ==
        Lines{"ok ok a=187 b=187"});
  CHECK(Repeats("Có 17/26 xã đã lắp đặt.\nCó 12/26 xã họp đúng kỳ.\n") == Lines{"ok ok a=26 b=26"});
}

TEST_CASE("other numbers of the same things are no contradiction") {
  CHECK(
      Repeats("Toàn huyện có 187 tổ công nghệ số cộng đồng.\nĐã tập huấn cho 95 tổ công nghệ số cộng đồng.\n").empty());
  CHECK(Repeats("Có 17/26 xã đã lắp đặt.\nCó 5/16 xã miền núi họp đúng kỳ.\n").empty());
  CHECK(Repeats("Huyện có 12 hợp tác xã.\nHuyện thành lập 13 hợp tác xã.\n").empty());
}

TEST_CASE("the number behind few ratios, or a small one, is nobody's number") {
  CHECK(Repeats("Có 17/26 xã đã lắp đặt.\nCó 12/26 xã họp đúng kỳ.\nCó 3/5 xã miền núi nộp báo cáo.\n") ==
        Lines{"ok ok a=26 b=26"});
}

TEST_CASE("one number in two ways of writing is one") {
  CHECK(
      Repeats(
          "Kinh phí chi cho chuyển đổi số của huyện là 4.712 triệu đồng.\nKinh phí chi cho chuyển đổi số của huyện là "
          "4.712.000.000 đồng.\n") == Lines{"ok ok a=4712000000 b=4712000000"});
}

TEST_CASE("a number with a zero behind it is the same number") {
  CHECK(
      Repeats("Tỷ lệ hộ gia đình dùng nước sạch đạt 89,6%.\nNhư vậy tỷ lệ hộ gia đình dùng nước sạch đạt 89,60%.\n") ==
      Lines{"ok ok a=89.6 b=89.60"});
}

TEST_CASE("a slip in the number of the whole is told") {
  CHECK(Repeats("Toàn huyện có 187 tổ công nghệ số cộng đồng.\nCòn khó khăn: 178 tổ công nghệ số cộng đồng trên toàn "
                "huyện thiếu kinh phí.\n") == Lines{"warning conflict a=187 b=178"});
  CHECK(
      Repeats("Toàn huyện duy trì 121 tổ công nghệ số cộng đồng.\nMột số thành viên của 112 tổ công nghệ số cộng đồng "
              "trên toàn huyện chưa được tập huấn.\n") == Lines{"warning conflict a=121 b=112"});
  CHECK(Repeats("Có 17/26 xã đã lắp đặt.\nCó 12/26 xã họp đúng kỳ.\nCó 9/29 xã nộp báo cáo.\n") ==
        Lines{"ok ok a=26 b=26", "warning conflict a=26 b=29"});
}

TEST_CASE("a known indicator with two values is told when scope and wording agree") {
  CHECK(Repeats("Tỷ lệ người dân có hồ sơ sức khỏe điện tử đạt 91%.\nĐến nay tỷ lệ người dân có hồ sơ sức khỏe điện tử "
                "đạt 84%.\n") == Lines{"warning conflict a=91 b=84"});
  CHECK(
      Repeats("Cấp huyện: tỷ lệ hồ sơ nộp trực tuyến đạt 91%.\nCấp xã: tỷ lệ hồ sơ nộp trực tuyến đạt 84%.\n").empty());
  CHECK(Repeats("Năm 2022, tỷ lệ người dân có hồ sơ sức khỏe điện tử đạt 84%.\nNăm 2023, tỷ lệ người dân có hồ sơ sức "
                "khỏe điện tử đạt 91%.\n")
            .empty());
}

}  // namespace
}  // namespace soat
