#include <doctest/doctest.h>

#include <map>

#include "relations/arithmetic.h"

namespace soat {
namespace {

Printed Number(Int128 coefficient, int32_t scale = 0, Qualifier qualifier = Qualifier::kNone) {
  return {{coefficient, scale}, std::nullopt, qualifier};
}

TEST_CASE("a percentage is exact, rounded, cut off, within the operands, or wrong") {
  CHECK(JudgePercent(Number(1), Number(4), Number(25)) == Verdict::kExact);
  CHECK(JudgePercent(Number(2), Number(3), Number(667, 1)) == Verdict::kRounded);
  CHECK(JudgePercent(Number(2), Number(3), Number(666, 1)) == Verdict::kTruncated);
  CHECK(JudgePercent(Number(2), Number(3), Number(668, 1)) == Verdict::kMismatch);
  CHECK(JudgePercent(Number(1), Number(8), Number(12)) == Verdict::kRounded);  // 12,5 may go either way
  CHECK(JudgePercent(Number(1), Number(8), Number(13)) == Verdict::kRounded);
  CHECK(JudgePercent(Number(45, 1), Number(5), Number(89, 0, Qualifier::kOver)) == Verdict::kOk);
}

TEST_CASE("a percentage that is exact or rounded, and no other, is one that the parts round to") {
  CHECK(RoundsTo({1, 0}, {4, 0}, {25, 0}));
  CHECK(RoundsTo({2, 0}, {3, 0}, {667, 1}));
  CHECK_FALSE(RoundsTo({2, 0}, {3, 0}, {666, 1}));
  CHECK_FALSE(RoundsTo({2, 0}, {3, 0}, {668, 1}));
  CHECK_FALSE(RoundsTo({2, 0}, {0, 0}, {667, 1}));
  CHECK_FALSE(RoundsTo({2, 0}, {-3, 0}, {-667, 1}));
}

TEST_CASE("short and long numbers give the same verdicts, and round to the same percentages") {
  constexpr Int128 kLong = 1'000'000'000'000'000;  // both numbers times that are too long for whole numbers
  std::map<Verdict, size_t> verdicts;
  size_t differing = 0, rounding = 0;
  for (int part = 0; part <= 12; ++part) {
    for (int whole = 1; whole <= 12; ++whole) {
      for (int percent = 0; percent <= 1300; ++percent) {
        for (const int scale : {0, 1, 3}) {
          const Printed claim = Number(percent, scale);
          const Verdict verdict = JudgePercent(Number(part), Number(whole), claim);
          ++verdicts[verdict];
          differing += JudgePercent(Number(part * kLong), Number(whole * kLong), claim) == verdict ? 0 : 1;
          const bool rounds = RoundsTo({part, scale}, {whole, 1}, claim.value);
          rounding += rounds ? 1 : 0;
          differing += RoundsTo({part * kLong, scale}, {whole * kLong, 1}, claim.value) == rounds ? 0 : 1;
        }
      }
    }
  }
  CHECK(differing == 0);
  CHECK(rounding > 100);
  CHECK(verdicts[Verdict::kExact] > 20);
  CHECK(verdicts[Verdict::kRounded] > 20);
  CHECK(verdicts[Verdict::kTruncated] > 20);
  CHECK(verdicts[Verdict::kMismatch] > 100);
}

TEST_CASE("a sum holds when all of its numbers are rounded, or all are cut off, and not when both are needed") {
  // 1,4 + 1,4 + 1,4 = 4,2, printed as 1 + 1 + 1 = 4 in thousands.
  CHECK(JudgeSum(Number(4, -3), {Number(1, -3), Number(1, -3), Number(1, -3)}) == Verdict::kOk);
  CHECK(JudgeSum(Number(3, -3), {Number(1, -3), Number(1, -3), Number(1, -3)}) == Verdict::kExact);
  CHECK(JudgeSum(Number(5, -3), {Number(1, -3), Number(1, -3), Number(1, -3)}) == Verdict::kOk);  // 1,9 each, cut off
  CHECK(JudgeSum(Number(6, -3), {Number(1, -3), Number(1, -3), Number(1, -3)}) == Verdict::kMismatch);
  CHECK(JudgeSum(Number(0, -3), {Number(1, -3), Number(1, -3), Number(1, -3)}) == Verdict::kMismatch);
}

TEST_CASE("whole numbers without a magnitude are themselves") {
  CHECK(JudgeSum(Number(101), {Number(50), Number(50)}) == Verdict::kMismatch);
  CHECK(JudgeSum(Number(100, 0, Qualifier::kOver), {Number(51), Number(50)}) == Verdict::kOk);
}

TEST_CASE("numbers that one digit keeps apart") {
  CHECK(DifferByOneDigit({469, 0}, {469 + 30, 0}));
  CHECK(DifferByOneDigit({1250, 2}, {12, 0}));
  CHECK_FALSE(DifferByOneDigit({469, 0}, {469, 0}));
  CHECK_FALSE(DifferByOneDigit({469, 0}, {469 + 18, 0}));
  const Int128 beyond_a_word = Int128{1} << 70U;
  CHECK(DifferByOneDigit({beyond_a_word, 0}, {beyond_a_word - 4000, 0}));
  CHECK(DifferByOneDigit({0, 0}, {Int128{9} * 1000000000000000000 * 1000000000000, 0}));
  CHECK_FALSE(DifferByOneDigit({beyond_a_word, 0}, {0, 0}));
}

TEST_CASE("a total and its parts differ by two digits that are swapped in one of them") {
  const auto part = [](Int128 coefficient, int scale) {
    return Printed{{coefficient, scale}, std::nullopt, Qualifier::kNone};
  };
  CHECK(DifferBySwap({742, 0}, {part(250, 0), part(231, 0), part(216, 0)}));
  CHECK(DifferBySwap({472, 0}, {part(250, 0), part(231, 0), part(261, 0)}));
  CHECK(DifferBySwap({372, 1}, {part(98, 1), part(11, 1), part(236, 1)}));
  CHECK_FALSE(DifferBySwap({742, 0}, {part(250, 0), part(231, 0), part(261, 0)}));  // they add up
  CHECK_FALSE(DifferBySwap({742, 0}, {part(250, 0), part(231, 0), part(222, 0)}));  // 39 is no such difference
  CHECK_FALSE(DifferBySwap({742, 0}, {part(250, 0), part(231, 0), part(252, 0)}));  // 9 is one, but of no swap here
  CHECK_FALSE(DifferBySwap({81, 0}, {part(40, 0), part(50, 0)}));                   // 04 and 05 are no numbers
}

}  // namespace
}  // namespace soat
