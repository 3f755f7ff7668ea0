#include "compare/statements.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "compare/period_names.h"

namespace soat {
namespace {

constexpr int kPercentDigits = 2;
constexpr Decimal kHundred{100, 0};

bool IsExact(const Statement& statement) {
  return statement.qualifier == Qualifier::kNone && !statement.value_max.has_value();
}

// "trên 48%" can be anything above it.
bool IsBound(const Statement& statement) {
  const Qualifier qualifier = statement.qualifier;
  return statement.value_max.has_value() || qualifier == Qualifier::kOver || qualifier == Qualifier::kUnder ||
         qualifier == Qualifier::kMin || qualifier == Qualifier::kMax;
}

std::optional<Change> ChangeBetween(const ComparedCell& earlier, const ComparedCell& later) {
  const Statement& from = earlier.statements.front();
  const Statement& to = later.statements.front();
  if (!IsExact(from) || !IsExact(to) || from.whole != to.whole) return std::nullopt;
  const std::optional<Decimal> difference = Subtract(to.value, from.value);
  if (!difference) return std::nullopt;
  Change change{earlier.period, *difference, std::nullopt};
  if (const auto hundredfold = Multiply(*difference, kHundred); hundredfold && Compare(from.value, {}) > 0)
    change.percent = DivideRounded(*hundredfold, from.value, kPercentDigits);
  return change;
}

}  // namespace

bool Agree(const Statement& a, const Statement& b) {
  if (a.value_max.has_value() != b.value_max.has_value() || a.whole != b.whole) return false;
  const auto same = [](const Decimal& x, const Decimal& y) {
    if (x.scale <= 0 && y.scale <= 0) return Compare(x, y) == 0;
    return Contains(RoundedFrom(x.scale < y.scale ? x : y), x.scale < y.scale ? y : x);
  };
  return same(a.value, b.value) && (!a.value_max || same(*a.value_max, *b.value_max));
}

void Order(std::vector<Statement>& statements, const DaySpan& period, const std::vector<ComparedReport>& reports) {
  const auto key = [&](const Statement& statement) {
    const ComparedReport& report = reports[statement.report];
    return std::tuple(report.period.end, report.date);
  };
  const auto before = [&](const Statement& a, const Statement& b) {
    if (key(a) != key(b)) return key(a) > key(b);
    const ComparedReport& a_report = reports[a.report];
    const ComparedReport& b_report = reports[b.report];
    // Within one report a bound ("trên 50%" of some communes) gives way to a value.
    if (a.report == b.report && IsBound(a) != IsBound(b)) return IsBound(b);
    return std::tie(a_report.path, a_report.sha256, a.line, a.column) <
           std::tie(b_report.path, b_report.sha256, b.line, b.column);
  };
  std::sort(statements.begin(), statements.end(), before);
  // Of those that agree with the first, the clearest stands for it.
  const auto clearer = [&](const Statement& a, const Statement& b) {
    const bool a_own = reports[a.report].period == period, b_own = reports[b.report].period == period;
    if (a_own != b_own) return a_own;
    const bool a_exact = a.qualifier == Qualifier::kNone, b_exact = b.qualifier == Qualifier::kNone;
    return a_exact != b_exact ? a_exact : a.value.scale > b.value.scale;
  };
  size_t best = 0;
  for (size_t i = 1; i < statements.size(); ++i) {
    if (Agree(statements[i], statements.front()) && clearer(statements[i], statements[best])) best = i;
  }
  std::rotate(statements.begin(), statements.begin() + static_cast<std::ptrdiff_t>(best),
              statements.begin() + static_cast<std::ptrdiff_t>(best) + 1);
}

void SetRanks(Comparison& comparison) {
  using Group = std::tuple<uint32_t, DaySpan, std::string>;
  std::map<Group, std::vector<ComparedCell*>> groups;
  for (ComparedCell& cell : comparison.cells) {
    if (comparison.rows[cell.row].better == BetterDirection::kNone || IsBound(cell.statements.front())) continue;
    groups[{cell.row, cell.period, cell.statements.front().whole}].push_back(&cell);
  }
  for (auto& [group, cells] : groups) {
    if (cells.size() < 2) continue;
    const bool more = comparison.rows[std::get<0>(group)].better == BetterDirection::kMore;
    for (ComparedCell* cell : cells) {
      const Decimal& value = cell->statements.front().value;
      const auto better = std::count_if(cells.begin(), cells.end(), [&](const ComparedCell* other) {
        const int order = Compare(other->statements.front().value, value);
        return more ? order > 0 : order < 0;
      });
      cell->rank = static_cast<uint32_t>(better) + 1;
    }
  }
}

void SetChanges(Comparison& comparison) {
  std::vector<ComparedCell>& cells = comparison.cells;
  for (size_t i = 0; i < cells.size(); ++i) {
    // The cells of a row and unit stand together, by their periods.
    for (size_t j = i; j-- > 0 && cells[j].row == cells[i].row && cells[j].unit == cells[i].unit;) {
      if (!IsSameSpanOfYear(cells[j].period, cells[i].period)) continue;
      cells[i].change = ChangeBetween(cells[j], cells[i]);
      break;
    }
  }
}

}  // namespace soat
