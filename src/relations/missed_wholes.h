// The choice of a whole where no amount gives the percentage: which one the text means, so that it contradicts itself.
#pragma once

#include <optional>
#include <vector>

#include "relations/share_reader.h"
#include "relations/share_wholes.h"
#include "relations/share_words.h"

namespace soat {

/// A share with the whole that was chosen for it.
struct SettledShare {
  size_t whole;  ///< index among the amounts of the reading
  Amount part;
  size_t percent;  ///< index in the reading
  bool sure;       ///< it holds, and not by chance
};

/// Chooses the whole of a share that holds for none, by what the text says and by the shares beside it. Nothing is the
/// usual answer: a percentage rarely names its whole.
class MissedWholes {
 public:
  /// \param open  the shares of the reading for which no whole was found; \param settled  the others. Both may grow.
  MissedWholes(const ShareWords& words, const ShareReader& reader, const ShareWholes& wholes,
               const std::vector<Share>& open, const std::vector<SettledShare>& settled)
      : words_(words),
        reader_(reader),
        reading_(reader.reading()),
        amounts_(reader.amounts()),
        wholes_(wholes),
        open_(open),
        settled_(settled) {}

  /// The whole of an open share that the text names, and that another amount beside it does not explain.
  /// \param candidates  ShareWholes::Candidates(share)
  std::optional<size_t> Choose(const Share& share, const std::vector<size_t>& candidates) const;
  /// The whole with one wrong digit of the open shares from `first` up to `end`, which are all of one whole.
  std::optional<size_t> SlippedWhole(size_t first, size_t end) const;
  /// Some whole would give both percentages.
  bool AreOfOneWhole(const Share& one, const Share& other) const;

 private:
  std::optional<size_t> NamedWhole(const Share& share, const std::vector<size_t>& candidates) const;
  std::optional<size_t> CommonWhole(const Share& share, const std::vector<size_t>& candidates) const;
  std::optional<size_t> CertainWhole(const Share& share, const std::vector<size_t>& candidates) const;
  std::optional<size_t> OvertakenWhole(const Share& share, bool of_siblings) const;
  std::optional<size_t> SmallerWhole(const Share& share) const;
  std::optional<size_t> WholeOfOtherNoun(const Share& share) const;
  std::vector<size_t> WholesOfSiblings(const Share& share) const;
  size_t NearestWhole(const Share& share, const std::vector<size_t>& candidates) const;

  bool AreSiblings(const Amount& one, const Amount& other) const;
  bool IsCommonWhole(const Share& share, size_t whole) const;
  bool HasSureSibling(const Share& share, size_t whole) const;
  bool LeavesPart(const Amount& whole, const Amount& part) const;
  bool LeavesSeveral(const Decimal& rest, const Amount& part) const;
  bool IsNamedBehind(const Amount& whole, const Share& share) const;
  bool IsPair(const Amount& whole, const Amount& part) const;
  bool IsOfAnotherItem(const Amount& whole, const Share& share) const;
  bool LeadsToPart(const Amount& whole, const Amount& part) const;
  bool IsShareItself(const Amount& whole, const Share& share) const;
  bool IsNearMiss(const Share& share, const Amount& whole) const;
  bool MayBeOf(const Share& share, const Amount& whole) const;
  bool IsOfRemainder(const Share& share, const Amount& whole) const;
  bool TalksOfPlans(const Share& share, const std::vector<size_t>& candidates) const;
  /// The whole stands in the sentence of the part, or in the one before.
  bool IsNextTo(const Amount& whole, const Amount& part) const {
    return reader_.place(whole).sentence + 1 >= reader_.place(part).sentence;
  }

  const ShareWords& words_;
  const ShareReader& reader_;
  const Reading& reading_;
  const std::vector<Amount>& amounts_;
  const ShareWholes& wholes_;
  const std::vector<Share>& open_;
  const std::vector<SettledShare>& settled_;
};

}  // namespace soat
