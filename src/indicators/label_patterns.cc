// LabelPatterns.
#include "indicators/label_patterns.h"

#include <algorithm>
#include <numeric>

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
  using Group = std::vector<uint32_t>;
  std::vector<size_t> uses;  // of each word, in how many groups it is
  for (const Entry& entry : entries_) {
    for (const Group& group : entry.pattern.needed().groups()) {
      for (const uint32_t word : group) {
        if (word >= uses.size()) uses.resize(word + 1);
        ++uses[word];
      }
    }
  }
  by_word_.resize(uses.size());
  const auto use = [&uses](const Group& group) {
    return std::accumulate(group.begin(), group.end(), size_t{0},
                           [&](size_t sum, uint32_t w) { return sum + uses[w]; });
  };
  for (const Entry& entry : entries_) {
    const std::vector<Group>& groups = entry.pattern.needed().groups();
    const auto rarest =
        std::min_element(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return use(a) < use(b); });
    if (rarest == groups.end()) always_.push_back(&entry);
    if (rarest == groups.end()) continue;
    for (const uint32_t word : *rarest) by_word_[word].push_back(&entry);
  }
}

void LabelPatterns::Candidates(const KnownWords& label, uint32_t kinds, std::vector<const Entry*>& candidates) const {
  candidates.clear();
  const auto take = [&](const Entry* entry) {
    if ((entry->kinds & kinds) != 0 && entry->pattern.needed().AreIn(label)) candidates.push_back(entry);
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
