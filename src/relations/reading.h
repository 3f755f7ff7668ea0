// A passage with its list as the relation rules read it: one line of lower-case text, with a mark for every figure.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relations/figure_cursor.h"
#include "relations/phrase_row.h"
#include "rules/reading_marks.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

using FigureKinds = std::bitset<kFigureKindCount>;

/// A figure in a reading line.
struct ReadFigure {
  uint32_t figure = 0;  ///< index into Analysis::figures
  FigureKind kind = FigureKind::kCount;
  uint32_t at = 0;        ///< of its mark in the line; the mark takes kMarkSize bytes
  uint32_t sentence = 0;  ///< counted from 0; an item of a list begins a sentence
  uint32_t item = 0;      ///< 0 in the lead-in, then counted through the items of the list
  uint32_t level = 0;     ///< 0 in the lead-in, 1 in its items, 2 in those below an item
  uint32_t depth = 0;     ///< of parentheses around it
  uint64_t ends = 0;      ///< PhraseLists::EndsOf what stands before it, back to the figure before
};

/// A block and the blocks of the list below it, or one cell of a table.
/// Sentence ends and the beginnings of items are marks (rules/reading_marks.h); Markdown signs and note marks are left
/// out.
class Reading {
 public:
  /// REQUIRES: spans are of Document::text, in order
  /// \param lists  of the phrases that will be looked for in row()
  Reading(const Document& document, const Analysis& analysis, const PhraseLists& lists)
      : document_(&document), analysis_(&analysis), cursor_(analysis.figures), row_(lists) {}

  /// Makes it empty, to be filled again.
  void Clear();

  /// Appends the text of a span with its figures.
  void Append(Span span);
  /// Appends the text of a span as if it stood in parentheses.
  void AppendEnclosed(Span span);
  /// Appends a mark that ends a sentence without a full stop.
  void EndSentence();
  /// Appends a mark that stands for what comes between blocks.
  void StartItem(uint32_t level);

  std::string_view line() const { return line_; }
  /// The line as a row, which is read when it is first asked for.
  const PhraseRow& row() const {
    if (!row_is_read_ || row_.line().data() != line_.data()) row_.Read(line_);  // a copy has a line of its own
    row_is_read_ = true;
    return row_;
  }
  const std::vector<ReadFigure>& figures() const { return figures_; }
  const FigureKinds& kinds() const { return kinds_; }  ///< of its figures
  bool Has(FigureKind kind) const { return kinds_[static_cast<size_t>(kind)]; }
  const Figure& figure(size_t index) const { return analysis_->figures[figures_[index].figure]; }
  /// How many items of a level stand behind an item, up to and with another.
  size_t ItemsBehind(uint32_t item, uint32_t last, uint32_t level) const;
  /// The last of the items directly behind an item that are of a level or below it.
  uint32_t LastOfList(uint32_t item, uint32_t level) const;
  /// The words between the figure before (or the start) and this one, and between this one and the next (or the end).
  std::string_view Before(size_t index) const {
    const size_t begin = index == 0 ? 0 : figures_[index - 1].at + kMarkSize;
    const size_t end = index < figures_.size() ? figures_[index].at : line_.size();
    return {line_.data() + begin, end - begin};
  }
  std::string_view After(size_t index) const { return Before(index + 1); }
  /// The words between two figures, those of figures between them left out as marks; all words behind the first when
  /// the second does not stand behind it ("1,6% (180/183 vụ)").
  std::string_view Between(size_t first, size_t second) const {
    const std::string_view behind = line().substr(figures_[first].at + kMarkSize);
    return second > first ? behind.substr(0, figures_[second].at - figures_[first].at - kMarkSize) : behind;
  }
  /// The offset in Document::text of a byte of the line; of a mark, where what it stands for begins.
  uint32_t TextOffset(size_t line_offset) const;

 private:
  struct Piece {
    uint32_t line, text;  // from here on bytes correspond one to one
  };
  void AppendByte(uint32_t text_offset);
  uint32_t AppendFigure(uint32_t index);
  uint32_t AppendSpecial(uint32_t at, uint32_t end);
  /// What is appended next stands at a place of the text.
  void Resume(uint32_t text) { pieces_.push_back({static_cast<uint32_t>(line_.size()), text}); }
  bool EndsSentence(uint32_t at, uint32_t end) const;
  size_t SkippedEnd(uint32_t at) const;

  const Document* document_;
  const Analysis* analysis_;
  FigureCursor cursor_;
  std::string line_;
  std::vector<ReadFigure> figures_;
  FigureKinds kinds_;
  std::vector<Piece> pieces_;
  mutable PhraseRow row_;
  mutable bool row_is_read_ = false;
  std::vector<uint32_t> levels_;  // of the items, from the first
  uint32_t text_end_ = 0;         // of what was appended last
  uint32_t sentence_ = 0, item_ = 0, level_ = 0, depth_ = 0;
};

}  // namespace soat
