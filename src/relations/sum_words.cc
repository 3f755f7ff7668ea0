#include "relations/sum_words.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace soat {
namespace {

constexpr std::string_view kSplitSign = " / ";

}  // namespace

SumWords::SumWords(const RuleSet& rules, uint32_t rule_index, PhraseLists& lists) : rule(rule_index) {
  const RelationRule& words = rules.relation_rules[rule];
  whole_leads = Phrases(words, "whole_leads", lists, PhraseLists::Place::kIn);
  part_leads = Phrases(words, "part_leads", lists, PhraseLists::Place::kIn);
  totals = Phrases(words, "totals", lists, PhraseLists::Place::kIn);
  continuations = Phrases(words, "continuations");
  not_terms = Phrases(words, "not_terms", lists, PhraseLists::Place::kEnd);
  openers = Phrases(words, "openers", lists, PhraseLists::Place::kEnd);
  joints = Phrases(words, "joints");
  marks = Phrases(words, "marks");
  of_one = Phrases(words, "of_one", lists, PhraseLists::Place::kIn);
  const auto named = words.words.find("splits");
  if (named == words.words.end()) return;
  std::vector<std::string> all_sides;
  for (const std::string& split : named->second) {
    Split& of_split = splits.emplace_back();
    for (size_t from = 0; from <= split.size();) {
      const size_t to = std::min(split.find(kSplitSign, from), split.size());
      all_sides.push_back(split.substr(from, to - from));
      of_split.push_back(Phrases::OneOfMany({all_sides.back()}, lists));
      from = to + kSplitSign.size();
    }
  }
  sides = Phrases(all_sides, lists, PhraseLists::Place::kIn);
}

}  // namespace soat
