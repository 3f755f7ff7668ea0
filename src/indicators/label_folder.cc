// LabelFolder: a label is split into words once, and all folding works on them.
#include "indicators/label_folder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "soat/reader.h"
#include "text/byte_blocks.h"

namespace soat {
namespace {

constexpr size_t kUsualWords = 32;
constexpr int kDeepest = 8;  // of abbreviations in what abbreviations stand for

// Signs that stay inside a word: alternatives, compounds, shares, numbers. A comma stays at the end of a word.
constexpr ByteSet kKeptInside("/-%+.");

// Quotation marks and dots of lists: three bytes that are no letters.
bool IsSignAt(std::string_view text, size_t at) {
  return text[at] == '\xE2' && at + 1 < text.size() && text[at + 1] == '\x80';
}

/// The runs of letters and digits in a text, sixty-four bytes at a time.
class WordRuns {
 public:
  explicit WordRuns(std::string_view text) : text_(text) { Load(0); }

  /// The first byte from a place on that is neither a letter nor a digit. REQUIRES: no place before that of the last
  /// call
  size_t EndFrom(size_t at) {
    if (at - begin_ >= kSize) Load(at);
    for (;; Load(at)) {
      at += static_cast<size_t>(std::countr_one(words_ >> (at - begin_)));
      if (at - begin_ < kSize) return at;
    }
  }

 private:
  static constexpr size_t kSize = 4 * kLanes;

  // Behind the text there are zeros, which are no words.
  void Load(size_t begin) {
    begin_ = begin;
    std::array<Lanes, 4> bytes{};
    text_.copy(reinterpret_cast<char*>(bytes.data()), kSize, begin);
    const auto are_words = [](Lanes b) { return b | Between(b | 0x20, 'a', 'z') | AreDigits(b); };  // b: beyond ASCII
    const auto may_be_signs = [](Lanes b) { return Is(b, 0xE2); };
    words_ = BitsOf(are_words(bytes[0]), are_words(bytes[1]), are_words(bytes[2]), are_words(bytes[3]));
    uint64_t signs =
        BitsOf(may_be_signs(bytes[0]), may_be_signs(bytes[1]), may_be_signs(bytes[2]), may_be_signs(bytes[3]));
    for (; signs != 0; signs &= signs - 1) {
      if (IsSignAt(text_, begin + static_cast<size_t>(std::countr_zero(signs)))) words_ &= ~(signs & -signs);
    }
  }

  const std::string_view text_;
  size_t begin_ = 0;
  uint64_t words_ = 0;  // a bit for each byte
};

bool AllDigitsOrSigns(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return !IsWordByte(c) || (c >= '0' && c <= '9'); });
}

// "2023", "2022-2025", "15/6/2023": has a year, and nothing but digits and signs.
bool IsDate(std::string_view word) {
  if (!AllDigitsOrSigns(word)) return false;
  for (size_t at = 0; at + 4 <= word.size(); ++at) {
    const std::string_view century = word.substr(at, 2);
    const bool apart = at == 0 || !IsWordByte(word[at - 1]);
    const bool whole = at + 4 == word.size() || !IsWordByte(word[at + 4]);
    if (apart && whole && (century == "19" || century == "20")) return true;
  }
  return false;
}

void RemoveAll(std::vector<FoldedWord>& words, const std::vector<FoldedWord>& phrase) {
  if (phrase.empty()) return;
  const auto same = [](const FoldedWord& word, const FoldedWord& wanted) {
    return !wanted.comma && word.text == wanted.text;
  };
  for (auto at = words.begin();;) {
    at = std::search(at, words.end(), phrase.begin(), phrase.end(), same);
    if (at == words.end() || phrase.size() == words.size()) return;
    at = words.erase(at, at + static_cast<std::ptrdiff_t>(phrase.size()));
  }
}

// Without the signs at its end.
FoldedWord Word(std::string_view text) {
  FoldedWord word;
  while (!text.empty() && !IsWordByte(text.back()) && text.back() != '%') text.remove_suffix(1);
  word.text = text;
  word.hash = WordHash(text);
  word.signs = !std::all_of(text.begin(), text.end(), IsWordByte);
  return word;
}

}  // namespace

void Join(const std::vector<FoldedWord>& words, std::string& text) {
  size_t size = 0;
  for (const FoldedWord& word : words) size += word.text.size() + 2;
  text.resize(size);
  char* end = text.data();
  for (const FoldedWord& word : words) {
    if (end != text.data()) *end++ = ' ';
    end = std::copy(word.text.begin(), word.text.end(), end);
    if (word.comma) *end++ = ',';
  }
  text.resize(static_cast<size_t>(end - text.data()));
}

std::string Joined(const std::vector<FoldedWord>& words) {
  std::string text;
  Join(words, text);
  return text;
}

LabelFolder::LabelFolder(const LabelWords& words)
    : abbreviations_(words.abbreviations),
      heads_(words.heads, EdgePhrases::End::kHead),
      tails_(words.tails, EdgePhrases::End::kTail),
      fillers_(words.fillers.begin(), words.fillers.end()),
      date_words_(words.date_words.begin(), words.date_words.end()) {
  full_.resize(abbreviations_.size());
  for (uint32_t i = 0; i < full_.size(); ++i) SplitLower(abbreviations_[i].second, full_[i]);
  for (uint32_t i = 0; i < full_.size(); ++i) short_.FindOrInsert(WordHash(abbreviations_[i].first), i);
  std::vector<std::vector<FoldedWord>> full;
  for (const std::vector<FoldedWord>& once : full_) full.push_back(InFull(once, 1));
  full_ = std::move(full);
}

// Words with the abbreviations among them in full, and those in what these stand for.
std::vector<FoldedWord> LabelFolder::InFull(const std::vector<FoldedWord>& words, int depth) const {
  std::vector<FoldedWord> in_full;
  for (const FoldedWord& word : words) {
    const uint32_t* known = short_.Find(word.hash);
    if (known == nullptr || depth == kDeepest) {
      in_full.push_back(word);
      continue;
    }
    const std::vector<FoldedWord> more = InFull(full_[*known], depth + 1);
    in_full.insert(in_full.end(), more.begin(), more.end());
    if (word.comma && !in_full.empty()) in_full.back().comma = true;
  }
  return in_full;
}

// The abbreviation's full words, or the word itself.
inline void LabelFolder::AppendWord(const FoldedWord& word, std::vector<FoldedWord>& words) const {
  const uint32_t* known = short_.Find(word.hash);
  if (known == nullptr)
    words.push_back(word);
  else
    words.insert(words.end(), full_[*known].begin(), full_[*known].end());
}

void LabelFolder::SplitLower(std::string_view lower, std::vector<FoldedWord>& words) const {
  WordRuns runs(lower);
  for (size_t at = 0; at < lower.size();) {
    const size_t begin = at;
    at = runs.EndFrom(at);
    const bool inside = at < lower.size() && kKeptInside.Has(lower[at]);
    if (begin < at && inside) {
      while (at < lower.size() && (kKeptInside.Has(lower[at]) || IsWordByte(lower[at])) && !IsSignAt(lower, at)) ++at;
      AppendWord(Word(lower.substr(begin, at - begin)), words);
    } else if (begin < at) {
      AppendWord({lower.substr(begin, at - begin), WordHash(lower, begin, at)}, words);
    }
    if (at == lower.size()) return;
    if (lower[at] == ' ') {
      ++at;
      continue;
    }
    if (lower[at] == ',' && !words.empty()) words.back().comma = true;
    at += IsSignAt(lower, at) ? 3 : 1;
  }
}

void LabelFolder::Split(std::string_view text, FoldedText& words) const {
  LowerCase(text, words.lower);
  SplitAll(words);
}

void LabelFolder::SplitKey(std::string_view key, FoldedText& words) const {
  words.lower = key;
  SplitAll(words);
}

void LabelFolder::SplitAll(FoldedText& words) const {
  words.words.clear();
  words.words.reserve(kUsualWords);
  SplitLower(words.lower, words.words);
}

void LabelFolder::Trim(FoldedText& text, const FoldedText& unit) const {
  std::vector<FoldedWord>& words = text.words;
  if (words.empty()) return;
  if (!unit.lower.empty() && text.lower.find(unit.lower) != std::string::npos) RemoveAll(words, unit.words);
  words.back().comma = false;
  while (const size_t count = heads_.Longest(words)) {
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
  }
  while (const size_t count = tails_.Longest(words)) {
    words.resize(words.size() - count);
    words.back().comma = false;
  }
}

std::string LabelFolder::Fold(std::string_view label, std::string_view unit_name) const {
  FoldedText words, unit;
  Split(label, words);
  Split(unit_name, unit);
  Trim(words, unit);
  return Joined(words.words);
}

std::string LabelFolder::Key(std::string_view label, std::string_view unit_name) const {
  const std::string folded = Fold(label, unit_name);
  FoldedText words;
  Split(folded, words);
  std::vector<FoldedWord> kept;
  for (FoldedWord word : words.words) {
    word.comma = false;
    if (IsDate(word.text)) {
      while (!kept.empty() && date_words_.contains(std::string(kept.back().text))) kept.pop_back();
    } else if (!fillers_.contains(std::string(word.text))) {
      kept.push_back(word);
    }
  }
  return kept.empty() ? folded : Joined(kept);
}

}  // namespace soat
