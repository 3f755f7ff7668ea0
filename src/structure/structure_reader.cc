// StructureReader: one walk over the lines, with a stack of open sections and of open list items.
#include "structure/structure_reader.h"

#include <algorithm>
#include <optional>

#include "structure/lines.h"
#include "structure/matter.h"
#include "structure/notes.h"
#include "structure/table_finder.h"
#include "structure/table_reader.h"
#include "text/byte_classes.h"
#include "text/characters.h"
#include "text/phrases.h"

namespace soat {
namespace {

// A numbered line with more words is an item of a list and no heading.
constexpr size_t kHeadingWords = 45;
// Lines of a text that was broken to fit a page are so long, in characters; a paragraph on one line is longer.
constexpr size_t kShortestFullLine = 40, kLongestFullLine = 120;  // characters
constexpr uint32_t kLookBack = 4096;                              // bytes

// Part < letter < Roman < Arabic < Arabic of more parts < small letter < parentheses.
int RankOf(const Line& line) {
  switch (line.marker) {
    case MarkerKind::kLetter:
      return 1;
    case MarkerKind::kRoman:
      return 2;
    case MarkerKind::kArabic:
      return 3 + static_cast<int>(std::count(line.number.begin(), line.number.end(), '.'));
    case MarkerKind::kSmallLetter:
      return 10;
    case MarkerKind::kParenthesis:
      return 11;
    default:
      return 0;
  }
}

// "1.2. Công nghiệp: giá trị …⏎…": a heading with its text, which goes on over several lines.
bool HoldsText(std::string_view heading) {
  return heading.find(": ") < heading.find('\n') && heading.find('\n') != std::string_view::npos;
}

bool IsNumbered(const Line& line) {
  return line.marker != MarkerKind::kNone && line.marker != MarkerKind::kBullet && line.marker != MarkerKind::kNote;
}

// "3.6" and "3.7", but not "2.2".
bool HaveOneParent(std::string_view a, std::string_view b) {
  const size_t dot = a.rfind('.');
  return dot == std::string_view::npos || a.compare(0, dot, b, 0, b.rfind('.')) == 0;
}

// "3.6" below "3".
bool IsBelow(std::string_view number, std::string_view above) {
  return number.size() > above.size() && number[above.size()] == '.' && number.starts_with(above);
}

bool IsMatter(BlockKind kind) { return kind == BlockKind::kFrontMatter || kind == BlockKind::kBackMatter; }

}  // namespace

class StructureReader {
 public:
  StructureReader(const Document& document, const RuleSet& rules)
      : rules_(rules),
        key_(document.key),
        text_(document.text),
        lines_(ReadLines(document.text)),
        matter_(ReadMatter(text_, key_, lines_, rules)),
        note_marks_(text_, rules) {}

  Structure Read();

 private:
  void ReadLineAt(size_t index);
  void ReadLineAs(Matter matter, size_t index);
  bool IsHeading(size_t index);
  void OpenPart(size_t index);
  void OpenSection(size_t index);
  std::string PathOf(uint32_t parent, std::string_view number) const;
  void AddBlock(BlockKind kind, const Line& line);
  bool Continues(const Line& line) const;
  bool GoesOnWithNumber(const Line& line) const;
  std::string_view LastLines(Span before) const;
  bool ClosesParenthesis(const Line& line) const;
  bool GoesOnWithName(const Line& line) const;
  void Extend(const Line& line);
  void AddItem(const Line& line);
  bool IsItemWithoutMarker(size_t index) const;
  bool BeginsWithNumber(const Line& line) const;
  bool EndsWith(const Block& block, char sign) const;
  bool IsNote(const Line& line);
  void AddNote(const Line& line);
  void LinkNotes();
  size_t NextLine(size_t index) const;
  void TakeUnitOfTableBefore();
  void AddTableRows(size_t table);
  void IndexPieces();

  const RuleSet& rules_;
  const std::string_view key_, text_;
  std::vector<Line> lines_;
  const std::vector<Matter> matter_;
  NoteMarks note_marks_;
  Structure structure_;
  std::vector<uint32_t> open_ = {0};                     // sections from the report down
  std::vector<std::pair<std::string, uint32_t>> items_;  // open list items: marker and block
  uint32_t last_ = kNoIndex;                             // the block that a line could continue
  uint32_t lead_in_ = kNoIndex;                          // the passage or item before a list
  uint32_t note_ = kNoIndex;                             // the note that is read
  int item_rank_ = 0;                                    // rank of numbered lines that turned out to be items
};

size_t StructureReader::NextLine(size_t index) const {
  do ++index;
  while (index < lines_.size() && lines_[index].blank());
  return index;
}

void StructureReader::OpenPart(size_t index) {
  const Line& line = lines_[index];
  const std::string_view words = text_.substr(line.content.begin, line.content.size());
  size_t end = words.find_first_of("0123456789IVX", words.find(' '));
  if (end != std::string_view::npos) end = std::min(words.find_first_not_of("0123456789IVX", end), words.size());
  Section section;
  section.path = section.number = words.substr(0, end);
  section.title = {line.content.begin + static_cast<uint32_t>(section.path.size()), line.content.end};
  section.parent = 0;
  structure_.sections.push_back(std::move(section));
  open_ = {0, static_cast<uint32_t>(structure_.sections.size() - 1)};
  AddBlock(BlockKind::kHeading, line);
}

// A numbered line is a heading when it is short and something of its own follows; the tasks of a list follow each
// other.
bool StructureReader::IsHeading(size_t index) {
  const Line& line = lines_[index];
  if (!IsNumbered(line) || line.content.size() == 0) return false;
  const int rank = RankOf(line);
  if (line.marker == MarkerKind::kRoman || line.marker == MarkerKind::kLetter) return true;
  const std::string_view words = text_.substr(line.content.begin, line.content.size());
  const bool may_be_long = words.size() > 2 * kHeadingWords;
  if (words.back() == ';' || (may_be_long && WordCount(words) > kHeadingWords)) return item_rank_ = rank, false;
  if (line.marker == MarkerKind::kParenthesis) return false;
  const size_t next = NextLine(index);
  // "3.6" directly before "2.2" is no list.
  const bool sibling = next < lines_.size() && IsNumbered(lines_[next]) && RankOf(lines_[next]) == rank &&
                       HaveOneParent(line.number, lines_[next].number);
  if (sibling || item_rank_ == rank) return item_rank_ = rank, false;
  return true;
}

// "3.6" below "3" is I.3.6 and not I.3.3.6; "2.2" below "3.6", a slip of the author, stays below it.
std::string StructureReader::PathOf(uint32_t parent, std::string_view number) const {
  while (parent != 0 && IsBelow(number, structure_.sections[parent].number)) {
    parent = structure_.sections[parent].parent;
  }
  const Section& above = structure_.sections[parent];
  if (above.path.empty()) return std::string(number);
  return (above.path + (above.rank == 0 ? '/' : '.')).append(number);
}

void StructureReader::OpenSection(size_t index) {
  const Line& line = lines_[index];
  const int rank = RankOf(line);
  const auto rank_of = [&](uint32_t section) { return structure_.sections[section].rank; };
  // A number of several parts belongs below the section that its first parts name; else below the one that is open.
  const size_t dot = line.number.rfind('.');
  const std::string_view prefix = dot == std::string_view::npos ? std::string_view() : line.number.substr(0, dot);
  const bool known = prefix.empty() || std::any_of(open_.begin() + 1, open_.end(), [&](uint32_t section) {
                       return structure_.sections[section].number == prefix || rank_of(section) == 2;
                     });
  const bool slip = !prefix.empty() && open_.size() > 1 && rank_of(open_.back()) == rank &&
                    !IsBelow(structure_.sections[open_.back()].number, prefix) && known;
  while (!slip && open_.size() > 1 && rank_of(open_.back()) >= rank && rank_of(open_.back()) > 0) open_.pop_back();
  Section section;
  section.number = line.number;
  section.path = PathOf(open_.back(), line.number);
  section.title = line.content;
  section.parent = open_.back();
  section.rank = rank;
  structure_.sections.push_back(std::move(section));
  open_.push_back(static_cast<uint32_t>(structure_.sections.size() - 1));
  item_rank_ = 0;
  AddBlock(BlockKind::kHeading, line);
}

void StructureReader::AddBlock(BlockKind kind, const Line& line) {
  Block& block = structure_.blocks.emplace_back();
  block.kind = kind;
  block.spans = line.span;
  block.marker = line.number;
  block.section = open_.back();
  last_ = static_cast<uint32_t>(structure_.blocks.size() - 1);
  if (kind == BlockKind::kHeading || kind == BlockKind::kPassage) items_.clear();
  if (kind == BlockKind::kHeading) {
    structure_.sections[open_.back()].block = last_;
    lead_in_ = kNoIndex;
  }
  if (kind == BlockKind::kPassage) lead_in_ = last_;
}

// A line goes on from the block before it when that block's sentence is open and the line begins in lower case.
bool StructureReader::Continues(const Line& line) const {
  if (last_ == kNoIndex || IsMatter(structure_.blocks[last_].kind) || line.marker != MarkerKind::kNone ||
      line.content.size() == 0)
    return false;
  const Block& last = structure_.blocks[last_];
  // A heading goes on in the next line or not at all.
  if (last.kind == BlockKind::kHeading && line.span.begin > last.spans.back().end + 1) return false;
  const uint32_t begin = line.content.begin;
  const bool lower = IsLetterAt(text_, begin) && text_.substr(begin, 3) == key_.substr(begin, 3);
  const Span before = last.spans.back();
  const std::string_view words = text_.substr(before.begin, before.size());
  const size_t end = words.find_last_not_of(" *_");
  const bool open =
      end != std::string_view::npos && (IsLetterBefore(words, end + 1) || IsDigit(words[end]) ||
                                        std::string_view(",(/-%").find(words[end]) != std::string_view::npos);
  if (lower) return open || words[end] == ';' || words[end] == ':';
  return ClosesParenthesis(line) || (open && (GoesOnWithNumber(line) || GoesOnWithName(line)));
}

// What is looked at of what stands before a line, however long a paragraph is.
std::string_view StructureReader::LastLines(Span before) const {
  const uint32_t size = std::min(before.size(), kLookBack);
  std::string_view words = text_.substr(before.end - size, size);
  if (size < before.size()) words.remove_prefix(std::min(words.find('\n'), words.size()));
  return words;
}

// "(tiểu học 19/20;⏎THCS 15/17) đạt …": what was opened in the line before is closed here.
bool StructureReader::ClosesParenthesis(const Line& line) const {
  const Span before = structure_.blocks[last_].spans.back();
  if (line.table || line.gaps || line.span.begin > before.end + 1) return false;
  const std::string_view words = text_.substr(line.content.begin, line.content.size());
  const size_t close = words.find(')');
  if (close == std::string_view::npos || words.substr(0, close).find('(') != std::string_view::npos) return false;
  int depth = 0;
  for (const char c : LastLines(before)) {
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
  }
  return depth > 0;
}

// "… theo chỉ đạo của⏎UBND tỉnh …": the paragraph has several lines already, and the word had no room in the last one.
bool StructureReader::GoesOnWithName(const Line& line) const {
  const Block& last = structure_.blocks[last_];
  const Span before = last.spans.back();
  if (line.table || line.gaps || line.span.begin > before.end + 1) return false;
  const std::string_view words = LastLines(before);
  if (last.kind == BlockKind::kHeading && !HoldsText(words)) return false;
  const size_t last_break = words.rfind('\n');
  if (last_break == std::string_view::npos || !IsLetterAt(text_, line.content.begin)) return false;
  const std::string_view next = text_.substr(line.content.begin, line.content.size());
  const size_t needed =
      CountCharacters(words.substr(last_break + 1)) + 1 + CountCharacters(next.substr(0, next.find(' ')));
  size_t longest = 0;
  for (size_t at = 0; at < last_break;) {
    const size_t end = words.find('\n', at);
    longest = std::max<size_t>(longest, CountCharacters(words.substr(at, end - at)));
    at = end + 1;
  }
  return longest >= kShortestFullLine && longest <= kLongestFullLine && needed > longest;
}

// "… là⏎63 hộ, …": in a text whose lines were broken to fit a page. A list of such lines has the number in each.
bool StructureReader::GoesOnWithNumber(const Line& line) const {
  const char first = text_[line.content.begin];
  const Span before = structure_.blocks[last_].spans.back();
  if (!(IsDigit(first) || first == '(') || line.table || line.gaps || line.span.begin > before.end + 1) return false;
  const std::string_view words = text_.substr(before.begin, before.size());
  const std::string_view last_line = words.substr(words.rfind('\n') + 1);
  const size_t characters = CountCharacters(last_line);
  if (characters < kShortestFullLine || characters > kLongestFullLine) return false;
  // "1- Giảm nghèo. Toàn xã có …": a heading with the beginning of its text.
  if (structure_.blocks[last_].kind == BlockKind::kHeading)
    return words.find(". ", words.find(' ') + 1) != std::string_view::npos || HoldsText(words);
  return !structure_.blocks[last_].marker.empty() || !IsDigit(words.front());
}

void StructureReader::Extend(const Line& line) {
  OneOrMany<Span>& spans = structure_.blocks[last_].spans;
  const bool adjacent = text_.substr(spans.back().end, line.span.begin - spans.back().end).find_first_not_of('\n') ==
                            std::string_view::npos &&
                        note_ == kNoIndex;
  if (adjacent)
    spans.back().end = line.span.end;
  else
    spans.push_back(line.span);
}

void StructureReader::AddItem(const Line& line) {
  const std::string marker =
      line.marker == MarkerKind::kBullet ? std::string(line.number) : std::to_string(RankOf(line));
  const auto same = std::find_if(items_.begin(), items_.end(), [&](const auto& item) { return item.first == marker; });
  items_.erase(same, items_.end());
  const uint32_t parent = items_.empty() ? lead_in_ : items_.back().second;
  AddBlock(BlockKind::kItem, line);
  structure_.blocks.back().parent = parent;
  items_.emplace_back(marker, last_);
}

// Behind "… như sau:" lines that end with ";", and the one behind them, are items as if they had bullets; so are lines
// that begin with a number, when there are two of them.
bool StructureReader::IsItemWithoutMarker(size_t index) const {
  const Line& line = lines_[index];
  if (last_ == kNoIndex || lead_in_ == kNoIndex || line.content.size() == 0) return false;
  const Block& before = structure_.blocks[last_];
  if (BeginsWithNumber(line)) {
    if (before.kind == BlockKind::kItem) return before.marker.empty() && IsDigit(text_[before.spans.front().begin]);
    const size_t next = NextLine(index);
    return last_ == lead_in_ && EndsWith(before, ':') && next < lines_.size() && BeginsWithNumber(lines_[next]);
  }
  const char last = text_[line.content.end - 1];
  if (before.kind == BlockKind::kItem)
    return before.marker.empty() && EndsWith(before, ';') && (last == ';' || last == '.');
  return last_ == lead_in_ && EndsWith(before, ':') && last == ';';
}

// "02 giải nhất": a number and words.
bool StructureReader::BeginsWithNumber(const Line& line) const {
  if (line.marker != MarkerKind::kNone || line.table || line.content.size() == 0) return false;
  const size_t end = text_.find_first_not_of("0123456789.,", line.content.begin);
  return IsDigit(text_[line.content.begin]) && end < line.content.end && text_[end] == ' ' &&
         IsLetterAt(text_, end + 1);
}

bool StructureReader::EndsWith(const Block& block, char sign) const {
  const std::string_view words = text_.substr(block.spans.back().begin, block.spans.back().size());
  const size_t end = words.find_last_not_of(" *_");
  return end != std::string_view::npos && words[end] == sign;
}

// "(1) …" is one when "(1)" stands directly behind a word before it, and no list is led in.
bool StructureReader::IsNote(const Line& line) {
  if (line.content.size() == 0) return false;
  if (line.marker == MarkerKind::kNote) return true;
  if (line.marker != MarkerKind::kParenthesis || !IsDigit(line.number.front())) return false;
  return (last_ == kNoIndex || !EndsWith(structure_.blocks[last_], ':')) && note_marks_.MarkOf(line).has_value();
}

// What a note interrupts may go on behind it.
void StructureReader::AddNote(const Line& line) {
  const uint32_t open = last_;
  AddBlock(BlockKind::kNote, line);
  note_ = last_;
  last_ = open;
  const std::optional<Span> mark = note_marks_.MarkOf(line);
  if (!mark) return;
  note_marks_.Take(*mark);
  structure_.blocks[note_].mark = *mark;
  structure_.marks.push_back({*mark, note_});
}

void StructureReader::LinkNotes() {
  std::sort(structure_.marks.begin(), structure_.marks.end(),
            [](const NoteMark& a, const NoteMark& b) { return a.span.begin < b.span.begin; });
  for (const NoteMark& mark : structure_.marks)
    structure_.blocks[mark.note].parent = structure_.PlaceOf(mark.span.begin).block;
}

void StructureReader::ReadLineAt(size_t index) {
  const Line& line = lines_[index];
  if (line.blank()) return;
  if (matter_[index] != Matter::kBody) return ReadLineAs(matter_[index], index);
  if (IsNote(line)) {
    AddNote(line);
  } else if (OpensPart(text_, key_, line, rules_)) {
    OpenPart(index);
    note_ = kNoIndex;
  } else if (IsHeading(index)) {
    OpenSection(index);
    note_ = kNoIndex;
  } else if (Continues(line)) {
    Extend(line);
    note_ = kNoIndex;
  } else if (note_ != kNoIndex && index > 0 && !lines_[index - 1].blank() && line.marker == MarkerKind::kNone) {
    structure_.blocks[note_].spans.back().end = line.span.end;  // a further line of the note
  } else if (line.marker == MarkerKind::kNone && !IsItemWithoutMarker(index)) {
    AddBlock(BlockKind::kPassage, line);
    note_ = kNoIndex;
  } else {
    AddItem(line);
    note_ = kNoIndex;
  }
}

// Lines of front or back matter that follow each other are one block.
void StructureReader::ReadLineAs(Matter matter, size_t index) {
  const BlockKind kind = matter == Matter::kFront ? BlockKind::kFrontMatter : BlockKind::kBackMatter;
  const bool follows = last_ != kNoIndex && structure_.blocks[last_].kind == kind && !lines_[index - 1].blank();
  if (follows) {
    structure_.blocks[last_].spans.back().end = lines_[index].span.end;
    return;
  }
  AddBlock(kind, lines_[index]);
  structure_.blocks.back().marker.clear();
  items_.clear();
  lead_in_ = note_ = kNoIndex;
}

void StructureReader::AddTableRows(size_t index) {
  const Table& table = structure_.tables[index];
  for (uint32_t row = 0; row < table.rows.size(); ++row) {
    const std::vector<Span>& cells = table.rows[row].cells;
    Block& block = structure_.blocks.emplace_back();
    block.kind = BlockKind::kTableRow;
    block.spans = Span{cells.front().begin, std::max(cells.back().end, cells.back().begin)};
    block.marker = table.rows[row].number;
    block.section = open_.back();
    block.table = static_cast<uint32_t>(index);
    block.row = row;
  }
  last_ = lead_in_ = note_ = kNoIndex;
  items_.clear();
}

void StructureReader::IndexPieces() {
  for (uint32_t i = 0; i < structure_.blocks.size(); ++i) {
    for (const Span span : structure_.blocks[i].spans) structure_.pieces_.push_back({span, i});
  }
  std::vector<Structure::Piece>& pieces = structure_.pieces_;
  const auto earlier = [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; };
  if (!std::is_sorted(pieces.begin(), pieces.end(), earlier)) std::sort(pieces.begin(), pieces.end(), earlier);
  std::vector<uint32_t>& before = structure_.pieces_before_;
  before.reserve(text_.size() / Structure::kStretch + 1);
  for (uint32_t i = 0; i < pieces.size(); ++i) {
    while (before.size() * Structure::kStretch <= pieces[i].span.begin) before.push_back(i);
  }
}

// A table that goes on behind a page break has its header again, and not the line that declares its unit. Between the
// two stands nothing but the number of the page.
void StructureReader::TakeUnitOfTableBefore() {
  if (structure_.tables.size() < 2) return;
  const Table& before = structure_.tables[structure_.tables.size() - 2];
  Table& table = structure_.tables.back();
  if (!table.unit.empty() || before.unit.empty() || table.columns.size() != before.columns.size()) return;
  const std::string_view between = text_.substr(before.span.end, table.span.begin - before.span.end);
  if (between.find_first_not_of(" \t\n-0123456789") != std::string_view::npos) return;
  const auto same = [&](const Column& a, const Column& b) {
    return a.header.size() > 0 &&
           key_.substr(a.header.begin, a.header.size()) == key_.substr(b.header.begin, b.header.size());
  };
  if (std::equal(table.columns.begin(), table.columns.end(), before.columns.begin(), same)) table.unit = before.unit;
}

Structure StructureReader::Read() {
  structure_.sections.emplace_back();
  structure_.blocks.reserve(lines_.size());
  for (size_t i = 0; i < lines_.size(); ++i) {  // the head of a report in two columns is no table
    if (matter_[i] != Matter::kBody) lines_[i].table = lines_[i].gaps = lines_[i].bars = lines_[i].ruler = false;
  }
  const TableReader reader(key_, text_, lines_, rules_);
  size_t index = 0;
  for (const TableLines& table : FindTables(text_, key_, lines_, rules_)) {
    for (; index < table.begin; ++index) ReadLineAt(index);
    structure_.tables.push_back(reader.Read(table));
    structure_.tables.back().section = open_.back();
    TakeUnitOfTableBefore();
    AddTableRows(structure_.tables.size() - 1);
    index = table.end;
  }
  for (; index < lines_.size(); ++index) ReadLineAt(index);
  IndexPieces();
  LinkNotes();
  return std::move(structure_);
}

Structure ReadStructure(const Document& document, const RuleSet& rules) {
  return StructureReader(document, rules).Read();
}

}  // namespace soat
