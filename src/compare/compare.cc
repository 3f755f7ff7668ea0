// Compare: observations are chosen and keyed, gathered into cells, then rows, units and columns are put in order.
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "compare/period_names.h"
#include "compare/report_copies.h"
#include "compare/statements.h"
#include "compare/unit_registry.h"
#include "indicators/label_folder.h"
#include "soat/reader.h"

namespace soat {
namespace {

/// What makes a row. Rows of known indicators come first, in the order of the rules.
struct RowKey {
  uint32_t indicator = 0;  // index into RuleSet::indicators; their number for a label
  std::string label;       // folded; empty for an indicator
  std::string scope;
  FigureKind kind = FigureKind::kCount;  // of a label
  std::string unit;
  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

/// What makes a cell.
struct CellKey {
  RowKey row;
  UnitRegistry::Key unit;
  DaySpan period;
  friend auto operator<=>(const CellKey&, const CellKey&) = default;
};

struct CellDraft {
  std::vector<Statement> statements;
  std::set<std::string> labels;  // as the reports write them
  DaySpan column;
};

// Targets are no results, and changes and ranks no values.
bool IsValue(FigureRole role) {
  return role != FigureRole::kTarget && role != FigureRole::kExcess && role != FigureRole::kChange &&
         role != FigureRole::kRank;
}

template <typename T>
bool IsAnyOf(const std::vector<T>& list, const T& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Works on one comparison.
class Comparer {
 public:
  Comparer(const Observations& observations, const RuleSet& rules, const CompareOptions& options)
      : observations_(observations), rules_(rules), options_(options), folder_(rules.labels), registry_(rules) {
    for (uint32_t i = 0; i < rules.indicators.size(); ++i) indicators_[rules.indicators[i].id] = i;
  }

  Comparison Run() {
    comparison_.reports = observations_.reports;
    const std::vector<bool> counts = ChooseReports(observations_.reports, comparison_.notes);
    for (const Observation& figure : observations_.figures) {
      if (counts[figure.report]) Add(figure);
    }
    DropRareRows();
    MakeRows();
    MakeUnits();
    MakeCells();
    MarkRows();
    NoteReorganisations();
    SetRanks(comparison_);
    SetChanges(comparison_);
    return std::move(comparison_);
  }

 private:
  void Add(const Observation& figure);
  std::optional<RowKey> RowOf(const Observation& figure, const ComparedReport& report) const;
  std::string ScopeOf(const Observation& figure, const ComparedReport& report) const;
  bool IsAskedFor(const ComparedReport& report) const;
  std::string WholeOf(const Observation& figure, const RowKey& row, const ComparedReport& report);
  void DropRareRows();
  void MakeRows();
  ComparedRow RowFor(const RowKey& key, const std::set<std::string>& labels) const;
  void MakeUnits();
  void MakeCells();
  void MarkRows();
  void NoteReorganisations();

  const Observations& observations_;
  const RuleSet& rules_;
  const CompareOptions& options_;
  const LabelFolder folder_;
  const UnitRegistry registry_;
  std::map<std::string, uint32_t, std::less<>> indicators_;
  std::map<std::string, std::unique_ptr<RE2>> wholes_;  // compiled patterns
  std::map<CellKey, CellDraft> drafts_;
  std::map<RowKey, uint32_t> rows_;
  std::map<UnitRegistry::Key, uint32_t> units_;
  Comparison comparison_;
};

// The scope that is the reporting unit itself is none.
std::string Comparer::ScopeOf(const Observation& figure, const ComparedReport& report) const {
  const auto whole = rules_.labels.whole_scopes.find(report.unit_level);
  if (whole == rules_.labels.whole_scopes.end() ||
      !std::count(whole->second.begin(), whole->second.end(), figure.scope))
    return figure.scope;
  return {};
}

std::optional<RowKey> Comparer::RowOf(const Observation& figure, const ComparedReport& report) const {
  RowKey key;
  key.scope = ScopeOf(figure, report);
  if (const auto known = indicators_.find(figure.indicator); known != indicators_.end()) {
    key.indicator = known->second;
    const Indicator& indicator = rules_.indicators[known->second];
    key.unit = indicator.units.front();
    const auto& implied = indicator.implied_scopes;
    if (std::find(implied.begin(), implied.end(), key.scope) != implied.end()) key.scope.clear();
    if (!IsAnyOf(options_.indicators, figure.indicator)) return std::nullopt;
  } else {
    if (!options_.all_labels || !options_.indicators.empty() || figure.label.empty()) return std::nullopt;
    key.indicator = static_cast<uint32_t>(rules_.indicators.size());
    key.label = folder_.Key(figure.label, report.unit_name);
    key.kind = figure.kind;
    key.unit = figure.unit;
  }
  if (!IsAnyOf(options_.scopes, key.scope)) return std::nullopt;
  return key;
}

// By its name with its level or without, in any case.
bool Comparer::IsAskedFor(const ComparedReport& report) const {
  if (options_.units.empty()) return true;
  const std::string name = LowerCase(report.unit_name);
  return std::any_of(options_.units.begin(), options_.units.end(), [&](const std::string& asked) {
    const std::string wanted = LowerCase(NormaliseText(asked));
    return !name.empty() && (wanted == name || LowerCase(report.unit_level) + " " + wanted == name);
  });
}

std::string Comparer::WholeOf(const Observation& figure, const RowKey& row, const ComparedReport& report) {
  if (row.indicator == rules_.indicators.size()) return {};
  const auto& wholes = rules_.indicators[row.indicator].wholes;
  if (wholes.empty()) return {};
  const std::string label = folder_.Fold(figure.label, report.unit_name);
  for (const auto& [name, pattern] : wholes) {
    std::unique_ptr<RE2>& compiled = wholes_[pattern];
    if (compiled == nullptr) compiled = std::make_unique<RE2>(pattern);
    if (RE2::PartialMatch(label, *compiled)) return name;
  }
  return {};
}

// A period of whole months has a column of its own; one that was cut off somewhere stands with the report's.
DaySpan ColumnOf(const DaySpan& period, const DaySpan& report) {
  if (period.start.empty() || period == report || IsWholeMonths(period)) return period;
  if (IsWithin(period, report)) return report;
  const DaySpan year = YearOf(period);
  return year.start.empty() ? period : year;
}

void Comparer::Add(const Observation& figure) {
  const ComparedReport& report = observations_.reports[figure.report];
  if (!IsValue(figure.role) || !IsAskedFor(report)) return;
  const std::optional<RowKey> row = RowOf(figure, report);
  if (!row) return;
  // A period without a year ("--06") says nothing to someone who has not the report at hand.
  const DaySpan period = IsFull(figure.period) ? figure.period : report.period;
  const bool asked =
      options_.periods.empty() || std::any_of(options_.periods.begin(), options_.periods.end(),
                                              [&](const DaySpan& outer) { return IsWithin(period, outer); });
  if (!asked) return;
  CellDraft& draft = drafts_[{*row, registry_.KeyOf(report), period}];
  // Of several reports the widest heading, so that it does not depend on their order.
  const DaySpan column = ColumnOf(period, report.period);
  const bool wider =
      DayCount(column) != DayCount(draft.column) ? DayCount(column) > DayCount(draft.column) : column < draft.column;
  if (draft.statements.empty() || wider) draft.column = column;
  draft.statements.push_back({figure.value, figure.value_max, figure.qualifier, WholeOf(figure, *row, report),
                              figure.report, figure.line, figure.column});
  draft.labels.insert(figure.label);
}

void Comparer::DropRareRows() {
  std::map<RowKey, std::set<uint32_t>> reports;
  for (const auto& [key, draft] : drafts_) {
    for (const Statement& statement : draft.statements) reports[key.row].insert(statement.report);
  }
  std::erase_if(drafts_, [&](const auto& entry) { return reports[entry.first.row].size() < options_.min_reports; });
}

ComparedRow Comparer::RowFor(const RowKey& key, const std::set<std::string>& labels) const {
  ComparedRow row;
  row.scope = key.scope;
  row.unit = key.unit;
  row.kind = key.kind;
  if (key.indicator == rules_.indicators.size()) {
    // The shortest wording says it best; the first of these in any order of the reports.
    row.name = *std::min_element(labels.begin(), labels.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return row;
  }
  const Indicator& indicator = rules_.indicators[key.indicator];
  row.indicator = indicator.id;
  row.name = indicator.name;
  row.english = indicator.english;
  row.kind = indicator.kinds.front();
  row.better = indicator.better;
  return row;
}

void Comparer::MakeRows() {
  std::map<RowKey, std::set<std::string>> labels;
  std::map<RowKey, std::set<uint32_t>> reports;
  for (const auto& [key, draft] : drafts_) {
    labels[key.row].insert(draft.labels.begin(), draft.labels.end());
    for (const Statement& statement : draft.statements) reports[key.row].insert(statement.report);
  }
  std::vector<std::pair<RowKey, ComparedRow>> rows;
  rows.reserve(labels.size());
  for (const auto& [key, names] : labels) rows.emplace_back(key, RowFor(key, names));
  const auto by_name = [](const auto& a, const auto& b) {
    return std::pair(LowerCase(a.second.name), a.second.scope) < std::pair(LowerCase(b.second.name), b.second.scope);
  };
  const auto by_reports = [&](const auto& a, const auto& b) {
    return reports[a.first].size() > reports[b.first].size();
  };
  if (options_.sort == CompareSort::kName) std::stable_sort(rows.begin(), rows.end(), by_name);
  if (options_.sort == CompareSort::kReports) std::stable_sort(rows.begin(), rows.end(), by_reports);
  for (auto& [key, row] : rows) {
    rows_[key] = static_cast<uint32_t>(comparison_.rows.size());
    comparison_.rows.push_back(std::move(row));
  }
}

void Comparer::MakeUnits() {
  std::set<UnitRegistry::Key> found;
  for (const auto& [key, draft] : drafts_) found.insert(key.unit);
  const std::vector<UnitRegistry::Key> keys(found.begin(), found.end());
  comparison_.units = UnitRegistry::Shown(keys);
  for (const UnitRegistry::Key& key : keys) units_[key] = static_cast<uint32_t>(units_.size());
}

void Comparer::MakeCells() {
  for (auto& entry : drafts_) {
    const CellKey& key = entry.first;
    CellDraft& draft = entry.second;
    Order(draft.statements, key.period, comparison_.reports);
    ComparedCell cell;
    cell.row = rows_[key.row];
    cell.unit = units_[key.unit];
    cell.period = key.period;
    cell.column = draft.column;
    cell.conflict = !std::all_of(draft.statements.begin(), draft.statements.end(),
                                 [&](const Statement& other) { return Agree(other, draft.statements.front()); });
    cell.statements = std::move(draft.statements);
    comparison_.cells.push_back(std::move(cell));
  }
  const auto place = [](const ComparedCell& cell) { return std::tie(cell.row, cell.unit, cell.period); };
  std::sort(comparison_.cells.begin(), comparison_.cells.end(),
            [&](const ComparedCell& a, const ComparedCell& b) { return place(a) < place(b); });
}

void Comparer::MarkRows() {
  struct Seen {
    std::set<std::string> wholes;
    bool whole_years = false, parts = false;
  };
  std::vector<Seen> seen(comparison_.rows.size());
  for (const ComparedCell& cell : comparison_.cells) {
    Seen& row = seen[cell.row];
    for (const Statement& statement : cell.statements) row.wholes.insert(statement.whole);
    if (cell.period.start.empty()) continue;
    (IsWholeYears(cell.period) ? row.whole_years : row.parts) = true;
  }
  for (size_t i = 0; i < seen.size(); ++i) {
    comparison_.rows[i].whole_differs = seen[i].wholes.size() > 1;
    comparison_.rows[i].length_differs = seen[i].whole_years && seen[i].parts;
  }
}

void Comparer::NoteReorganisations() {
  for (const Reorganisation& change : rules_.reorganisations) {
    bool before = false, after = false;
    for (const ComparedCell& cell : comparison_.cells) {
      if (cell.period.start.empty()) continue;
      before = before || cell.period.start < change.day;
      after = after || cell.period.end >= change.day;
    }
    if (!before || !after) continue;
    comparison_.notes.push_back("the comparison spans " + change.day +
                                ", when administrative units were redrawn: a unit is not the one of its name before");
  }
}

}  // namespace

Comparison Compare(const Observations& observations, const RuleSet& rules, const CompareOptions& options) {
  return Comparer(observations, rules, options).Run();
}

}  // namespace soat
