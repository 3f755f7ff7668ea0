// Patterns tried together at one place of a text, with one look at each byte.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "rules/pattern_tree.h"

namespace soat {

/// A set of patterns, numbered in the order in which they are added, as one automaton.
///
/// Its states are made when a text first leads to them, so that a pattern costs little until it begins to match. Once
/// prepared it is thread-safe. RE2 says the same of the same patterns, but takes longer to ask than most of them take
/// to match.
class Automaton {
 public:
  /// kBackward: matches end where the text ends and are read from there to the left.
  enum class Direction : uint8_t { kForward, kBackward };
  explicit Automaton(Direction direction = Direction::kForward) : direction_(direction) {}

  /// \return whether the pattern was added; not when a tree cannot say it, or when it repeats something so often that
  ///         there would be no end of states
  bool Add(std::string_view pattern);
  bool Add(const PatternTree& tree);
  /// To be called once between adding and matching.
  void Prepare();

  /// Calls visit(pattern, size) for every length with which a pattern matches at the beginning of the text (backward:
  /// at its end), shorter ones first.
  /// \return false when there are too many states: then it is not known what else matches
  template <typename Visit>
  bool ForEachMatch(std::string_view text, Visit visit) const {
    const State* state = start_;
    for (size_t size = 0; size < text.size(); ++size) {
      for (const uint32_t pattern : state->matches) visit(pattern, size);
      state = Next(*state, direction_ == Direction::kForward ? text[size] : text[text.size() - 1 - size]);
      if (state == nullptr) return false;
      if (state == dead_) return true;
    }
    for (const uint32_t pattern : state->matches) visit(pattern, text.size());
    for (const uint32_t pattern : state->matches_at_end) visit(pattern, text.size());
    return true;
  }

  enum class Answer : uint8_t { kNo, kYes, kUnknown };
  /// Whether any pattern matches. kUnknown when there are too many states.
  Answer MatchesAny(std::string_view text) const;

 private:
  struct Node {
    enum class Kind : uint8_t { kByte, kChoice, kTextBegin, kTextEnd, kMatch };
    Kind kind = Kind::kMatch;
    uint8_t low = 0, high = 0;
    uint32_t next = 0;   // kMatch: the pattern; kChoice: where its choices begin
    uint32_t count = 0;  // kChoice: of its choices
  };
  using Nodes = std::vector<uint32_t>;  // sorted
  struct State {
    Nodes nodes;                                        // what may come next, and what has matched
    std::vector<uint32_t> matches, matches_at_end;      // patterns; at_end: only when the text ends here
    std::unique_ptr<std::atomic<const State*>[]> next;  // by class of byte; nullptr: not yet made
  };

  uint32_t AddNode(Node node);
  uint32_t AddChoice(const std::vector<uint32_t>& choices);
  uint32_t Emit(const PatternTree& tree, uint32_t next);
  uint32_t EmitCharacter(const PatternTree& tree, uint32_t next);
  uint32_t EmitRepeat(const PatternTree& tree, uint32_t next);
  void Reach(uint32_t node, bool at_begin, bool at_end, Nodes& reached) const;
  const State* StateOf(Nodes nodes) const;
  const State* Make(const State& state, unsigned char byte) const;
  const State* Next(const State& state, char byte) const {
    const State* next = state.next[byte_classes_[static_cast<unsigned char>(byte)]].load(std::memory_order_acquire);
    return next != nullptr ? next : Make(state, static_cast<unsigned char>(byte));
  }

  const Direction direction_;
  std::vector<Node> nodes_;
  std::vector<uint32_t> choices_;            // of all nodes
  std::vector<uint32_t> roots_;              // of the patterns
  std::array<uint8_t, 256> byte_classes_{};  // bytes of one class lead to the same states
  size_t class_count_ = 0;
  const State *start_ = nullptr, *dead_ = nullptr;
  mutable std::mutex mutex_;  // guards what is below it, and the making of states
  mutable std::map<Nodes, std::unique_ptr<State>> states_;
  mutable std::vector<bool> seen_;
};

}  // namespace soat
