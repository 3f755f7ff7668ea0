// What the finders share: the report that is checked, and the relations found so far.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

struct Citation;
struct IndicatorGroup;
/// What was read of a report, by the lists of words with which it was read.
template <typename Read>
using ByWords = std::map<std::array<const std::vector<std::string>*, 4>, std::shared_ptr<const std::vector<Read>>>;

class GroupMatcher;
class NumberGrid;

/// The report under check with what was found in it.
class FindingList {
 public:
  FindingList(const Document& report, const Analysis& read, const RuleSet& rule_set)
      : document(report), analysis(read), rules(rule_set) {}

  const Document& document;
  const Analysis& analysis;  ///< without relations yet
  const RuleSet& rules;

  /// What ReadCitations, ReadIndicatorGroups, the finders of rows of indicators and GridOf made already.
  ByWords<Citation> citations;
  ByWords<IndicatorGroup> indicator_groups;
  std::map<const std::vector<std::string>*, std::shared_ptr<GroupMatcher>> matchers;  ///< by stop words
  std::map<const Table*, std::shared_ptr<const NumberGrid>> grids;

  void Add(Relation relation) { relations_.push_back(std::move(relation)); }
  void CountUndecided(CheckKind check) { ++undecided_[static_cast<size_t>(check)]; }

  const std::vector<Relation>& relations() const { return relations_; }
  const UndecidedCounts& undecided() const { return undecided_; }
  /// The relations by span; of one span in the order in which they were found. Of those between the same figures under
  /// the same check only those of the rule that saw them first are left, and those of rules that may see them as well
  /// (RelationRule::also).
  std::vector<Relation> Take();

 private:
  std::vector<Relation> relations_;
  UndecidedCounts undecided_{};
};

/// The operands of a relation, moved to where a list in braces would copy them.
template <typename... More>
std::vector<Operand> Operands(More... operands) {
  std::vector<Operand> list;
  list.reserve(sizeof...(operands));
  (list.push_back(std::move(operands)), ...);
  return list;
}
/// An operand of one value.
Operand ValueOperand(std::string role, OperandValue value);
/// An operand that is a figure, with its number.
Operand FigureOperand(std::string role, const Analysis& analysis, uint32_t figure, const Decimal& number);
/// An operand that is words or was counted; its span may be empty.
Operand TextOperand(std::string role, std::string text, Span span);
Operand NumberOperand(std::string role, const Decimal& number, Span span);

}  // namespace soat
