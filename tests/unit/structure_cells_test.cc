#include <doctest/doctest.h>

#include <string>

#include "structure/aligned_columns.h"
#include "structure/cells.h"

namespace soat {
namespace {

std::string Shown(const std::string& text, const std::vector<Cell>& cells) {
  std::string shown;
  for (const Cell& cell : cells) {
    shown += "[" + text.substr(cell.span.begin, cell.span.size()) + "]" + std::to_string(cell.left) + "-" +
             std::to_string(cell.right);
  }
  return shown;
}
Span Whole(const std::string& text) { return {0, static_cast<uint32_t>(text.size())}; }

TEST_CASE("cells between gaps have their places in characters") {
  const std::string text = " 1   Tỷ lệ hộ    12 ";
  CHECK(Shown(text, CellsBetweenGaps(text, Whole(text))) == "[1]1-2[Tỷ lệ hộ]5-13[12]17-19");
  CHECK(CellsBetweenGaps("   ", {0, 3}).empty());
}

TEST_CASE("cells between signs have their places from bar to bar") {
  const std::string text = "│ 1 │ Hạ │";
  CHECK(Shown(text, CellsBetweenSigns(text, Whole(text))) == "[1]1-4[Hạ]5-9");
  const std::string crossed = "| a +----+ b |";
  CHECK(Shown(crossed, CellsBetweenSigns(crossed, Whole(crossed))) == "[a]1-4[]5-9[b]10-13");
  const std::string sum = "| 1 + 2 | b |";
  CHECK(Shown(sum, CellsBetweenSigns(sum, Whole(sum))) == "[1 + 2]1-8[b]9-12");
  const std::string open = "| nghiệp | 2";
  CHECK(Shown(open, CellsBetweenBars(open, Whole(open))) == "[]0-0[nghiệp]1-9[2]10-12");
}

TEST_CASE("rulers, bars and numbers") {
  for (const char* ruler : {"+---+---+", "├──┼──┤", "|---|:--:|", "-----", "==="}) CHECK(IsRuler(ruler));
  for (const char* line : {"", "- a", "+ -", "| |", "--"}) CHECK_FALSE(IsRuler(line));
  CHECK(CountBars("│ a | b ║") == 3);
  for (const char* number : {"1.250,5", "(-3,2%)", "12/15", "1 250 000", "**45**"}) CHECK(IsNumberCell(number));
  for (const char* words : {"12 hộ", "", "-", "x", "3a"}) CHECK_FALSE(IsNumberCell(words));
}

TEST_CASE("columns grow from cells below each other and never take two cells of one line") {
  AlignedColumns columns;
  const auto add = [&](uint32_t line, const std::string& text) {
    return columns.Add(line, CellsBetweenGaps(text, Whole(text)));
  };
  CHECK(add(0, "Đoài       1"));
  CHECK(add(1, "Thượng   120    5"));
  REQUIRE(columns.extents().size() == 3);
  CHECK(columns.extents()[1].left == 9);
  CHECK(columns.extents()[1].right == 12);
  CHECK_FALSE(add(2, "một dòng dài qua các cột"));
  CHECK(columns.extents().size() == 3);
  CHECK(add(3, "                 12"));
  CHECK(columns.extents().size() == 4);
}

}  // namespace
}  // namespace soat
