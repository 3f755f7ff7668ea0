// FigureGroup: every way to match begins and ends the group at places that automata name; one such place is the place.
#include "figures/figure_group.h"

#include <algorithm>
#include <bitset>

namespace soat {
namespace {

constexpr size_t kLongestMatch = 255;  // bytes; a window of text is shorter

PatternTree SequenceOf(const PatternTree& tree, size_t begin, size_t end) {
  PatternTree sequence;
  sequence.kind = PatternTree::Kind::kSequence;
  sequence.parts.assign(tree.parts.begin() + static_cast<ptrdiff_t>(begin),
                        tree.parts.begin() + static_cast<ptrdiff_t>(end));
  return sequence;
}

}  // namespace

void FigureGroup::Make(Parts& parts) const {
  const auto tree = ParsePattern(pattern_);
  if (!tree || tree->kind != PatternTree::Kind::kSequence) return;
  const auto figure = std::find_if(tree->parts.begin(), tree->parts.end(),
                                   [](const PatternTree& part) { return part.name == "figure"; });
  if (figure == tree->parts.end()) return;
  const auto index = static_cast<size_t>(figure - tree->parts.begin());
  const size_t size = tree->parts.size();
  parts.first = index == 0;
  parts.last = index + 1 == size;
  // What matches too often still does where the group has to be.
  const auto add = [&](Automaton& automaton, size_t begin, size_t end) {
    const PatternTree sequence = SequenceOf(*tree, begin, end);
    return automaton.Add(sequence) || automaton.AddRelaxed(sequence);
  };
  parts.known = (parts.first || (add(parts.before, 0, index) && add(parts.down_to_begin, index, size))) &&
                (parts.last || (add(parts.up_to_end, 0, index + 1) && add(parts.behind, index + 1, size)));
  if (!parts.known) return;
  for (Automaton* automaton : {&parts.before, &parts.up_to_end, &parts.behind, &parts.down_to_begin})
    automaton->Prepare();
}

// Where a piece that stands at the beginning of a match may end, the other pieces standing behind it.
std::optional<size_t> FigureGroup::Boundary(const Automaton& left, const Automaton& right, std::string_view matched) {
  std::bitset<kLongestMatch + 1> ends, begins;
  const bool known = left.ForEachMatch(matched, [&](uint32_t, size_t size) { ends.set(size); }) &&
                     right.ForEachMatch(matched, [&](uint32_t, size_t size) { begins.set(matched.size() - size); });
  ends &= begins;
  const size_t first = ends._Find_first();
  const bool single = known && first < ends.size() && ends._Find_next(first) == ends.size();
  return single ? std::optional(first) : std::nullopt;
}

std::optional<Span> FigureGroup::Find(std::string_view matched) const {
  const Parts& parts = parts_.Get([this](Parts& made) { Make(made); });
  if (!parts.known || matched.size() > kLongestMatch) return std::nullopt;
  const auto begin = parts.first ? std::optional(size_t{0}) : Boundary(parts.before, parts.down_to_begin, matched);
  const auto end = parts.last ? std::optional(matched.size()) : Boundary(parts.up_to_end, parts.behind, matched);
  if (!begin || !end) return std::nullopt;
  return Span{static_cast<uint32_t>(*begin), static_cast<uint32_t>(*end)};
}

}  // namespace soat
