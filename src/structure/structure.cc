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

// How many pieces begin at an offset or before it: few more than before the stretch that it is in.
size_t Structure::PiecesUpTo(uint32_t text_offset) const {
  if (pieces_before_.empty()) return 0;
  size_t count = pieces_before_[std::min<size_t>(text_offset / kStretch, pieces_before_.size() - 1)];
  while (count < pieces_.size() && pieces_[count].span.begin <= text_offset) ++count;
  return count;
}

Place Structure::PlaceOf(uint32_t text_offset) const {
  const size_t count = PiecesUpTo(text_offset);
  if (count == 0 || pieces_[count - 1].span.end <= text_offset) return {};
  Place place;
  place.block = pieces_[count - 1].block;
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
