// Reports that are there more than once.
#pragma once

#include <string>
#include <vector>

#include "soat/comparison.h"

namespace soat {

/// Which reports count. Two are one report when their bytes are the same, or when unit and period are the same and so
/// is the number or the title. Then the final one counts rather than the draft, the later one rather than the earlier.
/// \param notes  gets a sentence for each report that does not count
/// \return one flag a report
std::vector<bool> ChooseReports(const std::vector<ComparedReport>& reports, std::vector<std::string>& notes);

}  // namespace soat
