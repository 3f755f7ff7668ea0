// Days, months, quarters and years as ISO text.
#pragma once

#include <string>

namespace soat {

/// Whether the day exists; years 1000–2999.
bool IsDate(int year, int month, int day);
/// Whether some year has this day ("29/2" has one).
bool IsMonthDay(int month, int day);
bool IsMonth(int month);

std::string IsoDate(int year, int month, int day);  ///< "2023-08-01"
std::string IsoMonth(int year, int month);          ///< "2024-12"
std::string IsoMonthDay(int month, int day);        ///< "--10-10"
std::string MonthOnly(int month);                   ///< "--06"
std::string MonthStart(int year, int month);        ///< "2023-06-01"
std::string MonthEnd(int year, int month);          ///< "2023-06-30"

}  // namespace soat
