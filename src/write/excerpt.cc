#include "write/excerpt.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "text/characters.h"
#include "text/lines.h"

namespace soat {
namespace {

/// Marks the part of a place that stands on the line.
void AddMark(const Location& place, ExcerptLine& line) {
  const uint32_t size = CountCharacters(line.text);
  const uint32_t begin = line.line == place.line ? std::min(place.column - 1, size) : 0;
  const uint32_t end = line.line == place.end_line ? std::min(place.end_column - 1, size) : size;
  if (begin < end) line.marks.push_back({begin, end});
}

void MergeMarks(std::vector<ExcerptLine::Mark>& marks) {
  std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<ExcerptLine::Mark> merged;
  for (const ExcerptLine::Mark& mark : marks) {
    if (!merged.empty() && mark.begin < merged.back().end)
      merged.back().end = std::max(merged.back().end, mark.end);
    else
      merged.push_back(mark);
  }
  marks = std::move(merged);
}

class ExcerptMaker {
 public:
  explicit ExcerptMaker(const Document& document) : document_(document), text_(document.decoded) {}

  /// Adds the lines of a span that are not there yet.
  void Add(const PlacedSpan& placed, bool marked) {
    size_t begin = LineBegin(text_, document_.to_decoded.ToSource(placed.span).begin);
    for (uint32_t number = placed.place.line; number <= placed.place.end_line; ++number) {
      // What ends with a line end has nothing on the line behind it.
      if (number > placed.place.line && number == placed.place.end_line && placed.place.end_column == 1) return;
      const size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
      ExcerptLine& line = lines_.try_emplace(number, ExcerptLine{number, {}, {}}).first->second;
      line.text = text_.substr(begin, end - begin);
      if (marked) AddMark(placed.place, line);
      begin = std::min(end + (text_.substr(end, 2) == "\r\n" ? 2 : 1), text_.size());
    }
  }

  std::vector<ExcerptLine> Take() {
    std::vector<ExcerptLine> excerpt;
    for (auto& [number, line] : lines_) {
      MergeMarks(line.marks);
      excerpt.push_back(std::move(line));
    }
    return excerpt;
  }

 private:
  const Document& document_;
  const std::string_view text_;
  std::map<uint32_t, ExcerptLine> lines_;
};

}  // namespace

std::vector<ExcerptLine> MakeExcerpt(const Document& document, const PlacedSpan& first,
                                     const std::vector<PlacedSpan>& spans) {
  ExcerptMaker maker(document);
  for (const PlacedSpan& placed : spans) maker.Add(placed, true);
  PlacedSpan begin = first;
  if (!spans.empty()) begin.place.end_line = begin.place.line;
  maker.Add(begin, spans.empty());
  return maker.Take();
}

}  // namespace soat
