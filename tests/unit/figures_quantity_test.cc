#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "figures/quantity.h"

namespace soat {
namespace {

using Role = NumberWord::Role;

std::vector<NumberWord> Words() {
  return {{"không", Role::kUnitNotAlone, 0}, {"một", Role::kUnitNotAlone, 1},
          {"hai", Role::kUnit, 2},           {"ba", Role::kUnit, 3},
          {"năm", Role::kUnitNotAlone, 5},   {"lăm", Role::kUnitInside, 5},
          {"mốt", Role::kUnitInside, 1},     {"chín", Role::kUnit, 9},
          {"mười", Role::kTen, 10},          {"mươi", Role::kTens, 10},
          {"trăm", Role::kHundred, 100},     {"linh", Role::kZero, 0},
          {"rưỡi", Role::kHalf, 0},          {"nghìn", Role::kMagnitude, 3},
          {"triệu", Role::kMagnitude, 6},    {"tỷ", Role::kMagnitude, 9},
          {"tỷ lệ", Role::kNotMagnitude, 0}, {"đến", Role::kRange, 0}};
}

std::string Print(const std::optional<Decimal>& number) { return number ? ToString(*number) : "malformed"; }

std::string Print(const Quantity& quantity) {
  return Print(quantity.low) + (quantity.high ? ".." + ToString(*quantity.high) : "");
}

/// The first reading of `text`, and how much of it was read.
struct Row {
  std::string_view text, read, value;
};

TEST_CASE("digits are read with their range, their magnitudes and their words") {
  const std::vector<Row> rows = {
      {"21 xã", "21", "21"},
      {"4.712 triệu đồng", "4.712 triệu", "4712000000"},
      {"1,5 tỷ", "1,5 tỷ", "1500000000"},
      {"1.657,1 nghìn tỷ", "1.657,1 nghìn tỷ", "1657100000000000"},
      {"1 tỷ 250 triệu", "1 tỷ 250 triệu", "1250000000"},
      {"1 tỷ 250 triệu 5 nghìn", "1 tỷ 250 triệu 5 nghìn", "1250005000"},
      {"5 triệu 2 tỷ", "5 triệu", "5000000"},
      {"2 tỷ rưỡi", "2 tỷ rưỡi", "2500000000"},
      {"10 nghìn 250 hộ", "10 nghìn 250", "10250"},
      {"10 nghìn 25 hộ", "10 nghìn", "10000"},
      {"10 nghìn 250", "10 nghìn", "10000"},
      {"2 nghìn 500 tỷ", "2 nghìn 500 tỷ", "2500000000000"},
      {"5 tỷ lệ", "5", "5"},
      {"2-5 năm", "2-5", "2..5"},
      {"2 - 5 năm", "2 - 5", "2..5"},
      {"2      -5", "2", "2"},  // two columns
      {"2      - 5", "2      - 5", "2..5"},
      {"2~5", "2~5", "2..5"},
      {"3\u00F75", "3\u00F75", "3..5"},
      {"7 đến 25", "7 đến 25", "7..25"},
      {"7 - 7,5 triệu", "7 - 7,5 triệu", "7000000..7500000"},
      {"5 triệu đến 10 triệu", "5 triệu đến 10 triệu", "5000000..10000000"},
      {"5-2", "5", "5"},
      {"5-5", "5", "5"},
      {"10-12/2019", "10", "10"},
      {"7-16:00", "7", "7"},
      {"2021-2025", "2021", "2021"},
      {"5 - 2025", "5", "5"},
      {"01 (một)", "01 (một)", "1"},
      {"01 (hai)", "01", "1"},
      {"15 (mười lăm)", "15 (mười lăm)", "15"},
      {"12.34.567", "12.34.567", "malformed"},
  };
  const QuantityReader reader(Words());
  std::vector<Quantity> readings;
  for (const Row& row : rows) {
    CAPTURE(row.text);
    reader.ReadDigits(row.text, 0, NumberStyle::kDecimalComma, readings);
    REQUIRE_FALSE(readings.empty());
    CHECK(Print(readings.front()) == row.value);
    CHECK(row.text.substr(0, readings.front().end) == row.read);
  }
}

TEST_CASE("all readings are given, the longest first") {
  const QuantityReader reader(Words());
  std::vector<Quantity> readings;
  reader.ReadDigits("1 255 - 2 000 hộ", 0, NumberStyle::kDecimalComma, readings);
  REQUIRE(readings.size() == 2);
  CHECK(Print(readings[0]) == "1255");
  CHECK(readings[0].loose);
  CHECK(Print(readings[1]) == "1");
  reader.ReadDigits("7 đến 25", 0, NumberStyle::kDecimalComma, readings);
  REQUIRE(readings.size() == 2);
  CHECK(Print(readings[0]) == "7..25");
  CHECK(Print(readings[1]) == "7");
}

TEST_CASE("the other style's value has the magnitude too") {
  const QuantityReader reader(Words());
  std::vector<Quantity> readings;
  reader.ReadDigits("4.712 triệu", 0, NumberStyle::kDecimalComma, readings);
  CHECK(Print(readings[0].other_value) == "4712000");
  CHECK(readings[0].magnitude);
  CHECK(readings[0].power == 6);
}

TEST_CASE("words are read as the number that they spell") {
  const std::vector<Row> rows = {
      {"ba giải pháp", "ba", "3"},
      {"mười hai xã", "mười hai", "12"},
      {"mười lăm", "mười lăm", "15"},
      {"hai mươi mốt", "hai mươi mốt", "21"},
      {"hai mươi", "hai mươi", "20"},
      {"hai trăm linh năm hộ", "hai trăm linh năm", "205"},
      {"ba trăm chín mươi hai", "ba trăm chín mươi hai", "392"},
      {"một nghìn hai trăm hộ", "một nghìn hai trăm", "1200"},
      {"hai tỷ ba triệu", "hai tỷ ba triệu", "2003000000"},
      {"hai triệu ba tỷ", "hai triệu", "2000000"},
      {"mười hai ba", "mười hai", "12"},
  };
  const QuantityReader reader(Words());
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto quantity = reader.ReadWords(row.text, 0);
    REQUIRE(quantity);
    CHECK(quantity->spelled);
    CHECK(Print(*quantity) == row.value);
    CHECK(row.text.substr(0, quantity->end) == row.read);
  }
}

TEST_CASE("words that mean something else alone are ambiguous, and those that stand only inside begin nothing") {
  const QuantityReader reader(Words());
  CHECK(reader.ReadWords("một xã", 0)->ambiguous);
  CHECK(reader.ReadWords("năm xã", 0)->ambiguous);
  CHECK_FALSE(reader.ReadWords("năm mươi xã", 0)->ambiguous);
  CHECK_FALSE(reader.ReadWords("ba xã", 0)->ambiguous);
  CHECK_FALSE(reader.ReadWords("lăm xã", 0));
  CHECK_FALSE(reader.ReadWords("xã", 0));
}

TEST_CASE("a magnitude is found behind blanks, and a word that begins like one is none") {
  const QuantityReader reader(Words());
  CHECK(reader.MagnitudeAt(" tỷ đồng", 0));
  CHECK(reader.MagnitudeAt("nghìn", 0));
  CHECK_FALSE(reader.MagnitudeAt(" tỷ lệ", 0));
  CHECK_FALSE(reader.MagnitudeAt(" hộ", 0));
}

/// Numbers below a thousand as they are spelled with every word written.
std::string Spelled(int number) {
  static const std::vector<std::string> kUnits = {"", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  const auto unit = [](int digit) { return kUnits[static_cast<size_t>(digit)]; };
  const int hundreds = number / 100, tens = number / 10 % 10, units = number % 10;
  std::string words;
  if (hundreds > 0) words += unit(hundreds) + " trăm";
  if (tens == 0 && units > 0 && hundreds > 0) words += " linh";
  if (tens == 1) words += (words.empty() ? "" : " ") + std::string("mười");
  if (tens > 1) words += (words.empty() ? "" : " ") + unit(tens) + " mươi";
  if (units > 0)
    words += (words.empty() ? "" : " ") + (tens > 0 && units == 5   ? "lăm"
                                           : tens > 1 && units == 1 ? "mốt"
                                                                    : unit(units));
  return words;
}

TEST_CASE("every number below a thousand that is spelled and read back is the number") {
  std::vector<NumberWord> words = Words();
  for (const auto& [word, value] : {std::pair{"bốn", 4}, {"sáu", 6}, {"bảy", 7}, {"tám", 8}}) {
    words.push_back({word, Role::kUnit, value});
  }
  const QuantityReader reader(words);
  for (int number = 1; number < 1000; ++number) {
    const std::string spelled = Spelled(number);
    CAPTURE(spelled);
    const auto quantity = reader.ReadWords(spelled, 0);
    REQUIRE(quantity);
    CHECK(quantity->end == spelled.size());
    CHECK(Print(*quantity) == std::to_string(number));
  }
}

}  // namespace
}  // namespace soat
