// What the words around a percentage say: which amount it is said of, and whether it is a share at all.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relations/amounts.h"
#include "relations/arithmetic.h"
#include "relations/digit_edits.h"
#include "relations/reading.h"
#include "relations/share_words.h"
#include "soat/document.h"

namespace soat {

inline constexpr size_t kLongestName = 60;     // bytes of the name of a plan between a percentage and its number
inline constexpr Int128 kTellingPercent = 10;  // of fewer digits ("0,1%") it is that of many numbers

/// A part with its percentage.
struct Share {
  size_t percent = 0;  ///< index of its figure in the reading
  Amount part;
  std::optional<Amount> ratio;  ///< the denominator, when the part is the numerator of a ratio
  bool other_base = false;      ///< the words behind the percentage name another whole
  bool apart = false;           ///< words stand between the percentage and the ratio behind it
};

/// Reads the percentages of one reading. A figure is given by its index in the reading, an amount by itself.
class ShareReader {
 public:
  /// \param amounts  AmountsOf(reading)
  ShareReader(const ShareWords& words, const Reading& reading, const std::vector<Amount>& amounts,
              const Document& document)
      : words_(words), reading_(reading), amounts_(amounts), document_(document) {}

  const Reading& reading() const { return reading_; }
  const std::vector<Amount>& amounts() const { return amounts_; }
  const ReadFigure& place(const Amount& amount) const { return reading_.figures()[amount.index]; }
  const Document& document() const { return document_; }

  /// The amount of a figure as the part of a percentage. Of two that a stroke divides ("1.206 vụ/2.085 bị cáo") it can
  /// be either; one with a ratio is the only one. Nothing when it has no positive number.
  std::vector<Share> SharesOf(size_t index, size_t percent) const;
  /// The figure that the words before a percentage say it of.
  std::optional<size_t> LinkedPart(size_t percent) const;
  /// The ratio in parentheses behind a percentage. \param named  with a name between the two, or without
  std::optional<Share> RatioBehind(size_t percent, bool named) const;
  /// The words behind a percentage name another whole than the noun of its part.
  bool NamesOtherBase(size_t index, size_t percent) const;
  /// A stroke divides two amounts that follow each other.
  bool IsStroke(const Amount& one, const Amount& other) const;

  /// The words before a figure say that it is a change.
  bool IsChange(size_t index) const { return words_.changes.StandBefore(reading_, index); }
  /// It has digits enough that it is not the percentage of just any number.
  bool IsTelling(size_t percent) const { return Percent(percent).value.coefficient >= kTellingPercent; }
  /// With decimals it is hardly said of each of those counted: "10 xã đạt 100%, 9 xã đạt 90%".
  bool IsSharp(size_t percent) const { return IsTelling(percent) && Percent(percent).value.scale > 0; }
  bool IsSaidToBeShare(size_t percent) const {
    return words_.share_words.Ends(words_.fillers.WithoutEnd(reading_.Before(percent)));
  }
  /// "6.200 triệu đồng = 9,06%" in one item of a list says no less.
  bool IsGivenAsShare(size_t percent) const {
    const std::string_view before = reading_.Before(percent);
    const size_t last = before.find_last_not_of(' ');
    return IsSaidToBeShare(percent) || (last != std::string_view::npos && before[last] == '=');
  }
  /// It says something of each of those counted ("01 xã đạt dưới 15%"), or of the part of a ratio ("12/21 xã đạt
  /// 100%").
  bool IsSaidOfEach(const Share& share) const;
  bool IsSaidOfSome(const Share& share) const;
  /// It tells by how much the number of now differs from an earlier one. REQUIRES: it is of a ratio
  bool IsRateOfChange(const Share& share) const;

  /// REQUIRES: the figure has a value
  Printed Percent(size_t index) const { return *PrintedValue(reading_.figure(index)); }
  Verdict Judge(const Share& share, const Amount& whole) const {
    return JudgePercent(share.part.number, whole.number, Percent(share.percent));
  }
  /// It is the percentage without a doubt: exactly or rounded.
  bool IsEqual(const Share& share, const Amount& whole) const {
    const Verdict verdict = Judge(share, whole);
    return verdict == Verdict::kExact || verdict == Verdict::kRounded;
  }
  /// One edit of the digits of any of the three makes it hold.
  bool HasEdit(const Share& share, const Amount& whole) const {
    return HasPercentEdit(document_, ValueTarget(reading_.figure(share.percent)), share.part.target, whole.target);
  }
  /// One edit of the digits of the percentage does.
  bool IsSlip(const Share& share, const Amount& whole) const;
  /// A ratio that stands apart from its percentage may be meant: one edit makes it hold. REQUIRES: it is of a ratio
  bool IsNamedNearMiss(const Share& share) const;

 private:
  bool IsCounted(size_t index) const {
    return reading_.figures()[index].kind == FigureKind::kCount || reading_.figures()[index].kind == FigureKind::kRatio;
  }
  std::optional<size_t> PartOf(size_t percent) const;
  bool IsLinked(size_t part, size_t percent) const;
  bool OpensClause(std::string_view link) const;
  bool IsJoining(std::string_view words) const;

  const ShareWords& words_;
  const Reading& reading_;
  const std::vector<Amount>& amounts_;
  const Document& document_;
};

}  // namespace soat
