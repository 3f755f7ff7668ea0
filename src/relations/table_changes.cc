#include "relations/table_changes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "relations/number_grid.h"

namespace soat {
namespace {

constexpr size_t kFewestRows = 3;   // with a change, in which the equation has to hold to be the column's
constexpr size_t kMostMissing = 4;  // in one row of so many it need not hold

/// One row in which a percentage tells how one value became another.
struct Change {
  const Amount *from, *to, *by;
  Verdict verdict;
};

class TableChanges {
 public:
  TableChanges(FindingList& found, uint32_t rule, const Table& table)
      : found_(found), rule_(rule), grid_(GridOf(found, table)) {}

  void Run() {
    for (size_t column = 0; column < grid_.columns(); ++column) {
      if (grid_.HasPercent(column)) ReadColumn(column);
    }
  }

 private:
  std::vector<Change> ChangesOf(size_t by, size_t from, size_t to) const;
  void ReadColumn(size_t by);
  std::vector<Suggestion> Edits(const Change& change) const;
  void Tell(const Change& change, std::vector<Suggestion> edits);

  FindingList& found_;
  const uint32_t rule_;
  const NumberGrid& grid_;
};

// A fall has a minus: without it "64,6" may be what was done of a plan beside what is left of it. Values may be
// rounded, and the change told of what they were before that.
Verdict Judge(const Printed& from, const Printed& to, const Printed& by, bool percents) {
  if (percents) return JudgeDifference(to, from, by);
  const std::optional<Decimal> difference = Subtract(to.value, from.value), now = Add({100, 0}, by.value);
  if (!difference || !now || !IsPositive(from.value)) return Verdict::kMismatch;
  const bool one_way = (difference->coefficient < 0) == (by.value.coefficient < 0) || IsZero(*difference);
  const Printed size{Magnitude(*difference), std::nullopt, Qualifier::kNone};
  const Printed stated{Magnitude(by.value), std::nullopt, by.qualifier};
  const Verdict exact = one_way ? JudgePercent(size, from, stated) : Verdict::kMismatch;
  return Holds(exact) ? exact : JudgePercent(to, from, {*now, std::nullopt, by.qualifier});
}

// Enough changes hold that they are no chance.
bool HoldOften(const std::vector<Change>& changes) {
  const auto is_telling = [](const Change& change) {
    return Holds(change.verdict) && !IsZero(change.by->number.value);
  };
  return static_cast<size_t>(std::count_if(changes.begin(), changes.end(), is_telling)) >= kFewestRows;
}

bool HasOneValue(const std::vector<Change>& changes, const Amount* Change::*end) {
  return std::all_of(changes.begin(), changes.end(), [&](const Change& change) {
    return Compare((change.*end)->number.value, (changes.front().*end)->number.value) == 0;
  });
}

std::vector<Change> TableChanges::ChangesOf(size_t by, size_t from, size_t to) const {
  std::vector<Change> changes;
  for (size_t row = 0; row < grid_.rows(); ++row) {
    const Amount *before = grid_.At(row, from), *now = grid_.At(row, to), *claim = grid_.At(row, by);
    if (before == nullptr || now == nullptr || claim == nullptr || claim->kind != FigureKind::kPercent) continue;
    if (before->kind != now->kind) continue;
    changes.push_back({before, now, claim, Verdict::kMismatch});
  }
  // "Tổng 100%, đúng hạn 97%, trễ hạn 3%": what is left of one whole is no change.
  if (changes.size() < kFewestRows || HasOneValue(changes, &Change::from) || HasOneValue(changes, &Change::to))
    return {};
  size_t missing = 0;
  for (Change& change : changes) {
    const bool percents = change.from->kind == FigureKind::kPercent;
    change.verdict = Judge(change.from->number, change.to->number, change.by->number, percents);
    missing += Holds(change.verdict) ? 0 : 1;
    if (missing * kMostMissing > changes.size()) return {};  // most columns have nothing to do with each other
  }
  return HoldOften(changes) ? changes : std::vector<Change>{};
}

// The change stands behind both values.
void TableChanges::ReadColumn(size_t by) {
  for (size_t from = 0; from < by; ++from) {
    for (size_t to = 0; to < by; ++to) {
      if (from == to) continue;
      const std::vector<Change> changes = ChangesOf(by, from, to);
      for (const Change& change : changes) {
        std::vector<Suggestion> edits = Holds(change.verdict) ? std::vector<Suggestion>{} : Edits(change);
        if (Holds(change.verdict) || !edits.empty())
          Tell(change, std::move(edits));
        else
          found_.CountUndecided(CheckKind::kChange);
      }
      if (!changes.empty()) return;
    }
  }
}

std::vector<Suggestion> TableChanges::Edits(const Change& change) const {
  const bool percents = change.from->kind == FigureKind::kPercent;
  return SmallestEdits(found_.document, {change.by->target, change.to->target, change.from->target},
                       [&](size_t index, const Decimal& value) {
                         std::array<Printed, 3> numbers = {change.by->number, change.to->number, change.from->number};
                         const bool minus = numbers[index].value.coefficient < 0;  // which edits leave alone
                         numbers[index].value = {minus ? -value.coefficient : value.coefficient, value.scale};
                         const Verdict verdict = Judge(numbers[2], numbers[1], numbers[0], percents);
                         return verdict == Verdict::kExact || verdict == Verdict::kRounded;
                       });
}

void TableChanges::Tell(const Change& change, std::vector<Suggestion> edits) {
  Relation relation;
  relation.check = CheckKind::kChange;
  relation.rule = rule_;
  relation.verdict = change.verdict;
  relation.span = change.by->target.span;
  relation.operands = Operands(ValueOperand("from", ValueOf(*change.from)), ValueOperand("to", ValueOf(*change.to)),
                               ValueOperand("change", ValueOf(*change.by)));
  relation.stated = change.by->number.value;
  const Decimal& from = change.from->number.value;
  relation.expected = Subtract(change.to->number.value, from);
  if (relation.expected && change.from->kind != FigureKind::kPercent) {
    const bool falls = relation.expected->coefficient < 0;
    relation.expected = PercentOf(Magnitude(*relation.expected), from, relation.stated->scale + kExtraDigits);
    if (relation.expected && falls) relation.expected->coefficient = -relation.expected->coefficient;
  }
  if (relation.expected) relation.difference = Subtract(*relation.stated, *relation.expected);
  if (change.verdict == Verdict::kTruncated) relation.severity = Severity::kNote;
  if (!Holds(change.verdict)) relation.severity = found_.rules.relation_rules[rule_].severity;
  relation.suggestions = std::move(edits);
  found_.Add(std::move(relation));
}

}  // namespace

void FindTableChanges(FindingList& found, uint32_t rule) {
  for (const Table& table : found.analysis.structure.tables) TableChanges(found, rule, table).Run();
}

}  // namespace soat
