#include "relations/phrases.h"

#include "relations/words_in.h"
#include "rules/reading_marks.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr ByteSet kBreaks(",;:()"), kBreaksAndMarks(",;:()\xEE");

// A part of a line that begins with a digit may begin inside a word.
bool BeginsInside(std::string_view part) { return IsDigit(part.front()); }

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
  size_t found = std::string_view::npos;
  AnyWord(text, [&](size_t begin, size_t) {
    if (begin == 0 && BeginsInside(text)) return false;
    const bool stands = lexicon_.LongestAt(text, begin).has_value();
    if (stands) found = begin;
    return stands;
  });
  return found;
}

// Behind its first word a part has the words of the line, unless it ends inside one. Of phrases that go on over its end
// a shorter one may stand in it.
bool Phrases::StandsIn(const PhraseRow& row, std::string_view part) const {
  if (list_ == 0) return IsIn(part);
  if (part.empty()) return false;
  const auto begin = static_cast<size_t>(part.data() - row.line().data());
  const size_t end = begin + part.size();
  if (row.CutsWord(begin) || row.CutsWord(end)) return IsIn(part);
  const size_t first = begin + (BeginsInside(part) ? 1 : 0);
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
