// SegmentsOf.
#include "context/segments.h"

#include <array>
#include <string_view>

#include "text/byte_classes.h"

namespace soat {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kRomanDigits = "IVX";
constexpr size_t kLongestRoman = 4;
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
    begin_ = MarkerEnd();
    size_t at = 0;
    for (const PassageFigure& figure : passage_.figures()) {
      CutUpTo(at, figure.begin);
      at = figure.end;
    }
    CutUpTo(at, key_.size());
    Close(key_.size());
  }

 private:
  // "2- ", "3/ ", "1.1 ", "III/ ", "a/ " before the first words; 0 when a figure stands there, or none of these. Dots
  // and parentheses divide segments.
  size_t MarkerEnd() const {
    size_t at = 0;
    while (at < text_.size() && (IsDigit(text_[at]) || text_[at] == '.')) ++at;
    const bool parts = key_.substr(0, at).find('.') != std::string_view::npos;
    while (at < kLongestRoman && at < text_.size() && kRomanDigits.find(text_[at]) != std::string_view::npos) ++at;
    if (at == 0 && !text_.empty() && text_[0] >= 'a' && text_[0] <= 'z') at = 1;
    if (at == 0 || at >= text_.size()) return 0;
    const size_t sign = BlanksEnd(key_, at);
    const bool marked = sign + 1 < key_.size() && (key_[sign] == '-' || key_[sign] == '/') && key_[sign + 1] == ' ';
    if (!marked && !(parts && sign > at)) return 0;
    const size_t end = marked ? sign + 1 : at;
    return !passage_.figures().empty() && passage_.figures().front().begin < end ? 0 : end;
  }

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
