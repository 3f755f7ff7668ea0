// The patterns of all labels, found by the words that they need.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "indicators/vocabulary.h"
#include "indicators/word_pattern.h"
#include "soat/indicator.h"

namespace soat {

/// Patterns over whole labels. A label has the words that few of them need: only those are tried.
class LabelPatterns {
 public:
  /// A pattern of an indicator.
  struct Entry {
    Entry(const std::string& words, uint32_t of, uint32_t figure_kinds, bool is_under, Vocabulary& vocabulary)
        : pattern(words, true, vocabulary), indicator(of), kinds(figure_kinds), under(is_under) {}
    WordPattern pattern;
    uint32_t indicator = 0;
    uint32_t kinds = 0;  ///< KindBit of the kinds that the indicator has
    bool under = false;  ///< of Indicator::patterns_under
  };
  static uint32_t KindBit(FigureKind kind) { return 1U << static_cast<unsigned>(kind); }
  static constexpr uint32_t kAnyKind = 0xFFFFFFFF;

  /// The patterns of an indicator, which is known by a number of the caller's.
  void Add(const Indicator& indicator, uint32_t number, Vocabulary& vocabulary);
  /// After all are added.
  void Enter();

  /// The entries of some kinds whose words a label has, each once.
  void Candidates(const KnownWords& label, uint32_t kinds, std::vector<const Entry*>& candidates) const;
  const std::deque<Entry>& entries() const { return entries_; }

 private:
  // An entry with what most of them are turned away by.
  struct Candidate {
    const Entry* entry = nullptr;
    uint64_t must = 0;            // KnownWords::BitOf of words that a label must have
    uint64_t any = ~uint64_t{0};  // and of words of which it must have one
    uint32_t kinds = 0;
    bool MayBe(uint64_t signature, uint32_t wanted) const {
      return ((must & ~signature) | uint64_t{(any & signature) == 0} | uint64_t{(kinds & wanted) == 0}) == 0;
    }
  };
  static Candidate Of(const Entry& entry, std::span<const uint32_t> entered);

  std::deque<Entry> entries_;
  std::vector<std::vector<Candidate>> by_word_;  // each entry under the words of its rarest group
  std::vector<const Entry*> always_;             // those that need no words
};

}  // namespace soat
