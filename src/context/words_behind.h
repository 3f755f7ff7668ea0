// The words behind a figure: its unit, what describes it, and where the words of the next one begin.
#pragma once

#include <cstddef>

#include "context/block_text.h"

namespace soat {

/// The end of the unit's words behind a figure; the end of the figure when it has none there.
size_t UnitEnd(const BlockText& text, size_t index);

/// The words behind a figure of a segment, from its end to the end of the clause; before another value in the clause,
/// up to the word that joins the two.
Chunk WordsBehind(const BlockText& text, size_t index, size_t segment);

/// A chunk up to the words that say with what something is compared.
Chunk BeforeComparison(const BlockText& text, Chunk chunk);

/// The words up to what denies something, or says what is done to it: "112 tổ ⟨ở các thôn⟩ chưa được tập huấn".
Chunk BeforePredicate(const BlockText& text, Chunk chunk);

}  // namespace soat
