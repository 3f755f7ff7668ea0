// Lines and columns of the places that spans name.
#include <algorithm>
#include <string_view>

#include "soat/document.h"
#include "text/characters.h"
#include "text/lines.h"

namespace soat {
Location Locator::Locate(Span text) {
  const Span decoded = document_.to_decoded.ToSource(text);
  const Span file = document_.to_file.ToSource(decoded);
  Location location;
  location.offset = file.begin;
  location.length = file.size();
  MoveTo(decoded.begin);
  location.line = line_;
  location.column = column_;
  // The next span may begin inside this one: stay at its begin.
  Locator at_end = *this;
  at_end.MoveTo(decoded.end);
  location.end_line = at_end.line_;
  location.end_column = at_end.column_;
  return location;
}

/// Counts what lies between here and there, in either direction.
void Locator::MoveTo(uint32_t decoded_offset) {
  const std::string_view text = document_.decoded;
  const bool forward = decoded_offset >= position_;
  const uint32_t begin = std::min(position_, decoded_offset), end = std::max(position_, decoded_offset);
  const uint32_t line_ends = CountLineEnds(text, begin, end);
  if (line_ends == 0) {
    const uint32_t characters = CountCharacters(text.substr(begin, end - begin));
    column_ = forward ? column_ + characters : column_ - characters;
  } else {
    const size_t line_begin = LineBegin(text, decoded_offset);
    column_ = 1 + CountCharacters(text.substr(line_begin, decoded_offset - line_begin));
    line_ = forward ? line_ + line_ends : line_ - line_ends;
  }
  position_ = decoded_offset;
}

}  // namespace soat
