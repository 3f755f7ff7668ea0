// The words of a line, sixty-four bytes at a time.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "text/byte_blocks.h"

namespace soat {

/// A word of a text, without a look whether its places lie in the text.
inline std::string_view WordAt(std::string_view text, size_t begin, size_t end) {
  return {text.data() + begin, end - begin};
}

/// Calls visit(begin, end) for every word of a text, which is letters and digits, in order, until it returns true.
/// \return whether it did
template <typename Visit>
bool AnyWord(std::string_view text, Visit visit) {
  size_t begin = 0;
  bool goes_on = false;  // the last word, over the end of its block
  for (ByteBlocks blocks(text); blocks.Next();) {
    const uint64_t words = blocks.words();
    if (goes_on) {
      const auto end = static_cast<size_t>(std::countr_one(words));
      goes_on = end == ByteBlocks::kSize;
      if (!goes_on && visit(begin, blocks.begin() + end)) return true;
    }
    for (uint64_t begins = blocks.word_begins(); begins != 0; begins &= begins - 1) {
      const auto at = static_cast<size_t>(std::countr_zero(begins));
      const auto end = at + static_cast<size_t>(std::countr_one(words >> at));
      begin = blocks.begin() + at;
      goes_on = end == ByteBlocks::kSize;  // it is the last one
      if (!goes_on && visit(begin, blocks.begin() + end)) return true;
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
