// ParsePattern: one function for each level of the grammar.
#include "rules/pattern_tree.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

using Kind = PatternTree::Kind;
using Ranges = std::vector<CharacterRange>;

constexpr char32_t kLastCharacter = 0x10FFFF;
constexpr ByteSet kRepeats("*+?{"), kSigns("\\.[](){}*+?|^$");
constexpr uint32_t kMostRepetitions = 1000;  // RE2 refuses more
constexpr int kDeepest = 64;                 // groups in groups, each of which takes room on the stack

PatternTree Leaf(Kind kind) {
  PatternTree leaf;
  leaf.kind = kind;
  return leaf;
}

PatternTree Text(std::string_view text) {
  PatternTree tree = Leaf(Kind::kText);
  tree.text = text;
  tree.first = tree.first_inside = text.front();
  return tree;
}

// The byte that all parts begin with; 0 when it is not one.
char FirstOfAll(const std::vector<PatternTree>& parts) {
  const char first = parts.front().first;
  const auto same = [first](const PatternTree& part) { return part.first == first; };
  return std::all_of(parts.begin(), parts.end(), same) ? first : '\0';
}

// The same where the text does not begin: there its beginning cannot match.
char FirstOfAllInside(const std::vector<PatternTree>& parts) {
  char first = 0;
  for (const PatternTree& part : parts) {
    if (part.kind == Kind::kTextBegin) continue;
    if (part.first_inside == 0 || (first != 0 && part.first_inside != first)) return 0;
    first = part.first_inside;
  }
  return first;
}

// One part stands for itself.
PatternTree Joined(Kind kind, std::vector<PatternTree> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  if (parts.empty()) return {};
  PatternTree tree = Leaf(kind);
  tree.first = kind == Kind::kChoice ? FirstOfAll(parts) : parts.front().first;
  tree.first_inside = kind == Kind::kChoice ? FirstOfAllInside(parts) : parts.front().first_inside;
  tree.parts = std::move(parts);
  return tree;
}

// In order, and joined where they touch.
Ranges Merged(Ranges ranges) {
  if (ranges.size() == 1) return ranges;
  std::sort(ranges.begin(), ranges.end(), [](CharacterRange a, CharacterRange b) { return a.low < b.low; });
  Ranges merged;
  for (const CharacterRange range : ranges) {
    if (merged.empty() || range.low > merged.back().high + 1)
      merged.push_back(range);
    else
      merged.back().high = std::max(merged.back().high, range.high);
  }
  return merged;
}

// All other characters. REQUIRES: the ranges are merged
Ranges Negated(const Ranges& ranges) {
  Ranges others;
  char32_t next = 0;  // the first character behind the ranges so far
  for (const CharacterRange range : ranges) {
    if (range.low > next) others.push_back({next, range.low - 1});
    next = range.high + 1;
  }
  if (next <= kLastCharacter) others.push_back({next, kLastCharacter});
  return others;
}

PatternTree OneOf(Ranges ranges, bool negated) {
  PatternTree tree = Leaf(Kind::kCharacter);
  tree.characters = Merged(std::move(ranges));
  if (negated) tree.characters = Negated(tree.characters);
  return tree;
}

// Of `\d`, `\s`, `\w`; none: the letter stands for no class.
Ranges ClassOfLetter(char letter) {
  if (letter == 'd') return {{'0', '9'}};
  if (letter == 's') return {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
  if (letter == 'w') return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
  return {};
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
  bool ReadRange(Ranges& ranges);
  PatternTree Escaped();
  Ranges EscapedClass();
  std::optional<char32_t> ClassCharacter();
  std::optional<char32_t> EscapedCharacter();
  std::optional<char32_t> HexCharacter();

  const std::string_view pattern_;
  size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

PatternTree PatternParser::Choice() {
  PatternTree only = Sequence();
  if (AtEnd() || pattern_[at_] != '|') return only;
  std::vector<PatternTree> choices;
  choices.push_back(std::move(only));
  while (Take("|")) choices.push_back(Sequence());
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
  parts.reserve(4);  // seldom more
  while (!AtEnd() && pattern_[at_] != '|' && pattern_[at_] != ')') {
    const size_t end = TextEnd();
    if (end == at_) {
      parts.push_back(Repeated());
      continue;
    }
    parts.push_back(Text(pattern_.substr(at_, end - at_)));
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
  PatternTree again;  // RE2 refuses "a**"
  if (!AtEnd() && ((pattern_[at_] != '{' && kRepeats.Has(pattern_[at_])) || ReadCounts(again))) return Fail();
  if (repeat.least > 0) repeat.first = part.first, repeat.first_inside = part.first_inside;
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
      PatternTree of_nothing;
      if (ReadCounts(of_nothing)) return Fail();
      const Character character = CharacterAt(pattern_, at_);
      if (character.code_point == kIllFormed) return Fail();
      at_ = character.end;
      return Text(pattern_.substr(character.begin, character.end - character.begin));
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
  if (++depth_ > kDeepest) return Fail();
  PatternTree inside = Choice();
  --depth_;
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
  Ranges ranges = EscapedClass();
  if (!ranges.empty()) return OneOf(std::move(ranges), false);
  const size_t begin = at_;
  const auto character = EscapedCharacter();
  if (!character) return Fail();
  const std::string_view sign = pattern_.substr(begin + 1, at_ - begin - 1);
  if (sign.size() == 1 && kSigns.Has(sign[0])) return Text(sign);
  return OneOf({{*character, *character}}, false);
}

// None, and nothing read, when no class stands there.
Ranges PatternParser::EscapedClass() {
  Ranges ranges;
  if (at_ + 1 < pattern_.size() && pattern_[at_] == '\\') ranges = ClassOfLetter(pattern_[at_ + 1]);
  if (!ranges.empty()) at_ += 2;
  return ranges;
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

// "[^ ]", "[0-9a]", "[]\d]".
PatternTree PatternParser::Class() {
  Take("[");
  const bool negated = Take("^");
  Ranges ranges;
  for (bool first = true; !AtEnd() && (first || pattern_[at_] != ']'); first = false) {
    if (!ReadRange(ranges)) return Fail();
  }
  if (!Take("]")) return Fail();
  return OneOf(std::move(ranges), negated);
}

// A piece of a class: "a", "a-z", "\d".
bool PatternParser::ReadRange(Ranges& ranges) {
  if (pattern_.substr(at_).starts_with("[:")) return false;
  const Ranges escaped = EscapedClass();
  ranges.insert(ranges.end(), escaped.begin(), escaped.end());
  if (!escaped.empty()) return true;
  const auto low = ClassCharacter();
  if (!low) return false;
  auto high = low;
  if (at_ + 1 < pattern_.size() && pattern_[at_] == '-' && pattern_[at_ + 1] != ']') {
    ++at_;
    high = ClassCharacter();
    if (!high || *high < *low) return false;
  }
  ranges.push_back({*low, *high});
  return true;
}

}  // namespace

std::optional<PatternTree> ParsePattern(std::string_view pattern) { return PatternParser(pattern).Parse(); }

}  // namespace soat
