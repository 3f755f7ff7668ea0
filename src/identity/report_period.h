// The period that a report is about.
#pragma once

#include <string>

#include "identity/front_matter.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// ISO days, or both empty.
struct ReportPeriod {
  std::string start, end;
};

/// The first period of the title that is not one to come; else that of the sentence that opens the report, of the one
/// that closes it, or of most of the text. A period without a year is of the year of the report's date, or of the year
/// before when it would lie ahead.
ReportPeriod ReadReportPeriod(const Document& document, const Analysis& analysis, const IdentityWords& words,
                              const FrontMatter& front);

}  // namespace soat
