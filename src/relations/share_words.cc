#include "relations/share_words.h"

#include <string>
#include <string_view>

namespace soat {
namespace {

constexpr std::string_view kPairSign = " > ";

}  // namespace

ShareWords::ShareWords(const RuleSet& rules, uint32_t rule_index, PhraseLists& lists) : rule(rule_index) {
  const RelationRule& words = rules.relation_rules[rule];
  severity = words.severity;
  connectors = Phrases(words, "connectors");
  fillers = Phrases(words, "fillers", lists, PhraseLists::Place::kEnd);
  changes = Phrases(words, "changes", lists, PhraseLists::Place::kEnd);
  other_bases = Phrases(words, "other_bases");
  plans = Phrases(words, "plans");
  said_of_each = Phrases(words, "said_of_each");
  share_words = Phrases(words, "share_words");
  reached = Phrases(words, "reached");
  wholes_behind = Phrases(words, "wholes_behind");
  part_leads = Phrases(words, "part_leads");
  joints = Phrases(words, "joints");
  openers = Phrases(words, "openers");
  also = Phrases(words, "also", lists, PhraseLists::Place::kEnd);
  const auto named = words.words.find("pairs");
  if (named == words.words.end()) return;
  for (const std::string& pair : named->second) {
    const size_t sign = pair.find(kPairSign);
    if (sign == std::string::npos) continue;
    pairs.push_back({Phrases({pair.substr(0, sign)}), Phrases({pair.substr(sign + kPairSign.size())})});
  }
}

}  // namespace soat
