// A passage cut at the signs that divide what is said: full stops, semicolons, colons, commas and parentheses.
#pragma once

#include <cstddef>
#include <vector>

#include "context/context_lexicons.h"
#include "context/passage.h"

namespace soat {

/// Bytes [begin, end) of a passage's text.
struct Chunk {
  size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  size_t size() const { return empty() ? 0 : end - begin; }
};

/// What stands between two signs, the signs left out.
struct Segment {
  Chunk chunk;
  char sign = '.';   ///< the strongest one before it: '.', ';', ':', ',', '(' or ')'; '.' where the passage begins
  size_t depth = 0;  ///< how many parentheses it stands in
};

/// The segments of a passage that are not blank. Signs inside figures divide nothing.
///
/// \param row   the passage's key, read with the words
/// \param room  is filled with them, and returned
const std::vector<Segment>& SegmentsOf(const Passage& passage, const WordRow& row, const ContextLexicons& words,
                                       std::vector<Segment>& room);

}  // namespace soat
