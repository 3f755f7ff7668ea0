// The choice of a whole: which amount a percentage is the share of, where the two agree.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "relations/share_reader.h"
#include "relations/share_words.h"

namespace soat {

/// Looks for the whole of a share among the amounts around it. A whole is given by its index among the amounts of the
/// reading.
class ShareWholes {
 public:
  using Judged = std::pair<size_t, Verdict>;  ///< a whole with what the equation gives

  ShareWholes(const ShareWords& words, const ShareReader& reader)
      : words_(words), reader_(reader), reading_(reader.reading()), amounts_(reader.amounts()) {}

  /// Those that the words can mean: amounts before the part, nearest first, that are like it and not smaller, then
  /// those behind it that are a plan.
  std::vector<size_t> Candidates(const Share& share) const;
  /// The first of the candidates of which it is the percentage; nothing when it is that of none.
  std::optional<Judged> Holding(const Share& share, const std::vector<size_t>& candidates) const;
  /// The same among amounts of other nouns before the part.
  std::optional<Judged> HoldingOfOtherNoun(const Share& share) const;
  /// The same among the wholes that stand behind all shares of them.
  std::optional<Judged> HoldingBehind(const Share& share) const;
  /// The one that stands behind its name, right behind the percentage; it need not hold.
  std::optional<size_t> NamedBehind(const Share& share) const;

  /// Its words say that it is the whole of what stands before it.
  bool IsWholeBehind(const Amount& whole, const Share& share) const;

 private:
  bool IsInReach(const Share& share, size_t whole) const;

  const ShareWords& words_;
  const ShareReader& reader_;
  const Reading& reading_;
  const std::vector<Amount>& amounts_;
};

}  // namespace soat
