// What the formats for programs write of a finding: the fields of one record, and their order.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "soat/finding.h"

namespace soat {

/// The names of the fields, in the order in which every format writes them. They reach files: do not rename them.
/// What does not apply is empty in CSV and absent in JSON.
inline constexpr std::array<std::string_view, 19> kCheckFields = {
    "report", "line",       "column",  "end_line",   "end_column", "offset",   "length",
    "lines",  "rule",       "check",   "verdict",    "severity",   "operands", "expected",
    "stated", "difference", "message", "suggestion", "fingerprint"};

/// {"num":6322,"parts":[15,140],"claim":"Đạt"}
std::string OperandsAsJson(const Finding& finding);
/// "89,64% → 89,65%"
std::string ReadableEdit(const FindingEdit& edit);
/// The finding as a JSON object on one line.
std::string FindingAsJson(const Finding& finding);

}  // namespace soat
