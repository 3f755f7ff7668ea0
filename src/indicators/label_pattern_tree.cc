// ParseLabelPattern: one function for each level of the grammar.
#include "indicators/label_pattern_tree.h"

#include <algorithm>
#include <utility>

#include "indicators/folded_text.h"
#include "text/byte_classes.h"

namespace soat {
namespace {

using Kind = LabelPatternNode::Kind;
using Nodes = std::vector<LabelPatternNode>;

constexpr int kDeepest = 64;           // groups in groups
constexpr uint32_t kMostOften = 1000;  // as RE2 says

bool HasWordBytes(const CharacterSet& set) {
  if (set.others) return true;
  for (size_t c = 0; c < set.ascii.size(); ++c) {
    if (set.ascii[c] && IsWordByte(static_cast<char>(c))) return true;
  }
  return false;
}

void AddRange(CharacterSet& set, char first, char last) {
  for (int c = first; c <= last; ++c) set.ascii[static_cast<size_t>(c)] = true;
}

void Negate(CharacterSet& set) {
  for (bool& character : set.ascii) character = !character;
  set.others = !set.others;
}

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The byte that all parts begin with; 0 when it is not one.
char FirstOfAll(const Nodes& parts) {
  const char first = parts.front().first;
  const auto same = [first](const LabelPatternNode& part) { return part.first == first; };
  return std::all_of(parts.begin(), parts.end(), same) ? first : '\0';
}

// The same where the text does not begin: there its beginning cannot match.
char FirstOfAllInside(const Nodes& parts) {
  char first = 0;
  for (const LabelPatternNode& part : parts) {
    if (part.kind == Kind::kBegin) continue;
    if (part.first_inside == 0 || (first != 0 && part.first_inside != first)) return 0;
    first = part.first_inside;
  }
  return first;
}

class LabelPatternParser {
 public:
  explicit LabelPatternParser(std::string_view pattern) { tree_.pattern = pattern; }

  std::optional<LabelPatternTree> Parse() {
    LabelPatternNode root = Choice();
    if (!understood_ || at_ < tree_.pattern.size()) return std::nullopt;
    tree_.nodes.push_back(root);
    return std::move(tree_);
  }

 private:
  bool Is(char c) const { return at_ < tree_.pattern.size() && tree_.pattern[at_] == c; }
  bool Take(std::string_view text) {
    const bool found = tree_.pattern.compare(at_, text.size(), text) == 0;
    if (found) at_ += text.size();
    return found;
  }
  LabelPatternNode NotUnderstood() {
    understood_ = false;
    at_ = tree_.pattern.size();
    return {};
  }

  // A node over parts, which take their place beside each other.
  LabelPatternNode Over(Kind kind, const Nodes& parts) {
    LabelPatternNode node;
    node.kind = kind;
    node.begin = static_cast<uint32_t>(tree_.nodes.size());
    tree_.nodes.insert(tree_.nodes.end(), parts.begin(), parts.end());
    node.end = static_cast<uint32_t>(tree_.nodes.size());
    return node;
  }

  LabelPatternNode Choice() {
    Nodes parts{Sequence()};
    while (Take("|")) parts.push_back(Sequence());
    if (parts.size() == 1) return parts.front();
    LabelPatternNode choice = Over(Kind::kChoice, parts);
    choice.nullable = choice.nullable_inside = choice.nullable_ahead = false;
    choice.first = FirstOfAll(parts);
    choice.first_inside = FirstOfAllInside(parts);
    for (const LabelPatternNode& part : parts) {
      choice.nullable |= part.nullable;
      choice.nullable_inside |= part.nullable_inside;
      choice.nullable_ahead |= part.nullable_ahead;
      choice.begins_word |= part.begins_word;
      choice.ends_word |= part.ends_word;
    }
    return choice;
  }

  LabelPatternNode Sequence() {
    Nodes parts;
    while (at_ < tree_.pattern.size() && !Is('|') && !Is(')')) Append(parts, Repeated(Single()));
    if (parts.size() == 1) return parts.front();
    LabelPatternNode sequence = Over(Kind::kSequence, parts);
    if (!parts.empty()) sequence.first = parts.front().first, sequence.first_inside = parts.front().first_inside;
    for (const LabelPatternNode& part : parts) {
      sequence.begins_word |= part.begins_word && sequence.nullable;
      sequence.ends_word = part.ends_word || (part.nullable && sequence.ends_word);
      sequence.nullable &= part.nullable;
      sequence.nullable_inside &= part.nullable_inside;
      sequence.nullable_ahead &= part.nullable_ahead;
    }
    return sequence;
  }

  // Joins literals that stand beside each other in the pattern.
  static void Append(Nodes& parts, const LabelPatternNode& next) {
    const bool joined = !parts.empty() && next.kind == Kind::kLiteral && parts.back().kind == Kind::kLiteral &&
                        parts.back().end == next.begin;
    if (!joined) return parts.push_back(next);
    parts.back().end = next.end;
    parts.back().ends_word = next.ends_word;
  }

  LabelPatternNode Repeated(LabelPatternNode node) {
    while (at_ < tree_.pattern.size()) {
      uint32_t least = Is('+') ? 1 : 0;
      uint32_t most = Is('?') ? 1 : kNoLimit;
      if (Is('*') || Is('+') || Is('?'))
        ++at_;
      else if (!TakeCount(least, most))
        return node;
      Take("?");  // as few as possible: that decides where a match ends, not whether there is one
      LabelPatternNode repeat = Over(Kind::kRepeat, {node});
      if (least > 0) repeat.first = node.first, repeat.first_inside = node.first_inside;
      repeat.least = least;
      repeat.most = most;
      repeat.nullable = node.nullable || least == 0;
      repeat.nullable_inside = node.nullable_inside || least == 0;
      repeat.nullable_ahead = node.nullable_ahead || least == 0;
      repeat.begins_word = node.begins_word;
      repeat.ends_word = node.ends_word;
      node = repeat;
    }
    return node;
  }

  uint32_t Number() {
    uint32_t number = 0;
    while (at_ < tree_.pattern.size() && IsDigit(tree_.pattern[at_]) && number <= kMostOften)
      number = number * 10 + static_cast<uint32_t>(tree_.pattern[at_++] - '0');
    return number;
  }

  // "{2}", "{0,5}", "{3,}"; other braces stand for themselves.
  bool TakeCount(uint32_t& least, uint32_t& most) {
    const size_t open = at_;
    if (!Take("{") || at_ == tree_.pattern.size() || !IsDigit(tree_.pattern[at_])) return at_ = open, false;
    least = most = Number();
    if (Take(",")) most = Is('}') ? kNoLimit : Number();
    if (!Take("}")) return at_ = open, false;
    if (least > kMostOften || most < least || (most > kMostOften && most != kNoLimit)) NotUnderstood();
    return true;
  }

  LabelPatternNode Single() {
    if (Take("(")) return Group();
    if (Take("[")) return Class();
    if (Take("\\")) return Escape();
    if (Take("^")) return Begin();
    if (Take("$")) return End();
    if (Take(".")) return Set(AllCharacters());
    const size_t begin = at_++;
    while (at_ < tree_.pattern.size() && ClassOf(tree_.pattern[at_]) == ByteClass::kContinuation) ++at_;
    return Literal(begin, at_);
  }

  LabelPatternNode Literal(size_t begin, size_t end) const {
    LabelPatternNode node;
    node.kind = Kind::kLiteral;
    node.nullable = node.nullable_inside = node.nullable_ahead = false;
    node.begins_word = node.ends_word = IsWordByte(tree_.pattern[begin]);
    node.first = node.first_inside = tree_.pattern[begin];
    node.begin = static_cast<uint32_t>(begin);
    node.end = static_cast<uint32_t>(end);
    return node;
  }

  static LabelPatternNode Begin() {
    LabelPatternNode node;
    node.kind = Kind::kBegin;
    node.nullable_inside = false;
    return node;
  }

  static LabelPatternNode End() {
    LabelPatternNode node;
    node.kind = Kind::kEnd;
    node.nullable_ahead = false;
    return node;
  }

  LabelPatternNode Set(const CharacterSet& set) {
    LabelPatternNode node;
    node.kind = Kind::kSet;
    node.nullable = node.nullable_inside = node.nullable_ahead = false;
    node.begins_word = node.ends_word = HasWordBytes(set);
    node.begin = static_cast<uint32_t>(tree_.sets.size());
    tree_.sets.push_back(set);
    return node;
  }

  static CharacterSet AllCharacters() {
    CharacterSet set;
    AddRange(set, '\n', '\n');
    Negate(set);
    return set;
  }

  LabelPatternNode Group() {
    if (Is('?') && !Take("?:") && !TakeName()) return NotUnderstood();
    if (++depth_ > kDeepest) return NotUnderstood();
    const LabelPatternNode node = Choice();
    --depth_;
    return Take(")") ? node : NotUnderstood();
  }

  // "?P<name>"
  bool TakeName() {
    const size_t close = tree_.pattern.find('>', at_);
    if (tree_.pattern.compare(at_, 3, "?P<") != 0 || close == std::string::npos) return false;
    at_ = close + 1;
    return true;
  }

  // "[^ ]", "[0-9a]", "[]\d]", behind the bracket.
  LabelPatternNode Class() {
    CharacterSet set;
    const bool negated = Take("^");
    for (bool first = true; first || !Is(']'); first = false) {
      if (at_ >= tree_.pattern.size() || !IsAscii(tree_.pattern[at_]) || Is('[')) return NotUnderstood();
      const char c = tree_.pattern[at_++];
      if (c == '\\') {
        if (!TakeEscapedSet(set)) return NotUnderstood();
        continue;
      }
      char last = c;
      if (Is('-') && at_ + 1 < tree_.pattern.size() && tree_.pattern[at_ + 1] != ']') {
        last = tree_.pattern[at_ + 1];
        at_ += 2;
      }
      if (!IsAscii(last) || last < c || last == '\\' || last == '[') return NotUnderstood();
      AddRange(set, c, last);
    }
    ++at_;
    if (negated) Negate(set);
    return Set(set);
  }

  // A sign, or a digit, word or blank character, behind a backslash.
  bool TakeEscapedSet(CharacterSet& set) {
    const char c = at_ < tree_.pattern.size() ? tree_.pattern[at_++] : '\0';
    if (c == 'd') return AddRange(set, '0', '9'), true;
    if (c == 's') {
      for (const char blank : std::string_view("\t\n\f\r ")) AddRange(set, blank, blank);
      return true;
    }
    if (c == 'w') {
      AddRange(set, '0', '9'), AddRange(set, 'a', 'z'), AddRange(set, 'A', 'Z'), AddRange(set, '_', '_');
      return true;
    }
    if (c <= ' ' || IsWordByte(c)) return false;
    return AddRange(set, c, c), true;
  }

  LabelPatternNode Escape() {
    const char c = at_ < tree_.pattern.size() ? tree_.pattern[at_] : '\0';
    if (Take("A")) return Begin();
    if (Take("z")) return End();
    if (c > ' ' && !IsWordByte(c)) {
      ++at_;
      return Literal(at_ - 1, at_);
    }
    CharacterSet set;
    return TakeEscapedSet(set) ? Set(set) : NotUnderstood();
  }

  LabelPatternTree tree_;
  size_t at_ = 0;
  int depth_ = 0;
  bool understood_ = true;
};

}  // namespace

std::optional<LabelPatternTree> ParseLabelPattern(std::string_view pattern) {
  return LabelPatternParser(pattern).Parse();
}

}  // namespace soat
