// ParsePattern: recursive descent over the operators, and ranges of characters as ranges of the bytes of UTF-8.
#include "figures/pattern_tree.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

using Kind = PatternTree::Kind;

constexpr char32_t kLastCharacter = 0x10FFFF;
constexpr ByteSet kRepeats("*+?{"), kSigns("\\.[](){}*+?|^$");
constexpr uint32_t kMostRepetitions = 1000;  // RE2 refuses more

struct Range {
  char32_t low, high;
};

PatternTree Leaf(Kind kind) {
  PatternTree leaf;
  leaf.kind = kind;
  return leaf;
}

PatternTree Byte(uint8_t low, uint8_t high) {
  PatternTree byte = Leaf(Kind::kByte);
  byte.low = low;
  byte.high = high;
  return byte;
}

// One part stands for itself.
PatternTree Joined(Kind kind, std::vector<PatternTree> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  PatternTree tree = Leaf(kind == Kind::kSequence && parts.empty() ? Kind::kNothing : kind);
  tree.parts = std::move(parts);
  return tree;
}

// Characters whose bytes can be told apart one by one. REQUIRES: all have as many bytes, and only the last i differ
// freely
PatternTree SequenceOf(Range range) {
  std::string low, high;
  AppendCharacter(low, range.low);
  AppendCharacter(high, range.high);
  std::vector<PatternTree> bytes;
  bytes.reserve(low.size());
  for (size_t i = 0; i < low.size(); ++i) {
    bytes.push_back(Byte(static_cast<uint8_t>(low[i]), static_cast<uint8_t>(high[i])));
  }
  return Joined(Kind::kSequence, std::move(bytes));
}

// Cuts a range so that the bytes of its characters are ranges of their own.
void AddSequences(Range range, std::vector<PatternTree>& choices) {
  if (range.high < 0x80) {
    choices.push_back(Byte(static_cast<uint8_t>(range.low), static_cast<uint8_t>(range.high)));
    return;
  }
  for (const char32_t last : {char32_t{0x7F}, char32_t{0x7FF}, char32_t{0xFFFF}}) {
    if (range.low > last || range.high <= last) continue;
    AddSequences({range.low, last}, choices);
    return AddSequences({last + 1, range.high}, choices);
  }
  for (const int bits : {6, 12, 18}) {
    const char32_t mask = (char32_t{1} << bits) - 1;
    if ((range.low & ~mask) == (range.high & ~mask)) break;
    if ((range.low & mask) != 0) {
      AddSequences({range.low, range.low | mask}, choices);
      return AddSequences({(range.low | mask) + 1, range.high}, choices);
    }
    if ((range.high & mask) != mask) {
      AddSequences({range.low, (range.high & ~mask) - 1}, choices);
      return AddSequences({range.high & ~mask, range.high}, choices);
    }
  }
  choices.push_back(SequenceOf(range));
}

PatternTree One(char32_t character) {
  return character < 0x80 ? Byte(static_cast<uint8_t>(character), static_cast<uint8_t>(character))
                          : SequenceOf({character, character});
}

PatternTree OneOf(std::vector<Range> ranges, bool negated) {
  if (!negated && ranges.size() == 1 && ranges[0].low == ranges[0].high) return One(ranges[0].low);
  std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.low < b.low; });
  std::vector<PatternTree> choices;
  char32_t next = 0;  // the first character behind the ranges so far
  for (const Range range : ranges) {
    if (negated && range.low > next) AddSequences({next, range.low - 1}, choices);
    if (!negated && range.high >= next) AddSequences({std::max(range.low, next), range.high}, choices);
    next = std::max<char32_t>(next, range.high + 1);
  }
  if (negated && next <= kLastCharacter) AddSequences({next, kLastCharacter}, choices);
  return Joined(Kind::kChoice, std::move(choices));
}

class PatternParser {
 public:
  explicit PatternParser(std::string_view pattern) : pattern_(pattern) {}

  std::optional<PatternTree> Parse() {
    PatternTree tree = Choice();
    if (failed_ || at_ < pattern_.size()) return std::nullopt;
    return tree;
  }

 private:
  bool Take(std::string_view word) {
    if (!pattern_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool AtEnd() const { return at_ >= pattern_.size(); }
  PatternTree Fail() {
    failed_ = true;
    at_ = pattern_.size();
    return {};
  }

  PatternTree Choice();
  PatternTree Sequence();
  size_t TextEnd() const;
  PatternTree Repeated();
  bool ReadCounts(PatternTree& repeat);
  std::optional<uint32_t> Count();
  PatternTree Atom();
  PatternTree Group();
  PatternTree Class();
  PatternTree Escaped();
  std::optional<char32_t> ClassCharacter();
  std::optional<char32_t> EscapedCharacter();
  std::optional<char32_t> HexCharacter();

  const std::string_view pattern_;
  size_t at_ = 0;
  bool failed_ = false;
};

PatternTree PatternParser::Choice() {
  std::vector<PatternTree> choices;
  do choices.push_back(Sequence());
  while (Take("|"));
  return Joined(Kind::kChoice, std::move(choices));
}

// The end of the characters that stand for themselves; the last of them is left out when it is repeated.
size_t PatternParser::TextEnd() const {
  size_t end = at_;
  while (end < pattern_.size() && !kSigns.Has(pattern_[end])) ++end;
  if (end == at_ || end == pattern_.size() || !kRepeats.Has(pattern_[end])) return end;
  return CharacterBefore(pattern_, end).begin;
}

PatternTree PatternParser::Sequence() {
  std::vector<PatternTree> parts;
  while (!AtEnd() && pattern_[at_] != '|' && pattern_[at_] != ')') {
    const size_t end = TextEnd();
    if (end == at_) {
      parts.push_back(Repeated());
      continue;
    }
    PatternTree text = Leaf(Kind::kText);
    text.text = pattern_.substr(at_, end - at_);
    parts.push_back(std::move(text));
    at_ = end;
  }
  return Joined(Kind::kSequence, std::move(parts));
}

PatternTree PatternParser::Repeated() {
  PatternTree part = Atom();
  if (AtEnd() || !kRepeats.Has(pattern_[at_])) return part;
  PatternTree repeat = Leaf(Kind::kRepeat);
  repeat.most = PatternTree::kUnlimited;
  if (Take("+"))
    repeat.least = 1;
  else if (Take("?"))
    repeat.most = 1;
  else if (!Take("*") && !ReadCounts(repeat))
    return part;
  Take("?");
  if (!AtEnd() && pattern_[at_] != '{' && kRepeats.Has(pattern_[at_])) return Fail();
  repeat.parts.push_back(std::move(part));
  return repeat;
}

std::optional<uint32_t> PatternParser::Count() {
  uint32_t count = 0;
  const size_t begin = at_;
  for (; !AtEnd() && IsDigit(pattern_[at_]) && count <= kMostRepetitions; ++at_) {
    count = count * 10 + static_cast<uint32_t>(pattern_[at_] - '0');
  }
  return at_ > begin ? std::optional(count) : std::nullopt;
}

// "{2}", "{2,}", "{2,5}"; what only begins like that is no repetition.
bool PatternParser::ReadCounts(PatternTree& repeat) {
  const size_t begin = at_;
  if (!Take("{")) return false;
  const auto least = Count();
  const bool open = least && Take(",");
  const auto most = open ? Count() : least;
  if (!least || !Take("}")) {
    at_ = begin;
    return false;
  }
  repeat.least = *least;
  repeat.most = most.value_or(PatternTree::kUnlimited);
  if (*least > kMostRepetitions || (most && (*most > kMostRepetitions || *most < *least))) Fail();
  return true;
}

PatternTree PatternParser::Atom() {
  switch (pattern_[at_]) {
    case '(':
      return Group();
    case '[':
      return Class();
    case '\\':
      return Escaped();
    case '.':
      ++at_;
      return OneOf({{'\n', '\n'}}, true);
    case '^':
      ++at_;
      return Leaf(Kind::kTextBegin);
    case '$':
      ++at_;
      return Leaf(Kind::kTextEnd);
    case '*':
    case '+':
    case '?':
      return Fail();
    default: {
      const Character character = CharacterAt(pattern_, at_);
      if (character.code_point == kIllFormed) return Fail();
      at_ = character.end;
      return One(character.code_point);
    }
  }
}

PatternTree PatternParser::Group() {
  std::string_view name;
  if (Take("(?P<")) {
    const size_t end = std::min(pattern_.find('>', at_), pattern_.size());
    name = pattern_.substr(at_, end - at_);
    at_ = std::min(end + 1, pattern_.size());
  } else if (!Take("(?:")) {
    Take("(");
    if (!AtEnd() && pattern_[at_] == '?') return Fail();
  }
  PatternTree inside = Choice();
  if (!Take(")")) return Fail();
  if (name.empty()) return inside;
  if (!inside.name.empty()) {  // ((…)): a part of its own
    std::vector<PatternTree> parts;
    parts.push_back(std::move(inside));
    inside = Leaf(Kind::kSequence);
    inside.parts = std::move(parts);
  }
  inside.name = name;
  return inside;
}

PatternTree PatternParser::Escaped() {
  if (Take("\\z")) return Leaf(Kind::kTextEnd);
  if (Take("\\A")) return Leaf(Kind::kTextBegin);
  if (Take("\\d")) return OneOf({{'0', '9'}}, false);
  const auto character = EscapedCharacter();
  return character ? One(*character) : Fail();
}

// "\.", "\n", "\x27", "\x{1EA1}".
std::optional<char32_t> PatternParser::EscapedCharacter() {
  constexpr std::array<std::pair<char, char32_t>, 5> kControls = {
      {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'f', '\f'}, {'v', '\v'}}};
  ++at_;
  if (AtEnd()) return std::nullopt;
  const char c = pattern_[at_++];
  if (c == 'x') return HexCharacter();
  for (const auto& [letter, control] : kControls) {
    if (c == letter) return control;
  }
  const bool sign = ClassOf(c) == ByteClass::kOther && static_cast<unsigned char>(c) < 0x80;
  return sign ? std::optional(static_cast<char32_t>(c)) : std::nullopt;
}

std::optional<char32_t> PatternParser::HexCharacter() {
  const bool braces = Take("{");
  const size_t end = braces ? pattern_.find('}', at_) : at_ + 2;
  if (end > pattern_.size() || end == at_ || end - at_ > 6) return std::nullopt;
  char32_t character = 0;
  for (; at_ < end; ++at_) {
    const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(pattern_[at_] | 0x20));
    if (digit == std::string_view::npos) return std::nullopt;
    character = character * 16 + static_cast<char32_t>(digit);
  }
  if (braces) ++at_;
  return character <= kLastCharacter ? std::optional(character) : std::nullopt;
}

std::optional<char32_t> PatternParser::ClassCharacter() {
  if (pattern_[at_] == '\\') return EscapedCharacter();
  const Character character = CharacterAt(pattern_, at_);
  at_ = character.end;
  return character.code_point == kIllFormed ? std::nullopt : std::optional(character.code_point);
}

PatternTree PatternParser::Class() {
  Take("[");
  const bool negated = Take("^");
  std::vector<Range> ranges;
  for (bool first = true; !AtEnd() && (first || pattern_[at_] != ']'); first = false) {
    if (pattern_.substr(at_).starts_with("[:")) return Fail();
    const auto low = ClassCharacter();
    if (!low) return Fail();
    auto high = low;
    if (at_ + 1 < pattern_.size() && pattern_[at_] == '-' && pattern_[at_ + 1] != ']') {
      ++at_;
      high = ClassCharacter();
      if (!high || *high < *low) return Fail();
    }
    ranges.push_back({*low, *high});
  }
  if (!Take("]")) return Fail();
  return OneOf(std::move(ranges), negated);
}

}  // namespace

std::optional<PatternTree> ParsePattern(std::string_view pattern) { return PatternParser(pattern).Parse(); }

}  // namespace soat
