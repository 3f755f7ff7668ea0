#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "cli/explain.h"
#include "soat/rule.h"

namespace soat {
namespace {

auto To(std::string& out) { return std::back_inserter(out); }

void AppendLine(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) fmt::format_to(To(out), "{:<12}{}\n", name, text);
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) (text += text.empty() ? "" : ", ") += word;
  return text;
}

/// The abbreviations whose full words a pattern has.
std::string Abbreviations(const Indicator& indicator, const LabelWords& words) {
  std::vector<std::string> used;
  for (const auto& [brief, full] : words.abbreviations) {
    const auto has = [&full = full](const std::string& pattern) { return pattern.find(full) != std::string::npos; };
    if (std::any_of(indicator.patterns.begin(), indicator.patterns.end(), has))
      used.emplace_back(brief).append(" = ").append(full);
  }
  return Joined(used);
}

void AppendExamples(std::string& out, const Indicator& indicator, bool none) {
  fmt::format_to(To(out), "\n{}\n", none ? "is not" : "is");
  for (const IndicatorExample& example : indicator.examples) {
    if (example.none != none) continue;
    fmt::format_to(To(out), "  {}  ({}", example.label, ToString(example.kind));
    if (!example.unit.empty()) fmt::format_to(To(out), ", {}", example.unit);
    if (!example.scope.empty()) fmt::format_to(To(out), ", {}", example.scope);
    if (!example.under.empty()) fmt::format_to(To(out), ", under \"{}\"", example.under);
    out += ")\n";
  }
}

}  // namespace

std::string ExplainIndicator(const Indicator& indicator, const RuleSet& rules) {
  std::vector<std::string> kinds;
  for (const FigureKind kind : indicator.kinds) kinds.emplace_back(ToString(kind));
  std::string out;
  AppendLine(out, "indicator", indicator.id);
  AppendLine(out, "name", indicator.name);
  AppendLine(out, "in English", indicator.english);
  AppendLine(out, "kinds", Joined(kinds));
  AppendLine(out, "units", Joined(indicator.units));
  AppendLine(out, "better", ToString(indicator.better));
  AppendLine(out, "scopes", Joined(indicator.scopes));
  AppendLine(out, "short for", Abbreviations(indicator, rules.labels));
  AppendLine(out, "defined in", fmt::format("{}:{}", indicator.file, indicator.line));
  AppendExamples(out, indicator, false);
  AppendExamples(out, indicator, true);
  return out;
}

}  // namespace soat
