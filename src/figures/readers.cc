// Readers of dates, periods, ratios, document numbers and index lists.
#include "figures/readers.h"

#include <algorithm>
#include <array>

#include "figures/calendar.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr int kNone = -1;
constexpr int kMonthsOfYear = 12;

// The number that the digits of a capture make, whatever stands between them ("0 5" in "2 0 2 3" does not occur).
int Number(std::string_view text, Span span) {
  if (span.size() == 0) return kNone;
  int number = 0;
  for (const char c : text.substr(span.begin, span.size())) {
    if (IsDigit(c) && number < 100000) number = number * 10 + (c - '0');
  }
  return number;
}

// "23" behind a day and month is 2023.
int Year(std::string_view text, Span span) {
  const int year = Number(text, span);
  return span.size() == 2 && year != kNone ? 2000 + year : year;
}

// A month in digits, or by its English name, which its first letters tell.
int Month(std::string_view key, Span span) {
  constexpr std::array<std::string_view, kMonthsOfYear> kNames = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
  if (span.size() == 0 || IsDigit(key[span.begin])) return Number(key, span);
  const auto found = std::find(kNames.begin(), kNames.end(), key.substr(span.begin, kNames[0].size()));
  return found != kNames.end() ? static_cast<int>(found - kNames.begin()) + 1 : kNone;
}

// Roman numerals up to IV, or an Arabic digit.
int Quarter(std::string_view key, Span span) {
  const std::string_view word = key.substr(span.begin, span.size());
  constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
  const auto found = std::find(kRoman.begin(), kRoman.end(), word);
  return found != kRoman.end() ? static_cast<int>(found - kRoman.begin()) + 1 : Number(key, span);
}

// The reference holds until the next figure is added.
Figure& AddFigure(const Match& match, FigureKind kind, Span span, std::vector<Figure>& figures) {
  Figure& figure = figures.emplace_back();
  figure.kind = kind;
  figure.rule = match.rule;
  figure.span = span;
  return figure;
}

// ISO form of a date whose parts may be missing; empty when there is no such date.
std::string DateText(int day, int month, int year) {
  if (day == kNone) return IsMonth(month) && year != kNone ? IsoMonth(year, month) : std::string();
  if (year == kNone) return IsMonthDay(month, day) ? IsoMonthDay(month, day) : std::string();
  return IsDate(year, month, day) ? IsoDate(year, month, day) : std::string();
}

void ReadDate(const Document& document, const Match& match, std::vector<Figure>& figures) {
  const std::string_view key = document.key;
  const int day = Number(key, match[Capture::kDay]);
  const int month = Month(key, match[Capture::kMonth]);
  const int year = Year(key, match[Capture::kYear]);
  if (match.Has(Capture::kFromDay)) {  // the first end of a range takes what it lacks from the second
    Span span = match[Capture::kFromDay];
    int from_month = month, from_year = year;
    if (match.Has(Capture::kFromMonth)) {
      span.end = match[Capture::kFromMonth].end;
      from_month = Number(key, match[Capture::kFromMonth]);
    }
    if (match.Has(Capture::kFromYear)) {
      span.end = match[Capture::kFromYear].end;
      from_year = Year(key, match[Capture::kFromYear]);
    }
    AddFigure(match, FigureKind::kDate, span, figures).start =
        DateText(Number(key, match[Capture::kFromDay]), from_month, from_year);
  }
  Figure& figure = AddFigure(match, FigureKind::kDate, match.figure, figures);
  if (match.Has(Capture::kFromDay)) figure.span.begin = match[Capture::kDay].begin;
  if (month != kNone) figure.start = DateText(day, month, year);
}

struct Months {
  int first = 1, last = kMonthsOfYear;
};

// The months of the year that a period covers.
Months CoveredMonths(std::string_view key, const Match& match) {
  if (match.Has(Capture::kQuarter)) {
    const int quarter = Quarter(key, match[Capture::kQuarter]);
    const int last = match.Has(Capture::kQuarterTo) ? Quarter(key, match[Capture::kQuarterTo]) : quarter;
    return {3 * quarter - 2, 3 * last};
  }
  if (match.Has(Capture::kMonths)) {
    const int count = Number(key, match[Capture::kMonths]);
    return match.Has(Capture::kLast) ? Months{kMonthsOfYear + 1 - count, kMonthsOfYear} : Months{1, count};
  }
  if (match.Has(Capture::kMonth)) {
    const int month = Number(key, match[Capture::kMonth]);
    return {month, match.Has(Capture::kMonthTo) ? Number(key, match[Capture::kMonthTo]) : month};
  }
  return {};
}

// A period whose year is not said: "--Q1", "--H1", "--06", "--01".."--09".
void ReadYearless(std::string_view key, const Match& match, Months months, Figure& figure) {
  if (match.Has(Capture::kQuarter)) {
    figure.start = "--Q" + std::to_string(Quarter(key, match[Capture::kQuarter]));
  } else if (match.Has(Capture::kMonths) && months.last - months.first == 5) {
    figure.start = months.first == 1 ? "--H1" : "--H2";
  } else {
    figure.start = MonthOnly(months.first);
    if (months.first != months.last) figure.end = MonthOnly(months.last);
  }
}

// A school year runs from September to August.
void ReadSchoolYear(int year, int year_to, Figure& figure) {
  if (year_to == kNone) year_to = year + 1;
  if (year_to <= year) return;
  figure.start = MonthStart(year, 9);
  figure.end = MonthEnd(year_to, 8);
}

void ReadPeriod(const Document& document, const Match& match, std::vector<Figure>& figures) {
  const std::string_view key = document.key;
  Figure& figure = AddFigure(match, FigureKind::kPeriod, match.figure, figures);
  const int year = Year(key, match[Capture::kYear]);
  const int year_to = Year(key, match[Capture::kYearTo]);
  const Months months = CoveredMonths(key, match);
  const bool readable = IsMonth(months.first) && IsMonth(months.last) && months.first <= months.last;
  if (match.Has(Capture::kSchool)) {
    ReadSchoolYear(year, year_to, figure);
  } else if (readable && year == kNone) {
    ReadYearless(key, match, months, figure);
  } else if (readable && (year_to == kNone || year_to >= year)) {
    figure.start = MonthStart(year, months.first);
    figure.end = MonthEnd(year_to == kNone ? year : year_to, months.last);
  }
}

void ReadRatio(const Document& document, const Match& match, NumberStyle style, std::vector<Figure>& figures) {
  Figure& figure = AddFigure(match, FigureKind::kRatio, match.figure, figures);
  const size_t slash = document.key.find('/', match.figure.begin);
  const Numeral numerator = ReadNumeral(document.key, match.figure.begin, style);
  const Numeral denominator = ReadNumeral(document.key, BlanksEnd(document.key, slash + 1), style);
  if (numerator.value && denominator.value) {
    figure.numerator = numerator.value;
    figure.denominator = denominator.value;
  }
}

void ReadDocref(const Document& document, const Match& match, std::vector<Figure>& figures) {
  const Span span = match.figure;
  Figure& figure = AddFigure(match, FigureKind::kDocref, span, figures);
  for (const char c : std::string_view(document.text).substr(span.begin, span.size())) {
    if (c != ' ' && c != '\n' && c != '\t') figure.ref += c;
  }
}

void ReadIndex(const Document& document, const Match& match, std::vector<Figure>& figures) {
  const Span span = match.figure;
  Figure& figure = AddFigure(match, FigureKind::kIndex, span, figures);
  const std::string_view text = std::string_view(document.key).substr(span.begin, span.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (!IsDigit(text[i])) continue;
    uint32_t item = 0;
    for (; i < text.size() && IsDigit(text[i]); ++i) item = item * 10 + static_cast<uint32_t>(text[i] - '0');
    figure.items.push_back(item);
  }
}

}  // namespace

void ReadMatch(const Document& document, const Match& match, FigureKind kind, NumberStyle style,
               std::vector<Figure>& figures) {
  switch (kind) {
    case FigureKind::kDate:
      return ReadDate(document, match, figures);
    case FigureKind::kPeriod:
      return ReadPeriod(document, match, figures);
    case FigureKind::kRatio:
      return ReadRatio(document, match, style, figures);
    case FigureKind::kDocref:
      return ReadDocref(document, match, figures);
    case FigureKind::kIndex:
      return ReadIndex(document, match, figures);
    case FigureKind::kCount:
    case FigureKind::kPercent:
    case FigureKind::kMoney:
    case FigureKind::kMeasure:
      return;  // these are quantities
  }
}

}  // namespace soat
