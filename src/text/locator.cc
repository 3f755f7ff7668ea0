// Lines and columns of the places that spans name.
#include <algorithm>
#include <bit>
#include <string_view>

#include "soat/document.h"
#include "text/characters.h"
#include "text/lines.h"
#include "text/scan.h"

namespace soat {
namespace {

// Bytes that are counted again rather than looked up: before the beginnings of the lines are known, and then.
constexpr uint32_t kNear = 1 << 15, kNearLine = 256;

}  // namespace

Locator::Locator(const Document& document) : document_(document), lone_returns_(HasLoneReturns(document.decoded)) {}

Location Locator::Locate(Span text) {
  const Span decoded = document_.to_decoded.ToSource(text, near_decoded_);
  const Span file = document_.to_file.ToSource(decoded, near_file_);
  Location location;
  location.offset = file.begin;
  location.length = file.size();
  const uint32_t near = line_begins_.empty() ? kNear : kNearLine;
  if (decoded.begin < position_.offset || decoded.begin - position_.offset > near) Jump(decoded.begin);
  position_ = From(position_, decoded.begin);
  location.line = position_.line;
  location.column = position_.column;
  // The next span may begin inside this one: stay at its begin.
  const Position end = From(position_, decoded.end);
  location.end_line = end.line;
  location.end_column = end.column;
  return location;
}

std::string_view Locator::Quote(Span text) {
  const Span decoded = document_.to_decoded.ToSource(text, near_decoded_);
  return std::string_view(document_.decoded).substr(decoded.begin, decoded.size());
}

/// Counts on from a position before the offset.
Locator::Position Locator::From(const Position& near, uint32_t decoded_offset) const {
  const std::string_view text = document_.decoded;
  Position position{decoded_offset, near.line, near.column};
  size_t from = near.offset;
  if (lone_returns_) {
    for (size_t behind; (behind = BehindLineEnd(text, from, decoded_offset)) != std::string_view::npos;) {
      ++position.line;
      position.column = 1;
      from = behind;
    }
  } else if (const size_t lines = BehindLast<LineFeed>(text.substr(from, decoded_offset - from)); lines > 0) {
    position.line += static_cast<uint32_t>(CountWhere<LineFeed>(text.substr(from, lines)));
    position.column = 1;
    from += lines;
  }
  position.column += CountCharacters(text.substr(from, decoded_offset - from));
  return position;
}

/// To the beginning of the line of an offset.
void Locator::Jump(uint32_t decoded_offset) {
  if (line_begins_.empty()) line_begins_ = LineBegins(document_.decoded);
  const auto behind = std::upper_bound(line_begins_.begin(), line_begins_.end(), decoded_offset);
  position_ = {*(behind - 1), static_cast<uint32_t>(behind - line_begins_.begin()), 1};
}

}  // namespace soat
