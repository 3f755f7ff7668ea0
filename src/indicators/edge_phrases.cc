// EdgePhrases.
#include "indicators/edge_phrases.h"

#include <algorithm>

namespace soat {
namespace {

// The hash of a row of words with one more behind it.
uint64_t With(uint64_t row, uint64_t word, bool comma) { return WithWord(row, word + (comma ? 1 : 0)); }

}  // namespace

EdgePhrases::EdgePhrases(const std::vector<std::string>& phrases, End end) : end_(end) {
  for (const std::string& phrase : phrases) Add(phrase);
}

void EdgePhrases::Add(std::string_view phrase) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin <= phrase.size();) {
    const size_t blank = std::min(phrase.find(' ', begin), phrase.size());
    words.push_back(phrase.substr(begin, blank - begin));
    begin = blank + 1;
  }
  if (end_ == End::kTail) std::reverse(words.begin(), words.end());
  uint64_t row = kHashSeed;
  for (std::string_view word : words) {
    if (word.data() != words.front().data()) MarksOf(row) |= kContinues;
    const bool comma = word.ends_with(',');
    if (comma) word.remove_suffix(1);
    row = With(row, WordHash(word), comma);
  }
  MarksOf(row) |= kPhrase;
}

uint8_t& EdgePhrases::MarksOf(uint64_t hash) {
  const uint32_t index = index_.FindOrInsert(hash, static_cast<uint32_t>(marks_.size()));
  if (index == marks_.size()) marks_.push_back(0);
  return marks_[index];
}

uint8_t EdgePhrases::Marks(uint64_t hash) const {
  const uint32_t* index = index_.Find(hash);
  return index == nullptr ? uint8_t{0} : marks_[*index];
}

size_t EdgePhrases::Longest(const std::vector<FoldedWord>& words) const {
  size_t longest = 0;
  uint64_t row = kHashSeed;
  for (size_t count = 1; count < words.size(); ++count) {
    const FoldedWord& word = end_ == End::kHead ? words[count - 1] : words[words.size() - count];
    const bool comma_tells = word.comma && end_ == End::kTail;
    uint64_t next = With(row, word.hash, comma_tells);
    uint8_t marks = Marks(next);
    if ((marks & kPhrase) != 0) longest = count;
    if (word.comma && !comma_tells) marks = Marks(next = With(row, word.hash, true));
    if ((marks & kContinues) == 0) return longest;
    row = next;
  }
  return longest;
}

}  // namespace soat
