// WordsBehind.
#include "context/words_behind.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kLongestBehind = 256;  // bytes behind a figure in which more of a list may begin

// What can begin at a word, as a set of JointKinds.
uint32_t JointsAt(const BlockText& text, size_t at, size_t end) {
  const auto joint = text.words.joints.LongestAt(text.row, at, end);
  return joint ? joint->value : 0;
}

// Where between two values of one clause the words of the second one begin; at `end` when nothing joins them. Behind a
// value that counts nothing that is the first "and" or "with", else the last verb. Behind a count, whose noun has words
// of its own, it is the first "with", else the last verb with the acts before it ("300 lao động ⟨và đưa được⟩").
size_t JoinBefore(const BlockText& text, size_t begin, size_t end, bool counted) {
  const std::string_view key = text.key.substr(0, end);
  const uint32_t parting = counted ? kParting : kParting | kCut;
  size_t join = end;
  const auto next = [&](size_t from) { return text.FindIn({from, end}, text.words.joints, end); };
  for (size_t at = next(BlanksEnd(key, begin)); at < end; at = next(text.NextWord(at))) {
    const uint32_t joints = JointsAt(text, at, end);
    if ((joints & kComparison) != 0) {
      at = text.words.comparisons.LongestAt(text.row, at, end).value_or(Lexicon::Hit{at, 0}).end;
    } else if ((joints & parting) != 0) {
      return at;
    } else if ((joints & kJoin) != 0) {
      join = at;
    }
  }
  if (join == end) return end;
  const Chunk own{begin, BlanksBegin(key, join)};
  if (const auto negation = text.words.negations.LongestBefore(text.row, own.end, own.begin)) return negation->begin;
  const auto acts = text.trimmer.ActsBegin(own);
  const auto cut = acts ? text.words.cuts.LongestBefore(text.row, *acts) : std::nullopt;
  return cut && cut->begin > begin ? cut->begin : join;
}

// Whether words end in the passive of the verb behind them, and other words come before it: "đến được".
bool EndsInPassive(const BlockText& text, Chunk words) {
  words = text.trimmer.WithoutEdges(words);
  const auto passive = text.words.passives.LongestBefore(text.row, words.end, words.begin);
  return passive && passive->begin > words.begin;
}

bool EndsInScope(const BlockText& text, Chunk chunk) {
  const ScopeHit* last = nullptr;
  for (const ScopeHit* hit = text.scopes.Next(chunk.begin); hit != nullptr && hit->chunk.end <= chunk.end;
       hit = text.scopes.Next(hit->chunk.end)) {
    last = hit;
  }
  return last != nullptr && last->chunk.end == chunk.end;
}

// Whether a segment goes on with the list that a description is: "100% cán bộ⟨, công chức được cấp …⟩".
bool GoesOn(const BlockText& text, Chunk behind, size_t segment) {
  const Chunk chunk = text.segments[segment].chunk;
  // "100% các xã⟨, thị trấn đã ứng dụng …⟩", "từ cấp huyện⟨, cấp xã được ký số⟩"
  if (text.words.scope_lists.IsAt(text.row, chunk.begin)) return true;
  if (text.scopes.At(chunk.begin) != nullptr && EndsInScope(text, text.segments[segment - 1].chunk)) return true;
  if (segment + 1 < text.segments.size() && text.segments[segment + 1].sign == ':') return false;
  Chunk words = chunk;
  const bool opening = text.trimmer.TrimBegin(words);
  // "văn bản đi⟨, đến được xử lý⟩"
  if (!opening && words.begin > chunk.begin && EndsInPassive(text, {chunk.begin, words.begin})) return true;
  if (words.begin != chunk.begin) return false;
  return !text.trimmer.BeginsWithAct(words) || text.trimmer.ActsBegin(behind).has_value();
}

}  // namespace

size_t UnitEnd(const BlockText& text, size_t index) {
  const Figure& figure = text.FigureAt(index);
  const size_t end = text.At(index).end;
  if (!IsCounted(figure) && figure.kind != FigureKind::kMeasure) return end;
  const size_t word = BlanksEnd(text.key, end);
  const auto opener = text.words.noun_openers.LongestAt(text.row, word);
  const size_t noun = opener ? BlanksEnd(text.key, opener->end) : word;
  if (text.key.substr(noun, figure.unit.size()) == figure.unit) return noun + figure.unit.size();
  return figure.kind == FigureKind::kMeasure ? LettersEnd(text.key, word) : end;
}

Chunk WordsBehind(const BlockText& text, size_t index, size_t segment) {
  const size_t unit_end = UnitEnd(text, index);
  while (segment + 1 < text.segments.size() && text.segments[segment].chunk.end < unit_end) ++segment;
  Chunk behind{text.At(index).end, text.segments[segment].chunk.end};
  const bool counted = IsCounted(text.FigureAt(index));
  const PassageFigure* next = text.NextValue(index);
  if (next != nullptr && next->begin < behind.end) {
    const size_t join = JoinBefore(text, unit_end, next->begin, counted);
    return {behind.begin, std::max(std::min(unit_end, next->begin), join)};
  }
  if (counted && text.trimmer.WithoutEdges({unit_end, behind.end}).empty()) return behind;
  for (size_t k = segment + 1; k < text.segments.size(); ++k) {
    const Segment& more = text.segments[k];
    if (more.sign != ',' || more.depth != text.segments[segment].depth) break;
    if (more.chunk.begin > behind.begin + kLongestBehind) break;
    if ((next != nullptr && next->begin < more.chunk.end) || !GoesOn(text, behind, k)) break;
    behind.end = more.chunk.end;
  }
  return behind;
}

Chunk BeforeComparison(const BlockText& text, Chunk chunk) {
  const size_t begin = BlanksEnd(text.key.substr(0, chunk.end), chunk.begin);
  return {chunk.begin, text.FindIn({begin, chunk.end}, text.words.comparisons, chunk.end)};
}

Chunk BeforePredicate(const BlockText& text, Chunk chunk) {
  const size_t begin = BlanksEnd(text.key.substr(0, chunk.end), chunk.begin);
  const size_t negation = text.FindIn({begin, chunk.end}, text.words.negations, chunk.end);
  return {chunk.begin, text.FindIn({begin, negation}, text.words.passives, chunk.end)};
}

}  // namespace soat
