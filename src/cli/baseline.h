// Findings that are known and no longer reported.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "soat/finding.h"
#include "soat/status.h"

namespace soat {

/// How often a finding is known.
struct KnownFinding {
  uint32_t count = 0;
  std::string check, rule;
  std::string text;  ///< what stands at its place; for readers of the file
};

/// A report with a fingerprint: two reports whose files have one name can have the same finding.
struct KnownKey {
  std::string fingerprint;
  std::string report;  ///< its path, relative where that is possible
  friend bool operator<(const KnownKey& a, const KnownKey& b) {
    return std::tie(a.fingerprint, a.report) < std::tie(b.fingerprint, b.report);
  }
};
using KnownFindings = std::map<KnownKey, KnownFinding>;

/// Reads what WriteBaseline wrote.
/// \param name  how messages call the file
/// \error kInput: no baseline, or one of another version
Result<KnownFindings> ReadBaseline(const std::string& name, std::string_view json);

/// JSON, one finding a line, sorted by report, check and fingerprint: the same findings give the same bytes.
std::string WriteBaseline(const KnownFindings& known);

/// Counts findings against what is known.
class Baseline {
 public:
  Baseline() = default;
  explicit Baseline(KnownFindings known) : known_(std::move(known)) {}

  /// Tells it that a report is checked; what is known of reports that are not checked is never stale.
  void See(const std::string& report) { reports_.insert(report); }
  /// Whether the finding is known; what is known twice can be found twice. What is known of the same report comes
  /// first, then what has the same fingerprint: a folder may have moved.
  bool Knows(const std::string& report, const std::string& fingerprint);

  /// What is known of the reports that were seen and was not found again, with how often it was missed. Rules that
  /// are off find nothing: `is_on(check, rule)` says which are on.
  template <typename IsOn>
  KnownFindings Stale(IsOn is_on) const {
    KnownFindings stale;
    for (const auto& [key, known] : known_) {
      if (known.count > 0 && reports_.contains(key.report) && is_on(known.check, known.rule)) stale.emplace(key, known);
    }
    return stale;
  }

 private:
  KnownFindings known_;  // with the counts that are left
  std::set<std::string> reports_;
};

/// Adds a finding of a report to those that are known.
void Learn(const std::string& report, const Finding& finding, KnownFindings& known);

/// `known` without what is stale.
KnownFindings Pruned(KnownFindings known, const KnownFindings& stale);

}  // namespace soat
