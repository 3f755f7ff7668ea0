#include "structure/cells.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/byte_classes.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr ByteSet kEdgeBegins("|+\xE2"), kRulerSigns("|-:+= \t");
constexpr size_t kLongestNumber = 24, kFewestStrokes = 3, kLongestRowNumber = 8, kUsualCells = 8;

// The first byte of a bar, and of other signs.
struct BarBegin {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) { return Is(LoadLanes(window), '|') | Is(LoadLanes(window), 0xE2); }
};

bool In(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

Span Trimmed(std::string_view text, Span cell) {
  while (cell.begin < cell.end && text[cell.begin] == ' ') ++cell.begin;
  while (cell.end > cell.begin && text[cell.end - 1] == ' ') --cell.end;
  return cell;
}

Span& SpanOf(Cell& cell) { return cell.span; }
Span& SpanOf(Span& cell) { return cell; }

// Trims cells one behind the other and counts the characters before them.
class CellList {
 public:
  CellList(std::string_view text, Span line) : text_(text), position_(line.begin) { cells_.reserve(kUsualCells); }

  void Append(uint32_t from, uint32_t to) {
    const uint32_t left = CharactersBefore(from);
    cells_.push_back({Trimmed(text_, {from, to}), left, CharactersBefore(to)});
  }
  std::vector<Cell>& cells() { return cells_; }

 private:
  // REQUIRES: position is not before the one asked for last
  uint32_t CharactersBefore(uint32_t position) {
    characters_ += CountCharacters(text_.substr(position_, position - position_));
    position_ = position;
    return characters_;
  }

  std::string_view text_;
  uint32_t position_, characters_ = 0;
  std::vector<Cell> cells_;
};

// The spans alone, which take no counting.
class SpanList {
 public:
  SpanList(std::string_view text, Span /*line*/) : text_(text) { spans_.reserve(kUsualCells); }

  void Append(uint32_t from, uint32_t to) { spans_.push_back(Trimmed(text_, {from, to})); }
  std::vector<Span>& cells() { return spans_; }

 private:
  std::string_view text_;
  std::vector<Span> spans_;
};

// U+2500 to U+257F: the signs of drawn tables.
bool IsBoxSign(std::string_view text) {
  return text.size() >= 3 && text[0] == '\xE2' && (text[1] == '\x94' || text[1] == '\x95');
}

// "─", "━", "═" and their dashed forms.
bool IsStroke(std::string_view box_sign) {
  const auto last = static_cast<unsigned char>(box_sign[2]);
  if (box_sign[1] == '\x95') return last == 0x90 || last == 0x8C || last == 0x8D;
  return last == 0x80 || last == 0x81 || last == 0x84 || last == 0x85 || last == 0x88 || last == 0x89;
}

// A cell that holds nothing but a rule is empty.
bool IsRule(std::string_view cell) {
  for (size_t at = 0; at < cell.size();) {
    const bool box = IsBoxSign(cell.substr(at));
    if (box ? !IsStroke(cell.substr(at)) : !In("-=", cell[at])) return false;
    at += box ? 3 : 1;
  }
  return cell.size() >= kFewestStrokes;
}

// A bar, or where a rule that crosses a few cells of the line meets one: "|   +----+ (%) |".
size_t EdgeSize(std::string_view text, uint32_t at, uint32_t end) {
  const std::string_view rest = text.substr(at, end - at);
  if (const size_t bar = BarSize(rest); bar > 0) return bar;
  if (rest[0] == '+') return (at > 0 && In("-=", text[at - 1])) || (rest.size() > 1 && In("-=", rest[1])) ? 1 : 0;
  return IsBoxSign(rest) && !IsStroke(rest) ? 3 : 0;
}

template <typename List>
void SplitAtBars(std::string_view text, uint32_t begin, uint32_t end, List& cells) {
  uint32_t from = begin;
  for (uint32_t at = begin; at < end;) {
    const size_t bar = kEdgeBegins.Has(text[at]) ? EdgeSize(text, at, end) : 0;
    if (bar == 0) {
      ++at;
      continue;
    }
    cells.Append(from, at);
    at += static_cast<uint32_t>(bar);
    from = at;
  }
  cells.Append(from, end);
  for (auto& cell : cells.cells()) {
    Span& span = SpanOf(cell);
    if (IsRule(text.substr(span.begin, span.size()))) span.end = span.begin;
  }
}

template <typename List>
auto SplitAtSigns(std::string_view text, Span line) {
  List cells(text, line);
  uint32_t begin = line.begin, end = line.end;
  while (begin < end && In(" \t", text[begin])) ++begin;
  const size_t bar = BarSize(text.substr(begin, end - begin));
  if (bar > 0) {
    begin += static_cast<uint32_t>(bar);
    while (end > begin && In(" \t", text[end - 1])) --end;
    for (const uint32_t size : {1U, 3U}) {
      if (end >= begin + size && BarSize(text.substr(end - size, size)) == size) end -= size;
    }
    SplitAtBars(text, begin, end, cells);
    return std::move(cells.cells());
  }
  for (uint32_t from = line.begin; from <= line.end;) {
    const auto to = static_cast<uint32_t>(std::min<size_t>(text.substr(0, line.end).find('\t', from), line.end));
    cells.Append(from, to);
    from = to + 1;
  }
  return std::move(cells.cells());
}

}  // namespace

size_t BarSize(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '|') return 1;
  if (text[0] != '\xE2') return 0;
  constexpr std::array<std::string_view, 3> kBars = {"│", "┃", "║"};
  const bool bar =
      std::any_of(kBars.begin(), kBars.end(), [&](std::string_view sign) { return text.starts_with(sign); });
  return bar ? kBars[0].size() : 0;
}

size_t CountBars(std::string_view text) {
  size_t bars = 0;
  ForEach<BarBegin>(text, [&](size_t at) { bars += BarSize(text.substr(at)) > 0 ? 1 : 0; });
  return bars;
}

bool IsRuler(std::string_view line) {
  size_t strokes = 0;
  for (size_t at = 0; at < line.size();) {
    if (IsBoxSign(line.substr(at))) {
      if (BarSize(line.substr(at)) == 0) ++strokes;
      at += 3;
    } else if (kRulerSigns.Has(line[at])) {
      if (line[at] == '-' || line[at] == '=') ++strokes;
      ++at;
    } else {
      return false;
    }
  }
  return strokes >= kFewestStrokes;
}

std::vector<Cell> CellsBetweenSigns(std::string_view text, Span line) { return SplitAtSigns<CellList>(text, line); }

std::vector<Cell> CellsBetweenBars(std::string_view text, Span line) {
  CellList cells(text, line);
  SplitAtBars(text, line.begin, line.end, cells);
  return std::move(cells.cells());
}

std::vector<Cell> CellsBetweenGaps(std::string_view text, Span line) {
  CellList cells(text, line);
  while (line.end > line.begin && text[line.end - 1] == ' ') --line.end;
  const std::string_view words = text.substr(0, line.end);
  for (size_t from = words.find_first_not_of(' ', line.begin); from != std::string_view::npos;) {
    const size_t to = std::min(words.find("  ", from), words.size());
    cells.Append(static_cast<uint32_t>(from), static_cast<uint32_t>(to));
    from = words.find_first_not_of(' ', to);
  }
  return std::move(cells.cells());
}

std::vector<Cell> WithRowNumberApart(std::string_view text, std::vector<Cell> cells) {
  if (cells.empty()) return cells;
  Cell& words = cells.front();
  const std::string_view cell = text.substr(words.span.begin, words.span.size());
  const size_t end = cell.find(' ');
  if (end > kLongestRowNumber || IsDigit(cell[end + 1])) return cells;
  const std::string_view number = cell.substr(0, end);
  const auto has_only = [&](std::string_view characters) {
    return number.find_first_not_of(characters) == std::string_view::npos;
  };
  if (!has_only("0123456789.") && !has_only("IVX.")) return cells;
  const auto size = static_cast<uint32_t>(end);
  const Cell apart{{words.span.begin, words.span.begin + size}, words.left, words.left + size};
  words.span.begin += size + 1;
  words.left += size + 1;
  cells.insert(cells.begin(), apart);
  return cells;
}

std::vector<Span> SplitCells(std::string_view text, Span line) { return SplitAtSigns<SpanList>(text, line); }

bool IsNumberCell(std::string_view cell) {
  return cell.size() <= kLongestNumber && cell.find_first_not_of("0123456789.,/%+- ()*") == std::string_view::npos &&
         std::any_of(cell.begin(), cell.end(), IsDigit) &&
         std::count(cell.begin(), cell.end(), '/') < 2;  // "01/10/2023"
}

bool IsBullet(std::string_view cell) { return cell == "-" || cell == "+"; }

}  // namespace soat
