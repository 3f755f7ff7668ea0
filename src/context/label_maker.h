// Labels as text: the words of a phrase without what is told in other columns.
#pragma once

#include <string>
#include <vector>

#include "context/context_lexicons.h"
#include "context/passage.h"
#include "context/phrase.h"
#include "context/scope_finder.h"
#include "context/segments.h"
#include "soat/figure.h"

namespace soat {

/// Makes the labels of one passage. What it is given has to outlive it.
class LabelMaker {
 public:
  LabelMaker(const ContextLexicons& words, const Passage& passage, const WordRow& row, const ScopeFinder& scopes,
             const std::vector<Figure>& figures)
      : words_(words), passage_(passage), row_(row), scopes_(scopes), figures_(figures), trimmer_(words, row) {}

  /// The words of a chunk without parentheses, footnote marks, periods and mentions of a figure's scope; at most
  /// kLongestLabel words.
  std::string Text(Chunk chunk, const std::string& scope) const;

  /// "thành viên Tổ công tác" of "Kiện toàn Tổ công tác và ban hành quy chế, với 44 thành viên".
  std::string NounOf(const std::string& noun, Chunk before, const std::string& scope) const;

  /// A noun of what a label names: "đội viên" of "tuyển đội xung kích".
  std::string OfLabel(const std::string& noun, const std::string& label) const;

 private:
  size_t Append(std::string& label, size_t at, size_t end, size_t& blanks) const;
  size_t WordsEnd(size_t at, size_t end, size_t& blanks) const;
  Chunk NextSkipped(Chunk chunk) const;
  Chunk NextPeriod(Chunk chunk) const;
  Chunk NextScope(Chunk chunk, size_t label_begin, const std::string& scope) const;
  Chunk NextParentheses(Chunk chunk) const;

  const ContextLexicons& words_;
  const Passage& passage_;
  const WordRow& row_;
  const ScopeFinder& scopes_;
  const std::vector<Figure>& figures_;
  PhraseTrimmer trimmer_;
};

}  // namespace soat
