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

TEST_CASE("of two ratios the percentage is of the first where it is just that") {
  CHECK(Shares("Có 1.418/1.612 hộ đạt 8/8 tiêu chí, bằng 87,97%.\n") ==
        Lines{"ok rounded num=1418 den=1612 pct=87.97"});
  CHECK(Shares("Có 1.418/1.612 hộ đạt 8/8 tiêu chí, bằng 78,97%.\n") == Lines{"error mismatch num=8 den=8 pct=78.97"});
}

TEST_CASE("one item of a list with shares is not the whole of the next") {
  CHECK(Shares("Nguyên nhân: thiếu đất: 1.812 hộ (37,66%); thiếu vốn: 2.214 hộ (46,01%); đông con: 612 hộ (12,72%).\n")
            .empty());
  CHECK(Shares("Có 1.812 hộ nghèo, trong đó thiếu vốn: 2.214 hộ (46,01%).\n") ==
        Lines{"warning mismatch num=2214 den=1812 pct=46.01"});
}

TEST_CASE("far amounts of money are not what a percentage is cut off of") {
  const std::string far = "Thu 412 tỷ đồng. Có 5 xã. Có 6 thôn. Có 7 trường. Chi 2,412 tỷ đồng (chiếm 0,58%).\n";
  CHECK(Shares(far).empty());
  CHECK(Shares("Chi 412 tỷ đồng. Cho trường học 2,412 tỷ đồng (chiếm 0,58%).\n").size() == 1);
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

TEST_CASE("a bound or a range behind a ratio is said of each, too") {
  CHECK(Shares("Có 12/21 xã đạt trên 95%, 6/21 xã đạt 90-95%, 3/21 xã dưới 90%.\n").empty());
  CHECK(Shares("Có 12/21 xã, đạt trên 57%.\n") == Lines{"ok rounded num=12 den=21 pct=57"});
  CHECK(Shares("Có 12/21 xã, chiếm trên 75%.\n") == Lines{"error mismatch num=12 den=21 pct=75"});
}

TEST_CASE("a plan behind a stroke is the whole") {
  CHECK(Shares("Thu 7.852 triệu đồng/dự toán 7.300 triệu đồng, đạt 107,56%.\n") ==
        Lines{"ok rounded num=7852000000 den=7300000000 pct=107.56"});
}

TEST_CASE("part and whole may stand behind the percentage") {
  CHECK(Shares("Trực tuyến chiếm 77,2% (4.120 hồ sơ) trong tổng số 5.340 hồ sơ.\n") ==
        Lines{"ok rounded num=4120 den=5340 pct=77.2"});
  CHECK(Shares("Trực tuyến chiếm 72,2% (4.120 hồ sơ) trong tổng số 5.340 hồ sơ.\n") ==
        Lines{"warning mismatch num=4120 den=5340 pct=72.2"});
  CHECK(Shares("Các hồ đạt 87,1% dung tích (34,8/42,4 triệu m3).\n") ==
        Lines{"error mismatch num=34.8 den=42.4 pct=87.1"});
  CHECK(Shares("Có 50,5% hộ dân (12/18 xã) dùng nước sạch.\n").empty());
}

TEST_CASE("what is still so may be a part of the whole") {
  const std::string all = "Trong tổng số 86 văn bản có 71 văn bản còn hiệu lực, chiếm 82,6%; 15 văn bản hết hiệu lực, ";
  CHECK(Shares(all + "chiếm 17,4%.\n") ==
        Lines{"ok rounded num=71 den=86 pct=82.6", "ok rounded num=15 den=86 pct=17.4"});
  CHECK(Shares(all + "chiếm 18,4%.\n") ==
        Lines{"ok rounded num=71 den=86 pct=82.6", "warning mismatch num=15 den=86 pct=18.4"});
}

TEST_CASE("the next item of a list is not the plan of the one before it") {
  CHECK(Shares("Thu được, gồm:\n- Thuế: 45,2 tỷ đồng, đạt 98% dự toán.\n- Phí: 12,4 tỷ đồng, đạt 110% dự toán.\n")
            .empty());
  CHECK(Shares("Thuế đạt 45,2 tỷ đồng, đạt 98% dự toán. Phí 12,4 tỷ đồng.\n").empty());
  CHECK(Shares("Đã giao 405,3 tỷ đồng, đạt 98,2% KH. Chi 298,7 tỷ đồng.\n").empty());
}

TEST_CASE("a share that fits by chance names no whole") {
  CHECK(Shares("Tốt 7.012 em, chiếm 86,6%; khá 995 em, chiếm 12,3%; kém 6 em, chiếm 0,1%.\n") ==
        Lines{"ok rounded num=6 den=7012 pct=0.1"});
  CHECK(Shares("Tốt 5.102 em (78,0%), khá 221 em (3,4%), yếu 13 em (0,2%).\n").empty());
  CHECK(Shares("Tốt 7.012 em (86,6%), khá 995 em (12,3%), yếu 281 em (3,5%), kém 91 em (1,3%).\n") ==
        Lines{"ok rounded num=91 den=7012 pct=1.3"});
  CHECK(Shares("Có 812 phòng: kiên cố 702 phòng (86,5%), tạm 11 phòng (2,4%).\n") ==
        Lines{"ok rounded num=702 den=812 pct=86.5", "warning mismatch num=11 den=812 pct=2.4"});
}

TEST_CASE("what is reached may be of a plan or of each of the things counted") {
  CHECK(Shares("Có 512 hộ nghèo, trong đó 45 hộ thoát nghèo (đạt 112,5%).\n").empty());
  CHECK(Shares("Có 512 hộ nghèo, trong đó 45 hộ thoát nghèo (112,5%).\n").empty());
  CHECK(Shares("Có 45 trường, trong đó 12 trường mầm non đạt 80%, 18 trường tiểu học đạt 92%.\n").empty());
  CHECK(Shares("Thụ lý 412 vụ, giải quyết 335 vụ, đạt 81,3%; trong đó xét xử 61 vụ, đạt 89,7%.\n") ==
        Lines{"ok rounded num=335 den=412 pct=81.3"});
  CHECK(Shares("Nhận 4.215 hồ sơ, trong đó trực tuyến 3.812 hồ sơ, đạt 94,4%; trực tiếp 403 hồ sơ, đạt 9,56%.\n") ==
        Lines{"warning mismatch num=3812 den=4215 pct=94.4", "ok rounded num=403 den=4215 pct=9.56"});
  CHECK(Shares("Có 512 hộ, trong đó 45 hộ nghèo, chiếm 12%.\n") == Lines{"warning mismatch num=45 den=512 pct=12"});
}

TEST_CASE("a ratio of those that reach something is not what they reach") {
  CHECK(Shares("Có 12/21 xã đạt 100%.\n").empty());
  CHECK(Shares("Có 12/21 xã đạt 57%.\n") == Lines{"ok rounded num=12 den=21 pct=57"});
  CHECK(Shares("Có 12/21 xã đạt 75,14%.\n") == Lines{"error mismatch num=12 den=21 pct=75.14"});
  CHECK(Shares("Có 12/21 xã, đạt 100%.\n") == Lines{"error mismatch num=12 den=21 pct=100"});
  CHECK(Shares("Đỗ đạt 99,2% (5/12 trường đạt 100%).\n").empty());
  CHECK(Shares("Giải ngân đạt 72% (12/34 dự án hoàn thành).\n").empty());
  CHECK(Shares("Đúng hạn 98,5% (2.100/2.145 hồ sơ).\n") == Lines{"error mismatch num=2100 den=2145 pct=98.5"});
}

TEST_CASE("shares in items of a list are of the whole that the other items have") {
  const std::string all =
      "Vốn là 54.320 triệu đồng, gồm:\n- Huyện: 21.450 triệu đồng, chiếm 39,49%;\n"
      "- Xã: 22.870 triệu đồng, chiếm 42,10%;\n- Nhân dân: 10.000 triệu đồng, ";
  const Lines held = {"ok rounded num=21450000000 den=54320000000 pct=39.49",
                      "ok rounded num=22870000000 den=54320000000 pct=42.10"};
  CHECK(Shares(all + "đạt 14,81%.\n") == held);
  CHECK(Shares(all + "chiếm 14,81%.\n") ==
        Lines{held[0], held[1], "warning mismatch num=10000000000 den=54320000000 pct=14.81"});
}

TEST_CASE("a share may be of the whole without what came from before") {
  const std::string all = "Tiếp nhận 4.218 hồ sơ (trong đó kỳ trước chuyển qua 214, trực tuyến 3.105 hồ sơ, chiếm ";
  CHECK(Shares(all + "77,55%).\n").empty());
  CHECK(Shares(all + "76,31%).\n") == Lines{"warning mismatch num=3105 den=4218 pct=76.31"});
}

TEST_CASE("behind two numbers of one kind may stand by how much they differ") {
  CHECK(Shares("Xảy ra 58 vụ, giảm 9 vụ (58/67 vụ = -13,4%).\n").empty());
  CHECK(Shares("Đã làm rõ 58/67 vụ = 13,5%.\n") == Lines{"error mismatch num=58 den=67 pct=13.5"});
}

}  // namespace
}  // namespace soat
