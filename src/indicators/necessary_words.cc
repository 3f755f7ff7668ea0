// NecessaryWords: only words of which both ends are seen count; what stands beside a part decides
// about its first and its last word.
#include "indicators/necessary_words.h"

#include <algorithm>
#include <utility>

#include "indicators/folded_text.h"
#include "rules/needed_groups.h"

namespace soat {
namespace {

using Kind = PatternTree::Kind;
using Parts = std::vector<PatternTree>;
using Group = std::vector<std::string_view>;
using Groups = NeededGroups<std::string_view>;

// Whether a byte of a word may stand directly beside a part.
struct Beside {
  bool left = false, right = false;
};

bool HasWordBytes(const std::vector<CharacterRange>& characters) {
  return std::any_of(characters.begin(), characters.end(), [](CharacterRange range) {
    if (range.high >= 0x80) return true;
    char32_t c = range.low;
    while (c <= range.high && !IsWordByte(static_cast<char>(c))) ++c;
    return c <= range.high;
  });
}

// Whether a part can match the empty text, where `never` (a beginning, an end, or kText for neither) cannot match.
bool IsNullable(const PatternTree& tree, Kind never) {
  const auto nullable = [never](const PatternTree& part) { return IsNullable(part, never); };
  switch (tree.kind) {
    case Kind::kText:
    case Kind::kCharacter:
      return false;
    case Kind::kSequence:
      return std::all_of(tree.parts.begin(), tree.parts.end(), nullable);
    case Kind::kChoice:
      return std::any_of(tree.parts.begin(), tree.parts.end(), nullable);
    case Kind::kRepeat:
      return tree.least == 0 || nullable(tree.parts.front());
    default:
      return tree.kind != never;
  }
}

enum class Edge : uint8_t { kFirst, kLast };

// Whether a part can begin, or end, with a byte of a word.
bool HasWordAt(Edge edge, const PatternTree& tree) {
  const auto has_word = [edge](const PatternTree& part) { return HasWordAt(edge, part); };
  switch (tree.kind) {
    case Kind::kText:
      return IsWordByte(edge == Edge::kFirst ? tree.text.front() : tree.text.back());
    case Kind::kCharacter:
      return HasWordBytes(tree.characters);
    case Kind::kSequence:
      for (size_t i = 0; i < tree.parts.size(); ++i) {
        const PatternTree& part = tree.parts[edge == Edge::kFirst ? i : tree.parts.size() - 1 - i];
        if (has_word(part)) return true;
        if (!IsNullable(part, Kind::kText)) return false;
      }
      return false;
    case Kind::kChoice:
    case Kind::kRepeat:
      return std::any_of(tree.parts.begin(), tree.parts.end(), has_word);
    default:
      return false;
  }
}

Beside BesideRepeated(const PatternTree& repeat, Beside beside) {
  if (repeat.most <= 1) return beside;
  return {beside.left || HasWordAt(Edge::kLast, repeat), beside.right || HasWordAt(Edge::kFirst, repeat)};
}

bool MayPrecede(const Parts& parts, size_t part, bool outside) {
  while (part-- > 0) {
    if (HasWordAt(Edge::kLast, parts[part])) return true;
    if (!IsNullable(parts[part], Kind::kTextBegin)) return false;
  }
  return outside;
}

bool MayFollow(const Parts& parts, size_t part, bool outside) {
  while (++part < parts.size()) {
    if (HasWordAt(Edge::kFirst, parts[part])) return true;
    if (!IsNullable(parts[part], Kind::kTextEnd)) return false;
  }
  return outside;
}

Groups OfText(std::string_view text, Beside beside) {
  Groups groups;
  ForEachWord(text, [&](std::string_view word) {
    const bool first = word.data() == text.data(), last = word.data() + word.size() == text.data() + text.size();
    if (!(first && beside.left) && !(last && beside.right)) groups.push_back({word});
  });
  return groups;
}

Groups Of(const PatternTree& tree, Beside beside);

Groups OfSequence(const Parts& parts, Beside beside) {
  Groups groups;
  for (size_t i = 0; i < parts.size(); ++i) {
    const Beside beside_part = {MayPrecede(parts, i, beside.left), MayFollow(parts, i, beside.right)};
    for (Group& group : Of(parts[i], beside_part)) groups.push_back(std::move(group));
  }
  return groups;
}

Groups Of(const PatternTree& tree, Beside beside) {
  switch (tree.kind) {
    case Kind::kText:
      return OfText(tree.text, beside);
    case Kind::kSequence:
      return OfSequence(tree.parts, beside);
    case Kind::kChoice:
      return GroupsOfChoice<std::string_view>(tree.parts, [&](const PatternTree& part) { return Of(part, beside); });
    case Kind::kRepeat:
      if (IsNullable(tree, Kind::kText)) return {};
      return Of(tree.parts.front(), BesideRepeated(tree, beside));
    default:
      return {};
  }
}

}  // namespace

std::vector<std::vector<std::string_view>> NecessaryWords(const PatternTree& tree, bool whole) {
  return Of(tree, {!whole, !whole});
}

}  // namespace soat
