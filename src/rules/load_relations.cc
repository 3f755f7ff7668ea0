#include "rules/load_relations.h"

#include <algorithm>
#include <utility>

#include "rules/list_names.h"
#include "rules/reading_marks.h"
#include "rules/toml_file.h"
#include "text/edit_distance.h"

namespace soat {
namespace {

class RelationLoader : public TomlFile {
 public:
  RelationLoader(const RuleFile& file, const Fragments& fragments, std::set<std::string>& ids, RuleLoad& load)
      : TomlFile(file, load.errors), fragments_(fragments), ids_(ids), load_(load) {}

  void Load(const toml::table& root) {
    ForEachTable(root, "relation", [&](const toml::table& table) { LoadRelation(table); });
    LoadWords(root, "relation_words", load_.rules.relation_words);
    if (!file().tested) CheckListNames(root, "relation_words", ListNames::Embedded().All(), "relation_words");
    ForEachTable(root, "message", [&](const toml::table& table) { LoadMessage(table); });
    ForEachTable(root, "wording", [&](const toml::table& table) { LoadWording(table); });
  }

 private:
  std::optional<CheckKind> Check(const toml::table& table);
  std::optional<Verdict> VerdictOf(const toml::table& table, bool required);
  void LoadRelation(const toml::table& table);
  void LoadMatch(const toml::table& table, RelationRule& rule);
  std::string Expand(const std::string& written, const toml::node& node, bool may_be_empty);
  std::vector<std::string> Patterns(const toml::table& table, std::string_view key);
  void LoadWords(const toml::table& table, std::string_view key,
                 std::map<std::string, std::vector<std::string>, std::less<>>& lists);
  void CheckListNames(const toml::table& table, std::string_view key, const std::vector<std::string>& known,
                      const std::string& of);
  void CheckWords(const toml::table& table, const RelationRule& rule);
  void LoadSeverity(const toml::table& table, RelationRule& rule);
  void LoadExample(const toml::table& table, RelationRule& rule);
  void LoadOperands(const toml::table& table, RelationExample& example);
  void CheckExamples(const RelationRule& rule, const toml::table& table);
  void Accept(RelationRule rule, const toml::table& table);
  void LoadMessage(const toml::table& table);
  void LoadWording(const toml::table& table);

  const Fragments& fragments_;
  std::set<std::string>& ids_;
  RuleLoad& load_;
};

std::optional<CheckKind> RelationLoader::Check(const toml::table& table) {
  const std::string word = String(table, "check", true);
  const std::optional<CheckKind> check = ParseCheckKind(word);
  if (check || word.empty()) return check;
  std::string list;
  for (int i = 0; i < kCheckKindCount; ++i)
    list += (i == 0 ? "" : ", ") + std::string(ToString(static_cast<CheckKind>(i)));
  Fault(table.get("check")->source(), "unknown check '" + word + "'", "the checks are " + list);
  return std::nullopt;
}

std::optional<Verdict> RelationLoader::VerdictOf(const toml::table& table, bool required) {
  const std::string word = String(table, "verdict", required);
  const std::optional<Verdict> verdict = ParseVerdict(word);
  if (!verdict && !word.empty()) {
    Fault(table.get("verdict")->source(), "unknown verdict '" + word + "'",
          "the verdicts are exact, rounded, truncated, mismatch, ok, impossible, invalid, missing, conflict");
  }
  return verdict;
}

std::string RelationLoader::Expand(const std::string& written, const toml::node& node, bool may_be_empty) {
  const ReadingPattern reading = ExpandFigures(written);
  for (const std::string& kind : reading.unknown_kinds) {
    Fault(node.source(), "unknown kind '" + kind + "' of a figure in the pattern",
          "write {role:kind|kind}; the kinds are count, ratio, percent, money, measure, date, period, docref, index, "
          "and amount for count, money or measure");
  }
  const ExpandedPattern expanded = ExpandPattern(reading.pattern, fragments_, false);
  for (const std::string& name : expanded.unknown) {
    Fault(node.source(), "unknown fragment '{" + name + "}', or one that contains itself",
          "define it under [fragments]");
  }
  if (!file().tested && expanded.unknown.empty()) CheckPattern(expanded.pattern, node.source(), may_be_empty);
  return expanded.pattern;
}

std::vector<std::string> RelationLoader::Patterns(const toml::table& table, std::string_view key) {
  std::vector<std::string> patterns;
  for (const std::string& written : Strings(table, key)) patterns.push_back(Expand(written, *table.get(key), true));
  return patterns;
}

void RelationLoader::LoadWords(const toml::table& table, std::string_view key,
                               std::map<std::string, std::vector<std::string>, std::less<>>& lists) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return;
  if (!node->is_table()) {
    Fault(node->source(), "'" + std::string(key) + "' must be a table of lists",
          "write name = [\"…\", \"…\"] below it");
    return;
  }
  for (const auto& [name, value] : *node->as_table()) {
    std::vector<std::string>& words = lists[std::string(name.str())];
    for (const std::string& word : Strings(*node->as_table(), name.str())) words.push_back(Folded(word));
  }
}

// A list that nothing reads is a slip: it would be ignored without a word.
void RelationLoader::CheckListNames(const toml::table& table, std::string_view key,
                                    const std::vector<std::string>& known, const std::string& of) {
  const toml::node* node = table.get(key);
  if (node == nullptr || !node->is_table()) return;
  for (const auto& [name, value] : *node->as_table()) {
    const std::string written(name.str());
    if (std::binary_search(known.begin(), known.end(), written)) continue;
    const std::string nearest = NearestWord(written, known);
    std::string list;
    for (const std::string& other : known) list.append(list.empty() ? "" : ", ").append(other);
    std::string what = "unknown list '", fix = nearest.empty() ? "the lists are " : "did you mean '";
    what.append(written).append("' in ").append(of);
    fix.append(nearest.empty() ? list : nearest).append(nearest.empty() ? "" : "'?");
    Fault(name.source(), what, fix);
  }
}

void RelationLoader::CheckWords(const toml::table& table, const RelationRule& rule) {
  const toml::node* words = table.get("words");
  if (words == nullptr || file().tested) return;
  if (rule.shape.empty())
    Fault(words->source(), "a pattern takes no lists of words", "write the words into the pattern, or name a shape");
  else if (const auto* known = ListNames::Embedded().Of(rule.shape))
    CheckListNames(table, "words", *known, "the words of the shape '" + rule.shape + "'");
}

void RelationLoader::LoadSeverity(const toml::table& table, RelationRule& rule) {
  if (!table.contains("severity")) return;
  const std::string word = String(table, "severity", true);
  if (const auto severity = ParseSeverity(word); severity && *severity != Severity::kOk)
    rule.severity = *severity;
  else
    Fault(table.get("severity")->source(), "unknown severity '" + word + "'", "write error, warning or note");
}

// What says where the rule applies: either a pattern with its contexts, or a shape.
void RelationLoader::LoadMatch(const toml::table& table, RelationRule& rule) {
  rule.shape = String(table, "shape", false);
  const std::string written = String(table, "pattern", false);
  if (rule.shape.empty() == written.empty()) {
    Fault(table.source(), "a relation needs either a pattern or a shape", "add pattern = '…' or shape = \"…\"");
  }
  if (!written.empty()) rule.pattern = Expand(written, *table.get("pattern"), false);
  rule.before = Patterns(table, "before");
  rule.not_before = Patterns(table, "not_before");
  rule.never = Patterns(table, "never");
  rule.not_after = Patterns(table, "not_after");
}

void RelationLoader::LoadRelation(const toml::table& table) {
  CheckKeys(table,
            {"id", "check", "summary", "shape", "pattern", "before", "not_before", "never", "not_after", "words",
             "also", "severity", "example"},
            "relation");
  RelationRule rule;
  rule.file = file().name;
  rule.line = static_cast<uint32_t>(table.source().begin.line);
  rule.id = String(table, "id", true);
  rule.summary = String(table, "summary", true);
  const std::optional<CheckKind> check = Check(table);
  if (check) rule.check = *check;
  LoadMatch(table, rule);
  LoadWords(table, "words", rule.words);
  CheckWords(table, rule);
  rule.also = Strings(table, "also");
  LoadSeverity(table, rule);
  ForEachTable(table, "example", [&](const toml::table& example) { LoadExample(example, rule); });
  CheckExamples(rule, table);
  Accept(std::move(rule), table);
}

void RelationLoader::LoadOperands(const toml::table& table, RelationExample& example) {
  const toml::node* node = table.get("operands");
  if (node == nullptr) return;
  if (!node->is_table()) {
    Fault(node->source(), "'operands' must be a table", "write operands = { num = \"15\", den = \"30\" }");
    return;
  }
  for (const auto& [key, value] : *node->as_table()) {
    if (value.is_string())
      example.operands.emplace_back(std::string(key.str()), *value.value<std::string>());
    else
      Fault(value.source(), "an operand must be a string", "put it in quotes; parts stand side by side: \"15 140\"");
  }
}

void RelationLoader::LoadExample(const toml::table& table, RelationRule& rule) {
  CheckKeys(table, {"text", "verdict", "operands", "none"}, "relation.example");
  RelationExample example;
  example.line = static_cast<uint32_t>(table.source().begin.line);
  const std::string marked = String(table, "text", true);
  std::vector<Span> marks;
  if (const toml::node* node = table.get("text"); node != nullptr)
    example.text = ReadMarks(marked, node->source(), marks);
  if (marks.size() > 1) Fault(table.source(), "a relation has one mark", "put ⟦ ⟧ around its first to its last figure");
  if (!marks.empty()) example.marked = marks.front();
  example.none = Flag(table, "none");
  example.verdict = VerdictOf(table, !example.none);
  LoadOperands(table, example);
  if (example.none && (!marks.empty() || !example.operands.empty()))
    Fault(table.source(), "an example with none = true has no marks and no operands", "take them out");
  rule.examples.push_back(std::move(example));
}

void RelationLoader::CheckExamples(const RelationRule& rule, const toml::table& table) {
  if (!file().examples) return;
  const auto none = [](const RelationExample& example) { return example.none; };
  if (std::all_of(rule.examples.begin(), rule.examples.end(), none)) {
    Fault(table.source(), "rule '" + rule.id + "' has no example that it must see",
          "add [[relation.example]] with a verdict");
  }
  if (std::none_of(rule.examples.begin(), rule.examples.end(), none)) {
    Fault(table.source(), "rule '" + rule.id + "' has no example that it must not see",
          "add [[relation.example]] with none = true");
  }
}

void RelationLoader::Accept(RelationRule rule, const toml::table& table) {
  if (!rule.id.empty() && !ids_.insert(std::to_string(file().pack) + " " + rule.id).second) {
    Fault(table.source(), "the id '" + rule.id + "' is used twice", "give each rule an id of its own");
    return;
  }
  auto& rules = load_.rules.relation_rules;
  const auto same = std::find_if(rules.begin(), rules.end(), [&](const auto& other) { return other.id == rule.id; });
  if (same != rules.end())
    *same = std::move(rule);
  else
    rules.push_back(std::move(rule));
}

void RelationLoader::LoadMessage(const toml::table& table) {
  CheckKeys(table, {"check", "verdict", "rule", "vi", "en"}, "message");
  const std::optional<CheckKind> check = Check(table);
  const std::optional<Verdict> verdict = VerdictOf(table, true);
  MessageTemplate message;
  message.rule = String(table, "rule", false);
  message.vietnamese = String(table, "vi", true);
  message.english = String(table, "en", true);
  if (!check || !verdict) return;
  message.check = *check;
  message.verdict = *verdict;
  load_.rules.messages.push_back(std::move(message));
}

// A later pack replaces the words; what has no name of the embedded ones would never be asked for.
void RelationLoader::LoadWording(const toml::table& table) {
  CheckKeys(table, {"name", "vi", "en", "en_one"}, "wording");
  Wording wording;
  wording.name = String(table, "name", true);
  wording.vietnamese = String(table, "vi", true);
  wording.english = String(table, "en", true);
  wording.english_one = String(table, "en_one", false);
  auto& wordings = load_.rules.wordings;
  const auto same =
      std::find_if(wordings.begin(), wordings.end(), [&](const Wording& other) { return other.name == wording.name; });
  if (same != wordings.end()) {
    *same = std::move(wording);
  } else if (file().pack == 0) {
    wordings.push_back(std::move(wording));
  } else if (!wording.name.empty()) {
    std::vector<std::string> names;
    names.reserve(wordings.size());
    for (const Wording& other : wordings) names.push_back(other.name);
    const std::string nearest = NearestWord(wording.name, names);
    Fault(table.get("name")->source(), "there are no words of the name '" + wording.name + "'",
          nearest.empty() ? "soat rules export writes those that there are" : "did you mean '" + nearest + "'?");
  }
}

}  // namespace

void LoadRelations(const toml::table& root, const RuleFile& file, const Fragments& fragments,
                   std::set<std::string>& ids, RuleLoad& load) {
  RelationLoader(file, fragments, ids, load).Load(root);
}

}  // namespace soat
