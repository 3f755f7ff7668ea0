#include "relations/table_equations.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "relations/number_grid.h"
#include "relations/phrases.h"

namespace soat {
namespace {

constexpr size_t kFewestRows = 3;  // in which an equation has to hold to be a column's
constexpr size_t kFewestParts = 2;
constexpr size_t kMostFarParts = 3;  // in columns that stand apart from their total
constexpr size_t kMostRowsAway = 8;  // between a row of percentages and those whose quotient they are

using Terms = std::vector<const Amount*>;

std::vector<Printed> NumbersOf(const Terms& terms) {
  std::vector<Printed> numbers;
  numbers.reserve(terms.size());
  for (const Amount* term : terms) numbers.push_back(term->number);
  return numbers;
}

// At least three of four rows, and not too few.
bool HoldsMostly(size_t holding, size_t all) { return holding >= kFewestRows && holding * 4 >= all * 3; }

std::vector<Suggestion> SumEdits(const Document& document, const Amount& total, const Terms& parts) {
  std::vector<EditTarget> targets;
  targets.reserve(parts.size());
  for (const Amount* part : parts) targets.push_back(part->target);
  return soat::SumEdits(document, total.target, targets);
}

// Not above the largest of the numbers above it, nor below the smallest: a rate or a yield of all rows, not their sum.
bool IsAverage(const Amount& total, const Terms& parts) {
  const auto [least, most] = std::minmax_element(parts.begin(), parts.end(), [](const Amount* a, const Amount* b) {
    return Compare(a->number.value, b->number.value) < 0;
  });
  return Compare(total.number.value, (*least)->number.value) >= 0 &&
         Compare(total.number.value, (*most)->number.value) <= 0;
}

bool HasZero(const Terms& terms) {
  return std::any_of(terms.begin(), terms.end(), [](const Amount* term) { return IsZero(term->number.value); });
}

class TableSums {
 public:
  TableSums(FindingList& found, uint32_t rule, const NumberGrid& grid, const Phrases& totals, const Phrases& not_terms)
      : found_(found), rule_(rule), grid_(grid), totals_(totals), not_terms_(not_terms) {}

  void Run() {
    const std::vector<std::vector<size_t>> below = RowsBelow();
    for (size_t row = 0; row < grid_.rows(); ++row) {
      if (IsTotal(row)) ReadTotalRow(row);
      ReadRowsBelow(row, below[row]);
    }
    ReadColumns();
  }

 private:
  /// A sum in one column, to be told when the table shows that such sums are meant.
  struct Sum {
    const Amount* total;
    Terms parts;
    Verdict verdict;
  };

  bool IsTotal(size_t row) const { return !grid_.table().rows[row].header && totals_.Begins(grid_.Label(row)); }
  std::vector<size_t> RowsOf(size_t total) const;
  std::vector<Sum> SumsOf(size_t total, const std::vector<size_t>& rows) const;
  void ReadTotalRow(size_t row);
  std::vector<std::vector<size_t>> RowsBelow() const;
  void ReadRowsBelow(size_t row, const std::vector<size_t>& below);
  void ReadColumns();
  bool AddsUp(size_t row, size_t total, size_t first, size_t end) const;
  void ReadColumn(size_t total, size_t first, size_t end, std::vector<Sum>& found) const;
  void TellColumn(const std::vector<Sum>& sums);
  void TellAll(const std::vector<Sum>& sums);
  static std::vector<uint32_t> FiguresOf(const Sum& sum);
  void Tell(const Sum& sum);

  FindingList& found_;
  const uint32_t rule_;
  const NumberGrid& grid_;
  const Phrases &totals_, &not_terms_;
};

// The rows that a total adds up: those between it and the next total that are parts of no other row. A total stands
// behind its rows, or before them as the first row of the table.
std::vector<size_t> TableSums::RowsOf(size_t total) const {
  const std::vector<Row>& rows = grid_.table().rows;
  const auto is_part = [&](size_t row) {
    return !rows[row].header && !rows[row].continued && rows[row].parent == kNoIndex &&
           !not_terms_.Begins(grid_.Label(row));
  };
  std::vector<size_t> parts;
  for (size_t row = total; row-- > 0 && !IsTotal(row);) {
    if (is_part(row)) parts.push_back(row);
  }
  if (parts.size() >= kFewestParts) return parts;
  parts.clear();
  for (size_t row = total + 1; row < rows.size() && !IsTotal(row); ++row) {
    if (is_part(row)) parts.push_back(row);
  }
  return parts;
}

// In every column in which the total and its rows have amounts.
std::vector<TableSums::Sum> TableSums::SumsOf(size_t total, const std::vector<size_t>& rows) const {
  std::vector<Sum> sums;
  for (size_t column = 0; column < grid_.columns(); ++column) {
    const Amount* of_all = grid_.At(total, column);
    if (of_all == nullptr || of_all->kind == FigureKind::kPercent) continue;
    Sum sum{of_all, {}, Verdict::kOk};
    bool whole = true;
    for (const size_t row : rows) {
      const Amount* part = grid_.At(row, column);
      if (part != nullptr && part->kind == of_all->kind) sum.parts.push_back(part);
      whole = whole && (part == nullptr ? !grid_.IsUnread(row, column) : part->kind == of_all->kind);
    }
    if (!whole || sum.parts.size() < kFewestParts || sum.parts.size() * 2 < rows.size()) continue;
    std::sort(sum.parts.begin(), sum.parts.end(),
              [](const Amount* a, const Amount* b) { return a->figure < b->figure; });
    sum.verdict = JudgeSum(sum.total->number, NumbersOf(sum.parts));
    sums.push_back(std::move(sum));
  }
  return sums;
}

// Where one column adds up the rows were read rightly; else only a sum that a single digit would mend is told.
void TableSums::TellAll(const std::vector<Sum>& sums) {
  const bool sure = std::any_of(sums.begin(), sums.end(), [](const Sum& sum) {
    return Holds(sum.verdict) && sum.total->number.value.coefficient >= 10;
  });
  for (const Sum& sum : sums) {
    const bool edited = !Holds(sum.verdict) && !SumEdits(found_.document, *sum.total, sum.parts).empty();
    const bool average = IsAverage(*sum.total, sum.parts);
    const bool meant = average ? edited && sum.total->number.value.scale <= 0 : sure || edited;
    if (Holds(sum.verdict) || meant)
      Tell(sum);
    else
      found_.CountUndecided(CheckKind::kPartWholeSum);
  }
}

void TableSums::ReadTotalRow(size_t row) {
  const std::vector<size_t> rows = RowsOf(row);
  if (rows.size() >= kFewestParts) TellAll(SumsOf(row, rows));
}

// By row: those of which it is the parent.
std::vector<std::vector<size_t>> TableSums::RowsBelow() const {
  std::vector<std::vector<size_t>> below(grid_.rows());
  for (size_t i = 0; i < grid_.rows(); ++i) {
    const Row& row = grid_.table().rows[i];
    if (row.parent < below.size() && !row.continued) below[row.parent].push_back(i);
  }
  return below;
}

// "2" against "2.1", "2.2": these need not be all of its parts.
void TableSums::ReadRowsBelow(size_t row, const std::vector<size_t>& below) {
  if (below.size() < kFewestParts) return;
  const std::vector<Sum> sums = SumsOf(row, below);
  const bool any = std::any_of(sums.begin(), sums.end(), [](const Sum& sum) { return sum.verdict == Verdict::kExact; });
  if (any) TellAll(sums);
}

// A column that adds up those behind it or before it in most rows; or two or three farther behind.
void TableSums::ReadColumns() {
  for (size_t total = 0; total < grid_.columns(); ++total) {
    if (!grid_.HasAmount(total)) continue;
    std::vector<Sum> sums;
    for (size_t end = total + 1; end < grid_.columns() && grid_.HasAmount(end);) {
      if (++end - total > kFewestParts) ReadColumn(total, total + 1, end, sums);
    }
    for (size_t first = 0; first + kFewestParts <= total; ++first) ReadColumn(total, first, total, sums);
    for (size_t first = total + 2; first + kFewestParts <= grid_.columns(); ++first) {
      const size_t most = std::min(first + kMostFarParts, grid_.columns());
      for (size_t end = first + kFewestParts; end <= most; ++end) ReadColumn(total, first, end, sums);
    }
    TellColumn(sums);
  }
}

// Where some columns add up to a total, it is not told that others do not.
void TableSums::TellColumn(const std::vector<Sum>& sums) {
  std::vector<uint32_t> held;  // figures of the totals
  for (const Sum& sum : sums) {
    if (Holds(sum.verdict)) held.push_back(sum.total->figure);
  }
  std::sort(held.begin(), held.end());
  for (const Sum& sum : sums) {
    const bool other = std::binary_search(held.begin(), held.end(), sum.total->figure);
    // Rates and what there is at the end of each quarter do not add up in a table whose other rows do.
    if (Holds(sum.verdict) || (!other && !IsAverage(*sum.total, sum.parts)))
      Tell(sum);
    else
      found_.CountUndecided(CheckKind::kPartWholeSum);
  }
}

// \return whether a row has amounts of one kind in all of the columns
bool TableSums::AddsUp(size_t row, size_t total, size_t first, size_t end) const {
  const Amount* sum = grid_.At(row, total);
  if (sum == nullptr || sum->kind == FigureKind::kPercent) return false;
  for (size_t column = first; column < end; ++column) {
    const Amount* part = grid_.At(row, column);
    if (part == nullptr || part->kind != sum->kind) return false;
  }
  return true;
}

// Of columns that stand apart from the total the amounts have to be more than none, and only one wrong digit is told.
void TableSums::ReadColumn(size_t total, size_t first, size_t end, std::vector<Sum>& found) const {
  const bool apart = end != total && first != total + 1;
  std::vector<Sum> sums;
  size_t holding = 0, counted = 0;
  for (size_t row = 0; row < grid_.rows(); ++row) {
    if (!AddsUp(row, total, first, end)) continue;
    Sum& sum = sums.emplace_back(Sum{grid_.At(row, total), {}, Verdict::kOk});
    sum.parts.reserve(end - first);
    for (size_t column = first; column < end; ++column) sum.parts.push_back(grid_.At(row, column));
    sum.verdict = JudgeSum(sum.total->number, NumbersOf(sum.parts));
    counted += apart && HasZero(sum.parts) ? 0 : 1;
    const bool some = sum.total->number.value.coefficient > 0 && !(apart && HasZero(sum.parts));
    holding += Holds(sum.verdict) && some ? 1 : 0;
    if ((counted - holding) * 4 > grid_.rows()) return;  // whatever the others are
  }
  if (!HoldsMostly(holding, counted)) return;
  std::copy_if(sums.begin(), sums.end(), std::back_inserter(found), [&](const Sum& sum) {
    if (!apart) return true;
    return !HasZero(sum.parts) && (Holds(sum.verdict) || !SumEdits(found_.document, *sum.total, sum.parts).empty());
  });
}

std::vector<uint32_t> TableSums::FiguresOf(const Sum& sum) {
  std::vector<uint32_t> figures;
  figures.reserve(sum.parts.size() + 1);
  figures.push_back(sum.total->figure);
  for (const Amount* part : sum.parts) figures.push_back(part->figure);
  return figures;
}

void TableSums::Tell(const Sum& sum) {
  Relation relation;
  relation.check = CheckKind::kPartWholeSum;
  relation.rule = rule_;
  relation.verdict = sum.verdict;
  relation.span = sum.total->target.span;
  if (!Holds(sum.verdict)) relation.severity = found_.rules.relation_rules[rule_].severity;
  if (found_.CountIfHeld(relation, FiguresOf(sum))) return;
  Operand parts{"parts", true, {}};
  parts.values.reserve(sum.parts.size());
  for (const Amount* part : sum.parts) parts.values.push_back(ValueOf(*part));
  relation.operands = Operands(ValueOperand("total", ValueOf(*sum.total)), std::move(parts));
  relation.stated = sum.total->number.value;
  relation.expected = SumOf(NumbersOf(sum.parts));
  if (relation.expected) relation.difference = Subtract(*relation.stated, *relation.expected);
  if (!Holds(sum.verdict)) relation.suggestions = SumEdits(found_.document, *sum.total, sum.parts);
  found_.Add(std::move(relation));
}

class TablePercents {
 public:
  TablePercents(FindingList& found, uint32_t rule, const Table& table)
      : found_(found), rule_(rule), grid_(GridOf(found, table)) {}

  void Run() {
    for (size_t column = 0; column < grid_.columns(); ++column) ReadColumn(column);
    for (size_t row = 0; row < grid_.rows(); ++row) ReadRatio(row);
    if (MayHaveRows()) {
      for (size_t row = 0; row < grid_.rows(); ++row) ReadRow(row);
    }
  }

 private:
  /// One row (or column) in which a percentage compares two amounts.
  struct Share {
    const Amount *part, *whole, *percent;
    Verdict verdict;
  };
  using Shares = std::vector<Share>;

  /// A percentage, and the row (or column) in which it stands.
  struct Claim {
    size_t at;
    const Amount* percent;
  };
  static void AddShare(Shares& shares, const Amount* part, const Amount* whole, const Amount* percent);
  static bool MayHold(Shares& shares);
  void ReadColumns(size_t part, size_t whole);
  void ReadRows(size_t part, size_t whole);
  void ReadWhole(size_t column, size_t all);
  std::optional<size_t> RowOfAll(size_t percent) const;
  void KeepBetter();
  static size_t Holding(const Shares& shares);
  static bool HoldsInFew(const Shares& shares);
  void ReadColumn(size_t percent);
  bool MayHaveRows() const;
  void ReadRow(size_t percent);
  void TellBest();
  void ReadRatio(size_t row);
  std::optional<size_t> OnlyRatio(size_t row) const;
  std::optional<size_t> OnlyPercent(size_t row) const;
  void Tell(const Share& share);

  FindingList& found_;
  const uint32_t rule_;
  const NumberGrid& grid_;
  std::vector<Claim> claims_;  // of the column (or row) that is read
  Shares tried_, best_;        // of it: of the amounts that are tried, and those that hold most often
};

// Amounts of one kind that a percentage can compare.
void TablePercents::AddShare(Shares& shares, const Amount* part, const Amount* whole, const Amount* percent) {
  if (part == nullptr || whole == nullptr) return;
  if (part->kind != whole->kind || part->kind == FigureKind::kPercent || !IsPositive(whole->number.value)) return;
  shares.push_back({part, whole, percent, Verdict::kMismatch});
}

// Judges them. \return false as soon as it is sure that the columns are others
bool TablePercents::MayHold(Shares& shares) {
  size_t missing = 0;
  for (Share& share : shares) {
    share.verdict = JudgePercent(share.part->number, share.whole->number, share.percent->number);
    missing += Holds(share.verdict) ? 0 : 1;
    const bool few = shares.size() <= kFewestRows;
    if (!few && !HoldsMostly(shares.size() - missing, shares.size())) return false;
  }
  return true;
}

void TablePercents::ReadColumns(size_t part, size_t whole) {
  tried_.clear();
  for (const Claim& claim : claims_)
    AddShare(tried_, grid_.At(claim.at, part), grid_.At(claim.at, whole), claim.percent);
  if (MayHold(tried_)) KeepBetter();
}

void TablePercents::ReadRows(size_t part, size_t whole) {
  tried_.clear();
  for (const Claim& claim : claims_)
    AddShare(tried_, grid_.At(part, claim.at), grid_.At(whole, claim.at), claim.percent);
  if (MayHold(tried_)) KeepBetter();
}

size_t TablePercents::Holding(const Shares& shares) {
  return static_cast<size_t>(
      std::count_if(shares.begin(), shares.end(), [](const Share& share) { return Holds(share.verdict); }));
}

// Those that hold mostly, where they hold more often than the best ones so far.
void TablePercents::KeepBetter() {
  const size_t holding = Holding(tried_);
  if (holding > Holding(best_) && (HoldsMostly(holding, tried_.size()) || HoldsInFew(tried_))) best_.swap(tried_);
}

// The only row with 100% in a column of other percentages.
std::optional<size_t> TablePercents::RowOfAll(size_t percent) const {
  std::optional<size_t> all;
  for (size_t row = 0; row < grid_.rows(); ++row) {
    if (!grid_.IsPercent(row, percent) || Compare(grid_.At(row, percent)->number.value, {100, 0}) != 0) continue;
    if (all) return std::nullopt;
    all = row;
  }
  return all;
}

// The amounts of one column, as parts of the one in the row `all`, beside 100%.
void TablePercents::ReadWhole(size_t column, size_t all) {
  tried_.clear();
  for (const Claim& claim : claims_) {
    if (claim.at != all) AddShare(tried_, grid_.At(claim.at, column), grid_.At(all, column), claim.percent);
  }
  if (tried_.size() > kFewestRows && MayHold(tried_)) KeepBetter();
}

// The two columns whose quotient the percentages are in most rows; else the column in which they are shares of a whole.
void TablePercents::ReadColumn(size_t percent) {
  if (!grid_.HasPercent(percent)) return;
  claims_.clear();
  best_.clear();
  for (size_t row = 0; row < grid_.rows(); ++row) {
    if (grid_.IsPercent(row, percent)) claims_.push_back({row, grid_.At(row, percent)});
  }
  for (size_t part = 0; part < grid_.columns(); ++part) {
    if (!grid_.HasAmount(part)) continue;
    for (size_t whole = 0; whole < grid_.columns(); ++whole) {
      if (part != whole && grid_.HasAmount(whole)) ReadColumns(part, whole);
    }
  }
  const std::optional<size_t> all = best_.empty() ? RowOfAll(percent) : std::nullopt;
  for (size_t column = 0; all && column < grid_.columns() && Holding(best_) == 0; ++column) {
    if (grid_.HasAmount(column)) ReadWhole(column, *all);
  }
  TellBest();
}

// Two columns have amounts and percentages, as those of years have: "Tổng số hộ", "Hộ nghèo", "Tỷ lệ hộ nghèo (%)".
bool TablePercents::MayHaveRows() const {
  size_t mixed = 0;
  for (size_t column = 0; column < grid_.columns(); ++column)
    mixed += grid_.HasPercent(column) && grid_.HasAmount(column) ? 1 : 0;
  return mixed > 1;
}

// The two rows above it whose quotient the percentages are in most columns.
void TablePercents::ReadRow(size_t percent) {
  claims_.clear();
  best_.clear();
  for (size_t column = 0; column < grid_.columns(); ++column) {
    if (grid_.IsPercent(percent, column)) claims_.push_back({column, grid_.At(percent, column)});
  }
  if (claims_.size() < 2) return;
  const size_t first = percent - std::min(percent, kMostRowsAway);
  for (size_t part = first; part < percent; ++part) {
    for (size_t whole = first; whole < percent; ++whole) {
      if (part != whole) ReadRows(part, whole);
    }
  }
  TellBest();
}

void TablePercents::TellBest() {
  const bool sure = Holding(best_) >= kFewestRows;
  for (const Share& share : best_) {
    if (sure || Holds(share.verdict) ||
        HasPercentEdit(found_.document, share.percent->target, share.part->target, share.whole->target))
      Tell(share);
    else
      found_.CountUndecided(CheckKind::kRatioPercent);
  }
}

// Of two or three rows two, with percentages so sharp that this is no chance.
bool TablePercents::HoldsInFew(const Shares& shares) {
  const auto sharp = std::count_if(shares.begin(), shares.end(), [](const Share& share) {
    return Holds(share.verdict) && share.percent->number.value.scale > 0 &&
           Compare(share.part->number.value, share.whole->number.value) != 0;
  });
  return shares.size() <= kFewestRows && sharp >= 2;
}

// The only ratio of a row; an index into the figures.
std::optional<size_t> TablePercents::OnlyRatio(size_t row) const {
  const std::vector<Figure>& figures = found_.analysis.figures;
  std::optional<size_t> only;
  size_t i = grid_.FirstFigure(row);
  for (const Span cell : grid_.table().rows[row].cells) {
    while (i < figures.size() && figures[i].span.begin < cell.begin) ++i;
    for (; i < figures.size() && figures[i].span.end <= cell.end; ++i) {
      if (figures[i].kind != FigureKind::kRatio) continue;
      if (only) return std::nullopt;
      only = i;
    }
  }
  return only;
}

// The column of the only percentage of a row that is no target.
std::optional<size_t> TablePercents::OnlyPercent(size_t row) const {
  std::optional<size_t> only;
  for (size_t column = 0; column < grid_.columns(); ++column) {
    if (!grid_.IsPercent(row, column) || grid_.RoleOf(column) == ColumnRole::kTarget) continue;
    if (only) return std::nullopt;
    only = column;
  }
  return only;
}

// "33,3%" and "3/9 chợ" in one row. A ratio among the targets is none of the result's.
void TablePercents::ReadRatio(size_t row) {
  const std::optional<size_t> percent = OnlyPercent(row);
  const std::optional<size_t> ratio = percent ? OnlyRatio(row) : std::nullopt;
  if (!ratio) return;
  const Figure& figure = found_.analysis.figures[*ratio];
  if (!figure.numerator || !figure.denominator || !IsPositive(*figure.denominator)) return;
  Amount part, whole;
  part.figure = whole.figure = static_cast<uint32_t>(*ratio);
  part.number = {*figure.numerator, std::nullopt, figure.qualifier};
  part.target = NumeratorTarget(found_.document, figure);
  whole.number = {*figure.denominator, std::nullopt, Qualifier::kNone};
  whole.target = DenominatorTarget(found_.document, figure);
  const Amount& claim = *grid_.At(row, *percent);
  const Share share{&part, &whole, &claim, JudgePercent(part.number, whole.number, claim.number)};
  if (Holds(share.verdict)) return Tell(share);
  // A target of "26/26 xã" can be missed, but not exceeded.
  const bool target = grid_.RoleOf(grid_.ColumnOf(row, figure.span)) == ColumnRole::kTarget;
  const bool all = Compare(*figure.numerator, *figure.denominator) == 0;
  const bool exceeded = all && Compare(share.percent->number.value, {100, 0}) > 0;
  if ((target && !exceeded) ||
      !HasPercentEdit(found_.document, share.percent->target, share.part->target, share.whole->target))
    return found_.CountUndecided(CheckKind::kRatioPercent);
  Tell(share);
}

void TablePercents::Tell(const Share& share) {
  Relation relation;
  relation.check = CheckKind::kRatioPercent;
  relation.rule = rule_;
  relation.verdict = share.verdict;
  relation.span = share.percent->target.span;
  const Decimal& stated = share.percent->number.value;
  relation.stated = stated;
  relation.expected = PercentOf(share.part->number.value, share.whole->number.value, stated.scale + kExtraDigits);
  if (share.verdict == Verdict::kTruncated) relation.severity = Severity::kNote;
  if (!Holds(share.verdict)) relation.severity = found_.rules.relation_rules[rule_].severity;
  if (found_.CountIfHeld(relation, std::array{share.part->figure, share.whole->figure, share.percent->figure})) return;
  relation.operands = Operands(ValueOperand("num", ValueOf(*share.part)), ValueOperand("den", ValueOf(*share.whole)),
                               ValueOperand("pct", ValueOf(*share.percent)));
  if (relation.expected) relation.difference = Subtract(stated, *relation.expected);
  if (!Holds(share.verdict)) {
    relation.suggestions =
        PercentEdits(found_.document, share.percent->target, share.part->target, share.whole->target);
  }
  found_.Add(std::move(relation));
}

}  // namespace

void FindTableSums(FindingList& found, uint32_t rule) {
  if (found.analysis.structure.tables.empty()) return;
  const RelationRule& words = found.rules.relation_rules[rule];
  const Phrases totals(words, "totals"), not_terms(words, "not_terms");
  for (const Table& table : found.analysis.structure.tables)
    TableSums(found, rule, GridOf(found, table), totals, not_terms).Run();
}

void FindTablePercents(FindingList& found, uint32_t rule) {
  for (const Table& table : found.analysis.structure.tables) TablePercents(found, rule, table).Run();
}

}  // namespace soat
