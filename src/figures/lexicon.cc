// Lexicon: phrases are entered under a hash of their words, with a mark on every beginning of a phrase, so that a
// search ends at the first word that no phrase continues with; and once more with the words in reverse.
#include "figures/lexicon.h"

#include <algorithm>
#include <bit>

namespace soat {

// A byte that continues a character begins no word.
size_t WordEnd(std::string_view text, size_t position) {
  if (position >= text.size() || ClassOf(text[position]) == ByteClass::kContinuation) return position;
  if (text.size() - position >= kLanes) {
    const uint32_t others = ~BitsOf(AreOfWords(LoadLanes(text.data() + position))) & 0xFFFFU;
    if (others != 0) return position + static_cast<size_t>(std::countr_zero(others));
  }
  while (position < text.size() && ClassOf(text[position]) != ByteClass::kOther) ++position;
  return position;
}

size_t WordBegin(std::string_view text, size_t position) {
  const size_t end = position;
  const uint32_t others =
      end < kLanes ? 0 : ~BitsOf(AreOfWords(LoadLanes(text.data() + end - kLanes))) & 0xFFFFU;  // before `end`
  if (others != 0) {
    position = end - kLanes + static_cast<size_t>(std::bit_width(others));
  } else {
    while (position > 0 && ClassOf(text[position - 1]) != ByteClass::kOther) --position;
  }
  // What is left of a sign whose first byte ended the word.
  while (position < end && ClassOf(text[position]) == ByteClass::kContinuation) ++position;
  return position;
}

namespace {

void AppendPlaces(size_t begin, uint64_t bits, std::vector<uint32_t>& places) {
  for (; bits != 0; bits &= bits - 1)
    places.push_back(static_cast<uint32_t>(begin) + static_cast<uint32_t>(std::countr_zero(bits)));
}

constexpr uint64_t kAllBits = ~uint64_t{0};

// The signature of the last bytes of a word.
uint32_t LastSignature(std::string_view text, size_t begin, size_t end) {
  uint32_t bytes = 0;
  const size_t size = std::min(end - begin, kSignatureBytes);
  if (std::endian::native == std::endian::little && size > 0 && end >= kSignatureBytes) {
    std::memcpy(&bytes, text.data() + end - kSignatureBytes, kSignatureBytes);
    return WordSignature(bytes >> 8 * (kSignatureBytes - size));
  }
  for (size_t i = end; i > end - size; --i) bytes = bytes << 8U | static_cast<unsigned char>(text[i - 1]);
  return WordSignature(bytes);
}

// Between two words stand blanks alone, and some.
bool AreJoined(std::string_view text, size_t end, size_t begin) {
  if (begin == end + 1 && text[end] == ' ') return true;  // the usual case
  return begin > end && BlanksEnd(text, end) == begin;
}

}  // namespace

// Leaves all places without words.
void WordRow::Clear() {
  for (const Word& word : words()) begins_[word.begin] = ends_[word.end] = 0;
  count_ = 0;
  signs_.clear();
  behind_digits_.clear();
}

void WordRow::Read(std::string_view text, const LexiconWords& lexicons) {
  Clear();
  text_ = text;
  if (words_.size() <= text.size() / 2) words_.resize(text.size() / 2 + 1);  // words stand apart
  if (begins_.size() <= text.size()) begins_.resize(text.size() + 1), ends_.resize(text.size() + 1);
  Word* next = words_.data();
  uint32_t *const begins = begins_.data(), *const ends = ends_.data();
  uint64_t firsts = 0;
  size_t begin = 0, before = text.size();  // of the word, and the end of the one before it
  bool inside = false;                     // a word
  for (ByteBlocks blocks(text); blocks.Next();) {
    for (uint64_t edges = blocks.word_edges(); edges != 0; edges &= edges - 1) {
      const size_t at = blocks.begin() + static_cast<size_t>(std::countr_zero(edges));
      inside = !inside;
      if (inside) {
        begin = at;
        continue;
      }
      const LexiconWords::Word& known = lexicons.Find(WordHash(text, begin, at));
      firsts |= known.first;
      *next++ = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at), AreJoined(text, before, begin), &known};
      begins[begin] = ends[at] = static_cast<uint32_t>(next - words_.data());
      before = at;
    }
    AppendPlaces(blocks.begin(), blocks.letters() & blocks.behind_digits(), behind_digits_);
    const size_t left = text.size() - blocks.begin();
    const uint64_t of_text = left < ByteBlocks::kSize ? (uint64_t{1} << left) - 1 : ~uint64_t{0};
    AppendPlaces(blocks.begin(), blocks.others() & ~blocks.Where(' ') & of_text, signs_);
  }
  count_ = static_cast<size_t>(next - words_.data());
  firsts_ = firsts;
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
    if (position > 0) entries_.Enter(hash).continues = true;
    const size_t end = WordEnd(phrase, position);
    if (end == position) return;  // not made of words; the loader refuses such phrases
    const uint64_t word = WordHash(phrase, position, end);
    const bool alone = end - position == phrase.size();
    words_.push_back({word, position == 0 ? kAllBits : 0, 0, alone ? kAllBits : 0, alone ? 0 : kAllBits});
    hash = WithWord(hash, word);
    entries_.Enter(hash);
    position = BlanksEnd(phrase, end);
  }
  Enter(entries_.Enter(hash), value);
}

void Lexicon::AddReversed(std::string_view phrase, uint32_t value) {
  const size_t last = WordBegin(phrase, phrase.size());
  last_bytes_[static_cast<unsigned char>(phrase.back())] = true;
  last_.Add(LastSignature(phrase, last, phrase.size()));
  uint64_t hash = kReversedHashSeed;
  for (size_t end = phrase.size(); end > 0;) {
    if (end < phrase.size()) entries_.Enter(hash).continues = true;
    const size_t begin = WordBegin(phrase, end);
    if (begin == end) return;
    const uint64_t word = WordHash(phrase, begin, end);
    const bool alone = end - begin == phrase.size();
    words_.push_back({word, 0, end == phrase.size() ? kAllBits : 0, alone ? kAllBits : 0, alone ? 0 : kAllBits});
    hash = WithWord(hash, word);
    entries_.Enter(hash);
    end = BlanksBegin(phrase, begin);
  }
  Enter(entries_.Enter(hash), value);
}

void Lexicon::EnterWords(LexiconWords& all, unsigned bit) {
  bit_ = uint64_t{1} << bit;
  for (const LexiconWords::Word& word : words_) {
    LexiconWords::Word& entered = all.Enter(word.hash);
    entered.first |= word.first & bit_;
    entered.last |= word.last & bit_;
    entered.alone |= word.alone & bit_;
    entered.more |= word.more & bit_;
  }
}

// A phrase that is there already keeps its value.
void Lexicon::Enter(Entry& entry, uint32_t value) {
  if (!entry.phrase) entry.value = value;
  entry.phrase = true;
}

std::optional<Lexicon::Hit> Lexicon::FindAt(std::string_view key, size_t position) const {
  std::optional<Hit> longest;
  size_t end = WordEnd(key, position);
  if (end == position) return longest;
  uint64_t hash = kHashSeed;
  while (true) {
    hash = WithWord(hash, WordHash(key, position, end));
    const Entry& entry = entries_.Find(hash);
    if (entry.phrase) longest = Hit{end, entry.value};
    if (!entry.continues) return longest;
    position = BlanksEnd(key, end);
    if (position == end) return longest;
    end = WordEnd(key, position);
    if (end == position) return longest;
  }
}

// A word that the limit cuts, and one that `position` cuts, have no hash in the row.
std::optional<Lexicon::Hit> Lexicon::LongestFrom(const WordRow& row, const WordRow::Word* word, size_t position,
                                                 size_t limit) const {
  std::optional<Hit> longest;
  uint64_t hash = kHashSeed;
  while (word != nullptr && word->end <= limit) {
    const bool goes_on = GoesOn(row, word + 1, limit);
    if (!goes_on && hash == kHashSeed && !IsPhrase(*word)) return longest;
    hash = WithWord(hash, word->known->hash);
    const Entry& entry = entries_.Find(hash);
    if (entry.phrase) longest = Hit{word->end, entry.value};
    if (!goes_on || !entry.continues) return longest;
    ++word;
  }
  return LongestAt(row.text().substr(0, limit), position);
}

std::optional<Lexicon::HitBefore> Lexicon::FindBefore(std::string_view key, size_t end) const {
  std::optional<HitBefore> longest;
  size_t begin = WordBegin(key, end);
  if (begin == end || !last_.Has(LastSignature(key, begin, end))) return longest;
  uint64_t hash = kReversedHashSeed;
  while (true) {
    hash = WithWord(hash, WordHash(key, begin, end));
    const Entry& entry = entries_.Find(hash);
    if (entry.phrase) longest = HitBefore{begin, entry.value};
    if (!entry.continues) return longest;
    end = BlanksBegin(key, begin);
    if (end == begin) return longest;
    begin = WordBegin(key, end);
    if (begin == end) return longest;
  }
}

std::optional<Lexicon::HitBefore> Lexicon::LongestTo(const WordRow& row, const WordRow::Word* word, size_t position,
                                                     size_t floor) const {
  std::optional<HitBefore> longest;
  uint64_t hash = kReversedHashSeed;
  while (word != nullptr && word->begin >= floor) {
    const bool goes_on = word->joined && word[-1].end > floor && (MayGoOnWith(word[-1]) || word[-1].begin < floor);
    if (!goes_on && hash == kReversedHashSeed && !IsPhrase(*word)) return longest;
    hash = WithWord(hash, word->known->hash);
    const Entry& entry = entries_.Find(hash);
    if (entry.phrase) longest = HitBefore{word->begin, entry.value};
    if (!goes_on || !entry.continues) return longest;
    --word;
  }
  longest = LongestBefore(row.text().substr(floor, position - floor), position - floor);
  if (longest) longest->begin += floor;
  return longest;
}

}  // namespace soat
