// The laws of exact numbers and of intervals, on numbers of every size.
#include "soat/decimal.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

using soat::Decimal;
using soat::Interval;

void Require(bool holds, const char* law, const Decimal& a, const Decimal& b) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s for %s and %s\n", law, ToString(a).c_str(), ToString(b).c_str());
  std::abort();
}

/// A decimal inside the limits, from the next bytes of the input.
class Source {
 public:
  Source(const uint8_t* data, size_t size) : data_(data), size_(size) {}

  uint8_t Byte() {
    if (size_ == 0) return 0;
    --size_;
    return *data_++;
  }

  Decimal Number() {
    soat::Int128 coefficient = 0;
    const uint8_t shape = Byte();
    for (int i = shape % (soat::kMaxDigits / 2 + 1); i > 0; --i) coefficient = coefficient * 100 + Byte() % 100;
    const int scale = Byte() % (2 * soat::kMaxScale + 1) - soat::kMaxScale;
    return {(shape & 0x80) != 0 ? -coefficient : coefficient, (shape & 0x40) != 0 ? scale : scale % 4};
  }

 private:
  const uint8_t* data_;
  size_t size_;
};

void CheckText(std::string_view text) {
  const auto number = soat::ParseDecimal(text);
  if (!number) return;
  const auto again = soat::ParseDecimal(ToString(*number));
  Require(again && Compare(*again, *number) == 0, "printing and reading keeps the value", *number, *number);
}

void CheckNumbers(const Decimal& a, const Decimal& b) {
  const auto again = soat::ParseDecimal(ToString(a));
  Require(again && Compare(*again, a) == 0, "printing and reading keeps the value", a, a);
  Require(Compare(a, b) == -Compare(b, a), "comparing is antisymmetric", a, b);
  Require(Compare(a, a) == 0, "a number equals itself", a, a);
  Require(Add(a, b) == Add(b, a), "addition is commutative", a, b);
  Require(Multiply(a, b) == Multiply(b, a), "multiplication is commutative", a, b);
  const auto difference = Subtract(a, b);
  if (difference) {
    Require(Compare(*difference, Decimal{}) == Compare(a, b), "the difference has the sign of the order", a, b);
  }
  if (const auto sum = Add(a, b)) {
    const auto back = Subtract(*sum, b);
    Require(!back || Compare(*back, a) == 0, "(a + b) - b is a", a, b);
  }
}

void CheckIntervals(const Decimal& a, const Decimal& b) {
  const Interval x = RoundedFrom(a), y = CutOffFrom(b);
  Require(Contains(x, a) && Contains(y, b), "a number prints as itself", a, b);
  Require(Contains(x, x.low) == !x.low_open && Contains(x, x.high) == !x.high_open, "an end is in unless open", a, a);
  Require(Contains(y, y.low) == !y.low_open && Contains(y, y.high) == !y.high_open, "an end is in unless open", b, b);
  Require(Intersects(x, y) == Intersects(y, x), "meeting is symmetric", a, b);
  const auto sum = Add(a, b), difference = Subtract(a, b), product = Multiply(a, b);
  const auto sums = Add(x, y), differences = Subtract(x, y), products = Multiply(x, y);
  Require(!sum || !sums || Contains(*sums, *sum), "sums hold the sum", a, b);
  Require(!difference || !differences || Contains(*differences, *difference), "differences hold the difference", a, b);
  Require(!product || !products || Contains(*products, *product), "products hold the product", a, b);
  if (differences && Intersects(x, y)) {
    Require(Contains(*differences, Decimal{}), "intervals that meet differ by nothing", a, b);
  }
  if (differences && Contains(*differences, Decimal{})) {
    Require(Intersects(x, y), "intervals that may differ by nothing meet", a, b);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  CheckText({reinterpret_cast<const char*>(data), size});
  Source source(data, size);
  const Decimal a = source.Number(), b = source.Number();
  CheckNumbers(a, b);
  CheckIntervals(a, b);
  return 0;
}
