#include "relations/change_words.h"

#include <string_view>

#include "relations/signs.h"

namespace soat {

ChangeWords::ChangeWords(const RelationRule& rule, PhraseLists& lists) {
  changes = Phrases(rule, "changes", lists, PhraseLists::Place::kEnd);
  fillers = Phrases(rule, "fillers", lists, PhraseLists::Place::kEnd);
  exceeding = Phrases(rule, "exceeding");
  targets = Phrases(rule, "targets");
}

bool ChangeWords::EndBefore(const Reading& reading, size_t figure) const {
  const std::string_view before = reading.Before(figure);
  const uint64_t ends = reading.figures()[figure].ends;
  const bool stand = (changes.MayEnd(ends) && changes.Ends(before)) ||
                     (fillers.MayEnd(ends) && changes.Ends(fillers.WithoutEnd(before)));
  if (!stand || EndsClause(before)) return false;
  return !(targets.Begins(reading.figure(figure).unit) && exceeding.Ends(before));
}

}  // namespace soat
