// The figures of one document, block by block.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "context/block_context.h"
#include "context/context_lexicons.h"
#include "context/figure_places.h"
#include "soat/document.h"
#include "soat/figure.h"

namespace soat {

/// Reads the context of the figures of one document: of all, or of those that are asked for, which is the same for each
/// of them.
class DocumentContext {
 public:
  /// REQUIRES: all outlive it
  DocumentContext(const ContextLexicons& words, const Document& document, Analysis& analysis);

  /// Fills label, scope, role, and start and end of all figures that have values.
  void Read();
  /// Fills those of a figure, and of what stands with it in its block.
  void ReadAround(uint32_t figure);
  /// Fills those of all figures in a block.
  void ReadBlock(uint32_t block);

 private:
  void ReadPassage(const Passage& passage, const Inherited& inherited);
  bool HasValues(const Block& block) const;
  bool IsPassageOfValues(const Block& block) const;
  const Inherited& InheritedBy(const Block& block);
  const Inherited& LeadInOf(uint32_t block);
  const Inherited& OfSection(uint32_t section);
  bool IsToCome(const Figure& figure) const;
  uint32_t Keep(Inherited inherited);
  bool IsProse(Span line) const;
  const std::string& ScopeIn(std::string_view key);
  const std::string& ScopeOfTable(uint32_t row);
  const std::string& CaptionAbove(uint32_t block);
  std::string ReadCaption(uint32_t last);
  void ReadRow(uint32_t block);
  void ReadColumnPeriods(const Table& table);
  void SetPeriod(Figure& figure, size_t column) const;
  bool StatesRate(const Table& table, const Row& row) const;

  const ContextLexicons& words_;
  const Document& document_;
  const Structure& structure_;
  std::vector<Figure>& figures_;
  const ReportIdentity& identity_;
  const FigurePlaces places_;
  std::vector<bool> read_, leads_in_;  // by block; leads_in_: passages of values
  bool& has_context_;                  // of the analysis
  uint32_t caption_table_ = kNoIndex;  // whose caption was asked for last
  std::string caption_;                // the scope that it names
  // Of the table that is read: what the header of each column says, or null.
  std::vector<const Figure*> column_periods_;
  uint32_t periods_of_ = kNoIndex;           // that table
  PassageRoom room_;                         // for the text that is read
  std::deque<Inherited> inherited_;          // of those sections and blocks that were asked for
  std::vector<uint32_t> section_, lead_in_;  // index into inherited_
};

}  // namespace soat
