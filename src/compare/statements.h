// What several reports, or one report in several places, state of the same thing.
#pragma once

#include "soat/comparison.h"

namespace soat {

/// Whether one can be the other printed with fewer digits after the decimal mark: 89,6 and 89,64.
bool Agree(const Statement& a, const Statement& b);

/// Puts the statement that counts first: the latest report's, and of those that agree with it the one of the report on
/// that period, then the one without a qualifier, then the one printed with more digits. The others follow by report
/// and place, the latest report first.
void Order(std::vector<Statement>& statements, const DaySpan& period, const std::vector<ComparedReport>& reports);

/// Ranks the cells of one period of a row, which follow `better`; values of different wholes have no rank together, and
/// bounds ("over 48") have none.
void SetRanks(Comparison& comparison);

/// Sets the change of every cell from the latest earlier one of its row and unit that can be compared with it: the same
/// days of another year, the same whole, both exact.
void SetChanges(Comparison& comparison);

}  // namespace soat
