// LabelPatterns.
#include "indicators/label_patterns.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace soat {
namespace {

using Group = std::span<const uint32_t>;

}  // namespace

void LabelPatterns::Add(const Indicator& indicator, uint32_t number, Vocabulary& vocabulary) {
  uint32_t kinds = 0;
  for (const FigureKind kind : indicator.kinds) kinds |= KindBit(kind);
  for (const std::string& pattern : indicator.patterns)
    entries_.emplace_back(pattern, number, kinds, false, vocabulary);
  for (const std::string& pattern : indicator.patterns_under)
    entries_.emplace_back(pattern, number, kinds, true, vocabulary);
}

// By the groups of words that it is not entered under.
LabelPatterns::Candidate LabelPatterns::Of(const Entry& entry, Group entered) {
  Candidate candidate{&entry, 0, ~uint64_t{0}, entry.kinds};
  size_t fewest = SIZE_MAX;
  entry.pattern.needed().ForEachGroup([&](Group group) {
    if (group.data() == entered.data()) return;
    uint64_t bits = 0;
    for (const uint32_t word : group) bits |= KnownWords::BitOf(word);
    if (group.size() == 1)
      candidate.must |= bits;
    else if (group.size() < fewest)
      fewest = group.size(), candidate.any = bits;
  });
  return candidate;
}

void LabelPatterns::Enter() {
  std::vector<size_t> uses;  // of each word, in how many groups it is
  for (const Entry& entry : entries_) {
    entry.pattern.needed().ForEachGroup([&](Group group) {
      for (const uint32_t word : group) {
        if (word >= uses.size()) uses.resize(word + 1);
        ++uses[word];
      }
    });
  }
  by_word_.resize(uses.size());
  for (const Entry& entry : entries_) {
    Group rarest;
    size_t fewest = SIZE_MAX;
    entry.pattern.needed().ForEachGroup([&](Group group) {
      const size_t use =
          std::accumulate(group.begin(), group.end(), size_t{0}, [&](size_t sum, uint32_t w) { return sum + uses[w]; });
      if (use < fewest) fewest = use, rarest = group;
    });
    if (rarest.empty()) always_.push_back(&entry);
    for (const uint32_t word : rarest) by_word_[word].push_back(Of(entry, rarest));
  }
}

void LabelPatterns::Candidates(const KnownWords& label, uint32_t kinds, std::vector<const Entry*>& candidates) const {
  candidates.clear();
  for (const Entry* entry : always_) {
    if ((entry->kinds & kinds) != 0) candidates.push_back(entry);
  }
  for (const uint32_t word : label.words) {
    if (word >= by_word_.size()) continue;  // of other patterns alone
    for (const Candidate& candidate : by_word_[word]) {
      if (candidate.MayBe(label.signature, kinds) && candidate.entry->pattern.needed().AreIn(label))
        candidates.push_back(candidate.entry);
    }
  }
  if (candidates.size() < 2) return;
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
}

}  // namespace soat
