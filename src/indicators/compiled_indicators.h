// The indicators of a rule set, ready to be matched.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "figures/hash_index.h"
#include "indicators/label_folder.h"
#include "indicators/label_patterns.h"
#include "indicators/surroundings.h"
#include "indicators/vocabulary.h"
#include "indicators/word_pattern.h"
#include "soat/figure.h"
#include "soat/rule.h"

namespace soat {

/// A text as patterns are matched against it. Made to be filled again and again.
struct MatchedText {
  FoldedText folded;
  KnownWords known;    ///< of `folded`, with those that were trimmed
  std::string joined;  ///< the words of `folded`, or fewer; empty as long as no pattern asked for them
};

/// Room to match the figures of one document in, one after the other. Neighbours often have one label, and one unit.
struct MatchRoom {
  std::string text;              ///< the label of the last figure
  MatchedText label;             ///< its words
  bool trimmed = false;          ///< they are trimmed, and joined
  std::string unit, unit_key;    ///< of the last figure: as it is, and in lower case
  bool unit_is_counted = false;  ///< whether an indicator has a unit that begins so
  std::vector<const LabelPatterns::Entry*> possible, claims;
  MatchedText around;  ///< what stands around the figure
};

/// Matches labels against indicators. Const and thread-safe after it is made.
class CompiledIndicators {
 public:
  /// REQUIRES: rules outlives it
  explicit CompiledIndicators(const RuleSet& rules);

  /// As IndicatorMatcher::Match.
  /// \param unit_name  what folder() makes of it; the same one for all figures of one room
  const Indicator* Match(const Figure& figure, Around& around, const FoldedText& unit_name, MatchRoom& room) const;

  const LabelFolder& folder() const { return folder_; }
  /// Compiles all patterns. \error as IndicatorMatcher::Check
  Status Check() const;

 private:
  using Entry = LabelPatterns::Entry;
  using Entries = std::vector<const Entry*>;
  using Patterns = std::deque<WordPattern>;

  /// What an indicator asks for beside its label.
  struct Conditions {
    std::vector<std::string> units;  // in lower case
    Patterns under, before, never;
  };

  static void Fill(const std::vector<std::string>& written, Vocabulary& vocabulary, Patterns& patterns);
  void Prepare(const Indicator& indicator, uint32_t index);
  void ReadUnit(const std::string& unit, MatchRoom& room) const;
  void ReadLabel(const std::string& text, MatchRoom& room) const;
  void TrimLabel(const FoldedText& unit_name, MatchRoom& room) const;
  bool MayBe(const Entry& entry, const Figure& figure, const std::string& unit) const;
  void FindClaims(const Figure& figure, Around& around, MatchRoom& room) const;
  bool MatchesAlone(const MatchedText& label) const;
  const Indicator* OnlyClaim(MatchRoom& room) const;
  bool AllowAround(const Conditions& conditions, Around& around, MatchedText& words) const;
  bool IsOfSome(const Figure& figure, std::string_view clause, MatchedText& words) const;
  void ReadKey(std::string_view key, MatchedText& read) const;

  const std::vector<Indicator>& indicators_;
  LabelFolder folder_;
  Vocabulary vocabulary_;
  LabelPatterns labels_;
  std::deque<Conditions> conditions_;  // of each indicator
  HashIndex unit_starts_;              // the first words of all units
  Patterns some_units_, each_unit_;
};

}  // namespace soat
