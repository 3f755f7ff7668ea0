// The examples that indicators carry.
#pragma once

#include <vector>

#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// Matches every example of every indicator.
/// \return one error for each example that is not as it says; kRule, placed at the example
std::vector<Error> TestIndicatorExamples(const RuleSet& rules);

}  // namespace soat
