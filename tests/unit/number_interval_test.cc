#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "soat/decimal.h"

namespace soat {
namespace {

Decimal Halves(int count) { return {count * 5, 1}; }

std::string Print(const Interval& interval) {
  return (interval.low_open ? "(" : "[") + ToString(interval.low) + ", " + ToString(interval.high) +
         (interval.high_open ? ")" : "]");
}

/// All non-empty intervals with ends from -2 to 2.
std::vector<Interval> SmallIntervals() {
  std::vector<Interval> intervals;
  for (int low = -2; low <= 2; ++low) {
    intervals.push_back(Exactly({low, 0}));
    for (int high = low + 1; high <= 2; ++high) {
      for (const int open : {0, 1, 2, 3}) {
        intervals.push_back({{low, 0}, {high, 0}, (open & 1) != 0, (open & 2) != 0});
      }
    }
  }
  return intervals;
}

/// The halves of an interval; with `closure` also its open ends.
std::vector<Decimal> Members(const Interval& interval, bool closure) {
  std::vector<Decimal> members;
  for (int count = -4; count <= 4; ++count) {
    const int64_t low = static_cast<int64_t>(interval.low.coefficient) * 2;
    const int64_t high = static_cast<int64_t>(interval.high.coefficient) * 2;
    const bool above = count > low || (count == low && (closure || !interval.low_open));
    const bool below = count < high || (count == high && (closure || !interval.high_open));
    if (above && below) members.push_back(Halves(count));
  }
  return members;
}

using DecimalOperation = std::optional<Decimal> (*)(const Decimal&, const Decimal&);
using IntervalOperation = std::optional<Interval> (*)(const Interval&, const Interval&);

std::vector<Decimal> Results(DecimalOperation operation, const std::vector<Decimal>& a, const std::vector<Decimal>& b) {
  std::vector<Decimal> results;
  for (const Decimal& x : a) {
    for (const Decimal& y : b) results.push_back(operation(x, y).value());
  }
  const auto less = [](const Decimal& x, const Decimal& y) { return Compare(x, y) < 0; };
  std::sort(results.begin(), results.end(), less);
  return results;
}

/// The ends are the least and greatest result over the closed intervals; each is open exactly when no members reach it.
/// (Sums, differences and products reach an end only at ends or at zero, so the halves are enough.)
bool IsRight(const Interval& result, const std::vector<Decimal>& reached, const std::vector<Decimal>& closure) {
  return Compare(result.low, closure.front()) == 0 && Compare(result.high, closure.back()) == 0 &&
         result.low_open == (Compare(reached.front(), result.low) != 0) &&
         result.high_open == (Compare(reached.back(), result.high) != 0);
}

void CheckAll(IntervalOperation intervals, DecimalOperation decimals) {
  int failures = 0;
  std::string first;
  for (const Interval& a : SmallIntervals()) {
    for (const Interval& b : SmallIntervals()) {
      const std::optional<Interval> result = intervals(a, b);
      const auto reached = Results(decimals, Members(a, false), Members(b, false));
      const auto closure = Results(decimals, Members(a, true), Members(b, true));
      if (result && IsRight(*result, reached, closure)) continue;
      if (failures++ == 0) first = Print(a) + " " + Print(b) + (result ? " gives " + Print(*result) : " gives nothing");
    }
  }
  CAPTURE(first);
  CHECK(failures == 0);
}

}  // namespace

TEST_CASE("a rounded number stands for half a unit of its last digit to either side") {
  CHECK(RoundedFrom({8964, 2}) == Interval{{89635, 3}, {89645, 3}});
  CHECK(RoundedFrom({4712, -6}) == Interval{{47115, -5}, {47125, -5}});
  CHECK(RoundedFrom({-1, 0}) == Interval{{-15, 1}, {-5, 1}});
  CHECK(RoundedFrom({0, 1}) == Interval{{-5, 2}, {5, 2}});
}

TEST_CASE("a cut-off number stands for a unit away from zero") {
  CHECK(CutOffFrom({8964, 2}) == Interval{{8964, 2}, {8965, 2}, false, true});
  CHECK(CutOffFrom({-5, 0}) == Interval{{-6, 0}, {-5, 0}, true, false});
  CHECK(CutOffFrom({0, 2}) == Interval{{-1, 2}, {1, 2}, true, true});
}

TEST_CASE("rounded and cut-off intervals hold exactly the numbers that print so") {
  int failures = 0;
  for (int unit = -6; unit <= 6; ++unit) {
    const Interval rounded = RoundedFrom({unit, 0}), cut_off = CutOffFrom({unit, 0});
    for (int quarters = -32; quarters <= 32; ++quarters) {
      const Decimal number{quarters * 25, 2};
      const bool rounds = std::abs(quarters - 4 * unit) <= 2;
      const bool cuts = quarters / 4 == unit;  // towards zero, as integer division does
      failures += Contains(rounded, number) != rounds;
      failures += Contains(cut_off, number) != cuts;
    }
  }
  CHECK(failures == 0);
}

TEST_CASE("6322 of 7052 is cut off to 89.64 percent and not rounded to it") {
  // 89.64 % of 7052 as an interval holds 6322 or not; nothing is divided.
  const Decimal base{7052, 0}, part = Shifted({6322, 0}, 2);
  CHECK(Contains(*Multiply(CutOffFrom({8964, 2}), Exactly(base)), part));
  CHECK(!Contains(*Multiply(RoundedFrom({8964, 2}), Exactly(base)), part));
  CHECK(Contains(*Multiply(RoundedFrom({8965, 2}), Exactly(base)), part));
}

TEST_CASE("an interval contains its closed ends and what lies between") {
  int failures = 0;
  for (const Interval& interval : SmallIntervals()) {
    const std::vector<Decimal> members = Members(interval, false);
    for (int count = -6; count <= 6; ++count) {
      const bool member = std::any_of(members.begin(), members.end(),
                                      [&](const Decimal& each) { return Compare(each, Halves(count)) == 0; });
      failures += Contains(interval, Halves(count)) != member;
    }
  }
  CHECK(failures == 0);
}

TEST_CASE("two intervals intersect when some number lies in both") {
  int failures = 0;
  for (const Interval& a : SmallIntervals()) {
    for (const Interval& b : SmallIntervals()) {
      // Ends are whole numbers: two intervals that share anything share a half.
      const std::vector<Decimal> members = Members(a, false);
      const bool shared =
          std::any_of(members.begin(), members.end(), [&](const Decimal& each) { return Contains(b, each); });
      failures += Intersects(a, b) != shared;
    }
  }
  CHECK(failures == 0);
}

TEST_CASE("an interval without members contains and meets nothing") {
  const Interval empty{{1, 0}, {1, 0}, true, false};
  CHECK(!Contains(empty, {1, 0}));
  CHECK(!Intersects(empty, Exactly({1, 0})));
}

TEST_CASE("interval sums agree with the sums of members") { CheckAll(Add, Add); }
TEST_CASE("interval differences agree with the differences of members") { CheckAll(Subtract, Subtract); }
TEST_CASE("interval products agree with the products of members") { CheckAll(Multiply, Multiply); }

TEST_CASE("a difference takes the other interval's open ends crosswise") {
  const Interval a{{5, 0}, {7, 0}, false, true}, b{{1, 0}, {2, 0}, true, false};
  CHECK(Subtract(a, b) == Interval{{3, 0}, {6, 0}, false, true});
}

TEST_CASE("zero in an interval is reached by a product even at an open end of the other") {
  const Interval a{{0, 0}, {1, 0}, false, true}, b{{2, 0}, {3, 0}, true, true};
  CHECK(Multiply(a, b) == Interval{{0, 0}, {3, 0}, false, true});
}

TEST_CASE("an interval is scaled by a positive number as it is multiplied by it") {
  for (const Interval& interval :
       {RoundedFrom({8964, 2}), CutOffFrom({8964, 2}), CutOffFrom({-7, 0}), CutOffFrom({})}) {
    for (const Decimal& factor : {Decimal{7052, 0}, Decimal{5, 1}, Decimal{4712, -6}})
      CHECK(Scaled(interval, factor) == Multiply(interval, Exactly(factor)));
  }
}

TEST_CASE("interval arithmetic that overflows is no result") {
  const Interval large = Exactly(*ParseDecimal(std::string(36, '9')));
  CHECK(!Scaled(large, {10, 0}));
  CHECK(!Add(large, large));
  CHECK(!Multiply(large, large));
  CHECK(!Subtract(large, Exactly({-1, 0})));
}

}  // namespace soat
