#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "text/edit_distance.h"

namespace soat {
namespace {

constexpr const char* kProgramFooter =
    "Examples:\n"
    "  soat extract report.txt                   the figures of one report, as CSV\n"
    "  soat extract reports -o figures.csv       of all reports in a folder, into a file\n"
    "  soat extract reports --format ndjson | jq -c 'select(.kind == \"money\")'\n"
    "  soat reports reports                      who reports, on what period: one row a report\n"
    "  soat check report.txt                     where its figures contradict each other\n"
    "  soat compare reports                      indicators, districts side by side\n"
    "  soat explain RULE                         what a rule (or a check) does, with its examples\n"
    "  soat explain report.txt:21                how one line was read and what was checked on it\n"
    "  soat explain report.txt                   its sections, blocks and figures, each with what it measures\n"
    "\n"
    "Exit status:\n"
    "  0  done\n"
    "  1  soat check: something at or above --fail-on was found; soat rules test: an example is\n"
    "     not as it says\n"
    "  2  something failed: bad usage, an unreadable file, a broken rule, output that\n"
    "     could not be written (what can be read is still done)";

constexpr const char* kExtractFooter =
    "Folders are walked recursively in the byte order of names. Hidden files are left out,\n"
    "links to folders are not followed, and only .txt, .text and .md are read. A file that is\n"
    "named is always read. The output has the order of the input, whatever --jobs says.\n"
    "\n"
    "Examples:\n"
    "  soat extract samples\n"
    "  soat extract --kind money,percent --bom -o figures.csv reports\n"
    "  find . -name '*.txt' -print0 | soat extract --files-from - -0 --format ndjson\n"
    "  pdftotext -layout report.pdf - | soat extract --stdin-name report.pdf -\n"
    "\n"
    "Exit status: 0 done; 2 something failed (what can be read is still done).";

constexpr const char* kReportsFooter =
    "One record a report. What a report does not say is left empty; a report is a draft when its\n"
    "number or day is blank, or when it says so. Files and folders are read as by soat extract.\n"
    "\n"
    "Examples:\n"
    "  soat reports --format text report.txt\n"
    "  soat reports -o reports.csv samples\n"
    "\n"
    "Exit status: 0 done; 2 something failed (what can be read is still done).";

constexpr const char* kCheckFooter =
    "A finding is an error (the text contradicts itself), a warning (very likely wrong) or a note\n"
    "(worth knowing). CHECK is the name of a check (ratio_percent), RULE that of a relation rule.\n"
    "Files and folders are read as by soat extract.\n"
    "\n"
    "Examples:\n"
    "  soat check report.txt\n"
    "  soat check --format csv --bom -o findings.csv reports\n"
    "  soat check --write-baseline known.json reports; soat check --baseline known.json reports\n"
    "  soat check --select date_invalid,ratio_percent --fail-on error reports\n"
    "\n"
    "Exit status: 0 nothing at or above --fail-on; 1 something; 2 something failed (what can be\n"
    "read is still checked).";

constexpr const char* kCompareFooter =
    "Rows are indicators, columns are units and periods. A cell is a number, and behind it, apart by\n"
    "blanks: its qualifier; * where the reports state other values too (--conflicts shows all); its\n"
    "own period where it is not that of the column. A draft or a copy of a report does not count.\n"
    "\n"
    "Examples:\n"
    "  soat compare --format text reports\n"
    "  soat compare --indicator online_dossier_rate --scope none --by indicator --sort value reports\n"
    "  soat compare --long --delta --rank -o long.csv reports\n"
    "  soat extract --format ndjson a > a.ndjson; soat compare --from-records a.ndjson b.ndjson\n"
    "\n"
    "Exit status: 0 done; 2 something failed (what can be read is still done).";

constexpr const char* kConfigFooter =
    "The nearest soat.toml from the current folder upwards sets defaults; the command line outweighs\n"
    "it. Paths in it are relative to its folder. What is shown can stand in such a file.";

constexpr const char* kRulesTestFooter =
    "Exit status: 0 all examples are as they say; 1 one is not; 2 the rules cannot be loaded.";

/// Help in the words of this program instead of CLI11's.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(26);
    label("OPTIONS", "OPTION...");
    label("SUBCOMMAND", "COMMAND");
    label("Positionals", "Arguments");
  }
};

/// The options of all commands, bound to CLI11.
class CommandLineParser {
 public:
  CommandLineParser();
  Result<CommandLine> Parse(std::vector<std::string> arguments);

 private:
  CLI::App* AddCommand(CLI::App& parent, const std::string& name, const std::string& description);
  void AddExtract();
  void AddReports();
  void AddCheck();
  void AddSeverities();
  void AddCompare();
  void AddCompareChoice();
  void AddBaseline();
  Status CheckCombinations() const;
  Status FinishCheck();
  void AddBatchOptions(CLI::App& command, BatchOptions& options);
  static void AddInput(CLI::App& command, InputOptions& input);
  static void AddOutput(CLI::App& command, BatchOptions& options);
  void AddRules();
  void AddExplain();
  void AddMessageOptions(CLI::App& command);
  void AddRuleOptions(CLI::App& command, RuleOptions& rules);
  void AddConfig();
  void AddConfigChoice(CLI::App& command);
  CommandLine Line(decltype(CommandLine::command) command);

  Result<CommandLine> Chosen();
  Status FinishExtract();
  Status FinishCompare();
  Status FinishExplain() const;
  static Status FinishBatch(const CLI::App& command, bool csv, BatchOptions& options);
  Error Describe(const CLI::ParseError& error);
  Error UnknownArgument(const std::string& argument);
  CLI::App& Innermost();

  CLI::App app_{"soat finds the figures of Vietnamese administrative reports: typed, exact, and placed.", "soat"};
  CLI::App* extract_ = nullptr;
  CLI::App* reports_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* compare_ = nullptr;
  CLI::App* rules_ = nullptr;
  CLI::App* rules_list_ = nullptr;
  CLI::App* rules_test_ = nullptr;
  CLI::App* rules_export_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* config_command_ = nullptr;

  MessageOptions messages_;
  ExtractOptions extract_options_;
  ReportsOptions reports_options_;
  CheckOptions check_options_;
  CompareCommandOptions compare_options_;
  std::vector<std::string> compare_periods_;
  std::string compare_sort_;
  RulesListOptions list_options_;
  RulesTestOptions test_options_;
  RulesExportOptions export_options_;
  ExplainOptions explain_options_;
  ConfigOptions config_options_;
  ConfigChoice config_;
  std::vector<std::string> kinds_;
  std::string test_directory_;
};

/// An option with one text. `placeholder` stands for it in the help.
CLI::Option* AddText(CLI::App& command, const std::string& name, std::string& value, const std::string& placeholder,
                     const std::string& description) {
  return command.add_option(name, value, description)->option_text(placeholder);
}

/// An option that can be given more than once, with one text each time.
CLI::Option* AddTexts(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                      const std::string& placeholder, const std::string& description) {
  return command.add_option(name, values, description)->option_text(placeholder)->allow_extra_args(false);
}

/// An option whose text is one word of a list.
template <typename Choice>
void AddChoice(CLI::App& command, const std::string& name, Choice& value, const std::string& placeholder,
               const std::string& description, const std::vector<std::pair<std::string, Choice>>& choices) {
  const auto set = [name, &value, choices](const std::string& word) {
    std::string known;
    for (const auto& [text, choice] : choices) {
      if (text == word) {
        value = choice;
        return;
      }
      known += (known.empty() ? "" : ", ") + text;
    }
    throw CLI::ValidationError(fmt::format("{}: \"{}\" is none of {}", name, word, known));
  };
  command.add_option_function<std::string>(name, set, description)->option_text(placeholder);
}

CommandLineParser::CommandLineParser() {
  app_.formatter(std::make_shared<HelpFormatter>());
  app_.set_help_flag("-h,--help", "this help; after a command, the help of the command");
  app_.set_version_flag("-V,--version", "soat " SOAT_VERSION, "the version");
  app_.require_subcommand(0, 1);  // behind a command its name is a path: soat extract reports
  app_.get_formatter()->column_width(26);
  app_.footer(kProgramFooter);
  AddExtract();
  AddReports();
  AddCheck();
  AddCompare();
  AddRules();
  AddExplain();
  AddConfig();
}

CLI::App* CommandLineParser::AddCommand(CLI::App& parent, const std::string& name, const std::string& description) {
  CLI::App* command = parent.add_subcommand(name, description);
  command->group("Commands");
  command->set_help_flag("-h,--help", "this help");
  command->footer("");  // CLI11 hands the parent's down
  return command;
}

void CommandLineParser::AddMessageOptions(CLI::App& command) {
  AddChoice<ColorChoice>(
      command, "--color", messages_.color, "WHEN", "color messages: auto (default), always, never",
      {{"auto", ColorChoice::kAuto}, {"always", ColorChoice::kAlways}, {"never", ColorChoice::kNever}});
  command.add_flag("-q,--quiet", messages_.quiet, "no notes and no progress, errors alone");
}

void CommandLineParser::AddRuleOptions(CLI::App& command, RuleOptions& rules) {
  AddTexts(command, "--rules", rules.directories, "DIR", "add the rules of a folder; a rule replaces the one of its id")
      ->group("Rules");
  const auto leave_out = [&rules](int64_t times) { rules.default_rules = times == 0; };
  command.add_flag_function("--no-default-rules", leave_out, "leave the embedded rules out")->group("Rules");
  AddConfigChoice(command);
}

void CommandLineParser::AddConfigChoice(CLI::App& command) {
  AddText(command, "--config", config_.file, "FILE", "take defaults from this file instead of the nearest soat.toml")
      ->group("Defaults");
  command.add_flag("--isolated", config_.isolated, "take no defaults from a soat.toml")->group("Defaults");
}

void CommandLineParser::AddConfig() {
  config_command_ = AddCommand(app_, "config", "which defaults soat.toml sets here");
  AddChoice<ListFormat>(*config_command_, "--format", config_options_.format, "FORMAT", "text (default), json",
                        {{"text", ListFormat::kText}, {"json", ListFormat::kJson}});
  config_command_->footer(kConfigFooter);
  AddConfigChoice(*config_command_);
  AddMessageOptions(*config_command_);
}

void CommandLineParser::AddExtract() {
  extract_ = AddCommand(app_, "extract", "write the figures of reports as CSV, JSON or NDJSON");
  extract_->footer(kExtractFooter);
  AddInput(*extract_, extract_options_.input);
  AddChoice<FigureFormat>(
      *extract_, "--format", extract_options_.format, "FORMAT", "csv (default), json, ndjson",
      {{"csv", FigureFormat::kCsv}, {"json", FigureFormat::kJson}, {"ndjson", FigureFormat::kNdjson}});
  AddTexts(*extract_, "--kind", kinds_, "KIND,...",
           "only these: count, ratio, percent, money, measure, date, period, docref, index")
      ->delimiter(',');
  AddBatchOptions(*extract_, extract_options_);
}

void CommandLineParser::AddReports() {
  reports_ = AddCommand(app_, "reports", "write who reports, on what period, under which number and date");
  reports_->footer(kReportsFooter);
  AddInput(*reports_, reports_options_.input);
  AddChoice<ReportFormat>(*reports_, "--format", reports_options_.format, "FORMAT", "csv (default), json, ndjson, text",
                          {{"csv", ReportFormat::kCsv},
                           {"json", ReportFormat::kJson},
                           {"ndjson", ReportFormat::kNdjson},
                           {"text", ReportFormat::kText}});
  AddBatchOptions(*reports_, reports_options_);
}

void CommandLineParser::AddCheck() {
  check_ = AddCommand(app_, "check", "check whether the figures of reports agree with each other");
  check_->footer(kCheckFooter);
  AddInput(*check_, check_options_.input);
  AddChoice<CheckFormat>(*check_, "--format", check_options_.format, "FORMAT",
                         "text (default), csv, json, ndjson, sarif, github, junit, gitlab",
                         {{"text", CheckFormat::kText},
                          {"csv", CheckFormat::kCsv},
                          {"json", CheckFormat::kJson},
                          {"ndjson", CheckFormat::kNdjson},
                          {"sarif", CheckFormat::kSarif},
                          {"github", CheckFormat::kGithub},
                          {"junit", CheckFormat::kJunit},
                          {"gitlab", CheckFormat::kGitlab}});
  check_->add_flag("--all", check_options_.all, "also write what was checked and holds");
  AddTexts(*check_, "--select", check_options_.select.names, "CHECK|RULE,...", "only these")->delimiter(',');
  AddTexts(*check_, "--ignore", check_options_.ignore.names, "CHECK|RULE,...", "all but these")->delimiter(',');
  check_options_.select.where = "--select";
  check_options_.ignore.where = "--ignore";
  AddSeverities();
  AddChoice<Language>(*check_, "--lang", check_options_.language, "LANGUAGE", "of the messages: vi (default), en",
                      {{"vi", Language::kVietnamese}, {"en", Language::kEnglish}});
  AddBaseline();
  AddBatchOptions(*check_, check_options_);
}

void CommandLineParser::AddBaseline() {
  AddText(*check_, "--baseline", check_options_.baseline, "FILE", "leave out the findings that this file knows")
      ->group("Baseline");
  AddText(*check_, "--write-baseline", check_options_.write_baseline, "FILE",
          "take all findings as known: write them to a file, report none")
      ->group("Baseline");
  check_->add_flag("--prune-baseline", check_options_.prune_baseline, "take out of it what is no longer found")
      ->group("Baseline");
}

void CommandLineParser::AddSeverities() {
  AddChoice<Severity>(*check_, "--min-severity", check_options_.min_severity, "SEVERITY",
                      "write nothing below: note (default), warning, error",
                      {{"note", Severity::kNote}, {"warning", Severity::kWarning}, {"error", Severity::kError}});
  AddChoice<std::optional<Severity>>(*check_, "--fail-on", check_options_.fail_on, "SEVERITY",
                                     "exit with 1 from here on: note, warning (default), error, never",
                                     {{"note", Severity::kNote},
                                      {"warning", Severity::kWarning},
                                      {"error", Severity::kError},
                                      {"never", std::nullopt}});
}

void CommandLineParser::AddCompare() {
  CompareCommandOptions& options = compare_options_;
  compare_ = AddCommand(app_, "compare", "set the indicators of reports side by side");
  compare_->footer(kCompareFooter);
  AddInput(*compare_, options.input);
  compare_->add_flag("--from-records", options.from_records, "read what soat extract --format ndjson wrote")
      ->group("Input");
  AddChoice<CompareFormat>(
      *compare_, "--format", options.format, "FORMAT", "csv (default), json, text",
      {{"csv", CompareFormat::kCsv}, {"json", CompareFormat::kJson}, {"text", CompareFormat::kText}});
  compare_->add_flag("--long", options.long_format, "CSV with one row a value");
  AddChoice<CompareBy>(
      *compare_, "--by", options.style.by, "WHAT",
      "columns: unit (default), period (the units of a period together), indicator",
      {{"unit", CompareBy::kUnit}, {"period", CompareBy::kPeriod}, {"indicator", CompareBy::kIndicator}});
  AddText(
      *compare_, "--sort", compare_sort_, "KEY",
      "rows: rules (default), name, reports (most reports first), value (best first; with --long or --by indicator)");
  compare_->add_flag("--rank", options.style.ranks, "the rank of each unit among those with a value of the period");
  compare_->add_flag("--delta", options.style.changes, "the change from the period before, in value and percent");
  compare_->add_flag("--conflicts", options.style.conflicts, "only what is stated with more than one value, all of it");
  AddCompareChoice();
  AddBatchOptions(*compare_, options);
}

void CommandLineParser::AddCompareChoice() {
  CompareOptions& choice = compare_options_.choice;
  AddTexts(*compare_, "--indicator", choice.indicators, "ID,...", "only these, as soat rules list names them")
      ->delimiter(',')
      ->group("Choice");
  AddTexts(*compare_, "--scope", choice.scopes, "SCOPE,...", "only these; none: what has no scope")
      ->delimiter(',')
      ->group("Choice");
  AddTexts(*compare_, "--period", compare_periods_, "PERIOD,...",
           "only within these: 2023, 2021-2023, 2023-H1, 2023-Q3, 2023-06, FIRST..LAST day")
      ->delimiter(',')
      ->group("Choice");
  AddTexts(*compare_, "--unit", choice.units, "NAME,...", "only these, with their level or without")
      ->delimiter(',')
      ->group("Choice");
  compare_->add_option("--min-reports", choice.min_reports, "only what so many reports state")
      ->option_text("N")
      ->check(CLI::Range(1, 1000000))
      ->group("Choice");
  compare_->add_flag("--all-labels", choice.all_labels, "also what is no known indicator, by its label")
      ->group("Choice");
}

void CommandLineParser::AddBatchOptions(CLI::App& command, BatchOptions& options) {
  AddOutput(command, options);
  AddRuleOptions(command, options.rules);
  AddMessageOptions(command);
}

void CommandLineParser::AddInput(CLI::App& command, InputOptions& input) {
  command.add_option("PATH", input.paths, "files, folders, or - for standard input; default: the current folder")
      ->option_text("...");
  AddText(command, "--stdin-name", input.stdin_name, "NAME",
          "read standard input when there is no PATH, and call it that")
      ->group("Input");
  AddText(command, "--files-from", input.files_from, "FILE",
          "read more paths from a file, one a line; - for standard input")
      ->group("Input");
  command.add_flag("-0,--null", input.nul_separated, "the paths of --files-from end with NUL")->group("Input");
  AddTexts(command, "--include", input.include, "GLOB", "in folders, read what matches (instead of .txt, .text, .md)")
      ->group("Input");
  AddTexts(command, "--exclude", input.exclude, "GLOB", "in folders, leave out files and folders that match")
      ->group("Input");
}

void CommandLineParser::AddOutput(CLI::App& command, BatchOptions& options) {
  AddText(command, "-o,--output", options.output, "FILE",
          "write to a file, which is whole or not there; - for standard output");
  command.add_flag("--bom", options.byte_order_mark, "begin CSV with a byte order mark, for Excel");
  command.add_option("-j,--jobs", options.jobs, "threads; 0 (default): one a core")
      ->option_text("N")
      ->check(CLI::Range(0, 1024));
  command.add_flag("--stats", options.stats, "counts and speed on standard error");
}

void CommandLineParser::AddRules() {
  rules_ = AddCommand(app_, "rules", "list, test or export the rules");
  rules_->require_subcommand(1);
  rules_list_ = AddCommand(*rules_, "list", "all rules: id, kind, summary");
  AddChoice<ListFormat>(*rules_list_, "--format", list_options_.format, "FORMAT", "text (default), json",
                        {{"text", ListFormat::kText}, {"json", ListFormat::kJson}});
  AddRuleOptions(*rules_list_, list_options_.rules);
  AddMessageOptions(*rules_list_);

  rules_test_ = AddCommand(*rules_, "test", "run every example of every rule");
  AddText(*rules_test_, "DIR", test_directory_, "", "rules to test together with the embedded ones");
  rules_test_->footer(kRulesTestFooter);
  AddRuleOptions(*rules_test_, test_options_.rules);
  AddMessageOptions(*rules_test_);

  rules_export_ = AddCommand(*rules_, "export", "write the embedded rules into a folder, to start one's own from");
  AddText(*rules_export_, "DIR", export_options_.directory, "", "where to; made when it is not there")->required();
  rules_export_->add_flag("--force", export_options_.force, "overwrite files that are there");
  AddMessageOptions(*rules_export_);
}

void CommandLineParser::AddExplain() {
  explain_ = AddCommand(app_, "explain", "what a rule or a check does, or how a report was read");
  AddText(*explain_, "WHAT", explain_options_.subject, "",
          "a rule, as soat rules list names it; a check; a report (- for standard input); or FILE:LINE")
      ->required();
  AddText(*explain_, "--stdin-name", explain_options_.stdin_name, "NAME", "call standard input that");
  AddChoice<Language>(*explain_, "--lang", explain_options_.language, "LANGUAGE",
                      "of checks and messages: en (default), vi",
                      {{"vi", Language::kVietnamese}, {"en", Language::kEnglish}});
  AddRuleOptions(*explain_, explain_options_.rules);
  AddMessageOptions(*explain_);
}

/// "-:12" looks like an option, but is a line of standard input: it goes to the end, behind "--".
void KeepStandardInputPlace(std::vector<std::string>& arguments) {
  if (arguments.front() != "explain") return;
  const auto place = std::find_if(arguments.begin(), arguments.end(),
                                  [](const std::string& argument) { return argument.starts_with("-:"); });
  if (place == arguments.end() || std::find(arguments.begin(), place, "--") != place) return;
  std::rotate(place, place + 1, arguments.end());
  arguments.insert(arguments.end() - 1, "--");
}

Result<CommandLine> CommandLineParser::Parse(std::vector<std::string> arguments) {
  if (arguments.empty()) return CommandLine{messages_, ShowText{app_.help()}, {}, {}};
  KeepStandardInputPlace(arguments);
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app_.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    return CommandLine{messages_, ShowText{app_.help()}, {}, {}};
  } catch (const CLI::CallForVersion& version) {
    return CommandLine{messages_, ShowText{std::string(version.what()) + "\n"}, {}, {}};
  } catch (const CLI::ParseError& error) {
    return Describe(error);
  }
  return Chosen();
}

/// The command with what was typed of it.
CommandLine CommandLineParser::Line(decltype(CommandLine::command) command) {
  CommandLine line{messages_, std::move(command), config_, {}};
  for (const CLI::Option* option : Innermost().get_options()) {
    if (option->count() > 0 && !option->get_lnames().empty()) line.given.insert(option->get_lnames().front());
  }
  return line;
}

Result<CommandLine> CommandLineParser::Chosen() {
  if (config_.isolated && !config_.file.empty()) {
    return Error{ErrorCode::kUsage, "", "--isolated takes no defaults from a file, --config names one",
                 "leave one of them out"};
  }
  if (extract_->parsed()) {
    if (const Status finished = FinishExtract(); !finished.ok()) return finished.error();
    return Line(extract_options_);
  }
  if (reports_->parsed()) {
    const bool csv = reports_options_.format == ReportFormat::kCsv;
    if (const Status finished = FinishBatch(*reports_, csv, reports_options_); !finished.ok()) return finished.error();
    return Line(reports_options_);
  }
  if (check_->parsed()) {
    if (const Status finished = FinishCheck(); !finished.ok()) return finished.error();
    return Line(check_options_);
  }
  if (compare_->parsed()) {
    if (const Status finished = FinishCompare(); !finished.ok()) return finished.error();
    return Line(compare_options_);
  }
  if (rules_list_->parsed()) return Line(list_options_);
  if (rules_test_->parsed()) {
    test_options_.rules.check_embedded = true;
    if (!test_directory_.empty()) test_options_.rules.directories.push_back(test_directory_);
    return Line(test_options_);
  }
  if (rules_export_->parsed()) return Line(export_options_);
  if (explain_->parsed()) {
    if (const Status finished = FinishExplain(); !finished.ok()) return finished.error();
    return Line(explain_options_);
  }
  if (config_command_->parsed()) return Line(config_options_);
  return Line(ShowText{app_.help()});
}

Status CommandLineParser::FinishExtract() {
  if (!kinds_.empty()) extract_options_.kinds.reset();
  for (const std::string& word : kinds_) {
    const std::optional<FigureKind> kind = ParseFigureKind(word);
    if (!kind) {
      return Error{ErrorCode::kUsage, "", fmt::format("--kind: \"{}\" is no kind of figure", word),
                   "see soat extract --help"};
    }
    extract_options_.kinds.set(static_cast<size_t>(*kind));
  }
  return FinishBatch(*extract_, extract_options_.format == FigureFormat::kCsv, extract_options_);
}

Status CommandLineParser::FinishCompare() {
  CompareCommandOptions& options = compare_options_;
  const auto wrong = [](std::string what, std::string fix) {
    return Error{ErrorCode::kUsage, "", std::move(what), std::move(fix)};
  };
  for (const std::string& name : compare_periods_) {
    const std::optional<DaySpan> period = ParsePeriodName(name);
    if (!period) return wrong(fmt::format("--period: \"{}\" is no period", name), "write it like 2023 or 2023-H1");
    options.choice.periods.push_back(*period);
  }
  for (std::string& scope : options.choice.scopes) {
    if (scope == "none") scope.clear();
  }
  const bool csv = options.format == CompareFormat::kCsv;
  if (options.long_format && !csv) return wrong("--long is for CSV alone", "leave it out, or use --format csv");
  options.style.by_value = compare_sort_ == "value";
  if (options.style.by_value && !options.long_format && options.style.by != CompareBy::kIndicator) {
    return wrong("--sort value orders rows of values", "use it together with --long or --by indicator");
  }
  if (compare_sort_ == "name") options.choice.sort = CompareSort::kName;
  if (compare_sort_ == "reports") options.choice.sort = CompareSort::kReports;
  if (!compare_sort_.empty() && compare_sort_ != "rules" && compare_sort_ != "name" && compare_sort_ != "reports" &&
      !options.style.by_value) {
    return wrong(fmt::format("--sort: \"{}\" is none of rules, name, reports, value", compare_sort_),
                 "see soat compare --help");
  }
  options.style.byte_order_mark = options.byte_order_mark;
  return FinishBatch(*compare_, csv, options);
}

/// What is said by one option and unsaid by another, as far as both were typed; soat.toml only sets defaults.
Status CommandLineParser::CheckCombinations() const {
  const auto typed = [this](const char* name) { return check_->count(name) > 0; };
  const auto wrong = [](const char* what, const char* fix) { return Error{ErrorCode::kUsage, "", what, fix}; };
  const std::string& written = check_options_.write_baseline;
  if (typed("--write-baseline") && (written.empty() || written == "-"))
    return wrong("--write-baseline: no file is named", "write --write-baseline known.json");
  if (typed("--write-baseline") && typed("--baseline"))
    return wrong("--write-baseline takes all findings as known, whatever a baseline knows", "leave --baseline out");
  if (typed("--write-baseline") && typed("--prune-baseline"))
    return wrong("--write-baseline writes only what is found: there is nothing to prune", "leave one of them out");
  if (typed("--all") && typed("--min-severity"))
    return wrong("--all writes also what holds, --min-severity only what is worse", "leave one of them out");
  return {};
}

Status CommandLineParser::FinishCheck() {
  check_options_.color = messages_.color;
  if (Status checked = CheckCombinations(); !checked.ok()) return checked;
  return FinishBatch(*check_, check_options_.format == CheckFormat::kCsv, check_options_);
}

Status CommandLineParser::FinishBatch(const CLI::App& command, bool csv, BatchOptions& options) {
  InputOptions& input = options.input;
  if (input.nul_separated && input.files_from.empty()) {
    return Error{ErrorCode::kUsage, "", "-0 says how --files-from is separated", "use it together with --files-from"};
  }
  if (options.output == "-") options.output.clear();
  if (options.byte_order_mark && !csv) {
    return Error{ErrorCode::kUsage, "", "--bom is for CSV alone", "leave it out, or use --format csv"};
  }
  if (command.count("--stdin-name") == 0 || !input.files_from.empty()) return {};
  if (input.paths.empty()) input.paths.emplace_back("-");
  if (std::find(input.paths.begin(), input.paths.end(), "-") != input.paths.end()) return {};
  return Error{ErrorCode::kUsage, "", "--stdin-name names standard input, which is not read",
               "leave it out, or add - to the paths"};
}

Status CommandLineParser::FinishExplain() const {
  const std::string& subject = explain_options_.subject;
  if (explain_->count("--stdin-name") == 0 || subject == "-" || subject.starts_with("-:")) return {};
  return Error{ErrorCode::kUsage, "", "--stdin-name names standard input, which is not read", "explain - or -:LINE"};
}

CLI::App& CommandLineParser::Innermost() {
  CLI::App* command = &app_;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

Error CommandLineParser::UnknownArgument(const std::string& argument) {
  CLI::App& command = Innermost();
  std::vector<std::string> known;
  const bool is_option = argument.size() > 1 && argument.front() == '-';
  if (is_option) {
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
  } else {
    for (const CLI::App* subcommand : command.get_subcommands({})) known.push_back(subcommand->get_name());
  }
  const std::string nearest = NearestWord(argument.substr(0, argument.find('=')), known);
  const char* what = is_option ? "option" : known.empty() ? "argument" : "command";
  return {ErrorCode::kUsage, "", fmt::format("unknown {} \"{}\"", what, argument),
          nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest)};
}

Error CommandLineParser::Describe(const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app_.remaining(true);
  Error described{ErrorCode::kUsage, "", error.what(), ""};
  if (!unknown.empty()) {
    described = UnknownArgument(unknown.front());
  } else if (!Innermost().get_subcommands({}).empty()) {
    described.what = "a command is missing";
  }
  if (described.fix.empty()) {
    std::string command = "soat";
    for (const CLI::App* app = &app_; !app->get_subcommands().empty();) {
      app = app->get_subcommands().front();
      command += " " + app->get_name();
    }
    described.fix = fmt::format("see {} --help", command);
  }
  return described;
}

}  // namespace

Result<CommandLine> ParseCommandLine(std::vector<std::string> arguments) {
  return CommandLineParser().Parse(std::move(arguments));
}

}  // namespace soat
