// ContextLexicons.
#include "context/context_lexicons.h"

#include <string>

namespace soat {
namespace {

void Fill(Lexicon& lexicon, const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) lexicon.Add(phrase, 0);
}

}  // namespace

ContextLexicons::ContextLexicons(const ContextWords& words) : scope_phrases(words.scopes), role_phrases(words.roles) {
  Fill(ends, words.label_ends);
  Fill(copulas, words.copulas);
  Fill(beginnings, words.label_beginnings);
  Fill(after_leads, words.after_leads);
  Fill(acts, words.acts);
  Fill(cuts, words.label_cuts);
  Fill(part_leads, words.part_leads);
  for (uint32_t i = 0; i < scope_phrases.size(); ++i) scopes.Add(scope_phrases[i].phrase, i);
  for (uint32_t i = 0; i < role_phrases.size(); ++i) roles.Add(role_phrases[i].phrase, i);
}

}  // namespace soat
