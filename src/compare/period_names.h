// Arithmetic on spans of days.
#pragma once

#include <cstdint>

#include "soat/comparison.h"

namespace soat {

/// The first of a month to the last of a month.
bool IsWholeMonths(const DaySpan& period);
/// 1 January to 31 December.
bool IsWholeYears(const DaySpan& period);
bool IsWithin(const DaySpan& inner, const DaySpan& outer);
/// How many days; 0 when it is not known. REQUIRES: full dates
int64_t DayCount(const DaySpan& period);
/// The same days of another year: values of the two can be set against each other.
bool IsSameSpanOfYear(const DaySpan& a, const DaySpan& b);
/// The calendar year that holds the period; empty when it is in none.
DaySpan YearOf(const DaySpan& period);
/// Both are full dates, YYYY-MM-DD.
bool IsFull(const DaySpan& period);

}  // namespace soat
