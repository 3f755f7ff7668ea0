#include "compare/period_names.h"

#include <charconv>
#include <chrono>

namespace soat {
namespace {

namespace chrono = std::chrono;

std::optional<int> Number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
  return number;
}

std::optional<chrono::year_month_day> Day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = Number(iso.substr(0, 4)), month = Number(iso.substr(5, 2)), day = Number(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const chrono::year_month_day date{chrono::year(*year), chrono::month(static_cast<unsigned>(*month)),
                                    chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string TwoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string Iso(int year, unsigned month, unsigned day) {
  return std::to_string(year) + "-" + TwoDigits(month) + "-" + TwoDigits(day);
}

// From the first of one month to the last of another.
DaySpan Months(int first_year, unsigned first, int last_year, unsigned last) {
  const chrono::year_month_day_last end{chrono::year(last_year), chrono::month_day_last{chrono::month(last)}};
  return {Iso(first_year, first, 1), Iso(last_year, last, static_cast<unsigned>(end.day()))};
}

std::string_view YearPart(const std::string& iso) { return std::string_view(iso).substr(0, 4); }
std::string_view MonthPart(const std::string& iso) { return std::string_view(iso).substr(0, 7); }

// "2023", "2023-06", "2023-Q3", "2023-H1".
std::optional<DaySpan> ParseOne(std::string_view name) {
  const std::optional<int> year = name.size() >= 4 ? Number(name.substr(0, 4)) : std::nullopt;
  if (!year) return std::nullopt;
  if (name.size() == 4) return Months(*year, 1, *year, 12);
  if (name.size() != 7 || name[4] != '-') return std::nullopt;
  const char kind = name[5];
  const auto part = Number(name.substr(kind == 'Q' || kind == 'H' ? 6 : 5));
  if (!part || *part < 1) return std::nullopt;
  const auto number = static_cast<unsigned>(*part);
  if (kind == 'H' && number <= 2) return Months(*year, number * 6 - 5, *year, number * 6);
  if (kind == 'Q' && number <= 4) return Months(*year, number * 3 - 2, *year, number * 3);
  if (kind == 'H' || kind == 'Q' || number > 12) return std::nullopt;
  return Months(*year, number, *year, number);
}

}  // namespace

bool IsFull(const DaySpan& period) { return Day(period.start).has_value() && Day(period.end).has_value(); }

bool IsWholeMonths(const DaySpan& period) {
  const auto start = Day(period.start), end = Day(period.end);
  if (!start || !end || start->day() != chrono::day(1)) return false;
  return chrono::year_month_day(chrono::sys_days(*end) + chrono::days(1)).day() == chrono::day(1);
}

bool IsWholeYears(const DaySpan& period) {
  return IsFull(period) && period.start.ends_with("-01-01") && period.end.ends_with("-12-31");
}

bool IsWithin(const DaySpan& inner, const DaySpan& outer) {
  return !outer.start.empty() && !inner.start.empty() && outer.start <= inner.start && inner.end <= outer.end;
}

int64_t DayCount(const DaySpan& period) {
  const auto start = Day(period.start), end = Day(period.end);
  if (!start || !end) return 0;
  return (chrono::sys_days(*end) - chrono::sys_days(*start)).count() + 1;
}

bool IsSameSpanOfYear(const DaySpan& a, const DaySpan& b) {
  const auto a_start = Day(a.start), a_end = Day(a.end), b_start = Day(b.start), b_end = Day(b.end);
  if (!a_start || !a_end || !b_start || !b_end) return false;
  const bool same_years = a_end->year() - a_start->year() == b_end->year() - b_start->year();
  if (!same_years || a_start->month() != b_start->month() || a_start->day() != b_start->day()) return false;
  // The last of February is the last of February.
  return (a_end->month() == b_end->month() && a_end->day() == b_end->day()) ||
         (IsWholeMonths(a) && IsWholeMonths(b) && a_end->month() == b_end->month());
}

DaySpan YearOf(const DaySpan& period) {
  if (!IsFull(period) || YearPart(period.start) != YearPart(period.end)) return {};
  const std::string year(YearPart(period.start));
  return {year + "-01-01", year + "-12-31"};
}

std::string PeriodName(const DaySpan& period) {
  if (period.start.empty()) return {};
  if (!IsWholeMonths(period)) return period.end.empty() ? period.start : period.start + ".." + period.end;
  const std::string first_year(YearPart(period.start)), last_year(YearPart(period.end));
  if (IsWholeYears(period)) return first_year == last_year ? first_year : first_year + "-" + last_year;
  std::string first(MonthPart(period.start));
  const std::string last(MonthPart(period.end));
  if (first == last) return first;
  for (const char* part : {"-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"}) {
    if (ParseOne(first_year + part) == period) return first_year + part;
  }
  return first + ".." + last;
}

std::optional<DaySpan> ParsePeriodName(std::string_view name) {
  if (auto one = ParseOne(name)) return one;
  const size_t dots = name.find("..");
  if (dots != std::string_view::npos) {
    const std::string_view from = name.substr(0, dots), to = name.substr(dots + 2);
    const auto first = ParseOne(from), last = ParseOne(to);
    DaySpan span{first ? first->start : std::string(from), last ? last->end : std::string(to)};
    return IsFull(span) && span.start <= span.end ? std::optional(span) : std::nullopt;
  }
  if (name.size() != 9 || name[4] != '-') return std::nullopt;
  const auto first = ParseOne(name.substr(0, 4)), last = ParseOne(name.substr(5));
  if (!first || !last || last->start < first->start) return std::nullopt;
  return DaySpan{first->start, last->end};
}

}  // namespace soat
