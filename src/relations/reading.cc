#include "relations/reading.h"

#include <algorithm>

#include "rules/reading_marks.h"
#include "text/byte_classes.h"
#include "text/characters.h"
#include "text/scan.h"

namespace soat {
namespace {

/// The bytes at which more may have to be done than to copy them: * _ [ . ! ? ( ) ends of lines, tabs, and those that
/// begin superscripts.
struct SpecialByte {
  static constexpr size_t kWindow = 1;
  static Lanes At(const char* window) {
    constexpr uint8_t kStroke = '[' ^ '_', kLead = 0xC2 ^ 0xE2;  // the one bit in which the two differ
    const Lanes bytes = LoadLanes(window);
    return Between(bytes, '(', '*') | Is(bytes, '.') | Is(bytes, '!') | Is(bytes, '?') | Between(bytes, '\t', '\n') |
           Is(bytes | AllLanes(kStroke), '_') | Is(bytes | AllLanes(kLead), 0xE2);
  }
};

// The letter at `at` differs from its lower case, in whichever of its bytes.
bool IsCapitalAt(const Document& document, size_t at) {
  size_t end = at + 1;
  while (end < document.text.size() && ClassOf(document.text[end]) == ByteClass::kContinuation) ++end;
  return document.text.compare(at, end - at, document.key, at, end - at) != 0;
}

}  // namespace

// A full stop before a blank and something that can begin a sentence; not behind a single letter ("T. An"), nor behind
// two ("TP. Vinh") unless they tell what a percentage is of ("98% KH. Giải ngân").
bool Reading::EndsSentence(uint32_t at, uint32_t end) const {
  const std::string_view key = document_->key;
  if (key[at] != '.' && key[at] != '!' && key[at] != '?') return false;
  size_t next = at + 1;
  while (next < end && (key[next] == ' ' || key[next] == '\n' || key[next] == '\t')) ++next;
  if (next >= end) return true;
  if (next == at + 1) return IsCapitalAt(*document_, next) && at > 0 && IsLetterBefore(key, at);
  if (!IsLetterAt(key, next)) return true;
  const size_t word = LettersBegin(key, at);
  const bool base = word > 1 && key[word - 1] == ' ' && key[word - 2] == '%';
  const bool initial =
      at - word <= 3 && IsCapitalAt(*document_, word) && !IsDigit(key[at - 1]) && word + 3 > at && !base;
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

void Reading::Clear() {
  line_.clear();
  row_is_read_ = false;
  figures_.clear();
  kinds_.reset();
  pieces_.clear();
  levels_.clear();
  text_end_ = 0;
  sentence_ = item_ = level_ = depth_ = 0;
}

void Reading::AppendByte(uint32_t text_offset) {
  const char c = document_->key[text_offset];
  line_ += c == '\n' || c == '\t' ? ' ' : c;
  if (c == '(') ++depth_;
  if (c == ')' && depth_ > 0) --depth_;
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
  const std::vector<Figure>& figures = analysis_->figures;
  size_t next = cursor_.FirstFrom(span.begin);
  line_.reserve(line_.size() + span.size() + 1);
  if (!line_.empty() && line_.back() != ' ') line_ += ' ';
  Resume(span.begin);
  size_t special = FindFirst<SpecialByte>(document_->key, span.begin);
  for (uint32_t at = span.begin; at < span.end;) {
    const uint32_t figure = next < figures.size() ? figures[next].span.begin : span.end;
    if (at == figure) {
      at = AppendFigure(static_cast<uint32_t>(next++));
    } else if (at == special) {
      at = AppendSpecial(at, span.end);
    } else {
      const size_t end = std::min<size_t>(special, figure > at ? std::min(figure, span.end) : span.end);
      line_.append(document_->key, at, end - at);
      at = static_cast<uint32_t>(end);
    }
    if (special < at) special = FindFirst<SpecialByte>(document_->key, at);
  }
  text_end_ = span.end;
}

// Its mark. \return the end of the figure in the text
uint32_t Reading::AppendFigure(uint32_t index) {
  const Figure& figure = analysis_->figures[index];
  const size_t before = figures_.empty() ? 0 : figures_.back().at + kMarkSize;
  const uint64_t ends = row_.all().EndsOf(line().substr(before));
  figures_.push_back({index, figure.kind, static_cast<uint32_t>(line_.size()), sentence_, item_, level_, depth_, ends});
  kinds_.set(static_cast<size_t>(figure.kind));
  Resume(figure.span.begin);
  AppendMark(line_, kFigureMark + static_cast<char32_t>(figure.kind));
  const uint32_t end = std::max(figure.span.end, figure.span.begin + 1);
  Resume(end);
  return end;
}

// What a special byte stands for. \param end  of the span. \return the end of what it begins
uint32_t Reading::AppendSpecial(uint32_t at, uint32_t end) {
  if (const auto skipped = static_cast<uint32_t>(SkippedEnd(at)); skipped != at) {
    Resume(skipped);
    return skipped;
  }
  if (!EndsSentence(at, end)) {
    AppendByte(at);
    return at + 1;
  }
  Resume(at);
  AppendMark(line_, kSentenceEnd);
  Resume(at + 1);
  ++sentence_;
  depth_ = 0;
  return at + 1;
}

size_t Reading::ItemsBehind(uint32_t item, uint32_t last, uint32_t level) const {
  return static_cast<size_t>(std::count(levels_.begin() + item, levels_.begin() + last, level));
}

uint32_t Reading::LastOfList(uint32_t item, uint32_t level) const {
  uint32_t last = item;
  while (last < levels_.size() && levels_[last] >= level) ++last;
  return last;
}

uint32_t Reading::TextOffset(size_t line_offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), line_offset,
                                      [](size_t offset, const Piece& piece) { return offset < piece.line; });
  if (after == pieces_.begin()) return 0;
  const Piece& piece = *(after - 1);
  const auto text = piece.text + static_cast<uint32_t>(line_offset - piece.line);
  return after == pieces_.end() ? text : std::min(text, std::max(after->text, piece.text));
}

}  // namespace soat
