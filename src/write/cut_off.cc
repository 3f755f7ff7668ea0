#include "write/cut_off.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "read/digest.h"
#include "soat/decimal.h"

namespace soat {
namespace {

constexpr std::ptrdiff_t kFewest = 3;  // two may be slips
constexpr std::string_view kPercent = "pct";
constexpr size_t kFingerprintSize = 16;

bool IsNoteOfCutOff(const Finding& finding) {
  return finding.check == CheckKind::kRatioPercent && finding.verdict == Verdict::kTruncated;
}

/// Where the percentage stands: a relation may begin lines before it.
void CollectPercent(const Finding& finding, FindingOperand& percents, std::set<uint32_t>& lines) {
  for (const FindingOperand& operand : finding.operands) {
    if (operand.role != kPercent) continue;
    for (const FindingValue& value : operand.values) {
      percents.values.push_back(value);
      lines.insert(value.place ? value.place->line : finding.place.line);
    }
  }
}

std::string Listed(const std::set<uint32_t>& lines) {
  std::string list;
  for (const uint32_t line : lines) list += (list.empty() ? "" : ", ") + std::to_string(line);
  return list;
}

/// Of the name of the file alone: the habit stays what it is when one of the percentages is mended.
std::string Fingerprint(const std::string& report) {
  return Sha256("cut-off " + report.substr(report.find_last_of('/') + 1)).substr(0, kFingerprintSize);
}

}  // namespace

bool CutsOffThroughout(const std::vector<Relation>& relations, const HeldRelations& held) {
  return std::count_if(relations.begin(), relations.end(), IsCutOff) + held.cut_off >= kFewest &&
         std::none_of(relations.begin(), relations.end(), IsRoundedUp) && held.rounded_up == 0;
}

void MergeCutOffs(std::vector<Finding>& findings, const Wordings& wordings) {
  const auto count = std::count_if(findings.begin(), findings.end(), IsNoteOfCutOff);
  if (count < 2) return;
  FindingOperand percents{std::string(kPercent), true, {}};
  std::set<uint32_t> lines;
  for (const Finding& finding : findings) {
    if (IsNoteOfCutOff(finding)) CollectPercent(finding, percents, lines);
  }
  const auto first = std::find_if(findings.begin(), findings.end(), IsNoteOfCutOff);
  first->operands = {std::move(percents)};
  first->lines = {lines.begin(), lines.end()};
  first->expected = first->stated = first->difference = {};
  first->edits.clear();
  first->message = wordings.Of("cut-off", static_cast<uint64_t>(count), {{"lines", Listed(lines)}});
  first->fingerprint = Fingerprint(first->report);
  findings.erase(std::remove_if(first + 1, findings.end(), IsNoteOfCutOff), findings.end());
}

}  // namespace soat
