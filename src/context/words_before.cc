// ReadWordsBefore.
#include "context/words_before.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kWholeDay = 10;  // bytes of an ISO date
constexpr size_t kYearDigits = 4;
constexpr size_t kListWord = 2;  // words of a segment that is one word of a list ("lưu trữ")

bool WithinAYear(const Figure& period) { return period.start.substr(0, 4) == period.end.substr(0, 4); }

class BeforeReader {
 public:
  BeforeReader(const BlockText& text, Figure& figure) : text_(text), words_(text.words), figure_(figure) {}

  WordsBefore Read(const GoverningReader& governing, size_t index, size_t segment);
  Chunk Core(Chunk chunk, bool& opening);

 private:
  void ReadLead(WordsBefore& before, size_t index, Chunk own) const;
  void ReadScope(const WordsBefore& before, Chunk own, const Governing& governing, size_t claimed);
  void Own(const PassageFigure& period);
  bool TakePeriod(Chunk& chunk);
  bool TakePeriodAtEnd(Chunk& chunk);
  void TakeMiddlePeriod(Chunk chunk);
  bool TakeReference(const WordsBefore& before, size_t index);
  const Figure* ComparedWith(size_t index) const;
  bool TakeActor(Chunk& chunk) const;
  Chunk Extended(const WordsBefore& before, size_t index, size_t segment) const;
  size_t Left(size_t at, size_t index, bool& valued) const;
  bool OpensWithAct(Chunk chunk, Chunk left) const;
  bool IsTimeAlone(Chunk chunk) const;

  const BlockText& text_;
  const ContextLexicons& words_;
  Figure& figure_;
};

constexpr size_t kNone = static_cast<size_t>(-1);

// A period at an edge of a name is the figure's own, unless the figure is compared with it.
void BeforeReader::Own(const PassageFigure& found) {
  const Figure& period = text_.figures[found.figure];
  if (period.kind != FigureKind::kPeriod || !figure_.start.empty()) return;
  if (words_.comparisons.LongestBefore(text_.row, found.begin)) return;
  figure_.start = period.start;
  figure_.end = period.end;
}

// A period or date at either end of a phrase is no part of a name.
bool BeforeReader::TakePeriod(Chunk& chunk) {
  const PassageFigure* first = text_.FigureIn(chunk);
  if (first == nullptr) return false;
  Chunk before{chunk.begin, first->begin};
  text_.trimmer.TrimBegin(before);
  if (!text_.IsTime(*first) || !(before.empty() || words_.comparisons.IsAt(text_.row, before.begin)))
    return TakePeriodAtEnd(chunk);
  Own(*first);
  chunk.begin = first->end;
  return true;
}

bool BeforeReader::TakePeriodAtEnd(Chunk& chunk) {
  const PassageFigure& last = text_.At(text_.passage.From(chunk.end) - 1);
  Chunk rest{last.end, chunk.end};
  text_.trimmer.TrimEnd(rest);
  if (!text_.IsTime(last) || last.end > chunk.end || !rest.empty()) return false;
  Own(last);
  chunk.end = last.begin;
  const auto base = words_.comparisons.LongestBefore(text_.row, chunk.end, chunk.begin);
  if (base) chunk.end = base->begin;
  return true;
}

// "Tổng chi năm 2023 cho đường giao thông": the only year within a name, when no document is named there.
void BeforeReader::TakeMiddlePeriod(Chunk chunk) {
  const PassageFigure* period = nullptr;
  for (const PassageFigure* found = text_.FigureIn(chunk); found != nullptr;
       found = text_.FigureIn({found->end, chunk.end})) {
    const Figure& other = text_.figures[found->figure];
    if (found->value || other.kind == FigureKind::kIndex) continue;
    if (other.kind != FigureKind::kPeriod || period != nullptr || !WithinAYear(other)) return;
    period = found;
  }
  if (period != nullptr) Own(*period);
}

// Of the values before a figure the nearest that is no change and no target.
const Figure* BeforeReader::ComparedWith(size_t index) const {
  while (index-- > 0) {
    if (!text_.At(index).value) continue;
    const Figure& value = text_.FigureAt(index);
    if (value.role == FigureRole::kResult || value.role == FigureRole::kTotal || value.role == FigureRole::kPart)
      return &value;
  }
  return nullptr;
}

// "tăng 40% so với năm 2022 (642 triệu đồng)": the value of that year, when it has the unit of what is compared with
// it.
bool BeforeReader::TakeReference(const WordsBefore& before, size_t index) {
  if (!before.bare || before.sign != '(' || index == 0) return false;
  const PassageFigure& time = text_.At(index - 1);
  const Figure& period = text_.figures[time.figure];
  const std::string_view key = text_.key;
  if (period.kind != FigureKind::kPeriod || period.start.size() != kWholeDay) return false;
  const size_t open = BlanksEnd(key, time.end);
  if (open >= key.size() || key[open] != '(') return false;
  if (!words_.comparisons.LongestBefore(text_.row, time.begin)) return false;
  const Figure* compared = ComparedWith(index);
  if (compared == nullptr || compared->kind != figure_.kind || compared->unit != figure_.unit) return false;
  figure_.start = period.start;
  figure_.end = period.end;
  const ReportIdentity& report = text_.identity;
  if (words_.same_spans.LongestBefore(text_.row, time.begin) && !report.period_start.empty()) {
    figure_.start.replace(kYearDigits, std::string::npos, report.period_start, kYearDigits);
    figure_.end.replace(kYearDigits, std::string::npos, report.period_end, kYearDigits);
  }
  return true;
}

// "Toàn huyện đã ⟨chi⟩", "UBND huyện ⟨ban hành⟩": who acts is no part of the name.
bool BeforeReader::TakeActor(Chunk& chunk) const {
  const std::string_view key = text_.key.substr(0, chunk.end);
  const auto actor = words_.actors.LongestAt(text_.row, chunk.begin, chunk.end);
  const ScopeHit* hit = text_.scopes.At(chunk.begin);
  if (!actor && (hit == nullptr || hit->chunk.end > chunk.end)) return false;
  // "Ban Chỉ đạo có 31 thành viên": they belong to it.
  if (actor && actor->end == chunk.end && words_.members.LongestAt(figure_.unit, 0)) return false;
  size_t end = actor ? actor->end : hit->chunk.end;
  const size_t more = end < key.size() && key[end] == ',' ? BlanksEnd(key, end + 1) : end;
  if (const auto listed = words_.scope_lists.LongestAt(text_.row, more, chunk.end)) end = listed->end;
  const Chunk rest{BlanksEnd(key, end), chunk.end};
  const auto verb = words_.beginnings.LongestAt(text_.row, rest.begin, chunk.end);
  if (!rest.empty() && !(verb && verb->value == kOpening) && !text_.trimmer.BeginsWithAct(rest)) return false;
  chunk = rest;
  return true;
}

Chunk BeforeReader::Core(Chunk chunk, bool& opening) {
  do {
    text_.trimmer.TrimEnd(chunk);
    opening = text_.trimmer.TrimBegin(chunk) || opening;
    if (chunk.empty() || text_.IsScope(chunk)) return {};
    if (words_.comparisons.IsAt(text_.row, chunk.begin) && text_.FigureIn(chunk) == nullptr) return {};
  } while (TakePeriod(chunk) || TakeActor(chunk));
  return chunk;
}

// The segment to the left in the same parentheses, or kNone. `valued` tells whether the parentheses between the two
// hold a value: "Bình Minh (29), An Phú (26)".
size_t BeforeReader::Left(size_t at, size_t index, bool& valued) const {
  size_t left = at;
  while (left-- > 0 && text_.segments[left].depth > text_.segments[at].depth) {
    const Chunk chunk = text_.segments[left].chunk;
    valued = valued || text_.Claimed(index, chunk.end) > chunk.begin;
  }
  return left;
}

// A clause of its own begins with an act, unless the act is one of a list ("được soạn, ký, gửi").
bool BeforeReader::OpensWithAct(Chunk chunk, Chunk left) const {
  const PhraseTrimmer& trimmer = text_.trimmer;
  if (!trimmer.BeginsWithAct(trimmer.WithoutEdges(chunk)) || trimmer.Words(left) <= kListWord) return false;
  if (trimmer.ActsBegin(trimmer.WithoutEdges(left))) return false;
  return text_.FindIn(left, words_.passives, text_.key.size()) >= left.end;
}

// Nothing but a period: "năm 2022".
bool BeforeReader::IsTimeAlone(Chunk chunk) const {
  const PassageFigure* period = text_.LeadingPeriod(chunk);
  return period != nullptr && text_.trimmer.WithoutEdges({period->end, chunk.end}).empty();
}

// A name goes on to the left over the commas of a list, and starts left of a colon or parenthesis behind which the
// value alone stands.
Chunk BeforeReader::Extended(const WordsBefore& before, size_t index, size_t segment) const {
  Chunk chunk = before.core;
  // "Thù lao cho cán bộ: được hưởng 50%"
  if ((before.sign == ':' || before.sign == '(') &&
      words_.passives.IsAt(text_.row, text_.segments[segment].chunk.begin))
    chunk.begin = chunk.end;
  bool stop = before.fresh;
  for (size_t at = segment; !stop;) {
    const char sign = text_.segments[at].sign;
    const bool alone = chunk.empty();
    if (sign == '.' || sign == ';' || ((sign == '(' || sign == ':') && !alone)) break;
    if (sign == ',' && alone && !before.linked && !before.Is(kJoin)) break;
    bool valued = false;
    const size_t left = Left(at, index, valued);
    if (left != kNone && sign == ':' && alone && IsTimeAlone(text_.segments[left].chunk)) {
      at = left;  // "Kinh phí: năm 2022: 412 triệu đồng"
      continue;
    }
    if (left == kNone || (valued && sign == ',') || text_.IsAdverbial(text_.segments[left])) break;
    Chunk words = text_.segments[left].chunk;
    const size_t claimed = text_.Claimed(index, words.end);
    if (claimed >= words.end) break;
    words.begin = std::max(words.begin, claimed);
    if (!alone && OpensWithAct(chunk, words)) break;
    chunk = {words.begin, alone ? words.end : chunk.end};
    stop = claimed == words.begin || text_.LeadingPeriod(text_.segments[left].chunk) != nullptr;
    stop = text_.trimmer.TrimBegin(words) || stop;
    at = left;
  }
  return chunk;
}

void BeforeReader::ReadLead(WordsBefore& before, size_t index, Chunk own) const {
  const std::string_view key = text_.key;
  before.lead_end = BlanksBegin(key, text_.At(index).begin);
  if (const auto qualifier = words_.qualifiers.LongestBefore(text_.row, before.lead_end))
    before.lead_end = BlanksBegin(key, qualifier->begin);
  const Chunk led{own.begin, std::max(own.begin, before.lead_end)};
  before.bare = text_.trimmer.WithoutEdges(led).empty();
  if (const auto lead = words_.leads.LongestBefore(text_.row, led.end, led.begin)) before.lead = lead->value;
  before.genitive = words_.genitives.LongestBefore(text_.row, led.end, led.begin).has_value();
  before.linked = before.bare ? before.sign == ':' : before.Is(kCopula);
  if (!before.Is(kRemainder)) return;
  if (const auto remainder = words_.remainders.LongestBefore(text_.row, led.end, led.begin))
    before.remainder = {remainder->begin, before.lead_end};
}

// The scope of the figure's own words, else of the clause when it was named behind the last value.
void BeforeReader::ReadScope(const WordsBefore& before, Chunk own, const Governing& governing, size_t claimed) {
  const size_t begin = before.name.empty() ? own.begin : std::min(before.name.begin, own.begin);
  figure_.scope = text_.scopes.Of({begin, own.end});
  if (figure_.scope.empty() && governing.scope != nullptr && governing.scope_at >= claimed)
    figure_.scope = *governing.scope;
}

WordsBefore BeforeReader::Read(const GoverningReader& governing, size_t index, size_t segment) {
  const PassageFigure& at = text_.At(index);
  const Segment& here = text_.segments[segment];
  const size_t claimed = text_.Claimed(index, at.begin);
  const Chunk own{std::max(here.chunk.begin, std::min(claimed, at.begin)), at.begin};
  WordsBefore before;
  before.sign = own.begin > here.chunk.begin ? ' ' : here.sign;
  ReadLead(before, index, own);
  before.reference = TakeReference(before, index);
  before.core = Core(own, before.fresh);
  before.fresh = before.fresh || before.sign == ' ';
  before.name = Extended(before, index, segment);
  if (before.name.begin < own.begin) {
    bool ignored = false;
    before.name = Core(before.name, ignored);
  }
  TakeMiddlePeriod(before.name);
  const Governing& now = governing.now();
  if (figure_.start.empty() && now.period_at > claimed) figure_.start = now.start, figure_.end = now.end;
  ReadScope(before, own, governing.now(), claimed);
  return before;
}

}  // namespace

WordsBefore ReadWordsBefore(const BlockText& text, const GoverningReader& governing, size_t index, size_t segment) {
  return BeforeReader(text, text.FigureAt(index)).Read(governing, index, segment);
}

Chunk CoreOf(const BlockText& text, Chunk chunk, Figure& figure, bool& opening) {
  return BeforeReader(text, figure).Core(chunk, opening);
}

}  // namespace soat
