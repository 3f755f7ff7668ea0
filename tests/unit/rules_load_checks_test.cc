#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "soat/rule.h"

namespace soat {
namespace {

std::string Check(std::string_view name, std::string_view en = "E") {
  return "[[check]]\ncheck = \"" + std::string(name) + "\"\nprecision = \"high\"\nvi = \"V\"\nen = \"" +
         std::string(en) + "\"\nhelp_vi = \"HV\"\nhelp_en = \"HE\"\n";
}

TEST_CASE("what a check is loads, and a later pack replaces it") {
  const RuleLoad load =
      LoadRules({{"a.toml", Check("change")}, {"b.toml", Check("complement")}, {"c.toml", Check("change", "mine"), 1}});
  REQUIRE(load.errors.empty());
  REQUIRE(load.rules.checks.size() == 2);
  const CheckText& text = load.rules.checks.front();
  CHECK(text.check == CheckKind::kChange);
  CHECK(text.english == "mine");
  CHECK(text.vietnamese == "V");
  CHECK(text.help_english == "HE");
  CHECK(text.help_vietnamese == "HV");
  CHECK(text.precision == "high");
}

TEST_CASE("faults of a check are placed") {
  const auto faults = [](std::string_view content) {
    std::vector<std::string> found;
    for (const Error& error : LoadRules({{"a.toml", content}}).errors) found.push_back(error.where + ": " + error.what);
    return found;
  };
  CHECK(faults(Check("chanje")) == std::vector<std::string>{"a.toml:2:9: there is no such check"});
  CHECK(faults("[[check]]\ncheck = \"change\"\nprecision = \"sure\"\nvi = \"\"\nen = \"\"\nhelp_vi = \"\"\nx = 1\n") ==
        std::vector<std::string>{"a.toml:7:1: unknown key 'x' in check", "a.toml:3:13: unknown precision 'sure'",
                                 "a.toml:1:1: 'help_en' is missing"});
}

TEST_CASE("the embedded rules describe every check") {
  const RuleLoad load = LoadRules(EmbeddedRules());
  std::set<CheckKind> described;
  for (const CheckText& text : load.rules.checks) {
    CAPTURE(ToString(text.check));
    CHECK_FALSE(text.help_vietnamese.empty());
    CHECK_FALSE(text.help_english.empty());
    described.insert(text.check);
  }
  CHECK(described.size() == kCheckKindCount);
}

}  // namespace
}  // namespace soat
