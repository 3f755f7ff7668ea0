#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "figures/unit_table.h"

namespace soat {
namespace {

TEST_CASE("the longest unit behind a number is found, unless it is a word that only begins like one") {
  const std::vector<UnitWord> units = {{"%", "%"},      {"điểm phần trăm", "%"}, {"đ", "VND"},
                                       {"đồng", "VND"}, {"đồng chí", ""},        {"m", "m"},
                                       {"m2", "m2"},    {"tấn", "tấn"},          {"tấn/ha", "tấn/ha"}};
  const UnitTable table(units);
  struct Row {
    std::string_view text, unit;  ///< no unit: nothing is found
    size_t begin, end;
  };
  const std::vector<Row> rows = {
      {"%", "%", 0, 1},
      {"%kế hoạch", "%", 0, 1},
      {"  %", "%", 2, 3},
      {"\n%", "%", 1, 2},
      {"\n\n%", "", 0, 0},
      {"điểm  phần trăm", "%", 0, std::string_view("điểm  phần trăm").size()},
      {"điểm phần", "", 0, 0},
      {"đồng", "VND", 0, std::string_view("đồng").size()},
      {"đồng chí", "", 0, 0},
      {"đồng/tháng", "VND", 0, std::string_view("đồng").size()},
      {"đ", "VND", 0, std::string_view("đ").size()},
      {"đường", "", 0, 0},
      {"m2", "m2", 0, 2},
      {"m23", "", 0, 0},
      {"m, rộng", "m", 0, 1},
      {"mét", "", 0, 0},
      {"tấn/ha", "tấn/ha", 0, std::string_view("tấn/ha").size()},
      {"tấn/hai", "tấn", 0, std::string_view("tấn").size()},
      {"", "", 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto hit = table.LongestAt(row.text, 0);
    REQUIRE(hit.has_value() == !row.unit.empty());
    if (!hit) continue;
    CHECK(hit->unit->unit == row.unit);
    CHECK(hit->begin == row.begin);
    CHECK(hit->end == row.end);
  }
}

}  // namespace
}  // namespace soat
