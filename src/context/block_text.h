// One passage as its readers share it: its segments, its scopes, its figures, and how far the words of each reach.
#pragma once

#include <string_view>
#include <vector>

#include "context/context_lexicons.h"
#include "context/label_maker.h"
#include "context/passage.h"
#include "context/phrase.h"
#include "context/scope_finder.h"
#include "context/segments.h"
#include "soat/figure.h"

namespace soat {

/// Room for one passage after the other.
struct PassageRoom {
  WordRow row;
  std::vector<Segment> segments;
  std::vector<size_t> behind, depth;
};

/// A passage while its figures are read. Indices are those of Passage::figures. What it is given has to outlive it.
struct BlockText {
  /// \param room  is filled here, and is the passage's as long as it is read
  BlockText(const ContextLexicons& lexicons, const Passage& block, std::vector<Figure>& all_figures,
            const ReportIdentity& report, PassageRoom& room);
  BlockText(const BlockText&) = delete;
  BlockText& operator=(const BlockText&) = delete;

  const PassageFigure& At(size_t index) const { return passage.figures()[index]; }
  Figure& FigureAt(size_t index) const { return figures[At(index).figure]; }
  size_t size() const { return passage.figures().size(); }

  /// The first figure that stands wholly in a chunk, or null.
  const PassageFigure* FigureIn(Chunk chunk) const;
  /// Whether a figure is a period or a date.
  bool IsTime(const PassageFigure& figure) const;
  /// The period or date that a phrase opens with ("Trong năm 2022", "Tính đến ngày 30/6/2023"), or null.
  const PassageFigure* LeadingPeriod(Chunk chunk) const;
  /// Whether a segment says when, or in comparison with what; it never names a figure.
  bool IsAdverbial(const Segment& segment) const;
  /// Whether a scope fills a chunk: "cấp xã, thị trấn".
  bool IsScope(Chunk chunk) const;

  /// How far the words of the values before `position` reach, of those before figure `index`.
  size_t Claimed(size_t index, size_t position) const;
  /// The nearest value before a figure that stands in no deeper parentheses, or null.
  const Figure* Previous(size_t index) const;
  /// The nearest value before a figure that has its unit, or null.
  const Figure* LastOfUnit(size_t index) const;
  /// The next value behind a figure, or null.
  const PassageFigure* NextValue(size_t index) const;
  /// Where in a chunk the first phrase begins, at its beginning or behind a blank; its end when none does.
  /// \param limit  of the key: up to which phrases may reach
  size_t FindIn(Chunk chunk, const Lexicon& phrases, size_t limit) const;
  /// The end of the word at a place.
  size_t WordEnd(size_t at) const;
  /// The beginning of the word behind the one at a place.
  size_t NextWord(size_t at) const;

  const ContextLexicons& words;
  const Passage& passage;
  const std::string_view key;
  const WordRow& row;  ///< the words of `key`
  std::vector<Figure>& figures;
  const ReportIdentity& identity;
  const ScopeFinder scopes;
  const PhraseTrimmer trimmer;
  const LabelMaker labels;
  const std::vector<Segment>& segments;
  std::vector<size_t>& behind;  ///< of each figure that was read: where its own words end
  std::vector<size_t>& depth;   ///< of each figure that was read: how many parentheses it stands in
};

/// Whether a figure counts things of a known kind.
bool IsCounted(const Figure& figure);

}  // namespace soat
