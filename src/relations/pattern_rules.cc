#include "relations/pattern_rules.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "figures/lazy.h"
#include "relations/pattern_match.h"
#include "rules/reading_marks.h"
#include "text/byte_classes.h"
#include "text/edit_distance.h"

namespace soat {
namespace {

constexpr size_t kWindow = 400;           // bytes of the line that a pattern sees
constexpr uint32_t kMostRepetitions = 2;  // that automata tell apart; each number of times is a state
constexpr size_t kWindowBefore = 120;     // bytes that its contexts see before it
constexpr int64_t kMaxMemory = 8 << 20;
constexpr std::string_view kOpensWithFigure = "(?P<";

RE2::Options Quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

/// A regular expression that is compiled when it is first asked: most never are.
class LazyRegex {
 public:
  explicit LazyRegex(std::string pattern) : pattern_(std::move(pattern)) {}
  const RE2& operator*() const {
    return *regex_.Get([this](std::unique_ptr<RE2>& made) { made = std::make_unique<RE2>(pattern_, Quiet()); });
  }
  const RE2* operator->() const { return &**this; }

 private:
  std::string pattern_;
  Lazy<std::unique_ptr<RE2>> regex_;
};

using Regexes = std::vector<std::unique_ptr<const LazyRegex>>;

Regexes RegexesOf(const std::vector<std::string>& patterns, std::string_view end) {
  Regexes regexes;
  regexes.reserve(patterns.size());
  for (const std::string& pattern : patterns)
    regexes.push_back(std::make_unique<const LazyRegex>("(?:" + pattern + ")" + std::string(end)));
  return regexes;
}

using Kinds = FigureKinds;

/// A figure that every match of a pattern holds.
struct RequiredFigure {
  Kinds kinds;
  bool next = false;  ///< it follows the required figure before it, with no other figure between them
};

/// The figures of a piece of a pattern.
struct FiguresOfPiece {
  std::vector<RequiredFigure> required;  ///< in their order
  bool others_behind = false;            ///< others may stand behind the last one; without a last one, anywhere
};

constexpr char32_t kLastFigureMark = kFigureMark + kFigureKindCount - 1;

// The kinds whose marks are among some characters.
Kinds KindsIn(const std::vector<CharacterRange>& characters) {
  Kinds kinds;
  for (const CharacterRange& range : characters) {
    for (char32_t mark = std::max(range.low, kFigureMark); mark <= std::min(range.high, kLastFigureMark); ++mark)
      kinds.set(mark - kFigureMark);
  }
  return kinds;
}

bool AreFigureMarks(const std::vector<CharacterRange>& characters) {
  return !characters.empty() && characters.front().low >= kFigureMark && characters.back().high <= kLastFigureMark;
}

FiguresOfPiece FiguresOf(const PatternTree& tree);

void Append(FiguresOfPiece behind, FiguresOfPiece& figures) {
  for (RequiredFigure& figure : behind.required) {
    figure.next = figure.next && !figures.others_behind;
    figures.others_behind = false;
    figures.required.push_back(figure);
  }
  figures.others_behind = figures.others_behind || behind.others_behind;
}

bool HoldsFigures(const FiguresOfPiece& figures) { return !figures.required.empty() || figures.others_behind; }

FiguresOfPiece FiguresOfCharacter(const PatternTree& tree) {
  const Kinds kinds = KindsIn(tree.characters);
  if (AreFigureMarks(tree.characters)) return {{{kinds, true}}, false};
  return {{}, kinds.any()};
}

// What is repeated stands there once at least, or not at all.
FiguresOfPiece FiguresOfRepeat(const PatternTree& tree) {
  FiguresOfPiece figures = FiguresOf(tree.parts.front());
  const bool holds = HoldsFigures(figures);
  if (tree.least == 0) figures.required.clear();
  figures.others_behind = figures.others_behind || (holds && (tree.least == 0 || tree.most > 1));
  return figures;
}

// Alternatives have different figures, none of which every match holds.
FiguresOfPiece FiguresOfChoice(const PatternTree& tree) {
  const bool holds = std::any_of(tree.parts.begin(), tree.parts.end(),
                                 [](const PatternTree& part) { return HoldsFigures(FiguresOf(part)); });
  return {{}, holds};
}

FiguresOfPiece FiguresOf(const PatternTree& tree) {
  using Kind = PatternTree::Kind;
  FiguresOfPiece figures;
  if (tree.kind == Kind::kCharacter) return FiguresOfCharacter(tree);
  if (tree.kind == Kind::kRepeat) return FiguresOfRepeat(tree);
  if (tree.kind == Kind::kChoice) return FiguresOfChoice(tree);
  if (tree.kind == Kind::kText) figures.others_behind = tree.text.find(kMarkByte) != std::string_view::npos;
  for (const PatternTree& part : tree.parts) Append(FiguresOf(part), figures);
  return figures;
}

// What the contexts of a pattern see before a place.
std::string_view WindowBefore(std::string_view line, size_t place) {
  size_t from = place - std::min(place, kWindowBefore);
  while (from < place && ClassOf(line[from]) == ByteClass::kContinuation) ++from;
  return line.substr(from, place - from);
}

// What a pattern sees from the place on at which it begins.
std::string_view WindowFrom(std::string_view line, size_t place) {
  const std::string_view rest = line.substr(place);
  return rest.substr(0, CharacterFloor(rest, kWindow));
}

bool AnyMatches(const Regexes& regexes, std::string_view text, RE2::Anchor anchor) {
  return std::any_of(regexes.begin(), regexes.end(),
                     [&](const auto& regex) { return (*regex)->Match(text, 0, text.size(), anchor, nullptr, 0); });
}

}  // namespace

struct PatternFinder::Compiled {
  Compiled(const RelationRule& source, uint32_t number)
      : rule(source),
        index(number),
        regex(source.pattern),
        before(RegexesOf(source.before, "\\z")),
        not_before(RegexesOf(source.not_before, "\\z")),
        never(RegexesOf(source.never, "")),
        not_after(RegexesOf(source.not_after, "")) {}

  /// \param all_before  the automaton of what stands before all patterns
  /// \param number  of this one there
  void Compile(JointAutomaton& all_before, uint32_t number) {
    const std::optional<PatternTree> tree = ParsePattern(rule.pattern);
    if (tree) required = FiguresOf(*tree).required, needed = NeededText(*tree);
    automatic = tree && automaton.AddRelaxed(*tree, kMostRepetitions);
    automaton.Prepare();
    CompileBefore(all_before, number);
  }
  void CompileBefore(JointAutomaton& all_before, uint32_t number) {
    std::vector<PatternTree> trees;
    before_automatic = !rule.before.empty();
    for (const std::string& pattern : rule.before) {
      std::optional<PatternTree> tree = ParsePattern(pattern);
      before_automatic = before_automatic && all_before.Add(tree, number);
      if (tree) trees.push_back(std::move(*tree));
    }
    if (!trees.empty() && trees.size() == rule.before.size()) needed.AddAnyOf(trees);
  }
  /// Of the figure that it begins with.
  Kinds FirstKinds() const { return required.empty() ? ~Kinds() : required.front().kinds; }
  bool HasFigures(const Reading& reading) const;
  bool MayMatchAt(const Reading& reading, size_t figure) const;
  /// Whether the text from a figure on may be a match, as far as the automaton can say.
  bool MayMatch(std::string_view window) const {
    return !automatic || automaton.MatchesAny(window) != Automaton::Answer::kNo;
  }
  bool ContextHolds(std::string_view line, std::string_view ahead, size_t begin, size_t end) const;
  std::optional<PatternMatch> MatchAt(const Reading& reading, size_t figure) const;
  Status Check() const;
  Status CheckRolesOf(const CheckRoles& roles) const;
  Error Fault(const std::string& what, std::string fix) const {
    return {ErrorCode::kRule, rule.file + ":" + std::to_string(rule.line), "rule '" + rule.id + "': " + what,
            std::move(fix)};
  }

  const RelationRule& rule;
  uint32_t index;
  LazyRegex regex;
  Regexes before, not_before, never, not_after;
  Automaton automaton;                               ///< of the pattern alone: of several the states would multiply
  bool automatic = false, before_automatic = false;  ///< the automata understand the pattern, and what is before it
  std::vector<RequiredFigure> required;              ///< from the one that the pattern begins with
  NeededText needed;
};

// Figures of the required kinds are there, in whatever order.
bool PatternFinder::Compiled::HasFigures(const Reading& reading) const {
  return std::all_of(required.begin(), required.end(),
                     [&](const RequiredFigure& figure) { return (figure.kinds & reading.kinds()).any(); });
}

// Figures of the required kinds follow each other near enough. Hardly any figure gets beyond this.
bool PatternFinder::Compiled::MayMatchAt(const Reading& reading, size_t figure) const {
  const std::vector<ReadFigure>& figures = reading.figures();
  if (figure + required.size() > figures.size()) return false;
  const size_t end = figures[figure].at + kWindow;
  size_t found = 0;
  for (size_t i = figure; i < figures.size() && found < required.size() && figures[i].at < end; ++i) {
    const bool fits = required[found].kinds[static_cast<size_t>(figures[i].kind)];
    if (!fits && (found == 0 || required[found].next)) return false;
    found += fits ? 1 : 0;
  }
  return found == required.size();
}

// \param ahead  what the contexts see before the match
bool PatternFinder::Compiled::ContextHolds(std::string_view line, std::string_view ahead, size_t begin,
                                           size_t end) const {
  const std::string_view behind = line.substr(end);
  if (!before.empty() && !AnyMatches(before, ahead, RE2::UNANCHORED)) return false;
  if (AnyMatches(not_before, ahead, RE2::UNANCHORED)) return false;
  if (AnyMatches(never, line.substr(begin, kWindow), RE2::ANCHOR_START)) return false;
  return !AnyMatches(not_after, behind.substr(0, kWindowBefore), RE2::ANCHOR_START);
}

std::optional<PatternMatch> PatternFinder::Compiled::MatchAt(const Reading& reading, size_t figure) const {
  const size_t begin = reading.figures()[figure].at;
  const std::string_view line = reading.line();
  const std::string_view window = WindowFrom(line, begin);
  std::vector<re2::StringPiece> captures(static_cast<size_t>(regex->NumberOfCapturingGroups()) + 1);
  if (!regex->Match(window, 0, window.size(), RE2::ANCHOR_START, captures.data(), static_cast<int>(captures.size())))
    return std::nullopt;
  if (!ContextHolds(line, WindowBefore(line, begin), begin, begin + captures[0].size())) return std::nullopt;
  PatternMatch match;
  for (const auto& [role, group] : regex->NamedCapturingGroups()) {
    const re2::StringPiece& captured = captures[static_cast<size_t>(group)];
    if (captured.data() == nullptr) continue;
    PatternMatch::Group& found = match.groups.emplace_back();
    found.role = role;
    found.text = std::string_view(captured.data(), captured.size());
    const auto from = static_cast<size_t>(captured.data() - line.data()), to = from + captured.size();
    for (size_t i = figure; i < reading.figures().size() && reading.figures()[i].at < to; ++i) {
      if (reading.figures()[i].at >= from) found.figures.push_back(i);
    }
  }
  return match;
}

PatternFinder::PatternFinder(const RuleSet& rules) {
  for (uint32_t i = 0; i < rules.relation_rules.size(); ++i) {
    if (!rules.relation_rules[i].pattern.empty())
      patterns_.push_back(std::make_unique<Compiled>(rules.relation_rules[i], i));
  }
}

PatternFinder::~PatternFinder() = default;

bool JointAutomaton::Add(const std::optional<PatternTree>& pattern, uint32_t number) {
  if (number >= PatternSet().size() || !pattern || !automaton_.AddRelaxed(*pattern, kMostRepetitions)) return false;
  numbers_.push_back(number);
  return true;
}

bool JointAutomaton::Matching(std::string_view text, PatternSet& numbers) const {
  return automaton_.ForEachMatch(text, [&](uint32_t pattern, size_t) { numbers.set(numbers_[pattern]); });
}

void PatternFinder::Compile() const {
  std::call_once(compiled_, [this] {
    for (uint32_t i = 0; i < patterns_.size(); ++i) {
      patterns_[i]->Compile(before_automaton_, i);
      const Kinds kinds = patterns_[i]->FirstKinds();
      for (size_t kind = 0; kind < kinds.size(); ++kind) {
        if (kinds[kind]) beginning_with_[kind].push_back(i);
      }
    }
    const auto has_fewer = [this](uint32_t a, uint32_t b) {
      return patterns_[a]->required.size() < patterns_[b]->required.size();
    };
    for (std::vector<uint32_t>& patterns : beginning_with_)
      std::stable_sort(patterns.begin(), patterns.end(), has_fewer);
    before_automaton_.Prepare();
  });
}

// Whether a reading may hold the text that a pattern needs. Most are never asked.
bool PatternFinder::MayHoldText(const Reading& reading, uint32_t pattern, PatternRoom& room) const {
  using Chance = PatternRoom::Chance;
  if (!room.runs_are_read) room.runs.Read(reading.line());
  room.runs_are_read = true;
  Chance& chance = room.chances[pattern];
  if (chance == Chance::kUnknown)
    chance = patterns_[pattern]->needed.MayStandIn(room.runs) ? Chance::kSome : Chance::kNone;
  return chance == Chance::kSome;
}

// The patterns that begin with figures of the kind of this one and may stand in the reading from here on.
// REQUIRES: it is the first figure of its kind, or the first was asked before
const std::vector<uint32_t>& PatternFinder::PossibleFrom(uint32_t figure, const Reading& reading,
                                                         PatternRoom& room) const {
  const auto kind = static_cast<size_t>(reading.figures()[figure].kind);
  PatternRoom::Possible& possible = room.possible[kind];
  if (possible.known) return possible.patterns;
  possible.known = true;
  possible.patterns.clear();
  for (const uint32_t pattern : beginning_with_[kind]) {
    if (patterns_[pattern]->required.size() > reading.figures().size() - figure) break;
    if (patterns_[pattern]->HasFigures(reading) && MayHoldText(reading, pattern, room))
      possible.patterns.push_back(pattern);
  }
  return possible.patterns;
}

// Appends the patterns that may match from a figure on; hardly any does. What is asked first costs least; the automata,
// which refuse them in fewer steps than RE2, come last: the one of what stands before the figure, which is short and
// asked for all patterns at once, then those of the patterns that are left.
void PatternFinder::AppendCandidates(const Reading& reading, uint32_t figure, PatternRoom& room) const {
  const ReadFigure& first = reading.figures()[figure];
  std::optional<PatternSet> before;
  for (const uint32_t number : PossibleFrom(figure, reading, room)) {
    const Compiled& pattern = *patterns_[number];
    if (!pattern.MayMatchAt(reading, figure)) continue;
    if (pattern.before_automatic) {
      if (!before) before = MatchingBefore(WindowBefore(reading.line(), first.at));
      if (!(*before)[number]) continue;
    }
    if (pattern.MayMatch(WindowFrom(reading.line(), first.at))) room.candidates.push_back({number, figure});
  }
}

// The patterns whose automata allow what stands before a figure; all when that is not known.
PatternSet PatternFinder::MatchingBefore(std::string_view window) const {
  PatternSet matching;
  return before_automaton_.Matching(window, matching) ? matching : ~PatternSet();
}

void PatternRoom::Clear(size_t patterns) {
  for (Possible& of_kind : possible) of_kind.known = false;
  chances.assign(patterns, Chance::kUnknown);
  runs_are_read = false;
  candidates.clear();
}

void PatternFinder::Find(const Reading& reading, PatternRoom& room, FindingList& found) const {
  Compile();
  room.Clear(patterns_.size());
  for (uint32_t i = 0; i < reading.figures().size(); ++i) AppendCandidates(reading, i, room);
  std::vector<PatternCandidate>& candidates = room.candidates;
  // What is seen in two ways is told by the rule that comes first.
  std::sort(candidates.begin(), candidates.end());
  for (const PatternCandidate& candidate : candidates) {
    const Compiled& pattern = *patterns_[candidate.pattern];
    const std::optional<PatternMatch> match = pattern.MatchAt(reading, candidate.figure);
    if (!match) continue;
    if (std::optional<Relation> relation = Evaluate(*match, reading, found, pattern.index))
      found.Add(std::move(*relation));
    else
      found.CountUndecided(pattern.rule.check);
  }
}

FigureKinds PatternFinder::FirstKinds() const {
  Compile();
  FigureKinds kinds;
  for (const auto& pattern : patterns_) kinds |= pattern->FirstKinds();
  return kinds;
}

bool PatternFinder::MatchesLoneFigures() const {
  Compile();
  return std::any_of(patterns_.begin(), patterns_.end(),
                     [](const auto& pattern) { return pattern->required.size() < 2 && pattern->rule.before.empty(); });
}

std::vector<Error> PatternFinder::Check() const {
  Compile();
  std::vector<Error> faults;
  for (const auto& pattern : patterns_) {
    if (Status checked = pattern->Check(); !checked.ok()) faults.push_back(checked.error());
  }
  return faults;
}

Status PatternFinder::Compiled::Check() const {
  if (!regex->ok()) return Fault("RE2 refuses the pattern: " + regex->error(), "mend the pattern");
  if (!rule.pattern.starts_with(kOpensWithFigure))
    return Fault("the pattern does not begin with a figure", "put what comes before the first figure into 'before'");
  const CheckRoles* roles = RolesOf(rule.check);
  if (roles == nullptr)
    return Fault(std::string(ToString(rule.check)) + " cannot be checked by a pattern", "docs/rules.md lists what can");
  return CheckRolesOf(*roles);
}

// What a check does not take would be captured in vain: mostly it is a role that is misspelt.
Status PatternFinder::Compiled::CheckRolesOf(const CheckRoles& roles) const {
  const auto& captured = regex->NamedCapturingGroups();
  std::vector<std::string> known(roles.optional.begin(), roles.optional.end());
  for (const std::vector<std::string_view>& choice : roles.required)
    known.insert(known.end(), choice.begin(), choice.end());
  for (const auto& [role, group] : captured) {
    if (std::find(known.begin(), known.end(), role) != known.end()) continue;
    const std::string nearest = NearestWord(role, known);
    return Fault("the pattern captures '" + role + "', which " + std::string(ToString(rule.check)) + " does not take",
                 nearest.empty() ? "docs/rules.md lists the roles" : "did you mean '" + nearest + "'?");
  }
  for (const std::vector<std::string_view>& choice : roles.required) {
    const auto is_captured = [&](std::string_view role) { return captured.contains(std::string(role)); };
    if (std::any_of(choice.begin(), choice.end(), is_captured)) continue;
    std::string names;
    for (const std::string_view role : choice) names.append(names.empty() ? "'" : " and no '").append(role).append("'");
    std::string fix = "write {";
    fix.append(choice.front()).append(":kind}, or (?P<").append(choice.front()).append(">…) around words");
    return Fault("the pattern captures no " + names, fix);
  }
  return {};
}

}  // namespace soat
