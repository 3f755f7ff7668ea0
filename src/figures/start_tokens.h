// The tokens at which rules start: words, digits and signs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "figures/lexicon.h"
#include "text/byte_classes.h"
#include "text/byte_search.h"

namespace soat {

/// Stands for all tokens that are digits.
inline constexpr std::string_view kDigits = "0";

/// The end of the word, the digits or the sign at `position`.
inline size_t TokenEnd(std::string_view text, size_t position) {
  if (IsLetterAt(text, position)) return LettersEnd(text, position);
  if (!IsDigit(text[position])) return position + 1;
  while (position < text.size() && IsDigit(text[position])) ++position;
  return position;
}

/// The hash of tokens with one more behind them.
inline uint64_t WithToken(uint64_t hash, std::string_view token) { return WithWord(hash, WordHash(token)); }

/// The same for the token at `position`.
inline uint64_t WithTokenAt(uint64_t hash, std::string_view text, size_t position) {
  if (IsDigit(text[position])) return WithToken(hash, kDigits);
  if (ClassOf(text[position]) != ByteClass::kLetter) return WithToken(hash, text.substr(position, 1));
  return WithToken(hash, text.substr(position, LettersEnd(text, position) - position));
}

}  // namespace soat
