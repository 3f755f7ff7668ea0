#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "figures/calendar.h"

namespace soat {
namespace {

TEST_CASE("a date is one that the calendar has") {
  struct Row {
    int year, month, day;
    bool date;
  };
  const std::vector<Row> rows = {
      {2023, 1, 31, true},  {2023, 4, 30, true},   {2023, 4, 31, false}, {2023, 2, 28, true},  {2023, 2, 29, false},
      {2024, 2, 29, true},  {2000, 2, 29, true},   {1900, 2, 29, false}, {2023, 0, 1, false},  {2023, 13, 1, false},
      {2023, 12, 0, false}, {2023, 12, 32, false}, {999, 1, 1, false},   {2999, 12, 31, true}, {3000, 1, 1, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.year);
    CAPTURE(row.month);
    CAPTURE(row.day);
    CHECK(IsDate(row.year, row.month, row.day) == row.date);
  }
}

TEST_CASE("a day of a month is one that some year has") {
  CHECK(IsMonthDay(2, 29));
  CHECK_FALSE(IsMonthDay(2, 30));
  CHECK(IsMonthDay(12, 31));
  CHECK_FALSE(IsMonthDay(11, 31));
  CHECK_FALSE(IsMonthDay(13, 1));
}

TEST_CASE("the months of the year are twelve") {
  for (int month = -1; month <= 14; ++month) {
    CAPTURE(month);
    CHECK(IsMonth(month) == (month >= 1 && month <= 12));
  }
}

TEST_CASE("dates are written as ISO writes them, whole and in part") {
  CHECK(IsoDate(2023, 8, 1) == "2023-08-01");
  CHECK(IsoMonth(2024, 12) == "2024-12");
  CHECK(IsoMonthDay(10, 9) == "--10-09");
  CHECK(MonthOnly(6) == "--06");
}

TEST_CASE("a month begins on its first day and ends on its last") {
  constexpr std::string_view kEnds[] = {"31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"};
  for (int month = 1; month <= 12; ++month) {
    CAPTURE(month);
    CHECK(MonthStart(2023, month) == IsoMonth(2023, month) + "-01");
    CHECK(MonthEnd(2023, month) == IsoMonth(2023, month) + "-" + std::string(kEnds[month - 1]));
  }
  CHECK(MonthEnd(2024, 2) == "2024-02-29");
}

}  // namespace
}  // namespace soat
