// The Gregorian calendar.
#include "figures/calendar.h"

#include <array>
#include <charconv>

namespace soat {
namespace {

constexpr int kLeapYear = 2000;

int DaysIn(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

/// A date that is written from left to right.
class DateText {
 public:
  explicit DateText(int year) : end_(std::to_chars(text_.data(), text_.data() + kLongestYear, year).ptr) {}
  /// Of a date that leaves out its year: "--10-10".
  DateText() : end_(text_.data() + 1) { text_[0] = '-'; }

  /// A month, or the day behind it.
  DateText& Add(int number) {
    *end_++ = '-';
    *end_++ = static_cast<char>('0' + number / 10 % 10);
    *end_++ = static_cast<char>('0' + number % 10);
    return *this;
  }
  std::string Text() const { return {text_.data(), static_cast<size_t>(end_ - text_.data())}; }

 private:
  static constexpr size_t kLongestYear = 11, kMonthAndDay = 6;
  std::array<char, kLongestYear + kMonthAndDay> text_{};
  char* end_;
};

}  // namespace

bool IsMonth(int month) { return month >= 1 && month <= 12; }

bool IsDate(int year, int month, int day) {
  return year >= 1000 && year <= 2999 && IsMonth(month) && day >= 1 && day <= DaysIn(year, month);
}

bool IsMonthDay(int month, int day) { return IsDate(kLeapYear, month, day); }

std::string IsoMonth(int year, int month) { return DateText(year).Add(month).Text(); }
std::string IsoDate(int year, int month, int day) { return DateText(year).Add(month).Add(day).Text(); }
std::string IsoMonthDay(int month, int day) { return DateText().Add(month).Add(day).Text(); }
std::string MonthOnly(int month) { return DateText().Add(month).Text(); }
std::string MonthStart(int year, int month) { return IsoDate(year, month, 1); }
std::string MonthEnd(int year, int month) { return IsoDate(year, month, DaysIn(year, month)); }

}  // namespace soat
