// Vocabulary and NeededWords.
#include "indicators/vocabulary.h"

#include <algorithm>

#include "indicators/necessary_words.h"

namespace soat {

uint32_t Vocabulary::NumberOf(std::string_view word) {
  const uint32_t number = index_.FindOrInsert(WordHash(word), size_);
  size_ = std::max(size_, number + 1);
  return number;
}

void Vocabulary::Take(uint64_t hash, KnownWords& known) const {
  const uint32_t* number = index_.Find(hash);
  if (number == nullptr || known.Has(*number)) return;
  known.bits[*number / 64] |= uint64_t{1} << *number % 64;
  known.words.push_back(*number);
}

void Vocabulary::Find(const std::vector<FoldedWord>& text, KnownWords& known) const {
  known.words.clear();
  known.bits.assign(size_ / 64 + 1, 0);
  for (const FoldedWord& word : text) {
    if (!word.signs) {
      Take(word.hash, known);
      continue;
    }
    ForEachWord(word.text, [&](std::string_view run) { Take(WordHash(run), known); });
  }
}

NeededWords::NeededWords(const PatternTree& tree, bool whole, Vocabulary& vocabulary) {
  for (const std::vector<std::string_view>& words : NecessaryWords(tree, whole)) {
    std::vector<uint32_t>& group = groups_.emplace_back();
    for (const std::string_view word : words) group.push_back(vocabulary.NumberOf(word));
  }
}

bool NeededWords::AreIn(const KnownWords& text) const {
  return std::all_of(groups_.begin(), groups_.end(), [&text](const std::vector<uint32_t>& group) {
    return std::any_of(group.begin(), group.end(), [&text](uint32_t word) { return text.Has(word); });
  });
}

}  // namespace soat
