// What the finders share: the report that is checked, and the relations found so far.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figures/hash_index.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/held_relations.h"
#include "soat/rule.h"

namespace soat {

struct Citation;
class DocumentContext;
class FigureIndicators;
struct IndicatorGroup;
/// What was read of a report, by the lists of words with which it was read.
template <typename Read>
using ByWords = std::map<std::array<const std::vector<std::string>*, 4>, std::shared_ptr<const std::vector<Read>>>;

class GroupMatcher;
class NumberGrid;

/// Relations as they are told apart: by their checks and the figures that they are between.
class SeenRelations {
 public:
  /// A figure of the relation that is added next; figures are added in any order.
  void AddFigure(uint32_t figure) { figures_.push_back(figure); }
  void Add(CheckKind check, uint32_t rule);

  /// The first one added that is the same as the last one, or the last one itself; also when it is between no figures,
  /// and when all under its check are of one rule.
  /// REQUIRES: asked once for each that is added
  uint32_t FirstLikeLast();
  uint32_t rule(uint32_t relation) const { return seen_[relation].rule; }

 private:
  struct Seen {
    uint32_t begin, size;  // of its figures, sorted
    uint32_t rule;
    CheckKind check;
  };
  /// What was added under one check.
  struct OfCheck {
    uint32_t rule = kNoIndex;  // of the first one
    bool several = false;      // rules; until there are, nothing is entered in the index
  };
  using Figures = std::span<const uint32_t>;
  uint32_t FirstLike(uint32_t relation);
  Figures FiguresOf(const Seen& relation) const;
  uint64_t HashOf(const Seen& relation) const;
  bool AreSame(const Seen& a, const Seen& b) const;

  std::vector<Seen> seen_;
  std::vector<uint32_t> figures_;  // of all
  uint32_t end_ = 0;               // of those of the last one
  std::array<OfCheck, kCheckKindCount> checks_{};
  HashIndex index_{TableRoom::kNarrow};  // of seen_
};

/// The report under check with what was found in it.
class FindingList {
 public:
  /// \param use  of the relations that hold
  /// \param held  where they are counted; null unless they are
  FindingList(const Document& report, const Analysis& read, const RuleSet& rule_set, HeldUse use = HeldUse::kKeep,
              HeldRelations* held = nullptr)
      : document(report), analysis(read), rules(rule_set), use_(use), held_(held) {}

  const Document& document;
  const Analysis& analysis;  ///< without relations yet
  const RuleSet& rules;
  /// Of the figures; set by who has finders that ask for them.
  DocumentContext* context = nullptr;
  FigureIndicators* indicators = nullptr;

  /// A figure with its label, scope, role and own period.
  const Figure& WithContext(uint32_t figure) const;

  /// The kinds of the figures: who looks for one of a kind need not look at the others.
  const std::vector<FigureKind>& kinds();

  /// What ReadCitations, ReadIndicatorGroups, the finders of rows of indicators and GridOf made already.
  ByWords<Citation> citations;
  ByWords<IndicatorGroup> indicator_groups;
  std::map<const std::vector<std::string>*, std::shared_ptr<GroupMatcher>> matchers;  ///< by stop words
  std::map<const Table*, std::shared_ptr<const NumberGrid>> grids;

  /// Whether anybody asks for relations that hold. Otherwise a finder need not look for what can only hold, as long as
  /// no other rule may see the same under its check.
  bool SeeksHeld() const { return use_ != HeldUse::kLeaveOut; }

  /// Adds a relation. Of those between the same figures under the same check only those of the rule that saw them first
  /// are taken, and those of rules that may see them as well (RelationRule::also).
  void Add(Relation relation);
  /// Does what Add does when the relation holds and those are not kept: then it needs neither its operands nor the
  /// difference.
  /// \param figures  those of the operands that it would have
  /// \return whether that was done; else it is to be completed and added
  bool CountIfHeld(const Relation& relation, std::span<const uint32_t> figures);
  void CountUndecided(CheckKind check) { ++undecided_[static_cast<size_t>(check)]; }

  const UndecidedCounts& undecided() const { return undecided_; }
  /// The relations by span; of one span in the order in which they were found.
  std::vector<Relation> Take();

 private:
  bool Keeps(const Relation& relation) const { return use_ == HeldUse::kKeep || relation.severity != Severity::kOk; }
  void Count(const Relation& relation) const {
    if (held_ != nullptr) held_->Count(relation);
  }
  bool IsFirstSeen(const Relation& relation);

  std::vector<FigureKind> kinds_;  // once they were asked for
  std::vector<Relation> relations_;
  SeenRelations seen_;
  const HeldUse use_;
  HeldRelations* const held_;
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
