// GoverningReader.
#include "context/governing.h"

#include <algorithm>

namespace soat {
namespace {

constexpr size_t kLongestSubject = 8;  // words
constexpr size_t kNearScope = 16;      // bytes between two scopes that stand together: "cấp huyện và cấp xã"

// A whole day, as far as the calendar is concerned.
bool IsDay(const Figure& figure) { return figure.kind == FigureKind::kDate && figure.start.size() == 10; }

}  // namespace

void GoverningReader::Open(size_t segment) {
  const Segment& here = text_.segments[segment];
  if (here.sign == '.' && here.depth == 0) governing_.assign(1, {}), sentence_ = here.chunk.begin;
  governing_.resize(here.depth + 1, governing_.back());
  Chunk words = here.chunk;
  text_.trimmer.TrimBegin(words);
  Governing& governing = governing_.back();
  if (here.sign == ';' && !text_.trimmer.BeginsWithAct(words)) {
    governing.scope = nullptr;
    governing.subject = governing.act = {};
  }
  TakePeriod(here.chunk);
  TakeScope(segment, words);
  if (Leads(segment)) TakeSubject(segment, words);
}

void GoverningReader::Skip(size_t segment) {
  const Segment& here = text_.segments[segment];
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

// "Trong năm 2022, …" and "Từ ngày 1/1/2022 đến ngày 24/11/2022, …" govern what follows in the sentence.
void GoverningReader::TakePeriod(Chunk chunk) {
  const PassageFigure* first = text_.LeadingPeriod(chunk);
  if (first == nullptr) return;
  Governing& governing = governing_.back();
  const Figure& figure = text_.figures[first->figure];
  if (figure.kind == FigureKind::kPeriod) governing.start = &figure.start, governing.end = &figure.end;
  if (!IsDay(figure)) return;
  const PassageFigure* second = text_.FigureIn({first->end, chunk.end});
  if (second == nullptr || !IsDay(text_.figures[second->figure])) return;
  if (text_.figures[second->figure].start <= figure.start) return;
  governing.start = &figure.start;
  governing.end = &text_.figures[second->figure].start;
}

// A scope at the start of a clause is that of the clause; one that leads the block in ("Tại cấp xã:") is the block's.
void GoverningReader::TakeScope(size_t segment, Chunk words) {
  const ScopeHit* hit = text_.scopes.At(words.begin);
  if (hit == nullptr || hit->chunk.end > words.end) return;
  const std::string& name = text_.scopes.Name(*hit);
  const ScopeHit* other = text_.scopes.Next(hit->chunk.end);
  if (other != nullptr && other->chunk.begin < hit->chunk.end + kNearScope && text_.scopes.Name(*other) != name) return;
  governing_.back().scope = &name;
  governing_.back().scope_at = hit->chunk.begin;
  if (segment < 2 && Leads(segment) && text_.IsScope(words)) block_scope_ = &name;
}

void GoverningReader::TakeSubject(size_t segment, Chunk words) {
  const Segment& here = text_.segments[segment];
  const bool names = here.sign != ',' && !text_.IsScope(words) && text_.FigureIn(words) == nullptr &&
                     !text_.words.part_leads.LongestAt(text_.key, words.begin) &&
                     text_.trimmer.Words(words) <= kLongestSubject;
  if (names) SetSubject(words);
  if (here.sign == '.') topic_ = now().subject;
}

}  // namespace soat
