// BlockContext: each figure is named from the words before it, from those behind it, or like the figure before it.
#include "context/block_context.h"

#include <algorithm>
#include <array>

#include "context/label_text.h"
#include "soat/reader.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

// In words: the shortest tail or head that is worth standing alone; an act that goes with its noun.
constexpr size_t kShortestTail = 4, kShortAct = 4;
constexpr size_t kLongestAfter = 256;  // bytes behind a figure that can name it
constexpr size_t kShortRest = 16;      // bytes behind a scope that still belong to it: ", thị trấn"
constexpr std::string_view kBoundaries = ";:(";

// Signs at which words stop naming a figure, by byte.
constexpr std::array<bool, 256> MakeSigns(std::string_view signs) {
  std::array<bool, 256> table{};
  for (const char c : signs) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kStops = MakeSigns(";:().!?,");
bool IsIn(const std::array<bool, 256>& table, char c) { return table[static_cast<unsigned char>(c)]; }

}  // namespace

// Where the segment that ends at `end` starts; closed parentheses in it are skipped, even back over other figures.
size_t BlockContext::SegmentStart(size_t& floor, size_t end) const {
  for (size_t at = end; at > floor; --at) {
    const char c = key_[at - 1];
    if (!IsIn(kStops, c) || c == ',') continue;
    if (c == ')') {
      const size_t open = key_.rfind('(', at - 1);
      if (open == std::string_view::npos) return at;
      if (open < floor) floor = 0;
      at = open + 1;
    } else if (kBoundaries.find(c) != std::string_view::npos || EndsSentence(key_, at - 1)) {
      return at;
    }
  }
  return floor;
}

void BlockContext::TrimEnds(Chunk& chunk) const {
  while (!chunk.empty()) {
    while (!chunk.empty() && kEdges.find(key_[chunk.end - 1]) != std::string_view::npos) --chunk.end;
    const auto hit = words_.ends.LongestBefore(key_.substr(0, chunk.end), chunk.end);
    if (!hit || hit->begin < chunk.begin) return;
    chunk.end = hit->begin;
  }
}

void BlockContext::TrimBeginnings(Chunk& chunk) const {
  while (!chunk.empty()) {
    while (!chunk.empty() && kEdges.find(key_[chunk.begin]) != std::string_view::npos) ++chunk.begin;
    const auto hit = words_.beginnings.LongestAt(key_.substr(0, chunk.end), chunk.begin);
    if (!hit) return;
    chunk.begin = hit->end;
  }
}

// A period at either end of the words is the figure's own and no part of its name.
bool BlockContext::TakePeriod(Chunk& chunk, Figure& figure) const {
  for (const PassageFigure& other : passage_.figures()) {
    if (other.begin < chunk.begin || other.end > chunk.end) continue;
    const Figure& period = figures_[other.figure];
    const bool date = period.kind == FigureKind::kDate;
    if (period.kind != FigureKind::kPeriod && !date) continue;
    Chunk before{chunk.begin, other.begin}, behind{other.end, chunk.end};
    TrimBeginnings(before);
    TrimEnds(behind);
    if (!before.empty() && !behind.empty()) continue;
    if (!date && figure.start.empty()) figure.start = period.start, figure.end = period.end;
    if (before.empty())
      chunk.begin = other.end;
    else
      chunk.end = other.begin;
    return true;
  }
  return false;
}

// The scope phrases of the passage up to `end`; each word is looked at once, however many figures ask.
void BlockContext::FindScopes(size_t end) {
  while (scopes_end_ < end) {
    const size_t at = scopes_end_;
    const auto hit = words_.scopes.LongestAt(key_, at);
    if (hit) scopes_.push_back({at, hit->end, hit->value});
    const size_t blank = key_.find(' ', hit ? hit->end : at);
    scopes_end_ = blank == std::string_view::npos ? key_.size() : blank + 1;
    while (scopes_end_ < key_.size() && (key_[scopes_end_] == '(' || key_[scopes_end_] == ' ')) ++scopes_end_;
  }
}

void BlockContext::TakeScope(Chunk chunk, Figure& figure) const {
  if (!figure.scope.empty()) return;
  const std::string* found = nullptr;
  for (const ScopeHit& hit : scopes_) {
    if (hit.begin < chunk.begin || hit.end > chunk.end) continue;
    const std::string& scope = words_.scope_phrases[hit.value].scope;
    if (found != nullptr && *found != scope) return;  // "từ cấp huyện đến cấp xã" belongs to neither
    found = &scope;
  }
  if (found != nullptr) figure.scope = *found;
}

// The scope phrase fills the words: "cấp xã, thị trấn".
bool BlockContext::IsScope(Chunk chunk) const {
  const auto scope =
      std::find_if(scopes_.begin(), scopes_.end(), [&](const ScopeHit& hit) { return hit.begin == chunk.begin; });
  if (scope == scopes_.end() || scope->end > chunk.end) return false;
  Chunk rest{scope->end, chunk.end};
  TrimBeginnings(rest);
  return rest.empty() || (rest.end - rest.begin < kShortRest &&
                          key_.substr(scope->end, rest.begin - scope->end).find(',') != std::string_view::npos);
}

BlockContext::Chunk BlockContext::TrimChunk(Chunk chunk, Figure& figure, bool& opens) const {
  TakeScope(chunk, figure);
  opens = false;
  do {
    TrimEnds(chunk);
    if (chunk.empty() || IsScope(Trim(chunk))) return {};
    TrimBeginnings(chunk);
    opens = chunk.empty();
  } while (!chunk.empty() && TakePeriod(chunk, figure));
  return chunk.empty() || IsScope(chunk) ? Chunk{} : chunk;
}

BlockContext::Chunk BlockContext::Trim(Chunk chunk) const {
  while (!chunk.empty() && kEdges.find(key_[chunk.begin]) != std::string_view::npos) ++chunk.begin;
  return chunk;
}

// Behind the last comma stands nothing but the opening of a new clause: "…, đến nay 100% các doanh nghiệp …".
bool BlockContext::OpensClause(Chunk chunk, bool first) const {
  const size_t comma = key_.substr(0, chunk.end).rfind(',');
  if (comma == std::string_view::npos || comma < chunk.begin) return false;
  Chunk rest{comma + 1, chunk.end};
  TrimEnds(rest);
  if (rest.empty()) return first;  // ", đạt 56%" goes on; at the start of a sentence ", trên 90% cán bộ" opens
  TrimBeginnings(rest);
  return rest.empty();
}

// The words before a figure that name it.
BlockContext::Found BlockContext::Before(size_t index, Figure& figure) const {
  Found found;
  size_t floor = 0;
  for (size_t i = index; i-- > 0 && floor == 0;) floor = passage_.figures()[i].value ? behind_[i] : 0;
  size_t end = passage_.figures()[index].begin;
  if (floor > 0) {
    const std::string_view between = Trimmed(key_.substr(floor, end - std::min(floor, end)), kEdges);
    found.listed = between.empty() || words_.cuts.LongestAt(between, 0).value_or(Lexicon::Hit{}).end == between.size();
  }
  while (end > floor) {
    const size_t start = SegmentStart(floor, end);
    const bool shared = figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMoney;
    if (shared && start != floor + 1 && OpensClause({start, end}, start == 0 || start != floor))
      return found.opens = true, found;
    bool opens = false;
    found.chunk = TrimChunk({start, end}, figure, opens);
    if (!found.chunk.empty()) return found;
    const bool sentence = start > 0 && EndsSentence(key_, start - 1);
    if (opens || sentence || start == 0) return found.opens = true, found;
    if (start == floor) return found;
    end = start - 1;
  }
  return found;
}

// The words behind a figure, up to the end of the clause or the next value.
BlockContext::Chunk BlockContext::After(size_t index, bool counted) const {
  const size_t from = passage_.figures()[index].end;
  size_t limit = std::min(key_.size(), CharacterFloor(key_, from + kLongestAfter));
  for (size_t i = index + 1; i < passage_.figures().size() && passage_.figures()[i].begin < limit; ++i) {
    if (passage_.figures()[i].value) limit = passage_.figures()[i].begin;
  }
  size_t end = from;
  for (; end < limit; ++end) {
    const char c = key_[end];
    if (!IsIn(kStops, c)) continue;
    if (c == ';' || c == ':' || c == '(' || c == ')' || EndsSentence(key_, end)) break;
    if (c != ',' || !counted) continue;
    const bool verb = words_.beginnings.LongestAt(key_, BlanksEnd(key_, end + 1)).has_value();
    if (verb || limit < key_.size()) break;  // another clause, or another thing of a list
  }
  Chunk chunk{from, end};
  TrimEnds(chunk);
  return Trim(chunk);
}

// The words of a chunk without the scope and the periods in them, at most so many as a label has.
std::string BlockContext::Label(Chunk chunk, const Figure& figure) const {
  if (chunk.empty()) return {};
  std::string label;
  label.reserve(chunk.end - chunk.begin);
  for (size_t at = chunk.begin; at < chunk.end;) {
    const Chunk skip = NextSkipped(at, chunk.end, figure);
    for (; at < skip.begin; ++at) {
      const char c = passage_.text()[at];
      const size_t mark = FootnoteMarkEnd(passage_.text(), at);
      if (mark != at)
        at = mark - 1;
      else if (c != ' ' && c != '\n' && c != '\t' && c != '*')
        label += c;
      else if (!label.empty() && label.back() != ' ')
        label += ' ';
    }
    at = std::max(skip.end, at);
  }
  return Shortened(std::string(Trimmed(label, kEdges)));
}

// The next period or mention of the figure's own scope, which a label leaves out; at `end` when there is none.
BlockContext::Chunk BlockContext::NextSkipped(size_t at, size_t end, const Figure& figure) const {
  Chunk next{end, end};
  for (const PassageFigure& other : passage_.figures()) {
    if (other.begin < at || other.end >= end || other.begin >= next.begin) continue;
    if (figures_[other.figure].kind == FigureKind::kPeriod) next = {other.begin, other.end};
  }
  if (figure.scope.empty()) return next;
  for (const ScopeHit& hit : scopes_) {
    if (hit.begin < at || hit.end >= end || hit.begin >= next.begin) continue;
    if (words_.scope_phrases[hit.value].scope == figure.scope) next = {hit.begin, hit.end};
  }
  return next;
}

// A long label keeps its tail from a comma on, where the thing itself stands, else its head.
std::string BlockContext::Shortened(const std::string& label) const {
  if (WordCount(label) <= kLongestLabel) return label;
  for (size_t comma = label.find(", "); comma != std::string::npos; comma = label.find(", ", comma + 1)) {
    const std::string_view tail = Trimmed(std::string_view(label).substr(comma + 1), kEdges);
    const size_t words = WordCount(tail);
    if (words <= kLongestLabel && words >= kShortestTail) return std::string(tail);
  }
  return std::string(FirstWords(label, kLongestLabel));
}

// "thành viên Tổ công tác" of "Kiện toàn Tổ công tác và ban hành quy chế, với 44 thành viên".
std::string BlockContext::NounOf(const std::string& noun, Chunk before, const Figure& figure) const {
  const auto act = words_.acts.LongestAt(key_, before.begin);
  if (act && act->end < before.end) before.begin = BlanksEnd(key_, act->end);
  for (size_t at = LettersEnd(key_, before.begin); at < before.end; at = LettersEnd(key_, at + 1)) {
    const bool comma = key_[at] == ',';
    const size_t next = BlanksEnd(key_, at + (comma ? 1 : 0));
    if (!comma && !words_.cuts.LongestAt(key_.substr(0, before.end), next)) continue;
    if (WordCount(key_.substr(before.begin, at - before.begin)) < kShortestTail) continue;
    before.end = at;
  }
  return Shortened(noun + " " + Label(before, figure));
}

bool BlockContext::CopulaBefore(size_t begin) const {
  size_t end = begin;
  while (end > 0 && key_[end - 1] == ' ') --end;
  if (end > 0 && key_[end - 1] == ':') return true;
  return words_.copulas.LongestBefore(key_, begin).has_value();
}

void BlockContext::ReadRole(size_t index, Figure& figure) const {
  figure.role = FigureRole::kResult;
  size_t end = passage_.figures()[index].begin;
  while (end > 0 && (key_[end - 1] == ' ' || key_[end - 1] == ':')) --end;
  if (const auto hit = words_.roles.LongestBefore(key_.substr(0, end), end))
    figure.role = words_.role_phrases[hit->value].role;
}

const Figure* BlockContext::Previous(size_t index) const {
  while (index-- > 0) {
    if (passage_.figures()[index].value) return &figures_[passage_.figures()[index].figure];
  }
  return nullptr;
}

// "31 đội" behind "giao việc cho các đội xung kích": the noun with the words that it had before.
std::string BlockContext::NounInContext(const Figure& figure, size_t before) const {
  if (figure.unit.empty()) return {};
  for (size_t at = key_.rfind(figure.unit, before); at != std::string_view::npos && at > 0;
       at = key_.rfind(figure.unit, at - 1)) {
    const size_t end = at + figure.unit.size();
    if (IsLetterBefore(key_, at) || IsLetterAt(key_, end)) continue;
    size_t to = end, words = 0;
    while (to < before && words < 4 && key_[to] == ' ' && IsLetterAt(key_, to + 1))
      to = LettersEnd(key_, to + 1), ++words;
    Chunk chunk{at, to};
    TrimEnds(chunk);
    if (chunk.end > end) return Label(chunk, {});
  }
  return {};
}

// The end of the unit's words behind a figure, which do not name the next one.
size_t BlockContext::UnitEnd(size_t index, const Figure& figure) const {
  const size_t end = passage_.figures()[index].end;
  const size_t next = BlanksEnd(key_, end);
  if (figure.unit.empty() || figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMoney) return end;
  if (key_.substr(next, figure.unit.size()) == figure.unit) return next + figure.unit.size();
  return figure.kind == FigureKind::kMeasure ? LettersEnd(key_, next) : end;
}

// What a count or a ratio counts: its noun with what describes it, and the act before it.
std::string BlockContext::CountedLabel(size_t index, Chunk before, Chunk after, const Figure& figure) const {
  const size_t noun = UnitEnd(index, figure);
  const bool described = after.end > noun && !Trimmed(key_.substr(noun, after.end - noun), kEdges).empty();
  std::string name = described ? Label(after, figure) : NounInContext(figure, passage_.figures()[index].begin);
  if (name.empty()) name = figure.unit;
  if (before.empty()) return name;
  const std::string_view words = key_.substr(before.begin, before.end - before.begin);
  if (WordCount(words) <= kShortAct) return Shortened(Label(before, figure) + " " + name);
  if (described) return name;
  if (words.find(figure.unit) != std::string_view::npos) return Label(before, figure);
  return NounOf(name, before, figure);
}

// "240 đội viên" behind "tuyển 31 đội xung kích": members of what was counted before.
std::string BlockContext::OfPrevious(const std::string& noun, const std::string& label) const {
  const std::string key = LowerCase(label);
  const auto act = words_.acts.LongestAt(key, 0);
  return Shortened(noun + " " + (act && act->end < label.size() ? label.substr(BlanksEnd(label, act->end)) : label));
}

// From the words before the figure, else like the figure before it ("412/520 đạt tỷ lệ 79,23% (vượt chỉ tiêu
// 4,23%)"), else from the words behind it, else from what leads the block in.
void BlockContext::ReadFigure(size_t index) {
  const PassageFigure& at = passage_.figures()[index];
  Figure& figure = figures_[at.figure];
  const bool counted = figure.kind == FigureKind::kCount || figure.kind == FigureKind::kRatio;
  FindScopes(std::min(key_.size(), at.end + kLongestAfter));
  const Found found = Before(index, figure);
  const Chunk before = found.chunk;
  const Figure* previous = Previous(index);
  const size_t before_words = before.empty() ? 0 : WordCount(key_.substr(before.begin, before.end - before.begin));
  const bool led = words_.after_leads.LongestBefore(key_, at.begin).has_value();
  const Chunk after = counted || led || before_words < 3 ? After(index, counted) : Chunk{};
  const size_t after_words = after.empty() ? 0 : WordCount(key_.substr(after.begin, after.end - after.begin));
  behind_[index] = UnitEnd(index, figure);
  ReadRole(index, figure);
  if (counted && !figure.unit.empty() && !(CopulaBefore(at.begin) && !before.empty()) &&
      (!before.empty() || found.opens || found.listed || previous == nullptr)) {
    figure.label = CountedLabel(index, before, after, figure);
    if (after.end > behind_[index]) behind_[index] = after.end;
    if (before.empty()) TakeScope(after, figure);
  } else if (!before.empty() && !(after_words > 2 && (led || before_words < 3) && !CopulaBefore(at.begin))) {
    figure.label = Label(before, figure);
  } else if (before.empty() && previous != nullptr && !found.opens && !found.listed) {
    const bool other =
        counted && !figure.unit.empty() && LowerCase(previous->label).find(figure.unit) == std::string::npos;
    figure.label = other ? OfPrevious(figure.unit, previous->label) : previous->label;
    if (figure.scope.empty()) figure.scope = previous->scope;
    if (figure.start.empty()) figure.start = previous->start, figure.end = previous->end;
  } else if (after_words > 0) {
    TakeScope(after, figure);
    figure.label = Label(after, figure);
    behind_[index] = after.end;
  } else if (previous != nullptr) {
    figure.label = previous->label;
  }
  if (figure.label.empty()) figure.label = inherited_.label;
  if (figure.scope.empty()) figure.scope = inherited_.scope;
  if (figure.start.empty()) figure.start = inherited_.start, figure.end = inherited_.end;
}

// A total with its parts: "44 ủy viên (trong đó cấp huyện: 14 …; cấp xã: 30 …)".
void BlockContext::ReadParts() {
  for (size_t i = 0; i < passage_.figures().size(); ++i) {
    if (!passage_.figures()[i].value) continue;
    size_t at = behind_[i];
    while (at < key_.size() && kEdges.find(key_[at]) != std::string_view::npos && !EndsSentence(key_, at)) ++at;
    if (!words_.part_leads.LongestAt(key_, at)) continue;
    Figure& total = figures_[passage_.figures()[i].figure];
    size_t parts = 0;
    for (size_t k = i + 1; k < passage_.figures().size(); ++k) {
      Figure& part = figures_[passage_.figures()[k].figure];
      if (key_.substr(0, passage_.figures()[k].begin).find(". ", at) != std::string_view::npos) break;
      if (!passage_.figures()[k].value || part.kind != total.kind) continue;
      part.role = FigureRole::kPart;
      if (WordCount(part.label) <= kShortAct && part.label != total.label) {
        part.label = Shortened(total.label + ", " + part.label);
      }
      ++parts;
    }
    if (parts > 0) total.role = FigureRole::kTotal;
  }
}

void BlockContext::Read() {
  behind_.assign(passage_.figures().size(), 0);
  for (size_t i = 0; i < passage_.figures().size(); ++i) {
    if (passage_.figures()[i].value) ReadFigure(i);
  }
  ReadParts();
}

Inherited BlockContext::LeadIn() {
  FindScopes(key_.size());
  for (const PassageFigure& figure : passage_.figures()) {
    if (figure.value) return inherited_;
  }
  Inherited lead;
  Figure ignored;
  bool opens = false;
  lead.label = Label(TrimChunk({0, key_.size()}, ignored, opens), {});
  lead.scope = ignored.scope.empty() ? inherited_.scope : ignored.scope;
  lead.start = ignored.start.empty() ? inherited_.start : ignored.start;
  lead.end = ignored.start.empty() ? inherited_.end : ignored.end;
  return lead;
}

}  // namespace soat
