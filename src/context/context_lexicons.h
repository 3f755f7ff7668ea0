// The words by which context is found, ready to be looked up.
#pragma once

#include <vector>

#include "figures/lexicon.h"
#include "soat/rule.h"

namespace soat {

/// What a phrase at an edge of a label means for the label. Values of ContextLexicons::ends, ::beginnings and ::acts.
enum EdgePhrase : uint32_t { kTrimmed, kKept, kOpening, kAct };

/// What a word that several lists may name can do. Values of ContextLexicons::joints and ::leads are sets of these.
enum JointKind : uint32_t {
  kCopula = 1U << 0U,
  kJoin = 1U << 1U,
  kPlace = 1U << 2U,
  kCut = 1U << 3U,
  kParting = 1U << 4U,
  kAfterLead = 1U << 5U,
  kRemainder = 1U << 6U,
  kComparison = 1U << 7U,
  kPassive = 1U << 8U,
  kClauseOpening = 1U << 9U,
  kVerb = 1U << 10U,
};

/// The phrases of ContextWords.
struct ContextLexicons {
  explicit ContextLexicons(const RuleSet& rules);

  Lexicon ends{Lexicon::Look::kBefore}, beginnings{Lexicon::Look::kAt}, acts;  ///< EdgePhrase
  Lexicon joints{Lexicon::Look::kAt};                                          ///< all that can begin at a word
  Lexicon leads{Lexicon::Look::kBefore};                                       ///< all that can end before a figure
  Lexicon cuts, period_words, members, comparisons, bases, part_leads, part_headings, abbreviations, qualifiers;
  Lexicon passives, denominators, scope_goes_on, scope_lists, attribute_units, noun_openers, remainders, abouts;
  Lexicon actors, negations, ranks, rank_links, office_acts, until_words, rate_names, genitives, same_spans;
  Lexicon aims, aim_ends, aim_headings, review_signs, from_words, to_words;
  Lexicon scope_ranges, tails, predicates, bodies, heading_nouns;
  Lexicon scopes, offices, roles;  ///< indices into the lists below
  LexiconWords all_words;          ///< of all these; rows of words are read with them
  std::vector<ScopePhrase> scope_phrases, office_phrases;
  std::vector<RolePhrase> role_phrases;

 private:
  void FillLabelEdges(const ContextWords& context);
  void FillLabelWords(const ContextWords& context);
  void FillScopesAndTimes(const ContextWords& context);
  void EnterWords();
};

}  // namespace soat
