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

}  // namespace
}  // namespace soat
