// soat explain: a rule, a check, a report, or one line of it.
#include "cli/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/decoding_problems.h"
#include "cli/rule_files.h"
#include "read/file.h"
#include "soat/reader.h"
#include "soat/rule.h"
#include "text/edit_distance.h"

namespace soat {
namespace {

/// A report, and perhaps one line of it.
struct ReportPlace {
  std::string path;
  std::optional<uint32_t> line;
};

constexpr std::string_view kStandardInput = "-";

bool Exists(const std::string& path) {
  std::error_code failed;
  return path == kStandardInput || std::filesystem::exists(path, failed);
}

/// A file is meant before anything else, also one whose name looks like "FILE:LINE"; "-" is standard input.
std::optional<ReportPlace> PlaceNamed(const std::string& subject) {
  if (Exists(subject)) return ReportPlace{subject, {}};
  const size_t colon = subject.find_last_of(':');
  if (colon == std::string::npos || !Exists(subject.substr(0, colon))) return {};
  uint32_t line = 0;
  const char* end = subject.data() + subject.size();
  const auto read = std::from_chars(subject.data() + colon + 1, end, line);
  if (read.ec != std::errc() || read.ptr != end) return {};
  return ReportPlace{subject.substr(0, colon), line};
}

Error UnknownSubject(const std::string& name, const RuleSet& rules) {
  std::vector<std::string> known;
  for (const FigureRule& rule : rules.figure_rules) known.push_back(rule.id);
  for (const RelationRule& rule : rules.relation_rules) known.push_back(rule.id);
  for (const Indicator& indicator : rules.indicators) known.push_back(indicator.id);
  for (int i = 0; i < kCheckKindCount; ++i) known.emplace_back(ToString(static_cast<CheckKind>(i)));
  const std::string nearest = NearestWord(name, known);
  return {ErrorCode::kUsage, "", fmt::format("there is no rule, no check and no file \"{}\"", name),
          nearest.empty() ? "soat rules list names all rules" : fmt::format("did you mean \"{}\"?", nearest)};
}

Result<Document> Read(const std::string& path, const std::string& stdin_name) {
  if (path != kStandardInput) return ReadDocument(path);
  Result<std::string> bytes = ReadStandardInput();
  if (!bytes.ok()) return bytes.error();
  return MakeDocument(stdin_name, std::move(bytes.value()));
}

int ExplainFile(const ReportPlace& place, const ExplainOptions& options, Messages& messages) {
  const std::optional<Analyzer> analyzer = LoadAnalyzer(options.rules, messages);
  if (!analyzer) return kExitFailure;
  const Result<Document> document = Read(place.path, options.stdin_name);
  if (!document.ok()) {
    messages.Tell(document.error());
    return kExitFailure;
  }
  for (const Error& problem : DescribeProblems(document.value())) messages.Tell(problem);
  if (!place.line) {
    Show(ExplainReport(document.value(), *analyzer), messages);
    return ExitStatus(messages);
  }
  const Result<std::string> explained = ExplainLine(document.value(), *analyzer, *place.line, options.language);
  if (explained.ok())
    Show(explained.value(), messages);
  else
    messages.Tell(explained.error());
  return ExitStatus(messages);
}

/// \return nothing when no rule and no check has that name
std::optional<std::string> Explain(const ExplainOptions& options, const RuleSet& rules,
                                   const std::vector<RuleFile>& files) {
  const auto named = [&](const auto& rule) { return rule.id == options.subject; };
  const auto figure = std::find_if(rules.figure_rules.begin(), rules.figure_rules.end(), named);
  if (figure != rules.figure_rules.end()) return ExplainRule(*figure, files);
  const auto relation = std::find_if(rules.relation_rules.begin(), rules.relation_rules.end(), named);
  if (relation != rules.relation_rules.end()) return ExplainRule(*relation, files);
  const auto indicator = std::find_if(rules.indicators.begin(), rules.indicators.end(), named);
  if (indicator != rules.indicators.end()) return ExplainIndicator(*indicator, rules, files);
  if (const auto check = ParseCheckKind(options.subject)) return ExplainCheck(*check, rules, options.language);
  return {};
}

}  // namespace

int Run(const ExplainOptions& options, Messages& messages) {
  if (const auto place = PlaceNamed(options.subject)) return ExplainFile(*place, options, messages);
  const Result<RulePacks> packs = RulePacks::Read(options.rules);
  if (!packs.ok()) {
    messages.Tell(packs.error());
    return kExitFailure;
  }
  const std::optional<RuleSet> rules = LoadRuleSet(packs.value(), messages);
  if (!rules) return kExitFailure;
  if (const std::optional<std::string> text = Explain(options, *rules, packs.value().files()))
    Show(*text, messages);
  else
    messages.Tell(UnknownSubject(options.subject, *rules));
  return ExitStatus(messages);
}

}  // namespace soat
