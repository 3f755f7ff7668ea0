// SharePredicates.
#include "context/shared_predicates.h"

#include <string>

#include "context/label_text.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

class PredicateReader {
 public:
  explicit PredicateReader(BlockText& text) : text_(text) {}

  // From the right, so that what the last one says comes to the first of three.
  void Read() {
    for (size_t i = text_.size(); i-- > 0;) {
      const PassageFigure* next = text_.At(i).value ? text_.NextValue(i) : nullptr;
      if (next != nullptr) Share(i, static_cast<size_t>(next - text_.passage.figures().data()));
    }
  }

 private:
  static bool IsShare(const Figure& figure) {
    return figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kRatio;
  }

  // Where what is said of the things behind a figure begins; the end of its own words when nothing is.
  size_t PredicateOf(size_t index) const {
    const size_t end = text_.behind[index];
    const size_t begin = BlanksEnd(text_.key, text_.At(index).end);
    return begin < end ? text_.FindIn({begin, end}, text_.words.predicates, text_.key.size()) : end;
  }

  // Whether only signs, "and", and units of the same level stand between the words of one figure and the next one.
  bool IsJoined(Chunk gap) const {
    if (text_.trimmer.Key(gap).find_first_of(".;:()") != std::string_view::npos) return false;
    for (gap = text_.trimmer.WithoutEdges(gap); !gap.empty(); gap = text_.trimmer.WithoutEdges(gap)) {
      auto hit = text_.words.cuts.LongestAt(text_.row, gap.begin, gap.end);
      if (!hit) hit = text_.words.scope_lists.LongestAt(text_.row, gap.begin, gap.end);
      if (!hit) hit = text_.words.qualifiers.LongestAt(text_.row, gap.begin, gap.end);
      if (!hit) return false;
      gap.begin = hit->end;
    }
    return true;
  }

  void Share(size_t first, size_t last) {
    Figure& one = text_.FigureAt(first);
    Figure& other = text_.FigureAt(last);
    if (!IsShare(one) || !IsShare(other) || text_.depth[first] != text_.depth[last]) return;
    const size_t begin = text_.At(first).end, end = text_.behind[first];
    if (end <= begin || end > text_.At(last).begin || PredicateOf(first) < end) return;
    if (!IsJoined({end, text_.At(last).begin})) return;
    const Chunk said{PredicateOf(last), text_.behind[last]};
    if (said.empty()) return;
    const std::string noun = text_.labels.Text({begin, end}, one.scope);
    if (noun.empty() || one.label != noun) return;  // named by other words
    const std::string predicate = text_.labels.Text(said, {});
    one.label = Clipped(noun + " " + predicate, text_.words.tails, text_.words.ends);
    const Chunk things = text_.trimmer.WithoutEdges({text_.At(last).end, said.begin});
    if (!things.empty() && !text_.IsScope(things)) return;
    const std::string before = other.label;
    const std::string label = Clipped(noun + " " + predicate, text_.words.tails, text_.words.ends);
    for (size_t i = last; i < text_.size() && text_.FigureAt(i).label == before; ++i) text_.FigureAt(i).label = label;
  }

  BlockText& text_;
};

}  // namespace

void SharePredicates(BlockText& text) { PredicateReader(text).Read(); }

}  // namespace soat
