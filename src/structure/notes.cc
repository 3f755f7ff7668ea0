#include "structure/notes.h"

#include <algorithm>

#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr uint32_t kMostDigits = 3;

// How many bytes the superscript digit has that stands there; 0 when none does. ¹ ² ³ are in another block than ⁰ ⁴ …
// ⁹.
uint32_t SuperscriptSize(std::string_view rest) {
  if (rest.empty() || (rest[0] != '\xC2' && rest[0] != '\xE2')) return 0;
  if (rest.starts_with("\xC2\xB9") || rest.starts_with("\xC2\xB2") || rest.starts_with("\xC2\xB3")) return 2;
  const bool high = rest.size() >= 3 && rest.starts_with("\xE2\x81") && static_cast<unsigned char>(rest[2]) >= 0xB0 &&
                    static_cast<unsigned char>(rest[2]) < 0xBA;
  return high ? 3 : 0;
}

// What a mark may begin with: a bracket before a digit, a superscript digit or another sign that begins like one.
struct MarkBegin {
  static constexpr size_t kWindow = 2;
  static Lanes At(const char* window) {
    const Lanes byte = LoadLanes(window), next = LoadLanes(window + 1);
    return ((Is(byte, '(') | Is(byte, '[')) & Between(next, '0', '9')) | Is(byte | 0x20, 0xE2);  // 0xC2, 0xE2
  }
};

uint32_t BracketsEnd(std::string_view text, uint32_t at, uint32_t end, char close) {
  uint32_t to = at + 1;
  while (to < end && IsDigit(text[to]) && to - at <= kMostDigits) ++to;
  return to > at + 1 && to < end && text[to] == close ? to + 1 : at;
}

}  // namespace

uint32_t NoteMarkEnd(std::string_view text, uint32_t at, uint32_t end) {
  if (at >= end) return at;
  if (text[at] == '[') return BracketsEnd(text, at, end, ']');
  uint32_t to = at;
  while (const uint32_t size = SuperscriptSize(text.substr(to, end - to))) to += size;
  return to;
}

// "120 m²", "2,5 km²".
bool NoteMarks::IsPowerOfUnit(Span span) const {
  const size_t word = LettersBegin(text_, span.begin);
  const std::string power(text_.substr(word, span.end - word));
  return word < span.begin && std::any_of(rules_.measures.begin(), rules_.measures.end(),
                                          [&](const UnitWord& measure) { return measure.word == power; });
}

// A mark stands behind words on its line; one in parentheses directly behind them, or it numbers what follows.
bool NoteMarks::IsMark(Span span) const {
  if (span.begin == 0) return false;
  const char before = text_[span.begin - 1];
  if (text_[span.begin] == '(') return IsDigit(before) || IsLetterBefore(text_, span.begin);
  if (text_[span.begin] != '[') return before != ' ' && before != '\n' && before != '\t' && !IsPowerOfUnit(span);
  const size_t word = text_.substr(0, span.begin).find_last_not_of(' ');
  return word != std::string_view::npos && text_[word] != '\n';
}

void NoteMarks::FindAll() {
  const auto end = static_cast<uint32_t>(text_.size());
  for (size_t at = FindRare<MarkBegin>(text_, 0); at < text_.size();) {
    const auto begin = static_cast<uint32_t>(at);
    const uint32_t to = text_[at] == '(' ? BracketsEnd(text_, begin, end, ')') : NoteMarkEnd(text_, begin, end);
    if (to > begin && IsMark({begin, to})) marks_[std::string(text_.substr(at, to - at))].push_back({begin, to});
    at = FindRare<MarkBegin>(text_, std::max<size_t>(to, at + 1));
  }
  searched_ = true;
}

std::optional<Span> NoteMarks::MarkOf(const Line& line) {
  if (!searched_) FindAll();
  std::string mark(line.number);
  if (line.marker == MarkerKind::kParenthesis) mark = "(" + mark + ")";
  if (line.marker == MarkerKind::kNote && IsDigit(mark.front())) mark = "[" + mark + "]";
  const auto marks = marks_.find(mark);
  if (marks == marks_.end()) return std::nullopt;
  const auto after = std::lower_bound(marks->second.begin(), marks->second.end(), line.span.begin,
                                      [](Span span, uint32_t begin) { return span.begin < begin; });
  if (after == marks->second.begin()) return std::nullopt;
  const Span found = *(after - 1);
  if (taken_.count(found.begin) > 0) return std::nullopt;
  return found;
}

}  // namespace soat
