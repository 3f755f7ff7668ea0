// A walk over a document that finds its figures.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/figure_engine.h"
#include "figures/table_numbers.h"
#include "text/byte_blocks.h"

namespace soat {

/// A rule that matches, with what it takes to compare and to read it.
struct Candidate {
  const CompiledRule* rule = nullptr;
  Match match;
  Quantity quantity;               ///< of a quantity rule
  const UnitWord* unit = nullptr;  ///< the word of its tail, or the currency before it
  bool parts = false;              ///< the captures are in the match
};

/// One walk over one document. figure_scanner.cc finds the places where rules match, quantity_candidates.cc those where
/// quantities do, accepted_figures.cc makes figures of what wins.
class FigureScanner {
 public:
  FigureScanner(const FigureEngine& engine, const Document& document, TableNumbers numbers)
      : engine_(engine),
        document_(document),
        key_(document.key),
        text_(document.text),
        table_numbers_(std::move(numbers)) {}

  Analysis Run();

 private:
  static uint32_t Offset(size_t position) { return static_cast<uint32_t>(position); }

  uint64_t StartSignsIn(const ByteBlocks& blocks) const;
  uint64_t StartsIn(const ByteBlocks& blocks);
  uint64_t NearDigitsIn(const ByteBlocks& blocks);
  size_t LeaveToken(size_t position);
  bool MayStart(FigureEngine::Start start, size_t end) const;
  size_t NextDigit(size_t position) const;
  bool DigitAhead(size_t end) const;
  void TryStarts(const FigureEngine::StartGroup& group, size_t position, size_t end, bool glued);
  size_t TryDigit(size_t position);
  size_t TryWord(size_t position, size_t end);
  size_t TryStartWord(uint64_t hash, size_t position, size_t end);
  size_t TryDigitOrSign(size_t position);
  size_t TrySign(size_t position);
  void TryGroup(const RuleGroup& group, size_t position, bool glued);
  void SortHits();
  bool MayStand(const CompiledRule& compiled, size_t position, bool glued);
  bool AnyMayStand(const RuleGroup& group, size_t position);
  uint64_t PhrasesBefore(size_t position);
  bool PhrasesAllow(const CompiledRule& compiled, size_t position) {
    return !compiled.has_phrases() || compiled.PhrasesAllow(key_, position, PhrasesBefore(position));
  }
  void TryRule(const RuleGroup::Hit& hit, size_t position);
  const std::vector<Quantity>& ReadQuantities(size_t position);
  bool MayGoOn(size_t end) const;
  void TryQuantities(size_t position, bool glued);
  void TryTail(QuantityTail tail, const UnitTable& table, size_t position, const Quantity& quantity, size_t behind,
               bool glued);
  void TryLeads(const std::vector<const CompiledRule*>& rules, size_t position, size_t end);
  void TrySpelled(size_t position, size_t end);
  void TryQuantity(const CompiledRule& compiled, Span span, const Quantity& quantity, const UnitWord* unit, bool glued);
  bool QuantityStands(size_t position, const Quantity& quantity, bool bare, bool glued) const;
  // Whether a match of the rule that ends there would win over the best one so far.
  bool Improves(size_t end, const CompiledRule& rule) const {
    if (!best_) return true;
    const uint32_t best_end = best_->match.span.end;
    if (end != best_end) return end > best_end;
    const int priority = rule.rule().priority, best_priority = best_->rule->rule().priority;
    return priority != best_priority ? priority > best_priority : rule.index() < best_->rule->index();
  }
  std::string_view NounView(size_t position) const;
  bool CountableAt(size_t position) const;
  size_t Accept(size_t position);
  void AcceptFigures();
  void AcceptQuantity();
  void SkipTableNumbers(size_t first);
  void ReadUnit(Figure& figure, const Candidate& candidate);
  std::string UnitText(NounPhrase noun);
  void ReadCountedNoun(Figure& figure, size_t from);
  void SettleStyle(Figure& figure, const Candidate& candidate, bool countable) const;
  void ApplySign(Figure& figure, size_t position) const;
  void ReadQualifier(Figure& figure, size_t behind);
  NumberStyle Style();

  const FigureEngine& engine_;
  const Document& document_;
  const std::string_view key_, text_;
  TableNumbers table_numbers_;
  std::optional<NumberStyle> style_;
  uint64_t block_digits_ = 0;  // of the block of the text that is looked at
  size_t block_begin_ = 0, block_end_ = 0;
  size_t digit_behind_block_ = 0;  // the first one
  mutable size_t noun_view_from_ = 1, noun_view_line_end_ = 0,
                 noun_view_end_ = 0;  // the line that was asked about last
  size_t phrases_before_place_ = std::string_view::npos;
  uint64_t phrases_before_ = 0;  // at that place
  size_t near_quote_ = 0;        // where in the map to the decoded text the last noun was looked up
  std::optional<Candidate> best_;
  std::vector<RuleGroup::Hit> hits_;
  std::vector<Quantity> readings_;
  Analysis analysis_;
};

}  // namespace soat
