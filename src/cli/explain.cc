#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/edit_distance.h"
#include "cli/rule_files.h"
#include "soat/rule.h"

namespace soat {
namespace {

void AppendLine(std::string& out, std::string_view name, std::string_view text) {
  fmt::format_to(std::back_inserter(out), "{:<12}{}\n", name, text);
}

/// One line an item; the name stands before the first alone.
void AppendList(std::string& out, std::string_view name, const std::vector<std::string>& items) {
  for (const std::string& item : items) {
    AppendLine(out, name, item);
    name = "";
  }
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

void AppendConditions(std::string& out, const FigureRule& rule) {
  AppendList(out, "starts", rule.starts);
  AppendLine(out, "pattern", (rule.quantity ? "{quantity}" : "") + rule.pattern);
  AppendList(out, "before", rule.before);
  AppendList(out, "not before", rule.not_before);
  AppendList(out, "never", rule.never);
  AppendList(out, "after", rule.after);
  AppendList(out, "not after", rule.not_after);
  if (rule.priority != 0) AppendLine(out, "priority", std::to_string(rule.priority));
  if (rule.case_sensitive) AppendLine(out, "", "upper and lower case are different");
  if (rule.line_start) AppendLine(out, "", "only as the first thing on a line");
  if (rule.glued) AppendLine(out, "", "may stand directly behind a letter");
  if (rule.open_end) AppendLine(out, "", "a letter or digit may follow at once");
  if (rule.takes_before) AppendLine(out, "", "what stands before is part of the figure");
  if (rule.magnitude) AppendLine(out, "", "only with a magnitude word");
  if (rule.alone) AppendLine(out, "", "nothing that may be counted follows");
  if (rule.no_noun_after) AppendLine(out, "", "no known counted noun, unit or magnitude may follow");
}

std::string Describe(const FigureRule& rule) {
  std::string out;
  AppendLine(out, "rule", rule.id);
  AppendLine(out, "kind", rule.kind ? ToString(*rule.kind) : "none");
  AppendLine(out, "summary", rule.summary);
  AppendLine(out, "defined in", fmt::format("{}:{}", rule.file, rule.line));
  AppendConditions(out, rule);
  AppendExamples(out, rule);
  return out;
}

Error UnknownRule(const std::string& id, const RuleSet& rules) {
  std::vector<std::string> known;
  for (const FigureRule& rule : rules.figure_rules) known.push_back(rule.id);
  const std::string nearest = NearestWord(id, known);
  return {ErrorCode::kUsage, "", fmt::format("there is no rule \"{}\"", id),
          nearest.empty() ? "soat rules list names them all" : fmt::format("did you mean \"{}\"?", nearest)};
}

}  // namespace

int Run(const ExplainOptions& options, Messages& messages) {
  const std::optional<RuleSet> rules = LoadRuleSet(options.rules, messages);
  if (!rules) return kExitFailure;
  const auto found = std::find_if(rules->figure_rules.begin(), rules->figure_rules.end(),
                                  [&](const FigureRule& rule) { return rule.id == options.rule; });
  if (found == rules->figure_rules.end()) {
    messages.Tell(UnknownRule(options.rule, *rules));
    return kExitFailure;
  }
  Show(Describe(*found), messages);
  return ExitStatus(messages);
}

}  // namespace soat
