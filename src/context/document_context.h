// All figures of one document, block by block.
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

/// Walks over the blocks of one document. Document and analysis have to outlive it.
class DocumentContext {
 public:
  DocumentContext(const ContextLexicons& words, const Document& document, Analysis& analysis);

  /// Fills what ContextReader::Read promises.
  void Read();

 private:
  void ReadPassage(const Passage& passage, const Inherited& inherited);
  const Inherited& InheritedBy(const Block& block);
  const Inherited& OfSection(uint32_t section);
  bool IsToCome(const Figure& figure) const;
  uint32_t Keep(Inherited inherited);
  void TakeCaption(const Block& block);
  const std::string& ScopeIn(std::string_view key);
  const std::string& ScopeOfTable(const Block& row);
  const std::string& Caption();
  void ForgetCaption();
  void ReadRow(const Block& block);
  void ReadColumnPeriods(const Table& table);
  void SetPeriod(Figure& figure, size_t column) const;
  bool StatesRate(const Table& table, const Row& row) const;

  const ContextLexicons& words_;
  const Document& document_;
  const Structure& structure_;
  std::vector<Figure>& figures_;
  const ReportIdentity& identity_;
  const FigurePlaces places_;
  std::vector<Span> caption_lines_;      // the short lines above the next table
  std::string caption_;                  // the scope that they name, once it was asked for
  uint32_t caption_section_ = kNoIndex;  // where they stand
  bool behind_table_ = false;            // the last block was a row
  std::vector<const Figure*>
      column_periods_;                       // of the table that is read: what the header of each column says, or null
  uint32_t periods_of_ = kNoIndex;           // that table
  PassageRoom room_;                         // for the text that is read
  std::deque<Inherited> inherited_;          // of those sections and blocks that were asked for
  std::vector<uint32_t> section_, lead_in_;  // index into inherited_
};

}  // namespace soat
