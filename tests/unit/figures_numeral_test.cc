#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "figures/numeral.h"

namespace soat {
namespace {

constexpr NumberStyle kComma = NumberStyle::kDecimalComma, kPoint = NumberStyle::kDecimalPoint;

std::string Print(const std::optional<Decimal>& number) { return number ? ToString(*number) : "malformed"; }

TEST_CASE("a numeral is what its groups make it, in either style") {
  struct Row {
    std::string_view text;
    size_t length;
    std::string_view comma, point;  ///< its value with a decimal comma and with a decimal point
  };
  const std::vector<Row> rows = {
      {"0", 1, "0", "0"},
      {"14124", 5, "14124", "14124"},
      {"06 hội nghị", 2, "6", "6"},
      {"93.720", 6, "93720", "93.720"},
      {"93,720", 6, "93.720", "93720"},
      {"89,64%", 5, "89.64", "89.64"},
      {"89.6", 4, "89.6", "89.6"},
      {"0,750", 5, "0.750", "0.750"},
      {"0.750", 5, "0.750", "0.750"},
      {"1234,567", 8, "1234.567", "1234.567"},
      {"1.315,643", 9, "1315.643", "1315.643"},
      {"1,315.643", 9, "1315.643", "1315.643"},
      {"1.234.567", 9, "1234567", "1234567"},
      {"1,234,567", 9, "1234567", "1234567"},
      {"1.234.567,89", 12, "1234567.89", "1234567.89"},
      {"1 255 682 000 đồng", 13, "1255682000", "1255682000"},
      {"64 .000 doanh nghiệp", 7, "64000", "64000"},
      {"64. 000 doanh nghiệp", 2, "64", "64"},  // an item, unless it stands behind a word
      {"56 , 3%", 6, "56.3", "56.3"},
      {"12 ,5 %", 5, "12.5", "12.5"},
      {"12 ,5 hộ", 2, "12", "12"},
      {"5. Kết luận", 1, "5", "5"},
      {"5, 6", 1, "5", "5"},
      {"2023 100", 4, "2023", "2023"},
      {"012 345", 3, "12", "12"},
      {"12.34.567", 9, "malformed", "malformed"},
      {"1.2345,6", 8, "malformed", "malformed"},
      {"1.234.56", 8, "malformed", "malformed"},
      {"1,2,4,5", 1, "1", "1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Numeral comma = ReadNumeral(row.text, 0, kComma), point = ReadNumeral(row.text, 0, kPoint);
    CHECK(comma.end == row.length);
    CHECK(point.end == row.length);
    CHECK(Print(comma.value) == row.comma);
    CHECK(Print(point.value) == row.point);
  }
}

TEST_CASE("a number of more digits than a decimal holds is malformed") {
  CHECK_FALSE(ReadNumeral(std::string(kMaxDigits + 1, '9'), 0, kComma).value);
  CHECK(Print(ReadNumeral(std::string(kMaxDigits, '9'), 0, kComma).value) == std::string(kMaxDigits, '9'));
}

TEST_CASE("a spaced number can be cut to its first group, and one group alone is loose") {
  struct Row {
    std::string_view text;
    bool spaced, loose;
    size_t tight_end;
    std::string_view tight;
  };
  const std::vector<Row> rows = {
      {"12 345 hộ", true, true, 2, "12"},
      {"1 255 682", true, false, 1, "1"},
      {"12 3456", false, false, 0, "malformed"},
      {"12345", false, false, 0, "malformed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Numeral numeral = ReadNumeral(row.text, 0, kComma);
    CHECK(numeral.spaced == row.spaced);
    CHECK(numeral.loose == row.loose);
    CHECK(numeral.tight_end == row.tight_end);
    CHECK(Print(numeral.tight_value) == row.tight);
  }
}

TEST_CASE("the unambiguous numbers of a text vote for its style") {
  struct Row {
    std::string_view text;
    NumberStyle style;
  };
  const std::vector<Row> rows = {
      {"", kComma},
      {"1.234 hộ", kComma},
      {"đạt 98.4%", kPoint},
      {"đạt 98,4%", kComma},
      {"1.234.567 đồng", kComma},
      {"1,234,567 VND", kPoint},
      {"1,234.5 ha", kPoint},
      {"1.234,5 ha", kComma},
      {"98.4 % và 12,5% và 1,5 ha", kComma},
      {"98.4% và 432487.00 và 12,5%", kPoint},
      {"ngày 17.5.2018, mục 1.1", kComma},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(VoteNumberStyle(row.text) == row.style);
  }
}

/// `digits` in groups of three from the right, `mark` between them.
std::string Grouped(const std::string& digits, std::string_view mark) {
  std::string grouped;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += mark;
    grouped += digits[i];
  }
  return grouped;
}

TEST_CASE("a number printed in any style and read back is the number") {
  struct Style {
    std::string_view group, decimal;
    NumberStyle style;
  };
  const std::vector<Style> styles = {{"", ",", kComma}, {".", ",", kComma}, {" ", "", kComma},
                                     {"", ".", kPoint}, {",", ".", kPoint}, {" ", "", kPoint}};
  for (const Style& style : styles) {
    uint64_t whole = 1;
    for (int step = 0; step < 60; ++step, whole = whole * 7 / 4 + 1) {
      for (const std::string_view decimals : {"", "5", "05", "250", "1234"}) {
        if (style.decimal.empty() && !decimals.empty()) continue;
        const std::string digits = std::to_string(whole), tail(decimals);
        const std::string printed =
            Grouped(digits, style.group) + (tail.empty() ? "" : std::string(style.decimal) + tail);
        CAPTURE(printed);
        const Numeral numeral = ReadNumeral(printed + " ha", 0, style.style);
        CHECK(numeral.end == printed.size());
        CHECK(Print(numeral.value) == digits + (tail.empty() ? "" : "." + tail));
      }
    }
  }
}

}  // namespace
}  // namespace soat
