// Whether a row of a table reaches its target.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "relations/finding_list.h"
#include "relations/indicator_groups.h"

namespace soat {

/// A row with a target and a result. Spans are of Document::text.
struct TargetRow {
  Span label, target, result;  ///< the cells; a result may run over the rows that continue this one
  Span names;                  ///< from the first cell to the end of the label: the group of the row is named there
  uint32_t target_figure = kNoIndex, result_figure = kNoIndex;
};

/// How sure it is that a row reaches its target.
enum class Reached : uint8_t { kUnknown, kYes, kNo };
struct RowJudgement {
  Reached reached = Reached::kUnknown;
  bool by_words = false;  ///< "Có", "Chưa có": less sure than numbers
};

/// The one column of a role; nothing when there are none or several.
std::optional<uint32_t> OnlyColumn(const Table& table, ColumnRole role);

/// The row of a table that has one column for targets and one for results; nothing when a cell is missing, or the
/// result is of a shorter time than the target.
std::optional<TargetRow> ReadTargetRow(const FindingList& found, const RelationRule& rule, const Table& table,
                                       uint32_t row);

/// Words of the rule or of all rules: less_is_better, result_yes, result_no, result_open.
RowJudgement JudgeRow(const FindingList& found, const RelationRule& rule, const TargetRow& row);

/// target_verdict: adds what a claim says of a row against what its cells say.
/// \param claim  the words that claim it
void AddTargetVerdict(FindingList& found, uint32_t rule, const TargetRow& row, RowJudgement judgement, Claim claim,
                      Span words);

/// target_verdict: rows of tables that have a column of verdicts ("Đạt", "Chưa đạt").
void FindRowVerdicts(FindingList& found, uint32_t rule);

}  // namespace soat
