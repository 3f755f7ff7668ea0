// LoadRules: TOML → RuleSet, with every fault of every file placed at its line and column.
#include <toml++/toml.h>

#include <algorithm>
#include <set>

#include "rules/load_checks.h"
#include "rules/load_context.h"
#include "rules/load_indicators.h"
#include "rules/load_relations.h"
#include "rules/pattern.h"
#include "rules/toml_file.h"
#include "rules/without_examples.h"
#include "soat/reader.h"
#include "soat/rule.h"
#include "text/byte_search.h"

namespace soat {
namespace {

constexpr std::string_view kQuantity = "{quantity}";

// One file while it is loaded.
class FileLoader : public TomlFile {
 public:
  FileLoader(const RuleFile& file, RuleLoad& load, Fragments& fragments, std::set<std::string>& ids)
      : TomlFile(file, load.errors), load_(load), fragments_(fragments), ids_(ids) {}

  void LoadTables(const toml::table& root);
  void LoadFigureRules(const toml::table& root);
  /// After the tables of all files: the keys of districts are levels.
  void LoadDistricts(const toml::table& root);

 private:
  void LoadFragments(const toml::table& root);
  void LoadNumberWords(const toml::table& table);
  void LoadUnits(const toml::table& table, std::vector<UnitWord>& units);
  void LoadNouns(const toml::table& table);
  void LoadQualifiers(const toml::table& table);
  void LoadColumn(const toml::table& table);
  void LoadUnitLevel(const toml::table& table);
  void LoadIdentityWords(const toml::table& root);
  void LoadProvinces(const toml::table& table);
  void LoadDistrictsOf(const toml::table& table);
  std::string Day(const toml::table& table, std::string_view key);
  void LoadRule(const toml::table& table);
  void LoadExample(const toml::table& table, FigureRule& rule);
  std::string Pattern(const toml::table& table, FigureRule& rule);
  std::string QuantityPattern(const std::string& tail, const toml::node& node, FigureRule& rule);
  std::string Expand(const std::string& written, const toml::node& node, bool case_sensitive, bool may_be_empty);
  void LoadContexts(const toml::table& table, FigureRule& rule);
  void CheckExamples(const FigureRule& rule, const toml::table& table);
  void Accept(FigureRule rule, const toml::table& table);

  RuleLoad& load_;
  Fragments& fragments_;
  std::set<std::string>& ids_;
};

void FileLoader::LoadFragments(const toml::table& root) {
  const toml::node* node = root.get("fragments");
  if (node == nullptr) return;
  if (!node->is_table()) {
    Fault(node->source(), "'fragments' must be a table", "write [fragments]");
    return;
  }
  for (const auto& [key, value] : *node->as_table()) {
    if (value.is_string())
      fragments_[std::string(key.str())] = *value.value<std::string>();
    else
      Fault(value.source(), "a fragment must be a string", "put it in quotes");
  }
}

void FileLoader::LoadNumberWords(const toml::table& table) {
  using Role = NumberWord::Role;
  static const std::map<std::string, Role, std::less<>> kRoles = {{"unit", Role::kUnit},
                                                                  {"unit-not-alone", Role::kUnitNotAlone},
                                                                  {"unit-inside", Role::kUnitInside},
                                                                  {"ten", Role::kTen},
                                                                  {"tens", Role::kTens},
                                                                  {"hundred", Role::kHundred},
                                                                  {"zero", Role::kZero},
                                                                  {"half", Role::kHalf},
                                                                  {"magnitude", Role::kMagnitude},
                                                                  {"not-magnitude", Role::kNotMagnitude},
                                                                  {"range", Role::kRange}};
  CheckKeys(table, {"role", "words"}, "number_word");
  const auto role = kRoles.find(String(table, "role", true));
  const toml::node* words = table.get("words");
  if (role == kRoles.end()) {
    Fault(table.source(), "unknown role of number words",
          "the roles are unit, unit-not-alone, unit-inside, ten, tens, hundred, zero, half, magnitude, not-magnitude, "
          "range");
  } else if (words == nullptr || !words->is_table()) {
    Fault(table.source(), "'words' must be a table", "write words = { \"mười\" = 10 }");
  } else {
    for (const auto& [word, value] : *words->as_table()) {
      if (!value.is_integer())
        Fault(value.source(), "the value of a number word must be a whole number", "write it without quotes");
      else
        load_.rules.number_words.push_back(
            {Folded(word.str()), role->second, static_cast<int>(*value.value<int64_t>())});
    }
  }
}

void FileLoader::LoadUnits(const toml::table& table, std::vector<UnitWord>& units) {
  CheckKeys(table, {"unit", "words", "not"}, "a unit");
  const std::string unit = String(table, "unit", true);
  for (const std::string& word : Strings(table, "words")) units.push_back({Folded(word), unit});
  for (const std::string& word : Strings(table, "not")) units.push_back({Folded(word), ""});
}

void FileLoader::LoadNouns(const toml::table& table) {
  CheckKeys(table, {"group", "words"}, "counted_noun");
  const std::string group = String(table, "group", false);
  for (const std::string& word : Strings(table, "words")) load_.rules.nouns.push_back({Folded(word), group});
}

void FileLoader::LoadQualifiers(const toml::table& table) {
  CheckKeys(table, {"qualifier", "before", "after"}, "qualifier");
  const std::string word = String(table, "qualifier", true);
  const auto qualifier = word == "none" ? std::optional(Qualifier::kNone) : ParseQualifier(word);
  if (!qualifier) {
    Fault(table.source(), "unknown qualifier '" + word + "'",
          "the qualifiers are none, over, under, near, about, min, max");
    return;
  }
  for (const auto& phrase : Strings(table, "before"))
    load_.rules.qualifiers_before.push_back({Folded(phrase), *qualifier});
  for (const auto& phrase : Strings(table, "after"))
    load_.rules.qualifiers_after.push_back({Folded(phrase), *qualifier});
}

void FileLoader::LoadColumn(const toml::table& table) {
  static const std::map<std::string, ColumnRole, std::less<>> kRoles = {
      {"number", ColumnRole::kNumber}, {"label", ColumnRole::kLabel},       {"unit", ColumnRole::kUnit},
      {"target", ColumnRole::kTarget}, {"result", ColumnRole::kResult},     {"remark", ColumnRole::kRemark},
      {"period", ColumnRole::kPeriod}, {"quantity", ColumnRole::kQuantity}, {"comparison", ColumnRole::kComparison}};
  CheckKeys(table, {"role", "words"}, "column");
  const auto role = kRoles.find(String(table, "role", true));
  if (role == kRoles.end()) {
    Fault(table.source(), "unknown role of a column",
          "the roles are number, label, unit, target, result, remark, period, quantity, comparison");
    return;
  }
  for (const std::string& word : Strings(table, "words")) {
    const std::string phrase = Folded(word);
    load_.rules.columns.push_back({phrase, role->second, BytesIn(phrase)});
  }
}

void FileLoader::LoadUnitLevel(const toml::table& table) {
  CheckKeys(table, {"level", "rank", "words", "not", "numbered"}, "unit_level");
  UnitLevel level;
  level.level = String(table, "level", true);
  for (const std::string& word : Strings(table, "words")) level.words.push_back(Folded(word));
  for (const std::string& word : Strings(table, "not")) level.not_words.push_back(Folded(word));
  level.numbered = Flag(table, "numbered");
  const toml::node* rank = table.get("rank");
  if (rank != nullptr && rank->is_integer()) level.rank = static_cast<int>(*rank->value<int64_t>());
  if (level.rank < 1 || level.rank > 3) {
    Fault(rank != nullptr ? rank->source() : table.source(), "'rank' must be 1, 2 or 3",
          "write 1 for a province, 2 for a district, 3 for a commune");
  }
  load_.rules.identity.levels.push_back(std::move(level));
}

void FileLoader::LoadIdentityWords(const toml::table& root) {
  const toml::node* node = root.get("identity");
  if (node == nullptr) return;
  if (!node->is_table()) {
    Fault(node->source(), "'identity' must be a table", "write [identity]");
    return;
  }
  const toml::table& table = *node->as_table();
  CheckKeys(table,
            {"offices", "areas", "report_verbs", "name_stops", "number_words", "day_words", "month_words",
             "draft_words", "title_words", "mottos", "title_joints", "subject_words", "addressees", "recipients",
             "signatories", "closings", "outlook_words", "review_words", "horizon_words"},
            "identity");
  IdentityWords& words = load_.rules.identity;
  const auto load = [&](std::string_view key, std::vector<std::string>& list) {
    for (const std::string& word : Strings(table, key)) list.push_back(Folded(word));
  };
  load("offices", words.offices);
  load("areas", words.areas);
  load("report_verbs", words.report_verbs);
  load("name_stops", words.name_stops);
  load("number_words", words.number_words);
  load("day_words", words.day_words);
  load("month_words", words.month_words);
  load("draft_words", words.draft_words);
  load("title_words", words.title_words);
  load("title_joints", words.title_joints);
  load("subject_words", words.subject_words);
  load("mottos", words.mottos);
  load("addressees", words.addressees);
  load("recipients", words.recipients);
  load("signatories", words.signatories);
  load("closings", words.closings);
  load("outlook_words", words.outlook_words);
  load("review_words", words.review_words);
  load("horizon_words", words.horizon_words);
}

std::string FileLoader::Day(const toml::table& table, std::string_view key) {
  constexpr std::string_view kForm = "0000-00-00";
  std::string day = String(table, key, false);
  const auto same = [](char form, char given) { return form == '0' ? given >= '0' && given <= '9' : given == form; };
  if (!day.empty() && !std::equal(kForm.begin(), kForm.end(), day.begin(), day.end(), same)) {
    Fault(table.get(key)->source(), "'" + std::string(key) + "' is no day", "write it like \"2025-06-30\"");
  }
  return day;
}

void FileLoader::LoadProvinces(const toml::table& table) {
  CheckKeys(table, {"source", "valid_from", "valid_until", "units"}, "provinces");
  AdministrativeUnit unit;
  unit.valid_from = Day(table, "valid_from");
  unit.valid_until = Day(table, "valid_until");
  String(table, "source", true);
  for (const std::string& written : Strings(table, "units")) {
    const std::string text = NormaliseText(written);
    const auto& levels = load_.rules.identity.levels;
    const auto level = std::find_if(levels.begin(), levels.end(),
                                    [&](const UnitLevel& known) { return text.starts_with(known.level + " "); });
    if (level == levels.end()) {
      Fault(table.get("units")->source(), "'" + written + "' begins with no level",
            "write the level of [[unit_level]] before the name");
      continue;
    }
    const size_t bar = std::min(text.find('|'), text.size());
    unit.level = level->level;
    unit.name = text.substr(level->level.size() + 1, bar - level->level.size() - 1);
    unit.successor = text.substr(std::min(bar + 1, text.size()));
    load_.rules.provinces.push_back(unit);
  }
}

// "Ba Tơ, Bình Sơn": one string a level, because a list of strings takes several times as long to parse.
void FileLoader::LoadDistrictsOf(const toml::table& table) {
  std::vector<std::string_view> keys = {"province", "valid_from", "valid_until"};
  for (const UnitLevel& level : load_.rules.identity.levels) keys.push_back(level.level);
  CheckKeys(table, keys, "districts");
  AdministrativeUnit unit;
  unit.province = NormaliseText(String(table, "province", true));
  unit.valid_from = Day(table, "valid_from");
  unit.valid_until = Day(table, "valid_until");
  for (const UnitLevel& level : load_.rules.identity.levels) {
    const std::string names = NormaliseText(String(table, level.level, false));
    unit.level = level.level;
    for (size_t begin = 0; begin < names.size();) {
      const size_t end = std::min(names.find(", ", begin), names.size());
      unit.name = names.substr(begin, end - begin);
      load_.rules.districts.push_back(unit);
      begin = end + 2;
    }
  }
}

void FileLoader::LoadDistricts(const toml::table& root) {
  ForEachTable(root, "districts", [&](const toml::table& table) { LoadDistrictsOf(table); });
}

// What may stand at the top of a rule file.
std::vector<std::string_view> KnownTables() {
  std::vector<std::string_view> known = {
      "fragments",   "number_word",  "percent",      "measure",        "currency",       "counted_noun",
      "noun_stops",  "noun_openers", "minus_words",  "part_words",     "unit_words",     "total_rows",
      "column",      "qualifier",    "rule",         "unit_level",     "identity",       "provinces",
      "districts",   "relation",     "message",      "wording",        "indicator",      "label_abbreviations",
      "label_words", "part_units",   "whole_scopes", "reorganisation", "relation_words", "check",
      "ditto_units"};
  const std::vector<std::string_view> context = ContextKeys();
  known.insert(known.end(), context.begin(), context.end());
  return known;
}

void FileLoader::LoadTables(const toml::table& root) {
  CheckKeys(root, KnownTables(), "the file");
  LoadFragments(root);
  ForEachTable(root, "number_word", [&](const toml::table& table) { LoadNumberWords(table); });
  ForEachTable(root, "percent", [&](const toml::table& table) { LoadUnits(table, load_.rules.percents); });
  ForEachTable(root, "measure", [&](const toml::table& table) { LoadUnits(table, load_.rules.measures); });
  ForEachTable(root, "currency", [&](const toml::table& table) { LoadUnits(table, load_.rules.currencies); });
  ForEachTable(root, "counted_noun", [&](const toml::table& table) { LoadNouns(table); });
  ForEachTable(root, "qualifier", [&](const toml::table& table) { LoadQualifiers(table); });
  for (const auto& word : Strings(root, "noun_stops")) load_.rules.noun_stops.push_back(Folded(word));
  for (const auto& word : Strings(root, "noun_openers")) load_.rules.noun_openers.push_back(Folded(word));
  for (const auto& word : Strings(root, "part_words")) load_.rules.part_words.push_back(Folded(word));
  for (const auto& word : Strings(root, "unit_words")) load_.rules.unit_words.push_back(Folded(word));
  for (const auto& word : Strings(root, "total_rows")) load_.rules.total_rows.push_back(Folded(word));
  for (const auto& word : Strings(root, "ditto_units")) load_.rules.ditto_units.push_back(Folded(word));
  LoadContext(root, file(), load_);
  ForEachTable(root, "column", [&](const toml::table& table) { LoadColumn(table); });
  ForEachTable(root, "unit_level", [&](const toml::table& table) { LoadUnitLevel(table); });
  LoadIdentityWords(root);
  ForEachTable(root, "provinces", [&](const toml::table& table) { LoadProvinces(table); });
  for (const auto& word : Strings(root, "minus_words")) load_.rules.minus_words.push_back(Folded(word));
}

std::string FileLoader::Expand(const std::string& written, const toml::node& node, bool case_sensitive,
                               bool may_be_empty) {
  const ExpandedPattern expanded = ExpandPattern(written, fragments_, case_sensitive);
  for (const std::string& name : expanded.unknown) {
    Fault(node.source(), "unknown fragment '{" + name + "}', or one that contains itself",
          "define it under [fragments]");
  }
  if (!file().tested && expanded.unknown.empty()) CheckPattern(expanded.pattern, node.source(), may_be_empty);
  return expanded.pattern;
}

std::string FileLoader::Pattern(const toml::table& table, FigureRule& rule) {
  const std::string written = String(table, "pattern", true);
  const toml::node* node = table.get("pattern");
  if (node == nullptr || written.empty()) {
    if (node != nullptr && node->is_string())
      Fault(node->source(), "the pattern is empty", "write what the rule matches");
    return {};
  }
  if (written.starts_with(kQuantity)) return QuantityPattern(written.substr(kQuantity.size()), *node, rule);
  return Expand(written, *node, rule.case_sensitive, false);
}

std::string FileLoader::QuantityPattern(const std::string& tail, const toml::node& node, FigureRule& rule) {
  static const std::map<std::string, QuantityTail, std::less<>> kTails = {{"", QuantityTail::kNone},
                                                                          {" ?{percent}", QuantityTail::kPercent},
                                                                          {" ?{currency}", QuantityTail::kCurrency},
                                                                          {" ?{measure}", QuantityTail::kMeasure}};
  const auto found = kTails.find(tail);
  rule.quantity = true;
  if (found != kTails.end())
    rule.tail = found->second;
  else
    Fault(node.source(), "'" + tail + "' cannot follow {quantity}",
          "what can is ' ?{percent}', ' ?{currency}', ' ?{measure}' or nothing");
  return {};
}

void FileLoader::LoadContexts(const toml::table& table, FigureRule& rule) {
  const auto load = [&](std::string_view key, std::vector<std::string>& patterns, bool case_sensitive) {
    for (const std::string& written : Strings(table, key))
      patterns.push_back(Expand(written, *table.get(key), case_sensitive, true));
  };
  load("before", rule.before, rule.case_sensitive);
  load("not_before", rule.not_before, rule.case_sensitive);
  load("never", rule.never, rule.case_sensitive);
  load("after", rule.after, rule.case_sensitive);
  load("not_after", rule.not_after, rule.case_sensitive);
}

void FileLoader::LoadRule(const toml::table& table) {
  CheckKeys(table, {"id",         "kind",     "summary",  "starts",    "pattern",       "case_sensitive", "line_start",
                    "glued",      "open_end", "priority", "before",    "follows",       "not_follows",    "digit_ahead",
                    "not_before", "never",    "after",    "not_after", "no_noun_after", "magnitude",      "alone",
                    "example"},
            "rule");
  FigureRule rule;
  rule.file = file().name;
  rule.line = static_cast<uint32_t>(table.source().begin.line);
  rule.id = String(table, "id", true);
  rule.summary = String(table, "summary", true);
  const std::string kind = String(table, "kind", true);
  rule.kind = ParseFigureKind(kind);
  if (!rule.kind && kind != "none" && !kind.empty()) {
    Fault(table.get("kind")->source(), "unknown kind '" + kind + "'",
          "the kinds are count, ratio, percent, money, measure, date, period, docref, index, and none for what is no "
          "figure");
  }
  for (const auto& word : Strings(table, "starts")) rule.starts.push_back(Folded(word));
  rule.case_sensitive = Flag(table, "case_sensitive");
  rule.line_start = Flag(table, "line_start");
  rule.glued = Flag(table, "glued");
  rule.open_end = Flag(table, "open_end");
  rule.digit_ahead = !table.contains("digit_ahead") || Flag(table, "digit_ahead");
  for (const auto& phrase : Strings(table, "follows")) rule.follows.push_back(Folded(phrase));
  for (const auto& phrase : Strings(table, "not_follows")) rule.not_follows.push_back(Folded(phrase));
  rule.no_noun_after = Flag(table, "no_noun_after");
  rule.magnitude = Flag(table, "magnitude");
  rule.alone = Flag(table, "alone");
  if (const toml::node* priority = table.get("priority"); priority != nullptr) {
    if (priority->is_integer())
      rule.priority = static_cast<int>(*priority->value<int64_t>());
    else
      Fault(priority->source(), "'priority' must be a whole number", "write it without quotes");
  }
  rule.pattern = Pattern(table, rule);
  LoadContexts(table, rule);
  ForEachTable(table, "example", [&](const toml::table& example) { LoadExample(example, rule); });
  CheckExamples(rule, table);
  Accept(std::move(rule), table);
}

void FileLoader::LoadExample(const toml::table& table, FigureRule& rule) {
  CheckKeys(table, {"text", "value", "values", "unit", "qualifier", "none"}, "rule.example");
  RuleExample example;
  example.line = static_cast<uint32_t>(table.source().begin.line);
  const std::string marked = String(table, "text", true);
  if (const toml::node* node = table.get("text"); node != nullptr)
    example.text = ReadMarks(marked, node->source(), example.marked);
  example.none = Flag(table, "none");
  example.value = Strings(table, "values");
  if (table.contains("value")) example.value.push_back(String(table, "value", true));
  if (table.contains("unit")) example.unit = String(table, "unit", true);
  if (table.contains("qualifier")) example.qualifier = String(table, "qualifier", true);
  if (example.none != example.marked.empty()) {
    Fault(table.source(), "an example needs marks or none = true",
          "put ⟦ ⟧ around what the rule finds, or say none = true when it must find nothing");
  } else if (rule.kind && !example.none && example.value.size() != example.marked.size()) {
    Fault(table.source(), "an example needs one value for each mark", "add value = \"…\" (or values = [\"…\", \"…\"])");
  }
  rule.examples.push_back(std::move(example));
}

void FileLoader::CheckExamples(const FigureRule& rule, const toml::table& table) {
  if (!file().examples) return;
  const auto none = [](const RuleExample& example) { return example.none; };
  if (std::all_of(rule.examples.begin(), rule.examples.end(), none)) {
    Fault(table.source(), "rule '" + rule.id + "' has no example that it must match",
          "add [[rule.example]] with ⟦ ⟧ in its text");
  }
  if (std::none_of(rule.examples.begin(), rule.examples.end(), none)) {
    Fault(table.source(), "rule '" + rule.id + "' has no example that it must not match",
          "add [[rule.example]] with none = true");
  }
}

void FileLoader::Accept(FigureRule rule, const toml::table& table) {
  if (!rule.id.empty() && !ids_.insert(std::to_string(file().pack) + " " + rule.id).second) {
    Fault(table.source(), "the id '" + rule.id + "' is used twice", "give each rule an id of its own");
    return;
  }
  auto& rules = load_.rules.figure_rules;
  const auto same =
      std::find_if(rules.begin(), rules.end(), [&](const FigureRule& other) { return other.id == rule.id; });
  if (same != rules.end())
    *same = std::move(rule);
  else
    rules.push_back(std::move(rule));
}

void FileLoader::LoadFigureRules(const toml::table& root) {
  ForEachTable(root, "rule", [&](const toml::table& table) { LoadRule(table); });
}

// {measure}, {currency}, {magnitude}: derived from the tables, so that no list is written twice.
void DeriveFragments(const RuleSet& rules, Fragments& fragments) {
  std::vector<std::string> measures, currencies, magnitudes;
  for (const UnitWord& word : rules.measures) measures.push_back(word.word);
  for (const UnitWord& word : rules.currencies) currencies.push_back(word.word);
  for (const NumberWord& word : rules.number_words) {
    if (word.role == NumberWord::Role::kMagnitude) magnitudes.push_back(word.word);
  }
  fragments["measure"] = Alternation(measures);
  fragments["currency"] = Alternation(currencies);
  fragments["magnitude"] = Alternation(magnitudes);
}

}  // namespace

RuleLoad LoadRules(const std::vector<RuleFile>& files) {
  RuleLoad load;
  Fragments fragments;
  std::set<std::string> ids;
  std::vector<std::optional<toml::table>> roots(files.size());
  for (size_t i = 0; i < files.size(); ++i) {
    try {
      roots[i] = files[i].examples ? toml::parse(files[i].content, files[i].name)
                                   : toml::parse(WithoutExamples(files[i].content), files[i].name);
    } catch (const toml::parse_error& error) {
      FileLoader(files[i], load, fragments, ids)
          .Fault(error.source(), std::string(error.description()), "mend the TOML");
    }
  }
  for (size_t i = 0; i < files.size(); ++i) {
    if (roots[i]) FileLoader(files[i], load, fragments, ids).LoadTables(*roots[i]);
  }
  DeriveFragments(load.rules, fragments);
  for (size_t i = 0; i < files.size(); ++i) {
    if (!roots[i]) continue;
    FileLoader loader(files[i], load, fragments, ids);
    loader.LoadDistricts(*roots[i]);
    loader.LoadFigureRules(*roots[i]);
    LoadRelations(*roots[i], files[i], fragments, ids, load);
    LoadIndicators(*roots[i], files[i], fragments, ids, load);
    LoadChecks(*roots[i], files[i], load);
  }
  return load;
}

}  // namespace soat
