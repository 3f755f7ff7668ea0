// What a cell of a comparison says, in any format.
#pragma once

#include <string>
#include <vector>

#include "compare/grid.h"
#include "soat/comparison.h"

namespace soat {

/// "78.7", "7..25".
std::string ValueText(const Statement& statement);
/// The number and its marks, apart by blanks: "34 about", "121 *", "49493 2022-01-01..2022-11-22".
std::string CellText(const Comparison& comparison, const GridCell& cell);
/// "+22.7", "-3", "0".
std::string Signed(const Decimal& number);
/// "huyện X 2022".
std::string ColumnName(const Comparison& comparison, const GridColumn& column);
/// The cells of the comparison in the order in which a list shows them: by row, then as the style of the comparison
/// says, the best value first or by unit and period.
std::vector<const ComparedCell*> Listed(const Comparison& comparison, bool by_value);

}  // namespace soat
