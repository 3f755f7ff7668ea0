// The search for any of some bytes, without a call for each byte.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/byte_classes.h"

namespace soat {

/// Where the first byte of a set stands at or behind `from`; npos when none does.
inline size_t FindFirstOf(std::string_view text, const ByteSet& bytes, size_t from = 0) {
  for (size_t at = from; at < text.size(); ++at) {
    if (bytes.Has(text[at])) return at;
  }
  return std::string_view::npos;
}

inline bool HasAnyOf(std::string_view text, const ByteSet& bytes) {
  return FindFirstOf(text, bytes) != std::string_view::npos;
}

inline bool HasOnly(std::string_view text, const ByteSet& bytes) {
  for (const char c : text) {
    if (!bytes.Has(c)) return false;
  }
  return true;
}

/// A bit of a byte, which it shares with those of the same lowest six bits.
inline uint64_t ByteBit(char byte) { return uint64_t{1} << (static_cast<unsigned char>(byte) & 63U); }
/// The bits of the bytes that a text has. What has another text in it has its bits.
inline uint64_t BytesIn(std::string_view text) {
  uint64_t bytes = 0;
  for (const char c : text) bytes |= ByteBit(c);
  return bytes;
}

/// The same as ==, without a call for texts that end in different bytes, as most words and days do.
inline bool AreEqual(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || (a.back() == b.back() && a == b));
}

}  // namespace soat
