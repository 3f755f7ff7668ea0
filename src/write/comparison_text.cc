#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "write/comparison.h"
#include "write/comparison_cells.h"

namespace soat {
namespace {

constexpr size_t kGap = 2;  // blanks between columns

/// Columns that a text takes; combined letters count as one, as terminals show them.
size_t Width(std::string_view text) {
  size_t width = 0;
  for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return width;
}

std::string Padded(const std::string& text, size_t width, bool right) {
  const std::string blanks(width - std::min(width, Width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

/// A small table with a title, names at the left and notes below.
struct TextTable {
  std::string title;
  std::vector<std::string> lines, columns, notes;
  std::map<std::pair<size_t, size_t>, std::string> cells;

  size_t LineOf(const std::string& name) { return IndexIn(lines, name); }
  size_t ColumnOf(const std::string& name) { return IndexIn(columns, name); }
  std::string Draw() const;

 private:
  static size_t IndexIn(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<size_t>(found - names.begin());
    names.push_back(name);
    return names.size() - 1;
  }
  std::string Cell(size_t line, size_t column) const {
    const auto found = cells.find({line, column});
    return found == cells.end() ? std::string() : found->second;
  }
};

std::string TextTable::Draw() const {
  size_t name_width = 0;
  for (const std::string& name : lines) name_width = std::max(name_width, Width(name));
  std::vector<size_t> widths;
  for (size_t column = 0; column < columns.size(); ++column) {
    widths.push_back(Width(columns[column]));
    for (size_t line = 0; line < lines.size(); ++line)
      widths[column] = std::max(widths[column], Width(Cell(line, column)));
  }
  const auto draw = [&](const std::string& name, const std::function<std::string(size_t)>& text) {
    std::string drawn(kGap, ' ');
    drawn += Padded(name, name_width, false);
    for (size_t column = 0; column < columns.size(); ++column) {
      drawn.append(kGap, ' ') += Padded(text(column), widths[column], true);
    }
    drawn.erase(drawn.find_last_not_of(' ') + 1);
    return drawn + "\n";
  };
  std::string out = title + "\n" + draw("", [&](size_t column) { return columns[column]; });
  for (size_t line = 0; line < lines.size(); ++line) {
    out += draw(lines[line], [&](size_t column) { return Cell(line, column); });
  }
  for (const std::string& note : notes) out += std::string(kGap, ' ') + note + "\n";
  return out;
}

std::string RowTitle(const ComparedRow& row) {
  return row.name + (row.scope.empty() ? "" : ", " + row.scope) + (row.unit.empty() ? "" : " (" + row.unit + ")");
}

std::string PeriodTitle(const DaySpan& period) { return period.start.empty() ? "-" : PeriodName(period); }

std::string FullCell(const Comparison& comparison, const GridCell& cell, const ComparisonStyle& style) {
  std::string text = CellText(comparison, cell);
  if (style.ranks && cell.shown->rank) text += " #" + std::to_string(*cell.shown->rank);
  if (style.changes && cell.shown->change) {
    const Change& change = *cell.shown->change;
    text += " (" + Signed(change.difference) + (change.percent ? ", " + Signed(*change.percent) + "%)" : ")");
  }
  return text;
}

/// "* huyện X 2023: 121 (a.txt:9), 112 (a.txt:15)": every value of a cell with its place.
std::string ConflictNote(const Comparison& comparison, const GridCell& cell, const std::string& where) {
  std::string note;
  for (const ComparedCell* one : cell.all) {
    for (const Statement& statement : one->statements) {
      note += (note.empty() ? "* " + where + ": " : ", ") + ValueText(statement);
      if (one->period != cell.shown->period) note += " " + PeriodName(one->period);
      note += " (" + comparison.reports[statement.report].path + ":" + std::to_string(statement.line) + ")";
    }
  }
  return note;
}

/// Where a cell stands: in which block, line and column.
struct Names {
  std::string block, line, column;
};

Names NamesOf(const Comparison& comparison, uint32_t row, const GridColumn& column, CompareBy by) {
  const std::string title = RowTitle(comparison.rows[row]);
  const std::string& unit = comparison.units[column.unit].shown;
  const std::string period = PeriodTitle(column.period);
  if (by == CompareBy::kIndicator) return {unit, title, period};
  if (by == CompareBy::kPeriod) return {title, period, unit};
  return {title, unit, period};
}

}  // namespace

std::string WriteComparisonText(const Comparison& comparison, const ComparisonStyle& style) {
  const Grid grid = MakeGrid(comparison, style.by == CompareBy::kPeriod);
  std::vector<TextTable> blocks;
  const auto block_of = [&](const std::string& title) -> TextTable& {
    const auto same = [&](const TextTable& block) { return block.title == title; };
    const auto found = std::find_if(blocks.begin(), blocks.end(), same);
    if (found != blocks.end()) return *found;
    blocks.emplace_back().title = title;
    return blocks.back();
  };
  std::vector<const std::pair<const std::pair<uint32_t, size_t>, GridCell>*> entries;
  for (const auto& entry : grid.cells) {
    if (!style.conflicts || entry.second.conflict) entries.push_back(&entry);
  }
  // Periods at the top stand in their order, whichever unit comes first.
  for (const auto* entry : entries) {
    const Names names = NamesOf(comparison, entry->first.first, grid.columns[entry->first.second], style.by);
    TextTable& block = block_of(names.block);
    if (std::find(block.columns.begin(), block.columns.end(), names.column) == block.columns.end())
      block.columns.push_back(names.column);
  }
  if (style.by != CompareBy::kPeriod) {
    for (TextTable& block : blocks) std::sort(block.columns.begin(), block.columns.end());
  }
  for (const auto* entry : entries) {
    const GridColumn& column = grid.columns[entry->first.second];
    const Names names = NamesOf(comparison, entry->first.first, column, style.by);
    TextTable& block = block_of(names.block);
    const size_t line = block.LineOf(names.line);
    block.cells[{line, block.ColumnOf(names.column)}] = FullCell(comparison, entry->second, style);
    if (entry->second.conflict)
      block.notes.push_back(ConflictNote(comparison, entry->second, ColumnName(comparison, column)));
  }
  std::string out;
  for (const TextTable& block : blocks) out += (out.empty() ? "" : "\n") + block.Draw();
  return out;
}

}  // namespace soat
