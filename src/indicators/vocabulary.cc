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

[[gnu::always_inline]] inline void Vocabulary::Take(uint64_t hash, KnownWords& known) const {
  const uint32_t* number = index_.Find(hash);
  if (number == nullptr || known.Has(*number)) return;
  known.bits[*number / 64] |= KnownWords::BitOf(*number);
  known.signature |= KnownWords::BitOf(*number);
  known.words.push_back(*number);
}

void Vocabulary::Find(const std::vector<FoldedWord>& text, KnownWords& known) const {
  known.words.clear();
  known.signature = 0;
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
    groups_.push_back(static_cast<uint32_t>(words.size()));
    for (const std::string_view word : words) groups_.push_back(vocabulary.NumberOf(word));
  }
}

bool NeededWords::AreIn(const KnownWords& text) const {
  const uint32_t* at = groups_.data();
  for (const uint32_t* const all_end = at + groups_.size(); at != all_end;) {
    const uint32_t* const end = at + 1 + *at;
    const uint32_t* word = at + 1;
    while (word != end && !text.Has(*word)) ++word;
    if (word == end) return false;
    at = end;
  }
  return true;
}

}  // namespace soat
