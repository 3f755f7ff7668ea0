// Whose a figure is: the words of a passage that name a scope.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "context/context_lexicons.h"
#include "context/segments.h"

namespace soat {

/// A phrase that names a scope; offsets are bytes of the passage.
struct ScopeHit {
  Chunk chunk;
  uint32_t phrase = 0;  ///< index into ContextLexicons::scope_phrases
};

/// The scope phrases of one passage, found once.
class ScopeFinder {
 public:
  /// REQUIRES: row was read with the words
  ScopeFinder(const ContextLexicons& words, const WordRow& row);

  /// The one scope that a chunk names; empty when it names none or more ("từ cấp huyện đến cấp xã").
  const std::string& Of(Chunk chunk) const;
  /// The phrase that starts at a place, or null.
  const ScopeHit* At(size_t begin) const;
  /// The first phrase that starts at or behind `begin`, or null.
  const ScopeHit* Next(size_t begin) const;
  const std::string& Name(const ScopeHit& hit) const { return words_.scope_phrases[hit.phrase].scope; }

 private:
  void Take(const WordRow& row, size_t at, size_t& end);
  bool IsOfRank(const WordRow& row, size_t begin) const;
  bool IsOfMore(const WordRow& row, Chunk hit) const;

  const ContextLexicons& words_;
  std::vector<ScopeHit> hits_;
};

}  // namespace soat
