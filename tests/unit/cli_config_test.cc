#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/config.h"

namespace soat {
namespace {

using Texts = std::vector<std::string>;

Config Parsed(std::string_view content, const std::string& file = "../soat.toml") {
  ConfigLoad load = ParseConfig(file, content);
  for (const Error& error : load.errors) FAIL_CHECK(ToString(error));
  return load.config;
}

Texts Faults(std::string_view content) {
  Texts faults;
  for (const Error& error : ParseConfig("soat.toml", content).errors) faults.push_back(ToString(error));
  return faults;
}

constexpr std::string_view kEverything =
    "jobs = 3\n"
    "[input]\ninclude = [\"*.log\"]\nexclude = [\"old\"]\n"
    "[rules]\ndirectories = [\"mine\", \"/abs\"]\ndefault = false\n"
    "[check]\nselect = [\"change\", \"a/b\"]\nignore = []\nmin-severity = \"warning\"\nfail-on = \"never\"\n"
    "lang = \"en\"\nbaseline = \"x/known.json\"\n";

template <typename Options>
Options Applied(const Config& config, Texts arguments) {
  Result<CommandLine> line = ParseCommandLine(std::move(arguments));
  REQUIRE_MESSAGE(line.ok(), ToString(line.error()));
  ApplyConfig(config, line.value());
  return std::get<Options>(line.value().command);
}

TEST_CASE("a file says all that it can; its paths are relative to its folder") {
  const Config config = Parsed(kEverything);
  CHECK(config.settings.size() == SettingKeys().size());
  CHECK(config.Find("rules.directories")->values == Texts{"../mine", "/abs"});
  CHECK(config.Find("check.baseline")->values == Texts{"../x/known.json"});
  CHECK(config.Find("check.fail-on")->where == "../soat.toml:12:1");
  CHECK(config.Find("check.nothing") == nullptr);
}

TEST_CASE("the options of a check are those of the file") {
  const auto options = Applied<CheckOptions>(Parsed(kEverything), {"check", "r"});
  CHECK(options.jobs == 3);
  CHECK(options.input.include == Texts{"*.log"});
  CHECK(options.input.exclude == Texts{"old"});
  CHECK(options.rules.directories == Texts{"../mine", "/abs"});
  CHECK_FALSE(options.rules.default_rules);
  CHECK(options.select.names == Texts{"change", "a/b"});
  CHECK(options.select.where == "../soat.toml:9:1");
  CHECK(options.ignore.names.empty());
  CHECK(options.min_severity == Severity::kWarning);
  CHECK_FALSE(options.fail_on.has_value());
  CHECK(options.language == Language::kEnglish);
  CHECK(options.baseline == "../x/known.json");
}

TEST_CASE("the command line outweighs the file, option by option") {
  const auto options = Applied<CheckOptions>(
      Parsed(kEverything), {"check", "--fail-on", "note", "--select", "complement", "--lang", "vi", "-j1", "--baseline",
                            "b", "--rules", "r", "--include", "*.txt", "--no-default-rules"});
  CHECK(options.fail_on == Severity::kNote);
  CHECK(options.select.names == Texts{"complement"});
  CHECK(options.select.where == "--select");
  CHECK(options.language == Language::kVietnamese);
  CHECK(options.jobs == 1);
  CHECK(options.baseline == "b");
  CHECK(options.rules.directories == Texts{"r"});
  CHECK(options.input.include == Texts{"*.txt"});
  CHECK(options.input.exclude == Texts{"old"});
  CHECK(options.min_severity == Severity::kWarning);
}

TEST_CASE("other commands take what concerns them") {
  const Config config = Parsed(kEverything);
  CHECK(Applied<ExtractOptions>(config, {"extract"}).input.exclude == Texts{"old"});
  CHECK(Applied<ReportsOptions>(config, {"reports"}).jobs == 3);
  CHECK(Applied<RulesListOptions>(config, {"rules", "list"}).rules.directories == Texts{"../mine", "/abs"});
  CHECK(Applied<ExplainOptions>(config, {"explain", "x"}).rules.directories == Texts{"../mine", "/abs"});
}

TEST_CASE("without a file everything stays") {
  const auto options = Applied<CheckOptions>(Config(), {"check"});
  CHECK(options.fail_on == Severity::kWarning);
  CHECK(options.min_severity == Severity::kNote);
  CHECK(options.rules.default_rules);
}

TEST_CASE("every fault is told at its place, in the order of the lines") {
  CHECK(Faults("jobs = 1.5\n[check]\nselect = \"x\"\nlang = 3\nfail-no = \"error\"\n[chek]\na = 1\n") ==
        Texts{"soat.toml:1:8: 'jobs' must be a whole number up to 1024; write 4, or 0",
              "soat.toml:3:10: 'check.select' must be a list of strings; write [\"…\", \"…\"]",
              "soat.toml:4:8: 'check.lang' must be a string; put it in quotes",
              "soat.toml:5:1: unknown key 'check.fail-no'; did you mean 'check.fail-on'?",
              "soat.toml:6:2: unknown key 'chek'; the keys are jobs, input.include, input.exclude, rules.directories, "
              "rules.default, check.select, check.ignore, check.min-severity, check.fail-on, check.lang, "
              "check.baseline"});
  CHECK(Faults("[check]\nfail-on = \"always\"\n") ==
        Texts{"soat.toml:2:11: 'check.fail-on': \"always\" is none of note, warning, error, never; write one of them"});
  CHECK(Faults("rules.default = \"no\"\n") ==
        Texts{"soat.toml:1:17: 'rules.default' must be true or false; write it without quotes"});
  CHECK(Faults("jobs = 2000\n").size() == 1);
  CHECK(Faults("check = 3\n").size() == 1);
  CHECK(Faults("check.select = [1]\n").size() == 1);
  REQUIRE(Faults("a = [").size() == 1);
  CHECK(Faults("a = [").front().starts_with("soat.toml:1:"));
}

}  // namespace
}  // namespace soat
