#include "relations/needed_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace soat {
namespace {

using Kind = PatternTree::Kind;
using Text = NeededText::Text;
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

Groups OfChoice(const std::vector<PatternTree>& parts) { return GroupsOfChoice<Text>(parts, Of); }

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

NeededText::NeededText(const PatternTree& pattern) { Add(Of(pattern)); }

void NeededText::AddAnyOf(const std::vector<PatternTree>& patterns) { Add(OfChoice(patterns)); }

void NeededText::Add(Groups groups) {
  // The groups that lines seldom hold first.
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (const std::vector<Text>& group : groups) {
    groups_.push_back(static_cast<uint16_t>(group.size()));
    for (const Text& text : group) {
      groups_.push_back(static_cast<uint16_t>(text.size()));
      groups_.insert(groups_.end(), text.begin(), text.end());
    }
  }
}

bool NeededText::MayStandIn(const LineRuns& line) const {
  const auto may_hold = [&line](uint16_t run) { return line.MayHold(run); };
  for (auto at = groups_.begin(); at != groups_.end();) {
    bool held = false;
    for (unsigned texts = *at++; texts > 0; --texts) {
      const auto runs = at + 1, end = runs + *at;
      held = held || std::all_of(runs, end, may_hold);
      at = end;
    }
    if (!held) return false;
  }
  return true;
}

}  // namespace soat
