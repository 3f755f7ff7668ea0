// LabelPatterns.
#include "indicators/label_patterns.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace soat {

void LabelPatterns::Add(const Indicator& indicator, uint32_t number, Vocabulary& vocabulary) {
  uint32_t kinds = 0;
  for (const FigureKind kind : indicator.kinds) kinds |= KindBit(kind);
  for (const std::string& pattern : indicator.patterns)
    entries_.emplace_back(pattern, number, kinds, false, vocabulary);
  for (const std::string& pattern : indicator.patterns_under)
    entries_.emplace_back(pattern, number, kinds, true, vocabulary);
}

void LabelPatterns::Enter() {
  using Group = std::span<const uint32_t>;
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
    if (rarest.empty()) always_.push_back(Of(entry));
    for (const uint32_t word : rarest) by_word_[word].push_back(Of(entry));
  }
}

void LabelPatterns::Candidates(const KnownWords& label, uint32_t kinds, std::vector<const Entry*>& candidates) const {
  candidates.clear();
  const auto take = [&](const Candidate& candidate) {
    if ((candidate.kinds & kinds) != 0 && candidate.entry->pattern.needed().AreIn(label))
      candidates.push_back(candidate.entry);
  };
  std::for_each(always_.begin(), always_.end(), take);
  for (const uint32_t word : label.words) {
    if (word >= by_word_.size()) continue;  // of other patterns alone
    std::for_each(by_word_[word].begin(), by_word_[word].end(), take);
  }
  if (candidates.size() < 2) return;
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
}

}  // namespace soat
