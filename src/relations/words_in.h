// The words of a line, sixty-four bytes at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "text/byte_blocks.h"

namespace soat {

/// Calls visit(begin, end) for every word of a text, which is letters and digits, in order, until it returns true.
/// \return whether it did
template <typename Visit>
bool AnyWord(std::string_view text, Visit visit) {
  size_t begin = 0;  // of the word that is read; where a block ends, of none that the block has
  for (ByteBlocks blocks(text); blocks.Next();) {
    uint64_t begins = blocks.word_begins();
    const auto next_begin = [&] {
      const size_t at = blocks.begin() + static_cast<size_t>(std::countr_zero(begins));
      begins &= begins - 1;
      return at;
    };
    if (begin == blocks.begin()) begin = next_begin();
    for (uint64_t ends = blocks.word_ends(); ends != 0; ends &= ends - 1) {
      if (visit(begin, blocks.begin() + static_cast<size_t>(std::countr_zero(ends)))) return true;
      begin = next_begin();
    }
  }
  return false;
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
