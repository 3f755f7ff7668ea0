// The words behind which a number is a change and no value of its own.
#pragma once

#include <cstddef>
#include <cstdint>

#include "relations/phrases.h"
#include "relations/reading.h"
#include "soat/rule.h"

namespace soat {

struct ChangeWords {
  ChangeWords() = default;
  /// \param rule  with the lists `changes`, `fillers`, `exceeding` and `targets`; they are entered into `lists`
  ChangeWords(const RelationRule& rule, PhraseLists& lists);

  /// The words between a figure and the one before it, without those that only hedge or join, end in "tăng", "giảm". In
  /// "vượt 8 chỉ tiêu" so many targets were exceeded, which is no change.
  bool StandBefore(const Reading& reading, size_t figure) const {
    const uint64_t ends = reading.figures()[figure].ends;
    return (changes.MayEnd(ends) || fillers.MayEnd(ends)) && EndBefore(reading, figure);
  }

  Phrases changes, fillers;
  Phrases exceeding;  ///< those of the changes behind which targets may be counted: "vượt"
  Phrases targets;    ///< the nouns of these

 private:
  bool EndBefore(const Reading& reading, size_t figure) const;
};

}  // namespace soat
