// Which unit reports: every mention of a unit is a vote, weighed by where it stands.
#pragma once

#include <string>

#include "identity/front_matter.h"
#include "identity/unit_list.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// Fills unit_name, unit_level and province. The unit named in the head, on the line with the date, in the title, as
/// the one that reports or in the closing sentence wins over those that are only written about; of superior and
/// subordinate in one head the subordinate reports. Names that differ in diacritics alone are one name, spelt as most
/// mentions do. `day` (ISO, may be empty) says at which time the list of units is asked.
void ReadUnit(const Document& document, const IdentityWords& words, const UnitList& units, const FrontMatter& front,
              const std::string& day, ReportIdentity& identity);

}  // namespace soat
