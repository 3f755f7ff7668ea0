// DocumentContext.
#include "context/document_context.h"

#include <algorithm>
#include <utility>

#include "context/passage.h"
#include "context/scope_finder.h"
#include "context/table_context.h"
#include "soat/reader.h"

namespace soat {
namespace {

constexpr uint32_t kLongestCaption = 300;  // bytes
constexpr size_t kWholeDay = 10;           // bytes of an ISO date

bool IsMatter(const Block& block) {
  return block.kind == BlockKind::kFrontMatter || block.kind == BlockKind::kBackMatter;
}

}  // namespace

DocumentContext::DocumentContext(const ContextLexicons& words, const Document& document, Analysis& analysis)
    : words_(words),
      document_(document),
      structure_(analysis.structure),
      figures_(analysis.figures),
      identity_(analysis.identity),
      places_(figures_, words_.attribute_units),
      read_(structure_.blocks.size()),
      leads_in_(structure_.blocks.size()),
      has_context_(analysis.has_context),
      section_(structure_.sections.size(), kNoIndex),
      lead_in_(structure_.blocks.size(), kNoIndex) {
  for (const Block& block : structure_.blocks) {
    if (block.parent != kNoIndex && !leads_in_[block.parent] && IsPassageOfValues(block))
      leads_in_[block.parent] = true;
  }
}

void DocumentContext::Read() {
  for (uint32_t block = 0; block < structure_.blocks.size(); ++block) ReadBlock(block);
  has_context_ = true;
}

void DocumentContext::ReadAround(uint32_t figure) {
  if (has_context_) return;
  const uint32_t block = structure_.PlaceOf(figures_[figure].span.begin).block;
  if (block != kNoIndex) ReadBlock(block);
}

void DocumentContext::ReadBlock(uint32_t index) {
  if (has_context_ || read_[index]) return;
  read_[index] = true;
  const Block& block = structure_.blocks[index];
  if (IsMatter(block)) return;
  if (block.table != kNoIndex) {
    if (HasValues(block)) ReadRow(index);
    return;
  }
  if (HasValues(block)) {
    const Passage passage(document_, block.spans, places_);
    ReadPassage(passage, InheritedBy(block));
  }
  if (leads_in_[index]) LeadInOf(index);  // which makes a figure of the block a total
}

bool DocumentContext::HasValues(const Block& block) const {
  return std::any_of(block.spans.begin(), block.spans.end(), [&](Span span) { return places_.HasValue(span); });
}

bool DocumentContext::IsPassageOfValues(const Block& block) const {
  return block.table == kNoIndex && !IsMatter(block) && HasValues(block);
}

bool DocumentContext::IsProse(Span line) const {
  const std::string_view key = std::string_view(document_.key).substr(line.begin, line.size());
  return key.ends_with('.') || key.ends_with(';') || key.find(". ") != std::string_view::npos || places_.HasValue(line);
}

// Below "Phụ lục 1" a line may stand that says what the table shows ("Kết quả của cấp huyện"): one phrase, no prose.
// The nearest line of the section that names a scope gives it.
//
// \param last  the block above the table
std::string DocumentContext::ReadCaption(uint32_t last) {
  const uint32_t section = structure_.blocks[last].section;
  for (uint32_t i = last + 1; i-- > 0;) {
    const Block& block = structure_.blocks[i];
    if (IsMatter(block)) continue;
    if (block.table != kNoIndex || block.section != section) return {};
    if (block.kind != BlockKind::kPassage || block.spans.size() != 1 || block.spans.front().size() > kLongestCaption)
      continue;
    const Span line = block.spans.front();
    if (IsProse(line)) return {};
    std::string scope = ScopeIn(std::string_view(document_.key).substr(line.begin, line.size()));
    if (!scope.empty()) return scope;
  }
  return {};
}

// The scope that the lines above a row's table name in its section.
const std::string& DocumentContext::CaptionAbove(uint32_t row) {
  const Block& block = structure_.blocks[row];
  if (caption_table_ == block.table) return caption_;
  caption_table_ = block.table;
  uint32_t above = row;
  while (above > 0 && (structure_.blocks[above].table != kNoIndex || IsMatter(structure_.blocks[above]))) --above;
  const Block& last = structure_.blocks[above];
  const bool none = last.table != kNoIndex || IsMatter(last) || last.section != block.section;
  caption_ = none ? std::string() : ReadCaption(above);
  return caption_;
}

// The one scope that a text in lower case names.
const std::string& DocumentContext::ScopeIn(std::string_view key) {
  room_.row.Read(key, words_.all_words);
  return ScopeFinder(words_, room_.row).Of({0, key.size()});
}

const std::string& DocumentContext::ScopeOfTable(uint32_t row) {
  const std::string& scope = OfSection(structure_.blocks[row].section).scope;
  return scope.empty() ? CaptionAbove(row) : scope;
}

// Whether the figure's own period begins behind that of the report and behind its day.
bool DocumentContext::IsToCome(const Figure& figure) const {
  return !identity_.period_end.empty() && figure.start > identity_.period_end && figure.start > identity_.date;
}

// A period that is the report's goes without saying. What is to come is to be reached.
void DocumentContext::ReadPassage(const Passage& passage, const Inherited& inherited) {
  BlockContext(words_, passage, figures_, identity_, inherited, room_).Read();
  for (const PassageFigure& found : passage.figures()) {
    Figure& figure = figures_[found.figure];
    if (found.value && figure.role == FigureRole::kResult && IsToCome(figure)) figure.role = FigureRole::kTarget;
    if (!found.value || figure.start != identity_.period_start || figure.end != identity_.period_end) continue;
    figure.start.clear();
    figure.end.clear();
  }
}

// From the block that leads the block in, else from the headings above it.
const Inherited& DocumentContext::InheritedBy(const Block& block) {
  if (block.parent == kNoIndex) return OfSection(block.section);
  return LeadInOf(block.parent);
}

// What a block says of those that it leads in. Its own figures are read before.
const Inherited& DocumentContext::LeadInOf(uint32_t index) {
  ReadBlock(index);
  if (lead_in_[index] == kNoIndex) {
    const Block& block = structure_.blocks[index];
    const Passage passage(document_, block.spans, places_);
    Inherited lead = BlockContext(words_, passage, figures_, identity_, InheritedBy(block), room_).LeadIn();
    lead_in_[index] = Keep(std::move(lead));
  }
  return inherited_[lead_in_[index]];
}

// The scope that the nearest heading names, and whether the last one announces parts ("Nguồn kinh phí").
const Inherited& DocumentContext::OfSection(uint32_t section) {
  if (section_[section] != kNoIndex) return inherited_[section_[section]];
  Inherited inherited;
  const Section& heading = structure_.sections[section];
  if (heading.title.size() > 0) {
    const Passage passage(document_, {heading.title}, places_);
    const Inherited lead = BlockContext(words_, passage, figures_, identity_, {}, room_).LeadIn();
    inherited.heading = lead.label;
    inherited.scope = lead.scope;
    inherited.aim = lead.aim;
    inherited.parts = lead.parts;
    inherited.unit = lead.unit;
  }
  if (inherited.scope.empty() && heading.parent != kNoIndex) inherited.scope = OfSection(heading.parent).scope;
  if (heading.parent != kNoIndex) inherited.aim = inherited.aim || OfSection(heading.parent).aim;
  section_[section] = Keep(std::move(inherited));
  return inherited_[section_[section]];
}

uint32_t DocumentContext::Keep(Inherited inherited) {
  inherited_.push_back(std::move(inherited));
  return static_cast<uint32_t>(inherited_.size() - 1);
}

// "TH 2023" heads values of that year; a header with two periods, or one column against another, is of neither.
void DocumentContext::ReadColumnPeriods(const Table& table) {
  column_periods_.assign(table.columns.size(), nullptr);
  for (size_t i = 0; i < table.columns.size(); ++i) {
    bool single = table.columns[i].role != ColumnRole::kComparison && table.columns[i].role != ColumnRole::kLabel;
    for (const Span header : table.columns[i].headers) {
      for (uint32_t at = places_.From(header.begin); at < places_.size() && places_[at].end <= header.end; ++at) {
        const Figure& period = figures_[at];
        if (period.kind != FigureKind::kPeriod || period.start.size() != kWholeDay) continue;
        if (column_periods_[i] != nullptr && column_periods_[i]->start != period.start) single = false;
        column_periods_[i] = &period;
      }
    }
    if (!single) column_periods_[i] = nullptr;
  }
}

// As for ReadPassage: the report's own goes without saying, and what is to come is to be reached.
void DocumentContext::SetPeriod(Figure& figure, size_t column) const {
  const Figure* period = column < column_periods_.size() ? column_periods_[column] : nullptr;
  if (period == nullptr) return;
  if (period->start == identity_.period_start && period->end == identity_.period_end) return;
  figure.start = period->start;
  figure.end = period->end;
  if (figure.role == FigureRole::kResult && !identity_.date.empty() && IsToCome(figure))
    figure.role = FigureRole::kTarget;
}

// The row's own values are percentages: "Tỷ lệ che phủ rừng | 64,1 | 64,2 | 100,2", of which the last one is none.
bool DocumentContext::StatesRate(const Table& table, const Row& row) const {
  for (size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
    const ColumnRole role = table.columns[i].role;
    if (role != ColumnRole::kTarget && role != ColumnRole::kResult && role != ColumnRole::kPeriod) continue;
    const uint32_t at = places_.From(row.cells[i].begin);
    if (at < places_.size() && places_[at].end <= row.cells[i].end && figures_[at].kind == FigureKind::kPercent)
      return true;
  }
  return false;
}

void DocumentContext::ReadRow(uint32_t index) {
  const Block& block = structure_.blocks[index];
  const Table& table = structure_.tables[block.table];
  const Row& row = table.rows[block.row];
  if (row.header) return;
  const TableContext context(words_, document_, table);
  const std::string label = context.RowLabel(block.row);
  // A row on a level says so itself ("Hồ sơ cấp xã nộp trực tuyến").
  const std::string key = LowerCase(label);
  const std::string& own = ScopeIn(key);
  const std::string& scope = own.empty() ? ScopeOfTable(index) : own;
  const size_t label_column = context.LabelColumn(row);
  const bool rate = StatesRate(table, row);
  if (periods_of_ != block.table) ReadColumnPeriods(table);
  periods_of_ = block.table;
  for (size_t column = 0; column < row.cells.size(); ++column) {
    if (!places_.HasValue(row.cells[column])) continue;
    const Passage cell(document_, {row.cells[column]}, places_);
    if (column == label_column) {
      ReadPassage(cell, OfSection(block.section));
      continue;
    }
    for (const PassageFigure& figure : cell.figures()) {
      if (!figure.value) continue;
      Figure& value = figures_[figure.figure];
      const bool compared = rate && column < table.columns.size() && context.IsComparison(column);
      value.label = compared ? label + ", " + context.HeaderOf(column) : label;
      value.scope = scope;
      value.role = compared ? FigureRole::kShare : context.RoleOf(column);
      SetPeriod(value, column);
    }
  }
}

}  // namespace soat
