#include "rules/load_context.h"

#include <array>
#include <string>

#include "rules/toml_file.h"

namespace soat {
namespace {

struct WordList {
  std::string_view key;
  std::vector<std::string> ContextWords::*words;
};
constexpr std::array kWordLists = {
    WordList{"label_ends", &ContextWords::label_ends},
    WordList{"label_keeps", &ContextWords::label_keeps},
    WordList{"label_beginnings", &ContextWords::label_beginnings},
    WordList{"clause_openings", &ContextWords::clause_openings},
    WordList{"label_cuts", &ContextWords::label_cuts},
    WordList{"period_words", &ContextWords::period_words},
    WordList{"copulas", &ContextWords::copulas},
    WordList{"after_leads", &ContextWords::after_leads},
    WordList{"acts", &ContextWords::acts},
    WordList{"members", &ContextWords::members},
    WordList{"joins", &ContextWords::joins},
    WordList{"comparisons", &ContextWords::comparisons},
    WordList{"bases", &ContextWords::bases},
    WordList{"part_leads", &ContextWords::part_leads},
    WordList{"part_headings", &ContextWords::part_headings},
    WordList{"stop_abbreviations", &ContextWords::stop_abbreviations},
    WordList{"places", &ContextWords::places},
    WordList{"passives", &ContextWords::passives},
    WordList{"denominators", &ContextWords::denominators},
    WordList{"scope_goes_on", &ContextWords::scope_goes_on},
    WordList{"attribute_units", &ContextWords::attribute_units},
    WordList{"actors", &ContextWords::actors},
    WordList{"remainders", &ContextWords::remainders},
    WordList{"abouts", &ContextWords::abouts},
    WordList{"partings", &ContextWords::partings},
    WordList{"negations", &ContextWords::negations},
    WordList{"scope_lists", &ContextWords::scope_lists},
    WordList{"ranks", &ContextWords::ranks},
    WordList{"rank_links", &ContextWords::rank_links},
    WordList{"office_acts", &ContextWords::office_acts},
    WordList{"until_words", &ContextWords::until_words},
    WordList{"rate_names", &ContextWords::rate_names},
    WordList{"genitives", &ContextWords::genitives},
    WordList{"same_spans", &ContextWords::same_spans},
    WordList{"aims", &ContextWords::aims},
    WordList{"aim_ends", &ContextWords::aim_ends},
    WordList{"aim_headings", &ContextWords::aim_headings},
    WordList{"review_signs", &ContextWords::review_signs},
    WordList{"from_words", &ContextWords::from_words},
    WordList{"to_words", &ContextWords::to_words},
    WordList{"scope_ranges", &ContextWords::scope_ranges},
    WordList{"label_tails", &ContextWords::label_tails},
    WordList{"predicates", &ContextWords::predicates},
    WordList{"bodies", &ContextWords::bodies},
    WordList{"heading_nouns", &ContextWords::heading_nouns},
};

class ContextLoader : public TomlFile {
 public:
  ContextLoader(const RuleFile& file, RuleLoad& load) : TomlFile(file, load.errors), context_(load.rules.context) {}

  void Load(const toml::table& root) {
    for (const WordList& list : kWordLists) {
      for (const std::string& phrase : Strings(root, list.key)) (context_.*list.words).push_back(Folded(phrase));
    }
    ForEachTable(root, "scope", [&](const toml::table& table) { LoadScope(table); });
    ForEachTable(root, "figure_role", [&](const toml::table& table) { LoadRole(table); });
  }

 private:
  void LoadScope(const toml::table& table) {
    CheckKeys(table, {"scope", "words", "offices"}, "scope");
    const std::string scope = String(table, "scope", true);
    for (const std::string& phrase : Strings(table, "words")) context_.scopes.push_back({Folded(phrase), scope});
    for (const std::string& phrase : Strings(table, "offices")) context_.offices.push_back({Folded(phrase), scope});
  }

  void LoadRole(const toml::table& table) {
    CheckKeys(table, {"role", "words"}, "figure_role");
    const auto role = ParseFigureRole(String(table, "role", true));
    if (!role) {
      Fault(table.source(), "unknown role of a figure",
            "the roles are result, target, excess, change, total, part, share, rank");
      return;
    }
    for (const std::string& phrase : Strings(table, "words")) context_.roles.push_back({Folded(phrase), *role});
  }

  ContextWords& context_;
};

}  // namespace

std::vector<std::string_view> ContextKeys() {
  std::vector<std::string_view> keys = {"scope", "figure_role"};
  for (const WordList& list : kWordLists) keys.push_back(list.key);
  return keys;
}

void LoadContext(const toml::table& root, const RuleFile& file, RuleLoad& load) {
  ContextLoader(file, load).Load(root);
}

}  // namespace soat
