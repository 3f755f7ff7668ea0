// GoverningReader.
#include "context/governing.h"

#include <algorithm>
#include <utility>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kLongestSubject = 8;  // words
constexpr size_t kNearScope = 16;      // bytes between two scopes that stand together: "cấp huyện và cấp xã"
constexpr size_t kOfficeName = 6;      // words between an office and what it does
constexpr size_t kYearDigits = 4;
constexpr size_t kWholeDay = 10;  // bytes of an ISO date

// A whole day, as far as the calendar is concerned.
bool IsDay(const Figure& figure) { return figure.kind == FigureKind::kDate && figure.start.size() == kWholeDay; }

}  // namespace

void GoverningReader::Open(size_t segment) {
  const Segment& here = text_.segments[segment];
  if (here.sign == '.' && here.depth == 0) OpenSentence(here.chunk);
  governing_.resize(here.depth + 1, governing_.back());
  Chunk words = here.chunk;
  const bool parts = text_.words.part_leads.IsAt(text_.row, words.begin);
  text_.trimmer.TrimBegin(words);
  Governing& governing = governing_.back();
  if (parts && here.depth == 0) parts_ = governing.scope;
  if (here.sign == ';' && !parts && !text_.trimmer.BeginsWithAct(words)) {
    governing.scope = here.depth == 0 ? parts_ : nullptr;
    governing.subject = governing.act = {};
  }
  TakePeriod(here.chunk);
  TakeScope(segment, words);
  if (text_.words.aims.IsAt(text_.row, here.chunk.begin))
    governing.aim = true;
  else if (text_.words.aim_ends.IsAt(text_.row, here.chunk.begin))
    governing.aim = false;
  if (parts && governing.scope == nullptr) governing.scope = ScopeOfLast(here);
  if (Leads(segment)) TakeSubject(segment, words);
}

// "UBND huyện tiếp nhận 90 hồ sơ. Trong đó, …": the parts are of whom and of when the total is.
void GoverningReader::OpenSentence(Chunk words) {
  sentence_ = words.begin;
  before_ = std::move(governing_.front());
  governing_.assign(1, {});
  parts_ = nullptr;
  named_before_ = named_;
  named_ = nullptr;
  if (!text_.words.part_leads.IsAt(text_.row, words.begin)) return;
  Governing& governing = governing_.front();
  named_ = named_before_;
  governing.scope = before_.scope;
  governing.scope_at = before_.scope_at;
  governing.start = before_.start;
  governing.end = before_.end;
}

void GoverningReader::Skip(size_t segment) {
  const Segment& here = text_.segments[segment];
  if (here.sign == '.' && here.depth == 0) governing_.assign(1, {}), named_ = nullptr;
  if (segment < 2 || (here.sign == '.' && here.depth == 0 && Leads(segment))) Open(segment);
}

size_t GoverningReader::SentenceEnd(size_t segment) {
  if (text_.segments[segment].chunk.begin < sentence_end_) return sentence_end_;
  const auto ends = [](const Segment& later) { return later.sign == '.' && later.depth == 0; };
  const auto next =
      std::find_if(text_.segments.begin() + static_cast<ptrdiff_t>(segment) + 1, text_.segments.end(), ends);
  sentence_end_ = next == text_.segments.end() ? text_.key.size() : next->chunk.begin;
  return sentence_end_;
}

bool GoverningReader::Leads(size_t segment) const {
  return segment + 1 < text_.segments.size() && text_.segments[segment + 1].sign == ':';
}

// "Trong năm 2022, …", "Từ ngày 1/1/2022 đến ngày 24/11/2022, …" and "Tính đến ngày 24/11/2022, …" govern what follows
// in the sentence.
void GoverningReader::TakePeriod(Chunk chunk) {
  const PassageFigure* first = text_.LeadingPeriod(chunk);
  if (first == nullptr) return TakeLastDay(chunk);
  Governing& governing = governing_.back();
  const Figure& figure = text_.figures[first->figure];
  if (figure.kind == FigureKind::kPeriod) {
    governing.start = figure.start;
    governing.end = figure.end;
    governing.period_at = first->begin;
    // "Trong năm 2022 đến tháng 6/2023"
    const PassageFigure* last = text_.FigureIn({first->end, chunk.end});
    if (last != nullptr && text_.figures[last->figure].kind == FigureKind::kPeriod && FollowsAsEnd(*first, *last))
      governing.end = text_.figures[last->figure].end;
  }
  if (!IsDay(figure)) return;
  const PassageFigure* second = text_.FigureIn({first->end, chunk.end});
  if (second == nullptr || !IsDay(text_.figures[second->figure]) ||
      text_.figures[second->figure].start <= figure.start) {
    if (IsUntil(*first)) TakeUntil(*first);
    return;
  }
  governing.start = figure.start;
  governing.end = text_.figures[second->figure].start;
  governing.period_at = first->begin;
}

// "Kết quả làm sạch dữ liệu đến ngày 24/11/2022, đã …": a day at the end of a clause that has no value.
void GoverningReader::TakeLastDay(Chunk chunk) {
  const PassageFigure* last = nullptr;
  for (const PassageFigure* found = text_.FigureIn(chunk); found != nullptr;
       found = text_.FigureIn({found->end, chunk.end})) {
    if (found->value) return;
    last = found;
  }
  if (last != nullptr && last->end == chunk.end && IsDay(text_.figures[last->figure]) && IsUntil(*last))
    TakeUntil(*last);
}

// "Hồ sơ cấp huyện là 90 hồ sơ, ⟨trong đó⟩ …": whose the last value is, or null.
const std::string* GoverningReader::ScopeOfLast(const Segment& segment) const {
  const auto& all = text_.passage.figures();
  auto last = all.begin() + static_cast<ptrdiff_t>(text_.passage.From(segment.chunk.begin));
  while (last != all.begin() && (--last)->begin >= sentence_) {
    if (!last->value || text_.depth[static_cast<size_t>(last - all.begin())] > segment.depth) continue;
    const std::string& scope = text_.figures[last->figure].scope;
    return scope.empty() ? nullptr : &scope;
  }
  return nullptr;
}

bool GoverningReader::IsUntil(const PassageFigure& figure) const {
  return text_.words.until_words.LongestBefore(text_.row, figure.begin).has_value();
}

// Whether a later period is the end of one directly before it.
bool GoverningReader::FollowsAsEnd(const PassageFigure& first, const PassageFigure& last) const {
  const std::string_view key = text_.key.substr(0, last.begin);
  const auto until = text_.words.until_words.LongestBefore(text_.row, last.begin);
  const Figure& end = text_.figures[last.figure];
  return until && until->begin == BlanksEnd(key, first.end) && end.end.size() == kWholeDay &&
         text_.figures[first.figure].end < end.end;
}

// Up to a day: from the first day of the report's period; of a day before it, from the first one of that year.
void GoverningReader::TakeUntil(const PassageFigure& last) {
  const std::string& day = text_.figures[last.figure].start;
  const ReportIdentity& report = text_.identity;
  if (report.period_start.empty() || day > report.period_end) return;
  Governing& governing = governing_.back();
  governing.start = day < report.period_start ? day.substr(0, kYearDigits) + "-01-01" : report.period_start;
  governing.end = day;
  governing.period_at = last.begin;
}

// A scope at the start of a clause is that of the clause; one that leads the block in ("Tại cấp xã:") is the block's.
// A sentence on another scope is on the same time.
void GoverningReader::TakeScope(size_t segment, Chunk words) {
  const ScopeHit* hit = text_.scopes.At(words.begin);
  const std::string* name = nullptr;
  size_t end = words.begin;
  if (hit != nullptr && hit->chunk.end <= words.end) name = &text_.scopes.Name(*hit), end = hit->chunk.end;
  for (size_t at = text_.segments[segment].chunk.begin; name == nullptr && at <= words.begin; at = text_.NextWord(at)) {
    name = OfficeScope(at);
  }
  if (name == nullptr) return;
  const ScopeHit* other = text_.scopes.Next(end);
  if (other != nullptr && other->chunk.begin < end + kNearScope && text_.scopes.Name(*other) != *name) return;
  Governing& governing = governing_.back();
  governing.scope = name;
  governing.scope_at = words.begin;
  named_ = name;
  if (governing.start.empty() && named_before_ != nullptr && *named_before_ != *name)
    governing.start = before_.start, governing.end = before_.end;
  if (hit != nullptr && segment < 2 && Leads(segment) && text_.IsScope(words)) block_scope_ = name;
}

// "UBND huyện Bình An đã tiếp nhận …": of an office that handles something; where another scope was named before,
// "các xã, thị trấn 90 hồ sơ" says it too.
const std::string* GoverningReader::OfficeScope(size_t begin) const {
  const std::string_view key = text_.key;
  const auto office = text_.words.offices.LongestAt(text_.row, begin);
  if (!office) return nullptr;
  const std::string* scope = &text_.words.office_phrases[office->value].scope;
  size_t at = BlanksEnd(key, office->end);
  if (at < key.size() && key[at] == ',') at = BlanksEnd(key, at + 1);
  if (const auto listed = text_.words.scope_lists.LongestAt(text_.row, at)) at = BlanksEnd(key, listed->end);
  for (size_t word = 0; word < kOfficeName && at < key.size(); ++word, at = text_.NextWord(at)) {
    if (text_.words.office_acts.IsAt(text_.row, at)) return scope;
    if (IsDigit(key[at])) return named_ != nullptr || named_before_ != nullptr ? scope : nullptr;
    const auto opening = text_.words.beginnings.LongestAt(text_.row, at);
    const bool name = text_.passage.text()[at] != key[at];  // a capital
    if (!name && !(opening && opening->value == kOpening)) return nullptr;
  }
  return nullptr;
}

void GoverningReader::TakeSubject(size_t segment, Chunk words) {
  const Segment& here = text_.segments[segment];
  const bool names = here.sign != ',' && !text_.IsScope(words) && text_.FigureIn(words) == nullptr &&
                     !text_.words.part_leads.IsAt(text_.row, words.begin) &&
                     text_.trimmer.Words(words) <= kLongestSubject;
  if (names) SetSubject(words);
  if (here.sign == '.') topic_ = now().subject;
}

}  // namespace soat
