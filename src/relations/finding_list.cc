#include "relations/finding_list.h"

#include <algorithm>
#include <utility>

#include "context/document_context.h"
#include "figures/lexicon.h"

namespace soat {
namespace {

/// What relations are sorted by: their spans, and of one span the order in which they were found.
struct Key {
  uint64_t span;
  uint32_t index;
  friend bool operator<(const Key& a, const Key& b) { return a.span != b.span ? a.span < b.span : a.index < b.index; }
};

Key KeyOf(Span span, uint32_t index) { return {uint64_t{span.begin} << 32U | span.end, index}; }

bool Names(const RelationRule& rule, const RelationRule& other) {
  return std::find(rule.also.begin(), rule.also.end(), other.id) != rule.also.end();
}

// Both may see the same figures under one check. A rule may see a thing twice.
bool MayBothSee(const RuleSet& rules, uint32_t first, uint32_t second) {
  if (first == second) return true;
  const RelationRule &a = rules.relation_rules[first], &b = rules.relation_rules[second];
  return Names(a, b) || Names(b, a);
}

}  // namespace

void SeenRelations::Add(CheckKind check, uint32_t rule) {
  std::sort(figures_.begin() + end_, figures_.end());
  seen_.push_back({end_, static_cast<uint32_t>(figures_.size()) - end_, rule, check});
  end_ = static_cast<uint32_t>(figures_.size());
}

uint32_t SeenRelations::FirstLikeLast() {
  const auto last = static_cast<uint32_t>(seen_.size()) - 1;
  OfCheck& known = checks_[static_cast<size_t>(seen_[last].check)];
  if (known.rule == kNoIndex) known.rule = seen_[last].rule;
  if (!known.several && known.rule == seen_[last].rule) return last;
  if (!known.several) {
    known.several = true;
    for (uint32_t i = 0; i < last; ++i) {
      if (seen_[i].check == seen_[last].check) FirstLike(i);
    }
  }
  return FirstLike(last);
}

uint32_t SeenRelations::FirstLike(uint32_t relation) {
  if (seen_[relation].size == 0) return relation;
  for (uint64_t hash = HashOf(seen_[relation]);; ++hash) {
    const uint32_t known = index_.FindOrInsert(std::max<uint64_t>(hash, 1), relation);
    if (known == relation || AreSame(seen_[known], seen_[relation])) return known;
  }
}

SeenRelations::Figures SeenRelations::FiguresOf(const Seen& relation) const {
  return Figures(figures_).subspan(relation.begin, relation.size);
}

uint64_t SeenRelations::HashOf(const Seen& relation) const {
  auto hash = static_cast<uint64_t>(relation.check);
  for (const uint32_t figure : FiguresOf(relation)) hash = WithWord(hash, figure);
  return hash;
}

bool SeenRelations::AreSame(const Seen& a, const Seen& b) const {
  const Figures first = FiguresOf(a), second = FiguresOf(b);
  return a.check == b.check && std::equal(first.begin(), first.end(), second.begin(), second.end());
}

const std::vector<FigureKind>& FindingList::kinds() {
  if (kinds_.size() == analysis.figures.size()) return kinds_;
  kinds_.reserve(analysis.figures.size());
  for (const Figure& figure : analysis.figures) kinds_.push_back(figure.kind);
  return kinds_;
}

const Figure& FindingList::WithContext(uint32_t figure) const {
  if (context != nullptr) context->ReadAround(figure);
  return analysis.figures[figure];
}

void FindingList::Add(Relation relation) {
  for (const Operand& operand : relation.operands) {
    for (const OperandValue& value : operand.values) {
      if (value.figure != kNoIndex) seen_.AddFigure(value.figure);
    }
  }
  if (!IsFirstSeen(relation)) return;
  if (Keeps(relation))
    relations_.push_back(std::move(relation));
  else
    Count(relation);
}

bool FindingList::CountIfHeld(const Relation& relation, std::span<const uint32_t> figures) {
  if (Keeps(relation)) return false;
  for (const uint32_t figure : figures) seen_.AddFigure(figure);
  if (IsFirstSeen(relation)) Count(relation);
  return true;
}

bool FindingList::IsFirstSeen(const Relation& relation) {
  seen_.Add(relation.check, relation.rule);
  return MayBothSee(rules, seen_.rule(seen_.FirstLikeLast()), relation.rule);
}

std::vector<Relation> FindingList::Take() {
  std::vector<Key> order;
  order.reserve(relations_.size());
  for (uint32_t i = 0; i < relations_.size(); ++i) order.push_back(KeyOf(relations_[i].span, i));
  std::sort(order.begin(), order.end());
  std::vector<Relation> sorted;
  sorted.reserve(order.size());
  for (const Key& key : order) sorted.push_back(std::move(relations_[key.index]));
  relations_.clear();
  return sorted;
}

Operand ValueOperand(std::string role, OperandValue value) { return {std::move(role), false, std::move(value)}; }

Operand FigureOperand(std::string role, const Analysis& analysis, uint32_t figure, const Decimal& number) {
  return ValueOperand(std::move(role), {number, {}, analysis.figures[figure].span, figure});
}

Operand TextOperand(std::string role, std::string text, Span span) {
  return ValueOperand(std::move(role), {std::nullopt, std::move(text), span, kNoIndex});
}

Operand NumberOperand(std::string role, const Decimal& number, Span span) {
  return ValueOperand(std::move(role), {number, {}, span, kNoIndex});
}

}  // namespace soat
