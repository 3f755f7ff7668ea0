// Lexicon: phrases are entered under a hash of their words, with a mark on every beginning of a phrase, so that a
// search ends at the first word that no phrase continues with; and once more with the words in reverse.
#include "figures/lexicon.h"

#include <algorithm>

namespace soat {
namespace {

// A word of a phrase: letters and digits ("m2", "mũi 1").
size_t WordEnd(std::string_view text, size_t position) {
  while (position < text.size() && (IsDigit(text[position]) || IsLetterAt(text, position))) {
    position = IsDigit(text[position]) ? position + 1 : LettersEnd(text, position);
  }
  return position;
}

size_t WordBegin(std::string_view text, size_t position) {
  const size_t end = position;
  while (position > 0 && ClassOf(text[position - 1]) != ByteClass::kOther) --position;
  // What is left of a sign whose first byte ended the word.
  while (position < end && ClassOf(text[position]) == ByteClass::kContinuation) ++position;
  return position;
}

constexpr size_t kSignatureBytes = 4;

// Twelve bits of up to four bytes.
uint32_t Mixed(uint32_t bytes) { return bytes * 2654435761U >> 20U; }

// Of the first bytes of the word at `position`. Behind the last letter of a word stands no letter, so that a byte of
// another class ends it.
uint32_t FirstSignature(std::string_view text, size_t position) {
  const size_t end = std::min(text.size(), position + kSignatureBytes);
  uint32_t bytes = 0;
  for (; position < end && ClassOf(text[position]) != ByteClass::kOther; ++position) {
    bytes = bytes << 8U | static_cast<unsigned char>(text[position]);
  }
  return Mixed(bytes);
}

// Of the last bytes of a word.
uint32_t LastSignature(std::string_view text, size_t begin, size_t end) {
  uint32_t bytes = 0;
  for (size_t i = end; i > begin && i + kSignatureBytes > end; --i) {
    bytes = bytes << 8U | static_cast<unsigned char>(text[i - 1]);
  }
  return Mixed(bytes);
}

}  // namespace

uint64_t HashWord(uint64_t hash, std::string_view word) {
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return (hash ^ ' ') * 1099511628211U;
}

void Lexicon::Add(std::string_view phrase, uint32_t value) {
  if (phrase.empty()) return;
  if (look_ != Look::kBefore) AddForward(phrase, value);
  if (look_ != Look::kAt) AddReversed(phrase, value);
}

void Lexicon::AddForward(std::string_view phrase, uint32_t value) {
  first_bytes_[static_cast<unsigned char>(phrase.front())] = true;
  first_.Add(FirstSignature(phrase, 0));
  uint64_t hash = kHashSeed;
  for (size_t position = 0; position < phrase.size();) {
    if (position > 0) EntryOf(hash).continues = true;
    const size_t end = WordEnd(phrase, position);
    if (end == position) return;  // not made of words; the loader refuses such phrases
    hash = HashWord(hash, phrase.substr(position, end - position));
    EntryOf(hash);
    position = BlanksEnd(phrase, end);
  }
  Enter(EntryOf(hash), value);
}

void Lexicon::AddReversed(std::string_view phrase, uint32_t value) {
  last_bytes_[static_cast<unsigned char>(phrase.back())] = true;
  last_.Add(LastSignature(phrase, WordBegin(phrase, phrase.size()), phrase.size()));
  uint64_t hash = kReversedHashSeed;
  for (size_t end = phrase.size(); end > 0;) {
    if (end < phrase.size()) EntryOf(hash).continues = true;
    const size_t begin = WordBegin(phrase, end);
    if (begin == end) return;
    hash = HashWord(hash, phrase.substr(begin, end - begin));
    EntryOf(hash);
    end = BlanksBegin(phrase, begin);
  }
  Enter(EntryOf(hash), value);
}

// A phrase that is there already keeps its value.
void Lexicon::Enter(Entry& entry, uint32_t value) {
  if (!entry.phrase) entry.value = value;
  entry.phrase = true;
}

Lexicon::Entry& Lexicon::EntryOf(uint64_t hash) {
  const uint32_t index = index_.FindOrInsert(hash, static_cast<uint32_t>(entries_.size()));
  if (index == entries_.size()) entries_.emplace_back();
  return entries_[index];
}

std::optional<Lexicon::Hit> Lexicon::FindAt(std::string_view key, size_t position) const {
  std::optional<Hit> longest;
  if (!first_.Has(FirstSignature(key, position))) return longest;
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

std::optional<Lexicon::HitBefore> Lexicon::FindBefore(std::string_view key, size_t end) const {
  std::optional<HitBefore> longest;
  size_t begin = WordBegin(key, end);
  if (begin == end || !last_.Has(LastSignature(key, begin, end))) return longest;
  uint64_t hash = kReversedHashSeed;
  while (true) {
    hash = HashWord(hash, key.substr(begin, end - begin));
    const uint32_t* index = index_.Find(hash);
    if (index == nullptr) return longest;
    const Entry& entry = entries_[*index];
    if (entry.phrase) longest = HitBefore{begin, entry.value};
    if (!entry.continues) return longest;
    end = BlanksBegin(key, begin);
    if (end == begin) return longest;
    begin = WordBegin(key, end);
    if (begin == end) return longest;
  }
}

}  // namespace soat
