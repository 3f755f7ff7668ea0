// Texts without which a pattern cannot match, and the lines that may hold them.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "rules/needed_groups.h"
#include "rules/pattern_tree.h"

namespace soat {

/// The runs of four bytes of a line. Made to be filled again and again.
class LineRuns {
 public:
  static constexpr size_t kRun = 4;  ///< bytes; a letter of Vietnamese takes up to three

  /// Takes the runs of a line in the place of those of the line before.
  void Read(std::string_view line);
  /// Whether a run may stand in the line; never false when it does.
  /// \param place  PlaceOf the run
  bool MayHold(uint16_t place) const { return lines_[place] == line_; }

  /// Where a run is noted. REQUIRES: kRun bytes can be read
  static uint16_t PlaceOf(const char* run) {
    constexpr uint32_t kSpread = 0x9E3779B1, kUnusedBits = 32 - kPlaceBits;  // Knuth's multiplicative hash
    uint32_t bytes = 0;
    std::memcpy(&bytes, run, kRun);
    return static_cast<uint16_t>(bytes * kSpread >> kUnusedBits);
  }

 private:
  static constexpr unsigned kPlaceBits = 12;
  std::array<uint8_t, 1U << kPlaceBits> lines_{};  // by place: the last line that held a run of that place
  uint8_t line_ = 0;                               // counted from 1, again and again
};

/// Groups of texts: whatever a pattern matches holds at least one text of each group. Texts shorter than LineRuns::kRun
/// count as held.
class NeededText {
 public:
  NeededText() = default;
  explicit NeededText(const PatternTree& pattern);

  /// What is needed beside: a match of one of some patterns.
  void AddAnyOf(const std::vector<PatternTree>& patterns);

  /// Whether a line may hold what is needed; never false when it does.
  bool MayStandIn(const LineRuns& line) const;

  using Text = std::vector<uint16_t>;  ///< the places of its runs
  using Groups = NeededGroups<Text>;

 private:
  void Add(Groups groups);

  // Of each group how many texts it has, and of each of them how many runs, and which: in one piece, as all patterns
  // are asked of each line.
  std::vector<uint16_t> groups_;
};

}  // namespace soat
