// One block, or one cell of a table, as a single text with the figures that stand in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "context/figure_places.h"
#include "soat/document.h"
#include "soat/one_or_many.h"

namespace soat {

/// A figure in a passage. Offsets are bytes of Passage::text.
struct PassageFigure {
  uint32_t figure = 0;  ///< index into Analysis::figures
  size_t begin = 0, end = 0;
  bool value = false;  ///< as in FigurePlaces
};

/// The pieces of a block, joined where footnotes or page ends stood between them.
class Passage {
 public:
  /// Takes spans of a document with the figures that stand in them. The document has to outlive the passage.
  Passage(const Document& document, const OneOrMany<Span>& spans, const FigurePlaces& places);
  Passage(const Passage&) = delete;
  Passage& operator=(const Passage&) = delete;

  std::string_view text() const { return text_; }  ///< as in Document
  std::string_view key() const { return key_; }    ///< its lower case, of the same length
  const std::vector<PassageFigure>& figures() const { return figures_; }
  /// The index of the first figure that begins at a place or behind it; figures().size() when none does.
  size_t From(size_t place) const;

 private:
  std::string joined_text_, joined_key_;  // only of more than one span
  std::string_view text_, key_;
  std::vector<PassageFigure> figures_;
};

}  // namespace soat
