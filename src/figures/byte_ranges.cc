// ByteSequences: ranges are cut where the bytes of their characters begin to depend on each other.
#include "figures/byte_ranges.h"

#include <string>

#include "text/characters.h"

namespace soat {
namespace {

// REQUIRES: all characters have as many bytes, and the last of these differ freely
ByteSequence SequenceOf(CharacterRange range) {
  std::string low, high;
  AppendCharacter(low, range.low);
  AppendCharacter(high, range.high);
  ByteSequence sequence;
  for (; sequence.size < low.size(); ++sequence.size) {
    sequence.ranges[sequence.size] = {static_cast<uint8_t>(low[sequence.size]),
                                      static_cast<uint8_t>(high[sequence.size])};
  }
  return sequence;
}

void AddSequences(CharacterRange range, std::vector<ByteSequence>& sequences) {
  if (range.high < 0x80) {
    sequences.push_back({{ByteRange{static_cast<uint8_t>(range.low), static_cast<uint8_t>(range.high)}}, 1});
    return;
  }
  for (const char32_t last : {char32_t{0x7F}, char32_t{0x7FF}, char32_t{0xFFFF}}) {
    if (range.low > last || range.high <= last) continue;
    AddSequences({range.low, last}, sequences);
    return AddSequences({last + 1, range.high}, sequences);
  }
  for (const int bits : {6, 12, 18}) {
    const char32_t mask = (char32_t{1} << bits) - 1;
    if ((range.low & ~mask) == (range.high & ~mask)) break;
    if ((range.low & mask) != 0) {
      AddSequences({range.low, range.low | mask}, sequences);
      return AddSequences({(range.low | mask) + 1, range.high}, sequences);
    }
    if ((range.high & mask) != mask) {
      AddSequences({range.low, (range.high & ~mask) - 1}, sequences);
      return AddSequences({range.high & ~mask, range.high}, sequences);
    }
  }
  sequences.push_back(SequenceOf(range));
}

}  // namespace

std::vector<ByteSequence> ByteSequences(const std::vector<CharacterRange>& characters) {
  std::vector<ByteSequence> sequences;
  for (const CharacterRange range : characters) AddSequences(range, sequences);
  return sequences;
}

}  // namespace soat
