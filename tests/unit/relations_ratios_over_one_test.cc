#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Ratios(const std::string& text) { return RelationsOf(text, CheckKind::kRatioOverOne); }

TEST_CASE("a ratio above 1 is told when nobody plans to have more, and a note when it may be a plan") {
  CHECK(Ratios("Có 12/12 xã hoàn thành.") == Lines{"ok ok num=12 den=12"});
  CHECK(Ratios("Có 13/12 xã hoàn thành.") == Lines{"warning impossible num=13 den=12"});
  CHECK(Ratios("Có 13/12 xã hoàn thành, vượt kế hoạch.") == Lines{"note impossible num=13 den=12"});
  CHECK(Ratios("Có 13/12 xã hoàn thành, đạt 108,3%.") == Lines{"note impossible num=13 den=12"});
  CHECK(Ratios("Kết nạp 152/150 đảng viên.") == Lines{"note impossible num=152 den=150"});
}

TEST_CASE("a ratio above 1 is no news where its share is told with it and that is above 100%") {
  CHECK(Ratios("Trồng 418,6/350 ha rừng, đạt 119,6% kế hoạch.").empty());
  CHECK(Ratios("Trồng 418,6/350 ha rừng, đạt 191,6% kế hoạch.") == Lines{"note impossible num=418.6 den=350"});
}

TEST_CASE("a part is not more than the whole that counts the same") {
  CHECK(Ratios("Tổ chức 24 hội nghị (trong đó trực tuyến 14 hội nghị).") == Lines{"ok ok num=14 den=24"});
  CHECK(Ratios("Tổ chức 24 hội nghị (trong đó trực tuyến 34 hội nghị).") == Lines{"warning impossible num=34 den=24"});
  CHECK(Ratios("Tiếp nhận 500 hồ sơ, giải quyết 480 hồ sơ, trong đó 490 hồ sơ trực tuyến.").empty());
  CHECK(Ratios("Xảy ra 318 vụ, nhiều hơn 15 vụ. Trong đó, 180 vụ trộm cắp.") == Lines{"ok ok num=180 den=318"});
  CHECK(Ratios("Huyện có 24 xã, trong đó 140 thôn khó khăn.").empty());
  CHECK(Ratios("Khám 46 lượt người (nội trú 12 lượt, ngoại trú 34 lượt), trong đó BHYT 40 lượt.").empty());
}

TEST_CASE("two numbers behind what one exceeds the other by are no part and whole") {
  CHECK(Ratios("So với tháng trước tăng 3 vụ (26/23), giảm 2 người (11/13).") == Lines{"ok ok num=11 den=13"});
  CHECK(Ratios("So với tháng trước tăng 4 vụ (26/23).") == Lines{"note impossible num=26 den=23"});
}

}  // namespace
}  // namespace soat
