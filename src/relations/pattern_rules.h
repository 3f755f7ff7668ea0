// Relation rules that are patterns over reading lines.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "figures/automaton.h"
#include "relations/finding_list.h"
#include "relations/reading.h"

namespace soat {

/// An automaton of patterns that belong to rules: one walk over a text tells those of which rules match.
class JointAutomaton {
 public:
  explicit JointAutomaton(Automaton::Direction direction) : automaton_(direction) {}

  /// \return whether it understands the pattern
  bool Add(const std::string& pattern, uint32_t number);
  /// To be called once between adding and matching.
  void Prepare() { automaton_.Prepare(); }
  /// Appends the number of each pattern that matches at the beginning (backward: the end) of a text, maybe repeatedly.
  /// \return false when that is not known
  bool Matching(std::string_view text, std::vector<uint32_t>& numbers) const;

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
  mutable JointAutomaton automaton_{Automaton::Direction::kForward};
  mutable JointAutomaton before_automaton_{Automaton::Direction::kBackward};    // of what stands before them
  mutable std::array<std::vector<uint32_t>, kFigureKindCount> beginning_with_;  // the patterns, by their first figures
};

}  // namespace soat
