#include "relations/finding_list.h"

#include <algorithm>
#include <span>
#include <utility>

#include "figures/hash_index.h"
#include "figures/lexicon.h"

namespace soat {

namespace {

/// Relations under the same check between the same figures: what is seen in two ways is one relation.
class SeenRelations {
 public:
  explicit SeenRelations(const std::vector<Relation>& relations) : relations_(relations) {
    keys_.reserve(relations.size() + 1);
    keys_.push_back(0);
  }

  /// The first of those taken so far that is the same, or the relation itself; also when it is between no figures.
  /// REQUIRES: each relation is taken once, in order
  uint32_t Take(uint32_t relation) {
    AppendFigures(relations_[relation]);
    keys_.push_back(static_cast<uint32_t>(figures_.size()));
    if (FiguresOf(relation).empty()) return relation;
    for (uint64_t hash = HashOf(relation);; ++hash) {
      const uint32_t known = index_.FindOrInsert(std::max<uint64_t>(hash, 1), relation);
      if (known == relation || IsSame(known, relation)) return known;
    }
  }

 private:
  using Figures = std::span<const uint32_t>;

  // Sorted.
  void AppendFigures(const Relation& relation) {
    const auto begin = static_cast<std::ptrdiff_t>(figures_.size());
    for (const Operand& operand : relation.operands) {
      for (const OperandValue& value : operand.values) {
        if (value.figure != kNoIndex) figures_.push_back(value.figure);
      }
    }
    std::sort(figures_.begin() + begin, figures_.end());
  }
  Figures FiguresOf(uint32_t relation) const {
    return Figures(figures_).subspan(keys_[relation], keys_[relation + 1] - keys_[relation]);
  }
  uint64_t HashOf(uint32_t relation) const {
    auto hash = static_cast<uint64_t>(relations_[relation].check);
    for (const uint32_t figure : FiguresOf(relation)) hash = WithWord(hash, figure);
    return hash;
  }
  bool IsSame(uint32_t a, uint32_t b) const {
    const Figures first = FiguresOf(a), second = FiguresOf(b);
    return relations_[a].check == relations_[b].check &&
           std::equal(first.begin(), first.end(), second.begin(), second.end());
  }

  const std::vector<Relation>& relations_;
  std::vector<uint32_t> figures_, keys_;  // of all relations; where those of each begin
  HashIndex index_;
};

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

std::vector<Relation> FindingList::Take() {
  SeenRelations seen(relations_);
  std::vector<Key> order;
  order.reserve(relations_.size());
  for (uint32_t i = 0; i < relations_.size(); ++i) {
    if (MayBothSee(rules, relations_[seen.Take(i)].rule, relations_[i].rule))
      order.push_back(KeyOf(relations_[i].span, i));
  }
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
