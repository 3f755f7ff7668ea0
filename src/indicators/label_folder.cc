// LabelFolder: a label is split into words once, and all folding works on them.
#include "indicators/label_folder.h"

#include <algorithm>

#include "soat/reader.h"

namespace soat {
namespace {

// Signs that stay inside a word: alternatives, compounds, shares, numbers. A comma stays at the end of a word.
constexpr std::string_view kKeptInside = "/-%+.";

bool IsWordByte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

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

std::string Joined(const std::vector<std::string>& words, size_t begin, size_t end) {
  std::string text;
  for (size_t i = begin; i < end; ++i) (text += text.empty() ? "" : " ") += words[i];
  return text;
}

std::string Joined(const std::vector<std::string>& words) { return Joined(words, 0, words.size()); }

// A comma at the end of a word belongs to the list, not to the word.
std::string_view WithoutComma(std::string_view word) {
  if (word.ends_with(',')) word.remove_suffix(1);
  return word;
}

void RemoveAll(std::vector<std::string>& words, const std::vector<std::string>& phrase) {
  if (phrase.empty()) return;
  const auto same = [](const std::string& word, const std::string& wanted) { return WithoutComma(word) == wanted; };
  for (auto at = words.begin();;) {
    at = std::search(at, words.end(), phrase.begin(), phrase.end(), same);
    if (at == words.end() || phrase.size() == words.size()) return;
    at = words.erase(at, at + static_cast<std::ptrdiff_t>(phrase.size()));
  }
}

}  // namespace

LabelFolder::LabelFolder(const LabelWords& words)
    : words_(words),
      abbreviations_(words.abbreviations.begin(), words.abbreviations.end()),
      heads_(words.heads.begin(), words.heads.end()),
      tails_(words.tails.begin(), words.tails.end()),
      fillers_(words.fillers.begin(), words.fillers.end()),
      date_words_(words.date_words.begin(), words.date_words.end()) {
  for (const auto* phrases : {&words.heads, &words.tails}) {
    for (const std::string& phrase : *phrases) {
      longest_ = std::max(longest_, 1 + static_cast<size_t>(std::count(phrase.begin(), phrase.end(), ' ')));
    }
  }
  for (const std::string& head : words.heads) head_starts_.emplace(WithoutComma(head.substr(0, head.find(' '))));
  for (const std::string& tail : words.tails) tail_ends_.insert(tail.substr(tail.rfind(' ') + 1));
}

// A word with its signs, as it is in the label: the abbreviation's full words, or itself without signs at its end.
void LabelFolder::AppendWord(std::string_view word, std::vector<std::string>& words) const {
  while (!word.empty() && !IsWordByte(word.back()) && word.back() != '%') word.remove_suffix(1);
  if (word.empty()) return;
  const auto full = abbreviations_.find(std::string(word));
  if (full == abbreviations_.end()) {
    words.emplace_back(word);
    return;
  }
  for (std::string& part : Split(full->second)) words.push_back(std::move(part));
}

std::vector<std::string> LabelFolder::Split(std::string_view folded) const {
  std::vector<std::string> words;
  size_t begin = 0;
  for (size_t i = 0; i <= folded.size(); ++i) {
    const char c = i < folded.size() ? folded[i] : ' ';
    // Quotation marks and dots of lists: three bytes that are no letters.
    const bool sign = folded.compare(i, 2, "\xE2\x80") == 0;
    if (!sign && (IsWordByte(c) || (begin < i && kKeptInside.find(c) != std::string_view::npos))) continue;
    AppendWord(folded.substr(begin, i - begin), words);
    if (c == ',' && !words.empty() && !words.back().ends_with(',')) words.back() += ',';
    begin = i + (sign ? 3 : 1);
    i = begin - 1;
  }
  return words;
}

void LabelFolder::TrimHeads(std::vector<std::string>& words) const {
  for (size_t count = longest_; count > 0 && head_starts_.contains(std::string(WithoutComma(words.front())));) {
    const bool trimmed = count < words.size() && heads_.contains(std::string(WithoutComma(Joined(words, 0, count))));
    if (trimmed) words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
    count = trimmed ? longest_ : count - 1;
  }
}

void LabelFolder::TrimTails(std::vector<std::string>& words) const {
  for (size_t count = longest_; count > 0 && tail_ends_.contains(words.back());) {
    const bool trimmed = count < words.size() && tails_.contains(Joined(words, words.size() - count, words.size()));
    if (trimmed) {
      words.erase(words.end() - static_cast<std::ptrdiff_t>(count), words.end());
      words.back() = WithoutComma(words.back());
    }
    count = trimmed ? longest_ : count - 1;
  }
}

std::string LabelFolder::Fold(std::string_view label, std::string_view unit_name) const {
  const std::string lower = LowerCase(label);
  std::vector<std::string> words = Split(lower);
  if (words.empty()) return {};
  const std::string unit = LowerCase(unit_name);
  if (!unit.empty() && lower.find(unit) != std::string::npos) RemoveAll(words, Split(unit));
  words.back() = WithoutComma(words.back());
  TrimHeads(words);
  TrimTails(words);
  return Joined(words);
}

std::string LabelFolder::Key(std::string_view label, std::string_view unit_name) const {
  const std::string folded = Fold(label, unit_name);
  std::vector<std::string> kept;
  for (const std::string& word : Split(folded)) {
    const std::string plain(WithoutComma(word));
    if (IsDate(plain)) {
      while (!kept.empty() && date_words_.contains(kept.back())) kept.pop_back();
    } else if (!fillers_.contains(plain)) {
      kept.push_back(plain);
    }
  }
  return kept.empty() ? folded : Joined(kept);
}

std::string LabelFolder::Words(std::string_view text) const { return Joined(Split(LowerCase(text))); }

}  // namespace soat
