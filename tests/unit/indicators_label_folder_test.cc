#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "indicators/label_folder.h"

namespace soat {
namespace {

LabelWords Words() {
  LabelWords words;
  words.abbreviations = {{"tthc", "thủ tục hành chính"}, {"cbcc", "cán bộ, công chức"}};
  words.heads = {"tổng số", "số", "ban hành"};
  words.tails = {"trên địa bàn huyện", "của", "đã"};
  words.fillers = {"các", "được", "và"};
  words.date_words = {"năm", "tháng", "đến"};
  return words;
}

TEST_CASE("a label is folded to the words that name something") {
  const LabelFolder folder(Words());
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Hồ sơ TTHC", "hồ sơ thủ tục hành chính"},
      {"Tổng số hồ sơ TTHC trên địa bàn huyện", "hồ sơ thủ tục hành chính"},
      {"Tổng số số hồ sơ", "hồ sơ"},
      {"CBCC, viên chức", "cán bộ, công chức, viên chức"},
      {"“Văn bản” (chỉ đạo); điều hành", "văn bản chỉ đạo điều hành"},
      {"văn bản , điều hành", "văn bản, điều hành"},
      {"hồ sơ của", "hồ sơ"},
      {"số", "số"},  // nothing is left without it
      {"mức độ 3, 4", "mức độ 3, 4"},
      {"4G/5G", "4g/5g"},
      {"", ""},
      {"…", ""},
  };
  for (const auto& [label, folded] : cases) {
    CAPTURE(label);
    CHECK(folder.Fold(label, "") == folded);
  }
}

TEST_CASE("the reporting unit is no part of a label") {
  const LabelFolder folder(Words());
  CHECK(folder.Fold("hồ sơ của huyện Đồi Cao đã", "huyện Đồi Cao") == "hồ sơ");
  CHECK(folder.Fold("thư viện huyện Đồi Cao, trường học", "huyện Đồi Cao") == "thư viện trường học");
  CHECK(folder.Fold("huyện Đồi Cao", "huyện Đồi Cao") == "huyện đồi cao");
}

TEST_CASE("labels that say the same have one key") {
  const LabelFolder folder(Words());
  CHECK(folder.Key("Số hộ được vay vốn năm 2023", "") == "hộ vay vốn");
  CHECK(folder.Key("tổng số các hộ vay vốn đến tháng 6/2023", "") == "hộ vay vốn");
  CHECK(folder.Key("hộ vay vốn 15/6/2023", "") == "hộ vay vốn");
  CHECK(folder.Key("mức độ 3, 4", "") == "mức độ 3 4");
  CHECK(folder.Key("và", "") == "và");
}

}  // namespace
}  // namespace soat
