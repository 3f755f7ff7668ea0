// Numerals: the shape of the groups decides the value; only "1.234" and "12,345" need the document's style.
#include "figures/numeral.h"

#include <array>

#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr size_t kMaxGroups = 16;
// Most numbers are no longer than that, and fit into 64 bits.
constexpr size_t kPlainDigits = 18;

// The digit groups of a number and the marks between them.
struct Groups {
  // Of the first `count` groups; mark[i] stands before group i.
  std::array<size_t, kMaxGroups> begin, size;
  std::array<char, kMaxGroups> mark;
  size_t count = 0;
  size_t end = 0;
  bool too_long = false;

  void Add(char before, size_t from, size_t to) {
    if (count == kMaxGroups) {
      too_long = true;
    } else {
      begin[count] = from;
      size[count] = to - from;
      mark[count] = before;
      ++count;
    }
    end = to;
  }
};

size_t DigitsEnd(std::string_view text, size_t position) {
  while (position < text.size() && IsDigit(text[position])) ++position;
  return position;
}

// A number with the digits [begin, end) put behind its own. REQUIRES: not more than kPlainDigits in all
int64_t WithDigits(int64_t number, std::string_view text, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) number = number * 10 + (text[i] - '0');
  return number;
}

bool IsMark(char c) { return c == '.' || c == ','; }

// A group of exactly three digits that follows a space: "1 255 682".
bool SpacedGroupAt(std::string_view text, size_t position) { return DigitsEnd(text, position) == position + 3; }

// "64 .000": a space has slipped in before the mark; or behind it, "64. 000".
bool SlippedGroupAt(std::string_view text, size_t position) {
  if (position + 1 >= text.size() || !SpacedGroupAt(text, position + 2)) return false;
  return (text[position] == ' ' && text[position + 1] == '.') || (text[position] == '.' && text[position + 1] == ' ');
}

// Not at the beginning of a line or clause: "3. 250 hộ" may be the third item there.
bool StandsBehindWord(std::string_view text, size_t position) {
  while (position > 0 && text[position - 1] == ' ') --position;
  return IsLetterBefore(text, position);
}

// "56 , 3%": the end of decimals that spaces stand before, where a percent sign follows; 0 when there are none.
size_t SlippedDecimalsEnd(std::string_view text, size_t position, size_t& begin) {
  if (position + 2 >= text.size() || text[position] != ' ' || text[position + 1] != ',') return 0;
  begin = BlanksEnd(text, position + 2);
  const size_t end = DigitsEnd(text, begin), sign = BlanksEnd(text, end);
  return end > begin && end - begin < 3 && sign < text.size() && text[sign] == '%' ? end : 0;
}

bool GroupHead(std::string_view text, size_t begin, size_t size) { return size <= 3 && text[begin] != '0'; }

Groups SplitGroups(std::string_view text, size_t position) {
  Groups groups;
  groups.Add(0, position, DigitsEnd(text, position));
  const bool head = GroupHead(text, position, groups.size[0]);
  while (groups.end < text.size()) {
    const size_t at = groups.end;
    size_t decimals = 0;
    if (IsMark(text[at]) && at + 1 < text.size() && IsDigit(text[at + 1])) {
      groups.Add(text[at], at + 1, DigitsEnd(text, at + 1));
    } else if (head && groups.count == 1 && SlippedGroupAt(text, at) &&
               (text[at] == ' ' || StandsBehindWord(text, position))) {
      groups.Add(' ', at + 2, at + 5);  // grouped in either style
    } else if (const size_t end = groups.count == 1 ? SlippedDecimalsEnd(text, at, decimals) : 0; end > 0) {
      groups.Add(',', decimals, end);
      break;
    } else if (head && text[at] == ' ' && (groups.count == 1 || groups.mark[groups.count - 1] == ' ') &&
               SpacedGroupAt(text, at + 1)) {
      groups.Add(' ', at + 1, at + 4);
    } else {
      break;
    }
  }
  return groups;
}

// The digits of groups [0, whole) as the whole part and, if there is one more, the decimals.
std::optional<Decimal> Assemble(std::string_view text, const Groups& groups, size_t whole) {
  Decimal number;
  if (whole < groups.count) number.scale = static_cast<int32_t>(groups.size[whole]);
  if (groups.end - groups.begin[0] <= kPlainDigits) {
    int64_t coefficient = 0;
    for (size_t i = 0; i < groups.count; ++i)
      coefficient = WithDigits(coefficient, text, groups.begin[i], groups.begin[i] + groups.size[i]);
    number.coefficient = coefficient;
    return number;
  }
  int digits = 0;
  for (size_t i = 0; i < groups.count; ++i) {
    for (size_t k = 0; k < groups.size[i]; ++k) {
      const int digit = text[groups.begin[i] + k] - '0';
      if (digit != 0 || digits != 0) ++digits;
      if (digits > kMaxDigits) return std::nullopt;
      number.coefficient = number.coefficient * 10 + digit;
    }
  }
  return number;
}

// All marks in [1, to) are `mark`, all groups behind them have three digits, and the head has one to three.
bool Grouped(std::string_view text, const Groups& groups, size_t to, char mark) {
  if (!GroupHead(text, groups.begin[0], groups.size[0])) return false;
  for (size_t i = 1; i < to; ++i) {
    if (groups.mark[i] != mark || groups.size[i] != 3) return false;
  }
  return true;
}

void ReadOneMark(std::string_view text, const Groups& groups, NumberStyle style, Numeral& numeral) {
  const std::optional<Decimal> decimal = Assemble(text, groups, 1);
  if (!Grouped(text, groups, 2, groups.mark[1])) {
    numeral.value = decimal;
    return;
  }
  const std::optional<Decimal> grouped = decimal ? std::optional(Decimal{decimal->coefficient, 0}) : std::nullopt;
  const bool decimal_mark = (groups.mark[1] == ',') == (style == NumberStyle::kDecimalComma);
  numeral.value = decimal_mark ? decimal : grouped;
  numeral.other_value = decimal_mark ? grouped : decimal;
}

void ReadValue(std::string_view text, const Groups& groups, NumberStyle style, Numeral& numeral) {
  const size_t last = groups.count - 1;
  if (groups.too_long) return;
  if (groups.count == 1) {
    numeral.value = Assemble(text, groups, 1);
  } else if (groups.mark[last] == ' ') {
    numeral.value = Assemble(text, groups, groups.count);
  } else if (groups.count == 2) {
    ReadOneMark(text, groups, style, numeral);
  } else if (groups.mark[last] != groups.mark[1]) {  // one kind groups, the last mark separates the decimals
    if (Grouped(text, groups, last, groups.mark[1])) numeral.value = Assemble(text, groups, last);
  } else if (Grouped(text, groups, groups.count, groups.mark[1])) {
    numeral.value = Assemble(text, groups, groups.count);
  }
}

// Nothing behind the digits that end there may belong to their number.
bool EndsNumber(std::string_view text, size_t end) {
  if (end >= text.size()) return true;
  const char next = text[end];
  if (next != ' ' && !IsMark(next)) return true;
  const char behind = end + 1 < text.size() ? text[end + 1] : '\0';
  if (next == '.' && behind == ' ') return !SpacedGroupAt(text, end + 2);
  return !IsDigit(behind) && (next != ' ' || !IsMark(behind));
}

// "1,2,4,5" is a list and not a broken number: its first group stands alone.
bool IsList(const Groups& groups) {
  if (groups.count < 3) return false;
  for (size_t i = 0; i < groups.count; ++i) {
    if (groups.size[i] > 2 || (i > 0 && groups.mark[i] != ',')) return false;
  }
  return true;
}

}  // namespace

Numeral ReadNumeral(std::string_view text, size_t position, NumberStyle style) {
  Numeral numeral;
  if (const size_t end = DigitsEnd(text, position); end - position <= kPlainDigits && EndsNumber(text, end)) {
    numeral.end = end;
    numeral.leading_zero = end - position > 1 && text[position] == '0';
    numeral.value = Decimal{WithDigits(0, text, position, end), 0};
    return numeral;
  }
  Groups groups = SplitGroups(text, position);
  if (IsList(groups)) {
    groups.count = 1;
    groups.end = groups.begin[0] + groups.size[0];
  }
  numeral.end = groups.end;
  numeral.leading_zero = groups.size[0] > 1 && text[position] == '0';
  ReadValue(text, groups, style, numeral);
  if (groups.count > 1 && groups.mark[1] == ' ') {
    numeral.spaced = true;
    numeral.loose = groups.count == 2;
    numeral.tight_end = groups.begin[0] + groups.size[0];
    groups.count = 1;
    numeral.tight_value = Assemble(text, groups, 1);
  }
  return numeral;
}

NumberStyle VoteNumberStyle(std::string_view text) {
  int comma = 0, point = 0;
  size_t position = 0;
  while ((position = FindFirst<DigitByte>(text, position)) < text.size()) {
    const Groups groups = SplitGroups(text, position);
    position = groups.end;
    const size_t last = groups.count - 1;
    if (groups.count < 2 || groups.too_long || groups.mark[1] == ' ') continue;
    // A second number part ("17.5.2018", "1,2,4,5") is a date or a list; "1.1" may be a heading.
    const bool grouped = Grouped(text, groups, groups.count, groups.mark[1]);
    if (groups.count == 2 && groups.size[1] != 3 && !grouped) {
      const bool percent = text.substr(groups.end, 1) == "%" || text.substr(groups.end, 2) == " %";
      if (groups.mark[1] == ',')
        ++comma;
      else if (percent || groups.size[0] > 2)
        ++point;
    } else if (groups.count > 2 && grouped) {
      ++(groups.mark[1] == '.' ? comma : point);
    } else if (groups.count > 2 && groups.mark[last] != groups.mark[1] && Grouped(text, groups, last, groups.mark[1])) {
      ++(groups.mark[last] == ',' ? comma : point);
    }
  }
  return point > comma ? NumberStyle::kDecimalPoint : NumberStyle::kDecimalComma;
}

}  // namespace soat
