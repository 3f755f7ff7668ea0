// The indicators of the figures of one document.
#pragma once

#include <cstdint>
#include <vector>

#include "indicators/compiled_indicators.h"
#include "indicators/indicator_matcher.h"
#include "indicators/surroundings.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

class DocumentContext;

/// Says of figures which indicator they are values of, when that is asked for: who asks for few pays for few.
class FigureIndicators {
 public:
  /// \param context  fills that of the figures which are looked at; null when all of them have it
  /// REQUIRES: all outlive it
  FigureIndicators(const IndicatorMatcher& matcher, const Document& document, const Analysis& analysis,
                   DocumentContext* context = nullptr);

  /// The indicator of a figure; null when it has none.
  const Indicator* Of(uint32_t figure);
  /// Finds those of all figures, which is cheaper than asking for one after the other.
  void FindAll();

 private:
  /// The figures of a clause.
  struct Clause {
    uint32_t begin, end;
  };
  enum class Known : uint8_t { kNothing, kClaimed, kDecided };

  const Figure& At(uint32_t figure) const;
  /// REQUIRES: `next` stands behind `figure`
  bool AreParted(const Figure& figure, const Figure& next) const;
  bool AreRivals(const Figure& figure, const Figure& next) const;
  Clause ClauseOf(uint32_t figure) const;
  const Indicator* Match(const Figure& figure);
  const Indicator* Claimed(uint32_t figure);
  bool IsPartOfSame(uint32_t part, const Indicator& indicator);
  uint32_t TotalIn(Span stretch) const;
  uint32_t TotalBefore(uint32_t figure) const;
  void DropRivals(Clause clause);
  void Decide(Clause clause);

  const Document& document_;
  const Analysis& analysis_;
  DocumentContext* const context_;
  const IndicatorMatcher& matcher_;
  const CompiledIndicators* compiled_ = nullptr;  // once one was asked for
  AroundInDocument around_;
  FoldedText unit_name_;
  MatchRoom room_;
  std::vector<const Indicator*> indicators_;  // by figure
  std::vector<Known> known_;                  // of each of them
};

}  // namespace soat
