// NecessaryWords: only words of which both ends are seen count; what stands beside a part decides
// about its first and its last word.
#include "indicators/necessary_words.h"

#include <algorithm>
#include <utility>

#include "indicators/folded_text.h"

namespace soat {
namespace {

using Kind = LabelPatternNode::Kind;
using Group = std::vector<std::string_view>;
using Groups = std::vector<Group>;

// Whether a byte of a word may stand directly beside a part.
struct Beside {
  bool left = false, right = false;
};

class WordFinder {
 public:
  explicit WordFinder(const LabelPatternTree& tree) : tree_(tree) {}

  Groups Of(const LabelPatternNode& node, Beside beside) const {
    switch (node.kind) {
      case Kind::kLiteral:
        return OfLiteral(tree_.Literal(node), beside);
      case Kind::kSequence:
        return OfSequence(node, beside);
      case Kind::kChoice:
        return OfChoice(node, beside);
      case Kind::kRepeat:
        if (node.nullable) return {};
        return Of(tree_.nodes[node.begin], Repeated(node, beside));
      default:
        return {};
    }
  }

 private:
  static Beside Repeated(const LabelPatternNode& repeat, Beside beside) {
    if (repeat.most <= 1) return beside;
    return {beside.left || repeat.ends_word, beside.right || repeat.begins_word};
  }

  static Groups OfLiteral(std::string_view literal, Beside beside) {
    Groups groups;
    for (size_t begin = 0; begin < literal.size(); ++begin) {
      size_t end = begin;
      while (end < literal.size() && IsWordByte(literal[end])) ++end;
      const bool torn = (begin == 0 && beside.left) || (end == literal.size() && beside.right);
      if (end > begin && !torn) groups.push_back({literal.substr(begin, end - begin)});
      begin = end;
    }
    return groups;
  }

  Groups OfSequence(const LabelPatternNode& sequence, Beside beside) const {
    Groups groups;
    for (uint32_t i = sequence.begin; i < sequence.end; ++i) {
      for (Group& group : Of(tree_.nodes[i], BesidePart(sequence, i, beside))) groups.push_back(std::move(group));
    }
    return groups;
  }

  Beside BesidePart(const LabelPatternNode& sequence, uint32_t part, Beside beside) const {
    return {MayPrecede(sequence, part, beside.left), MayFollow(sequence, part, beside.right)};
  }

  bool MayPrecede(const LabelPatternNode& sequence, uint32_t part, bool outside) const {
    while (part-- > sequence.begin) {
      if (tree_.nodes[part].ends_word) return true;
      if (!tree_.nodes[part].nullable_inside) return false;
    }
    return outside;
  }

  bool MayFollow(const LabelPatternNode& sequence, uint32_t part, bool outside) const {
    while (++part < sequence.end) {
      if (tree_.nodes[part].begins_word) return true;
      if (!tree_.nodes[part].nullable_ahead) return false;
    }
    return outside;
  }

  // One group of each part, which together are one group: the smallest of each, since it is the least likely to be met.
  Groups OfChoice(const LabelPatternNode& choice, Beside beside) const {
    Group joined;
    for (uint32_t i = choice.begin; i < choice.end; ++i) {
      const Groups groups = Of(tree_.nodes[i], beside);
      if (groups.empty()) return {};
      const auto smaller = [](const Group& a, const Group& b) { return a.size() < b.size(); };
      const auto smallest = std::min_element(groups.begin(), groups.end(), smaller);
      joined.insert(joined.end(), smallest->begin(), smallest->end());
    }
    return {joined};
  }

  const LabelPatternTree& tree_;
};

}  // namespace

std::vector<std::vector<std::string_view>> NecessaryWords(const LabelPatternTree& tree, bool whole) {
  return WordFinder(tree).Of(tree.root(), {!whole, !whole});
}

}  // namespace soat
