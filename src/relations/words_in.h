// The words of a line, sixty-four bytes at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "text/byte_blocks.h"

namespace soat {

/// Where stretches of a text begin in a block of it, and where they end.
struct StretchEdges {
  uint64_t begins, ends;
};

/// Calls visit(begin, end) for every stretch of a text, in order, until it returns true. Edges tells those of a block.
/// \return whether it did
template <typename Edges, typename Visit>
bool AnyStretch(std::string_view text, Edges edges, Visit visit) {
  size_t begin = 0;  // of the stretch that is read; where a block ends, of none that the block has
  for (ByteBlocks blocks(text); blocks.Next();) {
    auto [begins, ends] = edges(blocks);
    const auto next_begin = [&blocks, &left = begins] {
      const size_t at = blocks.begin() + static_cast<size_t>(std::countr_zero(left));
      left &= left - 1;
      return at;
    };
    if (begin == blocks.begin()) begin = next_begin();
    for (; ends != 0; ends &= ends - 1) {
      if (visit(begin, blocks.begin() + static_cast<size_t>(std::countr_zero(ends)))) return true;
      begin = next_begin();
    }
  }
  return false;
}

/// The same for every word, which is letters and digits.
template <typename Visit>
bool AnyWord(std::string_view text, Visit visit) {
  const auto edges = [](const ByteBlocks& blocks) { return StretchEdges{blocks.word_begins(), blocks.word_ends()}; };
  return AnyStretch(text, edges, visit);
}

/// Whether words stand in a text, with neither letters nor digits beside them.
inline bool StandIn(std::string_view words, std::string_view text) {
  const auto apart = [text](size_t place) { return ClassOf(text[place]) == ByteClass::kOther; };
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const size_t end = at + words.size();
    if ((at == 0 || apart(at - 1)) && (end == text.size() || apart(end))) return true;
  }
  return false;
}

}  // namespace soat
