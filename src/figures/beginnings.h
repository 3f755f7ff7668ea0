// The first two bytes of words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/byte_search.h"

namespace soat {

/// A set of words of which the first two bytes are known, with false positives: most others are turned away by them.
class Beginnings {
 public:
  /// REQUIRES: word is not empty. What stands behind a first blank does not count.
  void Add(std::string_view word) {
    const bool any = word.size() == 1 || word[1] == ' ';
    seconds_[static_cast<unsigned char>(word[0])] |= any ? ~uint64_t{0} : ByteBit(word[1]);
  }
  /// Whether one of the words may begin at a place. REQUIRES: position < text.size()
  bool MayBeginAt(std::string_view text, size_t position) const {
    const uint64_t seconds = seconds_[static_cast<unsigned char>(text[position])];
    return (seconds & (position + 1 < text.size() ? ByteBit(text[position + 1]) : seconds)) != 0;
  }
  /// Whether one of the words begins with a byte.
  bool MayBeginWith(char byte) const { return seconds_[static_cast<unsigned char>(byte)] != 0; }

 private:
  std::array<uint64_t, 256> seconds_{};  // by first byte: the ByteBit of each second byte
};

}  // namespace soat
