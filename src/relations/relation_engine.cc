// RelationEngine: runs the finders in order and sorts what they found.
#include "relations/relation_engine.h"

#include <algorithm>

#include "relations/finding_list.h"
#include "relations/invalid_dates.h"
#include "relations/numbering.h"

namespace soat {

struct RelationEngine::Implementation {
  const RuleSet& rules;
};

RelationEngine::RelationEngine(const RuleSet& rules) : implementation_(new Implementation{rules}) {}
RelationEngine::~RelationEngine() = default;

void RelationEngine::Check(const Document& document, Analysis& analysis) const {
  FindingList found(document, analysis, implementation_->rules);
  for (uint32_t i = 0; i < implementation_->rules.relation_rules.size(); ++i) {
    const RelationRule& rule = implementation_->rules.relation_rules[i];
    if (rule.shape == "date") FindInvalidDates(found, i);
    if (rule.shape == "numbering") FindNumberingGaps(found, i);
  }
  analysis.relations = found.Take();
}

Status RelationEngine::CheckRules() const { return {}; }

}  // namespace soat
