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
  parts.known = parts.before.Add(SequenceOf(*tree, 0, index)) && parts.up_to_end.Add(SequenceOf(*tree, 0, index + 1)) &&
                parts.behind.Add(SequenceOf(*tree, index + 1, tree->parts.size()));
  if (!parts.known) return;
  for (Automaton* automaton : {&parts.before, &parts.up_to_end, &parts.behind}) automaton->Prepare();
}

std::optional<Span> FigureGroup::Find(std::string_view matched) const {
  const Parts& parts = parts_.Get([this](Parts& made) { Make(made); });
  if (!parts.known || matched.size() > kLongestMatch) return std::nullopt;
  // A size may be visited twice, when a match may also end the text.
  std::bitset<kLongestMatch + 1> begins, ends_of_group, ends;
  const bool known =
      parts.before.ForEachMatch(matched, [&](uint32_t, size_t size) { begins.set(size); }) &&
      parts.up_to_end.ForEachMatch(matched, [&](uint32_t, size_t size) { ends_of_group.set(size); }) &&
      parts.behind.ForEachMatch(matched, [&](uint32_t, size_t size) { ends.set(matched.size() - size); });
  ends &= ends_of_group;
  if (!known || begins.count() != 1 || ends.count() != 1) return std::nullopt;
  return Span{static_cast<uint32_t>(begins._Find_first()), static_cast<uint32_t>(ends._Find_first())};
}

}  // namespace soat
