// The figures of one block, named from left to right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "context/context_lexicons.h"
#include "context/passage.h"
#include "soat/figure.h"

namespace soat {

/// What governs the figures of a block before its own words are read: from its lead-in or its heading.
struct Inherited {
  std::string label, scope, start, end;
};

/// The figures of one block.
class BlockContext {
 public:
  BlockContext(const ContextLexicons& words, const Passage& passage, std::vector<Figure>& figures, Inherited inherited)
      : words_(words), passage_(passage), key_(passage.key()), figures_(figures), inherited_(std::move(inherited)) {}

  void Read();
  /// What a list below this block inherits.
  Inherited LeadIn();

 private:
  struct Chunk {
    size_t begin = 0, end = 0;
    bool empty() const { return begin >= end; }
  };

  void ReadFigure(size_t index);
  // What stands before a figure.
  struct Found {
    Chunk chunk;          // names it; may be empty
    bool listed = false;  // nothing but a separator stands between it and the figure before
    bool opens = false;   // a sentence or clause opens with it
  };
  Found Before(size_t index, Figure& figure) const;
  Chunk TrimChunk(Chunk chunk, Figure& figure, bool& opens) const;
  Chunk Trim(Chunk chunk) const;
  bool IsScope(Chunk chunk) const;
  bool OpensClause(Chunk chunk, bool first) const;
  void TrimEnds(Chunk& chunk) const;
  void TrimBeginnings(Chunk& chunk) const;
  Chunk After(size_t index, bool counted) const;
  size_t SegmentStart(size_t& floor, size_t end) const;
  bool TakePeriod(Chunk& chunk, Figure& figure) const;
  void FindScopes(size_t end);
  void TakeScope(Chunk chunk, Figure& figure) const;
  std::string Label(Chunk chunk, const Figure& figure) const;
  Chunk NextSkipped(size_t at, size_t end, const Figure& figure) const;
  std::string Shortened(const std::string& label) const;
  std::string OfPrevious(const std::string& noun, const std::string& label) const;
  std::string NounOf(const std::string& noun, Chunk before, const Figure& figure) const;
  std::string CountedLabel(size_t index, Chunk before, Chunk after, const Figure& figure) const;
  size_t UnitEnd(size_t index, const Figure& figure) const;
  void ReadRole(size_t index, Figure& figure) const;
  void ReadParts();
  const Figure* Previous(size_t index) const;
  bool CopulaBefore(size_t begin) const;
  std::string NounInContext(const Figure& figure, size_t before) const;

  const ContextLexicons& words_;
  const Passage& passage_;
  const std::string_view key_;
  std::vector<Figure>& figures_;
  Inherited inherited_;
  struct ScopeHit {
    size_t begin, end;
    uint32_t value;
  };
  std::vector<ScopeHit> scopes_;
  size_t scopes_end_ = 0;       // how far scopes were looked for
  std::vector<size_t> behind_;  // of each figure of the passage: where the words of the next one begin
};

}  // namespace soat
