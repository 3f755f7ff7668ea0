// The words before a figure: what they name, and how they lead to it.
#pragma once

#include <cstddef>

#include "context/block_text.h"
#include "context/governing.h"

namespace soat {

/// What stands before a figure, as far as it is the figure's own.
struct WordsBefore {
  Chunk name;              ///< what names it; may be empty
  Chunk core;              ///< of it, what stands in the figure's own segment
  Chunk remainder;         ///< "còn lại" directly before it
  size_t lead_end = 0;     ///< where they end when the figure's qualifier is left out
  char sign = '.';         ///< before its segment; ' ' behind another value in it
  uint32_t lead = 0;       ///< JointKinds of the words directly before it
  bool bare = false;       ///< nothing stands between that sign and the figure
  bool linked = false;     ///< "đạt", "là", or a colon alone stands directly before it
  bool fresh = false;      ///< its words begin in its own segment
  bool genitive = false;   ///< "thành viên của ⟨112 tổ⟩": what stands behind speaks of those before it
  bool reference = false;  ///< "so với năm 2022 (⟨61,4%⟩)": what the values before it are compared with

  bool Is(JointKind kind) const { return (lead & kind) != 0; }
};

/// Reads what stands before a figure in a segment; gives the figure the scope and the period that is told there.
WordsBefore ReadWordsBefore(const BlockText& text, const GoverningReader& governing, size_t index, size_t segment);

/// The words of a phrase that are left without what joins, opens or acts; gives the figure the period at its edges.
/// Sets `opening` when a clause begins there.
Chunk CoreOf(const BlockText& text, Chunk chunk, Figure& figure, bool& opening);

}  // namespace soat
