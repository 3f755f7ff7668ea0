#include <doctest/doctest.h>

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "cli/options.h"

namespace soat {
namespace {

using Arguments = std::vector<std::string>;

ExtractOptions Extract(Arguments arguments) {
  arguments.insert(arguments.begin(), "extract");
  Result<CommandLine> line = ParseCommandLine(std::move(arguments));
  REQUIRE_MESSAGE(line.ok(), ToString(line.error()));
  REQUIRE(std::holds_alternative<ExtractOptions>(line.value().command));
  return std::get<ExtractOptions>(line.value().command);
}

std::string Complaint(Arguments arguments) {
  const Result<CommandLine> line = ParseCommandLine(std::move(arguments));
  REQUIRE_FALSE(line.ok());
  CHECK(line.error().code == ErrorCode::kUsage);
  return ToString(line.error());
}

TEST_CASE("extract with nothing said") {
  const ExtractOptions options = Extract({});
  CHECK(options.input.paths.empty());
  CHECK(options.format == FigureFormat::kCsv);
  CHECK(options.kinds == AllKinds());
  CHECK(options.rules.default_rules);
  CHECK(options.jobs == 0);
  CHECK(options.output.empty());
}

TEST_CASE("extract with everything said") {
  const ExtractOptions options = Extract({"a b.txt",     "--format=ndjson",
                                          "-o",          "out",
                                          "-j3",         "--kind",
                                          "count,money", "xã",
                                          "--kind",      "date",
                                          "--stats",     "--files-from",
                                          "-",           "-0",
                                          "--include",   "*.x",
                                          "c",           "--exclude",
                                          "y",           "--rules",
                                          "r1",          "--rules",
                                          "r2",          "--no-default-rules"});
  CHECK(options.input.paths == Arguments{"a b.txt", "xã", "c"});
  CHECK(options.format == FigureFormat::kNdjson);
  CHECK(options.output == "out");
  CHECK(options.jobs == 3);
  CHECK(options.kinds.count() == 3);
  CHECK(options.kinds[static_cast<size_t>(FigureKind::kDate)]);
  CHECK(options.stats);
  CHECK(options.input.files_from == "-");
  CHECK(options.input.nul_separated);
  CHECK(options.input.include == Arguments{"*.x"});
  CHECK(options.input.exclude == Arguments{"y"});
  CHECK(options.rules.directories == Arguments{"r1", "r2"});
  CHECK_FALSE(options.rules.default_rules);
}

TEST_CASE("standard input and what only looks like an option") {
  CHECK(Extract({"-"}).input.paths == Arguments{"-"});
  CHECK(Extract({"--", "--bom"}).input.paths == Arguments{"--bom"});
  const ExtractOptions named = Extract({"--stdin-name", "x.txt"});
  CHECK(named.input.paths == Arguments{"-"});
  CHECK(named.input.stdin_name == "x.txt");
}

TEST_CASE("a path may have the name of a command") {
  CHECK(Extract({"reports", "--format", "json"}).input.paths == Arguments{"reports"});
  CHECK(Extract({"check", "extract"}).input.paths == Arguments{"check", "extract"});
}

TEST_CASE("reports takes what extract takes, but no kinds") {
  Result<CommandLine> line = ParseCommandLine({"reports", "a", "-", "--format", "text", "-o", "out", "-j2", "--include",
                                               "*.x", "--stats", "--rules", "r", "--stdin-name", "n"});
  REQUIRE_MESSAGE(line.ok(), ToString(line.error()));
  const auto options = std::get<ReportsOptions>(line.value().command);
  CHECK(options.input.paths == Arguments{"a", "-"});
  CHECK(options.input.stdin_name == "n");
  CHECK(options.input.include == Arguments{"*.x"});
  CHECK(options.format == ReportFormat::kText);
  CHECK(options.output == "out");
  CHECK(options.jobs == 2);
  CHECK(options.stats);
  CHECK(options.rules.directories == Arguments{"r"});
  CHECK(Complaint({"reports", "--kind", "date"}).find("--kind") != std::string::npos);
  CHECK(Complaint({"reports", "--bom", "--format", "text"}).find("--bom is for CSV alone") != std::string::npos);
  CHECK(Complaint({"reports", "--format", "xml"}).find("csv, json, ndjson, text") != std::string::npos);
}

CheckOptions Check(Arguments arguments) {
  arguments.insert(arguments.begin(), "check");
  Result<CommandLine> line = ParseCommandLine(std::move(arguments));
  REQUIRE_MESSAGE(line.ok(), ToString(line.error()));
  return std::get<CheckOptions>(line.value().command);
}

TEST_CASE("check with nothing said") {
  const CheckOptions options = Check({});
  CHECK(options.format == CheckFormat::kText);
  CHECK_FALSE(options.all);
  CHECK(options.min_severity == Severity::kNote);
  CHECK(options.fail_on == Severity::kWarning);
  CHECK(options.select.names.empty());
  CHECK(options.language == Language::kVietnamese);
  CHECK(options.baseline.empty());
}

TEST_CASE("check with everything said") {
  const CheckOptions options =
      Check({"a",      "--format",         "sarif",   "--select",  "change,a/b", "--select", "complement", "--ignore",
             "x",      "--min-severity",   "error",   "--fail-on", "never",      "--lang",   "en",         "--baseline",
             "b.json", "--prune-baseline", "--color", "always",    "-o",         "out"});
  CHECK(options.input.paths == Arguments{"a"});
  CHECK(options.format == CheckFormat::kSarif);
  CHECK(options.select.names == Arguments{"change", "a/b", "complement"});
  CHECK(options.select.where == "--select");
  CHECK(options.ignore.names == Arguments{"x"});
  CHECK(options.min_severity == Severity::kError);
  CHECK_FALSE(options.fail_on.has_value());
  CHECK(options.language == Language::kEnglish);
  CHECK(options.baseline == "b.json");
  CHECK(options.prune_baseline);
  CHECK(Check({"--all"}).all);
  CHECK(Check({"--write-baseline", "w.json"}).write_baseline == "w.json");
  CHECK(options.color == ColorChoice::kAlways);
  CHECK(options.output == "out");
}

TEST_CASE("- is standard output") {
  CHECK(Check({"-o", "-"}).output.empty());
  CHECK(Check({"-o", "./-"}).output == "./-");
}

TEST_CASE("what one option says and another unsays is told") {
  const auto told = [](const Arguments& arguments, std::string_view what) {
    return Complaint(arguments).find(what) != std::string::npos;
  };
  CHECK(told({"check", "--write-baseline", ""}, "--write-baseline: no file is named"));
  CHECK(told({"check", "--write-baseline", "w", "--baseline", "b"}, "leave --baseline out"));
  CHECK(told({"check", "--write-baseline", "w", "--prune-baseline"}, "there is nothing to prune"));
  CHECK(told({"check", "--all", "--min-severity", "error"}, "leave one of them out"));
  CHECK(told({"extract", "--isolated", "--config", "c"}, "--config names one"));
  CHECK(told({"check", "--stdin-name", "n", "a"}, "standard input, which is not read"));
  CHECK(told({"extract", "--stdin-name", "n", "a"}, "standard input, which is not read"));
  CHECK(told({"explain", "--stdin-name", "n", "a"}, "explain - or -:LINE"));
  CHECK(Check({"--stdin-name", "n", "a", "-"}).input.paths == Arguments{"a", "-"});
  CHECK(Check({"--stdin-name", "n", "--files-from", "list"}).input.paths.empty());
}

TEST_CASE("what was typed is told apart from what is the default") {
  const Result<CommandLine> line =
      ParseCommandLine({"check", "--fail-on", "warning", "-j0", "--no-default-rules", "--config", "c"});
  REQUIRE(line.ok());
  CHECK(line.value().given == std::set<std::string>{"config", "fail-on", "jobs", "no-default-rules"});
  CHECK(line.value().config.file == "c");
  CHECK_FALSE(line.value().config.isolated);
  CHECK(ParseCommandLine({"check", "--isolated"}).value().config.isolated);
}

TEST_CASE("the other commands") {
  const auto parse = [](Arguments arguments) {
    Result<CommandLine> line = ParseCommandLine(std::move(arguments));
    REQUIRE(line.ok());
    return line.value().command;
  };
  CHECK(std::get<RulesListOptions>(parse({"rules", "list", "--format", "json"})).format == ListFormat::kJson);
  CHECK(std::get<RulesTestOptions>(parse({"rules", "test", "mine"})).rules.directories == Arguments{"mine"});
  CHECK(std::get<RulesExportOptions>(parse({"rules", "export", "there", "--force"})).force);
  CHECK(std::get<ExplainOptions>(parse({"explain", "money/dong"})).subject == "money/dong");
  CHECK(std::get<ExplainOptions>(parse({"explain", "change", "--lang", "vi"})).language == Language::kVietnamese);
  CHECK(std::get<ConfigOptions>(parse({"config", "--format", "json"})).format == ListFormat::kJson);
  CHECK(std::get<ShowText>(parse({"--version"})).text.starts_with("soat "));
  CHECK(std::get<ShowText>(parse({})).text.find("Usage: soat") != std::string::npos);
  CHECK(std::get<ShowText>(parse({"extract", "--help"})).text.find("--files-from") != std::string::npos);
}

TEST_CASE("bad usage says what is wrong and what to do") {
  CHECK(Complaint({"extrac"}) == "unknown command \"extrac\"; did you mean \"extract\"?");
  CHECK(Complaint({"extract", "--fromat", "csv"}) == "unknown option \"--fromat\"; did you mean \"--format\"?");
  CHECK(Complaint({"extract", "--format", "xml"}) ==
        "--format: \"xml\" is none of csv, json, ndjson; see soat extract --help");
  CHECK(Complaint({"extract", "--kind", "cash"}) == "--kind: \"cash\" is no kind of figure; see soat extract --help");
  CHECK(Complaint({"extract", "--jobs", "many"}).starts_with("--jobs"));
  CHECK(Complaint({"extract", "-0"}).find("--files-from") != std::string::npos);
  CHECK(Complaint({"extract", "--bom", "--format", "json"}).find("CSV") != std::string::npos);
  CHECK(Complaint({"rules"}).find("soat rules --help") != std::string::npos);
  CHECK(Complaint({"explain"}).find("WHAT") != std::string::npos);
}

}  // namespace
}  // namespace soat
