#include "write/marked_line.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/characters.h"

namespace soat {
namespace {

using Mark = ExcerptLine::Mark;

// In characters:
constexpr uint32_t kWholeLine = 110;  // a line up to this long is shown as it is
constexpr uint32_t kLeast = 16;       // what is kept at each side of a mark, however many there are
constexpr uint32_t kHalfWord = 10;    // how much is given up for not cutting a word
constexpr uint32_t kGap = 3;          // what is not longer than this is not worth leaving out

constexpr std::string_view kElsewhere = "…";
constexpr std::string_view kControl = "\uFFFD";  // instead of what a terminal would run as a command

std::vector<Character> CharactersOf(std::string_view text) {
  std::vector<Character> characters;
  for (size_t i = 0; i < text.size(); i = characters.back().end) characters.push_back(CharacterAt(text, i));
  return characters;
}

/// Which stretches of a line are shown.
class Cutter {
 public:
  explicit Cutter(const std::vector<Character>& characters)
      : characters_(characters), size_(static_cast<uint32_t>(characters.size())) {}

  std::vector<Mark> Kept(const std::vector<Mark>& marks) const {
    if (size_ <= kWholeLine) return {{0, size_}};
    if (marks.empty()) return {{0, kWholeLine}};
    const std::vector<Mark> groups = Joined(marks, 2 * kLeast);
    // Room for each group, so that together they fill a line; what stands before a figure tells more than what follows.
    const uint32_t room = kWholeLine / static_cast<uint32_t>(groups.size());
    std::vector<Mark> stretches;
    stretches.reserve(groups.size());
    for (const Mark& group : groups) {
      stretches.push_back({Begin(group, std::max(kLeast, room / 2)), End(group, std::max(kLeast, room / 3))});
    }
    return Joined(stretches, kGap);
  }

 private:
  /// Stretches that are not more than `gap` apart become one.
  static std::vector<Mark> Joined(const std::vector<Mark>& stretches, uint32_t gap) {
    std::vector<Mark> joined;
    for (const Mark& stretch : stretches) {
      if (!joined.empty() && stretch.begin <= joined.back().end + gap)
        joined.back().end = std::max(joined.back().end, stretch.end);
      else
        joined.push_back(stretch);
    }
    return joined;
  }

  bool IsSpace(uint32_t i) const { return characters_[i].code_point == ' '; }
  bool Combines(uint32_t i) const { return i < size_ && HasNoWidth(characters_[i].code_point); }

  /// So much before the mark, but no half word when a whole one is near, and no mark without its letter.
  uint32_t Begin(const Mark& mark, uint32_t before) const {
    if (mark.begin <= before + kGap) return 0;
    uint32_t begin = mark.begin - before;
    for (uint32_t i = begin; i < begin + kHalfWord && i < mark.begin; ++i) {
      if (IsSpace(i)) return i + 1;
    }
    while (begin > 0 && Combines(begin)) --begin;
    return begin;
  }

  uint32_t End(const Mark& mark, uint32_t after) const {
    if (mark.end + after + kGap >= size_) return size_;
    uint32_t end = mark.end + after;
    for (uint32_t i = end; i + kHalfWord > end && i > mark.end; --i) {
      if (IsSpace(i)) return i;
    }
    while (Combines(end)) ++end;
    return end;
  }

  const std::vector<Character>& characters_;
  const uint32_t size_;
};

class LineMarker {
 public:
  explicit LineMarker(const ExcerptLine& line) : line_(line), characters_(CharactersOf(line.text)) {}

  MarkedLine Mark() {
    uint32_t shown = 0;
    for (const ExcerptLine::Mark& stretch : Cutter(characters_).Kept(line_.marks)) {
      if (stretch.begin > shown) AppendElsewhere();
      for (uint32_t i = stretch.begin; i < stretch.end; ++i) Append(i);
      shown = stretch.end;
    }
    if (shown < characters_.size()) AppendElsewhere();
    marked_.carets.resize(marked_.carets.find_last_of('^') + 1);  // npos + 1 is 0
    return std::move(marked_);
  }

 private:
  void AppendElsewhere() {
    marked_.text += kElsewhere;
    marked_.carets += ' ';
  }

  void Append(uint32_t i) {
    const Character& character = characters_[i];
    if (character.code_point == '\t') {
      marked_.text += '\t';
      marked_.carets += IsMarked(i) ? '^' : '\t';
      return;
    }
    const bool control = character.code_point < 0x20 || (character.code_point >= 0x7F && character.code_point < 0xA0);
    if (control)
      marked_.text += kControl;
    else
      marked_.text.append(line_.text, character.begin, character.end - character.begin);
    if (!HasNoWidth(character.code_point)) marked_.carets += IsMarked(i) ? '^' : ' ';
  }

  bool IsMarked(uint32_t i) const {
    return std::any_of(line_.marks.begin(), line_.marks.end(),
                       [i](const ExcerptLine::Mark& mark) { return mark.begin <= i && i < mark.end; });
  }

  const ExcerptLine& line_;
  const std::vector<Character> characters_;
  MarkedLine marked_;
};

}  // namespace

MarkedLine MarkLine(const ExcerptLine& line) { return LineMarker(line).Mark(); }

}  // namespace soat
