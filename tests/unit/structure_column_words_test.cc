#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "structure/column_words.h"
#include "structure_of.h"

namespace soat {
namespace {

TEST_CASE("what a header holds") {
  const auto role = [](std::string_view key) { return ToString(RoleInHeader(key, EmbeddedRuleSet())); };
  CHECK(role("dự toán giao") == "target");
  CHECK(role("tỷ lệ (%)") == "comparison");
  CHECK(role("% so với kế hoạch") == "comparison");
  CHECK(role("kết quả thực hiện") == "result");
  CHECK(role("xã hạ") == "label");
  CHECK(role("nam") == "");
}

TEST_CASE("a row names columns when two cells do, one of them perhaps by its unit") {
  const auto names = [](const std::string& key) {
    std::vector<Span> cells;
    for (size_t from = 0; from <= key.size();) {
      const size_t to = std::min(key.find('|', from), key.size());
      cells.push_back({static_cast<uint32_t>(from), static_cast<uint32_t>(to)});
      from = to + 1;
    }
    return NamesColumns(key, cells, EmbeddedRuleSet());
  };
  CHECK(names("loại đất|diện tích (ha)|mật độ"));
  CHECK_FALSE(names("đất ở|diện tích (ha)|mật độ (người)"));
  CHECK_FALSE(names("loại đất|diện tích (ha)|12,5"));
  CHECK_FALSE(names("loại đất|diện tích"));
}

TEST_CASE("the unit that words declare") {
  const auto unit = [](std::string_view key) { return DeclaredUnitIn(key, EmbeddedRuleSet()); };
  CHECK(unit("(đvt: triệu đồng)") == "triệu đồng");
  CHECK(unit("đơn vị tính: người.") == "người");
  CHECK(unit("các đơn vị: công an huyện, quân sự huyện, phòng nội vụ huyện") == "");
}

TEST_CASE("names of sums") {
  for (const char* name : {"tổng cộng", "cộng:", "**tổng số**", "tổng cộng (a+b)", "toàn huyện"})
    CHECK(NamesTotal(name, EmbeddedRuleSet()));
  for (const char* name : {"tổng số hộ nghèo", "công cộng", ""}) CHECK_FALSE(NamesTotal(name, EmbeddedRuleSet()));
}

TEST_CASE("numbers of columns with their formulas") {
  const auto read = [](const std::string& cell) {
    const ColumnNumber number = ReadColumnNumber(cell);
    return number.number + " " + cell.substr(number.formula.begin, number.formula.size());
  };
  CHECK(read("3") == "3 ");
  CHECK(read("(3)") == "3 ");
  CHECK(read("A") == "A ");
  CHECK(read("5=4/3") == "5 4/3");
  CHECK(read("(5) = (4)/(3)*100") == "5 (4)/(3)*100");
  CHECK(read("(5=(4)/(3))") == "5 (4)/(3)");
  for (const char* cell : {"120", "3 hộ", "(3", "3=a b c d e và f", ""}) CHECK(read(cell) == " ");
}

TEST_CASE("a row numbers the columns when all its cells do, one after the other") {
  const auto are = [](const std::vector<std::string>& cells) {
    std::string text;
    std::vector<Span> spans;
    for (const std::string& cell : cells) {
      spans.push_back({static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + cell.size())});
      text += cell;
    }
    return AreColumnNumbers(text, spans);
  };
  CHECK(are({"1", "2", "3"}));
  CHECK(are({"A", "B", "1", "2", "3=2/1"}));
  CHECK(are({"", "(1)", "(2)", "(3)"}));
  CHECK_FALSE(are({"1", "2"}));
  CHECK_FALSE(are({"2", "3", "4"}));
  CHECK_FALSE(are({"1", "3", "4"}));
  CHECK_FALSE(are({"1", "Đoài", "2"}));
}

}  // namespace
}  // namespace soat
