// Characters as the bytes that they have in UTF-8.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rules/pattern_tree.h"

namespace soat {

/// Bytes from one to another.
struct ByteRange {
  uint8_t low = 0, high = 0;
};

/// One byte of each range, behind each other.
struct ByteSequence {
  std::array<ByteRange, 4> ranges;
  size_t size = 0;
};

/// Sequences of which each character has exactly one, and nothing else has any.
std::vector<ByteSequence> ByteSequences(const std::vector<CharacterRange>& characters);

}  // namespace soat
