// DocumentContext.
#include "context/document_context.h"

#include "context/passage.h"
#include "context/table_context.h"

namespace soat {

DocumentContext::DocumentContext(const ContextLexicons& words, const Document& document, Analysis& analysis)
    : words_(words),
      document_(document),
      structure_(analysis.structure),
      figures_(analysis.figures),
      section_scopes_(structure_.sections.size()),
      lead_ins_(structure_.blocks.size()) {}

void DocumentContext::Read() {
  for (const Block& block : structure_.blocks) {
    if (!HasValue(block.spans, figures_)) continue;
    if (block.table != kNoIndex)
      ReadRow(block);
    else
      BlockContext(words_, Passage(document_, block.spans, figures_), figures_, InheritedBy(block)).Read();
  }
}

// From the block that leads the block in, else from the headings above it.
Inherited DocumentContext::InheritedBy(const Block& block) {
  if (block.parent == kNoIndex) return {{}, ScopeOfSection(block.section), {}, {}};
  std::optional<Inherited>& lead = lead_ins_[block.parent];
  if (!lead) {
    const Block& parent = structure_.blocks[block.parent];
    lead = BlockContext(words_, Passage(document_, parent.spans, figures_), figures_, InheritedBy(parent)).LeadIn();
  }
  return *lead;
}

const std::string& DocumentContext::ScopeOfSection(uint32_t section) {
  std::optional<std::string>& scope = section_scopes_[section];
  if (scope) return *scope;
  const Section& heading = structure_.sections[section];
  if (heading.title.size() > 0) {
    scope = BlockContext(words_, Passage(document_, {heading.title}, figures_), figures_, {}).LeadIn().scope;
  }
  if ((!scope || scope->empty()) && heading.parent != kNoIndex) scope = ScopeOfSection(heading.parent);
  if (!scope) scope.emplace();
  return *scope;
}

void DocumentContext::ReadRow(const Block& block) {
  const Table& table = structure_.tables[block.table];
  const Row& row = table.rows[block.row];
  if (row.header) return;
  const TableContext context(document_, table);
  const std::string label = context.RowLabel(block.row);
  const std::string& scope = ScopeOfSection(block.section);
  const size_t label_column = context.LabelColumn(row);
  for (size_t column = 0; column < row.cells.size(); ++column) {
    const Passage cell(document_, {row.cells[column]}, figures_);
    if (column == label_column) {
      BlockContext(words_, cell, figures_, {{}, scope, {}, {}}).Read();
      continue;
    }
    for (const PassageFigure& figure : cell.figures()) {
      if (!figure.value) continue;
      Figure& value = figures_[figure.figure];
      value.label = label;
      value.scope = scope;
      value.role = context.RoleOf(column);
    }
  }
}

}  // namespace soat
