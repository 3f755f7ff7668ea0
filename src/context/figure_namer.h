// The label of a figure, from the words around it.
#pragma once

#include <string>

#include "context/block_text.h"
#include "context/governing.h"
#include "context/words_before.h"

namespace soat {

/// Names the figures of one passage from left to right.
class FigureNamer {
 public:
  FigureNamer(BlockText& text, GoverningReader& governing) : text_(text), governing_(governing) {}

  /// The label of a figure; empty when no words name it. A figure that goes on with the one before it also has its
  /// scope and period.
  /// REQUIRES: the role of the figure is read; `behind` are its trimmed words behind it
  std::string Name(size_t index, const WordsBefore& before, Chunk behind);

 private:
  std::string NameValue(size_t index, const WordsBefore& before, Chunk behind);
  std::string NameCount(size_t index, const WordsBefore& before, Chunk behind);
  std::string NameUndescribed(size_t index, const WordsBefore& before, const std::string& noun);
  std::string NameWithWords(size_t index, const WordsBefore& before, const std::string& noun, bool described);
  std::string NameLinked(size_t index, const WordsBefore& before, const std::string& noun, bool described);
  std::string ActLabel(Chunk core, size_t acts, const std::string& noun, const std::string& scope);
  std::string WithSubject(Chunk subject, std::string label, const std::string& scope) const;
  bool IsBehindHeading(const WordsBefore& before, size_t words_behind) const;
  bool NamesItself(size_t index, const WordsBefore& before) const;
  std::string WithCounted(size_t index, Chunk behind) const;
  Chunk RateOf(Chunk name) const;
  const Figure* OfOtherScope(size_t index) const;
  std::string Continued(size_t index, const Figure& previous) const;
  std::string NounInContext(size_t index, const WordsBefore& before) const;
  Chunk WithDescription(Chunk noun, size_t limit, bool body) const;

  BlockText& text_;
  GoverningReader& governing_;
};

/// Whether the words directly behind a percentage say what it is a part of: "74% kế hoạch".
bool IsOfBase(const BlockText& text, size_t index);

}  // namespace soat
