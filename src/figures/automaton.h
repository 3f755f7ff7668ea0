// Patterns tried together at one place of a text, with one look at each byte.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "rules/pattern_tree.h"

namespace soat {

/// Where the search of an automaton is behind the first bytes of a text.
struct AutomatonPlace {
  size_t row = 0, size = 0;  ///< of its state in the table; of these bytes, 0 at the beginning
};

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
  /// Adds a pattern that matches wherever the tree does, and may match elsewhere: what the tree repeats more often than
  /// `most` times may stand there any number of times.
  bool AddRelaxed(const PatternTree& tree, uint32_t most = kMostRepetitions);
  /// To be called once between adding and matching.
  void Prepare();

  using Place = AutomatonPlace;
  /// Where it is behind these bytes in every text that begins with them; at the beginning when something matches
  /// before that, or nothing can, or it is not known.
  Place Behind(std::string_view bytes) const;

  /// Calls visit(pattern, size) for every length with which a pattern matches at the beginning of the text (backward:
  /// at its end), shorter ones first.
  ///
  /// \param from  what Behind says of bytes with which the text begins
  /// \return      false when there are too many states: then it is not known what else matches
  template <typename Visit>
  bool ForEachMatch(std::string_view text, Visit visit, Place from = {}) const {
    Walk walk(*this, text, from);
    if (from.size == 0) {
      for (const uint32_t pattern : start_->matches) visit(pattern, size_t{0});
    }
    while (walk.ToNextMatch()) {
      for (const uint32_t pattern : walk.matches()) visit(pattern, walk.size());
    }
    if (walk.AtEnd()) {
      for (const uint32_t pattern : walk.matches_at_end()) visit(pattern, walk.size());
    }
    return !walk.lost();
  }

  enum class Answer : uint8_t { kNo, kYes, kUnknown };
  /// Whether any pattern matches. kUnknown when there are too many states.
  Answer MatchesAny(std::string_view text) const;

 private:
  // What is repeated up to more times makes too many states: each number of times is one.
  static constexpr uint32_t kMostRepetitions = 40;
  struct Node {
    enum class Kind : uint8_t { kByte, kChoice, kTextBegin, kTextEnd, kMatch };
    Kind kind = Kind::kMatch;
    uint8_t low = 0, high = 0;
    uint32_t next = 0;   // kMatch: the pattern; kChoice: where its choices begin
    uint32_t count = 0;  // kChoice: of its choices
  };
  using Nodes = std::vector<uint32_t>;  // sorted
  // Where a byte leads: where the row of the next state begins in the table, below zero when something matches there;
  // kDead where nothing can match any more, kUnknown as long as nobody asked.
  using Step = int32_t;
  static constexpr Step kUnknown = 0, kDead = INT32_MIN;
  struct State {
    std::vector<uint32_t> matches, matches_at_end;  // patterns; at_end: only when the text ends here
    Step step = kUnknown;                           // to it
    const Nodes* nodes = nullptr;                   // what may come next, and what has matched
  };
  // The steps from each state by class of byte. A table that grows is copied, so that those who walk over the old one
  // meet nothing worse there than unknown steps.
  struct Table {
    size_t capacity = 0;  // in states
    std::unique_ptr<std::atomic<Step>[]> rows;
    std::unique_ptr<const State*[]> states;
  };

  // The states that a text leads to, from one with a match to the next.
  class Walk {
   public:
    Walk(const Automaton& automaton, std::string_view text, Place from = {})
        : automaton_(automaton), text_(text), row_size_(automaton.row_size_), row_(automaton.start_row_) {
      const bool forward = automaton.direction_ == Direction::kForward;
      first_ = at_ = forward ? 0 : text.size() - 1;
      end_ = forward ? text.size() : 0 - size_t{1};
      step_ = forward ? 1 : 0 - size_t{1};
      if (from.size > 0) at_ = from.size, row_ = from.row;
      UseTable();
    }

    /// Whether another state with matches was reached; if not, the text is at its end, nothing can match, or it is
    /// lost.
    bool ToNextMatch() {
      for (; at_ != end_; at_ += step_) {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        Step step = rows_[row_ + automaton_.byte_classes_[byte]].load(std::memory_order_acquire);
        if (step <= 0) {  // seldom
          if (step == kUnknown) step = Make(byte);
          if (step == kUnknown || step == kDead) return false;
          if (step < 0) {
            at_ += step_;
            row_ = static_cast<size_t>(-step);
            return true;
          }
        }
        row_ = static_cast<size_t>(step);
      }
      return false;
    }
    bool AtEnd() const { return at_ == end_; }
    /// There are too many states to go on.
    bool lost() const { return lost_; }
    size_t row() const { return row_; }
    /// How many bytes have been read.
    size_t size() const { return (at_ - first_) * step_; }
    const std::vector<uint32_t>& matches() const { return state().matches; }
    const std::vector<uint32_t>& matches_at_end() const { return state().matches_at_end; }

   private:
    Step Make(unsigned char byte) {
      const Step step = automaton_.Make(row_ / row_size_, byte);
      UseTable();
      lost_ = step == kUnknown;
      return step;
    }
    void UseTable() {
      table_ = automaton_.table_.load(std::memory_order_acquire);
      rows_ = table_->rows.get();
    }
    const State& state() const { return *table_->states[row_ / row_size_]; }

    const Automaton& automaton_;
    std::string_view text_;
    size_t first_, at_, end_, step_;  // of the bytes of the text in the order in which they are read; they wrap around
    const Table* table_;
    const std::atomic<Step>* rows_;
    size_t row_size_, row_;  // where the row of the state begins
    bool lost_ = false;
  };

  uint32_t AddNode(Node node);
  uint32_t AddChoice(const std::vector<uint32_t>& choices);
  uint32_t Emit(const PatternTree& tree, uint32_t next);
  uint32_t EmitCharacter(const PatternTree& tree, uint32_t next);
  uint32_t EmitRepeat(const PatternTree& tree, uint32_t next);
  void Classify();
  void Reach(uint32_t node, bool at_begin, bool at_end, Nodes& reached) const;
  Step StepTo(const Nodes& nodes) const;
  State StateOf(const Nodes& nodes) const;
  Step Make(size_t number, unsigned char byte) const;
  const Table& TableFor(size_t states) const;

  const Direction direction_;
  std::vector<Node> nodes_;
  std::vector<uint32_t> choices_;            // of all nodes
  std::vector<uint32_t> roots_;              // of the patterns
  std::array<uint8_t, 256> byte_classes_{};  // bytes of one class lead to the same states
  size_t row_size_ = 0;
  const State* start_ = nullptr;
  size_t start_row_ = 0;
  mutable std::atomic<const Table*> table_ = nullptr;
  mutable std::mutex mutex_;  // guards what is below it, and the making of states
  mutable std::map<Nodes, State> states_;
  mutable std::deque<Table> tables_;  // the last one is in use
  mutable std::vector<bool> seen_;
};

}  // namespace soat
