// NounReader.
#include "figures/nouns.h"

#include <algorithm>
#include <map>

#include "text/byte_classes.h"

namespace soat {
namespace {

// An unknown noun is shown by its first words: two syllables name most things ("cụm loa", "đồng chí").
constexpr size_t kUnknownWords = 2;
constexpr size_t kLongestClause = 50;  // bytes from a noun behind a comma to the number that it leads to
constexpr uint32_t kStop = UINT32_MAX;

// Between words stand single spaces.
bool IsFolded(std::string_view words) {
  return words.find('\n') == std::string_view::npos && words.find("  ") == std::string_view::npos;
}

void AppendFolded(std::string& out, std::string_view key, size_t begin, size_t end) {
  const std::string_view words = key.substr(begin, end - begin);
  if (IsFolded(words) && !words.starts_with(' ')) {  // the usual case
    out += words;
    return;
  }
  for (size_t at = begin; at < end; ++at) {
    const size_t word = at;
    while (at < end && key[at] != ' ' && key[at] != '\n') ++at;
    out.append(key, word, at - word);
    if (at < end && !out.empty() && out.back() != ' ') out += ' ';
  }
}

// Behind ", " or "/" another noun of the same group may stand.
size_t JoinEnd(std::string_view key, size_t position) {
  if (position >= key.size()) return 0;
  if (key[position] == ',' || key[position] == '/') return BlanksEnd(key, position + 1);
  return 0;
}

// "138 người, giáo viên 1.382 người": behind a comma the name of the next number begins.
bool IsNameOfNext(std::string_view key, size_t begin, size_t end) {
  const size_t next = BlanksEnd(key, end);
  return key[begin - 1] != '/' && next > end && next < key.size() && IsDigit(key[next]);
}

// "248 lượt, công chức tiếp 68 lượt": behind a comma, words lead to the next number of the same noun.
bool LeadsToSameNoun(std::string_view key, size_t next, std::string_view noun) {
  const size_t end = std::min(key.size(), next + kLongestClause);
  while (next < end && (IsLetterAt(key, next) || key[next] == ' ' || ClassOf(key[next]) == ByteClass::kContinuation))
    ++next;
  if (next >= end || !IsDigit(key[next])) return false;
  while (next < key.size() && (IsDigit(key[next]) || key[next] == '.' || key[next] == ',')) ++next;
  return key.substr(BlanksEnd(key, next)).starts_with(noun);
}

// Letters begin there, and behind the first character there are none left.
bool IsOneLetter(std::string_view key, size_t begin, size_t end) {
  size_t next = begin + 1;
  while (next < end && ClassOf(key[next]) == ByteClass::kContinuation) ++next;
  return begin < end && next == end;
}

// "đ/c": two words that are written with their first letters; the place itself when none stand there.
size_t InitialsEnd(std::string_view key, size_t begin) {
  const size_t stroke = LettersEnd(key, begin);
  if (stroke >= key.size() || key[stroke] != '/' || !IsOneLetter(key, begin, stroke)) return begin;
  const size_t end = LettersEnd(key, stroke + 1);
  return IsOneLetter(key, stroke + 1, end) && !(end < key.size() && IsDigit(key[end])) ? end : begin;
}

}  // namespace

NounReader::NounReader(const RuleSet& rules) {
  std::map<std::string, uint32_t> ids = {{"", 0}};
  for (const CountedNoun& noun : rules.nouns) {
    nouns_.Add(noun.word, static_cast<uint32_t>(groups_.size()));
    groups_.push_back(ids.try_emplace(noun.group, static_cast<uint32_t>(ids.size())).first->second);
  }
  for (const std::string& stop : rules.noun_stops) {
    stops_.Add(stop, 0);
    nouns_.Add(stop, kStop);  // where it is a noun, too, it stays one
  }
  for (const std::string& opener : rules.noun_openers) openers_.Add(opener, 0);
}

size_t NounReader::SkipOpeners(std::string_view key, size_t position) const {
  position = BlanksEnd(key, position);
  const auto opener = openers_.LongestAt(key, position);
  return opener ? BlanksEnd(key, opener->end) : position;
}

// A noun, unless it begins a longer phrase that is none: "tổ chức" is one and "tổ chức lễ" is not.
std::optional<Lexicon::Hit> NounReader::NounAt(std::string_view key, size_t position) const {
  const auto hit = nouns_.LongestAt(key, position);
  return hit && hit->value != kStop ? hit : std::nullopt;
}

size_t NounReader::KnownEnd(std::string_view key, size_t position) const {
  position = BlanksEnd(key, position);
  if (const auto hit = NounAt(key, position)) return hit->end;
  const auto hit = NounAt(key, SkipOpeners(key, position));
  return hit ? hit->end : 0;
}

bool NounReader::KnownAt(std::string_view key, size_t position) const { return KnownEnd(key, position) != 0; }

NounPhrase NounReader::ReadKnown(std::string_view key, size_t begin, Lexicon::Hit hit) const {
  NounPhrase noun;
  noun.known = true;
  noun.begin = begin;
  AppendFolded(noun.text, key, begin, hit.end);
  noun.end = hit.end;
  const uint32_t group = groups_[hit.value];
  while (group != 0) {
    const size_t next = JoinEnd(key, noun.end);
    const auto joined = next == 0 ? std::nullopt : NounAt(key, next);
    if (!joined || groups_[joined->value] != group || IsNameOfNext(key, next, joined->end)) break;
    const std::string_view first = key.substr(begin, hit.end - begin);
    if (key[next - 1] != '/' && (key.substr(next).starts_with(first) || LeadsToSameNoun(key, next, first))) break;
    AppendFolded(noun.text, key, noun.end, joined->end);
    noun.end = joined->end;
  }
  return noun;
}

NounPhrase NounReader::ReadUnknown(std::string_view key, size_t begin) const {
  NounPhrase noun;
  noun.begin = noun.end = begin;
  if (const size_t initials = InitialsEnd(key, begin); initials != begin) {
    noun.end = initials;
    noun.text = key.substr(begin, initials - begin);
    return noun;
  }
  size_t at = begin;
  for (size_t words = 0; words < kUnknownWords; ++words) {
    const size_t end = LettersEnd(key, at);
    if (end == at || (end < key.size() && IsDigit(key[end])) || stops_.LongestAt(key, at)) break;
    AppendFolded(noun.text, key, noun.end, end);
    noun.end = end;
    at = BlanksEnd(key, end);
    if (at == end || key.substr(end, at - end).find('\n') != std::string_view::npos) break;
  }
  return noun;
}

NounPhrase NounReader::ReadAt(std::string_view key, size_t position) const {
  const size_t first = BlanksEnd(key, position);
  if (!IsLetterAt(key, first)) return {};
  if (const auto hit = NounAt(key, first)) return ReadKnown(key, first, *hit);
  const size_t begin = SkipOpeners(key, first);
  if (!IsLetterAt(key, begin)) return {};
  if (begin != first) {
    if (const auto hit = NounAt(key, begin)) return ReadKnown(key, begin, *hit);
  }
  if (key.substr(position, begin - position).find('\n') != std::string_view::npos) return {};
  return ReadUnknown(key, begin);
}

}  // namespace soat
