#include <doctest/doctest.h>

#include "relations_of.h"

namespace soat {
namespace {

Lines Complements(const std::string& text) { return RelationsOf(text, CheckKind::kComplement); }

TEST_CASE("what is done and what is left make the whole") {
  CHECK(Complements("Tiếp nhận 538 vụ, đã giải quyết 402 vụ, còn lại 136 vụ.\n") ==
        Lines{"ok exact total=538 parts=402,136"});
  CHECK(Complements("Tiếp nhận 538 vụ, đã giải quyết 402 vụ, đang giải quyết 163 vụ.\n") ==
        Lines{"warning mismatch total=538 parts=402,163"});
  CHECK(Complements("Có 17/26 xã đã lắp đặt, còn 9 xã chưa lắp đặt.\n") == Lines{"ok exact total=26 parts=17,9"});
}

TEST_CASE("the part right before what is left may have another noun") {
  CHECK(Complements("Được giao 119 biên chế, hiện có 104 người, còn thiếu 15 biên chế.\n") ==
        Lines{"ok exact total=119 parts=104,15"});
  CHECK(Complements("Được giao 119 biên chế, hiện có 104 người, còn thiếu 18 biên chế.\n") ==
        Lines{"warning mismatch total=119 parts=104,18"});
  CHECK(Complements("Được giao 119 biên chế, có 14 nhà ở, còn thiếu 37 biên chế.\n").empty());
}

TEST_CASE("what is left may be said behind it, but not behind a comma") {
  CHECK(Complements("Tiếp nhận 8.236 hồ sơ.\n- Đã giải quyết 8.070 hồ sơ, còn 159 hồ sơ đang giải quyết.\n") ==
        Lines{"warning mismatch total=8236 parts=8070,159"});
  CHECK(Complements("Có 26 xã, 140 thôn; còn 12 hộ nghèo.\n").empty());
}

TEST_CASE("a part of a sum is divided further") {
  const std::string text =
      "Phải thi hành 1.190 việc, trong đó có điều kiện 902 việc, chưa có điều kiện 271 việc, hoãn 17 việc. "
      "Đã thi hành xong 768 việc, ";
  CHECK(Complements(text + "còn 134 việc đang thi hành.\n") == Lines{"ok exact total=902 parts=768,134"});
}

TEST_CASE("several are left one behind the other") {
  CHECK(Complements("Đã giải quyết 61/92 kiến nghị; đang giải quyết 24 kiến nghị; chưa giải quyết 7 kiến nghị.\n") ==
        Lines{"ok exact total=92 parts=61,24,7"});
}

}  // namespace
}  // namespace soat
