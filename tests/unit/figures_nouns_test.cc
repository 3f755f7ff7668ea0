#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "figures/nouns.h"

namespace soat {
namespace {

RuleSet MakeRules() {
  RuleSet rules;
  rules.nouns = {{"xã", "place"},     {"thị trấn", "place"}, {"văn bản", "paper"},
                 {"tổ chức", "body"}, {"số điện thoại", ""}, {"hộ", ""},
                 {"hộ nghèo", ""}};
  rules.noun_stops = {"đạt", "tổ chức lễ"};
  rules.noun_openers = {"các", "số"};
  return rules;
}

TEST_CASE("the noun behind a number is the longest known one, else the first words of what may be one") {
  struct Row {
    std::string_view text, noun;
    bool known;
  };
  const std::vector<Row> rows = {
      {" văn bản chỉ đạo", "văn bản", true},
      {" xã, thị trấn", "xã, thị trấn", true},
      {" xã/thị trấn", "xã/thị trấn", true},
      {" xã, thị trấn 5", "xã", true},
      {" xã, thị trấn đạt 5", "xã, thị trấn", true},
      {" xã/thị trấn 5", "xã/thị trấn", true},
      {" xã, văn bản", "xã", true},
      {" xã, xã nghèo mới 5", "xã", true},
      {" xã, thị trấn lập 1.215 xã", "xã", true},
      {" xã, thị trấn lập 1.215 hộ", "xã, thị trấn", true},
      {" hộ, xã", "hộ", true},
      {" hộ nghèo", "hộ nghèo", true},
      {" các xã", "xã", true},
      {" số hộ", "hộ", true},
      {" số điện thoại", "số điện thoại", true},
      {"\nvăn bản", "văn bản", true},
      {" văn\nbản", "văn bản", true},
      {" tổ chức đảng", "tổ chức", true},
      {" tổ chức lễ", "", false},
      {" xã, tổ chức lễ", "xã", true},
      {" cụm loa thông minh", "cụm loa", false},
      {" loa đạt chuẩn", "loa", false},
      {" đạt chuẩn", "", false},
      {" đ/c (nữ)", "đ/c", false},
      {" t/ha", "t", false},
      {"\ncụm loa", "", false},
      {" cụm\nloa", "cụm", false},
      {" cụm 5", "cụm", false},
      {" 5 xã", "", false},
      {". Văn bản", "", false},
      {"", "", false},
  };
  const RuleSet rules = MakeRules();
  const NounReader reader(rules);
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const NounPhrase noun = reader.ReadAt(row.text, 0);
    CHECK(noun.text == row.noun);
    CHECK(noun.known == row.known);
    CHECK(reader.KnownAt(row.text, 0) == row.known);
  }
}

TEST_CASE("a noun tells where it stands") {
  const RuleSet rules = MakeRules();
  const NounReader reader(rules);
  const std::string_view text = " các xã, thị trấn còn lại";
  const NounPhrase noun = reader.ReadAt(text, 0);
  CHECK(noun.begin == std::string_view(" các ").size());
  CHECK(noun.end == std::string_view(" các xã, thị trấn").size());
  CHECK(reader.KnownEnd(text, 0) == std::string_view(" các xã").size());
  CHECK(reader.KnownEnd(" đạt", 0) == 0);
}

}  // namespace
}  // namespace soat
