#include "relations/reading_list.h"

#include <algorithm>
#include <string_view>

namespace soat {
namespace {

constexpr uint32_t kFarthestMark = 80;  // bytes between an amount and the mark of a note on it

bool IsListed(const Block& block) { return block.kind == BlockKind::kItem && block.parent != kNoIndex; }

// The passage or item at the top of the list that a block belongs to.
uint32_t RootOf(const std::vector<Block>& blocks, uint32_t index) {
  while (IsListed(blocks[index])) index = blocks[index].parent;
  return index;
}

}  // namespace

/// Plans the readings. Only those that hold figures will be written: most of a report does not.
class ReadingPlanner {
 public:
  ReadingPlanner(const Document& document, const Analysis& analysis, const Phrases& continuations,
                 const ReadingChoice& choice, ReadingList& list)
      : document_(document),
        structure_(analysis.structure),
        continuations_(continuations),
        list_(list),
        figures_(analysis.figures),
        cursor_(analysis.figures),
        choice_(choice) {}

  void Plan() {
    const std::vector<Block>& blocks = structure_.blocks;
    list_.parts_.reserve(blocks.size());
    for (uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::kTableRow)
        AddCells(blocks[i]);
      else if (BelongsToOpen(i))
        Add(open_plan_, {&blocks[i], Joint::kItem, LevelOf(blocks[i])});
      else if (GoesOn(blocks[i]))
        AddContinuation(blocks[i], i);
      else
        AddRoot(blocks[i], i);
    }
  }

 private:
  using Joint = ReadingList::Joint;

  // An item of the open list, or one directly below the heading that is open: a heading can lead in a list.
  bool BelongsToOpen(uint32_t index) const {
    const std::vector<Block>& blocks = structure_.blocks;
    if (open_ == kNoIndex || blocks[index].kind != BlockKind::kItem) return false;
    const uint32_t root = RootOf(blocks, index);
    return root == open_ || root == continuation_ ||
           (blocks[open_].kind == BlockKind::kHeading && blocks[root].kind == BlockKind::kItem &&
            blocks[root].section == blocks[open_].section);
  }

  // "Trong số đó có …" right behind a block of the same section.
  bool GoesOn(const Block& block) const {
    if (open_ == kNoIndex || block.kind != BlockKind::kPassage || block.section != structure_.blocks[open_].section)
      return false;
    const Span words = block.spans.front();
    return continuations_.Begins(std::string_view(document_.key).substr(words.begin, words.size()));
  }

  uint32_t LevelOf(const Block& item) const {
    uint32_t level = 1, above = item.parent;
    for (; above != open_ && above != continuation_ && above != kNoIndex; above = structure_.blocks[above].parent)
      ++level;
    return above == continuation_ && above != kNoIndex ? level + level_ : level;
  }

  void Add(size_t number, const ReadingList::Part& part) {
    ReadingList::Plan& plan = list_.plans_[number];
    const auto added = static_cast<uint32_t>(list_.parts_.size());
    list_.parts_.push_back(part);
    (plan.last == kNoIndex ? plan.first : list_.parts_[plan.last].next) = added;
    plan.last = added;
    for (const Span span : part.block->spans) plan.wanted = plan.wanted || IsWanted(span);
  }

  void AddRoot(const Block& block, uint32_t index) {
    list_.plans_.emplace_back();
    const size_t plan = list_.plans_.size() - 1;
    Add(plan, {&block});
    if (block.kind != BlockKind::kNote) open_ = index, open_plan_ = plan, continuation_ = kNoIndex, level_ = 0;
  }

  // "Trong đó:" leads the list behind it for the block before it. The first item may stand in the same line.
  void AddContinuation(const Block& block, uint32_t index) {
    level_ = list_.parts_[list_.plans_[open_plan_].last].level;
    const uint32_t item = FirstItem(block);
    Add(open_plan_, {&block, Joint::kSentence, level_, kNoIndex, 0, item});
    if (item != kNoIndex) Add(open_plan_, {&block, Joint::kItem, level_ + 1, kNoIndex, item});
    continuation_ = index;
  }

  // Where the item begins in "Trong đó: + Rừng trồng: …"; kNoIndex when there is none.
  uint32_t FirstItem(const Block& block) const {
    const Span span = block.spans.front();
    const std::string_view words = std::string_view(document_.key).substr(span.begin, span.size());
    const size_t sign = words.find(':') == std::string_view::npos ? words.size() : words.find(':') + 2;
    const bool item = sign + 1 < words.size() && words[sign - 1] == ' ' && words[sign + 1] == ' ' &&
                      (words[sign] == '+' || words[sign] == '-') && continuations_.Is(words.substr(0, sign - 1));
    return item ? span.begin + static_cast<uint32_t>(sign) + 1 : kNoIndex;
  }

  void AddCells(const Block& block) {
    for (const Span cell : structure_.tables[block.table].rows[block.row].cells) {
      if (IsWanted(cell) && (choice_.lone_figures || !IsFigure(cell)))
        list_.plans_.push_back({cell, kNoIndex, kNoIndex, true});
    }
    open_ = continuation_ = kNoIndex;
  }

  // A figure stands there of a kind that is asked for.
  bool IsWanted(Span span) {
    for (size_t i = cursor_.FirstFrom(span.begin); i < figures_.size() && figures_[i].span.begin < span.end; ++i) {
      if (choice_.kinds[static_cast<size_t>(figures_[i].kind)]) return true;
    }
    return false;
  }

  // A figure is all that stands there. REQUIRES: one stands there
  bool IsFigure(Span span) {
    const Figure& first = figures_[cursor_.FirstFrom(span.begin)];
    return first.span.begin == span.begin && first.span.end == span.end;
  }

  const Document& document_;
  const Structure& structure_;
  const Phrases& continuations_;
  ReadingList& list_;
  const std::vector<Figure>& figures_;
  FigureCursor cursor_;
  const ReadingChoice choice_;
  uint32_t open_ = kNoIndex;          // the block that leads the list that is read
  uint32_t continuation_ = kNoIndex;  // the last passage that goes on from it
  size_t open_plan_ = 0;              // its plan
  uint32_t level_ = 0;                // of the block that the passage goes on from
};

ReadingList::ReadingList(const Document& document, const Analysis& analysis, const Phrases& continuations,
                         const ReadingChoice& choice) {
  ReadingPlanner(document, analysis, continuations, choice, *this).Plan();
}

bool ReadingList::Next(Reading& reading) {
  while (next_ < plans_.size()) {
    const Plan& plan = plans_[next_++];
    if (!plan.wanted) continue;
    reading.Clear();
    if (plan.first == kNoIndex) reading.Append(plan.cell);
    for (uint32_t i = plan.first; i != kNoIndex; i = parts_[i].next) {
      const Part& part = parts_[i];
      if (part.joint == Joint::kItem) reading.StartItem(part.level);
      if (part.joint == Joint::kSentence) reading.EndSentence();
      for (const Span span : part.block->spans) {
        const Span read{std::max(span.begin, part.begin), std::min(span.end, part.end)};
        if (read.begin < read.end) reading.Append(read);
      }
    }
    if (!reading.figures().empty()) return true;
  }
  return false;
}

bool NoteReadingList::Next(Reading& reading) {
  while (next_ < analysis_.structure.blocks.size()) {
    const Block& block = analysis_.structure.blocks[next_++];
    if (block.kind == BlockKind::kNote && block.mark.size() > 0 && Write(block, reading)) return true;
  }
  return false;
}

bool NoteReadingList::Write(const Block& note, Reading& reading) {
  const size_t behind = cursor_.FirstFrom(note.mark.begin);
  if (behind == 0) return false;
  const Figure& before = analysis_.figures[behind - 1];
  if (before.span.end > note.mark.begin || note.mark.begin - before.span.end > kFarthestMark) return false;
  reading.Clear();
  reading.Append({before.span.begin, note.mark.begin});
  for (const Span span : note.spans) reading.AppendEnclosed(span);
  return true;
}

}  // namespace soat
