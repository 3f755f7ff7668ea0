#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "soat/decimal.h"

namespace soat {
namespace {

/// A fraction over a hundred: every decimal of scale -2..2 is one, and int64 holds all sums and products of small ones.
int64_t InHundredths(const Decimal& number) {
  int64_t value = static_cast<int64_t>(number.coefficient);
  for (int scale = number.scale; scale < 2; ++scale) value *= 10;
  return value;
}

std::vector<Decimal> SmallDecimals() {
  std::vector<Decimal> numbers;
  for (int scale = -2; scale <= 2; ++scale) {
    for (int coefficient = -40; coefficient <= 40; ++coefficient) numbers.push_back({coefficient, scale});
  }
  return numbers;
}

Decimal Parsed(std::string_view text) {
  const auto number = ParseDecimal(text);
  REQUIRE_MESSAGE(number.has_value(), text);
  return *number;
}

std::string Nines(size_t count) { return std::string(count, '9'); }
std::string Zeros(size_t count) { return std::string(count, '0'); }

}  // namespace

static_assert(sizeof(Decimal) == 24, "there are many of them");

TEST_CASE("a decimal keeps the digits as printed") {
  struct Row {
    const char* text;
    Decimal number;
  };
  const Row rows[] = {
      {"0", {0, 0}},        {"7", {7, 0}},         {"-12.50", {-1250, 2}}, {"89.60", {8960, 2}},
      {"0.5", {5, 1}},      {"-0.05", {-5, 2}},    {"0.00", {0, 2}},       {"1000", {1000, 0}},
      {"100.0", {1000, 1}}, {"93720", {93720, 0}}, {"12.000", {12000, 3}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ParseDecimal(row.text) == row.number);
    CHECK(ToString(row.number) == row.text);
  }
}

TEST_CASE("reading a decimal drops zeros in front and the sign of zero") {
  CHECK(Parsed("007") == Decimal{7, 0});
  CHECK(Parsed("-00.10") == Decimal{-10, 2});
  CHECK(Parsed("-0") == Decimal{0, 0});
  CHECK(Parsed(Zeros(500)) == Decimal{0, 0});
}

TEST_CASE("what is not a plain decimal is not read") {
  for (const char* text : {"", "-", ".", "1.", ".5", "-.5", "+1", "1,5", "1.2.3", "1e3", " 1", "1 ", "--1", "1-", "٣",
                           "0x1", "1.-2", "-1.2-"}) {
    CAPTURE(text);
    CHECK(!ParseDecimal(text).has_value());
  }
}

TEST_CASE("a decimal has at most 36 digits and 64 decimals") {
  CHECK(ToString(Parsed(Nines(36))) == Nines(36));
  CHECK(!ParseDecimal(Nines(37)));
  CHECK(!ParseDecimal("1." + Zeros(36)));
  CHECK(Parsed("1." + Zeros(35)).scale == 35);
  CHECK(Parsed("0." + Zeros(63) + "1") == Decimal{1, 64});
  CHECK(!ParseDecimal("0." + Zeros(64) + "1"));
}

TEST_CASE("zeros too many at the end of a whole number become a magnitude") {
  CHECK(Parsed("1" + Zeros(40)).scale == -5);
  CHECK(ToString(Parsed("1" + Zeros(40))) == "1" + Zeros(40));
  CHECK(ToString(Parsed(Nines(36) + Zeros(64))) == Nines(36) + Zeros(64));
  CHECK(!ParseDecimal(Nines(36) + Zeros(65)));
  CHECK(!ParseDecimal(Nines(36) + Zeros(3) + "1"));
}

TEST_CASE("a magnitude is printed out") {
  CHECK(ToString({4712, -6}) == "4712000000");
  CHECK(ToString({-3, -1}) == "-30");
  CHECK(ToString({0, -6}) == "0");
  CHECK(ToString({-5, 1}) == "-0.5");
  CHECK(ToString({1, 64}) == "0." + Zeros(63) + "1");
  CHECK(ToString({Parsed(Nines(36)).coefficient, 18}) == Nines(18) + "." + Nines(18));
  CHECK(ToString({Parsed("1" + Zeros(18) + "5").coefficient, 0}) == "1" + Zeros(18) + "5");
  std::string out = "a";
  AppendTo(out, {-7, 2});
  CHECK(out == "a-0.07");
}

TEST_CASE("printing and reading a decimal gives its value again") {
  for (const Decimal& number : SmallDecimals()) {
    const Decimal again = Parsed(ToString(number));
    CAPTURE(ToString(number));
    CHECK(Compare(number, again) == 0);
    if (number.scale >= 0) CHECK(again == number);
  }
}

TEST_CASE("comparing and computing agree with fractions for every pair of small decimals") {
  const std::vector<Decimal> numbers = SmallDecimals();
  int failures = 0;
  std::string first;
  const auto expect = [&](bool holds, const char* what, const Decimal& a, const Decimal& b) {
    if (!holds && failures++ == 0) first = what + (" " + ToString(a)) + " " + ToString(b);
  };
  for (const Decimal& a : numbers) {
    for (const Decimal& b : numbers) {
      const int64_t x = InHundredths(a), y = InHundredths(b);
      expect(Compare(a, b) == (x > y) - (x < y), "compare", a, b);
      const auto sum = Add(a, b), difference = Subtract(a, b), product = Multiply(a, b);
      expect(sum && InHundredths(*sum) == x + y && sum->scale == std::max(a.scale, b.scale), "add", a, b);
      expect(difference && InHundredths(*difference) == x - y, "subtract", a, b);
      expect(product && InHundredths(Shifted(*product, 2)) * 100 == x * y * 100, "multiply", a, b);
      expect(product && product->scale == a.scale + b.scale, "scale of product", a, b);
    }
  }
  CAPTURE(first);
  CHECK(failures == 0);
}

TEST_CASE("any two decimals inside the limits can be compared") {
  const Int128 large = Parsed(Nines(36)).coefficient, power = Parsed("1" + Zeros(35)).coefficient;
  struct Row {
    Decimal a, b;
    int order;
  };
  const Row rows[] = {
      {{power, -20}, {power, 20}, 1},  {{-power, -20}, {power, 20}, -1}, {{-power, -20}, {-power, 20}, -1},
      {{large, -64}, {large, 64}, 1},  {{1, 64}, {0, -64}, 1},           {{-1, 64}, {0, -64}, -1},
      {{0, -64}, {0, 64}, 0},          {{power, 35}, {1, 0}, 0},         {{power, 29}, {1, -6}, 0},
      {{power + 1, 35}, {1, 0}, 1},    {{power - 1, 35}, {1, 0}, -1},    {{-power - 1, 35}, {-1, 0}, -1},
      {{large, 0}, {large - 1, 0}, 1}, {{large, 36}, {1, 0}, -1},
  };
  for (const Row& row : rows) {
    CAPTURE(ToString(row.a));
    CAPTURE(ToString(row.b));
    CHECK(Compare(row.a, row.b) == row.order);
    CHECK(Compare(row.b, row.a) == -row.order);
  }
}

TEST_CASE("a result with too many digits is no result") {
  const Decimal large = Parsed(Nines(36)), one{1, 0};
  CHECK(!Add(large, one));
  CHECK(Add(large, {-1, 0}) == Decimal{large.coefficient - 1, 0});
  CHECK(!Subtract({-large.coefficient, 0}, one));
  CHECK(!Multiply(large, large));
  CHECK(!Multiply(large, {2, 0}));
  CHECK(Multiply(large, {-1, 3}) == Decimal{-large.coefficient, 3});
  CHECK(!Multiply(Decimal{1, 40}, {1, 40}));
  CHECK(!Add(Decimal{1, -64}, {1, 64}));
  CHECK(!Add({1, -40}, one));
  CHECK(Add({0, -40}, one) == one);
  // Aligned, the first has more digits than the limit allows; the sum has not.
  CHECK(Add(Decimal{Parsed("1" + Zeros(35)).coefficient, 0}, {-large.coefficient, 1}) == Decimal{1, 1});
}

TEST_CASE("shifting moves the scale alone") {
  CHECK(Shifted({4712, 0}, 6) == Decimal{4712, -6});
  CHECK(Shifted({8964, 2}, -2) == Decimal{8964, 4});
}

TEST_CASE("quotients are rounded half away from zero") {
  const auto divided = [](std::string_view a, std::string_view b, int scale) {
    const std::optional<Decimal> quotient = DivideRounded(*ParseDecimal(a), *ParseDecimal(b), scale);
    return quotient ? ToString(*quotient) : std::string("none");
  };
  CHECK(divided("632200", "7052", 2) == "89.65");
  CHECK(divided("632200", "7052", 4) == "89.6483");
  CHECK(divided("1", "8", 2) == "0.13");
  CHECK(divided("-1", "8", 2) == "-0.13");
  CHECK(divided("1", "-3", 3) == "-0.333");
  CHECK(divided("2", "3", 0) == "1");
  CHECK(divided("0", "3", 1) == "0.0");
  CHECK(divided("0.5", "0.25", 1) == "2.0");
  CHECK(divided("1250", "1", -3) == "1000");
  CHECK(divided("1500", "1", -3) == "2000");
  CHECK(divided("5", "0", 2) == "none");
  CHECK(divided("999999999999999999999999999999999999", "3", 30) == "none");
}

}  // namespace soat
