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
#include "relations/needed_text.h"
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

/// A pattern that may match from a figure of a reading on.
struct PatternCandidate {
  uint32_t pattern, figure;
  friend auto operator<=>(const PatternCandidate&, const PatternCandidate&) = default;
};

/// Room to look for patterns in one reading after the other.
struct PatternRoom {
  /// The patterns that begin with figures of a kind and may stand in the reading.
  struct Possible {
    bool known = false;
    std::vector<uint32_t> patterns;
  };
  enum class Chance : uint8_t { kUnknown, kNone, kSome };

  /// To be called before each reading. \param patterns  how many there are
  void Clear(size_t patterns);

  std::array<Possible, kFigureKindCount> possible;  ///< by kind
  std::vector<Chance> chances;                      ///< by pattern: that the reading holds the text which it needs
  LineRuns runs;                                    ///< of the reading
  bool runs_are_read = false;
  std::vector<PatternCandidate> candidates;
};

/// The pattern rules of a rule set. Patterns are compiled at their first use; const and thread-safe.
class PatternFinder {
 public:
  explicit PatternFinder(const RuleSet& rules);
  ~PatternFinder();

  /// \param room  of any reading before
  void Find(const Reading& reading, PatternRoom& room, FindingList& found) const;
  /// The kinds of the figures that patterns begin with.
  FigureKinds FirstKinds() const;
  /// Whether a pattern may match a figure that stands alone.
  bool MatchesLoneFigures() const;
  /// \return kRule for each pattern that RE2 refuses or that begins with no figure, or lacks an operand of its check
  std::vector<Error> Check() const;

 private:
  struct Compiled;
  void Compile() const;
  bool MayHoldText(const Reading& reading, uint32_t pattern, PatternRoom& room) const;
  const std::vector<uint32_t>& PossibleFrom(uint32_t figure, const Reading& reading, PatternRoom& room) const;
  void AppendCandidates(const Reading& reading, uint32_t figure, PatternRoom& room) const;
  PatternSet MatchingBefore(std::string_view window) const;

  std::vector<std::unique_ptr<Compiled>> patterns_;
  // Made by Compile:
  mutable std::once_flag compiled_;
  mutable JointAutomaton before_automaton_{Automaton::Direction::kBackward};  // of what stands before them
  mutable std::array<std::vector<uint32_t>, kFigureKindCount>
      beginning_with_;  // patterns by kind, those with fewer figures first
};

}  // namespace soat
