// Where the group `figure` stands in a match.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "figures/automaton.h"
#include "figures/lazy.h"
#include "soat/document.h"

namespace soat {

/// Finds the group of a pattern that has no other named group, mostly without asking RE2. Thread-safe.
class FigureGroup {
 public:
  explicit FigureGroup(std::string pattern) : pattern_(std::move(pattern)) {}

  /// The bytes of `matched`, the whole of which the pattern matches, that belong to the group; nothing when they could
  /// be told apart in several ways, or the pattern is not of the form "before, group, behind".
  std::optional<Span> Find(std::string_view matched) const;

 private:
  struct Parts {
    bool known = false;
    bool first = false, last = false;  // nothing stands before (behind) the group
    Automaton before, up_to_end;       // what stands before the group, and that with the group
    Automaton behind{Automaton::Direction::kBackward}, down_to_begin{Automaton::Direction::kBackward};
  };
  void Make(Parts& parts) const;
  static std::optional<size_t> Boundary(const Automaton& left, const Automaton& right, std::string_view matched);

  const std::string pattern_;
  Lazy<Parts> parts_;
};

}  // namespace soat
