// ExplainRule and ExplainCheck: rules and checks in words.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "cli/explain.h"
#include "text/characters.h"

namespace soat {
namespace {

void AppendLine(std::string& out, std::string_view name, std::string_view text) {
  fmt::format_to(std::back_inserter(out), "{:<12}{}\n", name, text);
}

/// A paragraph in lines of about kTextWidth characters, broken at spaces.
void AppendIndented(std::string& out, std::string_view text) {
  constexpr size_t kTextWidth = 100;
  size_t column = 0;
  out += "\n ";
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const auto width =
        static_cast<size_t>(std::count_if(word.begin(), word.end(), [](char c) { return !IsContinuation(c); }));
    if (column + width > kTextWidth) {
      out += "\n ";
      column = 0;
    }
    (out += ' ') += word;
    column += width + 1;
  }
  out += '\n';
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
  constexpr std::array<std::string_view, 9> kShown = {"id",      "kind",  "check", "summary", "name",
                                                      "english", "kinds", "units", "better"};
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

/// "mismatch: num = 15, parts = 10 4"
std::string Expectation(const RelationExample& example) {
  std::string out = example.verdict ? std::string(ToString(*example.verdict)) : std::string();
  std::string_view before = out.empty() ? "" : ": ";
  for (const auto& [role, value] : example.operands) {
    fmt::format_to(std::back_inserter(out), "{}{} = {}", before, role, value);
    before = ", ";
  }
  return out;
}

std::string Marked(const RelationExample& example) {
  if (!example.marked) return example.text;
  std::string out = example.text;
  out.insert(example.marked->end, "⟧");
  out.insert(example.marked->begin, "⟦");
  return out;
}

void AppendExamples(std::string& out, const RelationRule& rule) {
  out += "\nsees\n";
  for (const RelationExample& example : rule.examples) {
    if (!example.none) fmt::format_to(std::back_inserter(out), "  {}  → {}\n", Marked(example), Expectation(example));
  }
  out += "\nsees nothing in\n";
  for (const RelationExample& example : rule.examples) {
    if (example.none) fmt::format_to(std::back_inserter(out), "  {}\n", example.text);
  }
}

}  // namespace

std::string ExplainRule(const FigureRule& rule, const std::vector<RuleFile>& files) {
  std::string out;
  AppendLine(out, "rule", rule.id);
  AppendLine(out, "kind", rule.kind ? ToString(*rule.kind) : "none");
  AppendLine(out, "summary", rule.summary);
  AppendLine(out, "defined in", fmt::format("{}:{}", rule.file, rule.line));
  AppendExamples(out, rule);
  AppendSource(out, rule, files);
  return out;
}

std::string ExplainRule(const RelationRule& rule, const std::vector<RuleFile>& files) {
  std::string out;
  AppendLine(out, "rule", rule.id);
  AppendLine(out, "check", ToString(rule.check));
  AppendLine(out, "summary", rule.summary);
  AppendLine(out, "severity", ToString(rule.severity));
  AppendLine(out, "defined in", fmt::format("{}:{}", rule.file, rule.line));
  AppendExamples(out, rule);
  AppendSource(out, rule, files);
  return out;
}

std::string ExplainIndicator(const Indicator& indicator, const RuleSet& rules, const std::vector<RuleFile>& files) {
  std::string out = ExplainIndicator(indicator, rules);
  AppendSource(out, indicator, files);
  return out;
}

std::string ExplainCheck(CheckKind check, const RuleSet& rules, Language language) {
  const bool english = language == Language::kEnglish;
  std::string out;
  AppendLine(out, "check", ToString(check));
  const auto text = std::find_if(rules.checks.begin(), rules.checks.end(),
                                 [check](const CheckText& other) { return other.check == check; });
  if (text != rules.checks.end()) {
    AppendLine(out, "summary", english ? text->english : text->vietnamese);
    AppendLine(out, "precision", text->precision);
    AppendIndented(out, english ? text->help_english : text->help_vietnamese);
  }
  size_t width = 0;
  for (const RelationRule& rule : rules.relation_rules) {
    if (rule.check == check) width = std::max(width, rule.id.size());
  }
  out += width == 0 ? "\nno rules yet\n" : "\nrules\n";
  for (const RelationRule& rule : rules.relation_rules) {
    if (rule.check == check) fmt::format_to(std::back_inserter(out), "  {:<{}}  {}\n", rule.id, width, rule.summary);
  }
  return out;
}

}  // namespace soat
