// ContextLexicons.
#include "context/context_lexicons.h"

#include <map>
#include <string>
#include <string_view>

namespace soat {
namespace {

void Fill(Lexicon& lexicon, const std::vector<std::string>& phrases, uint32_t value = 0) {
  for (const std::string& phrase : phrases) lexicon.Add(phrase, value);
}

/// Joins lists of phrases so that one look tells of all of them: the longest phrase at a place stands for the shorter
/// ones in it as well.
class JointTable {
 public:
  void Add(const std::vector<std::string>& phrases, uint32_t kind) {
    for (const std::string& phrase : phrases) kinds_[phrase] |= kind;
  }
  /// A phrase that is none of the kinds, though it begins like one.
  void AddNot(const std::vector<std::string>& phrases, uint32_t kind) {
    for (const std::string& phrase : phrases) {
      kinds_.try_emplace(phrase, 0);
      not_[phrase] |= kind;
    }
  }

  void FillByBeginning(Lexicon& lexicon) const {
    for (const auto& [phrase, own] : kinds_) {
      uint32_t kinds = own;
      uint32_t barred = Barred(phrase);
      for (size_t blank = phrase.rfind(' '); blank != std::string::npos && blank > 0;
           blank = phrase.rfind(' ', blank - 1)) {
        const std::string beginning = phrase.substr(0, blank);
        kinds |= Kinds(beginning) & ~barred;
        barred |= Barred(beginning);
      }
      lexicon.Add(phrase, kinds);
    }
  }

  void FillByEnd(Lexicon& lexicon) const {
    for (const auto& [phrase, own] : kinds_) {
      uint32_t kinds = own;
      for (size_t blank = phrase.find(' '); blank != std::string::npos; blank = phrase.find(' ', blank + 1)) {
        kinds |= Kinds(phrase.substr(blank + 1));
      }
      lexicon.Add(phrase, kinds);
    }
  }

 private:
  uint32_t Kinds(const std::string& phrase) const {
    const auto found = kinds_.find(phrase);
    return found == kinds_.end() ? 0 : found->second;
  }
  uint32_t Barred(const std::string& phrase) const {
    const auto found = not_.find(phrase);
    return found == not_.end() ? 0 : found->second & ~Kinds(phrase);
  }

  std::map<std::string, uint32_t> kinds_, not_;
};

void FillJoints(const ContextWords& context, Lexicon& joints) {
  JointTable table;
  table.Add(context.joins, kJoin);
  table.Add(context.label_cuts, kCut);
  table.Add(context.partings, kParting);
  table.Add(context.comparisons, kComparison);
  table.Add(context.passives, kPassive);
  table.Add(context.clause_openings, kClauseOpening);
  table.Add(context.acts, kVerb);
  table.AddNot(context.label_keeps, kVerb | kClauseOpening);
  table.FillByBeginning(joints);
}

void FillLeads(const ContextWords& context, Lexicon& leads) {
  JointTable table;
  table.Add(context.copulas, kCopula);
  table.Add(context.joins, kJoin);
  table.Add(context.places, kPlace);
  table.Add(context.label_cuts, kCut);
  table.Add(context.partings, kParting);
  table.Add(context.after_leads, kAfterLead);
  table.Add(context.remainders, kRemainder);
  table.FillByEnd(leads);
}

}  // namespace

// A phrase keeps the value that it is added with first.
void ContextLexicons::FillLabelEdges(const ContextWords& context) {
  Fill(ends, context.label_keeps, kKept);
  Fill(ends, context.acts, kKept);
  Fill(ends, context.label_ends, kTrimmed);
  Fill(beginnings, context.label_keeps, kKept);
  Fill(beginnings, context.acts, kKept);
  Fill(beginnings, context.clause_openings, kOpening);
  Fill(beginnings, context.label_beginnings, kTrimmed);
  Fill(acts, context.acts, kAct);
  Fill(acts, context.label_keeps, kKept);
  FillJoints(context, joints);
  FillLeads(context, leads);
}

void ContextLexicons::FillLabelWords(const ContextWords& context) {
  Fill(cuts, context.label_cuts);
  Fill(period_words, context.period_words);
  Fill(members, context.members);
  Fill(comparisons, context.comparisons);
  Fill(bases, context.bases);
  Fill(part_leads, context.part_leads);
  Fill(part_headings, context.part_headings);
  Fill(abbreviations, context.stop_abbreviations);
  Fill(passives, context.passives);
  Fill(denominators, context.denominators);
  Fill(attribute_units, context.attribute_units);
  Fill(remainders, context.remainders);
  Fill(negations, context.negations);
  Fill(rate_names, context.rate_names);
  Fill(genitives, context.genitives);
  Fill(tails, context.label_cuts);
  Fill(tails, context.label_tails);
  Fill(predicates, context.predicates);
  Fill(bodies, context.bodies);
  Fill(heading_nouns, context.heading_nouns);
}

void ContextLexicons::FillScopesAndTimes(const ContextWords& context) {
  Fill(scope_goes_on, context.scope_goes_on);
  Fill(scope_lists, context.scope_lists);
  Fill(abouts, context.abouts);
  Fill(actors, context.actors);
  Fill(ranks, context.ranks);
  Fill(rank_links, context.rank_links);
  Fill(office_acts, context.office_acts);
  Fill(until_words, context.until_words);
  Fill(same_spans, context.same_spans);
  Fill(aims, context.aims);
  Fill(aim_ends, context.aim_ends);
  Fill(aim_headings, context.aim_headings);
  Fill(review_signs, context.review_signs);
  Fill(from_words, context.from_words);
  Fill(to_words, context.to_words);
  Fill(scope_ranges, context.scope_ranges);
}

ContextLexicons::ContextLexicons(const RuleSet& rules)
    : scope_phrases(rules.context.scopes), office_phrases(rules.context.offices), role_phrases(rules.context.roles) {
  FillLabelEdges(rules.context);
  FillLabelWords(rules.context);
  FillScopesAndTimes(rules.context);
  Fill(noun_openers, rules.noun_openers);
  for (const QualifierPhrase& qualifier : rules.qualifiers_before) qualifiers.Add(qualifier.phrase, 0);
  for (uint32_t i = 0; i < scope_phrases.size(); ++i) scopes.Add(scope_phrases[i].phrase, i);
  for (uint32_t i = 0; i < office_phrases.size(); ++i) offices.Add(office_phrases[i].phrase, i);
  for (uint32_t i = 0; i < role_phrases.size(); ++i) roles.Add(role_phrases[i].phrase, i);
  EnterWords();
}

void ContextLexicons::EnterWords() {
  unsigned bit = 0;
  for (Lexicon* lexicon :
       {&ends,       &beginnings,   &acts,          &joints,      &leads,           &cuts,          &period_words,
        &members,    &comparisons,  &bases,         &part_leads,  &part_headings,   &abbreviations, &qualifiers,
        &passives,   &denominators, &scope_goes_on, &scope_lists, &attribute_units, &noun_openers,  &remainders,
        &abouts,     &actors,       &negations,     &ranks,       &rank_links,      &office_acts,   &until_words,
        &rate_names, &genitives,    &same_spans,    &aims,        &aim_ends,        &aim_headings,  &review_signs,
        &from_words, &to_words,     &scope_ranges,  &tails,       &predicates,      &bodies,        &heading_nouns,
        &scopes,     &offices,      &roles}) {
    lexicon->EnterWords(all_words, bit++);
  }
}

}  // namespace soat
