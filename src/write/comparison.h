// The formats of `soat compare`.
#pragma once

#include <cstdint>
#include <string>

#include "soat/comparison.h"

namespace soat {

/// What the columns of a table are. Unit, period: one a unit and period, those of one unit (period) together.
/// Indicator: one an indicator, and the rows are units and periods.
enum class CompareBy : uint8_t { kUnit, kPeriod, kIndicator };

struct ComparisonStyle {
  CompareBy by = CompareBy::kUnit;
  bool ranks = false, changes = false;
  bool by_value = false;   ///< the best value first, of the first indicator where there are several
  bool conflicts = false;  ///< only what is stated with more than one value, and then all of it
  bool byte_order_mark = false;
};

/// One row an indicator (or, by indicator, a unit and period); a cell is the number, and behind it its qualifier, "*"
/// where there are other values, and its period and whole where they are not those of the column or the row.
std::string WriteWideCsv(const Comparison& comparison, const ComparisonStyle& style);
/// One row a value.
std::string WriteLongCsv(const Comparison& comparison, const ComparisonStyle& style);
/// One document with a schema version: rows with their values.
std::string WriteComparisonJson(const Comparison& comparison, const ComparisonStyle& style);
/// For a terminal: one small table an indicator.
std::string WriteComparisonText(const Comparison& comparison, const ComparisonStyle& style);

}  // namespace soat
