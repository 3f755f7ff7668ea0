#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "rules/list_names.h"
#include "soat/rule.h"

namespace soat {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

/// The names of lists in the sources of the finders.
Names NamesRead() {
  const std::regex read("(?:WordsOf\\([^;\"]*|Phrases\\(\\w+, |words\\.find\\(|List\\()\"([a-z_]+)\"");
  Names names;
  for (const auto& entry : fs::directory_iterator(fs::path(SOAT_SOURCE_DIR) / "src" / "relations")) {
    std::ifstream file(entry.path());
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    for (std::sregex_iterator found(text.begin(), text.end(), read), end; found != end; ++found)
      names.insert((*found)[1]);
  }
  return names;
}

TEST_CASE("the embedded rules use every list of words that a finder reads, and no other") {
  const std::vector<std::string>& all = ListNames::Embedded().All();
  CHECK(NamesRead() == Names(all.begin(), all.end()));
  CHECK(std::is_sorted(all.begin(), all.end()));
}

TEST_CASE("a shape takes its own lists and those that all rules share") {
  const std::vector<std::string>* share = ListNames::Embedded().Of("share");
  REQUIRE(share != nullptr);
  CHECK(std::count(share->begin(), share->end(), "connectors") == 1);
  CHECK(std::count(share->begin(), share->end(), "continuations") == 1);
  CHECK(std::count(share->begin(), share->end(), "carries_out") == 0);
  CHECK(ListNames::Embedded().Of("date") != nullptr);
  CHECK(ListNames::Embedded().Of("summ") == nullptr);
}

std::vector<std::string> Faults(const std::string& content) {
  std::vector<std::string> faults;
  for (const Error& error : LoadRules({{"a.toml", content}}).errors) faults.push_back(ToString(error));
  return faults;
}

std::string Rule(const std::string& where, const std::string& words) {
  return "[[relation]]\nid = \"own/one\"\ncheck = \"ratio_percent\"\nsummary = \"A test.\"\n" + where +
         "\n[relation.words]\n" + words +
         "\n[[relation.example]]\ntext = \"1\"\nverdict = \"exact\"\n[[relation.example]]\ntext = \"2\"\nnone = true\n";
}

using Lines = std::vector<std::string>;

TEST_CASE("a list that no finder reads is told at its name, with the one that may be meant") {
  CHECK(Faults(Rule("shape = \"share\"", "connectors = [\"đạt\"]\nchanges = [\"tăng\"]")).empty());
  CHECK(Faults(Rule("shape = \"share\"", "connectors = [\"đạt\"]\nconector = [\"đạt\"]")) ==
        Lines{"a.toml:8:1: unknown list 'conector' in the words of the shape 'share'; did you mean 'connectors'?"});
  const Lines far = Faults(Rule("shape = \"span\"", "xxxxxxxxxxxxxxxxxxxxxxxx = [\"đạt\"]"));
  REQUIRE(far.size() == 1);
  CHECK(
      far[0].starts_with("a.toml:7:1: unknown list 'xxxxxxxxxxxxxxxxxxxxxxxx' in the words of the shape 'span'; the "
                         "lists are continuations, date_joints, done, from, "));
  CHECK(Faults("[relation_words]\ncontinuation = [\"gồm\"]\nconnectors = [\"đạt\"]\n") ==
        Lines{"a.toml:2:1: unknown list 'continuation' in relation_words; did you mean 'continuations'?"});
  CHECK(Faults(Rule("pattern = '{num:count} / {den:count} {pct:percent}'", "fillers = [\"khoảng\"]")) ==
        Lines{"a.toml:6:1: a pattern takes no lists of words; write the words into the pattern, or name a shape"});
  // The shape that does not exist is the fault, and is told with the others of its kind.
  CHECK(Faults(Rule("shape = \"shar\"", "conector = [\"đạt\"]")).empty());
}

}  // namespace
}  // namespace soat
