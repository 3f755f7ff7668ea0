// The Gregorian calendar.
#include "figures/calendar.h"

#include <array>

namespace soat {
namespace {

constexpr int kLeapYear = 2000;

int DaysIn(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

std::string WithPart(std::string date, int number) {
  date += '-';
  date += static_cast<char>('0' + number / 10 % 10);
  date += static_cast<char>('0' + number % 10);
  return date;
}

}  // namespace

bool IsMonth(int month) { return month >= 1 && month <= 12; }

bool IsDate(int year, int month, int day) {
  return year >= 1000 && year <= 2999 && IsMonth(month) && day >= 1 && day <= DaysIn(year, month);
}

bool IsMonthDay(int month, int day) { return IsDate(kLeapYear, month, day); }

std::string IsoMonth(int year, int month) { return WithPart(std::to_string(year), month); }
std::string IsoDate(int year, int month, int day) { return WithPart(IsoMonth(year, month), day); }
std::string IsoMonthDay(int month, int day) { return WithPart(MonthOnly(month), day); }
std::string MonthOnly(int month) { return WithPart("-", month); }
std::string MonthStart(int year, int month) { return IsoDate(year, month, 1); }
std::string MonthEnd(int year, int month) { return IsoDate(year, month, DaysIn(year, month)); }

}  // namespace soat
