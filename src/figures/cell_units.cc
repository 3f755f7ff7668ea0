// CellUnitReader.
#include "figures/cell_units.h"

#include <algorithm>

#include "figures/nouns.h"
#include "figures/numeral.h"
#include "figures/quantity.h"
#include "figures/unit_table.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr uint32_t kMostNameCells = 2;  // the number of a row and its name

// The power of ten of "1.000" in "1.000 đồng"; nothing for other numbers.
std::optional<int> PowerOf(const Numeral& numeral) {
  if (!numeral.value || numeral.value->scale != 0) return std::nullopt;
  int power = 0;
  Int128 number = numeral.value->coefficient;
  while (number >= 10 && number % 10 == 0) number /= 10, ++power;
  return number == 1 ? std::optional(power) : std::nullopt;
}

// Of "triệu đồng/người" the unit is what stands before the stroke.
bool Fills(const UnitTable& table, std::string_view words, size_t from, std::string& unit, bool stroke) {
  const auto hit = table.LongestAt(words, from);
  if (!hit || (hit->end != words.size() && !(stroke && words[hit->end] == '/'))) return false;
  unit = hit->unit->unit;
  return true;
}

// "**217.000**" and "+ 12" are all that is in their cells.
Span WithoutEmphasis(const Document& document, Span cell) {
  const auto is_sign = [&](uint32_t at) { return document.key[at] == '*' || document.key[at] == '_'; };
  while (cell.size() > 0 && is_sign(cell.begin)) ++cell.begin;
  if (cell.size() > 0 && document.key[cell.begin] == '+')
    cell.begin = static_cast<uint32_t>(BlanksEnd(document.key, cell.begin + 1));
  while (cell.size() > 0 && is_sign(cell.end - 1)) --cell.end;
  return cell;
}

// "Diện tích 2022" and "TH/2022" head columns of a year: nothing else in a header has four digits that begin so.
bool IsYear(const Document& document, const Figure& figure) {
  const std::string_view digits = std::string_view(document.text).substr(figure.span.begin, figure.span.size());
  return digits.size() == 4 && digits.starts_with("20") && digits[2] < '4' &&
         std::all_of(digits.begin(), digits.end(), IsDigit);
}

void MakeYear(const Document& document, Figure& figure) {
  const std::string year = document.text.substr(figure.span.begin, figure.span.size());
  figure.kind = FigureKind::kPeriod;
  figure.value.reset();
  figure.unit.clear();
  figure.start = year + "-01-01";
  figure.end = year + "-12-31";
}

// "- 7" is all that is in its cell: the sign stands apart, as in "+ 3" of the next row.
void TakeMinusOfCell(const Document& document, Span cell, Figure& figure) {
  if (figure.span.end != cell.end || figure.value_max || cell.begin + 2 != figure.span.begin) return;
  if (document.text.compare(cell.begin, 2, "- ") != 0) return;
  figure.value->coefficient = -figure.value->coefficient;
  figure.span = cell;
}

}  // namespace

CellUnitReader::CellUnitReader(const RuleSet& rules, const QuantityReader& quantities, const UnitTable& percents,
                               const UnitTable& currencies, const UnitTable& measures, const NounReader& nouns)
    : rules_(rules),
      quantities_(quantities),
      percents_(percents),
      currencies_(currencies),
      measures_(measures),
      nouns_(nouns) {}

std::optional<CellUnit> CellUnitReader::Read(std::string_view words, bool known_only) const {
  CellUnit unit;
  size_t at = 0;
  if (words.empty()) return std::nullopt;
  if (IsDigit(words[0])) {
    const Numeral numeral = ReadNumeral(words, 0, NumberStyle::kDecimalComma);
    const auto power = PowerOf(numeral);
    if (!power) return std::nullopt;
    unit.power = *power;
    at = numeral.end;
  }
  if (const auto magnitude = quantities_.ReadMagnitude(words, at)) {
    unit.power += magnitude->power;
    at = magnitude->end;
  }
  if (Fills(percents_, words, at, unit.unit, true))
    unit.kind = FigureKind::kPercent;
  else if (Fills(currencies_, words, at, unit.unit, true))
    unit.kind = FigureKind::kMoney;
  else if (Fills(measures_, words, at, unit.unit, false))
    unit.kind = FigureKind::kMeasure;
  else if (at == words.size() && unit.power > 0)
    unit.kind = FigureKind::kMoney, unit.unit = rules_.currencies.front().unit;
  else if (at >= words.size() || (known_only && !nouns_.KnownAt(words, at)))
    return std::nullopt;
  else
    unit.unit = words.substr(BlanksEnd(words, at));
  return unit;
}

// The words in the column of units, also where the cell goes on over several lines.
std::string CellUnitReader::UnitInRow(const Document& document, const Table& table, uint32_t row) {
  const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                   [](const Column& each) { return each.role == ColumnRole::kUnit; });
  const auto index = static_cast<size_t>(column - table.columns.begin());
  const uint32_t first = table.rows[row].continued ? table.rows[row].parent : row;
  std::string unit;
  for (uint32_t i = first; i < table.rows.size() && (i == first || table.rows[i].continued); ++i) {
    if (index >= table.rows[i].cells.size() || table.rows[i].cells[index].size() == 0) continue;
    const Span cell = table.rows[i].cells[index];
    unit += unit.empty() ? "" : " ";
    unit.append(document.key, cell.begin, cell.size());
  }
  return unit;
}

// Of a mark like '"' the unit is that of the nearest row above that has one.
std::string CellUnitReader::UnitOfRow(const Document& document, const Table& table, uint32_t row) const {
  std::string unit = UnitInRow(document, table, row);
  const auto is_ditto = [&] {
    return std::find(rules_.ditto_units.begin(), rules_.ditto_units.end(), unit) != rules_.ditto_units.end();
  };
  if (!is_ditto()) return unit;
  while ((unit.empty() || is_ditto()) && row > 0) unit = UnitInRow(document, table, --row);
  return row > 0 || !table.rows[row].header ? unit : "";
}

std::optional<CellUnit> CellUnitReader::UnitOfCell(const Document& document, const Table& table,
                                                   const Place& place) const {
  if (place.column < table.columns.size()) {
    const Column& column = table.columns[place.column];
    if (column.role == ColumnRole::kNumber || column.role == ColumnRole::kLabel) return std::nullopt;
    if (!column.unit.empty()) return Read(column.unit, true);
    // "ĐVT: triệu đồng" is meant for the amounts; one amount against another has another unit than both.
    if (column.role == ColumnRole::kQuantity || column.role == ColumnRole::kComparison) return std::nullopt;
  }
  const std::string unit = UnitOfRow(document, table, place.row);
  if (!unit.empty()) return Read(unit, false);
  if (auto named = UnitOfName(document, table.rows[place.row], place.column)) return named;
  return Read(table.unit, false);
}

// "Thu ngân sách (tỷ đồng)": behind the name of a row a unit, unless it is a noun, which may be anything.
std::optional<CellUnit> CellUnitReader::UnitOfName(const Document& document, const Row& row, uint32_t column) const {
  for (uint32_t i = 0; i < column && i < row.cells.size() && i < kMostNameCells; ++i) {
    const std::string_view name = std::string_view(document.key).substr(row.cells[i].begin, row.cells[i].size());
    const size_t open = name.rfind('(');
    if (!name.ends_with(')') || open == std::string_view::npos) continue;
    auto unit = Read(name.substr(open + 1, name.size() - open - 2), true);
    if (unit && unit->kind != FigureKind::kCount) return unit;
  }
  return std::nullopt;
}

void CellUnitReader::Apply(const Document& document, const Structure& structure, std::vector<Figure>& figures) const {
  for (Figure& figure : figures) {
    if (figure.kind != FigureKind::kCount || !figure.value) continue;
    const Place place = structure.PlaceOf(figure.span.begin);
    if (place.table == kNoIndex) continue;
    const Table& table = structure.tables[place.table];
    const Row& row = table.rows[place.row];
    const bool of_periods =
        place.column < table.columns.size() && table.columns[place.column].role == ColumnRole::kPeriod;
    if ((row.header || of_periods) && IsYear(document, figure)) MakeYear(document, figure);
    if (figure.kind != FigureKind::kCount || row.header || place.column >= row.cells.size()) continue;
    TakeMinusOfCell(document, row.cells[place.column], figure);
    if (WithoutEmphasis(document, row.cells[place.column]) != figure.span) continue;
    figure.unit.clear();  // it fills its cell: the noun behind it is that of the next one
    const auto unit = UnitOfCell(document, table, place);
    if (!unit) continue;
    figure.kind = unit->kind;
    figure.unit = unit->unit;
    figure.value = Shifted(*figure.value, unit->power);
    if (figure.value_max) figure.value_max = Shifted(*figure.value_max, unit->power);
  }
}

}  // namespace soat
