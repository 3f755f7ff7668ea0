// RelationEngine: runs the finders in order and sorts what they found.
#include "relations/relation_engine.h"

#include <algorithm>

#include "relations/finding_list.h"
#include "relations/invalid_dates.h"
#include "relations/reading.h"
#include "relations/shares.h"

namespace soat {

struct RelationEngine::Implementation {
  explicit Implementation(const RuleSet& set);

  const RuleSet& rules;
  std::vector<ShareFinder> shares;
};

RelationEngine::Implementation::Implementation(const RuleSet& set) : rules(set) {
  for (uint32_t i = 0; i < rules.relation_rules.size(); ++i) {
    const RelationRule& rule = rules.relation_rules[i];
    if (rule.shape == "share") shares.emplace_back(rules, i);
  }
}

RelationEngine::RelationEngine(const RuleSet& rules) : implementation_(new Implementation(rules)) {}
RelationEngine::~RelationEngine() = default;

void RelationEngine::Check(const Document& document, Analysis& analysis) const {
  FindingList found(document, analysis, implementation_->rules);
  for (uint32_t i = 0; i < implementation_->rules.relation_rules.size(); ++i) {
    const RelationRule& rule = implementation_->rules.relation_rules[i];
    if (rule.shape == "date") FindInvalidDates(found, i);
  }
  for (const Reading& reading : MakeReadings(document, analysis)) {
    for (const ShareFinder& finder : implementation_->shares) finder.Find(reading, found);
  }
  analysis.undecided = found.undecided();
  analysis.relations = found.Take();
}

Status RelationEngine::CheckRules() const { return {}; }

}  // namespace soat
