// Analyzer: the one file that knows the order of the stages.
#include "context/context_reader.h"
#include "figures/figure_engine.h"
#include "identity/identity_reader.h"
#include "indicators/indicator_matcher.h"
#include "relations/relation_engine.h"
#include "soat/analyzer.h"
#include "structure/structure_reader.h"

namespace soat {

struct Analyzer::Implementation {
  explicit Implementation(RuleSet set)
      : rules(std::move(set)), figures(rules), identity(rules), context(rules), indicators(rules), relations(rules) {}
  RuleSet rules;
  FigureEngine figures;
  IdentityReader identity;
  ContextReader context;
  IndicatorMatcher indicators;
  RelationEngine relations;
};

Analyzer::Analyzer(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Result<Analyzer> Analyzer::Make(RuleSet rules) {
  if (rules.currencies.empty() || rules.number_words.empty()) {
    return Error{ErrorCode::kRule, "", "the rules name no currencies or no number words",
                 "add them with [[currency]] and [[number_word]], or leave the default rules in"};
  }
  return Analyzer(std::make_unique<Implementation>(std::move(rules)));
}

Analysis Analyzer::Analyze(const Document& document) const {
  Analysis analysis = implementation_->figures.FindFigures(document, ReadStructure(document, implementation_->rules));
  analysis.identity = implementation_->identity.Read(document, analysis);
  return analysis;
}

void Analyzer::AddContext(const Document& document, Analysis& analysis) const {
  implementation_->context.Read(document, analysis);
  implementation_->indicators.Apply(document, analysis);
}

void Analyzer::AddRelations(const Document& document, Analysis& analysis) const {
  implementation_->relations.Check(document, analysis, implementation_->context, implementation_->indicators,
                                   HeldUse::kKeep, nullptr);
}

void Analyzer::AddRelations(const Document& document, Analysis& analysis, HeldRelations& held) const {
  implementation_->relations.Check(document, analysis, implementation_->context, implementation_->indicators,
                                   HeldUse::kCount, &held);
}

void Analyzer::AddFindings(const Document& document, Analysis& analysis) const {
  implementation_->relations.Check(document, analysis, implementation_->context, implementation_->indicators,
                                   HeldUse::kLeaveOut, nullptr);
}

const RuleSet& Analyzer::rules() const { return implementation_->rules; }

std::vector<Error> Analyzer::Check() const {
  std::vector<Error> faults = implementation_->figures.Check();
  if (Status indicators = implementation_->indicators.Check(); !indicators.ok()) faults.push_back(indicators.error());
  for (Error& fault : implementation_->relations.CheckRules()) faults.push_back(std::move(fault));
  return faults;
}

}  // namespace soat
