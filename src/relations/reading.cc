#include "relations/reading.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/reading_marks.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr uint32_t kFarthestMark = 80;  // bytes between an amount and the mark of a note on it

// Bytes at which more may have to be done than to copy them.
constexpr std::array<bool, 256> kSpecialBytes = [] {
  std::array<bool, 256> special{};
  for (const char c : std::string_view("*_[.!?\n\t()\xC2\xE2")) special[static_cast<unsigned char>(c)] = true;
  return special;
}();

// Superscript digits at `at`: marks of notes.
size_t SuperscriptEnd(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(at) == 0xC2 && (byte(at + 1) == 0xB9 || byte(at + 1) == 0xB2 || byte(at + 1) == 0xB3)) return at + 2;
  if (byte(at) == 0xE2 && byte(at + 1) == 0x81 && byte(at + 2) >= 0xB0 && byte(at + 2) <= 0xB9) return at + 3;
  return at;
}

// The letter at `at` differs from its lower case, in whichever of its bytes.
bool IsCapitalAt(const Document& document, size_t at) {
  size_t end = at + 1;
  while (end < document.text.size() && ClassOf(document.text[end]) == ByteClass::kContinuation) ++end;
  return document.text.compare(at, end - at, document.key, at, end - at) != 0;
}

}  // namespace

// A full stop before a blank and something that can begin a sentence; not behind a single letter ("T. An").
bool Reading::EndsSentence(uint32_t at, uint32_t end) const {
  const std::string_view key = document_->key;
  if (key[at] != '.' && key[at] != '!' && key[at] != '?') return false;
  size_t next = at + 1;
  while (next < end && (key[next] == ' ' || key[next] == '\n' || key[next] == '\t')) ++next;
  if (next >= end) return true;
  if (next == at + 1) return IsCapitalAt(*document_, next) && at > 0 && IsLetterBefore(key, at);
  if (!IsLetterAt(key, next)) return true;
  const size_t word = LettersBegin(key, at);
  const bool initial = at - word <= 3 && IsCapitalAt(*document_, word) && !IsDigit(key[at - 1]) && word + 3 > at;
  return IsCapitalAt(*document_, next) && !initial;
}

// The end of what is left out at `at`: emphasis signs and marks of notes; `at` when nothing is.
size_t Reading::SkippedEnd(uint32_t at) const {
  const std::string_view key = document_->key;
  if (key[at] == '*' || key[at] == '_') return at + 1;
  if (const size_t end = SuperscriptEnd(key, at); end != at) return end;
  if (key[at] != '[') return at;
  size_t close = at + 1;
  while (close < key.size() && close - at < 4 && IsDigit(key[close])) ++close;
  return close > at + 1 && close < key.size() && key[close] == ']' ? close + 1 : at;
}

void Reading::AppendByte(uint32_t text_offset) {
  const char c = document_->key[text_offset];
  line_ += c == '\n' || c == '\t' ? ' ' : c;
  if (c == '(') ++depth_;
  if (c == ')' && depth_ > 0) --depth_;
}

void Reading::AppendPlain(uint32_t& at, uint32_t end) {
  const uint32_t begin = at;
  while (at < end && !kSpecialBytes[static_cast<unsigned char>(document_->key[at])]) ++at;
  line_.append(document_->key, begin, at - begin);
}

void Reading::AppendEnclosed(Span span) {
  line_ += " (";
  ++depth_;
  Append(span);
  line_ += ')';
  --depth_;
}

void Reading::EndSentence() {
  pieces_.push_back({static_cast<uint32_t>(line_.size()), text_end_});
  AppendMark(line_, kSentenceEnd);
  ++sentence_;
  depth_ = 0;
}

void Reading::StartItem(uint32_t level) {
  pieces_.push_back({static_cast<uint32_t>(line_.size()), text_end_});
  AppendMark(line_, kItemStart);
  ++sentence_;
  ++item_;
  level_ = level;
  levels_.push_back(level);
  depth_ = 0;
}

void Reading::Append(Span span) {
  auto next = std::lower_bound(analysis_->figures.begin(), analysis_->figures.end(), span.begin,
                               [](const Figure& figure, uint32_t begin) { return figure.span.begin < begin; });
  line_.reserve(line_.size() + span.size() + 1);
  if (!line_.empty() && line_.back() != ' ') line_ += ' ';
  pieces_.push_back({static_cast<uint32_t>(line_.size()), span.begin});
  const auto resume = [&](uint32_t at) { pieces_.push_back({static_cast<uint32_t>(line_.size()), at}); };
  for (uint32_t at = span.begin; at < span.end;) {
    if (next != analysis_->figures.end() && at == next->span.begin) {
      const auto index = static_cast<uint32_t>(next - analysis_->figures.begin());
      figures_.push_back({index, next->kind, static_cast<uint32_t>(line_.size()), sentence_, item_, level_, depth_});
      kinds_.set(static_cast<size_t>(next->kind));
      resume(at);
      AppendMark(line_, kFigureMark + static_cast<char32_t>(next->kind));
      at = std::max(next->span.end, at + 1);
      resume(at);
      ++next;
    } else if (const auto end = static_cast<uint32_t>(SkippedEnd(at)); end != at) {
      at = end;
      resume(at);
    } else if (EndsSentence(at, span.end)) {
      resume(at);
      AppendMark(line_, kSentenceEnd);
      resume(++at);
      ++sentence_;
      depth_ = 0;
    } else {
      AppendByte(at++);
      const bool ahead = next != analysis_->figures.end() && next->span.begin >= at;
      AppendPlain(at, ahead ? std::min(next->span.begin, span.end) : span.end);
    }
  }
  text_end_ = span.end;
}

size_t Reading::ItemsBehind(uint32_t item, uint32_t last, uint32_t level) const {
  return static_cast<size_t>(std::count(levels_.begin() + item, levels_.begin() + last, level));
}

std::string_view Reading::Between(size_t first, size_t second) const {
  const size_t begin = figures_[first].at + kMarkSize;
  return line().substr(begin, figures_[second].at - begin);
}

std::string_view Reading::Before(size_t index) const {
  const size_t begin = index == 0 ? 0 : figures_[index - 1].at + kMarkSize;
  const size_t end = index < figures_.size() ? figures_[index].at : line_.size();
  return line().substr(begin, end - begin);
}

uint32_t Reading::TextOffset(size_t line_offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), line_offset,
                                      [](size_t offset, const Piece& piece) { return offset < piece.line; });
  if (after == pieces_.begin()) return 0;
  const Piece& piece = *(after - 1);
  const auto text = piece.text + static_cast<uint32_t>(line_offset - piece.line);
  return after == pieces_.end() ? text : std::min(text, std::max(after->text, piece.text));
}

namespace {

bool IsListed(const Block& block) { return block.kind == BlockKind::kItem && block.parent != kNoIndex; }

// The passage or item at the top of the list that a block belongs to.
uint32_t RootOf(const std::vector<Block>& blocks, uint32_t index) {
  while (IsListed(blocks[index])) index = blocks[index].parent;
  return index;
}

/// Plans which blocks are read together, and writes only the readings that hold figures: most of a report does not.
class ReadingMaker {
 public:
  ReadingMaker(const Document& document, const Analysis& analysis, const Phrases& continuations)
      : document_(document), analysis_(analysis), continuations_(continuations) {}

  std::vector<Reading> Make() {
    const std::vector<Block>& blocks = analysis_.structure.blocks;
    for (uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::kTableRow)
        AddCells(blocks[i]);
      else if (BelongsToOpen(blocks, i))
        Add(list_, {&blocks[i], Joint::kItem, LevelOf(blocks[i])});
      else if (GoesOn(blocks, i))
        AddContinuation(blocks[i], i);
      else
        AddRoot(blocks[i], i);
    }
    std::vector<Reading> readings;
    for (const Plan& plan : plans_) {
      if (!plan.figures) continue;
      Reading reading = Written(plan);
      if (!reading.figures().empty()) readings.push_back(std::move(reading));
    }
    return readings;
  }

 private:
  enum class Joint : uint8_t { kNone, kItem, kSentence };
  struct Part {
    const Block* block = nullptr;
    Joint joint = Joint::kNone;
    uint32_t level = 0;  // of an item
  };
  struct Plan {
    std::vector<Part> parts;
    Span cell;  // of a table, instead of parts
    bool figures = false;
  };

  // An item of the open list, or one directly below the heading that is open: a heading can lead in a list.
  bool BelongsToOpen(const std::vector<Block>& blocks, uint32_t index) const {
    if (open_ == kNoIndex || blocks[index].kind != BlockKind::kItem) return false;
    const uint32_t root = RootOf(blocks, index);
    return root == open_ || root == continuation_ ||
           (blocks[open_].kind == BlockKind::kHeading && blocks[root].kind == BlockKind::kItem &&
            blocks[root].section == blocks[open_].section);
  }

  // "Trong số đó có …" right behind a block of the same section.
  bool GoesOn(const std::vector<Block>& blocks, uint32_t index) const {
    const Block& block = blocks[index];
    if (open_ == kNoIndex || block.kind != BlockKind::kPassage || block.section != blocks[open_].section) return false;
    const Span words = block.spans.front();
    return continuations_.Begins(std::string_view(document_.key).substr(words.begin, words.size()));
  }

  uint32_t LevelOf(const Block& item) const {
    uint32_t level = 1;
    for (uint32_t above = item.parent; above != open_ && above != continuation_ && above != kNoIndex;
         above = analysis_.structure.blocks[above].parent)
      ++level;
    return level;
  }

  void Add(size_t plan, const Part& part) {
    plans_[plan].parts.push_back(part);
    for (const Span span : part.block->spans) plans_[plan].figures = plans_[plan].figures || HoldsFigure(span);
  }

  void AddRoot(const Block& block, uint32_t index) {
    plans_.emplace_back();
    Add(plans_.size() - 1, {&block, Joint::kNone, 0});
    if (block.kind != BlockKind::kNote) open_ = index, list_ = plans_.size() - 1, continuation_ = kNoIndex;
  }

  // "Trong đó:" leads the list behind it for the block before it.
  void AddContinuation(const Block& block, uint32_t index) {
    Add(list_, {&block, Joint::kSentence, 0});
    continuation_ = index;
  }

  void AddCells(const Block& block) {
    for (const Span cell : analysis_.structure.tables[block.table].rows[block.row].cells) {
      if (HoldsFigure(cell)) plans_.push_back({{}, cell, true});
    }
    open_ = continuation_ = kNoIndex;
  }

  bool HoldsFigure(Span span) const {
    const std::vector<Figure>& figures = analysis_.figures;
    const auto first = std::lower_bound(figures.begin(), figures.end(), span.begin,
                                        [](const Figure& figure, uint32_t at) { return figure.span.begin < at; });
    return first != figures.end() && first->span.begin < span.end;
  }

  Reading Written(const Plan& plan) const {
    Reading reading(document_, analysis_);
    if (plan.parts.empty()) reading.Append(plan.cell);
    for (const Part& part : plan.parts) {
      if (part.joint == Joint::kItem) reading.StartItem(part.level);
      if (part.joint == Joint::kSentence) reading.EndSentence();
      for (const Span span : part.block->spans) reading.Append(span);
    }
    return reading;
  }

  const Document& document_;
  const Analysis& analysis_;
  const Phrases& continuations_;
  std::vector<Plan> plans_;
  uint32_t open_ = kNoIndex;          // the block that leads the list that is read
  uint32_t continuation_ = kNoIndex;  // the last passage that goes on from it
  size_t list_ = 0;                   // its plan
};

}  // namespace

std::vector<Reading> MakeNoteReadings(const Document& document, const Analysis& analysis) {
  std::vector<Reading> readings;
  for (const Block& block : analysis.structure.blocks) {
    if (block.kind != BlockKind::kNote || block.mark.size() == 0) continue;
    const auto behind = std::lower_bound(analysis.figures.begin(), analysis.figures.end(), block.mark.begin,
                                         [](const Figure& figure, uint32_t mark) { return figure.span.begin < mark; });
    if (behind == analysis.figures.begin()) continue;
    const Figure& before = *(behind - 1);
    if (before.span.end > block.mark.begin || block.mark.begin - before.span.end > kFarthestMark) continue;
    Reading& reading = readings.emplace_back(document, analysis);
    reading.Append({before.span.begin, block.mark.begin});
    for (const Span span : block.spans) reading.AppendEnclosed(span);
  }
  return readings;
}

std::vector<Reading> MakeReadings(const Document& document, const Analysis& analysis, const Phrases& continuations) {
  return ReadingMaker(document, analysis, continuations).Make();
}

}  // namespace soat
