// Relation rules that are patterns over reading lines.
#pragma once

#include <array>
#include <bitset>
#include <compare>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/automaton.h"
#include "relations/finding_list.h"
#include "relations/reading.h"
#include "rules/pattern_tree.h"

namespace soat {

/// A set of the patterns of a rule set; those behind the first ones are in none.
using PatternSet = std::bitset<256>;

/// An automaton of patterns that belong to rules: one walk over a text tells those of which rules match.
class JointAutomaton {
 public:
  explicit JointAutomaton(Automaton::Direction direction) : automaton_(direction) {}

  /// Adds a pattern, and more than it matches: each number of repetitions would be a state.
  /// \return whether it understands the pattern
  bool Add(const std::optional<PatternTree>& pattern, uint32_t number);
  /// To be called once between adding and matching.
  void Prepare() { automaton_.Prepare(); }
  /// Adds the numbers of the patterns that may match at the beginning (backward: the end) of a text.
  /// \return false when they are not all known
  bool Matching(std::string_view text, PatternSet& numbers) const;

 private:
  Automaton automaton_;
  std::vector<uint32_t> numbers_;  // by pattern
};

/// The pattern rules of a rule set. Patterns are compiled at their first use; const and thread-safe.
class PatternFinder {
 public:
  explicit PatternFinder(const RuleSet& rules);
  ~PatternFinder();

  void Find(const Reading& reading, FindingList& found) const;
  /// \return kRule for each pattern that RE2 refuses or that begins with no figure, or lacks an operand of its check
  std::vector<Error> Check() const;

 private:
  struct Compiled;
  /// A pattern that may match from a figure of a reading on.
  struct Candidate {
    uint32_t pattern, figure;
    friend auto operator<=>(const Candidate&, const Candidate&) = default;
  };
  void Compile() const;
  void AppendCandidates(const Reading& reading, uint32_t figure, std::vector<Candidate>& candidates) const;

  std::vector<std::unique_ptr<Compiled>> patterns_;
  // Made by Compile:
  mutable std::once_flag compiled_;
  mutable JointAutomaton before_automaton_{Automaton::Direction::kBackward};  // of what stands before them
  /// The patterns that begin with figures of a kind.
  struct Beginning {
    std::vector<uint32_t> patterns;
    size_t fewest_figures = SIZE_MAX;  ///< that each match of any of them has at least
  };
  mutable std::array<Beginning, kFigureKindCount> beginning_with_;
};

}  // namespace soat
