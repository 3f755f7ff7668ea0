// ReadLines.
#include "structure/lines.h"

#include <algorithm>

#include "structure/cells.h"
#include "structure/notes.h"
#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr ByteSet kBlanks(" \t"), kEmphasis(" \t*_#>"), kRomanDigits("IVX"), kItems("0123456789abcdefghi");
// With what the marker of a line begins.
constexpr ByteSet kMarkerBegins("0123456789[(-+*\xC2\xE2\xEFIVXABCDEFGHabcdefghijklmnopqrstuvwxyz");
constexpr ByteSet kBulletBegins("-+*\xC2\xE2\xEF");
constexpr size_t kLongestRoman = 5, kLongestArabic = 12;

bool In(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

uint32_t SkipAny(std::string_view text, uint32_t from, uint32_t to, const ByteSet& set) {
  while (from < to && set.Has(text[from])) ++from;
  return from;
}

uint32_t TrimEnd(std::string_view text, uint32_t from, uint32_t to, const ByteSet& set) {
  while (to > from && set.Has(text[to - 1])) --to;
  return to;
}

struct Marker {
  MarkerKind kind = MarkerKind::kNone;
  uint32_t end = 0;
  std::string_view number;
};

// What follows a number for it to number a line: ". ", ") ", "- ", "/ ", or a letter right behind the dot.
uint32_t SignEnd(std::string_view text, uint32_t at, uint32_t end) {
  uint32_t sign = at;
  while (sign < end && text[sign] == ' ') ++sign;
  if (sign >= end || !In(".)/-:", text[sign])) return 0;
  if (sign > at && text[sign] != '-' && text[sign] != ')') return 0;
  const uint32_t next = sign + 1;
  if (text[sign] == ')' && next < end && In(".,;)", text[next])) return 0;  // "(… 14, khác⏎38)."
  if (next < end && IsDigit(text[next])) return 0;                          // "1.250 hộ", "5/6", "1-2"
  if (next < end && In("/-:", text[sign]) && text[next] != ' ' && text[next] != '\t') return 0;  // "A/B"
  return next;
}

Marker ReadArabic(std::string_view text, uint32_t at, uint32_t end) {
  uint32_t to = at;
  while (to < end && (IsDigit(text[to]) || (text[to] == '.' && to + 1 < end && IsDigit(text[to + 1])))) ++to;
  if (to == at || to - at > kLongestArabic) return {};
  const std::string_view number = text.substr(at, to - at);
  uint32_t group = 0;
  for (const char c : number) {  // "1.250" is an amount
    group = c == '.' ? 0 : group + 1;
    if (group > 2) return {};
  }
  const bool parts = number.find('.') != std::string_view::npos;
  if (const uint32_t sign = SignEnd(text, to, end); sign != 0) return {MarkerKind::kArabic, sign, number};
  if (parts && to < end && text[to] == ' ') return {MarkerKind::kArabic, to, number};
  return {};
}

Marker ReadRoman(std::string_view text, uint32_t at, uint32_t end) {
  const uint32_t to = SkipAny(text, at, end, kRomanDigits);
  if (to == at || to - at > kLongestRoman) return {};
  const uint32_t sign = SignEnd(text, to, end);
  if (sign == 0) return {};
  return {MarkerKind::kRoman, sign, text.substr(at, to - at)};
}

Marker ReadLetter(std::string_view text, uint32_t at, uint32_t end) {
  if (at + 1 >= end) return {};
  const char c = text[at];
  const bool capital = c >= 'A' && c <= 'H', small = c >= 'a' && c <= 'z';
  const std::string_view signs = small ? ".)/" : ".)";
  if ((!capital && !small) || !In(signs, text[at + 1])) return {};
  if (at + 2 < end && text[at + 2] != ' ' && text[at + 2] != '\t') return {};
  return {capital ? MarkerKind::kLetter : MarkerKind::kSmallLetter, at + 2, text.substr(at, 1)};
}

Marker ReadParenthesis(std::string_view text, uint32_t at, uint32_t end) {
  if (text[at] != '(') return {};
  const uint32_t close = SkipAny(text, at + 1, end, kItems);
  if (close == at + 1 || close - at > 3 || close >= end || text[close] != ')') return {};
  return {MarkerKind::kParenthesis, close + 1, text.substr(at + 1, close - at - 1)};
}

// Superscript digits, or a number in brackets, directly before the words of a note.
Marker ReadNote(std::string_view text, uint32_t at, uint32_t end) {
  const uint32_t to = NoteMarkEnd(text, at, end);
  if (to == at) return {};
  const uint32_t brackets = text[at] == '[' ? 1 : 0;
  return {MarkerKind::kNote, to, text.substr(at + brackets, to - at - 2 * brackets)};
}

Marker ReadBullet(std::string_view text, uint32_t at, uint32_t end) {
  if (!kBulletBegins.Has(text[at])) return {};
  const std::string_view rest = text.substr(at, end - at);
  if (rest[0] == '-' || rest[0] == '+') return {MarkerKind::kBullet, at + 1, rest.substr(0, 1)};
  // Among them are bullets of word processors' symbol fonts, U+F0B7 and U+F0A7.
  for (const std::string_view sign :
       {"•", "●", "▪", "◦", "·", "✓", "➢", "❖", "►", "\xEF\x82\xB7", "\xEF\x82\xA7", "*"}) {
    if (rest.starts_with(sign)) return {MarkerKind::kBullet, at + static_cast<uint32_t>(sign.size()), "•"};
  }
  return {};
}

Marker ReadMarker(std::string_view text, uint32_t at, uint32_t end) {
  if (!kMarkerBegins.Has(text[at])) return {};
  for (const auto read : {ReadBullet, ReadNote, ReadArabic, ReadRoman, ReadLetter, ReadParenthesis}) {
    Marker marker = read(text, at, end);
    if (marker.kind != MarkerKind::kNone) return marker;
  }
  return {};
}

// What can hold cells apart: a tab, a bar, two spaces, a sign of a drawn table (U+2500 to U+257F).
struct CellSigns {
  static constexpr size_t kWindow = 2;
  static Lanes At(const char* window) {
    const Lanes byte = LoadLanes(window), next = LoadLanes(window + 1);
    return Is(byte, '\t') | Is(byte, '|') | (Is(byte, ' ') & Is(next, ' ')) | (Is(byte, 0xE2) & Is(next | 0x01, 0x95));
  }
};

void ReadCellSigns(std::string_view text, Line& line) {
  const uint32_t first = SkipAny(text, line.span.begin, line.span.end, kBlanks);
  const uint32_t last = TrimEnd(text, first, line.span.end, kBlanks);
  if (first == last) return;
  const std::string_view words = text.substr(first, last - first);
  const size_t bars = CountBars(words);
  if (BarSize(words) > 0)
    line.table = bars > 1;
  else if (words.find('\t') != std::string_view::npos)
    line.table = true;
  else
    line.bars = bars > 0, line.gaps = words.find("  ") != std::string_view::npos;
}

Line ReadLine(std::string_view text, uint32_t begin, uint32_t end, bool cell_signs) {
  Line line;
  line.span = {begin, end};
  if (cell_signs) ReadCellSigns(text, line);
  line.indented = begin < end && text[begin] == '\t';
  line.ruler = IsRuler(text.substr(begin, end - begin));
  uint32_t from = SkipAny(text, begin, end, kEmphasis);
  const uint32_t to = TrimEnd(text, from, end, kEmphasis);
  if (from < to && !line.table) {
    Marker marker = ReadMarker(text, from, to);
    if (marker.kind == MarkerKind::kBullet) {  // "- + Đã hoàn thành": the inner bullet is the one meant
      const uint32_t inner = SkipAny(text, marker.end, to, kEmphasis);
      Marker second = inner < to ? ReadBullet(text, inner, to) : Marker{};
      if (second.kind != MarkerKind::kNone) marker = second;
    }
    if (marker.kind != MarkerKind::kNone) {
      line.marker = marker.kind;
      line.number = marker.number;
      from = SkipAny(text, marker.end, to, kEmphasis);
    }
  }
  line.content = {std::min(from, to), to};
  return line;
}

}  // namespace

std::vector<Line> ReadLines(std::string_view text) {
  constexpr size_t kUsualLine = 64;  // bytes
  std::vector<Line> lines;
  lines.reserve(text.size() / kUsualLine + 1);
  size_t sign = FindRare<CellSigns>(text, 0);
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (sign < begin) sign = FindRare<CellSigns>(text, begin);
    lines.push_back(ReadLine(text, static_cast<uint32_t>(begin), static_cast<uint32_t>(end), sign < end));
    begin = end + 1;
  }
  return lines;
}

}  // namespace soat
