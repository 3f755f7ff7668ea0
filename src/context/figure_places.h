// Where the figures of a document stand, close together in memory: passages are made of few of many large figures.
#pragma once

#include <cstdint>
#include <vector>

#include "figures/lexicon.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// The places of all figures of one document, sorted.
class FigurePlaces {
 public:
  struct Entry {
    uint32_t begin = 0, end = 0;  ///< bytes of Document::text
    bool value = false;           ///< a count, ratio, percentage, amount or measure that is stated of something
  };

  /// Measures in one of the units describe ("từ 18 tuổi trở lên") and are no values.
  FigurePlaces(const std::vector<Figure>& figures, const Lexicon& attribute_units);

  /// The first figure that starts at or behind a place; size() when there is none.
  uint32_t From(uint32_t begin) const;
  const Entry& operator[](uint32_t figure) const { return entries_[figure]; }
  uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }

  /// Whether a value stands in a span.
  bool HasValue(Span span) const;

 private:
  static constexpr uint32_t kStretch = 64;  // bytes

  std::vector<Entry> entries_;
  std::vector<uint32_t> from_;  // of each stretch of the text: the first figure that starts in it or behind it
};

}  // namespace soat
