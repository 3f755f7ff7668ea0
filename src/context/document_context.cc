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

}  // namespace

DocumentContext::DocumentContext(const ContextLexicons& words, const Document& document, Analysis& analysis)
    : words_(words),
      document_(document),
      structure_(analysis.structure),
      figures_(analysis.figures),
      identity_(analysis.identity),
      places_(figures_, words_.attribute_units),
      section_(structure_.sections.size(), kNoIndex),
      lead_in_(structure_.blocks.size(), kNoIndex) {}

void DocumentContext::Read() {
  for (const Block& block : structure_.blocks) {
    if (block.kind == BlockKind::kFrontMatter || block.kind == BlockKind::kBackMatter) continue;
    TakeCaption(block);
    const auto has_value = [&](Span span) { return places_.HasValue(span); };
    if (std::none_of(block.spans.begin(), block.spans.end(), has_value)) continue;
    if (block.table != kNoIndex) {
      ReadRow(block);
      continue;
    }
    const Passage passage(document_, block.spans, places_);
    ReadPassage(passage, InheritedBy(block));
  }
}

// Below "Phụ lục 1" a line may stand that says what the table shows ("Kết quả của cấp huyện"): one phrase, no prose.
void DocumentContext::TakeCaption(const Block& block) {
  if (block.table != kNoIndex) {
    behind_table_ = true;
    return;
  }
  if (behind_table_ || block.section != caption_section_) ForgetCaption();
  behind_table_ = false;
  caption_section_ = block.section;
  if (block.kind != BlockKind::kPassage || block.spans.size() != 1 || block.spans.front().size() > kLongestCaption)
    return;
  const Span line = block.spans.front();
  const std::string_view key = std::string_view(document_.key).substr(line.begin, line.size());
  const bool prose = key.ends_with('.') || key.ends_with(';') || key.find(". ") != std::string_view::npos;
  if (prose || places_.HasValue(line)) {
    ForgetCaption();
    return;
  }
  caption_lines_.push_back(line);
}

void DocumentContext::ForgetCaption() {
  caption_lines_.clear();
  caption_.clear();
}

// The nearest line that names a scope gives it.
const std::string& DocumentContext::Caption() {
  for (; !caption_lines_.empty() && caption_.empty(); caption_lines_.pop_back()) {
    const Span line = caption_lines_.back();
    caption_ = ScopeIn(std::string_view(document_.key).substr(line.begin, line.size()));
  }
  caption_lines_.clear();
  return caption_;
}

// The one scope that a text in lower case names.
const std::string& DocumentContext::ScopeIn(std::string_view key) {
  room_.row.Read(key, words_.all_words);
  return ScopeFinder(words_, room_.row).Of({0, key.size()});
}

const std::string& DocumentContext::ScopeOfTable(const Block& row) {
  const std::string& scope = OfSection(row.section).scope;
  return scope.empty() && row.section == caption_section_ ? Caption() : scope;
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
  if (lead_in_[block.parent] == kNoIndex) {
    const Block& parent = structure_.blocks[block.parent];
    const Passage passage(document_, parent.spans, places_);
    const Inherited& above = InheritedBy(parent);
    Inherited lead = BlockContext(words_, passage, figures_, identity_, above, room_).LeadIn();
    lead_in_[block.parent] = Keep(std::move(lead));
  }
  return inherited_[lead_in_[block.parent]];
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

void DocumentContext::ReadRow(const Block& block) {
  const Table& table = structure_.tables[block.table];
  const Row& row = table.rows[block.row];
  if (row.header) return;
  const TableContext context(words_, document_, table);
  const std::string label = context.RowLabel(block.row);
  // A row on a level says so itself ("Hồ sơ cấp xã nộp trực tuyến").
  const std::string key = LowerCase(label);
  const std::string& own = ScopeIn(key);
  const std::string& scope = own.empty() ? ScopeOfTable(block) : own;
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
