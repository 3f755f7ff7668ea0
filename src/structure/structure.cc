// Looking things up in a Structure.
#include "soat/structure.h"

#include <algorithm>
#include <array>

namespace soat {

std::string_view ToString(ColumnRole role) {
  constexpr std::array<std::string_view, 10> kWords = {"",       "number", "label",  "unit",     "target",
                                                       "result", "remark", "period", "quantity", "comparison"};
  return kWords[static_cast<size_t>(role)];
}

uint32_t Structure::BlockOf(uint32_t text_offset, size_t& near) const {
  const auto behind = [&](size_t piece) { return piece < pieces_.size() && pieces_[piece].span.begin <= text_offset; };
  if (!behind(near)) {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), text_offset,
                                        [](uint32_t offset, const Piece& piece) { return offset < piece.span.begin; });
    near = after == pieces_.begin() ? 0 : static_cast<size_t>(after - pieces_.begin() - 1);
  }
  while (behind(near + 1)) ++near;
  return behind(near) && text_offset < pieces_[near].span.end ? pieces_[near].block : kNoIndex;
}

Place Structure::PlaceOf(uint32_t text_offset) const {
  size_t near = pieces_.size();
  return PlaceOf(text_offset, near);
}

Place Structure::PlaceOf(uint32_t text_offset, size_t& near) const {
  Place place;
  place.block = BlockOf(text_offset, near);
  if (place.block == kNoIndex) return place;
  const Block& block = blocks[place.block];
  if (block.table == kNoIndex) return place;
  place.table = block.table;
  place.row = block.row;
  const std::vector<Span>& cells = tables[block.table].rows[block.row].cells;
  while (place.column + 1 < cells.size() && cells[place.column + 1].begin <= text_offset) ++place.column;
  return place;
}

std::string Structure::SectionPath(const Place& place) const {
  if (place.block == kNoIndex) return {};
  const std::string& path = sections[blocks[place.block].section].path;
  if (place.table == kNoIndex) return path;
  const std::vector<Row>& rows = tables[place.table].rows;
  uint32_t row = place.row;
  while (rows[row].number.empty() && rows[row].parent != kNoIndex) row = rows[row].parent;
  const std::string& number = rows[row].number;
  if (number.empty()) return path;
  return path.empty() ? number : path + "/" + number;
}

uint32_t Structure::NoteAt(uint32_t text_offset) const {
  const auto found = std::lower_bound(marks.begin(), marks.end(), text_offset,
                                      [](const NoteMark& mark, uint32_t offset) { return mark.span.begin < offset; });
  return found != marks.end() && found->span.begin == text_offset ? found->note : kNoIndex;
}

}  // namespace soat
