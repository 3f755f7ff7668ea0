#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Missing(const std::string& text) { return RelationsOf(text, CheckKind::kMissingField); }

const std::string kTitle = "\nBÁO CÁO\nKết quả thu ngân sách 6 tháng đầu năm 2023\n";

TEST_CASE("a blank number or day is told, a head without them is a note") {
  CHECK(Missing("UBND HUYỆN HẢI NAM\nSố:     /BC-UBND\nHải Nam, ngày    tháng 7 năm 2023\n" + kTitle) ==
        Lines{"warning missing field=report number", "warning missing field=report date"});
  CHECK(Missing("UBND HUYỆN HẢI NAM\nSố: 12/BC-UBND\nHải Nam, ngày 03 tháng 7 năm 2023\n" + kTitle).empty());
  CHECK(Missing(kTitle) == Lines{"note missing field=report number", "note missing field=report date"});
}

TEST_CASE("a text that is no report misses nothing") {
  CHECK(Missing("+ Tỉnh Hải Nam trong 02 ngày tháng 9: 11 ca\n").empty());
  CHECK(Missing("Kết nạp 152 đảng viên\n").empty());
  CHECK(Missing("Huyện có 8/19 xã đạt chuẩn nông thôn mới.\n").empty());
}

}  // namespace
}  // namespace soat
