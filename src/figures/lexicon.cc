// Lexicon: phrases are entered under a hash of their words, with a mark on every beginning of a phrase, so that a
// search ends at the first word that no phrase continues with.
#include "figures/lexicon.h"

#include <algorithm>
#include <array>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kMaxWords = 8;

// A word of a phrase: letters and digits ("m2", "mũi 1").
size_t WordEnd(std::string_view text, size_t position) {
  while (position < text.size() && (IsDigit(text[position]) || IsLetterAt(text, position))) {
    position = IsDigit(text[position]) ? position + 1 : LettersEnd(text, position);
  }
  return position;
}

size_t WordBegin(std::string_view text, size_t position) {
  while (position > 0 && (IsDigit(text[position - 1]) || IsLetterBefore(text, position))) {
    position = IsDigit(text[position - 1]) ? position - 1 : LettersBegin(text, position);
  }
  return position;
}

}  // namespace

uint64_t HashWord(uint64_t hash, std::string_view word) {
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return (hash ^ ' ') * 1099511628211U;
}

void Lexicon::Add(std::string_view phrase, uint32_t value) {
  if (phrase.empty()) return;
  if (phrase.size() > 1) {
    first_.Add(phrase[0], phrase[1]);
    last_.Add(phrase[phrase.size() - 2], phrase.back());
  } else {
    for (int other = -128; other < 128; ++other) {
      first_.Add(phrase[0], static_cast<char>(other));
      last_.Add(static_cast<char>(other), phrase[0]);
    }
  }
  uint64_t hash = kHashSeed;
  size_t words = 0;
  for (size_t position = 0; position < phrase.size();) {
    if (words > 0) EntryOf(hash).continues = true;
    const size_t end = WordEnd(phrase, position);
    if (end == position) return;  // not made of words; the loader refuses such phrases
    hash = HashWord(hash, phrase.substr(position, end - position));
    EntryOf(hash);
    position = BlanksEnd(phrase, end);
    ++words;
  }
  Entry& entry = EntryOf(hash);
  if (!entry.phrase) entry.value = value;
  entry.phrase = true;
  longest_words_ = std::max(longest_words_, words);
}

Lexicon::Entry& Lexicon::EntryOf(uint64_t hash) {
  const uint32_t index = index_.FindOrInsert(hash, static_cast<uint32_t>(entries_.size()));
  if (index == entries_.size()) entries_.emplace_back();
  return entries_[index];
}

std::optional<Lexicon::Hit> Lexicon::LongestAt(std::string_view key, size_t position) const {
  std::optional<Hit> longest;
  if (position >= key.size() || !first_.Has(key[position], position + 1 < key.size() ? key[position + 1] : ' '))
    return longest;
  uint64_t hash = kHashSeed;
  while (true) {
    const size_t end = WordEnd(key, position);
    if (end == position) return longest;
    hash = HashWord(hash, key.substr(position, end - position));
    const uint32_t* index = index_.Find(hash);
    if (index == nullptr) return longest;
    const Entry& entry = entries_[*index];
    if (entry.phrase) longest = Hit{end, entry.value};
    if (!entry.continues) return longest;
    position = BlanksEnd(key, end);
    if (position == end) return longest;
  }
}

std::optional<Lexicon::HitBefore> Lexicon::LongestBefore(std::string_view key, size_t position) const {
  const size_t phrase_end = BlanksBegin(key, position);
  if (phrase_end == 0 || !last_.Has(phrase_end > 1 ? key[phrase_end - 2] : ' ', key[phrase_end - 1]))
    return std::nullopt;
  std::array<size_t, kMaxWords> begins;
  size_t words = 0;
  size_t end = phrase_end;
  while (words < std::min(longest_words_, kMaxWords)) {
    end = BlanksBegin(key, end);
    const size_t begin = WordBegin(key, end);
    if (begin == end) break;
    begins[words++] = begin;
    end = begin;
    if (begin == 0 || BlanksBegin(key, begin) == begin) break;
  }
  for (size_t i = words; i-- > 0;) {
    const auto hit = LongestAt(key.substr(0, phrase_end), begins[i]);
    if (hit && hit->end == phrase_end) return HitBefore{begins[i], hit->value};
  }
  return std::nullopt;
}

}  // namespace soat
