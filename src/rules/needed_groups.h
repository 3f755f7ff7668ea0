// What patterns need, in groups.
#pragma once

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "rules/pattern_tree.h"

namespace soat {

/// Groups of items: whatever a pattern matches has at least one item of each group. No groups when nothing is known.
template <typename Item>
using NeededGroups = std::vector<std::vector<Item>>;

/// What a choice needs. One group of each part, which together are one group: the smallest of each, since it is the
/// least likely to be met.
/// \param of  says what a part needs
template <typename Item, typename Of>
NeededGroups<Item> GroupsOfChoice(const std::vector<PatternTree>& parts, Of of) {
  std::vector<Item> joined;
  for (const PatternTree& part : parts) {
    NeededGroups<Item> groups = of(part);
    if (groups.empty()) return {};
    const auto smaller = [](const auto& a, const auto& b) { return a.size() < b.size(); };
    const auto smallest = std::min_element(groups.begin(), groups.end(), smaller);
    std::move(smallest->begin(), smallest->end(), std::back_inserter(joined));
  }
  return {std::move(joined)};
}

}  // namespace soat
