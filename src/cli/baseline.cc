#include "cli/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "write/escape.h"

namespace soat {
namespace {

constexpr std::string_view kSchema = "soat/baseline/1";
constexpr size_t kShownText = 120;  // bytes of what stands at a finding

/// At most so many bytes, cut between characters.
std::string Shortened(std::string_view text) {
  if (text.size() <= kShownText) return std::string(text);
  size_t end = kShownText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

Error BrokenBaseline(const std::string& name, std::string what) {
  return {ErrorCode::kInput, name, std::move(what), "write it anew with soat check --write-baseline"};
}

/// \return nothing when the entry is not as it must be
std::optional<std::pair<KnownKey, KnownFinding>> ReadEntry(const nlohmann::json& entry) {
  const auto text = [&entry](const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (!entry.is_object() || !entry.contains("count") || !entry["count"].is_number_unsigned()) return {};
  KnownKey key{text("fingerprint"), text("report")};
  const auto count = entry["count"].get<uint64_t>();
  KnownFinding known{static_cast<uint32_t>(std::min<uint64_t>(count, UINT32_MAX)), text("check"), text("rule"),
                     text("text")};
  if (key.fingerprint.empty() || key.report.empty() || known.count == 0) return {};
  return std::pair(std::move(key), std::move(known));
}

}  // namespace

Result<KnownFindings> ReadBaseline(const std::string& name, std::string_view json) {
  const nlohmann::json root = nlohmann::json::parse(json, nullptr, false);
  if (root.is_discarded()) return BrokenBaseline(name, "is not JSON");
  if (!root.is_object() || root.value("schema", nlohmann::json()) != kSchema || !root.contains("findings") ||
      !root["findings"].is_array()) {
    return BrokenBaseline(name, "is no baseline of this version of soat");
  }
  KnownFindings known;
  for (size_t i = 0; i < root["findings"].size(); ++i) {
    auto entry = ReadEntry(root["findings"][i]);
    if (!entry) return BrokenBaseline(name, "finding " + std::to_string(i + 1) + " lacks fingerprint, report or count");
    if (!known.insert(*std::move(entry)).second) {
      return BrokenBaseline(name, "finding " + std::to_string(i + 1) + " is there twice");
    }
  }
  return known;
}

std::string WriteBaseline(const KnownFindings& known) {
  using Entry = KnownFindings::value_type;
  std::vector<const Entry*> entries;
  for (const Entry& entry : known) entries.push_back(&entry);
  const auto order = [](const Entry* entry) {
    return std::tie(entry->first.report, entry->second.check, entry->second.rule, entry->first.fingerprint);
  };
  std::sort(entries.begin(), entries.end(), [&](const Entry* a, const Entry* b) { return order(a) < order(b); });
  std::string out = "{\"schema\":\"" + std::string(kSchema) + "\",\"findings\":[";
  std::string_view separator = "\n";
  for (const Entry* entry : entries) {
    (out += separator) += "{\"report\":";
    AppendJsonString(out, entry->first.report);
    out += ",\"check\":";
    AppendJsonString(out, entry->second.check);
    out += ",\"rule\":";
    AppendJsonString(out, entry->second.rule);
    out += ",\"fingerprint\":";
    AppendJsonString(out, entry->first.fingerprint);
    out += ",\"count\":" + std::to_string(entry->second.count) + ",\"text\":";
    AppendJsonString(out, entry->second.text);
    out += '}';
    separator = ",\n";
  }
  return out + "\n]}\n";
}

bool Baseline::Knows(const std::string& report, const std::string& fingerprint) {
  auto known = known_.find({fingerprint, report});
  if (known == known_.end() || known->second.count == 0) {
    const auto has_left = [](const auto& entry) { return entry.second.count > 0; };
    const auto first = known_.lower_bound({fingerprint, {}});
    const auto last =
        std::find_if(first, known_.end(), [&](const auto& entry) { return entry.first.fingerprint != fingerprint; });
    known = std::find_if(first, last, has_left);
    if (known == last) return false;
  }
  --known->second.count;
  return true;
}

void Learn(const std::string& report, const Finding& finding, KnownFindings& known) {
  KnownFinding& entry = known[{finding.fingerprint, report}];
  ++entry.count;
  entry.check = ToString(finding.check);
  entry.rule = finding.rule;
  entry.text = Shortened(finding.quote);
}

KnownFindings Pruned(KnownFindings known, const KnownFindings& stale) {
  for (const auto& [key, missed] : stale) {
    const auto entry = known.find(key);
    entry->second.count -= missed.count;
    if (entry->second.count == 0) known.erase(entry);
  }
  return known;
}

}  // namespace soat
