#include "relations/phrase_row.h"

#include "figures/lexicon.h"
#include "relations/signs.h"
#include "relations/words_in.h"

namespace soat {
namespace {

constexpr unsigned kLastBit = 63;  // that of PhraseLists::kShared

// Empty when the text ends otherwise.
std::string_view LastWord(std::string_view text) { return text.substr(WordBegin(text, text.size())); }

}  // namespace

PhraseLists::Entry& PhraseLists::EntryOf(uint64_t hash) {
  const uint32_t index = index_.FindOrInsert(hash, static_cast<uint32_t>(entries_.size()));
  if (index == entries_.size()) entries_.emplace_back();
  return entries_[index];
}

uint64_t PhraseLists::Enter(const std::vector<std::string>& phrases) {
  const uint64_t list = uint64_t{1} << std::min(count_++, kLastBit);
  Enter(phrases, list);
  return list;
}

void PhraseLists::Enter(const std::vector<std::string>& phrases, uint64_t list) {
  for (const std::string& phrase : phrases) Enter(std::string_view(phrase), list);
}

// Most places of a line are turned away by the first two words that stand there.
void PhraseLists::EnterBeginning(std::string_view phrase) {
  const size_t end = WordEnd(phrase, 0), next = BlanksEnd(phrase, end), next_end = WordEnd(phrase, next);
  if (end == 0) return;
  const uint32_t first = SignatureOf(phrase.substr(0, end));
  if (next_end == next)
    words_.set(first % kWords);
  else
    word_pairs_.set(PairOf(first, SignatureOf(phrase.substr(next, next_end - next))));
}

void PhraseLists::Enter(std::string_view phrase, uint64_t list) {
  EnterBeginning(phrase);
  uint64_t row = kHashSeed;
  for (size_t at = 0; at < phrase.size();) {
    const size_t end = WordEnd(phrase, at);
    if (end == at) return;  // not made of words; the loader refuses such phrases
    const std::string_view word = phrase.substr(at, end - at);
    row = WithWord(row, WordHash(word));
    at = BlanksEnd(phrase, end);
    Entry& entry = EntryOf(row);
    entry.continues = entry.continues || at < phrase.size();
    entry.lists |= at < phrase.size() ? 0 : list;
  }
}

uint64_t PhraseLists::EnterEnds(const std::vector<std::string>& phrases) {
  const uint64_t list = uint64_t{1} << std::min(end_count_++, kLastBit);
  for (const std::string& phrase : phrases) {
    const std::string_view word = LastWord(phrase);
    EnterLastPair(word);
    const uint64_t hash = WordHash(word);
    const uint32_t index = last_words_.FindOrInsert(hash, static_cast<uint32_t>(last_lists_.size()));
    if (index == last_lists_.size()) last_lists_.push_back(0);
    last_lists_[index] |= list;
  }
  return list;
}

// Before a word of one byte, and at the end of a text that ends with no word, any byte may stand.
void PhraseLists::EnterLastPair(std::string_view word) {
  if (word.empty()) last_pairs_.set();
  for (unsigned before = 0; word.size() == 1 && before < 256; ++before)
    last_pairs_.set(PairOf(static_cast<char>(before), word.back()));
  if (word.size() > 1) last_pairs_.set(PairOf(word[word.size() - 2], word.back()));
}

uint64_t PhraseLists::EndsOf(std::string_view text) const {
  text = WithoutSignsBehind(text);
  if (text.size() > 1 && !last_pairs_[PairOf(text[text.size() - 2], text.back())]) return 0;
  const uint32_t* index = last_words_.Find(WordHash(LastWord(text)));
  return index == nullptr ? 0 : last_lists_[*index];
}

PhraseLists::Hit PhraseLists::At(std::string_view text, size_t begin, size_t word) const {
  Hit hit;
  uint64_t row = kHashSeed;
  while (word > begin) {
    row = WithWord(row, WordHash(text, begin, word));
    const uint32_t* index = index_.Find(row);
    if (index == nullptr) return hit;
    const Entry& entry = entries_[*index];
    if (entry.lists != 0) hit = {hit.lists | entry.lists, word};
    if (!entry.continues) return hit;
    begin = BlanksEnd(text, word);
    if (begin == word) return hit;
    word = WordEnd(text, begin);
  }
  return hit;
}

void PhraseRow::Read(const std::string& line) {
  line_ = line;
  lists_ = 0;
  places_.clear();
  size_t begin = 0, end = 0;  // of the word before
  uint32_t before = 0;        // its signature
  AnyWord(line_, [&](size_t next, size_t next_end) {
    const uint32_t signature = PhraseLists::SignatureOf({line_.data() + next, next_end - next});
    if (all_->MayBe(before) || all_->MayBeginWith(before, signature)) AddPlace(begin, end);
    begin = next, end = next_end, before = signature;
    return false;
  });
  if (all_->MayBe(before)) AddPlace(begin, end);
  places_.push_back({UINT32_MAX, 0, 0});
}

void PhraseRow::AddPlace(size_t begin, size_t word) {
  const PhraseLists::Hit hit = all_->At(line_, begin, word);
  if (hit.lists == 0) return;
  places_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(hit.end), hit.lists});
  lists_ |= hit.lists;
}

}  // namespace soat
