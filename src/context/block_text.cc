// BlockText.
#include "context/block_text.h"

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kAdverbialRest = 3;   // words beside the period of an adverbial
constexpr size_t kShortRest = 16;      // bytes behind a scope that still belong to it: ", thị trấn"
constexpr size_t kFarthestValue = 64;  // values to look back over for one of the same unit

const WordRow& Filled(WordRow& room, std::string_view key, const ContextLexicons& lexicons) {
  room.Read(key, lexicons.all_words);
  return room;
}

std::vector<size_t>& Zeros(std::vector<size_t>& room, size_t count) {
  room.assign(count, 0);
  return room;
}

bool IsBehindBlank(std::string_view key, size_t at) {
  return at > 0 && (key[at - 1] == ' ' || (key[at - 1] == '\n' && at > 1 && key[at - 2] == ' '));
}

}  // namespace

bool IsCounted(const Figure& figure) {
  return (figure.kind == FigureKind::kCount || figure.kind == FigureKind::kRatio) && !figure.unit.empty();
}

BlockText::BlockText(const ContextLexicons& lexicons, const Passage& block, std::vector<Figure>& all_figures,
                     const ReportIdentity& report, PassageRoom& room)
    : words(lexicons),
      passage(block),
      key(block.key()),
      row(Filled(room.row, key, lexicons)),
      figures(all_figures),
      identity(report),
      scopes(lexicons, row),
      trimmer(lexicons, row),
      labels(lexicons, block, row, scopes, all_figures),
      segments(SegmentsOf(block, row, lexicons, room.segments)),
      behind(Zeros(room.behind, block.figures().size())),
      depth(Zeros(room.depth, block.figures().size())) {}

const PassageFigure* BlockText::FigureIn(Chunk chunk) const {
  const size_t next = passage.From(chunk.begin);
  return next == size() || At(next).end > chunk.end ? nullptr : &At(next);
}

bool BlockText::IsTime(const PassageFigure& figure) const {
  const FigureKind kind = figures[figure.figure].kind;
  return kind == FigureKind::kPeriod || kind == FigureKind::kDate;
}

const PassageFigure* BlockText::LeadingPeriod(Chunk chunk) const {
  const PassageFigure* first = FigureIn(chunk);
  if (first == nullptr || !IsTime(*first)) return nullptr;
  Chunk before{chunk.begin, first->begin};
  trimmer.TrimBegin(before);
  return before.empty() ? first : nullptr;
}

bool BlockText::IsAdverbial(const Segment& segment) const {
  const Chunk chunk = trimmer.WithoutEdges(segment.chunk);
  if (words.comparisons.IsAt(row, chunk.begin)) return true;
  const PassageFigure* period = LeadingPeriod(chunk);
  if (period == nullptr) return false;
  return trimmer.Words(trimmer.WithoutEdges({period->end, chunk.end})) <= kAdverbialRest;
}

bool BlockText::IsScope(Chunk chunk) const {
  const ScopeHit* hit = scopes.At(chunk.begin);
  if (hit == nullptr || hit->chunk.end > chunk.end) return false;
  Chunk rest{hit->chunk.end, chunk.end};
  const bool listed = rest.size() < kShortRest && trimmer.Key(rest).find(',') != std::string_view::npos;
  trimmer.TrimBegin(rest);
  return rest.empty() || listed;
}

size_t BlockText::Claimed(size_t index, size_t position) const {
  while (index-- > 0) {
    if (At(index).value && At(index).begin < position) return behind[index];
  }
  return 0;
}

const Figure* BlockText::Previous(size_t index) const {
  for (size_t i = index; i-- > 0;) {
    if (At(i).value && depth[i] <= depth[index]) return &FigureAt(i);
  }
  return nullptr;
}

const Figure* BlockText::LastOfUnit(size_t index) const {
  const std::string& unit = FigureAt(index).unit;
  for (size_t i = index; i-- > 0 && i + kFarthestValue > index;) {
    const Figure& other = FigureAt(i);
    if (!At(i).value || !other.unit.starts_with(unit)) continue;
    if (other.unit.size() == unit.size() || other.unit[unit.size()] == ' ') return &other;
  }
  return nullptr;
}

const PassageFigure* BlockText::NextValue(size_t index) const {
  while (++index < size()) {
    if (At(index).value) return &At(index);
  }
  return nullptr;
}

size_t BlockText::FindIn(Chunk chunk, const Lexicon& phrases, size_t limit) const {
  const bool cuts = limit > 0 && limit < key.size() && ClassOf(key[limit]) != ByteClass::kOther;  // a word, maybe
  if (!cuts && !phrases.MayBeginIn(row)) return chunk.end;
  const WordRow::Word* const end = row.words().data() + row.words().size();
  for (const WordRow::Word* word = row.FirstFrom(chunk.begin); word != end && word->begin < chunk.end; ++word) {
    if (!phrases.MayBeginWith(*word) && word->end <= limit) continue;
    if (word->begin != chunk.begin && !IsBehindBlank(key, word->begin)) continue;
    if (phrases.LongestAt(row, word->begin, limit)) return word->begin;
  }
  return chunk.end;
}

size_t BlockText::WordEnd(size_t at) const {
  const size_t blank = key.find(' ', at);
  return blank == std::string_view::npos ? key.size() : blank;
}

size_t BlockText::NextWord(size_t at) const { return BlanksEnd(key, WordEnd(at)); }

}  // namespace soat
