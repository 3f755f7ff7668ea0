#include "relations/phrases.h"

#include <array>

#include "rules/reading_marks.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr char kMarkByte = '\xEE';  // first byte of every mark

using Bytes = std::array<bool, 256>;

constexpr Bytes Among(std::string_view bytes) {
  Bytes among{};
  for (const char c : bytes) among[static_cast<unsigned char>(c)] = true;
  return among;
}

constexpr Bytes kSigns = Among(" ,:;.-()=+\"“”/");
constexpr Bytes kBreaks = Among(",;:()");
constexpr Bytes kBreaksAndMarks = Among(",;:()\xEE");

bool Is(const Bytes& bytes, char c) { return bytes[static_cast<unsigned char>(c)]; }

// Where the next word behind `at` begins.
size_t NextWord(std::string_view text, size_t at) {
  while (at < text.size() && (IsDigit(text[at]) || IsLetterAt(text, at)))
    at = IsDigit(text[at]) ? at + 1 : LettersEnd(text, at);
  while (at < text.size() && !IsDigit(text[at]) && !IsLetterAt(text, at)) at += text[at] == kMarkByte ? kMarkSize : 1;
  return at;
}

}  // namespace

Phrases::Phrases(const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) lexicon_.Add(phrase, 0);
}

Phrases::Phrases(const RelationRule& rule, std::string_view name) {
  const auto words = rule.words.find(name);
  if (words == rule.words.end()) return;
  for (const std::string& phrase : words->second) lexicon_.Add(phrase, 0);
}

size_t Phrases::FindIn(std::string_view text) const {
  if (lexicon_.empty()) return std::string_view::npos;
  for (size_t at = IsLetterAt(text, 0) ? 0 : NextWord(text, 0); at < text.size(); at = NextWord(text, at)) {
    if (lexicon_.LongestAt(text, at)) return at;
  }
  return std::string_view::npos;
}

size_t Phrases::FindLastIn(std::string_view text) const {
  size_t last = std::string_view::npos;
  for (size_t at = 0; at < text.size();) {
    const size_t found = FindIn(text.substr(at));
    if (found == std::string_view::npos) break;
    last = at + found;
    at = NextWord(text, last);
  }
  return last;
}

bool Phrases::Begins(std::string_view text) const {
  const std::string_view trimmed = WithoutSigns(text);
  return lexicon_.LongestAt(trimmed, 0).has_value();
}

bool Phrases::Ends(std::string_view text) const {
  const std::string_view trimmed = WithoutSigns(text);
  return lexicon_.LongestBefore(trimmed, trimmed.size()).has_value();
}

std::string_view Phrases::WithoutEnd(std::string_view text) const {
  while (true) {
    text = WithoutSigns(text);
    const auto hit = lexicon_.LongestBefore(text, text.size());
    if (!hit) return text;
    text = text.substr(0, hit->begin);
  }
}

std::string_view Phrases::WithoutBeginning(std::string_view text) const {
  while (true) {
    text = WithoutSigns(text);
    const auto hit = lexicon_.LongestAt(text, 0);
    if (!hit) return text;
    text.remove_prefix(hit->end);
  }
}

std::string_view WithoutSigns(std::string_view text) {
  size_t begin = 0, end = text.size();
  while (begin < end && Is(kSigns, text[begin])) ++begin;
  while (end > begin && Is(kSigns, text[end - 1])) --end;
  return begin == end ? std::string_view() : text.substr(begin, end - begin);
}

std::string_view FirstClause(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && !Is(kBreaksAndMarks, text[end])) ++end;
  return text.substr(0, end);
}

std::string_view LastClause(std::string_view text) {
  size_t at = text.size();
  const auto behind_mark = [&](size_t end) { return end >= kMarkSize && text[end - kMarkSize] == kMarkByte; };
  while (at > 0 && !Is(kBreaks, text[at - 1]) && !behind_mark(at)) --at;
  return text.substr(at);
}

}  // namespace soat
