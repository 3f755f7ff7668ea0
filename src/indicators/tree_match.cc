// TreeMatches: goes through the tree with what is still to be matched behind each part, and back where a part fails.
#include "indicators/tree_match.h"

#include <cstring>

#include "text/byte_classes.h"
#include "text/characters.h"

namespace soat {
namespace {

using Kind = PatternTree::Kind;

constexpr size_t kMostSteps = 10'000;  // of one match; usual ones take some dozens
constexpr size_t kDeepest = 2'000;     // parts in parts, each of which takes room on the stack

// What is to be matched behind a part, the nearest first.
struct Rest {
  const PatternTree* owner = nullptr;  // a sequence or a repetition
  uint32_t next = 0;                   // the part of the sequence; how often the repetition has matched
  size_t from = 0;                     // where the repetition last began
  const Rest* behind = nullptr;
};

class TreeMatcher {
 public:
  TreeMatcher(const PatternTree& tree, std::string_view text, bool whole) : tree_(tree), text_(text), whole_(whole) {}

  std::optional<bool> Matches() {
    bool found = false;
    const size_t last_start = whole_ ? 0 : text_.size();
    for (size_t start = 0; !found && start <= last_start; ++start) {
      const char first = start == 0 ? tree_.first : tree_.first_inside;
      const bool inside = start < text_.size() && ClassOf(text_[start]) == ByteClass::kContinuation;
      found = !inside && CanBegin(first, start) && Match(tree_, start, nullptr);
    }
    if (!found && given_up_) return std::nullopt;
    return found;
  }

 private:
  bool CanBegin(char first, size_t at) const { return first == 0 || (at < text_.size() && text_[at] == first); }

  bool Match(const PatternTree& node, size_t at, const Rest* rest) {
    if (given_up_) return false;
    given_up_ = ++steps_ > kMostSteps || ++depth_ > kDeepest;
    const bool found = !given_up_ && MatchKind(node, at, rest);
    --depth_;
    return found;
  }

  bool MatchKind(const PatternTree& node, size_t at, const Rest* rest) {
    switch (node.kind) {
      case Kind::kNothing:
        return Go(at, rest);
      case Kind::kText:
        return Stands(node, at) && Go(at + node.text.size(), rest);
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
        for (const PatternTree& part : node.parts) {
          const bool fails = part.kind == Kind::kText ? !Stands(part, at) : !CanBegin(part.first, at);
          if (!fails && Match(part, at, rest)) return true;
        }
        return false;
      case Kind::kRepeat:
        return node.parts.front().kind == Kind::kCharacter ? MatchRun(node, at, rest) : MatchMore(node, 0, at, rest);
    }
    return false;
  }

  // The last bytes tell alternatives apart that begin with one blank.
  bool Stands(const PatternTree& part, size_t at) const {
    const size_t size = part.text.size();
    if (text_.size() - at < size || !CanBegin(part.first, at)) return false;
    const char* const wanted = part.text.data();
    const char* const found = text_.data() + at;
    return found[size - 1] == wanted[size - 1] && std::memcmp(found, wanted, size) == 0;
  }

  // The parts of a sequence from one on.
  bool MatchParts(const PatternTree& sequence, uint32_t next, size_t at, const Rest* rest) {
    for (; next < sequence.parts.size(); ++next) {
      const PatternTree& part = sequence.parts[next];
      if (part.kind == Kind::kText) {
        if (!Stands(part, at)) return false;
        at += part.text.size();
        continue;
      }
      if (!CanBegin(part.first, at)) return false;
      if (next + 1 == sequence.parts.size()) return Match(part, at, rest);
      const Rest parts{&sequence, next + 1, 0, rest};
      return Match(part, at, &parts);
    }
    return Go(at, rest);
  }

  // Goes on with what stands behind a part that ended at a place.
  bool Go(size_t at, const Rest* rest) {
    if (rest == nullptr) return !whole_ || at == text_.size();
    const PatternTree& owner = *rest->owner;
    if (owner.kind == Kind::kSequence) return MatchParts(owner, rest->next, at, rest->behind);
    if (at == rest->from) return Go(at, rest->behind);  // the part is nullable: once more tells nothing new
    return MatchMore(owner, rest->next, at, rest->behind);
  }

  // Of a repetition that has matched some times.
  bool MatchMore(const PatternTree& repeat, uint32_t times, size_t at, const Rest* rest) {
    const PatternTree& part = repeat.parts.front();
    if (times < repeat.most && CanBegin(part.first, at)) {
      const Rest more{&repeat, times + 1, at, rest};
      if (Match(part, at, &more)) return true;
    }
    return times >= repeat.least && Go(at, rest);
  }

  // A repetition of single characters: the longest run first.
  bool MatchRun(const PatternTree& repeat, size_t at, const Rest* rest) {
    const PatternTree& set = repeat.parts.front();
    const size_t begin = at;
    uint32_t times = 0;
    for (size_t end = EndOf(set, at); times < repeat.most && end > at; end = EndOf(set, at), ++times) at = end;
    for (; times >= repeat.least; --times) {
      if (Go(at, rest)) return true;
      if (given_up_ || ++steps_ > kMostSteps || at == begin) return false;
      do --at;
      while (ClassOf(text_[at]) == ByteClass::kContinuation);
    }
    return false;
  }

  // The end of the character at a place when it is one of the node's, else the place.
  size_t EndOf(const PatternTree& node, size_t at) const {
    if (at == text_.size()) return at;
    const auto byte = static_cast<unsigned char>(text_[at]);
    const Character character = byte < 0x80 ? Character{byte, at, at + 1} : CharacterAt(text_, at);
    for (const CharacterRange range : node.characters) {
      if (character.code_point <= range.high) return range.low <= character.code_point ? character.end : at;
    }
    return at;
  }

  const PatternTree& tree_;
  const std::string_view text_;
  const bool whole_;
  size_t steps_ = 0, depth_ = 0;
  bool given_up_ = false;
};

}  // namespace

std::optional<bool> TreeMatches(const PatternTree& tree, std::string_view text, bool whole) {
  return TreeMatcher(tree, text, whole).Matches();
}

}  // namespace soat
