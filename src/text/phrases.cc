#include "text/phrases.h"

#include <algorithm>
#include <bit>

#include "text/byte_classes.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

bool IsWordAt(std::string_view key, size_t at, std::string_view phrase) {
  if (!key.substr(at).starts_with(phrase)) return false;
  const size_t end = at + phrase.size();
  return !(IsLetterBefore(key, end) && IsLetterAt(key, end));
}

// Where a phrase stands first within [from, to), sixteen places at a time: few have both its first byte and its last
// one.
size_t FindBytes(std::string_view key, size_t from, size_t to, std::string_view phrase) {
  to = std::min(to, key.size());
  if (phrase.empty()) return key.substr(0, to).find(phrase, from);
  const size_t last = phrase.size() - 1;
  for (; from + last < to; from += kLanes) {
    if (from + last + kLanes > key.size()) return key.substr(0, to).find(phrase, from);
    const Lanes begins = Is(LoadLanes(key.data() + from), static_cast<uint8_t>(phrase.front()));
    const Lanes ends = Is(LoadLanes(key.data() + from + last), static_cast<uint8_t>(phrase.back()));
    for (uint32_t places = BitsOf(begins & ends); places != 0; places &= places - 1) {
      const size_t at = from + static_cast<size_t>(std::countr_zero(places));
      if (at + last < to && key.compare(at, phrase.size(), phrase) == 0) return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

size_t PhraseAt(std::string_view key, size_t at, const std::vector<std::string>& phrases) {
  size_t longest = 0;
  if (at >= key.size()) return longest;
  for (const std::string& phrase : phrases) {
    if (phrase.size() > longest && phrase[0] == key[at] && IsWordAt(key, at, phrase)) longest = phrase.size();
  }
  return longest;
}

size_t PhraseBefore(std::string_view key, size_t end, const std::vector<std::string>& phrases) {
  size_t longest = 0;
  for (const std::string& phrase : phrases) {
    if (phrase.size() <= longest || phrase.size() > end || phrase.back() != key[end - 1]) continue;
    const size_t begin = end - phrase.size();
    if (key.substr(begin, phrase.size()) == phrase && !IsLetterBefore(key, begin)) longest = phrase.size();
  }
  return longest;
}

size_t FindPhrase(std::string_view key, size_t from, size_t to, const std::vector<std::string>& phrases) {
  size_t first = std::string_view::npos;
  for (const std::string& phrase : phrases) {
    // Only one before those found so far counts.
    const size_t end = first == std::string_view::npos ? to : std::min(to, first + phrase.size());
    size_t at = FindBytes(key, from, end, phrase);
    while (at != std::string_view::npos && (IsLetterBefore(key, at) || !IsWordAt(key, at, phrase)))
      at = FindBytes(key, at + 1, end, phrase);
    first = std::min(first, at);
  }
  return first;
}

size_t FindLastPhrase(std::string_view key, size_t from, size_t to, const std::vector<std::string>& phrases) {
  size_t last = std::string_view::npos;
  for (size_t at = FindPhrase(key, from, to, phrases); at != std::string_view::npos;
       at = FindPhrase(key, at + 1, to, phrases)) {
    last = at;
  }
  return last;
}

// A word begins where no blank follows a blank.
size_t WordCount(std::string_view text) {
  if (text.empty()) return 0;
  size_t words = text.front() != ' ' ? 1 : 0;
  size_t at = 1;
  for (; at + kLanes <= text.size(); at += kLanes) {
    const Lanes begins = Is(LoadLanes(text.data() + at - 1), ' ') & ~Is(LoadLanes(text.data() + at), ' ');
    words += CountBits(BitsOf(begins));
  }
  for (; at < text.size(); ++at) words += text[at] != ' ' && text[at - 1] == ' ' ? 1 : 0;
  return words;
}

size_t SkipBlanks(std::string_view text, size_t at, size_t end) {
  static constexpr ByteSet kBlanks(" \t*_");
  while (at < end && kBlanks.Has(text[at])) ++at;
  return at;
}

bool IsCapitalAt(std::string_view text, std::string_view key, size_t at) {
  if (!IsLetterAt(text, at)) return false;
  if (text[at] != key[at]) return true;
  for (++at; at < text.size() && ClassOf(text[at]) == ByteClass::kContinuation; ++at) {
    if (text[at] != key[at]) return true;
  }
  return false;
}

bool IsAllCapitals(std::string_view text, std::string_view key, Span span) {
  bool letters = false;
  for (size_t at = span.begin; at < span.end; ++at) {
    if (!IsLetterAt(text, at)) continue;
    if (!IsCapitalAt(text, key, at)) return false;
    letters = true;
  }
  return letters;
}

bool BeginsLower(std::string_view text, std::string_view key, Span span) {
  return span.size() > 0 && IsLetterAt(text, span.begin) && !IsCapitalAt(text, key, span.begin);
}

}  // namespace soat
