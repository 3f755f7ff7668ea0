#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Changes(const std::string& text) { return RelationsOf(text, CheckKind::kChange); }

TEST_CASE("where a change in numbers agrees with both values, the percentage in its parentheses has to") {
  CHECK(Changes("Có 23 vụ, giảm 4 vụ (14,8%) so với cùng kỳ (27 vụ).\n") ==
        Lines{"ok exact from=27 to=23 change=4", "ok rounded from=27 to=23 change=14.8"});
  CHECK(Changes("Có 23 vụ, giảm 4 vụ (17,4%) so với cùng kỳ (27 vụ).\n") ==
        Lines{"ok exact from=27 to=23 change=4", "warning mismatch from=27 to=23 change=17.4"});
  CHECK(Changes("Có 23 vụ, giảm 4 vụ (17,4% số vụ) so với cùng kỳ (27 vụ).\n") ==
        Lines{"ok exact from=27 to=23 change=4"});
}

TEST_CASE("a multiple may be rounded") {
  CHECK(Changes("Thu 286 tỷ đồng, gấp 1,4 lần so với năm trước (204 tỷ đồng).\n").size() == 1);
  CHECK(Changes("Thu 286 tỷ đồng, gấp 3,2 lần so với năm trước (204 tỷ đồng).\n").empty());
}

TEST_CASE("what has come about since the beginning of the year is no earlier value") {
  const std::string month = "Có 45 ca mắc (tăng 15 ca so với tháng trước: 30 ca); lũy kế từ đầu năm ";
  CHECK(Changes(month + "312 ca, giảm 25% so với cùng kỳ (416 ca).\n") ==
        Lines{"ok exact from=30 to=45 change=15", "ok exact from=416 to=312 change=25"});
  CHECK(Changes("Đầu năm có 112 hộ nghèo, nay còn 87 hộ nghèo, giảm 25 hộ.\n") ==
        Lines{"ok exact from=112 to=87 change=25"});
}

TEST_CASE("values of two kinds are not compared") {
  CHECK(Changes("Thu nhập tăng từ 45 lên 52 triệu đồng (tăng 15,6%).\n").empty());
  CHECK(Changes("Thu nhập tăng từ 45 lên 52 triệu đồng, tăng 7 triệu đồng.\n").empty());
  CHECK(Changes("Hộ nghèo giảm từ 8,2% xuống 4,1%, giảm 50%.\n").empty());
  CHECK(Changes("Hộ nghèo giảm từ 8,2% xuống 4,1%, giảm 5,2%.\n") ==
        Lines{"error mismatch from=8.2 to=4.1 change=5.2"});
}

TEST_CASE("an earlier value stands behind the value of now and a stroke") {
  CHECK(Changes("Xảy ra 58 vụ, giảm 9 vụ so với cùng kỳ (58/67 vụ).\n") == Lines{"ok exact from=67 to=58 change=9"});
  CHECK(Changes("Xảy ra 58 vụ, giảm 8 vụ so với cùng kỳ (58/67 vụ).\n") ==
        Lines{"warning mismatch from=67 to=58 change=8"});
}

}  // namespace
}  // namespace soat
