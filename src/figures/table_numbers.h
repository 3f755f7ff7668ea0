// Numbers in tables that only number: rows in their first cell, columns in a row of the header.
#pragma once

#include <string_view>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// Moves them from the figures to the skips.
void SkipTableNumbers(const Document& document, const RuleSet& rules, Analysis& analysis);

}  // namespace soat
