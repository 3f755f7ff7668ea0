// Automaton: Thompson's construction, and subsets of its nodes as states when they are first reached.
#include "figures/automaton.h"

#include <algorithm>
#include <bitset>
#include <cstdlib>
#include <utility>

#include "figures/byte_ranges.h"

namespace soat {
namespace {

constexpr size_t kMostNodes = 20000, kMostStates = 4000;

bool RepeatsMoreThan(uint32_t most, const PatternTree& tree) {
  const bool more = tree.kind == PatternTree::Kind::kRepeat &&
                    (tree.least > most || (tree.most != PatternTree::kUnlimited && tree.most > most));
  return more || std::any_of(tree.parts.begin(), tree.parts.end(),
                             [most](const PatternTree& part) { return RepeatsMoreThan(most, part); });
}

PatternTree Relaxed(PatternTree tree, uint32_t most) {
  if (tree.most > most) tree.most = PatternTree::kUnlimited;
  tree.least = std::min(tree.least, most);
  for (PatternTree& part : tree.parts) part = Relaxed(std::move(part), most);
  return tree;
}

}  // namespace

uint32_t Automaton::AddNode(Node node) {
  nodes_.push_back(node);
  return static_cast<uint32_t>(nodes_.size() - 1);
}

uint32_t Automaton::AddChoice(const std::vector<uint32_t>& choices) {
  const auto begin = static_cast<uint32_t>(choices_.size());
  choices_.insert(choices_.end(), choices.begin(), choices.end());
  return AddNode({Node::Kind::kChoice, 0, 0, begin, static_cast<uint32_t>(choices.size())});
}

// The node at which a piece begins behind which `next` follows.
uint32_t Automaton::Emit(const PatternTree& tree, uint32_t next) {
  using Kind = PatternTree::Kind;
  if (nodes_.size() > kMostNodes) return next;
  const bool forward = direction_ == Direction::kForward;
  switch (tree.kind) {
    case Kind::kNothing:
      return next;
    case Kind::kCharacter:
      return EmitCharacter(tree, next);
    case Kind::kText:
      for (size_t i = 0; i < tree.text.size(); ++i) {
        const auto byte = static_cast<uint8_t>(tree.text[forward ? tree.text.size() - 1 - i : i]);
        next = AddNode({Node::Kind::kByte, byte, byte, next, 0});
      }
      return next;
    case Kind::kTextBegin:
      return AddNode({forward ? Node::Kind::kTextBegin : Node::Kind::kTextEnd, 0, 0, next, 0});
    case Kind::kTextEnd:
      return AddNode({forward ? Node::Kind::kTextEnd : Node::Kind::kTextBegin, 0, 0, next, 0});
    case Kind::kRepeat:
      return EmitRepeat(tree, next);
    case Kind::kChoice: {
      std::vector<uint32_t> choices;
      choices.reserve(tree.parts.size());
      for (const PatternTree& part : tree.parts) choices.push_back(Emit(part, next));
      return AddChoice(choices);
    }
    case Kind::kSequence:
      for (size_t i = 0; i < tree.parts.size(); ++i) {
        next = Emit(tree.parts[forward ? tree.parts.size() - 1 - i : i], next);
      }
  }
  return next;
}

uint32_t Automaton::EmitCharacter(const PatternTree& tree, uint32_t next) {
  if (tree.characters.size() == 1 && tree.characters[0].high < 0x80) {
    const CharacterRange range = tree.characters[0];
    return AddNode({Node::Kind::kByte, static_cast<uint8_t>(range.low), static_cast<uint8_t>(range.high), next, 0});
  }
  std::vector<uint32_t> choices;
  for (const ByteSequence& bytes : ByteSequences(tree.characters)) {
    uint32_t node = next;
    for (size_t i = 0; i < bytes.size; ++i) {
      const ByteRange range = bytes.ranges[direction_ == Direction::kForward ? bytes.size - 1 - i : i];
      node = AddNode({Node::Kind::kByte, range.low, range.high, node, 0});
    }
    choices.push_back(node);
  }
  return choices.size() == 1 ? choices.front() : AddChoice(choices);
}

uint32_t Automaton::EmitRepeat(const PatternTree& tree, uint32_t next) {
  const PatternTree& part = tree.parts.front();
  const uint32_t behind = next;
  if (tree.most == PatternTree::kUnlimited) {
    next = AddChoice({behind, behind});
    choices_[nodes_[next].next] = Emit(part, next);
  }
  for (uint32_t i = tree.least; tree.most != PatternTree::kUnlimited && i < tree.most; ++i) {
    const uint32_t once_more = Emit(part, next);
    next = AddChoice({once_more, behind});
  }
  for (uint32_t i = 0; i < tree.least; ++i) next = Emit(part, next);
  return next;
}

bool Automaton::Add(std::string_view pattern) {
  const auto tree = ParsePattern(pattern);
  return tree && Add(*tree);
}

bool Automaton::Add(const PatternTree& tree) {
  if (RepeatsMoreThan(kMostRepetitions, tree)) return false;
  const size_t before = nodes_.size();
  const uint32_t match = AddNode({Node::Kind::kMatch, 0, 0, static_cast<uint32_t>(roots_.size()), 0});
  const uint32_t root = Emit(tree, match);
  if (nodes_.size() > kMostNodes) {
    nodes_.resize(before);  // the choices that nothing leads to do no harm
    return false;
  }
  roots_.push_back(root);
  return true;
}

bool Automaton::AddRelaxed(const PatternTree& tree, uint32_t most) { return Add(Relaxed(tree, most)); }

// Bytes are of one class when the same nodes take them: first those between which no node begins or ends, and of these
// all that lie in the same ranges.
void Automaton::Classify() {
  std::bitset<size_t{1} << 16U> ranges;  // by first and last byte
  std::array<bool, 257> begins{};
  for (const Node& node : nodes_) {
    if (node.kind != Node::Kind::kByte) continue;
    ranges.set(size_t{node.low} << 8U | node.high);
    begins[node.low] = begins[size_t{node.high} + 1] = true;
  }
  std::array<std::vector<uint16_t>, 256> ranges_of;  // of each byte with which a stretch of such bytes begins
  for (size_t range = ranges._Find_first(); range < ranges.size(); range = ranges._Find_next(range)) {
    for (size_t byte = range >> 8U; byte <= (range & 0xFFU); ++byte)
      if (begins[byte]) ranges_of[byte].push_back(static_cast<uint16_t>(range));
  }
  std::map<std::vector<uint16_t>, uint8_t> classes;
  for (size_t byte = 0; byte < byte_classes_.size(); ++byte) {
    const bool like_before = byte > 0 && !begins[byte];
    byte_classes_[byte] = like_before ? byte_classes_[byte - 1]
                                      : classes.emplace(std::move(ranges_of[byte]), classes.size()).first->second;
  }
  row_size_ = classes.size();
}

void Automaton::Prepare() {
  Classify();
  seen_.resize(nodes_.size());
  const std::lock_guard lock(mutex_);
  StepTo({});  // number 0
  Nodes reached;
  for (const uint32_t root : roots_) Reach(root, true, false, reached);
  std::sort(reached.begin(), reached.end());
  const Step start = StepTo(reached);
  start_row_ = start == kDead ? 0 : static_cast<size_t>(std::abs(start));
  start_ = &states_.find(reached)->second;
}

// Adds the nodes that a node leads to without a byte. REQUIRES: the mutex is held
void Automaton::Reach(uint32_t node, bool at_begin, bool at_end, Nodes& reached) const {
  if (seen_[node]) return;
  seen_[node] = true;
  const Node& from = nodes_[node];
  switch (from.kind) {
    case Node::Kind::kChoice:
      for (uint32_t i = 0; i < from.count; ++i) Reach(choices_[from.next + i], at_begin, at_end, reached);
      return;
    case Node::Kind::kTextBegin:
      if (at_begin) Reach(from.next, at_begin, at_end, reached);
      return;
    case Node::Kind::kTextEnd:
      reached.push_back(node);
      if (at_end) Reach(from.next, at_begin, at_end, reached);
      return;
    case Node::Kind::kByte:
    case Node::Kind::kMatch:
      reached.push_back(node);
  }
}

// REQUIRES: the mutex is held; `nodes` were gathered by Reach without at_end
Automaton::State Automaton::StateOf(const Nodes& nodes) const {
  State state;
  Nodes at_end;
  std::fill(seen_.begin(), seen_.end(), false);
  for (const uint32_t node : nodes) {
    if (nodes_[node].kind == Node::Kind::kMatch) state.matches.push_back(nodes_[node].next);
    if (nodes_[node].kind == Node::Kind::kTextEnd) Reach(node, false, true, at_end);
  }
  for (const uint32_t node : at_end) {
    if (nodes_[node].kind == Node::Kind::kMatch) state.matches_at_end.push_back(nodes_[node].next);
  }
  return state;
}

// The table with room for so many states. REQUIRES: the mutex is held
const Automaton::Table& Automaton::TableFor(size_t states) const {
  constexpr size_t kFewStates = 8;
  if (!tables_.empty() && states <= tables_.back().capacity) return tables_.back();
  const size_t before = tables_.empty() ? 0 : tables_.back().capacity;
  Table table;
  table.capacity = std::max(kFewStates, 2 * before);
  table.rows = std::make_unique<std::atomic<Step>[]>(table.capacity * row_size_);
  table.states = std::make_unique<const State*[]>(table.capacity);
  for (size_t i = 0; i < before * row_size_; ++i) {
    table.rows[i].store(tables_.back().rows[i].load(std::memory_order_relaxed), std::memory_order_relaxed);
  }
  for (size_t i = 0; i < before; ++i) table.states[i] = tables_.back().states[i];
  tables_.push_back(std::move(table));
  table_.store(&tables_.back(), std::memory_order_release);
  return tables_.back();
}

// The step to the state of these nodes, which is made when it is new. REQUIRES: as StateOf; `nodes` are sorted
Automaton::Step Automaton::StepTo(const Nodes& nodes) const {
  const auto [known, is_new] = states_.try_emplace(nodes);
  State& state = known->second;
  if (!is_new) return state.step;
  state = StateOf(nodes);
  state.nodes = &known->first;
  const size_t number = states_.size() - 1;
  const Table& table = TableFor(states_.size());
  table.states[number] = &state;
  const auto step = static_cast<Step>(number * row_size_);
  state.step = number == 0 ? kDead : static_cast<Step>(state.matches.empty() ? step : -step);
  return state.step;
}

// The step from a state by a byte, kUnknown when there are too many states.
Automaton::Step Automaton::Make(size_t number, unsigned char byte) const {
  const std::lock_guard lock(mutex_);
  if (states_.size() >= kMostStates) return kUnknown;
  const State& state = *tables_.back().states[number];
  std::fill(seen_.begin(), seen_.end(), false);
  Nodes reached;
  for (const uint32_t node : *state.nodes) {
    const Node& from = nodes_[node];
    if (from.kind == Node::Kind::kByte && from.low <= byte && byte <= from.high)
      Reach(from.next, false, false, reached);
  }
  std::sort(reached.begin(), reached.end());
  const Step step = StepTo(reached);
  tables_.back().rows[number * row_size_ + byte_classes_[byte]].store(step, std::memory_order_release);
  return step;
}

Automaton::Place Automaton::Behind(std::string_view bytes) const {
  if (direction_ == Direction::kBackward || bytes.empty() || !start_->matches.empty()) return {};
  Walk walk(*this, bytes);
  if (walk.ToNextMatch() || walk.lost() || !walk.AtEnd()) return {};
  return {walk.row(), bytes.size()};
}

Automaton::Answer Automaton::MatchesAny(std::string_view text) const {
  Walk walk(*this, text);
  if (!start_->matches.empty() || walk.ToNextMatch()) return Answer::kYes;
  if (walk.lost()) return Answer::kUnknown;
  return walk.AtEnd() && !walk.matches_at_end().empty() ? Answer::kYes : Answer::kNo;
}

}  // namespace soat
