#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/decoding_problems.h"
#include "cli/edit_distance.h"
#include "cli/rule_files.h"
#include "soat/reader.h"
#include "soat/rule.h"

namespace soat {
namespace {

void AppendLine(std::string& out, std::string_view name, std::string_view text) {
  fmt::format_to(std::back_inserter(out), "{:<12}{}\n", name, text);
}

/// The example's text with the marks that it has in the rule file.
std::string Marked(const RuleExample& example) {
  std::string out;
  uint32_t copied = 0;
  for (const Span& mark : example.marked) {
    out.append(example.text, copied, mark.begin - copied);
    out += "⟦";
    out.append(example.text, mark.begin, mark.size());
    out += "⟧";
    copied = mark.end;
  }
  out.append(example.text, copied);
  return out;
}

/// What an example says about its marks: "93720, văn bản, over".
std::string Expectation(const RuleExample& example) {
  std::string out;
  const auto add = [&out](const std::string& text) {
    if (text.empty()) return;
    if (!out.empty()) out += ", ";
    out += text;
  };
  for (const std::string& value : example.value) add(value);
  add(example.unit.value_or(""));
  add(example.qualifier.value_or(""));
  return out;
}

void AppendExamples(std::string& out, const FigureRule& rule) {
  out += "\nfinds\n";
  for (const RuleExample& example : rule.examples) {
    if (example.none) continue;
    const std::string expectation = Expectation(example);
    fmt::format_to(std::back_inserter(out), "  {}{}{}\n", Marked(example), expectation.empty() ? "" : "  → ",
                   expectation);
  }
  out += "\nfinds nothing in\n";
  for (const RuleExample& example : rule.examples) {
    if (example.none) fmt::format_to(std::back_inserter(out), "  {}\n", example.text);
  }
}

/// Whether the line sets a key that is shown above already.
bool SetsShownKey(std::string_view line) {
  const std::string_view key = line.substr(0, line.find_first_of(" ="));
  constexpr std::array<std::string_view, 8> kShown = {"id",      "kind",  "summary", "name",
                                                      "english", "kinds", "units",   "better"};
  return std::find(kShown.begin(), kShown.end(), key) != kShown.end();
}

/// The pattern and all conditions, as they stand in the rule file between the rule's head and its examples.
template <typename Rule>
void AppendSource(std::string& out, const Rule& rule, const std::vector<RuleFile>& files) {
  const auto file = std::find_if(files.begin(), files.end(), [&](const RuleFile& f) { return f.name == rule.file; });
  if (file == files.end()) return;
  out += "\nas written\n";
  std::string_view left = file->content;
  for (uint32_t number = 1; !left.empty(); ++number) {
    const std::string_view line = left.substr(0, left.find('\n'));
    left.remove_prefix(std::min(line.size() + 1, left.size()));
    if (number <= rule.line) continue;
    if (line.starts_with("[[")) break;
    if (!line.empty() && !SetsShownKey(line)) fmt::format_to(std::back_inserter(out), "  {}\n", line);
  }
}

std::string Describe(const FigureRule& rule, const std::vector<RuleFile>& files) {
  std::string out;
  AppendLine(out, "rule", rule.id);
  AppendLine(out, "kind", rule.kind ? ToString(*rule.kind) : "none");
  AppendLine(out, "summary", rule.summary);
  AppendLine(out, "defined in", fmt::format("{}:{}", rule.file, rule.line));
  AppendExamples(out, rule);
  AppendSource(out, rule, files);
  return out;
}

Error UnknownRule(const std::string& id, const RuleSet& rules) {
  std::vector<std::string> known;
  for (const FigureRule& rule : rules.figure_rules) known.push_back(rule.id);
  for (const Indicator& indicator : rules.indicators) known.push_back(indicator.id);
  const std::string nearest = NearestWord(id, known);
  return {ErrorCode::kUsage, "", fmt::format("there is no rule \"{}\"", id),
          nearest.empty() ? "soat rules list names them all" : fmt::format("did you mean \"{}\"?", nearest)};
}

int ExplainFile(const ExplainOptions& options, Messages& messages) {
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  const Result<Document> document = ReadDocument(options.rule);
  if (!document.ok()) {
    messages.Tell(document.error());
    return kExitFailure;
  }
  for (const Error& problem : DescribeProblems(document.value())) messages.Tell(problem);
  Show(ExplainReport(document.value(), *analyzer), messages);
  return ExitStatus(messages);
}

}  // namespace

int Run(const ExplainOptions& options, Messages& messages) {
  if (std::error_code failed; std::filesystem::exists(options.rule, failed)) return ExplainFile(options, messages);
  const Result<RulePacks> packs = RulePacks::Read(options.rules);
  if (!packs.ok()) {
    messages.Tell(packs.error());
    return kExitFailure;
  }
  const std::optional<RuleSet> rules = LoadRuleSet(packs.value(), messages);
  if (!rules) return kExitFailure;
  const auto indicator = std::find_if(rules->indicators.begin(), rules->indicators.end(),
                                      [&](const Indicator& other) { return other.id == options.rule; });
  if (indicator != rules->indicators.end()) {
    std::string text = ExplainIndicator(*indicator, *rules);
    AppendSource(text, *indicator, packs.value().files());
    Show(text, messages);
    return ExitStatus(messages);
  }
  const auto found = std::find_if(rules->figure_rules.begin(), rules->figure_rules.end(),
                                  [&](const FigureRule& rule) { return rule.id == options.rule; });
  if (found == rules->figure_rules.end()) {
    messages.Tell(UnknownRule(options.rule, *rules));
    return kExitFailure;
  }
  Show(Describe(*found, packs.value().files()), messages);
  return ExitStatus(messages);
}

}  // namespace soat
