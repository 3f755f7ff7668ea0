#include "structure/matter.h"

#include <algorithm>

#include "structure/cells.h"
#include "text/byte_classes.h"
#include "text/phrases.h"

namespace soat {
namespace {

constexpr uint32_t kLongestTitleLine = 320, kLongestBackLine = 240, kLongestName = 60, kPartLineBytes = 320;  // bytes
constexpr size_t kMostHeadLines = 25, kMostTitleLines = 6, kMostPlainTitleLines = 4;
constexpr size_t kKindWords = 5;  // "BÁO CÁO LIÊN NGÀNH": the subject follows
constexpr size_t kSentenceWords = 20;
constexpr std::string_view kSentenceEnds = ".:";

class MatterReader {
 public:
  MatterReader(std::string_view text, std::string_view key, const std::vector<Line>& lines, const RuleSet& rules)
      : text_(text), key_(key), lines_(lines), rules_(rules), words_(rules.identity), matter_(lines.size()) {}

  std::vector<Matter> Read();

 private:
  std::string_view Text(Span span) const { return text_.substr(span.begin, span.size()); }
  bool Begins(Span span, const std::vector<std::string>& phrases) const {
    return PhraseAt(key_, span.begin, phrases) > 0;
  }
  bool EndsSentence(const Line& line) const {
    return kSentenceEnds.find(text_[line.content.end - 1]) != std::string_view::npos;
  }
  bool IsPlain(const Line& line) const {
    return line.marker == MarkerKind::kNone && line.content.size() > 0 && line.content.size() <= kLongestTitleLine;
  }
  bool OpensBody(const Line& line) const;
  size_t NextLine(size_t index) const;
  void Mark(size_t begin, size_t end, Matter matter);

  size_t FindTitle() const;
  size_t TitleEnd(size_t title) const;
  bool GoesOn(size_t index) const;
  bool IsHeadLine(const Line& line) const;
  size_t HeadEnd() const;
  size_t PlainTitleEnd(size_t begin) const;
  size_t AddresseesEnd(size_t index) const;
  size_t FrontEnd() const;

  std::vector<Span> Cells(const Line& line) const;
  bool NamesSignatory(Span cell) const;
  bool OpensSignature(const Line& line) const;
  bool IsName(const Line& line) const;
  size_t BackEnd(size_t begin) const;
  bool StaysInBack(const Line& line, bool list, bool named) const;

  const std::string_view text_, key_;
  const std::vector<Line>& lines_;
  const RuleSet& rules_;
  const IdentityWords& words_;
  std::vector<Matter> matter_;
};

bool MatterReader::OpensBody(const Line& line) const {
  return (line.marker != MarkerKind::kNone && line.marker != MarkerKind::kBullet) ||
         OpensPart(text_, key_, line, rules_);
}

size_t MatterReader::NextLine(size_t index) const {
  while (index < lines_.size() && lines_[index].blank() && !lines_[index].table) ++index;
  return index;
}

void MatterReader::Mark(size_t begin, size_t end, Matter matter) {
  std::fill(matter_.begin() + static_cast<ptrdiff_t>(begin), matter_.begin() + static_cast<ptrdiff_t>(end), matter);
}

// The line with the kind of document, when only short lines stand before it; otherwise the number of lines.
size_t MatterReader::FindTitle() const {
  size_t seen = 0;
  for (size_t i = NextLine(0); i < lines_.size() && seen < kMostHeadLines; i = NextLine(i + 1), ++seen) {
    if (lines_[i].content.size() > kLongestTitleLine || OpensBody(lines_[i])) break;
    if (!lines_[i].table && DocumentKindSize(text_, key_, lines_[i], words_) > 0) return i;
  }
  return lines_.size();
}

// Authors break titles after a comma, within a phrase, or in capitals throughout.
bool MatterReader::GoesOn(size_t index) const {
  const Line &line = lines_[index - 1], &next = lines_[index];
  if (!IsPlain(next) || (!IsLetterAt(text_, next.content.begin) && !IsDigit(text_[next.content.begin]))) return false;
  const char last = text_[line.content.end - 1];
  const bool open =
      last == ',' || last == ';' || last == '-' || PhraseBefore(key_, line.content.end, words_.title_joints) > 0;
  const bool number = IsDigit(text_[next.content.begin]) && !EndsSentence(line) && !EndsSentence(next) &&
                      next.content.size() <= kLongestName;
  return open || number || BeginsLower(text_, key_, next.content) ||
         (IsAllCapitals(text_, key_, line.content) && IsAllCapitals(text_, key_, next.content));
}

// The line behind the title that begins there: the kind of document, what the report is about, and lines that go on.
size_t MatterReader::TitleEnd(size_t title) const {
  size_t end = title + 1;
  const std::string_view words = Text(lines_[title].content);
  const size_t next = NextLine(end);
  if (WordCount(words) <= kKindWords && next < lines_.size() && IsPlain(lines_[next]) && !lines_[next].table &&
      !EndsSentence(lines_[next]) && !IsHeadLine(lines_[next]) && !OpensBody(lines_[next])) {
    end = next + 1;
  }
  for (size_t lines = 1; end < lines_.size() && lines < kMostTitleLines && GoesOn(end); ++lines) ++end;
  return end;
}

// Organisation, motto, number, place and date. Cells of one line are asked one by one.
bool MatterReader::IsHeadLine(const Line& line) const {
  if (line.content.size() > kLongestTitleLine || line.marker != MarkerKind::kNone) return false;
  const std::vector<Span> cells = Cells(line);
  return std::any_of(cells.begin(), cells.end(), [&](Span cell) {
    if (Begins(cell, words_.mottos) || Begins(cell, words_.draft_words) || Begins(cell, words_.addressees)) return true;
    if (Begins(cell, words_.offices)) return IsAllCapitals(text_, key_, cell);
    if (const size_t word = PhraseAt(key_, cell.begin, words_.number_words); word > 0)
      return text_.substr(SkipBlanks(text_, cell.begin + word, cell.end), 1) == ":";
    const size_t day = FindPhrase(key_, cell.begin, cell.end, words_.day_words);
    return day != std::string_view::npos && day > cell.begin && WordCount(Text(cell)) <= kSentenceWords / 2 &&
           text_.substr(cell.begin, day - cell.begin).find(',') != std::string_view::npos &&
           IsCapitalAt(text_, key_, cell.begin) && !EndsSentence(line);
  });
}

// The lines of a head without a title in capitals.
size_t MatterReader::HeadEnd() const {
  size_t end = 0;
  for (size_t i = NextLine(0); i < lines_.size() && IsHeadLine(lines_[i]); i = NextLine(i + 1)) end = i + 1;
  return end;
}

// A title without capitals: a few lines that are no sentence, up to the first part.
size_t MatterReader::PlainTitleEnd(size_t begin) const {
  size_t end = begin, count = 0;
  for (size_t i = NextLine(begin); i < lines_.size(); i = NextLine(i + 1)) {
    const bool part = lines_[i].marker == MarkerKind::kRoman || lines_[i].marker == MarkerKind::kLetter ||
                      OpensPart(text_, key_, lines_[i], rules_);
    if (part) return count > 0 ? end : begin;
    if (!IsPlain(lines_[i]) || lines_[i].table || EndsSentence(lines_[i]) || Text(lines_[i].content).ends_with(";") ||
        ++count > kMostPlainTitleLines)
      break;
    end = i + 1;
  }
  return begin;
}

// Behind the title: what stands in brackets or is a stroke, "Kính gửi" with its list.
size_t MatterReader::AddresseesEnd(size_t index) const {
  bool list = false;
  for (size_t i = NextLine(index); i < lines_.size(); i = NextLine(i + 1)) {
    const Line& line = lines_[i];
    const bool stroke = line.ruler || Text(line.span).find_first_not_of(" -_*=~") == std::string_view::npos;
    const std::string_view words = Text(line.content);
    const bool brackets = words.starts_with("(") && words.ends_with(")") && IsPlain(line);
    const bool addressee = IsPlain(line) && Begins(line.content, words_.addressees);
    const bool item = list && line.marker == MarkerKind::kBullet && line.content.size() <= kLongestBackLine;
    if (!stroke && !brackets && !addressee && !item) break;
    list = list || (addressee && words.ends_with(":"));
    index = i + 1;
  }
  return index;
}

size_t MatterReader::FrontEnd() const {
  const size_t title = FindTitle();
  if (title < lines_.size()) return AddresseesEnd(TitleEnd(title));
  const size_t head = HeadEnd();
  return AddresseesEnd(PlainTitleEnd(head));
}

// The cells of a line, whatever holds them apart.
std::vector<Span> MatterReader::Cells(const Line& line) const {
  if (line.table) return SplitCells(text_, line.span);
  if (!line.gaps) return {line.content};
  std::vector<Span> spans;
  for (const Cell& cell : CellsBetweenGaps(text_, line.span)) spans.push_back(cell.span);
  return spans;
}

bool MatterReader::NamesSignatory(Span cell) const {
  cell.begin = static_cast<uint32_t>(SkipBlanks(text_, cell.begin, cell.end));
  return cell.size() > 0 && IsCapitalAt(text_, key_, cell.begin) && IsAllCapitals(text_, key_, cell) &&
         Begins(cell, words_.signatories) && Text(cell).find_first_of("0123456789:;") == std::string_view::npos;
}

bool MatterReader::OpensSignature(const Line& line) const {
  if (line.content.size() == 0 || line.content.size() > kLongestBackLine) return false;
  if (!line.table && !line.gaps) return NamesSignatory(line.content);
  const std::vector<Span> cells = Cells(line);
  return std::any_of(cells.begin(), cells.end(), [&](Span cell) { return NamesSignatory(cell); });
}

// "Nguyễn Văn A": short, each word with a capital and not in capitals throughout.
bool MatterReader::IsName(const Line& line) const {
  const std::string_view words = Text(line.content);
  if (words.size() > kLongestName || WordCount(words) < 2 || IsAllCapitals(text_, key_, line.content)) return false;
  for (uint32_t at = line.content.begin; at < line.content.end; ++at) {
    if (IsDigit(text_[at]) || text_[at] == ':' || text_[at] == ';') return false;
    if (IsLetterAt(text_, at) && !IsLetterBefore(text_, at) && !IsCapitalAt(text_, key_, at)) return false;
  }
  return true;
}

// list: the list of recipients has not ended; named: the one who signs has been named.
bool MatterReader::StaysInBack(const Line& line, bool list, bool named) const {
  const bool two_columns = line.gaps || (line.table && Cells(line).size() == 2);
  if (line.span.size() > kLongestBackLine || OpensBody(line) || line.bars || (line.table && !two_columns)) return false;
  if (OpensSignature(line)) return true;
  if (line.marker == MarkerKind::kBullet) return list || two_columns;
  if (named && !list) return false;
  return WordCount(Text(line.content)) < kSentenceWords;
}

size_t MatterReader::BackEnd(size_t begin) const {
  bool list = PhraseAt(key_, lines_[begin].content.begin, words_.recipients) > 0, named = false;
  size_t end = begin + 1;
  for (size_t i = NextLine(end); i < lines_.size() && StaysInBack(lines_[i], list, named); i = NextLine(i + 1)) {
    const Line& line = lines_[i];
    // The list ends with a line by itself that is no item of it.
    if (line.marker == MarkerKind::kNone && !line.gaps && !line.table && !Text(line.content).ends_with(";") &&
        (OpensSignature(line) || lines_[i - 1].blank()))
      list = false;
    named = named || (!list && line.marker == MarkerKind::kNone && IsName(line));
    end = i + 1;
  }
  return end;
}

std::vector<Matter> MatterReader::Read() {
  const size_t front = FrontEnd();
  Mark(0, front, Matter::kFront);
  for (size_t i = front; i < lines_.size();) {
    const Line& line = lines_[i];
    const bool may_open = line.marker == MarkerKind::kNone && line.content.size() > 0;
    if (!may_open || !(Begins(line.content, words_.recipients) || OpensSignature(line))) {
      ++i;
      continue;
    }
    const size_t end = BackEnd(i);
    Mark(i, end, Matter::kBack);
    i = end;
  }
  return std::move(matter_);
}

}  // namespace

std::vector<Matter> ReadMatter(std::string_view text, std::string_view key, const std::vector<Line>& lines,
                               const RuleSet& rules) {
  return MatterReader(text, key, lines, rules).Read();
}

size_t DocumentKindSize(std::string_view text, std::string_view key, const Line& line, const IdentityWords& words) {
  size_t begin = line.content.begin;
  if (const size_t draft = PhraseAt(key, begin, words.draft_words); draft > 0)
    begin = SkipBlanks(text, begin + draft, line.content.end);
  const size_t kind = PhraseAt(key, begin, words.title_words);
  const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + kind)};
  return kind > 0 && IsAllCapitals(text, key, span) ? span.end - line.content.begin : 0;
}

bool OpensPart(std::string_view text, std::string_view key, const Line& line, const RuleSet& rules) {
  if (line.marker != MarkerKind::kNone || line.content.size() == 0 || line.content.size() > kPartLineBytes)
    return false;
  const std::string_view words = key.substr(line.content.begin, line.content.size());
  if (IsLetterAt(text, line.content.begin) && text.substr(line.content.begin, 1) == words.substr(0, 1) &&
      words[0] < 'z' && words[0] >= 'a') {
    return false;  // parts begin with a capital
  }
  for (const std::string& word : rules.part_words) {
    if (words.front() != word.front() || !words.starts_with(word)) continue;
    const std::string_view rest = words.substr(word.size());
    if (rest.empty()) return true;
    const size_t number = rest.find_first_not_of(" :");
    if (number == 0 || number == std::string_view::npos) continue;
    const size_t end = rest.find_first_of(" .:*-\n", number);
    const std::string_view token = rest.substr(number, std::min(end, rest.size()) - number);
    if (!token.empty() && token.find_first_not_of("0123456789ivx") == std::string_view::npos) return true;
  }
  return false;
}

}  // namespace soat
