// What the text says of a list of amounts: whether they are the parts of a total, and all of them.
#pragma once

#include <string_view>

#include "relations/sum_parts.h"
#include "relations/sum_words.h"
#include "relations/terms.h"

namespace soat {

inline constexpr Int128 kTellingNumber = 100;  // an equation of smaller numbers without leading words may be chance
inline constexpr Int128 kLargeNumber = 1000;   // of which a sum that misses by one digit is no chance

/// Judges lists of parts, which need not add up. A list is given by the terms in it, in the order of the text.
class PartLists {
 public:
  PartLists(const SumWords& words, const Terms& terms) : words_(words), terms_(terms) {}

  /// The parts add up to the total: kExact, kOk or kMismatch.
  Verdict Judge(size_t total, const Parts& parts) const {
    return JudgeSum(terms_[total].number, terms_.Numbers(parts));
  }
  /// So large that what merely adds up to it is no chance.
  bool IsTelling(size_t total) const { return terms_[total].number.value.coefficient >= kTellingNumber; }
  bool IsLarge(size_t total) const { return terms_[total].number.value.coefficient >= kLargeNumber; }

  /// One changed digit in the total or in a part, or two neighbouring ones swapped, make them add up.
  bool IsNear(size_t total, const Parts& parts) const;
  /// Parts that miss so little of what is said to be all of them that they are meant to be all.
  bool IsSlip(size_t total, const Parts& parts) const;
  /// Parts that need not be all are meant to add up.
  bool MeansToAddUp(size_t total, const Parts& parts, Lead lead) const;
  /// Nothing says that they are all: they add up, or a single digit keeps them from it, or they are a little too many.
  bool MayBeAll(size_t total, const Parts& parts) const;
  /// Of two lists the one that is meant, by what they miss.
  const Parts& Nearer(size_t total, const Parts& one, const Parts& other) const;

  /// The shape of the list.
  bool IsLabelled(const Parts& parts) const;
  bool HaveColons(const Parts& parts) const;
  bool FollowEachOther(const Parts& parts) const;
  bool EndsAtSemicolon(const Parts& parts) const;
  bool IsClosed(const Parts& parts) const;
  /// Nothing but parts of the total stands in it.
  bool IsClean(size_t total, const Parts& parts) const;
  bool IsPlainList(size_t total, const Parts& parts) const;
  bool IsPlainlyDivided(size_t total, const Parts& parts) const;
  /// Words of some side of a split stand beside a part: in others it is no part.
  bool MayBeSide(size_t part) const;
  /// Each part is said to be another side of one split: "nam … nữ …".
  bool IsSplit(const Parts& parts) const;
  /// The total counts the items of the list, the parts something else.
  bool IsNumberOfItems(size_t total, const Parts& parts) const;
  /// Behind the list the rest is named, without a number.
  bool NamesRest(const Parts& parts) const;

 private:
  /// The clauses that stand beside a part.
  struct Beside {
    std::string_view before, after;
  };
  bool StandsBefore(const Phrases& phrases, size_t figure) const {
    return phrases.IsIn(terms_.row(), terms_.reading().Before(figure));
  }
  bool IsBare(size_t part) const;
  bool IsOneList(size_t total, const Parts& parts) const;
  bool IsOfChange(size_t total, const Parts& parts) const;
  bool HasUnreadItem(size_t total, const Parts& parts) const;
  bool AreSides(const SumWords::Split& sides, const std::vector<Beside>& beside) const;
  bool AreMarks(size_t total, const Parts& parts) const;
  bool MissesAtMost(size_t total, const Parts& parts, Int128 percent) const;

  const SumWords& words_;
  const Terms& terms_;
};

}  // namespace soat
