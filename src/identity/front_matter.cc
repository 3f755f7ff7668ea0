// FrontMatterReader: a walk over the first lines, with one question a line.
#include "identity/front_matter.h"

#include <algorithm>
#include <optional>

#include "identity/words.h"
#include "structure/cells.h"
#include "structure/lines.h"
#include "structure/matter.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr size_t kLongestFront = 12000, kSignature = 4000;  // bytes
constexpr size_t kLongestTitleLine = 320;                   // a longer line is the first sentence
constexpr size_t kMostTitleLines = 6;
constexpr size_t kKindWords = 5;  // "BÁO CÁO LIÊN NGÀNH": still no title
constexpr size_t kIsoDay = 10;
constexpr std::string_view kSentenceEnds = ".:;";

class FrontMatterReader {
 public:
  FrontMatterReader(const Document& document, const Analysis& analysis, const IdentityWords& words)
      : text_(document.text), key_(document.key), analysis_(analysis), words_(words) {}

  FrontMatter Read();

 private:
  uint32_t BodyBegin() const;
  void ReadLine(const Line& line);
  void ReadCell(Span cell);
  void ReadNumber(Span line);
  void ReadPlaceAndDate(Span line);
  size_t WithoutTimeOfDay(Span line, size_t end) const;
  bool ReadPlace(Span line, size_t end);
  void ReadDay(Span line, size_t at);
  const Figure* FigureAt(FigureKind kind, size_t at) const;
  void FindTitle();
  size_t KindOf(const Line& line) const { return DocumentKindSize(text_, key_, line, words_); }
  bool IsHead(const Line& line) const;
  void TakeTitle(size_t index);
  bool GoesOn(const Line& line, const Line& next) const;
  size_t NextLine(size_t index) const;

  const std::string_view text_, key_;
  const Analysis& analysis_;
  const IdentityWords& words_;
  std::vector<Line> lines_;
  FrontMatter front_;
};

uint32_t FrontMatterReader::BodyBegin() const {
  const std::vector<Block>& blocks = analysis_.structure.blocks;
  const auto heading =
      std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == BlockKind::kHeading; });
  const size_t begin = heading == blocks.end() ? text_.size() : heading->spans.front().begin;
  if (begin <= kLongestFront) return static_cast<uint32_t>(begin);
  const size_t line_end = text_.rfind('\n', kLongestFront);
  return static_cast<uint32_t>(line_end == std::string_view::npos ? 0 : line_end);
}

const Figure* FrontMatterReader::FigureAt(FigureKind kind, size_t at) const {
  const auto behind = std::upper_bound(analysis_.figures.begin(), analysis_.figures.end(), at,
                                       [](size_t offset, const Figure& figure) { return offset < figure.span.begin; });
  if (behind == analysis_.figures.begin()) return nullptr;
  const Figure& figure = *(behind - 1);
  return figure.kind == kind && at < figure.span.end ? &figure : nullptr;
}

// "Số: 12/BC-UBND"; "Số:    /BC-UBND" is a draft's.
void FrontMatterReader::ReadNumber(Span line) {
  if (!front_.number.empty() || front_.number_blank) return;
  const size_t word = PhraseAt(key_, line.begin, words_.number_words);
  if (word == 0) return;
  size_t at = SkipBlanks(text_, line.begin + word, line.end);
  const bool colon = at < line.end && text_[at] == ':';
  if (colon) at = SkipBlanks(text_, at + 1, line.end);
  if (at >= line.end) {
    front_.number_blank = colon;
  } else if (IsDigit(text_[at])) {
    if (const Figure* figure = FigureAt(FigureKind::kDocref, at)) front_.number = figure->ref;
  } else {
    front_.number_blank = colon && !IsLetterAt(text_, at);
  }
}

// "Nam Sơn, 17 giờ 00 ngày …": a digit stands behind the comma.
size_t FrontMatterReader::WithoutTimeOfDay(Span line, size_t end) const {
  const size_t comma = text_.substr(0, end).rfind(',');
  if (comma == std::string_view::npos || comma <= line.begin) return end;
  const size_t next = SkipBlanks(text_, comma + 1, end);
  return next < end && IsDigit(text_[next]) ? comma : end;
}

// The name of a place is all capitalised words; what stands further left on the line is another column.
bool FrontMatterReader::ReadPlace(Span line, size_t end) {
  end = WithoutTimeOfDay(line, end);
  while (end > line.begin && (text_[end - 1] == ' ' || text_[end - 1] == ',')) --end;
  const std::string_view before = text_.substr(0, end).substr(line.begin);
  size_t begin = line.begin;
  if (const size_t blanks = before.rfind("  "); blanks != std::string_view::npos) begin = line.begin + blanks + 1;
  if (const size_t tab = before.rfind('\t'); tab != std::string_view::npos)
    begin = std::max(begin, line.begin + tab + 1);
  begin = SkipBlanks(text_, begin, end);
  for (const UnitLevel& level : words_.levels) {  // "Thành phố …", "TP. …"
    if (const size_t size = PhraseAt(key_, begin, level.words); size > 0 && begin + size < end)
      begin = SkipBlanks(text_, begin + size, end);
  }
  Span parent;
  if (end > begin && text_[end - 1] == ')') {
    const size_t open = text_.substr(0, end).rfind('(');
    if (open == std::string_view::npos || open <= begin) return false;
    parent = {static_cast<uint32_t>(open + 1), static_cast<uint32_t>(end - 1)};
    end = text_.find_last_not_of(' ', open - 1) + 1;
  }
  for (size_t at = begin; at < end; ++at) {
    const bool word = IsLetterAt(text_, at) && (at == begin || text_[at - 1] == ' ');
    if (IsDigit(text_[at]) || text_[at] == ',' || (word && !IsCapitalAt(text_, key_, at))) return false;
  }
  if (end <= begin) return false;
  front_.place = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  front_.parent = parent;
  return true;
}

void FrontMatterReader::ReadDay(Span line, size_t at) {
  at = SkipBlanks(text_, at, line.end);
  if (at < line.end && IsDigit(text_[at])) {
    const Figure* figure = FigureAt(FigureKind::kDate, at);
    if (figure != nullptr && figure->start.size() == kIsoDay)
      front_.date = figure->start;
    else
      front_.day_blank = figure != nullptr;
    return;
  }
  while (at < line.end && !IsLetterAt(text_, at) && !IsDigit(text_[at])) ++at;
  front_.day_blank = PhraseAt(key_, at, words_.month_words) > 0;
}

void FrontMatterReader::ReadPlaceAndDate(Span line) {
  if (!front_.date.empty() || front_.day_blank) return;
  const size_t at = FindPhrase(key_, line.begin, line.end, words_.day_words);
  if (at == std::string_view::npos || !ReadPlace(line, at)) return;
  ReadDay(line, at + PhraseAt(key_, at, words_.day_words));
  if (front_.date.empty() && !front_.day_blank) front_.place = front_.parent = {};
}

void FrontMatterReader::ReadCell(Span cell) {
  cell.begin = static_cast<uint32_t>(SkipBlanks(text_, cell.begin, cell.end));
  ReadNumber(cell);
  ReadPlaceAndDate(cell);
  uint32_t begin = cell.begin;
  if (begin < cell.end && (text_[begin] == '(' || text_[begin] == '[')) ++begin;
  front_.draft = front_.draft || PhraseAt(key_, begin, words_.draft_words) > 0;
}

// Some heads are tables: number and date in cells beside each other.
void FrontMatterReader::ReadLine(const Line& line) {
  if (!line.table) return ReadCell(line.content);
  for (const Span cell : SplitCells(text_, line.span)) ReadCell(cell);
}

size_t FrontMatterReader::NextLine(size_t index) const {
  do ++index;
  while (index < lines_.size() && lines_[index].blank());
  return index;
}

bool FrontMatterReader::IsHead(const Line& line) const {
  const uint32_t begin = line.content.begin;
  const auto& levels = words_.levels;
  return line.content.size() > kLongestTitleLine || !IsLetterAt(text_, begin) ||
         PhraseAt(key_, begin, words_.mottos) > 0 || PhraseAt(key_, begin, words_.offices) > 0 ||
         PhraseAt(key_, begin, words_.draft_words) > 0 || PhraseAt(key_, begin, words_.number_words) > 0 ||
         PhraseAt(key_, begin, words_.addressees) > 0 || PhraseAt(key_, begin, words_.recipients) > 0 ||
         (front_.place.begin >= begin && front_.place.end <= line.content.end && front_.place.size() > 0) ||
         std::any_of(levels.begin(), levels.end(),
                     [&](const UnitLevel& level) { return PhraseAt(key_, begin, level.words) > 0; });
}

// Authors break titles after a comma, within a phrase, or in capitals throughout.
bool FrontMatterReader::GoesOn(const Line& line, const Line& next) const {
  const Span span = next.content;
  if (next.blank() || next.marker != MarkerKind::kNone || span.size() > kLongestTitleLine) return false;
  if (!IsLetterAt(text_, span.begin) && !IsDigit(text_[span.begin])) return false;
  if (PhraseAt(key_.substr(0, span.end), span.begin, words_.addressees) > 0) return false;
  const char last = text_[line.content.end - 1];
  const bool open =
      last == ',' || last == ';' || last == '-' || PhraseBefore(key_, line.content.end, words_.title_joints) > 0;
  const bool lower = IsLetterAt(text_, span.begin) && !IsCapitalAt(text_, key_, span.begin);
  return open || lower || (IsAllCapitals(text_, key_, line.content) && IsAllCapitals(text_, key_, span));
}

void FrontMatterReader::TakeTitle(size_t index) {
  const Line& kind = lines_[index];
  const size_t kind_size = KindOf(kind);
  const std::string_view line = text_.substr(kind.content.begin, kind.content.size());
  const size_t next = NextLine(index);
  if (kind_size < kind.content.size()) front_.title.push_back(kind.content);
  const bool subject_follows = next < lines_.size() && lines_[next].marker == MarkerKind::kNone &&
                               lines_[next].content.size() <= kLongestTitleLine && !IsHead(lines_[next]) &&
                               text_[lines_[next].content.end - 1] != ':';
  const bool only_kind = kind_size > 0 && static_cast<size_t>(std::count(line.begin(), line.end(), ' ')) < kKindWords;
  if (subject_follows && only_kind) {
    front_.title.push_back(lines_[next].content);
    index = next;
  }
  while (index + 1 < lines_.size() && front_.title.size() < kMostTitleLines && GoesOn(lines_[index], lines_[index + 1]))
    front_.title.push_back(lines_[++index].content);
  if (front_.title.empty()) front_.title.push_back(kind.content);
}

void FrontMatterReader::FindTitle() {
  const auto begin = lines_.begin(), end = lines_.end();
  auto title = std::find_if(begin, end, [&](const Line& line) { return KindOf(line) > 0; });
  if (title == end) {
    title = std::find_if(begin, end, [&](const Line& line) {
      return PhraseAt(key_.substr(0, line.content.end), line.content.begin, words_.subject_words) > 0;
    });
  }
  if (title == end) {
    title = std::find_if(begin, end, [&](const Line& line) {
      return line.content.size() > 0 && line.marker == MarkerKind::kNone && !IsHead(line) &&
             kSentenceEnds.find(text_[line.content.end - 1]) == std::string_view::npos;
    });
  }
  if (title == end) return;
  front_.head = {0, title->span.begin};
  TakeTitle(static_cast<size_t>(title - begin));
}

FrontMatter FrontMatterReader::Read() {
  front_.end = BodyBegin();
  lines_ = ReadLines(text_.substr(0, front_.end));
  for (const Line& line : lines_) ReadLine(line);
  FindTitle();
  if (front_.date.empty() && !front_.day_blank && text_.size() > front_.end) {
    const size_t from = std::max<size_t>(front_.end, text_.size() - std::min(text_.size(), kSignature));
    for (size_t begin = text_.find('\n', from); begin < text_.size();) {
      const size_t end = std::min(text_.find('\n', ++begin), text_.size());
      ReadPlaceAndDate({static_cast<uint32_t>(SkipBlanks(text_, begin, end)), static_cast<uint32_t>(end)});
      begin = end;
    }
  }
  return std::move(front_);
}

}  // namespace

FrontMatter ReadFrontMatter(const Document& document, const Analysis& analysis, const IdentityWords& words) {
  return FrontMatterReader(document, analysis, words).Read();
}

}  // namespace soat
