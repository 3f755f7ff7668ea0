// PhraseTrimmer.
#include "context/phrase.h"

#include "context/label_text.h"
#include "text/byte_classes.h"

namespace soat {

void PhraseTrimmer::TrimEnd(Chunk& chunk) const {
  while (!chunk.empty()) {
    while (!chunk.empty() && IsEdge(key_[chunk.end - 1])) --chunk.end;
    const auto hit = words_.ends.LongestBefore(row_, chunk.end, chunk.begin);
    if (!hit || hit->value == kKept) return;
    chunk.end = hit->begin;
  }
}

bool PhraseTrimmer::TrimBegin(Chunk& chunk) const {
  bool opening = false;
  while (!chunk.empty()) {
    while (!chunk.empty() && IsEdge(key_[chunk.begin])) ++chunk.begin;
    if (chunk.empty()) break;
    const auto hit = words_.beginnings.LongestAt(row_, chunk.begin, chunk.end);
    if (!hit || hit->value == kKept) break;
    opening = opening || hit->value == kOpening;
    chunk.begin = hit->end;
  }
  return opening;
}

Chunk PhraseTrimmer::WithoutEdges(Chunk chunk) const {
  while (!chunk.empty() && IsEdge(key_[chunk.begin])) ++chunk.begin;
  while (!chunk.empty() && IsEdge(key_[chunk.end - 1])) --chunk.end;
  return chunk;
}

size_t PhraseTrimmer::Words(Chunk chunk) const { return WordCount(Key(chunk)); }

std::optional<size_t> PhraseTrimmer::ActsBegin(Chunk chunk) const {
  std::optional<size_t> begin;
  size_t end = chunk.end;
  while (true) {
    const auto act = words_.acts.LongestBefore(row_, end, chunk.begin);
    if (!act || act->value != kAct) return begin;
    begin = end = act->begin;
    while (end > chunk.begin && (key_[end - 1] == ' ' || key_[end - 1] == ',')) --end;
    const auto join = words_.cuts.LongestBefore(row_, end, chunk.begin);
    if (join && join->begin > chunk.begin) end = join->begin;
  }
}

bool PhraseTrimmer::BeginsWithAct(Chunk chunk) const {
  if (chunk.empty()) return false;
  const auto act = words_.acts.LongestAt(row_, chunk.begin, chunk.end);
  return act && act->value == kAct;
}

}  // namespace soat
