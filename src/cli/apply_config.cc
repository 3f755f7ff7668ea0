// ApplyConfig: what soat.toml says, into the options of a command.
#include <charconv>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/config.h"

namespace soat {
namespace {

class ConfigApplier {
 public:
  ConfigApplier(const Config& config, const std::set<std::string>& given) : config_(config), given_(given) {}

  template <typename Options>
  void Apply(Options& options) {
    if constexpr (requires { options.rules; }) ApplyRules(options.rules);
    if constexpr (requires { options.input; }) ApplyBatch(options);
    if constexpr (requires { options.fail_on; }) ApplyCheck(options);
  }

 private:
  /// The setting of a key whose option was not given.
  const Setting* Find(std::string_view key) const {
    for (const SettingKey& known : SettingKeys()) {
      if (known.key == key && given_.contains(std::string(known.option))) return nullptr;
    }
    return config_.Find(key);
  }

  void ApplyRules(RuleOptions& rules) {
    if (const Setting* directories = Find("rules.directories")) rules.directories = directories->values;
    if (const Setting* embedded = Find("rules.default")) rules.default_rules = embedded->values.front() == "true";
  }

  void ApplyBatch(BatchOptions& options) {
    if (const Setting* include = Find("input.include")) options.input.include = include->values;
    if (const Setting* exclude = Find("input.exclude")) options.input.exclude = exclude->values;
    if (const Setting* jobs = Find("jobs")) {
      const std::string& digits = jobs->values.front();
      std::from_chars(digits.data(), digits.data() + digits.size(), options.jobs);
    }
  }

  void ApplyCheck(CheckOptions& options) {
    if (const Setting* select = Find("check.select")) options.select = {select->values, select->where};
    if (const Setting* ignore = Find("check.ignore")) options.ignore = {ignore->values, ignore->where};
    if (const Setting* least = Find("check.min-severity")) {
      options.min_severity = ParseSeverity(least->values.front()).value_or(options.min_severity);
    }
    // "never" is no severity.
    if (const Setting* fail_on = Find("check.fail-on")) options.fail_on = ParseSeverity(fail_on->values.front());
    if (const Setting* language = Find("check.lang")) {
      options.language = language->values.front() == "en" ? Language::kEnglish : Language::kVietnamese;
    }
    if (const Setting* baseline = Find("check.baseline")) options.baseline = baseline->values.front();
  }

  const Config& config_;
  const std::set<std::string>& given_;
};

}  // namespace

void ApplyConfig(const Config& config, CommandLine& line) {
  ConfigApplier applier(config, line.given);
  std::visit([&](auto& options) { applier.Apply(options); }, line.command);
}

}  // namespace soat
