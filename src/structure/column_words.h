// What the words of headers, and of lines above a table, say of its columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soat/rule.h"
#include "soat/structure.h"

namespace soat {

/// What a header says that its column holds. REQUIRES: key is lower case
ColumnRole RoleInHeader(std::string_view key, const RuleSet& rules);
/// Two cells whose words say what their columns hold, and none that is a number but for years.
bool NamesColumns(std::string_view key, const std::vector<Span>& cells, const RuleSet& rules);
/// A year of four digits.
bool IsYearCell(std::string_view cell);
/// "triệu đồng" of "Dự toán (triệu đồng)", "%" of "So sánh %"; empty when it gives none.
std::string UnitInHeader(std::string_view key, const RuleSet& rules);
/// "triệu đồng" of "ĐVT: triệu đồng"; empty when the words declare none.
std::string DeclaredUnitIn(std::string_view key, const RuleSet& rules);
/// The cell names a row as the sum of others: "Tổng cộng", "Cộng (I+II):".
bool NamesTotal(std::string_view key, const RuleSet& rules);

/// A cell of a row that numbers the columns: "3", "(3)", "A", "(3)=(2)/(1)".
struct ColumnNumber {
  std::string number;  ///< "3", "A"; empty when the cell is none
  Span formula;        ///< what stands behind "=", within the cell
};
ColumnNumber ReadColumnNumber(std::string_view cell);
/// The cells that are not empty number the columns, from 1 or A on.
bool AreColumnNumbers(std::string_view text, const std::vector<Span>& cells);

}  // namespace soat
