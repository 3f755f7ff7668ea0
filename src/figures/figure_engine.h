// Figure rules applied: normalised text → figures.
#pragma once

#include <array>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "figures/beginnings.h"
#include "figures/hash_table.h"
#include "figures/lexicon.h"
#include "figures/matcher.h"
#include "figures/nouns.h"
#include "figures/quantity.h"
#include "figures/unit_table.h"
#include "soat/document.h"
#include "soat/figure.h"
#include "soat/rule.h"
#include "soat/status.h"
#include "text/scan.h"

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
  /// The same of a document with its structure, which the analysis takes: numbers in tables that only number rows and
  /// columns are no figures, the other bare ones have the units of their columns.
  Analysis FindFigures(const Document& document, Structure structure) const;
  /// Compiles every pattern. \return kRule for each rule that is refused
  std::vector<Error> Check() const;

 private:
  friend class FigureScanner;
  // Whether something starts at a token.
  enum class Start : uint8_t { kNone, kBeforeDigit, kAlways };
  // What starts at one or two tokens: rules, and quantity rules whose quantity stands behind ("USD 5 triệu").
  struct StartGroup {
    uint64_t hash = 0;           // of the tokens
    Start start = Start::kNone;  // of a first token
    RuleGroup rules;
    std::vector<const CompiledRule*> leads;
    bool number_word = false;   // a spelled number can start here
    bool digit_ahead = true;    // nothing starts here where no digit is near
    uint64_t second_bytes = 0;  // bits of the bytes with which the second tokens begin where another group starts here
  };
  // A set of hashes of words, with few false positives: most words are turned away by it.
  class WordFilter {
   public:
    void Add(uint64_t hash) { bits_[hash >> 55U] |= uint64_t{1} << (hash >> 49U & 63U); }
    bool Has(uint64_t hash) const { return (bits_[hash >> 55U] >> (hash >> 49U & 63U) & 1U) != 0; }

   private:
    std::array<uint64_t, 512> bits_{};  // by the highest bits of a hash
  };

  void AddRule(const FigureRule& rule, const CompiledRule* compiled);
  /// The bits of the phrases of rules that may end before a place.
  uint64_t PhrasesBefore(std::string_view key, size_t position) const;
  void MarkQuantityBytes();
  void AddStartWord(std::string_view word, bool digit_ahead);
  StartGroup& GroupAt(std::string_view start, bool digit_ahead);
  StartGroup& GroupOf(uint64_t hash);
  const StartGroup* FindGroup(uint64_t hash) const { return start_index_.Find(hash).group; }

  std::vector<std::unique_ptr<CompiledRule>> rules_;
  struct StartEntry {
    uint64_t hash = 0;  // of the tokens
    StartGroup* group = nullptr;
  };
  HashTable<StartEntry> start_index_;
  std::deque<StartGroup> starts_;  // groups are neither copied nor moved
  WordFilter start_words_;
  Beginnings words_without_digit_;       // at which something starts where no digit is near
  size_t longest_start_word_ = 0;        // bytes
  std::array<bool, 256> start_signs_{};  // bytes
  StartGroup *digits_ = nullptr, *year_ = nullptr, *long_ = nullptr;  // of the tokens that are digits
  std::array<std::vector<const CompiledRule*>, 4> quantity_rules_;    // in digits, by QuantityTail
  std::vector<const CompiledRule*> spelled_;                          // quantities in words
  std::array<bool, 256> quantity_bytes_{};                            // that may stand behind the digits of a quantity
  QuantityReader quantities_;
  NounReader nouns_;
  UnitTable percents_, measures_, currencies_;
  Lexicon qualifiers_before_{Lexicon::Look::kBefore}, qualifiers_after_{Lexicon::Look::kAt},
      minus_words_{Lexicon::Look::kAt};
  static constexpr uint32_t kPhraseBits = 63;  // for the phrases of all rules, some of which share one
  static constexpr uint64_t kQualifierBit = uint64_t{1} << kPhraseBits;
  LexiconWords phrase_words_;  // with which the phrases end that rules, and qualifiers, may or may not stand behind
  const RuleSet& set_;
};

}  // namespace soat
