#include "relations/needed_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace soat {
namespace {

using Kind = PatternTree::Kind;
using Text = NeededText::Text;
using Group = NeededText::Group;
using Groups = NeededText::Groups;

Groups Of(const PatternTree& tree);

Groups OfText(std::string_view text) {
  if (text.size() < LineRuns::kRun) return {};
  Text runs;
  for (size_t at = 0; at + LineRuns::kRun <= text.size(); ++at) runs.push_back(LineRuns::PlaceOf(text.data() + at));
  return {{std::move(runs)}};
}

Groups OfSequence(const std::vector<PatternTree>& parts) {
  Groups groups;
  for (const PatternTree& part : parts) {
    Groups of_part = Of(part);
    std::move(of_part.begin(), of_part.end(), std::back_inserter(groups));
  }
  return groups;
}

// One group of each part, which together are one group: the smallest of each, since it is the least likely to be met.
Groups OfChoice(const std::vector<PatternTree>& parts) {
  Group joined;
  for (const PatternTree& part : parts) {
    Groups groups = Of(part);
    if (groups.empty()) return {};
    Group& smallest = *std::min_element(groups.begin(), groups.end(),
                                        [](const Group& a, const Group& b) { return a.size() < b.size(); });
    std::move(smallest.begin(), smallest.end(), std::back_inserter(joined));
  }
  return {std::move(joined)};
}

Groups Of(const PatternTree& tree) {
  if (tree.kind == Kind::kText) return OfText(tree.text);
  if (tree.kind == Kind::kSequence) return OfSequence(tree.parts);
  if (tree.kind == Kind::kChoice) return OfChoice(tree.parts);
  if (tree.kind == Kind::kRepeat && tree.least > 0) return Of(tree.parts.front());
  return {};
}

}  // namespace

void LineRuns::Read(std::string_view line) {
  if (++line_ == 0) {
    lines_.fill(0);
    line_ = 1;
  }
  if (line.size() < kRun) return;
  const char* const end = line.data() + line.size() - kRun + 1;
#pragma GCC unroll 4
  for (const char* run = line.data(); run < end; ++run) lines_[PlaceOf(run)] = line_;
}

NeededText::NeededText(const PatternTree& pattern) : groups_(Of(pattern)) {
  // The groups that lines seldom hold first.
  std::stable_sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) { return a.size() < b.size(); });
}

bool NeededText::MayStandIn(const LineRuns& line) const {
  return std::all_of(groups_.begin(), groups_.end(), [&](const Group& group) {
    return std::any_of(group.begin(), group.end(), [&](const Text& text) {
      return std::all_of(text.begin(), text.end(), [&](uint16_t run) { return line.MayHold(run); });
    });
  });
}

}  // namespace soat
