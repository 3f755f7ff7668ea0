#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Shares(const std::string& text) { return RelationsOf(text, CheckKind::kRatioPercent); }

TEST_CASE("a ratio and its percentage") {
  CHECK(Shares("Hồ sơ trực tuyến là 6.322/7.052, đạt 89,65%.\n") == Lines{"ok rounded num=6322 den=7052 pct=89.65"});
  CHECK(Shares("Hồ sơ trực tuyến là 6.322/7.052, đạt 89,64%.\n") ==
        Lines{"note truncated num=6322 den=7052 pct=89.64"});
  CHECK(Shares("Hồ sơ trực tuyến là 6.322/7.052, đạt 86,94%.\n") ==
        Lines{"error mismatch num=6322 den=7052 pct=86.94"});
}

TEST_CASE("a whole that is named behind the percentage is its base") {
  CHECK(Shares("Có 5.716 giao dịch trực tuyến, đạt 73% tổng số 7.830 giao dịch.\n") ==
        Lines{"ok rounded num=5716 den=7830 pct=73"});
  CHECK(Shares("Có 5.716 giao dịch trực tuyến, đạt 73% tổng số 1.830 giao dịch.\n").size() == 1);
  CHECK(Shares("Đã kiểm tra 9/14 xã, bằng 46,3% số xã.\n") == Lines{"error mismatch num=9 den=14 pct=46.3"});
}

TEST_CASE("a percentage of a plan, of last year or of an unstated whole is left alone") {
  CHECK(Shares("Thu ngân sách 73 tỷ đồng, đạt 25% dự toán.\n").empty());
  CHECK(Shares("Tiếp nhận 1.520 hồ sơ, bằng 95% so với cùng kỳ.\n").empty());
  CHECK(Shares("Có 45 trường học. Có 12 hồ sơ, đạt 80%.\n").empty());
}

TEST_CASE("a bound is said of each, and is no share") {
  CHECK(Shares("Có 7 thôn thu dưới 40%, trong đó 2 thôn đạt dưới 20%.\n").empty());
  CHECK(Shares("Bão làm thiệt hại 80 tỷ đồng; thu hồi 42 tỷ đồng (đạt trên 55%).\n") ==
        Lines{"warning mismatch num=42000000000 den=80000000000 pct=55"});
  CHECK(Shares("Còn 6 xã chưa đạt, trong đó có 1 xã miền núi, chiếm 15%.\n") ==
        Lines{"warning mismatch num=1 den=6 pct=15"});
}

TEST_CASE("a plan behind a stroke is the whole") {
  CHECK(Shares("Thu 7.852 triệu đồng/dự toán 7.300 triệu đồng, đạt 107,56%.\n") ==
        Lines{"ok rounded num=7852000000 den=7300000000 pct=107.56"});
}

}  // namespace
}  // namespace soat
