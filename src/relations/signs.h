// The signs around the words of a reading.
#pragma once

#include <string_view>

#include "text/byte_classes.h"

namespace soat {

/// The signs of one byte; quotation marks are the only others.
inline constexpr ByteSet kSigns(" ,:;.-()=+\"/");
inline constexpr std::string_view kOpeningQuote = "“", kClosingQuote = "”";

/// How many bytes the sign takes that begins (ends) a text; 0 when none does.
inline size_t SignAtBegin(std::string_view text) {
  if (text.empty()) return 0;
  if (kSigns.Has(text.front())) return 1;
  return text.starts_with(kOpeningQuote) || text.starts_with(kClosingQuote) ? kOpeningQuote.size() : 0;
}
inline size_t SignAtEnd(std::string_view text) {
  if (text.empty()) return 0;
  if (kSigns.Has(text.back())) return 1;
  if (text.back() != kOpeningQuote.back() && text.back() != kClosingQuote.back()) return 0;  // the usual case
  return text.ends_with(kOpeningQuote) || text.ends_with(kClosingQuote) ? kOpeningQuote.size() : 0;
}

/// Without blanks and signs at the end.
inline std::string_view WithoutSignsBehind(std::string_view text) {
  while (const size_t size = SignAtEnd(text)) text.remove_suffix(size);
  return text;
}

/// Without blanks and signs at either end.
inline std::string_view WithoutSigns(std::string_view text) {
  while (const size_t size = SignAtBegin(text)) text.remove_prefix(size);
  text = WithoutSignsBehind(text);
  return text.empty() ? std::string_view() : text;
}

/// Whether a clause has ended before what follows: "3 chỉ tiêu vượt, ".
inline bool EndsClause(std::string_view text) {
  const size_t last = text.find_last_not_of(' ');
  return last != std::string_view::npos && (text[last] == ',' || text[last] == ';');
}

/// Whether a text closes parentheses that were opened before it.
inline bool ClosesParentheses(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) return true;
  }
  return false;
}

}  // namespace soat
