#include "rules/load_checks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/toml_file.h"

namespace soat {
namespace {

const std::vector<std::string_view> kPrecisions = {"very-high", "high", "medium", "low"};

class CheckLoader : public TomlFile {
 public:
  CheckLoader(const RuleFile& file, RuleLoad& load) : TomlFile(file, load.errors), rules_(load.rules) {}

  void LoadFile(const toml::table& root) {
    ForEachTable(root, "check", [&](const toml::table& table) { Load(table); });
  }

 private:
  void Load(const toml::table& table) {
    CheckKeys(table, {"check", "precision", "vi", "en", "help_vi", "help_en"}, "check");
    CheckText text;
    const std::optional<CheckKind> check = ParseCheckKind(String(table, "check", true));
    if (!check && table.contains("check")) {
      Fault(table.get("check")->source(), "there is no such check", "name one of those in rules/relations/checks.toml");
    }
    text.precision = Precision(table);
    text.vietnamese = String(table, "vi", true);
    text.english = String(table, "en", true);
    text.help_vietnamese = String(table, "help_vi", true);
    text.help_english = String(table, "help_en", true);
    if (!check) return;
    text.check = *check;
    const auto same = std::find_if(rules_.checks.begin(), rules_.checks.end(),
                                   [&](const CheckText& other) { return other.check == *check; });
    if (same != rules_.checks.end())
      *same = std::move(text);
    else
      rules_.checks.push_back(std::move(text));
  }

  std::string Precision(const toml::table& table) {
    std::string word = String(table, "precision", true);
    const bool known = std::find(kPrecisions.begin(), kPrecisions.end(), word) != kPrecisions.end();
    if (!known && !word.empty()) {
      Fault(table.get("precision")->source(), "unknown precision '" + word + "'",
            "write very-high, high, medium or low");
    }
    return word;
  }

  RuleSet& rules_;
};

}  // namespace

void LoadChecks(const toml::table& root, const RuleFile& file, RuleLoad& load) {
  CheckLoader(file, load).LoadFile(root);
}

}  // namespace soat
