// Who reports, on what period, under which number and date.
#pragma once

#include "identity/unit_list.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// Reads the identity of reports from their text, their structure and their figures. What a report does not say stays
/// empty; nothing is guessed. Made once; const and thread-safe afterwards.
class IdentityReader {
 public:
  /// REQUIRES: rules outlives it
  explicit IdentityReader(const RuleSet& rules) : rules_(rules), units_(rules) {}

  ReportIdentity Read(const Document& document, const Analysis& analysis) const;

 private:
  const RuleSet& rules_;
  const UnitList units_;
};

}  // namespace soat
