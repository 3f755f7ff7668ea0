// The figure rules, compiled: which rules match at a place, and with which captures.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/automaton.h"
#include "figures/expression.h"
#include "figures/figure_group.h"
#include "figures/lazy.h"
#include "figures/lexicon.h"
#include "figures/neighbours.h"
#include "soat/document.h"
#include "soat/rule.h"
#include "soat/status.h"

namespace soat {

/// The named groups that patterns can have; readers take the parts of a figure from them.
enum class Capture : uint8_t {
  kFigure,  ///< what the figure covers, if not the whole match
  kDay,
  kMonth,
  kYear,
  kFromDay,
  kFromMonth,
  kFromYear,
  kYearTo,
  kMonthTo,
  kQuarter,
  kQuarterTo,
  kMonths,
  kLast,
  kSchool,
  kEnd,
};
inline constexpr size_t kCaptureCount = static_cast<size_t>(Capture::kEnd);

/// A rule's match: spans in the text, empty where a group took no part.
struct Match {
  uint32_t rule = 0;
  Span span;    ///< everything that the rule matched
  Span figure;  ///< the group `figure`, or the whole match
  std::array<Span, kCaptureCount> captures{};
  Span operator[](Capture capture) const { return captures[static_cast<size_t>(capture)]; }
  bool Has(Capture capture) const { return (*this)[capture].size() > 0; }
};

/// One rule with its expressions.
class CompiledRule {
 public:
  CompiledRule(const FigureRule& rule, uint32_t index);

  /// The end of the longest match at `position`, conditions on what stands around left out; 0 when there is none.
  size_t MatchEnd(std::string_view text, size_t position) const;
  /// The parts of the match [begin, end) that MatchEnd found.
  Match Parts(std::string_view text, size_t begin, size_t end) const;
  /// It has a group `figure`, which Parts finds.
  bool has_figure_group() const { return has_figure_group_; }
  /// The pattern looks further than the figure: the end of its group `figure` is the end that counts.
  bool looks_ahead() const { return has_figure_group_ && !EndsWithFigure(); }
  /// Enters the words of the phrases that may or may not stand before a match, whose bit tells most places apart.
  void EnterPhrases(LexiconWords& words, unsigned bit);
  bool has_phrases() const { return phrases_bit_ != 0; }
  /// The bit of the phrases that have to stand before a match; none when any place will do.
  uint64_t follows_bits() const { return follows_.empty() ? 0 : phrases_bit_; }
  /// Whether the phrases that stand before `begin` allow a match there. Cheap, so it is asked first.
  /// \param before  the bits of the word that WordBeforeMatch finds
  bool PhrasesAllow(std::string_view key, size_t begin, uint64_t before) const {
    return (before & phrases_bit_) == 0 ? follows_.empty() : FindPhrases(key, begin);
  }
  /// Whether the patterns of what stands before a match, and of what begins where it begins, allow it at `begin`.
  bool BeginAllowed(std::string_view text, size_t begin) const;
  /// Whether the patterns of what stands behind a match allow it to end at `end`.
  bool EndAllowed(std::string_view text, size_t end) const;
  /// Compiles every expression now. \error kRule: one that RE2 refuses, or a group with an unknown name
  Status Check() const;

  /// The pattern; nothing when a tree cannot say it.
  const std::optional<PatternTree>& tree() const;

  const FigureRule& rule() const { return rule_; }
  uint32_t index() const { return index_; }

 private:
  using Slots = std::array<int, kCaptureCount>;
  const Slots& GroupSlots() const;
  bool FindPhrases(std::string_view key, size_t begin) const;
  bool EndsWithFigure() const;
  bool PartsByDigits(std::string_view text, Match& match) const;
  Match PartsByExpression(std::string_view matched, Match match) const;

  FigureRule rule_;
  uint32_t index_;
  LazyExpression expression_;  // the pattern
  LazyExpression edged_;       // the pattern and the edge of a word behind it
  bool has_groups_, has_figure_group_;
  std::optional<FigureGroup> figure_group_;  // of a pattern that has no other group
  Lexicon follows_{Lexicon::Look::kBefore}, not_follows_{Lexicon::Look::kBefore};
  uint64_t phrases_bit_ = 0;  // of both in the words of all rules, where others may have the same
  PatternsBefore before_, not_before_;
  PatternsAhead never_, after_, not_after_;
  std::vector<Capture> digit_groups_;  // when all digits of a match stand in named groups: the groups in order
  Lazy<Slots> slots_;
  Lazy<std::optional<PatternTree>> tree_;
};

/// The word before a place at which a match begins, which the phrases of rules may end with.
Span WordBeforeMatch(std::string_view key, size_t begin);

/// Tells which of many rules match at a place, in one pass. Made when it is first needed, and thread-safe.
class RuleGroup {
 public:
  void Add(const CompiledRule* rule);
  /// Says that the key has this word wherever the group is asked. Before it is asked for the first time.
  void BeginWith(std::string_view word) { word_ = word; }
  bool empty() const { return rules_.empty(); }
  const std::vector<const CompiledRule*>& rules() const { return rules_; }

  struct Hit {
    const CompiledRule* rule = nullptr;
    size_t end = 0;  ///< what CompiledRule::MatchEnd says; 0: the rule has to be asked
  };
  /// The rules that may match at `position`, in no special order; those alone that cannot be tried with the others
  /// have yet to be asked.
  /// \param line_start  tells, when it is asked, whether a line begins at `position`
  template <typename LineStart>
  void Matches(std::string_view key, std::string_view text, size_t position, LineStart line_start,
               std::vector<Hit>& hits) const {
    const Sets& sets = *sets_.Get([this](std::unique_ptr<const Sets>& made) { made = Make(); });
    hits.clear();
    if (sets.folded.MayMatch(line_start)) AddMatches(sets.folded, key, position, hits);
    if (sets.exact.MayMatch(line_start)) AddMatches(sets.exact, text, position, hits);
    for (const CompiledRule* rule : sets.others) hits.push_back({rule, 0});
  }
  /// Whether every rule needs a digit near its start.
  bool digit_ahead() const { return digit_ahead_; }
  /// Whether some rule may stand directly behind a letter.
  bool glued() const { return glued_; }
  /// Whether every rule stands at the beginning of a line or behind certain phrases.
  bool conditional() const { return conditional_; }
  /// Whether some rule stands at the beginning of a line.
  bool at_line_start() const { return at_line_start_; }
  /// The bits of the phrases behind which rules stand.
  uint64_t follows_bits() const { return follows_bits_; }

 private:
  static constexpr size_t kMostRulesOfSet = 64;  // further ones are asked one by one
  struct Set {
    Automaton automaton;
    std::vector<const CompiledRule*> rules;  // by their number in the automaton
    uint64_t relaxed = 0;                    // bits of those that may match where the automaton says so
    bool line_start = true;                  // all of them stand at the beginning of a line
    Automaton::Place behind_word;            // where the automaton is behind the word with which all texts begin
    template <typename LineStart>
    bool MayMatch(LineStart line_start_here) const {
      return !rules.empty() && (!line_start || line_start_here());
    }
  };
  struct Sets {
    Set folded, exact;                        // matched against the key, against the text
    std::vector<const CompiledRule*> others;  // that no automaton can read
  };
  std::unique_ptr<const Sets> Make() const;
  static bool AddTo(Set& set, const CompiledRule* rule);
  // Of the rules of a set: which of them match, and how long.
  struct Longest {
    uint64_t matching = 0, edged = 0;                   // bits of those that match, and with an edge behind the match
    std::array<uint32_t, kMostRulesOfSet> sizes;        // of the longest matches
    std::array<uint32_t, kMostRulesOfSet> edged_sizes;  // of those with an edge
  };
  static bool FindLongest(const Set& set, std::string_view window, Longest& longest);
  static void AddMatches(const Set& set, std::string_view text, size_t position, std::vector<Hit>& hits);

  std::vector<const CompiledRule*> rules_;
  std::string word_;  // with which all texts begin
  bool digit_ahead_ = true, glued_ = false, conditional_ = true, at_line_start_ = false;
  uint64_t follows_bits_ = 0;
  Lazy<std::unique_ptr<const Sets>> sets_;  // large, and most groups never need them
};

}  // namespace soat
