#include <doctest/doctest.h>

#include <algorithm>

#include "rules/without_examples.h"
#include "soat/rule.h"

namespace soat {

TEST_CASE("examples become empty lines") {
  CHECK(WithoutExamples("a = 1\n[[rule]]\nid = \"x\"\n[[rule.example]]\ntext = \"5\"\nnone = true\n[[rule]]\nb = 2") ==
        "a = 1\n[[rule]]\nid = \"x\"\n\n\n\n[[rule]]\nb = 2");
  CHECK(WithoutExamples("[[rule.example]]\n[table]\n") == "\n[table]\n");
  CHECK(WithoutExamples("") == "");
}

TEST_CASE("the embedded rules are the same without their examples") {
  const RuleLoad whole = LoadRules(EmbeddedRules());
  std::vector<RuleFile> files = EmbeddedRules();
  for (RuleFile& file : files) file.examples = false;
  const RuleLoad bare = LoadRules(files);
  CHECK(bare.errors.empty());
  REQUIRE(bare.rules.figure_rules.size() == whole.rules.figure_rules.size());
  for (size_t i = 0; i < bare.rules.figure_rules.size(); ++i) {
    const FigureRule &rule = bare.rules.figure_rules[i], &same = whole.rules.figure_rules[i];
    CHECK(rule.id == same.id);
    CHECK(rule.pattern == same.pattern);
    CHECK(rule.line == same.line);
    CHECK(rule.examples.empty());
  }
  REQUIRE(bare.rules.relation_rules.size() == whole.rules.relation_rules.size());
  for (size_t i = 0; i < bare.rules.relation_rules.size(); ++i) {
    CHECK(bare.rules.relation_rules[i].id == whole.rules.relation_rules[i].id);
    CHECK(bare.rules.relation_rules[i].words == whole.rules.relation_rules[i].words);
  }
  REQUIRE(bare.rules.indicators.size() == whole.rules.indicators.size());
  for (size_t i = 0; i < bare.rules.indicators.size(); ++i) {
    CHECK(bare.rules.indicators[i].id == whole.rules.indicators[i].id);
    CHECK(bare.rules.indicators[i].examples.empty());
  }
  CHECK(bare.rules.nouns.size() == whole.rules.nouns.size());
  CHECK(bare.rules.districts.size() == whole.rules.districts.size());
}

}  // namespace soat
