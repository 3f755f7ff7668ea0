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

}  // namespace
}  // namespace soat
