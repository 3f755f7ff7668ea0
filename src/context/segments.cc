// SegmentsOf.
#include "context/segments.h"

#include <array>
#include <string_view>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kSigns = ",)(:;.!?[]\xE2";  // of the ellipsis the first byte

constexpr std::array<bool, 256> MakeSignTable() {
  std::array<bool, 256> table{};
  for (const char c : kSigns) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kIsSign = MakeSignTable();

// Of two signs with nothing between them, the one that divides more counts.
int Strength(char sign) { return static_cast<int>(std::string_view("),(:;.").find(sign)); }

class Cutter {
 public:
  Cutter(const Passage& passage, const WordRow& row, const ContextLexicons& words, std::vector<Segment>& segments)
      : text_(passage.text()), key_(passage.key()), passage_(passage), row_(row), words_(words), segments_(segments) {}

  void Cut() {
    segments_.clear();
    size_t at = 0;
    for (const PassageFigure& figure : passage_.figures()) {
      CutUpTo(at, figure.begin);
      at = figure.end;
    }
    CutUpTo(at, key_.size());
    Close(key_.size());
  }

 private:
  void CutUpTo(size_t at, size_t end) {
    const std::vector<uint32_t>& signs = row_.signs();
    while (sign_at_ > 0 && signs[sign_at_ - 1] >= at) --sign_at_;
    while (sign_at_ < signs.size() && signs[sign_at_] < at) ++sign_at_;
    for (; sign_at_ < signs.size() && signs[sign_at_] < end; ++sign_at_) {
      const size_t place = signs[sign_at_];
      if (!kIsSign[static_cast<unsigned char>(key_[place])]) continue;
      if (const char sign = SignAt(place)) Divide(place, sign);
    }
  }

  // What the byte divides as; 0 when it divides nothing.
  char SignAt(size_t at) const {
    switch (key_[at]) {
      case '.':
      case '!':
      case '?':
        return EndsSentence(at) ? '.' : '\0';
      case '[':
        return '(';
      case ']':
        return ')';
      case '\xE2':
        return key_.substr(at).starts_with(kEllipsis) && IsCapital(BlanksEnd(key_, at + kEllipsis.size())) ? '.' : '\0';
      case ':':
        return IsInNumber(at) ? '\0' : ':';
      default:
        return key_[at];
    }
  }

  // "TCVN ISO 9001:2015", "7:30".
  bool IsInNumber(size_t at) const {
    return at > 0 && IsDigit(key_[at - 1]) && at + 1 < key_.size() && IsDigit(key_[at + 1]);
  }

  bool IsCapital(size_t at) const { return at < key_.size() && text_[at] != key_[at]; }

  // Before a blank, and no end of an abbreviation.
  bool EndsSentence(size_t at) const {
    if (at + 1 < key_.size() && key_[at + 1] != ' ' && key_[at + 1] != '\n') return false;
    return key_[at] != '.' || !words_.abbreviations.LongestBefore(row_, at);
  }

  void Divide(size_t at, char sign) {
    Close(at);
    if (sign == '(') ++depth_;
    if (sign == ')') {
      if (depth_ == 0) sign = ';';  // of "a)", or its opening is lost
      depth_ -= depth_ > 0 ? 1 : 0;
    }
    if (!pending_ || Strength(sign) > Strength(sign_) || sign == '(') sign_ = sign;
    pending_ = true;
    begin_ = at + (key_[at] == kEllipsis[0] ? kEllipsis.size() : 1);
  }

  void Close(size_t end) {
    while (begin_ < end && (key_[begin_] == ' ' || key_[begin_] == '\n')) ++begin_;
    while (begin_ < end && (key_[end - 1] == ' ' || key_[end - 1] == '\n')) --end;
    if (begin_ >= end) return;
    segments_.push_back({{begin_, end}, sign_, depth_});
    pending_ = false;
  }

  const std::string_view text_, key_;
  const Passage& passage_;
  const WordRow& row_;
  const ContextLexicons& words_;
  std::vector<Segment>& segments_;
  size_t sign_at_ = 0;  // index into the signs of the row
  size_t begin_ = 0, depth_ = 0;
  char sign_ = '.';
  bool pending_ = true;  // a sign was met and no segment since
};

}  // namespace

const std::vector<Segment>& SegmentsOf(const Passage& passage, const WordRow& row, const ContextLexicons& words,
                                       std::vector<Segment>& room) {
  Cutter(passage, row, words, room).Cut();
  return room;
}

}  // namespace soat
