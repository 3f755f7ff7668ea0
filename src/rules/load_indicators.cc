#include "rules/load_indicators.h"

#include <algorithm>
#include <utility>

#include "rules/toml_file.h"
#include "soat/reader.h"

namespace soat {
namespace {

class IndicatorLoader : public TomlFile {
 public:
  IndicatorLoader(const RuleFile& file, const Fragments& fragments, std::set<std::string>& ids, RuleLoad& load)
      : TomlFile(file, load.errors), fragments_(fragments), ids_(ids), load_(load) {}

  void Load(const toml::table& root) {
    LoadPairs(root, "label_abbreviations", load_.rules.labels.abbreviations);
    if (const toml::table* words = Table(root, "label_words"); words != nullptr) LoadLabelWords(*words);
    if (const toml::table* units = Table(root, "part_units"); units != nullptr) LoadPartUnits(*units);
    if (const toml::table* scopes = Table(root, "whole_scopes"); scopes != nullptr) LoadWholeScopes(*scopes);
    ForEachTable(root, "reorganisation", [&](const toml::table& table) { LoadReorganisation(table); });
    ForEachTable(root, "indicator", [&](const toml::table& table) { LoadIndicator(table); });
  }

 private:
  void LoadWords(const toml::table& table, std::string_view key, std::vector<std::string>& words) {
    for (const std::string& word : Strings(table, key)) words.push_back(Folded(word));
  }
  void LoadPairs(const toml::table& table, std::string_view key,
                 std::vector<std::pair<std::string, std::string>>& pairs);
  const toml::table* Table(const toml::table& root, std::string_view key);
  void LoadLabelWords(const toml::table& table);
  void LoadPartUnits(const toml::table& table);
  void LoadWholeScopes(const toml::table& table);
  void LoadReorganisation(const toml::table& table);
  void LoadIndicator(const toml::table& table);
  void LoadKinds(const toml::table& table, Indicator& indicator);
  void LoadBetter(const toml::table& table, Indicator& indicator);
  void LoadPatterns(const toml::table& table, Indicator& indicator);
  void LoadExample(const toml::table& table, Indicator& indicator);
  std::vector<std::string> Patterns(const toml::table& table, std::string_view key);
  std::string Pattern(const std::string& written, const toml::source_region& at);
  void CheckIndicator(const Indicator& indicator, const toml::table& table);
  void Accept(Indicator indicator, const toml::table& table);

  const Fragments& fragments_;
  std::set<std::string>& ids_;
  RuleLoad& load_;
};

const toml::table* IndicatorLoader::Table(const toml::table& root, std::string_view key) {
  const toml::node* node = root.get(key);
  if (node == nullptr) return nullptr;
  if (!node->is_table())
    Fault(node->source(), "'" + std::string(key) + "' must be a table", "write [" + std::string(key) + "]");
  return node->as_table();
}

void IndicatorLoader::LoadPairs(const toml::table& table, std::string_view key,
                                std::vector<std::pair<std::string, std::string>>& pairs) {
  const toml::table* named = Table(table, key);
  if (named == nullptr) return;
  for (const auto& [name, value] : *named) {
    if (value.is_string())
      pairs.emplace_back(Folded(name.str()), Folded(*value.value<std::string>()));
    else
      Fault(value.source(), "'" + std::string(name.str()) + "' must be a string", "put it in quotes");
  }
}

void IndicatorLoader::LoadLabelWords(const toml::table& table) {
  CheckKeys(table, {"heads", "tails", "fillers", "date_words"}, "label_words");
  LabelWords& labels = load_.rules.labels;
  LoadWords(table, "heads", labels.heads);
  LoadWords(table, "tails", labels.tails);
  LoadWords(table, "fillers", labels.fillers);
  LoadWords(table, "date_words", labels.date_words);
}

void IndicatorLoader::LoadPartUnits(const toml::table& table) {
  CheckKeys(table, {"some", "each"}, "part_units");
  LabelWords& labels = load_.rules.labels;
  for (const auto& [key, patterns] : {std::pair{"some", &labels.some_units}, std::pair{"each", &labels.each_unit}}) {
    for (std::string& pattern : Patterns(table, key)) patterns->push_back(std::move(pattern));
  }
}

void IndicatorLoader::LoadWholeScopes(const toml::table& table) {
  for (const auto& [level, value] : table) {
    for (const std::string& scope : Strings(table, level.str())) {
      load_.rules.labels.whole_scopes[std::string(level.str())].push_back(scope);
    }
  }
}

void IndicatorLoader::LoadReorganisation(const toml::table& table) {
  CheckKeys(table, {"day", "source", "levels"}, "reorganisation");
  String(table, "source", true);
  load_.rules.reorganisations.push_back({String(table, "day", true), Strings(table, "levels")});
}

void IndicatorLoader::LoadKinds(const toml::table& table, Indicator& indicator) {
  for (const std::string& word : Strings(table, "kinds")) {
    const std::optional<FigureKind> kind = ParseFigureKind(word);
    const bool number = kind && *kind <= FigureKind::kMeasure;
    if (number)
      indicator.kinds.push_back(*kind);
    else
      Fault(table.get("kinds")->source(), "'" + word + "' is no kind that has a value",
            "the kinds are count, ratio, percent, money, measure");
  }
}

void IndicatorLoader::LoadBetter(const toml::table& table, Indicator& indicator) {
  const std::string word = String(table, "better", true);
  const std::optional<BetterDirection> better = ParseBetterDirection(word);
  if (better)
    indicator.better = *better;
  else if (!word.empty())
    Fault(table.get("better")->source(), "unknown direction '" + word + "'", "write more, less or none");
}

std::string IndicatorLoader::Pattern(const std::string& written, const toml::source_region& at) {
  const ExpandedPattern expanded = ExpandPattern(written, fragments_, false, Blanks::kOne);
  for (const std::string& name : expanded.unknown) {
    Fault(at, "unknown fragment '{" + name + "}', or one that contains itself", "define it under [fragments]");
  }
  if (!file().tested && expanded.unknown.empty()) CheckPattern(expanded.pattern, at, false);
  return expanded.pattern;
}

std::vector<std::string> IndicatorLoader::Patterns(const toml::table& table, std::string_view key) {
  std::vector<std::string> patterns;
  for (const std::string& written : Strings(table, key)) patterns.push_back(Pattern(written, table.get(key)->source()));
  return patterns;
}

void IndicatorLoader::LoadPatterns(const toml::table& table, Indicator& indicator) {
  indicator.patterns = Patterns(table, "patterns");
  indicator.patterns_under = Patterns(table, "patterns_under");
  indicator.under = Patterns(table, "under");
  indicator.before = Patterns(table, "before");
  indicator.never = Patterns(table, "never");
  LoadPairs(table, "wholes", indicator.wholes);
  for (auto& [name, pattern] : indicator.wholes) pattern = Pattern(pattern, table.get("wholes")->source());
  if (indicator.patterns_under.empty() != (indicator.under.empty() && indicator.before.empty())) {
    Fault(table.source(), "'patterns_under' goes together with 'under' or 'before'",
          "say under which headings or behind which words the patterns count, or leave all out");
  }
}

void IndicatorLoader::LoadExample(const toml::table& table, Indicator& indicator) {
  CheckKeys(table, {"label", "scope", "under", "before", "kind", "unit", "qualifier", "none"}, "indicator.example");
  IndicatorExample example;
  example.line = static_cast<uint32_t>(table.source().begin.line);
  example.label = NormaliseText(String(table, "label", true));
  example.scope = String(table, "scope", false);
  example.under = NormaliseText(String(table, "under", false));
  example.before = NormaliseText(String(table, "before", false));
  example.none = Flag(table, "none");
  const std::string kind = String(table, "kind", false);
  if (const auto given = ParseFigureKind(kind); given)
    example.kind = *given;
  else if (!kind.empty())
    Fault(table.get("kind")->source(), "unknown kind '" + kind + "'", "write one of the indicator's kinds");
  else if (!indicator.kinds.empty())
    example.kind = indicator.kinds.front();
  const std::string qualifier = String(table, "qualifier", false);
  if (const auto given = ParseQualifier(qualifier); given)
    example.qualifier = *given;
  else if (!qualifier.empty())
    Fault(table.get("qualifier")->source(), "unknown qualifier '" + qualifier + "'",
          "the qualifiers are over, under, near, about, min, max");
  example.unit =
      table.contains("unit") || indicator.units.empty() ? String(table, "unit", true) : indicator.units.front();
  indicator.examples.push_back(std::move(example));
}

void IndicatorLoader::LoadIndicator(const toml::table& table) {
  CheckKeys(table,
            {"id", "name", "english", "kinds", "units", "better", "patterns", "patterns_under", "under", "before",
             "never", "scopes", "implied_scopes", "wholes", "example"},
            "indicator");
  Indicator indicator;
  indicator.file = file().name;
  indicator.line = static_cast<uint32_t>(table.source().begin.line);
  indicator.id = String(table, "id", true);
  indicator.name = String(table, "name", true);
  indicator.english = String(table, "english", true);
  indicator.scopes = Strings(table, "scopes");
  indicator.implied_scopes = Strings(table, "implied_scopes");
  // Units are compared with those of figures, which keep the capitals of currencies.
  for (const std::string& unit : Strings(table, "units")) indicator.units.push_back(NormaliseText(unit));
  LoadKinds(table, indicator);
  LoadBetter(table, indicator);
  LoadPatterns(table, indicator);
  ForEachTable(table, "example", [&](const toml::table& example) { LoadExample(example, indicator); });
  CheckIndicator(indicator, table);
  Accept(std::move(indicator), table);
}

void IndicatorLoader::CheckIndicator(const Indicator& indicator, const toml::table& table) {
  const std::string name = "indicator '" + indicator.id + "'";
  if (indicator.kinds.empty()) Fault(table.source(), name + " has no kinds", "add kinds = [\"count\"]");
  if (indicator.units.empty()) Fault(table.source(), name + " has no units", "add units = [\"…\"]");
  if (indicator.patterns.empty() && indicator.patterns_under.empty())
    Fault(table.source(), name + " has no patterns", "add patterns = ['…']");
  if (!file().examples) return;
  const auto none = [](const IndicatorExample& example) { return example.none; };
  if (std::all_of(indicator.examples.begin(), indicator.examples.end(), none))
    Fault(table.source(), name + " has no example that is it", "add [[indicator.example]] with a label");
  if (std::none_of(indicator.examples.begin(), indicator.examples.end(), none))
    Fault(table.source(), name + " has no example that is not it", "add [[indicator.example]] with none = true");
}

void IndicatorLoader::Accept(Indicator indicator, const toml::table& table) {
  if (!indicator.id.empty() && !ids_.insert(std::to_string(file().pack) + " " + indicator.id).second) {
    Fault(table.source(), "the id '" + indicator.id + "' is used twice", "give each indicator an id of its own");
    return;
  }
  auto& indicators = load_.rules.indicators;
  const auto same = std::find_if(indicators.begin(), indicators.end(),
                                 [&](const Indicator& other) { return other.id == indicator.id; });
  if (same != indicators.end())
    *same = std::move(indicator);
  else
    indicators.push_back(std::move(indicator));
}

}  // namespace

void LoadIndicators(const toml::table& root, const RuleFile& file, const Fragments& fragments,
                    std::set<std::string>& ids, RuleLoad& load) {
  IndicatorLoader(file, fragments, ids, load).Load(root);
}

}  // namespace soat
