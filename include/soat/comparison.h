// Figures of many reports side by side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "soat/figure.h"
#include "soat/indicator.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// Days, ISO; both empty when it is not known.
struct DaySpan {
  std::string start, end;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
  friend auto operator<=>(const DaySpan&, const DaySpan&) = default;
};

/// A report as comparisons know it.
struct ComparedReport {
  std::string path, sha256;
  std::string unit_name, unit_level, province;
  std::string number, date, title, status;
  DaySpan period;
};

/// A figure with a value, of one of the reports.
struct Observation {
  uint32_t report = 0;  ///< index into Observations::reports
  uint32_t line = 0, column = 0;
  FigureKind kind = FigureKind::kCount;
  Decimal value;  ///< of a ratio its numerator
  std::optional<Decimal> value_max;
  Qualifier qualifier = Qualifier::kNone;
  FigureRole role = FigureRole::kNone;
  DaySpan period;  ///< its own; empty: the report's
  std::string unit, label, indicator, scope;
};

struct Observations {
  std::vector<ComparedReport> reports;
  std::vector<Observation> figures;
};

/// Adds the records of `soat extract --format ndjson`, one a line; those without a value are passed over.
/// \param name  of the file, for errors
/// \error kInput: a line is no such record
Status ReadRecords(const std::string& name, std::string_view text, Observations& observations);

/// In which order rows stand. Rules: as the indicators do in the rules, then labels by name.
enum class CompareSort : uint8_t { kRules, kName, kReports };

struct CompareOptions {
  std::vector<std::string> indicators{};  ///< ids; empty: all
  std::vector<std::string> scopes{};      ///< "" is what has none; empty: all
  std::vector<std::string> units{};       ///< "huyện X" or "X"; empty: all
  std::vector<DaySpan> periods{};         ///< values of a period within one of them; empty: all
  bool all_labels = false;                ///< also what no indicator knows, by its label
  uint32_t min_reports = 1;               ///< rows that fewer reports state are left out
  CompareSort sort = CompareSort::kRules;
};

/// Who reports. Units of one name in two provinces, or before and after a reorganisation, are two.
struct ComparedUnit {
  std::string name;      ///< of the unit; of a report that does not say, its path
  std::string province;  ///< may be empty
  std::string shown;     ///< name, with what tells it from others of the name in this comparison
};

/// What one report states at one place.
struct Statement {
  Decimal value;
  std::optional<Decimal> value_max;
  Qualifier qualifier = Qualifier::kNone;
  std::string whole;  ///< what a percentage is of, when the label says it
  uint32_t report = 0, line = 0, column = 0;
};

/// The change from an earlier period of the same length.
struct Change {
  DaySpan from;
  Decimal difference;
  std::optional<Decimal> percent;  ///< of the earlier value, rounded half up to two digits; none when that is zero
};

/// What is stated of one indicator, unit and period.
struct ComparedCell {
  uint32_t row = 0, unit = 0;
  DaySpan period;
  DaySpan column;  ///< the period under whose heading it stands: its own, or the report's where its own is cut off
  std::vector<Statement> statements;  ///< the first is the one that counts
  bool conflict = false;              ///< the statements do not agree
  std::optional<uint32_t> rank;       ///< among the units with a value of this period; 1 is the best
  std::optional<Change> change;
};

struct ComparedRow {
  std::string indicator;  ///< its id; empty for a label
  std::string name, english;
  std::string scope, unit;
  FigureKind kind = FigureKind::kCount;
  BetterDirection better = BetterDirection::kNone;
  bool whole_differs = false;   ///< percentages of different wholes stand in it
  bool length_differs = false;  ///< values of whole years and of parts of years stand in it
};

struct Comparison {
  std::vector<ComparedReport> reports;
  std::vector<ComparedRow> rows;
  std::vector<ComparedUnit> units;  ///< in the order in which they are shown
  std::vector<ComparedCell> cells;  ///< by row, unit, period
  std::vector<std::string> notes;   ///< what a reader has to know: copies left out, a reorganisation in between
};

/// Puts the figures side by side. The order of the observations does not matter.
Comparison Compare(const Observations& observations, const RuleSet& rules, const CompareOptions& options);

/// "2023", "2021-2023", "2023-H1", "2023-Q3", "2023-06", "2023-01..2023-09" (whole months), else "start..end".
std::string PeriodName(const DaySpan& period);
/// What PeriodName gives, or ISO days with ".." between them. Nothing when it is neither.
std::optional<DaySpan> ParsePeriodName(std::string_view name);

}  // namespace soat
