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
constexpr uint32_t kGap = 3;          // what is not longer than this is not worth leaving out

constexpr std::string_view kElsewhere = "…";
constexpr std::string_view kControl = "\uFFFD";  // instead of what a terminal would run as a command

std::vector<Character> CharactersOf(std::string_view text) {
  std::vector<Character> characters;
  for (size_t i = 0; i < text.size(); i = characters.back().end) characters.push_back(CharacterAt(text, i));
  return characters;
}

/// Which stretches of the line are shown.
std::vector<Mark> Kept(const std::vector<Character>& characters, const std::vector<Mark>& marks) {
  const auto size = static_cast<uint32_t>(characters.size());
  if (size <= kWholeLine) return {{0, size}};
  if (marks.empty()) return {{0, kWholeLine}};
  const auto combines = [&](uint32_t i) { return i < size && HasNoWidth(characters[i].code_point); };
  // Room for each mark, so that together they fill a line; what stands before a figure tells more than what follows.
  const uint32_t room = kWholeLine / static_cast<uint32_t>(marks.size());
  const uint32_t before = std::max(kLeast, room / 2), after = std::max(kLeast, room / 3);
  std::vector<Mark> kept;
  for (const Mark& mark : marks) {
    Mark stretch{mark.begin - std::min(mark.begin, before), std::min(mark.end + after, size)};
    while (stretch.begin > 0 && combines(stretch.begin)) --stretch.begin;
    while (combines(stretch.end)) ++stretch.end;
    if (stretch.begin <= kGap) stretch.begin = 0;
    if (size - stretch.end <= kGap) stretch.end = size;
    if (!kept.empty() && stretch.begin <= kept.back().end + kGap)
      kept.back().end = std::max(kept.back().end, stretch.end);
    else
      kept.push_back(stretch);
  }
  return kept;
}

class LineMarker {
 public:
  explicit LineMarker(const ExcerptLine& line) : line_(line), characters_(CharactersOf(line.text)) {}

  MarkedLine Mark() {
    uint32_t shown = 0;
    for (const ExcerptLine::Mark& stretch : Kept(characters_, line_.marks)) {
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
