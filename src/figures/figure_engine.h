// Figure rules applied: normalised text → figures.
#pragma once

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

#include "figures/lexicon.h"
#include "figures/matcher.h"
#include "figures/nouns.h"
#include "figures/quantity.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// The rules of a set in the form in which they are applied. Const and thread-safe once made.
///
/// Where a digit, a start word or a start sign of some rule stands, the rules are tried anchored there. The longest
/// match wins, then the larger priority, then the rule that comes first; the search goes on behind it.
class FigureEngine {
 public:
  explicit FigureEngine(const RuleSet& rules);
  FigureEngine(const FigureEngine&) = delete;
  FigureEngine& operator=(const FigureEngine&) = delete;

  /// The figures and the recognised stretches that are none; sorted, disjoint.
  Analysis FindFigures(const Document& document) const;
  /// Compiles every pattern. \error kRule: the first that is refused
  Status Check() const;

 private:
  friend class FigureScanner;
  struct StartGroup {
    RuleGroup key, text;  // rules that look at the lower-case key, and at the text
  };

  void MarkBeginning(std::string_view word);
  void AddStarts(const FigureRule& rule, const CompiledRule* compiled);

  std::vector<std::unique_ptr<CompiledRule>> rules_;
  StartGroup digit_;
  std::unordered_map<uint64_t, StartGroup> words_;  // by hash of the first word
  std::array<std::unique_ptr<StartGroup>, 128> signs_;
  std::array<bool, 65536> word_beginnings_{};       // first two bytes of start words
  RuleGroup tails_;                                 // what follows the quantity in quantity rules
  std::vector<const CompiledRule*> bare_;           // quantity rules with nothing behind the quantity
  QuantityReader quantities_;
  NounReader nouns_;
  Lexicon measures_, currencies_, qualifiers_before_, qualifiers_after_, minus_words_;
  const RuleSet& set_;
};

}  // namespace soat
