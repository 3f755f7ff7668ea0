// The signs around the words of a reading.
#pragma once

#include <string_view>

#include "text/byte_classes.h"

namespace soat {

inline constexpr ByteSet kSigns(" ,:;.-()=+\"“”/");

/// Without blanks and signs at the end.
inline std::string_view WithoutSignsBehind(std::string_view text) {
  while (!text.empty() && kSigns.Has(text.back())) text.remove_suffix(1);
  return text;
}

/// Without blanks and signs at either end.
inline std::string_view WithoutSigns(std::string_view text) {
  size_t begin = 0, end = text.size();
  while (begin < end && kSigns.Has(text[begin])) ++begin;
  while (end > begin && kSigns.Has(text[end - 1])) --end;
  return begin == end ? std::string_view() : text.substr(begin, end - begin);
}

}  // namespace soat
