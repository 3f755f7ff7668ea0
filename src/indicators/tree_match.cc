// MatchTree: goes through the tree with what is still to be matched behind each part, and back where a part fails.
#include "indicators/tree_match.h"

#include <cstring>

#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

using Kind = PatternTree::Kind;

constexpr size_t kMostSteps = 10'000;  // of one match; usual ones take some dozens
constexpr size_t kDeepest = 2'000;     // parts in parts, each of which takes room on the stack

}  // namespace

MatchTree::MatchTree(const PatternTree& tree) : nodes_(1) { Fill(0, tree); }

void MatchTree::Fill(size_t node, const PatternTree& tree) {
  Node filled{tree.kind, tree.first, tree.first_inside, 0, 0, 0, tree.least, tree.most};
  if (tree.kind == Kind::kText) {
    filled.last = tree.text.back();
    filled.begin = static_cast<uint32_t>(texts_.size());
    filled.count = static_cast<uint32_t>(tree.text.size());
    texts_ += tree.text;
  } else if (tree.kind == Kind::kCharacter) {
    filled.begin = static_cast<uint32_t>(ranges_.size());
    filled.count = static_cast<uint32_t>(tree.characters.size());
    ranges_.insert(ranges_.end(), tree.characters.begin(), tree.characters.end());
  } else {
    filled.begin = static_cast<uint32_t>(nodes_.size());
    filled.count = static_cast<uint32_t>(tree.parts.size());
    nodes_.resize(nodes_.size() + tree.parts.size());
  }
  nodes_[node] = filled;
  for (size_t i = 0; i < tree.parts.size(); ++i) Fill(filled.begin + i, tree.parts[i]);
}

/// One search for one match.
class TreeMatcher {
 public:
  TreeMatcher(const MatchTree& tree, std::string_view text, bool whole)
      : nodes_(tree.nodes_.data()),
        ranges_(tree.ranges_.data()),
        texts_(tree.texts_.data()),
        text_(text),
        whole_(whole) {}

  std::optional<bool> Matches() {
    bool found = CanBegin(nodes_->first, 0) && Match(*nodes_, 0, nullptr);
    if (!whole_) {
      for (size_t start = NextStart(0); !found && start <= text_.size(); start = NextStart(start))
        found = Match(*nodes_, start, nullptr);
    }
    if (!found && given_up_) return std::nullopt;
    return found;
  }

 private:
  using Node = MatchTree::Node;

  // What is to be matched behind a part, the nearest first.
  struct Rest {
    const Node* owner = nullptr;  // a sequence or a repetition
    uint32_t next = 0;            // the part of the sequence; how often the repetition has matched
    size_t from = 0;              // where the repetition last began
    const Rest* behind = nullptr;
  };

  // The first place behind one where a match may begin; behind the text when there is none.
  size_t NextStart(size_t start) const {
    const char first = nodes_->first_inside;
    if (first != 0) return std::min(text_.find(first, start + 1), text_.size() + 1);
    do ++start;
    while (start < text_.size() && ClassOf(text_[start]) == ByteClass::kContinuation);
    return start;
  }

  bool CanBegin(char first, size_t at) const { return first == 0 || (at < text_.size() && text_[at] == first); }

  // What a step of the search finds, as long as there are not too many of them.
  template <typename Step>
  bool Counted(Step step) {
    if (given_up_ || steps_ == kMostSteps || depth_ == kDeepest) {
      given_up_ = true;
      return false;
    }
    ++steps_, ++depth_;
    const bool found = step();
    --depth_;
    return found;
  }

  // The usual kinds are told by branches, which a processor guesses better than where a switch goes.
  bool Match(const Node& node, size_t at, const Rest* rest) {
    return Counted([&] {
      if (node.kind == Kind::kRepeat) return MatchRepeat(node, at, rest);
      if (node.kind == Kind::kSequence) return MatchParts(node, 0, at, rest);
      return MatchKind(node, at, rest);
    });
  }

  bool MatchRepeat(const Node& repeat, size_t at, const Rest* rest) {
    return PartsOf(repeat)->kind == Kind::kCharacter ? MatchRun(repeat, at, rest) : MatchMore(repeat, 0, at, rest);
  }

  bool MatchKind(const Node& node, size_t at, const Rest* rest) {
    switch (node.kind) {
      case Kind::kNothing:
        return Go(at, rest);
      case Kind::kText:
        return Stands(node, at) && Go(at + node.count, rest);
      case Kind::kCharacter: {
        const size_t end = EndOf(node, at);
        return end > at && Go(end, rest);
      }
      case Kind::kTextBegin:
        return at == 0 && Go(at, rest);
      case Kind::kTextEnd:
        return at == text_.size() && Go(at, rest);
      case Kind::kSequence:
        return MatchParts(node, 0, at, rest);
      case Kind::kChoice:
        return MatchAny(node, at, rest);
      case Kind::kRepeat:
        return MatchRepeat(node, at, rest);
    }
    return false;
  }

  const Node* PartsOf(const Node& node) const { return nodes_ + node.begin; }

  // The last bytes tell alternatives apart that begin with one blank.
  bool Stands(const Node& part, size_t at) const {
    const size_t size = part.count;
    if (text_.size() - at < size) return false;
    const char* const wanted = texts_ + part.begin;
    const char* const found = text_.data() + at;
    return found[0] == part.first && found[size - 1] == part.last && std::memcmp(found, wanted, size) == 0;
  }

  bool MatchAny(const Node& choice, size_t at, const Rest* rest) {
    const Node* const end = PartsOf(choice) + choice.count;
    for (const Node* part = PartsOf(choice); part != end; ++part) {
      if (part->kind == Kind::kText) {
        if (Stands(*part, at) && Counted([&] { return Go(at + part->count, rest); })) return true;
      } else if (CanBegin(part->first, at) && Match(*part, at, rest)) {
        return true;
      }
    }
    return false;
  }

  // Whether a part is left out at a place: it may be, and cannot begin there.
  bool IsLeftOut(const Node& part, size_t at) const {
    if (part.kind != Kind::kRepeat || part.least > 0) return false;
    const Node& repeated = *PartsOf(part);
    return repeated.kind == Kind::kText ? !Stands(repeated, at) : !CanBegin(repeated.first, at);
  }

  // The parts of a sequence from one on.
  bool MatchParts(const Node& sequence, uint32_t next, size_t at, const Rest* rest) {
    const Node* const parts = PartsOf(sequence);
    for (; next < sequence.count; ++next) {
      const Node& part = parts[next];
      if (part.kind == Kind::kText) {
        if (!Stands(part, at)) return false;
        at += part.count;
        continue;
      }
      if (IsLeftOut(part, at)) continue;
      if (!CanBegin(part.first, at)) return false;
      if (next + 1 == sequence.count) return Match(part, at, rest);
      const Rest behind{&sequence, next + 1, 0, rest};
      return Match(part, at, &behind);
    }
    return Go(at, rest);
  }

  // Goes on with what stands behind a part that ended at a place.
  bool Go(size_t at, const Rest* rest) {
    if (rest == nullptr) return !whole_ || at == text_.size();
    const Node& owner = *rest->owner;
    if (owner.kind == Kind::kSequence) return MatchParts(owner, rest->next, at, rest->behind);
    if (at == rest->from) return Go(at, rest->behind);  // the part is nullable: once more tells nothing new
    return MatchMore(owner, rest->next, at, rest->behind);
  }

  // Of a repetition that has matched some times.
  bool MatchMore(const Node& repeat, uint32_t times, size_t at, const Rest* rest) {
    const Node& part = *PartsOf(repeat);
    if (times < repeat.most && CanBegin(part.first, at)) {
      if (repeat.most == 1) {
        if (Match(part, at, rest)) return true;
      } else {
        const Rest more{&repeat, times + 1, at, rest};
        if (Match(part, at, &more)) return true;
      }
    }
    return times >= repeat.least && Go(at, rest);
  }

  // A repetition of single characters: the longest run first.
  bool MatchRun(const Node& repeat, size_t at, const Rest* rest) {
    const Node& set = *PartsOf(repeat);
    const size_t begin = at;
    uint32_t times = 0;
    for (size_t end = EndOf(set, at); times < repeat.most && end > at; end = EndOf(set, at), ++times) at = end;
    for (; times >= repeat.least; --times) {
      if (Go(at, rest)) return true;
      if (at == begin || !Counted([] { return true; })) return false;
      do --at;
      while (ClassOf(text_[at]) == ByteClass::kContinuation);
    }
    return false;
  }

  // The end of the character at a place when it is one of the node's, else the place.
  size_t EndOf(const Node& node, size_t at) const {
    if (at == text_.size()) return at;
    const auto byte = static_cast<unsigned char>(text_[at]);
    const Character character = byte < 0x80 ? Character{byte, at, at + 1} : CharacterAt(text_, at);
    const CharacterRange* const end = ranges_ + node.begin + node.count;
    for (const CharacterRange* range = ranges_ + node.begin; range != end; ++range) {
      if (character.code_point <= range->high) return range->low <= character.code_point ? character.end : at;
    }
    return at;
  }

  const Node* const nodes_;
  const CharacterRange* const ranges_;
  const char* const texts_;
  const std::string_view text_;
  const bool whole_;
  size_t steps_ = 0, depth_ = 0;
  bool given_up_ = false;
};

std::optional<bool> MatchTree::Matches(std::string_view text, bool whole) const {
  return TreeMatcher(*this, text, whole).Matches();
}

}  // namespace soat
