#include "structure/aligned_columns.h"

#include <algorithm>
#include <utility>

namespace soat {
namespace {

bool HaveCommon(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  const std::vector<uint32_t>& few = a.size() < b.size() ? a : b;
  const std::vector<uint32_t>& many = a.size() < b.size() ? b : a;
  return std::any_of(few.begin(), few.end(),
                     [&](uint32_t line) { return std::binary_search(many.begin(), many.end(), line); });
}

}  // namespace

// Joins a cell with the columns that it overlaps.
void AlignedColumns::Join(const Cell& cell, std::vector<uint32_t> lines) {
  Extent extent{cell.left, cell.right};
  size_t first = 0;
  while (first < extents_.size() && extents_[first].right <= extent.left) ++first;
  size_t last = first;
  for (; last < extents_.size() && extents_[last].left < cell.right; ++last) {
    extent = {std::min(extent.left, extents_[last].left), std::max(extent.right, extents_[last].right)};
    if (lines_[last].size() > lines.size()) std::swap(lines_[last], lines);
    const size_t middle = lines.size();
    lines.insert(lines.end(), lines_[last].begin(), lines_[last].end());
    // Lines mostly come in order: then nothing is left to merge.
    if (middle > 0 && middle < lines.size() && lines[middle] < lines[middle - 1])
      std::inplace_merge(lines.begin(), lines.begin() + static_cast<ptrdiff_t>(middle), lines.end());
  }
  const auto from = static_cast<ptrdiff_t>(first), to = static_cast<ptrdiff_t>(last);
  extents_.insert(extents_.erase(extents_.begin() + from, extents_.begin() + to), extent);
  lines_.insert(lines_.erase(lines_.begin() + from, lines_.begin() + to), std::move(lines));
}

// Whether the cells can join is seen first: of the columns that one of them would join no two have a cell in one line.
bool AlignedColumns::Add(uint32_t line, const std::vector<Cell>& cells) {
  std::optional<Cover> before;
  for (const Cell& cell : cells) {
    const std::optional<Cover> cover = CoverOf(extents_, cell);
    if (!cover) continue;
    if (before && before->last >= cover->first) return false;
    for (size_t i = cover->first; i < cover->last; ++i) {
      for (size_t k = i + 1; k <= cover->last; ++k) {
        if (HaveCommon(lines_[i], lines_[k])) return false;
      }
    }
    before = cover;
  }
  for (const Cell& cell : cells) Join(cell, {line});
  return true;
}

std::optional<Cover> CoverOf(const std::vector<Extent>& extents, const Cell& cell) {
  std::optional<Cover> cover;
  for (size_t i = 0; i < extents.size(); ++i) {
    if (extents[i].right <= cell.left || extents[i].left >= cell.right) continue;
    if (!cover) cover = Cover{i, i};
    cover->last = i;
  }
  return cover;
}

}  // namespace soat
