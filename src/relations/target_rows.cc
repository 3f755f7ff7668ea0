#include "relations/target_rows.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "identity/words.h"
#include "relations/rule_words.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

// Of the cells of a column of verdicts that are not empty, so many in ten are verdicts.
constexpr size_t kVerdictsInTen = 7;
constexpr uint32_t kShortCell = 40;  // bytes

/// The first figure with a value in a cell; kNoIndex when there is none.
uint32_t FigureIn(const Analysis& analysis, Span cell) {
  const auto first = std::lower_bound(analysis.figures.begin(), analysis.figures.end(), cell.begin,
                                      [](const Figure& figure, uint32_t begin) { return figure.span.begin < begin; });
  for (auto figure = first; figure != analysis.figures.end() && figure->span.end <= cell.end; ++figure) {
    if (figure->value || figure->numerator) return static_cast<uint32_t>(figure - analysis.figures.begin());
  }
  return kNoIndex;
}

/// A value as a fraction: a ratio beside a percentage counts in percent.
struct Fraction {
  Decimal numerator, denominator;
};
std::optional<Fraction> FractionOf(const Figure& figure, bool in_percent) {
  if (figure.value) return Fraction{*figure.value, {1, 0}};
  if (!figure.numerator || !figure.denominator || figure.denominator->coefficient <= 0) return std::nullopt;
  return Fraction{in_percent ? Shifted(*figure.numerator, 2) : *figure.numerator, *figure.denominator};
}

/// -1, 0, 1: result against target; nothing when they cannot be compared.
std::optional<int> CompareCells(const Figure& result, const Figure& target) {
  const bool ratios = result.numerator && target.numerator;
  const bool percent = result.kind == FigureKind::kPercent || target.kind == FigureKind::kPercent;
  if ((result.numerator || target.numerator) && !ratios && !percent) return std::nullopt;
  if (result.value_max || target.value_max) return std::nullopt;
  const std::optional<Fraction> a = FractionOf(result, !ratios), b = FractionOf(target, !ratios);
  if (!a || !b) return std::nullopt;
  const std::optional<Decimal> left = Multiply(a->numerator, b->denominator);
  const std::optional<Decimal> right = Multiply(b->numerator, a->denominator);
  if (!left || !right) return std::nullopt;
  return Compare(*left, *right);
}

bool IsLess(Qualifier qualifier) { return qualifier == Qualifier::kUnder || qualifier == Qualifier::kMax; }
bool IsMore(Qualifier qualifier) { return qualifier == Qualifier::kOver || qualifier == Qualifier::kMin; }

/// By numbers. "Trên 60%" reaches 60%, "gần 100%" does not reach 100%.
Reached JudgeNumbers(const Figure& result, const Figure& target, bool less_is_better) {
  const std::optional<int> order = CompareCells(result, target);
  if (!order) return Reached::kUnknown;
  const bool less = less_is_better || IsLess(target.qualifier);
  const int side = less ? -*order : *order;  // 1: better than the target
  const bool vague_up = less ? IsLess(result.qualifier) : IsMore(result.qualifier);
  const bool vague_down =
      less ? IsMore(result.qualifier) : IsLess(result.qualifier) || result.qualifier == Qualifier::kNear;
  if (result.qualifier == Qualifier::kAbout)
    return side == 0 ? Reached::kUnknown : side > 0 ? Reached::kYes : Reached::kNo;
  if (vague_up) return side >= 0 ? Reached::kYes : Reached::kUnknown;
  if (vague_down) return side > 0 ? Reached::kUnknown : Reached::kNo;
  return side >= 0 ? Reached::kYes : Reached::kNo;
}

/// Where the words of a cell begin, behind the mark of a list.
size_t WordsBegin(std::string_view key, Span cell) {
  size_t at = cell.begin;
  while (at < cell.end && (key[at] == ' ' || key[at] == '-' || key[at] == '*' || key[at] == '+')) ++at;
  return at;
}

Reached JudgeWords(const FindingList& found, const RelationRule& rule, Span cell, bool& open) {
  const std::string_view key = found.document.key;
  const size_t at = WordsBegin(key, cell);
  const size_t no = PhraseAt(key, at, WordsOf(found.rules, rule, "result_no"));
  const size_t yes = PhraseAt(key, at, WordsOf(found.rules, rule, "result_yes"));
  const size_t under_way = PhraseAt(key, at, WordsOf(found.rules, rule, "result_open"));
  open = under_way > 0 && under_way >= std::max(no, yes);
  if (open || no > yes) return Reached::kNo;
  return yes > 0 ? Reached::kYes : Reached::kUnknown;
}

/// The header of the results names a span of time that the header of the targets does not.
bool IsShorterTime(const FindingList& found, const RelationRule& rule, const Column& target, const Column& result) {
  const std::vector<std::string>& spans = WordsOf(found.rules, rule, "part_years");
  const auto names = [&](Span header) {
    return FindPhrase(found.document.key, header.begin, header.end, spans) != std::string_view::npos;
  };
  return names(result.header) && !names(target.header);
}

/// The words of a rule that claim that a target was reached, or was not.
struct ClaimWords {
  ClaimWords(const FindingList& found, const RelationRule& rule)
      : done(WordsOf(found.rules, rule, "done")), not_done(WordsOf(found.rules, rule, "not_done")) {}

  const std::vector<std::string>&done, &not_done;
};

/// The claim that a cell consists of, a remark in brackets aside.
Claim ClaimOfCell(std::string_view key, const ClaimWords& claims, Span cell, Span& words) {
  const size_t at = WordsBegin(key, cell);
  const size_t no = PhraseAt(key, at, claims.not_done);
  const size_t yes = PhraseAt(key, at, claims.done);
  const size_t size = std::max(no, yes);
  if (size == 0) return Claim::kNone;
  size_t end = at + size;
  while (end < cell.end && key[end] == ' ') ++end;
  if (end < cell.end && std::string_view(".;,(*").find(key[end]) == std::string_view::npos) return Claim::kNone;
  words = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size)};
  return no > yes ? Claim::kNotDone : Claim::kDone;
}

/// The column whose cells are verdicts.
std::optional<uint32_t> VerdictColumn(std::string_view key, const ClaimWords& claims, const Table& table) {
  for (uint32_t column = 0; column < table.columns.size(); ++column) {
    const ColumnRole role = table.columns[column].role;
    if (role == ColumnRole::kTarget || role == ColumnRole::kResult || role == ColumnRole::kLabel) continue;
    size_t filled = 0, verdicts = 0;
    for (const Row& row : table.rows) {
      if (row.header || column >= row.cells.size() || row.cells[column].size() == 0) continue;
      Span words;
      ++filled;
      verdicts += ClaimOfCell(key, claims, row.cells[column], words) != Claim::kNone ? 1 : 0;
    }
    if (verdicts > 0 && verdicts * 10 >= filled * kVerdictsInTen) return column;
  }
  return std::nullopt;
}

/// A cell as an operand: its number, shown with the words around it when they are few, or its words.
Operand CellOperand(std::string role, const FindingList& found, uint32_t figure, Span cell, bool by_words) {
  cell.begin = static_cast<uint32_t>(WordsBegin(found.document.key, cell));
  if (by_words || figure == kNoIndex || !found.analysis.figures[figure].value)
    return TextOperand(std::move(role), std::string(found.document.Quote(cell)), cell);
  Operand operand = FigureOperand(std::move(role), found.analysis, figure, *found.analysis.figures[figure].value);
  if (cell.size() <= kShortCell) operand.values.front().span = cell;
  return operand;
}

// The only column of labels, or of two the one nearest before the targets: the first has the names of groups.
std::optional<uint32_t> LabelBefore(const Table& table, uint32_t target) {
  for (uint32_t column = target; column-- > 0;) {
    if (table.columns[column].role == ColumnRole::kLabel) return column;
  }
  return OnlyColumn(table, ColumnRole::kLabel);
}

}  // namespace

std::optional<uint32_t> OnlyColumn(const Table& table, ColumnRole role) {
  std::optional<uint32_t> only;
  for (uint32_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].role != role) continue;
    if (only) return std::nullopt;
    only = column;
  }
  return only;
}

std::optional<TargetRow> ReadTargetRow(const FindingList& found, const RelationRule& rule, const Table& table,
                                       uint32_t row_index) {
  const std::optional<uint32_t> target = OnlyColumn(table, ColumnRole::kTarget);
  const std::optional<uint32_t> result = OnlyColumn(table, ColumnRole::kResult);
  const std::optional<uint32_t> label = target ? LabelBefore(table, *target) : std::nullopt;
  const Row& row = table.rows[row_index];
  if (!target || !result || !label || row.header || row.continued) return std::nullopt;
  if (row.cells.size() <= std::max({*target, *result, *label})) return std::nullopt;
  if (IsShorterTime(found, rule, table.columns[*target], table.columns[*result])) return std::nullopt;
  TargetRow read;
  read.label = row.cells[*label];
  read.names = {row.cells.front().begin, read.label.end};
  read.target = row.cells[*target];
  read.result = row.cells[*result];
  if (read.result.size() == 0) return std::nullopt;
  read.target_figure = FigureIn(found.analysis, read.target);
  read.result_figure = FigureIn(found.analysis, read.result);
  return read;
}

RowJudgement JudgeRow(const FindingList& found, const RelationRule& rule, const TargetRow& row) {
  const std::string_view key = found.document.key;
  RowJudgement judgement;
  bool open = false;
  const Reached by_words = JudgeWords(found, rule, row.result, open);
  if (row.target_figure != kNoIndex && row.result_figure != kNoIndex && by_words != Reached::kNo) {
    const auto names = [&](const std::vector<std::string>& words) {
      return FindPhrase(key, row.names.begin, row.names.end, words) != std::string_view::npos;
    };
    const Figure& target = found.analysis.figures[row.target_figure];
    const bool less = names(WordsOf(found.rules, rule, "less_is_better"));
    if (!less && target.qualifier == Qualifier::kNone && names(WordsOf(found.rules, rule, "may_be_less")))
      return judgement;
    judgement.reached = JudgeNumbers(found.analysis.figures[row.result_figure], target, less);
    return judgement;
  }
  // "Có" says nothing against a target that is a number.
  if (row.target_figure != kNoIndex && by_words == Reached::kYes) return judgement;
  judgement.reached = by_words;
  judgement.by_words = open || by_words == Reached::kYes;
  return judgement;
}

void AddTargetVerdict(FindingList& found, uint32_t rule, const TargetRow& row, RowJudgement judgement, Claim claim,
                      Span words) {
  if (claim == Claim::kNone) return;
  if (judgement.reached == Reached::kUnknown) return found.CountUndecided(CheckKind::kTargetVerdict);
  const bool agree = (judgement.reached == Reached::kYes) == (claim == Claim::kDone);
  Relation relation;
  relation.check = found.rules.relation_rules[rule].check;
  relation.verdict = agree ? Verdict::kOk : Verdict::kConflict;
  relation.severity = agree                ? Severity::kOk
                      : judgement.by_words ? Severity::kNote
                                           : found.rules.relation_rules[rule].severity;
  relation.rule = rule;
  relation.span = row.result;
  // A target that no cell gives stands in the name of the indicator ("Có trung tâm điều hành").
  const Span target = row.target.size() > 0 ? row.target : row.label;
  relation.operands = Operands(CellOperand("actual", found, row.result_figure, row.result, judgement.by_words),
                               CellOperand("target", found, row.target_figure, target, false),
                               TextOperand("claim", std::string(found.document.Quote(words)), words));
  found.Add(std::move(relation));
}

void FindRowVerdicts(FindingList& found, uint32_t rule_index) {
  const RelationRule& rule = found.rules.relation_rules[rule_index];
  const ClaimWords claims(found, rule);
  for (const Table& table : found.analysis.structure.tables) {
    if (!OnlyColumn(table, ColumnRole::kTarget) || !OnlyColumn(table, ColumnRole::kResult)) continue;
    const std::optional<uint32_t> column = VerdictColumn(found.document.key, claims, table);
    if (!column) continue;
    for (uint32_t i = 0; i < table.rows.size(); ++i) {
      const std::optional<TargetRow> row = ReadTargetRow(found, rule, table, i);
      if (!row || *column >= table.rows[i].cells.size()) continue;
      Span words;
      const Claim claim = ClaimOfCell(found.document.key, claims, table.rows[i].cells[*column], words);
      AddTargetVerdict(found, rule_index, *row, JudgeRow(found, rule, *row), claim, words);
    }
  }
}

}  // namespace soat
