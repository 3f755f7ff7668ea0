// Dates of documents and of spans of time in their order.
#pragma once

#include <cstdint>

#include "relations/finding_list.h"

namespace soat {

/// date_order: "từ ngày A đến ngày B".
void FindReversedSpans(FindingList& found, uint32_t rule);
/// date_order: a document that is cited in a report, and the date of the report (else the end of its period).
void FindDocumentsAfterReport(FindingList& found, uint32_t rule);
/// date_order: a document and the one that it carries out.
void FindDocumentsBeforeTheirCause(FindingList& found, uint32_t rule);

}  // namespace soat
