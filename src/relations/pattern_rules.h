// Relation rules that are patterns over reading lines.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "figures/automaton.h"
#include "relations/finding_list.h"
#include "relations/reading.h"

namespace soat {

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
  mutable Automaton automaton_;              // of the patterns that it understands: it refuses most in one walk
  mutable std::vector<uint32_t> automatic_;  // those patterns, by their numbers in it
  mutable std::array<std::vector<uint32_t>, kFigureKindCount> beginning_with_;  // the patterns, by their first figures
};

}  // namespace soat
