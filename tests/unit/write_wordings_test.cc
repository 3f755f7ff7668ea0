#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "soat/rule.h"
#include "write/wordings.h"

namespace soat {
namespace {

constexpr std::string_view kText =
    "[[wording]]\nname = \"lines\"\nvi = \"{n} dòng của {n}, {where}\"\nen = \"{n} lines {where}\"\n"
    "en_one = \"{n} line\"\n[[wording]]\nname = \"more\"\nvi = \"nữa\"\nen = \"more ({n})\"\n";

std::vector<std::string> Faults(const std::vector<RuleFile>& files) {
  std::vector<std::string> faults;
  for (const Error& error : LoadRules(files).errors) faults.push_back(ToString(error));
  return faults;
}

using Lines = std::vector<std::string>;

TEST_CASE("words are filled in, in one language, with a singular where there is one") {
  const RuleSet rules = LoadRules({{"a.toml", kText}}).rules;
  const Wordings english(rules, Language::kEnglish), vietnamese(rules, Language::kVietnamese);
  CHECK(english.Of("lines", 1, {{"where", "there"}}) == "1 line");
  CHECK(english.Of("lines", 2, {{"where", "{n}"}}) == "2 lines {n}");
  CHECK(english.Of("more", 1) == "more (1)");
  CHECK(vietnamese.Of("lines", 1, {{"where", "đây"}}) == "1 dòng của 1, đây");
  CHECK(vietnamese.Of("more") == "nữa");
  CHECK(vietnamese.Of("less", 3) == "less 3");
}

TEST_CASE("a later pack replaces words; a name that the first does not have is told") {
  const RuleFile first{"a.toml", kText};
  const RuleLoad load = LoadRules({first, {"b.toml", "[[wording]]\nname = \"more\"\nvi = \"v\"\nen = \"e\"\n", 1}});
  REQUIRE(load.errors.empty());
  CHECK(load.rules.wordings.size() == 2);
  CHECK(Wordings(load.rules, Language::kEnglish).Of("more", 2) == "e");
  CHECK(Faults({first, {"b.toml", "[[wording]]\nname = \"line\"\nvi = \"v\"\nen = \"e\"\n", 1}}) ==
        Lines{"b.toml:2:8: there are no words of the name 'line'; did you mean 'lines'?"});
  CHECK(Faults({first, {"b.toml", "[[wording]]\nvi = \"v\"\nen = \"e\"\none = \"x\"\n", 1}}) ==
        Lines{"b.toml:4:1: unknown key 'one' in wording; the keys are name, vi, en, en_one",
              "b.toml:1:1: 'name' is missing; add name = \"…\""});
}

}  // namespace
}  // namespace soat
