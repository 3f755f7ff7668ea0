#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/rule_files.h"
#include "soat/analyzer.h"
#include "soat/rule.h"
#include "write/escape.h"

namespace soat {
namespace {

namespace fs = std::filesystem;

std::string_view KindName(const FigureRule& rule) { return rule.kind ? ToString(*rule.kind) : "none"; }

/// A rule or an indicator, as lists show it.
struct ListedRule {
  std::string_view id, kind_name, kind, summary, file;  ///< kind_name: "kind" of figures, "check" of relations
  uint32_t line;
};

std::vector<ListedRule> ListedRules(const RuleSet& rules) {
  std::vector<ListedRule> listed;
  for (const FigureRule& rule : rules.figure_rules)
    listed.push_back({rule.id, "kind", KindName(rule), rule.summary, rule.file, rule.line});
  for (const RelationRule& rule : rules.relation_rules)
    listed.push_back({rule.id, "check", ToString(rule.check), rule.summary, rule.file, rule.line});
  for (const Indicator& indicator : rules.indicators)
    listed.push_back({indicator.id, "kind", "indicator", indicator.name, indicator.file, indicator.line});
  return listed;
}

std::string ListAsText(const RuleSet& rules) {
  const std::vector<ListedRule> listed = ListedRules(rules);
  size_t id_width = 0, kind_width = 7;
  for (const ListedRule& rule : listed) {
    id_width = std::max(id_width, rule.id.size());
    kind_width = std::max(kind_width, rule.kind.size());
  }
  std::string out;
  for (const ListedRule& rule : listed) {
    fmt::format_to(std::back_inserter(out), "{:<{}}  {:<{}}  {}\n", rule.id, id_width, rule.kind, kind_width,
                   rule.summary);
  }
  return out;
}

void AppendMember(std::string& out, std::string_view key, std::string_view text) {
  fmt::format_to(std::back_inserter(out), "\"{}\":", key);
  AppendJsonString(out, text);
  out += ',';
}

std::string ListAsJson(const RuleSet& rules) {
  std::string out = "{\"schema\":\"soat/rules/1\",\"rules\":[";
  std::string_view separator = "\n";
  for (const ListedRule& rule : ListedRules(rules)) {
    out += separator;
    out += '{';
    AppendMember(out, "id", rule.id);
    AppendMember(out, rule.kind_name, rule.kind);
    AppendMember(out, "summary", rule.summary);
    AppendMember(out, "file", ValidUtf8(rule.file));
    fmt::format_to(std::back_inserter(out), "\"line\":{}}}", rule.line);
    separator = ",\n";
  }
  out += "\n]}\n";
  return out;
}

Status WriteFile(const fs::path& path, std::string_view content) {
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  if (failed) {
    return Error{ErrorCode::kOutput, path.parent_path().native(), "cannot be made: " + failed.message(),
                 "check the name and the permissions"};
  }
  Result<Output> output = Output::Open(path.native());
  if (!output.ok()) return output.error();
  if (Status written = output.value().Write(content); !written.ok()) return written;
  return output.value().Commit();
}

/// Nothing is written when a single file would be lost.
bool TellExisting(const fs::path& directory, Messages& messages) {
  bool any = false;
  for (const RuleFile& file : EmbeddedRules()) {
    const fs::path path = directory / file.name;
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(path, failed))) continue;
    messages.Tell({ErrorCode::kOutput, path.native(), "exists already", "use --force to overwrite it"});
    any = true;
  }
  return any;
}

}  // namespace

int Run(const RulesListOptions& options, Messages& messages) {
  const std::optional<RuleSet> rules = LoadRuleSet(options.rules, messages);
  if (!rules) return kExitFailure;
  Show(options.format == ListFormat::kJson ? ListAsJson(*rules) : ListAsText(*rules), messages);
  return ExitStatus(messages);
}

int Run(const RulesTestOptions& options, Messages& messages) {
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  const std::vector<Error> failures = TestExamples(*analyzer);
  for (const Error& failure : failures) messages.Tell(failure);
  size_t examples = 0;
  for (const FigureRule& rule : analyzer->rules().figure_rules) examples += rule.examples.size();
  for (const RelationRule& rule : analyzer->rules().relation_rules) examples += rule.examples.size();
  for (const Indicator& indicator : analyzer->rules().indicators) examples += indicator.examples.size();
  const Status shown =
      PrintToStandardOutput(fmt::format("{} rules, {} indicators, {} examples, {} failed\n",
                                        analyzer->rules().figure_rules.size() + analyzer->rules().relation_rules.size(),
                                        analyzer->rules().indicators.size(), examples, failures.size()));
  if (!shown.ok()) {
    messages.Tell(shown.error());
    return kExitFailure;
  }
  return failures.empty() ? kExitSuccess : kExitFindings;
}

int Run(const RulesExportOptions& options, Messages& messages) {
  const fs::path directory(options.directory);
  if (!options.force && TellExisting(directory, messages)) return kExitFailure;
  for (const RuleFile& file : EmbeddedRules()) {
    if (const Status written = WriteFile(directory / file.name, file.content); !written.ok()) {
      messages.Tell(written.error());
      return kExitFailure;
    }
  }
  messages.Note(fmt::format("{}: {} rule files written", options.directory, EmbeddedRules().size()));
  return kExitSuccess;
}

}  // namespace soat
