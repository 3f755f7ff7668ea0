// The command line as plain structs: what was typed, checked for form, before anything is touched.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "cli/check_selection.h"
#include "soat/check.h"
#include "soat/comparison.h"
#include "soat/status.h"
#include "soat/writer.h"
#include "write/comparison.h"

namespace soat {

enum class ColorChoice : uint8_t { kAuto, kAlways, kNever };
enum class FigureFormat : uint8_t { kCsv, kJson, kNdjson };
enum class ReportFormat : uint8_t { kCsv, kJson, kNdjson, kText };
enum class CheckFormat : uint8_t { kText, kCsv, kJson, kNdjson, kSarif, kGithub, kJunit, kGitlab };
enum class CompareFormat : uint8_t { kCsv, kJson, kText };
enum class ListFormat : uint8_t { kText, kJson };

/// How the program talks on standard error.
struct MessageOptions {
  ColorChoice color = ColorChoice::kAuto;
  bool quiet = false;  ///< no notes and no progress; errors are still told
};

/// What to read.
struct InputOptions {
  std::vector<std::string> paths;  ///< files, folders, "-"
  std::string stdin_name = "-";    ///< how standard input is called in the output
  std::string files_from;          ///< a file with paths, "-" for standard input; empty: none
  bool nul_separated = false;      ///< of files_from
  std::vector<std::string> include, exclude;
};

/// Which rules to apply.
struct RuleOptions {
  std::vector<std::string> directories;  ///< added to the pack, in order
  bool default_rules = true;
  bool check_embedded = false;  ///< also what was found right when the program was built
};

/// What every command takes that reads reports.
struct BatchOptions {
  InputOptions input;
  RuleOptions rules;
  std::string output;  ///< a file; empty: standard output
  unsigned jobs = 0;   ///< 0: one a core
  bool byte_order_mark = false;
  bool stats = false;
};

struct ExtractOptions : BatchOptions {
  FigureFormat format = FigureFormat::kCsv;
  KindSet kinds = AllKinds();
};

struct ReportsOptions : BatchOptions {
  ReportFormat format = ReportFormat::kCsv;
};

struct CheckOptions : BatchOptions {
  CheckFormat format = CheckFormat::kText;
  ColorChoice color = ColorChoice::kAuto;  ///< of the text format
  bool all = false;                        ///< also what holds
  Severity min_severity = Severity::kNote;
  std::optional<Severity> fail_on = Severity::kWarning;  ///< empty: never
  NameList select, ignore;
  std::string baseline;        ///< a file of findings that are not reported; empty: none
  std::string write_baseline;  ///< where all findings go, as known; empty: nowhere
  bool prune_baseline = false;
  Language language = Language::kVietnamese;
};

struct CompareCommandOptions : BatchOptions {
  CompareFormat format = CompareFormat::kCsv;
  CompareOptions choice;
  ComparisonStyle style;
  bool long_format = false;
  bool from_records = false;  ///< the inputs are what extract --format ndjson wrote
};

struct RulesListOptions {
  RuleOptions rules;
  ListFormat format = ListFormat::kText;
};

struct RulesTestOptions {
  RuleOptions rules;
};

struct RulesExportOptions {
  std::string directory;
  bool force = false;
};

struct ExplainOptions {
  RuleOptions rules;
  std::string subject;           ///< a rule, a check, FILE or FILE:LINE; FILE may be "-"
  std::string stdin_name = "-";  ///< how standard input is called in the output
  Language language = Language::kEnglish;
};

struct ConfigOptions {
  ListFormat format = ListFormat::kText;
};

/// Which soat.toml holds.
struct ConfigChoice {
  bool isolated = false;  ///< none
  std::string file;       ///< this one; empty: the nearest from the current folder upwards
};

/// Help or the version: text for standard output.
struct ShowText {
  std::string text;
};

struct CommandLine {
  MessageOptions messages;
  std::variant<ShowText, ExtractOptions, ReportsOptions, CheckOptions, CompareCommandOptions, RulesListOptions,
               RulesTestOptions, RulesExportOptions, ExplainOptions, ConfigOptions>
      command;
  ConfigChoice config;
  std::set<std::string> given;  ///< long names of the options that were typed: "fail-on"
};

/// \param arguments  without the program's name
/// \error kUsage: says which argument is wrong and where to look
Result<CommandLine> ParseCommandLine(std::vector<std::string> arguments);

}  // namespace soat
