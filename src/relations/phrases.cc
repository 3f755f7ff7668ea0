#include "relations/phrases.h"

#include "rules/reading_marks.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr char kMarkByte = '\xEE';  // first byte of every mark

constexpr ByteSet kBreaks(",;:()"), kBreaksAndMarks(",;:()\xEE");

// Where the next word behind `at` begins. REQUIRES: `at` does not stand inside a character
size_t NextWord(std::string_view text, size_t at) {
  // The bytes of a word and those between words are told by their class alone: a continuation byte belongs to what it
  // stands in.
  while (at < text.size() && ClassOf(text[at]) != ByteClass::kOther) ++at;
  while (at < text.size() && (ClassOf(text[at]) == ByteClass::kOther || ClassOf(text[at]) == ByteClass::kContinuation))
    ++at;
  return at;
}

const std::vector<std::string>& ListOf(const RelationRule& rule, std::string_view name) {
  static const std::vector<std::string> kNone;
  const auto words = rule.words.find(name);
  return words == rule.words.end() ? kNone : words->second;
}

}  // namespace

Phrases::Phrases(const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) lexicon_.Add(phrase, 0);
}

Phrases::Phrases(const RelationRule& rule, std::string_view name) : Phrases(ListOf(rule, name)) {}

Phrases::Phrases(const std::vector<std::string>& phrases, PhraseLists& lists, PhraseLists::Place place)
    : Phrases(phrases) {
  if (place == PhraseLists::Place::kIn)
    list_ = lists.Enter(phrases);
  else
    ends_ = lists.EnterEnds(phrases);
}

Phrases::Phrases(const RelationRule& rule, std::string_view name, PhraseLists& lists, PhraseLists::Place place)
    : Phrases(ListOf(rule, name), lists, place) {}

Phrases Phrases::OneOfMany(const std::vector<std::string>& phrases, PhraseLists& lists) {
  Phrases made(phrases);
  lists.EnterShared(phrases);
  made.list_ = PhraseLists::kShared;
  return made;
}

size_t Phrases::FindIn(std::string_view text) const {
  if (lexicon_.empty()) return std::string_view::npos;
  for (size_t at = IsLetterAt(text, 0) ? 0 : NextWord(text, 0); at < text.size(); at = NextWord(text, at)) {
    if (lexicon_.LongestAt(text, at)) return at;
  }
  return std::string_view::npos;
}

// Behind its first word a part has the words of the line, unless it ends inside one. Of phrases that go on over its end
// a shorter one may stand in it.
bool Phrases::StandsIn(const PhraseRow& row, std::string_view part) const {
  if (list_ == 0) return IsIn(part);
  if (part.empty()) return false;
  const auto begin = static_cast<size_t>(part.data() - row.line().data());
  const size_t end = begin + part.size();
  if (row.CutsWord(begin) || row.CutsWord(end)) return IsIn(part);
  const size_t first = begin + (IsLetterAt(part, 0) ? 0 : NextWord(part, 0));
  for (const PhraseRow::Place* place = row.FirstFrom(first); place->begin < end; ++place) {
    if ((place->lists & list_) == 0) continue;
    const bool sure = list_ != PhraseLists::kShared && place->end <= end;
    if (sure || lexicon_.LongestAt(part, place->begin - begin)) return true;
  }
  return false;
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

std::string_view FirstClause(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && !kBreaksAndMarks.Has(text[end])) ++end;
  return text.substr(0, end);
}

std::string_view LastClause(std::string_view text) {
  size_t at = text.size();
  const auto behind_mark = [&](size_t end) { return end >= kMarkSize && text[end - kMarkSize] == kMarkByte; };
  while (at > 0 && !kBreaks.Has(text[at - 1]) && !behind_mark(at)) --at;
  return text.substr(at);
}

}  // namespace soat
