#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "soat/rule.h"

namespace soat {
namespace {

std::vector<std::string> Errors(std::string_view content) {
  std::vector<std::string> errors;
  for (const Error& error : LoadRules({{"a.toml", content}}).errors) {
    errors.push_back(error.where + ": " + error.what + ", " + error.fix);
  }
  return errors;
}

/// A rule that loads, with `lines` put in place of the lines of the same keys.
std::string Rule(std::string_view lines = "", std::string_view examples = "") {
  const std::string_view good =
      "[[rule.example]]\ntext = \"⟦5⟧ hộ\"\nvalue = \"5\"\n[[rule.example]]\ntext = \"năm hộ\"\nnone = true\n";
  std::string rule = "[[rule]]\n";
  for (const std::string_view line :
       {"id = \"count/test\"\n", "kind = \"count\"\n", "summary = \"A test.\"\n", "pattern = '[0-9]+'\n"}) {
    const std::string_view key = line.substr(0, line.find(' '));
    if (lines.find(std::string(key) + " =") == std::string_view::npos) rule += line;
  }
  return rule + std::string(lines) + std::string(examples.empty() ? good : examples);
}

TEST_CASE("a rule with examples of both kinds loads with what it says") {
  const std::string text = Rule("starts = [\"0 Hộ\"]\npriority = 3\nglued = true\nfollows = [\"Có\"]\n");
  const RuleLoad load = LoadRules({{"a.toml", text}});
  REQUIRE(load.errors.empty());
  REQUIRE(load.rules.figure_rules.size() == 1);
  const FigureRule& rule = load.rules.figure_rules.front();
  CHECK(rule.id == "count/test");
  CHECK(rule.kind == FigureKind::kCount);
  CHECK(rule.summary == "A test.");
  CHECK(rule.pattern == "[0-9]+");
  CHECK(rule.starts == std::vector<std::string>{"0 hộ"});
  CHECK(rule.follows == std::vector<std::string>{"có"});
  CHECK(rule.priority == 3);
  CHECK(rule.glued);
  CHECK(rule.digit_ahead);
  CHECK(rule.file == "a.toml");
  CHECK(rule.line == 1);
  REQUIRE(rule.examples.size() == 2);
  CHECK(rule.examples[0].text == "5 hộ");
  CHECK(rule.examples[0].marked == std::vector<Span>{{0, 1}});
  CHECK(rule.examples[1].none);
}

TEST_CASE("a rule of the kind none has no kind, and its marks need no values") {
  const std::string text =
      Rule("kind = \"none\"\n", "[[rule.example]]\ntext = \"⟦5⟧ hộ\"\n[[rule.example]]\ntext = \"hộ\"\nnone = true\n");
  const RuleLoad load = LoadRules({{"a.toml", text}});
  REQUIRE(load.errors.empty());
  CHECK_FALSE(load.rules.figure_rules.front().kind);
}

TEST_CASE("a quantity rule has a tail and no pattern") {
  struct Row {
    std::string_view pattern;
    QuantityTail tail;
  };
  const std::vector<Row> rows = {{"{quantity}", QuantityTail::kNone},
                                 {"{quantity} ?{percent}", QuantityTail::kPercent},
                                 {"{quantity} ?{currency}", QuantityTail::kCurrency},
                                 {"{quantity} ?{measure}", QuantityTail::kMeasure}};
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    const std::string text = Rule("pattern = '" + std::string(row.pattern) + "'\n");
    const RuleLoad load = LoadRules({{"a.toml", text}});
    REQUIRE(load.errors.empty());
    CHECK(load.rules.figure_rules.front().quantity);
    CHECK(load.rules.figure_rules.front().tail == row.tail);
    CHECK(load.rules.figure_rules.front().pattern.empty());
  }
}

TEST_CASE("every fault is shown at its line and column with what to do") {
  struct Row {
    std::string content, error;
  };
  const std::string no_positive = "[[rule.example]]\ntext = \"hộ\"\nnone = true\n";
  const std::string no_negative = "[[rule.example]]\ntext = \"⟦5⟧ hộ\"\nvalue = \"5\"\n";
  const std::vector<Row> rows = {
      {"colour = 1\n", "a.toml:1:1: unknown key 'colour' in the file, the keys are "},
      {Rule("colour = 1\n"), "a.toml:6:1: unknown key 'colour' in rule, the keys are id, kind, summary"},
      {"[[rule]]\n" + Rule().substr(Rule().find("kind")), "a.toml:1:1: 'id' is missing, add id = \"…\""},
      {Rule("id = 5\n"), "a.toml:5:6: 'id' must be a string, put it in quotes"},
      {Rule("glued = 1\n"), "a.toml:6:9: 'glued' must be true or false, write glued = true"},
      {Rule("priority = \"1\"\n"), "a.toml:6:12: 'priority' must be a whole number, write it without quotes"},
      {Rule("starts = \"0\"\n"), "a.toml:6:10: 'starts' must be a list of strings, write [\"…\", \"…\"]"},
      {Rule("starts = [\"0\", 5]\n"), "a.toml:6:16: 'starts' must hold strings alone, put the entry in quotes"},
      {"rule = 5\n", "a.toml:1:8: 'rule' must be a list of tables, write [[rule]]"},
      {"fragments = 5\n", "a.toml:1:13: 'fragments' must be a table, write [fragments]"},
      {"[fragments]\na = 5\n", "a.toml:2:5: a fragment must be a string, put it in quotes"},
      {Rule("kind = \"sum\"\n"), "a.toml:5:8: unknown kind 'sum', the kinds are count, ratio"},
      {Rule("pattern = ''\n"), "a.toml:5:11: the pattern is empty, write what the rule matches"},
      {Rule("pattern = '('\n"), "a.toml:5:11: RE2 refuses the pattern: missing ): ( at '(', see the RE2 syntax"},
      {Rule("pattern = '(?=5)'\n"), "a.toml:5:11: RE2 refuses the pattern: invalid perl operator: (?= at '(?=', see"},
      {Rule("pattern = '5?'\n"), "a.toml:5:11: the pattern can match nothing at all, let at least one character be"},
      {Rule("pattern = '{none}'\n"), "a.toml:5:11: unknown fragment '{none}', or one that contains itself, define it"},
      {Rule("pattern = '{quantity} km'\n"), "a.toml:5:11: ' km' cannot follow {quantity}, what can is ' ?{percent}'"},
      {Rule("never = ['(']\n"), "a.toml:6:9: RE2 refuses the pattern: missing ): ( at '(', see the RE2 syntax"},
      {Rule("", no_positive), "a.toml:1:1: rule 'count/test' has no example that it must match, add [[rule.example]]"},
      {Rule("", no_negative), "a.toml:1:1: rule 'count/test' has no example that it must not match, add [[rule.ex"},
      {Rule("", "[[rule.example]]\ntext = \"⟦⟦5⟧ hộ\"\nvalue = \"5\"\n" + no_positive),
       "a.toml:7:8: '⟦' stands inside another '⟦', close the first mark"},
      {Rule("", "[[rule.example]]\ntext = \"⟦5⟧ hộ⟧\"\nvalue = \"5\"\n" + no_positive),
       "a.toml:7:8: '⟧' without '⟦', open the mark"},
      {Rule("", no_negative + "[[rule.example]]\ntext = \"⟦5 hộ\"\nnone = true\n"),
       "a.toml:10:8: '⟦' is not closed, add '⟧'"},
      {Rule("", "[[rule.example]]\ntext = \"⟦5⟧ hộ\"\n" + no_positive),
       "a.toml:6:1: an example needs one value for each mark, add value"},
      {Rule("", no_negative + "[[rule.example]]\ntext = \"5 hộ\"\n"),
       "a.toml:9:1: an example needs marks or none = true, put ⟦ ⟧ around"},
      {Rule("", no_negative + no_positive + "colour = 1\n"), "a.toml:12:1: unknown key 'colour' in rule.example"},
      {Rule() + Rule(), "a.toml:12:1: the id 'count/test' is used twice, give each rule an id of its own"},
      {"[[number_word]]\nrole = \"big\"\nwords = { a = 1 }\n",
       "a.toml:1:1: unknown role of number words, the roles are unit, "},
      {"[[number_word]]\nrole = \"unit\"\n", "a.toml:1:1: 'words' must be a table, write words = { \"mười\" = 10 }"},
      {"[[number_word]]\nrole = \"unit\"\nwords = { a = \"1\" }\n",
       "a.toml:3:15: the value of a number word must be a whole number, write it without quotes"},
      {"[[qualifier]]\nqualifier = \"some\"\n",
       "a.toml:1:1: unknown qualifier 'some', the qualifiers are none, over, under, near, about, min, max"},
      {"[[measure]]\nwords = [\"km\"]\n", "a.toml:1:1: 'unit' is missing, add unit = \"…\""},
      {"[[currency]]\nunit = \"VND\"\nsign = \"đ\"\n", "a.toml:3:1: unknown key 'sign' in a unit, the keys are unit,"},
      {"a = \n", "a.toml:1:"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.content);
    const std::vector<std::string> errors = Errors(row.content);
    REQUIRE_FALSE(errors.empty());
    const bool found = std::any_of(errors.begin(), errors.end(),
                                   [&](const std::string& error) { return error.starts_with(row.error); });
    CAPTURE(errors.front());
    CHECK(found);
  }
}

TEST_CASE("all faults of a file are shown") {
  const std::vector<std::string> errors = Errors(Rule("glued = 1\ncolour = 1\npattern = '('\n"));
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].starts_with("a.toml:6:1: unknown key 'colour'"));
  CHECK(errors[1].starts_with("a.toml:5:9: 'glued' must be"));
  CHECK(errors[2].starts_with("a.toml:7:11: RE2 refuses"));
}

TEST_CASE("a fault in one file hides none of another") {
  const std::string bad = Rule("kind = \"sum\"\n");
  const RuleLoad load = LoadRules({{"a.toml", "a = "}, {"b.toml", bad}});
  REQUIRE(load.errors.size() == 2);
  CHECK(load.errors[0].where.starts_with("a.toml:1:"));
  CHECK(load.errors[1].where == "b.toml:5:8");
}

TEST_CASE("a rule of a later pack takes the place of the one with its id") {
  const std::string first = Rule(), second = Rule("summary = \"Mine.\"\n"), other = Rule("id = \"count/other\"\n");
  const RuleLoad load = LoadRules({{"a.toml", first, 0}, {"b.toml", other, 0}, {"c.toml", second, 1}});
  REQUIRE(load.errors.empty());
  REQUIRE(load.rules.figure_rules.size() == 2);
  CHECK(load.rules.figure_rules[0].summary == "Mine.");
  CHECK(load.rules.figure_rules[0].file == "c.toml");
  CHECK(load.rules.figure_rules[1].id == "count/other");
}

TEST_CASE("an id may not come again in its own pack, in another file either") {
  const std::string rule = Rule();
  const RuleLoad load = LoadRules({{"a.toml", rule, 1}, {"b.toml", rule, 1}});
  REQUIRE(load.errors.size() == 1);
  CHECK(load.errors[0].where == "b.toml:1:1");
  CHECK(load.errors[0].what == "the id 'count/test' is used twice");
}

TEST_CASE("fragments and tables of all files are known to the rules of every file") {
  const std::string rule = Rule("pattern = '{digits}|{measure}|{magnitude}'\n");
  const std::string_view tables =
      "[fragments]\ndigits = '[0-9]+'\n[[measure]]\nunit = \"km\"\nwords = [\"km\", \"cây số\"]\n"
      "[[number_word]]\nrole = \"magnitude\"\nwords = { \"tỷ\" = 9 }\n";
  const RuleLoad load = LoadRules({{"a.toml", rule}, {"b.toml", tables}});
  REQUIRE(load.errors.empty());
  CHECK(load.rules.measures.size() == 2);
  CHECK(load.rules.figure_rules.front().pattern.starts_with("(?:[0-9]+)|(?:cây"));
}

TEST_CASE("the embedded pack loads without a fault") { CHECK(LoadRules(EmbeddedRules()).errors.empty()); }

}  // namespace
}  // namespace soat
