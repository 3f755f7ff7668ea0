// What words at the edges of a phrase say: which of them belong to a name, and which only join it to its value.
#pragma once

#include <optional>
#include <string_view>

#include "context/context_lexicons.h"
#include "context/segments.h"

namespace soat {

/// Trims phrases of one passage with the words of the rules. Offsets are bytes of the row, which has to outlive it.
class PhraseTrimmer {
 public:
  PhraseTrimmer(const ContextLexicons& words, const WordRow& row) : words_(words), row_(row), key_(row.text()) {}

  /// Takes words that join a name to its value from the end: "… đạt tỷ lệ", "… với tổng số".
  void TrimEnd(Chunk& chunk) const;

  /// Takes words that open a clause or name who acts from the start: "đến nay, UBND huyện đã …".
  /// \return whether one of them opens a clause
  bool TrimBegin(Chunk& chunk) const;

  /// Takes signs and blanks from both ends.
  Chunk WithoutEdges(Chunk chunk) const;

  size_t Words(Chunk chunk) const;
  std::string_view Key(Chunk chunk) const { return key_.substr(chunk.begin, chunk.size()); }

  /// Where the acts begin that a chunk ends with ("TAND tỉnh ⟨thụ lý, giải quyết⟩"); empty when it ends with none.
  std::optional<size_t> ActsBegin(Chunk chunk) const;
  /// Whether a chunk begins with an act.
  bool BeginsWithAct(Chunk chunk) const;

 private:
  const ContextLexicons& words_;
  const WordRow& row_;
  std::string_view key_;
};

}  // namespace soat
