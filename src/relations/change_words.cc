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
  if (!changes.EndsBefore(fillers, before) || EndsClause(before)) return false;
  return !(targets.Begins(reading.figure(figure).unit) && exceeding.Ends(before));
}

}  // namespace soat
