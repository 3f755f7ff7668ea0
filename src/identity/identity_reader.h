// Who reports, on what period, under which number and date.
#pragma once

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// Reads the identity of a report from its text, its structure and its figures. What the report does not say stays
/// empty; nothing is guessed.
ReportIdentity ReadIdentity(const Document& document, const Analysis& analysis, const RuleSet& rules);

}  // namespace soat
