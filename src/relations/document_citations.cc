#include "relations/document_citations.h"

#include <algorithm>
#include <string_view>

#include "identity/words.h"
#include "relations/rule_words.h"
#include "text/byte_classes.h"
#include "text/byte_search.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr size_t kIsoDay = 10;             // "2023-08-01"
constexpr uint32_t kFarthestIssue = 160;   // bytes from "ngày …" to the document that was issued on that day
constexpr uint32_t kLongestSubject = 400;  // bytes
constexpr ByteSet kClauseSigns(".;:\n"), kBlanks(" \n"), kLeadSigns(" :\n");

/// With which a sentence or a cell may end.
struct SentenceSign {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) {
    const Lanes bytes = LoadLanes(window);
    return Is(bytes, '.') | Is(bytes, ';') | Is(bytes, '\t') | Is(bytes, '|');
  }
};

class CitationReader {
 public:
  CitationReader(const FindingList& found, const RelationRule& rule)
      : key_(found.document.key),
        analysis_(found.analysis),
        kinds_(WordsOf(found.rules, rule, "kinds")),
        number_words_(WordsOf(found.rules, rule, "number_words")),
        date_joints_(WordsOf(found.rules, rule, "date_joints")),
        issue_verbs_(WordsOf(found.rules, rule, "issue_verbs")) {}

  std::vector<Citation> Read(const std::vector<FigureKind>& kinds);

 private:
  bool ReadAt(uint32_t index, Citation& citation) const;
  void SplitNumber(Citation& citation) const;
  void FindDate(Citation& citation) const;
  void FindDateBefore(Citation& citation) const;
  void FindKind(Citation& citation) const;
  void FindSentence(Citation& citation) const;
  bool IsDay(size_t index) const;
  bool IsSentenceEnd(size_t at) const;
  uint32_t SentenceBegin(uint32_t at, uint32_t first) const;
  uint32_t SentenceEnd(uint32_t at, uint32_t last) const;

  const std::string_view key_;
  const Analysis& analysis_;
  const std::vector<std::string>&kinds_, &number_words_, &date_joints_, &issue_verbs_;
};

bool CitationReader::IsDay(size_t index) const {
  const std::vector<Figure>& figures = analysis_.figures;
  return index < figures.size() && figures[index].kind == FigureKind::kDate && figures[index].start.size() == kIsoDay &&
         figures[index].start.front() != '-';
}

// "28/2018/qđ-ttg" is 28 of 2018, "05-nq/tu" is 05.
void CitationReader::SplitNumber(Citation& citation) const {
  const std::string& ref = citation.ref;
  const auto digits = static_cast<size_t>(std::find_if_not(ref.begin(), ref.end(), IsDigit) - ref.begin());
  const size_t first = std::min(ref.find_first_not_of('0'), digits);
  citation.number = ref.substr(first, digits - first);
  size_t at = digits;
  if (ref.size() > at + 5 && ref[at] == '/' && ref[at + 5] == '/' &&
      std::all_of(ref.begin() + static_cast<ptrdiff_t>(at) + 1, ref.begin() + static_cast<ptrdiff_t>(at) + 5,
                  IsDigit)) {
    citation.year = ref.substr(at + 1, 4);
    at += 5;
  }
  while (at < ref.size() && (ref[at] == '/' || ref[at] == '-')) ++at;
  citation.symbol = ref.substr(at);
}

// "…, ngày 01/8/2023", "… ngày 01/8/2023"
void CitationReader::FindDate(Citation& citation) const {
  if (!IsDay(citation.figure + 1)) return FindDateBefore(citation);
  const Span day = analysis_.figures[citation.figure + 1].span;
  std::string_view between = key_.substr(citation.end, day.begin - citation.end);
  while (!between.empty() && (between.front() == ' ' || between.front() == ',' || between.front() == '\n'))
    between.remove_prefix(1);
  while (!between.empty() && (between.back() == ' ' || between.back() == '\n')) between.remove_suffix(1);
  if (!between.empty() && std::find(date_joints_.begin(), date_joints_.end(), between) == date_joints_.end())
    return FindDateBefore(citation);
  citation.date = citation.figure + 1;
  citation.end = day.end;
}

// "ngày 21/3/2021, Ban Thường vụ ban hành Chương trình số …"
void CitationReader::FindDateBefore(Citation& citation) const {
  if (citation.figure == 0 || !IsDay(citation.figure - 1)) return;
  const Span day = analysis_.figures[citation.figure - 1].span;
  const uint32_t begin = analysis_.figures[citation.figure].span.begin;
  if (begin - day.end > kFarthestIssue) return;
  const std::string_view between = key_.substr(day.end, begin - day.end);
  if (HasAnyOf(between, kClauseSigns) || !between.starts_with(",")) return;
  if (FindPhrase(key_, day.end, citation.begin, issue_verbs_) < citation.begin) citation.date = citation.figure - 1;
}

void CitationReader::FindKind(Citation& citation) const {
  size_t end = citation.begin;
  const auto skip = [&](const ByteSet& signs) {
    while (end > 0 && signs.Has(key_[end - 1])) --end;
  };
  skip(kLeadSigns);
  for (size_t size = PhraseBefore(key_, end, number_words_); size > 0; size = PhraseBefore(key_, end, number_words_)) {
    end -= size;
    skip(kBlanks);
  }
  while (end < citation.begin && (key_[end] == ' ' || key_[end] == '\n')) ++end;
  citation.begin = static_cast<uint32_t>(end);
  while (end > 0 && (key_[end - 1] == ' ' || key_[end - 1] == '\n')) --end;
  const size_t size = PhraseBefore(key_, end, kinds_);
  if (size == 0) return;
  citation.begin = static_cast<uint32_t>(end - size);
  citation.kind = key_.substr(citation.begin, size);
}

// A stop or a semicolon before a blank; the stop of an abbreviation is rare in these texts.
bool CitationReader::IsSentenceEnd(size_t at) const {
  if (key_[at] == ';' || key_[at] == '\t' || key_[at] == '|') return true;
  return key_[at] == '.' && (at + 1 >= key_.size() || key_[at + 1] == ' ' || key_[at + 1] == '\n');
}

// Behind the last end of a sentence before `at`, or `first`, before which it is not looked for.
uint32_t CitationReader::SentenceBegin(uint32_t at, uint32_t first) const {
  const auto behind_sign = [&](size_t end) {
    return first + BehindLast<SentenceSign>(key_.substr(first, end - first));
  };
  size_t begin = behind_sign(at);
  while (begin > first && !IsSentenceEnd(begin - 1)) begin = behind_sign(begin - 1);
  return static_cast<uint32_t>(begin);
}

// Of the first sentence that ends at `at` or behind it; at most `last`, unless that stands before `at`.
uint32_t CitationReader::SentenceEnd(uint32_t at, uint32_t last) const {
  if (at >= last) return at;
  const std::string_view text = key_.substr(0, last);
  size_t end = FindFirst<SentenceSign>(text, at);
  while (end < last && !IsSentenceEnd(end)) end = FindFirst<SentenceSign>(text, end + 1);
  return static_cast<uint32_t>(end);
}

void CitationReader::FindSentence(Citation& citation) const {
  const Place place = analysis_.structure.PlaceOf(citation.begin);
  citation.block = place.block;
  Span bounds{citation.begin, citation.end};
  if (place.block != kNoIndex) {
    for (const Span span : analysis_.structure.blocks[place.block].spans) {
      if (span.begin <= citation.begin && citation.begin < span.end) bounds = span;
    }
  }
  citation.sentence = {SentenceBegin(citation.begin, bounds.begin),
                       SentenceEnd(std::max(citation.end, bounds.begin), bounds.end)};
  citation.subject = {citation.end, std::min(citation.sentence.end, citation.end + kLongestSubject)};
}

// \return whether there is one
bool CitationReader::ReadAt(uint32_t index, Citation& citation) const {
  const Figure& figure = analysis_.figures[index];
  if (figure.ref.empty() || !IsDigit(figure.ref.front())) return false;
  citation.figure = index;
  citation.begin = figure.span.begin;
  citation.end = figure.span.end;
  citation.ref = key_.substr(figure.span.begin, figure.span.size());
  std::erase_if(citation.ref, [](char c) { return kBlanks.Has(c); });
  SplitNumber(citation);
  FindKind(citation);
  FindDate(citation);
  if (citation.date != kNoIndex) citation.day = analysis_.figures[citation.date].start;
  FindSentence(citation);
  return true;
}

/// \param kinds  of the figures
std::vector<Citation> CitationReader::Read(const std::vector<FigureKind>& kinds) {
  std::vector<Citation> citations;
  citations.reserve(static_cast<size_t>(std::count(kinds.begin(), kinds.end(), FigureKind::kDocref)));
  for (uint32_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] != FigureKind::kDocref) continue;
    if (!ReadAt(i, citations.emplace_back())) citations.pop_back();
  }
  for (size_t i = 0; i + 1 < citations.size(); ++i) {
    Span& subject = citations[i].subject;
    subject.end = std::max(subject.begin, std::min(subject.end, citations[i + 1].begin));
  }
  return citations;
}

}  // namespace

const std::vector<Citation>& ReadCitations(FindingList& found, const RelationRule& rule) {
  const auto words = [&](std::string_view name) { return &WordsOf(found.rules, rule, name); };
  auto& citations =
      found.citations[{words("kinds"), words("number_words"), words("date_joints"), words("issue_verbs")}];
  if (!citations)
    citations = std::make_shared<const std::vector<Citation>>(CitationReader(found, rule).Read(found.kinds()));
  return *citations;
}

}  // namespace soat
