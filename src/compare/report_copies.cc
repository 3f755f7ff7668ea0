#include "compare/report_copies.h"

#include <algorithm>
#include <numeric>

#include "soat/reader.h"

namespace soat {
namespace {

constexpr std::string_view kDraft = "draft";

bool SameUnitAndPeriod(const ComparedReport& a, const ComparedReport& b) {
  return !a.unit_name.empty() && !a.period.start.empty() && a.unit_name == b.unit_name && a.province == b.province &&
         a.period == b.period;
}

bool SameText(const std::string& a, const std::string& b) { return !a.empty() && LowerCase(a) == LowerCase(b); }

bool SameBytes(const ComparedReport& a, const ComparedReport& b) { return !a.sha256.empty() && a.sha256 == b.sha256; }

bool IsSameReport(const ComparedReport& a, const ComparedReport& b) {
  return SameBytes(a, b) || (SameUnitAndPeriod(a, b) && (SameText(a.number, b.number) || SameText(a.title, b.title)));
}

// The one that counts comes first.
bool CountsBefore(const ComparedReport& a, const ComparedReport& b) {
  if ((a.status == kDraft) != (b.status == kDraft)) return b.status == kDraft;
  if (a.date != b.date) return a.date > b.date;
  return a.path < b.path;
}

std::string Reason(const ComparedReport& left_out, const ComparedReport& kept) {
  const std::string of = left_out.path + " is left out: ";
  if (SameBytes(left_out, kept)) return of + "it is a copy of " + kept.path;
  if (left_out.status == kDraft && kept.status != kDraft) return of + "it is the draft of " + kept.path;
  return of + kept.path + " is the same report" + (left_out.date < kept.date ? ", and later" : "");
}

}  // namespace

std::vector<bool> ChooseReports(const std::vector<ComparedReport>& reports, std::vector<std::string>& notes) {
  std::vector<size_t> order(reports.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return CountsBefore(reports[a], reports[b]); });
  std::vector<bool> counts(reports.size(), true);
  std::vector<size_t> kept;
  std::vector<std::string> found;
  for (const size_t index : order) {
    const auto same = std::find_if(kept.begin(), kept.end(),
                                   [&](size_t other) { return IsSameReport(reports[index], reports[other]); });
    counts[index] = same == kept.end();
    if (same == kept.end())
      kept.push_back(index);
    else
      found.push_back(Reason(reports[index], reports[*same]));
  }
  std::sort(found.begin(), found.end());
  notes.insert(notes.end(), found.begin(), found.end());
  return counts;
}

}  // namespace soat
