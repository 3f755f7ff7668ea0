// LabelMaker.
#include "context/label_maker.h"

#include <algorithm>
#include <bit>

#include "context/label_text.h"
#include "soat/reader.h"
#include "text/byte_classes.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

// Bytes that are not copied as they are: blanks, marks of Markdown, and those that footnote marks begin with.
constexpr std::string_view kJoints = " \n\t*,/\xC2\xE2";
constexpr ByteSet kJointSet(kJoints);

Lanes AreJoints(Lanes bytes) {
  Lanes any{};
  for (const char joint : kJoints) any |= Is(bytes, static_cast<uint8_t>(joint));
  return any;
}

constexpr size_t kUsualLabel = 160;  // bytes
constexpr size_t kShortestHead = 4;  // words before a comma or conjunction at which a phrase is cut

}  // namespace

// A period, and the words that lead to it ("trong giai đoạn").
Chunk LabelMaker::NextPeriod(Chunk chunk) const {
  const auto& all = passage_.figures();
  auto next = all.begin() + static_cast<ptrdiff_t>(passage_.From(chunk.begin));
  for (; next != all.end() && next->end <= chunk.end; ++next) {
    if (figures_[next->figure].kind != FigureKind::kPeriod) continue;
    Chunk period{next->begin, next->end};
    while (const auto lead = words_.period_words.LongestBefore(row_, period.begin)) {
      if (lead->begin <= chunk.begin) break;
      period.begin = lead->begin;
    }
    return period;
  }
  return {chunk.end, chunk.end};
}

// A mention of the scope behind the first word of the label, with the preposition before it. It stays where it goes on
// ("cấp xã, thị trấn", "cấp xã trở lên").
Chunk LabelMaker::NextScope(Chunk chunk, size_t label_begin, const std::string& scope) const {
  for (const ScopeHit* hit = scopes_.Next(chunk.begin); hit != nullptr && hit->chunk.end <= chunk.end;
       hit = scopes_.Next(hit->chunk.end)) {
    if (scopes_.Name(*hit) != scope || hit->chunk.begin <= label_begin) continue;
    Chunk mention = hit->chunk;
    const std::string_view key = passage_.key();
    const size_t next = BlanksEnd(key, mention.end);
    if (next < chunk.end && (key[next] == ',' || words_.scope_goes_on.IsAt(row_, next))) continue;
    if (const auto lead = words_.period_words.LongestBefore(row_, mention.begin))
      mention.begin = std::max(lead->begin, chunk.begin);
    return mention;
  }
  return {chunk.end, chunk.end};
}

Chunk LabelMaker::NextParentheses(Chunk chunk) const {
  const std::string_view key = passage_.key().substr(0, chunk.end);
  const size_t open = key.find('(', chunk.begin);
  if (open == std::string_view::npos) return {chunk.end, chunk.end};
  const size_t close = key.find(')', open);
  return {open, close == std::string_view::npos ? chunk.end : close + 1};
}

Chunk LabelMaker::NextSkipped(Chunk chunk) const {
  const Chunk next = NextPeriod(chunk);
  const Chunk parentheses = NextParentheses(chunk);
  return parentheses.begin < next.begin ? parentheses : next;
}

std::string LabelMaker::Text(Chunk chunk, const std::string& scope) const {
  chunk = trimmer_.WithoutEdges(chunk);
  std::string label;
  if (chunk.empty()) return label;
  label.reserve(std::min(chunk.size(), kUsualLabel));
  Chunk mention = scope.empty() ? Chunk{chunk.end, chunk.end} : NextScope(chunk, chunk.begin, scope);
  Chunk skipped = NextSkipped(chunk);
  size_t blanks = 0;
  for (size_t at = chunk.begin; at < chunk.end && blanks <= kLongestLabel;) {
    if (at >= mention.begin) {
      at = std::max(at, mention.end);
      mention = NextScope({at, chunk.end}, chunk.begin, scope);
    } else if (at >= skipped.begin) {
      at = std::max(at, skipped.end);
      skipped = NextSkipped({at, chunk.end});
    } else {
      const size_t next = Append(label, at, std::min({chunk.end, mention.begin, skipped.begin}), blanks);
      if (next == at) break;
      at = next;
    }
  }
  TrimEdges(label);
  return blanks < kLongestLabel ? label : Clipped(std::move(label), words_.tails, words_.ends);
}

// Appends words that stand apart by one blank each, or one sign or run of blanks as it stands in labels.
//
// \param blanks  how many the label has; no more words than kLongestLabel are appended
// \return        the end of what was appended; `at` where the rest of the text says what the thing is divided by
size_t LabelMaker::Append(std::string& label, size_t at, size_t end, size_t& blanks) const {
  const std::string_view text = passage_.text();
  const size_t next = WordsEnd(at, end, blanks);
  if (next > at) {
    label.append(text, at, next - at);
    return next;
  }
  if (const size_t mark = SuperscriptEnd(text, at); mark != at) return mark;
  const char c = text[at];
  if (c == '/' && words_.denominators.IsAt(row_, BlanksEnd(passage_.key(), at + 1))) return at;
  const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '*';
  if (!blank) {
    if (c == ',' && label.ends_with(' ')) label.pop_back();
    label += c;
  } else if (!label.empty() && label.back() != ' ') {
    label += ' ';
    ++blanks;
  }
  return at + 1;
}

// The end of the words at a place that can be copied as they are, up to the last of those that a label has.
size_t LabelMaker::WordsEnd(size_t at, size_t end, size_t& blanks) const {
  const std::string_view text = passage_.text();
  const auto is_joint = [text](size_t place) { return kJointSet.Has(text[place]); };
  if (at >= end || is_joint(at)) return at;
  while (at < end && at + kLanes < text.size()) {
    const Lanes here = LoadLanes(text.data() + at);
    uint32_t joints = BitsOf(AreJoints(here)) | uint32_t{is_joint(at + kLanes)} << kLanes;
    if (end - at <= kLanes) joints |= ~uint32_t{0} << (end - at);      // nothing goes on there
    const uint32_t between = BitsOf(Is(here, ' ')) & ~(joints >> 1U);  // two words
    const uint32_t stops = joints & ~between & ((uint32_t{1} << kLanes) - 1);
    const size_t words = blanks + CountBits(between & (stops - 1) & ~stops);
    if (words > kLongestLabel) break;
    blanks = words;
    at += stops == 0 ? kLanes : static_cast<size_t>(std::countr_zero(stops));
    if (stops != 0) return at;
  }
  while (at < end && (!is_joint(at) || text[at] == ' ')) {
    while (at < end && !is_joint(at)) ++at;
    if (at + 1 >= end || text[at] != ' ' || is_joint(at + 1) || blanks == kLongestLabel) return at;
    ++blanks;
    ++at;
  }
  return at;
}

std::string LabelMaker::NounOf(const std::string& noun, Chunk before, const std::string& scope) const {
  const std::string_view key = passage_.key();
  const auto act = words_.acts.LongestAt(row_, before.begin, before.end);
  if (act && act->value == kAct && act->end < before.end) before.begin = BlanksEnd(key, act->end);
  for (size_t at = LettersEnd(key, before.begin); at < before.end; at = LettersEnd(key, at + 1)) {
    const bool comma = key[at] == ',';
    const size_t next = BlanksEnd(key, at + (comma ? 1 : 0));
    if (!comma && !words_.cuts.LongestAt(row_, next, before.end)) continue;
    if (trimmer_.Words({before.begin, at}) < kShortestHead) continue;
    before.end = at;
  }
  const std::string name = Text(before, scope);
  return Shortened(name.empty() ? noun : Apart(noun, name));
}

std::string LabelMaker::OfLabel(const std::string& noun, const std::string& label) const {
  const std::string key = LowerCase(label);
  const auto act = words_.acts.LongestAt(key, 0);
  return Shortened(
      noun + " " +
      (act && act->value == kAct && act->end < label.size() ? label.substr(BlanksEnd(label, act->end)) : label));
}

}  // namespace soat
