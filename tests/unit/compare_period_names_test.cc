#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "compare/period_names.h"

namespace soat {
namespace {

TEST_CASE("periods have short names, and the names are read back") {
  const std::vector<std::pair<DaySpan, std::string>> cases = {
      {{"2023-01-01", "2023-12-31"}, "2023"},
      {{"2021-01-01", "2023-12-31"}, "2021-2023"},
      {{"2023-01-01", "2023-06-30"}, "2023-H1"},
      {{"2023-07-01", "2023-12-31"}, "2023-H2"},
      {{"2023-07-01", "2023-09-30"}, "2023-Q3"},
      {{"2024-02-01", "2024-02-29"}, "2024-02"},
      {{"2023-01-01", "2023-09-30"}, "2023-01..2023-09"},
      {{"2022-10-01", "2023-03-31"}, "2022-10..2023-03"},
      {{"2022-01-01", "2022-11-28"}, "2022-01-01..2022-11-28"},
  };
  for (const auto& [period, name] : cases) {
    CAPTURE(name);
    CHECK(PeriodName(period) == name);
    CHECK(ParsePeriodName(name) == period);
  }
  CHECK(PeriodName({}).empty());
  CHECK(ParsePeriodName("2021..2022-06") == DaySpan{"2021-01-01", "2022-06-30"});
}

TEST_CASE("what is no period is refused") {
  for (const char* name : {"", "23", "2023-13", "2023-Q5", "2023-H3", "2023-H0", "2023-02-30..2023-03-01", "2023-2021",
                           "2023-06-30..2023-01-01", "năm 2023", "2023-", "-023", "2023-1", "2023-Hx"}) {
    CAPTURE(name);
    CHECK_FALSE(ParsePeriodName(name).has_value());
  }
}

TEST_CASE("spans of days are measured") {
  CHECK(DayCount({"2023-01-01", "2023-12-31"}) == 365);
  CHECK(DayCount({"2024-02-28", "2024-03-01"}) == 3);
  CHECK(DayCount({}) == 0);
  CHECK(YearOf({"2022-01-01", "2022-11-28"}) == DaySpan{"2022-01-01", "2022-12-31"});
  CHECK(YearOf({"2021-01-01", "2022-11-28"}) == DaySpan{});
  CHECK(IsWithin({"2022-01-01", "2022-11-28"}, {"2022-01-01", "2022-12-31"}));
  CHECK_FALSE(IsWithin({"2021-12-31", "2022-11-28"}, {"2022-01-01", "2022-12-31"}));
  CHECK_FALSE(IsWithin(DaySpan{}, DaySpan{}));
}

TEST_CASE("the same days of another year can be compared") {
  CHECK(IsSameSpanOfYear({"2022-01-01", "2022-12-31"}, {"2023-01-01", "2023-12-31"}));
  CHECK(IsSameSpanOfYear({"2023-02-01", "2023-02-28"}, {"2024-02-01", "2024-02-29"}));
  CHECK_FALSE(IsSameSpanOfYear({"2022-01-01", "2022-12-31"}, {"2023-01-01", "2023-06-30"}));
  CHECK_FALSE(IsSameSpanOfYear({"2021-01-01", "2022-12-31"}, {"2023-01-01", "2023-12-31"}));
  CHECK_FALSE(IsSameSpanOfYear({}, {}));
}

}  // namespace
}  // namespace soat
