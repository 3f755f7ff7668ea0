// The rules as data: what rules/*.toml says, loaded and validated, before anything is compiled.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "soat/check.h"
#include "soat/figure.h"
#include "soat/indicator.h"
#include "soat/status.h"
#include "soat/structure.h"

namespace soat {

/// A text file of the rule pack: its name as shown in errors, and its content.
struct RuleFile {
  std::string name;  ///< "figures/money.toml"
  std::string_view content;
  uint32_t pack = 0;     ///< which pack it belongs to: an id may come again in a later pack, not in the same one
  bool tested = false;   ///< its patterns are known to compile (the embedded pack): they are compiled when first needed
  bool examples = true;  ///< false: its examples are neither read nor missed
};

/// An example inside a rule. The marks ⟦ ⟧ in the TOML text surround what the rule must find.
struct RuleExample {
  std::string text;                      ///< without the marks
  std::vector<Span> marked;              ///< bytes of `text`
  std::vector<std::string> value;        ///< canonical value, one a mark (see CanonicalValue)
  std::optional<std::string> unit;       ///< of the first mark; checked when given
  std::optional<std::string> qualifier;  ///< of the first mark; checked when given
  bool none = false;                     ///< the rule must find nothing in the text
  uint32_t line = 0;                     ///< of the rule file
};

/// The tables of words that can follow a quantity in a rule's pattern.
enum class QuantityTail : uint8_t { kNone, kPercent, kCurrency, kMeasure };

/// A rule that finds figures, or (without a kind) that says what is none.
struct FigureRule {
  std::string id;                  ///< "money/dong"; never changes, never reused
  std::optional<FigureKind> kind;  ///< empty: a stretch with digits that is no figure
  std::string summary;             ///< one sentence
  /// What it is tried at: one or two tokens each. A token is a word, a sign or "0" for digits; the first may also be
  /// "{year}" (digits that look like a year), "{long}" (eight digits and more) or "{number-word}". Empty: any digits.
  std::vector<std::string> starts;
  std::string pattern;                      ///< RE2 with {fragments}, already expanded
  QuantityTail tail = QuantityTail::kNone;  ///< of a quantity rule: the table whose word follows the quantity
  bool quantity = false;             ///< the pattern is {quantity} and a tail, read by the program; `pattern` is empty
  bool case_sensitive = false;       ///< matched against the text instead of its lower-case key
  bool line_start = false;           ///< only as the first thing on a line (after bullets and table bars)
  bool glued = false;                ///< may stand directly behind a letter
  bool open_end = false;             ///< a letter or digit may follow at once ("(1)thể chế", "107%kế hoạch")
  int priority = 0;                  ///< decides between matches of one length; the larger wins
  std::vector<std::string> before;   ///< one must match, ending where the rule's match begins
  std::vector<std::string> follows;  ///< it stands directly behind one of these phrases
  std::vector<std::string> not_follows;  ///< it stands behind none of these
  bool digit_ahead = true;               ///< of a rule that starts at words: only where a digit is near
  std::vector<std::string> not_before;   ///< none may match there
  std::vector<std::string> never;        ///< none may match at the same start (anti-patterns)
  std::vector<std::string> after;        ///< one must match directly behind the match
  std::vector<std::string> not_after;    ///< none may match there
  bool no_noun_after = false;            ///< no known counted noun, unit or magnitude may follow
  bool magnitude = false;                ///< of a quantity rule: only with a magnitude word ("5,2 tỷ")
  bool alone = false;                    ///< of a quantity rule: nothing that may be counted follows, known or not
  std::vector<RuleExample> examples;
  std::string file;  ///< where it was defined
  uint32_t line = 0;
};

/// An example inside a relation rule. The marks ⟦ ⟧ surround what takes part, from the first figure to the last.
struct RelationExample {
  std::string text;
  std::optional<Span> marked;                                 ///< bytes of `text`
  std::optional<Verdict> verdict;                             ///< of the relation at the mark
  std::vector<std::pair<std::string, std::string>> operands;  ///< role and value: "num" "6322", "parts" "15 140"
  bool none = false;                                          ///< the rule must see nothing in the text
  uint32_t line = 0;                                          ///< of the rule file
};

/// A rule that finds relations between figures: by a pattern over the reading line of a passage (its lower-case text
/// with a private-use character in place of every figure), or by a shape of the layout that the program knows.
struct RelationRule {
  std::string id;  ///< "ratio-percent/then-percent"; never changes, never reused
  CheckKind check = CheckKind::kRatioPercent;
  std::string summary;                          ///< one sentence
  std::string shape;                            ///< "list", "table", …; empty for a pattern
  std::string pattern;                          ///< RE2, {figures} and {fragments} expanded
  std::vector<std::string> before, not_before;  ///< patterns; one (none) matches and ends where the pattern begins
  std::vector<std::string> never;               ///< patterns; none matches at the same start
  std::vector<std::string> not_after;           ///< patterns; none matches directly behind
  std::map<std::string, std::vector<std::string>, std::less<>> words;  ///< of a shape, by their name, lower case
  std::vector<std::string> also;         ///< ids of rules of the check that may see the same figures as well
  Severity severity = Severity::kError;  ///< of a contradiction
  std::vector<RelationExample> examples;
  std::string file;  ///< where it was defined
  uint32_t line = 0;
};

/// What a reader is told about a relation: a sentence with {stated}, {expected}, {difference} and {roles} of operands.
struct MessageTemplate {
  CheckKind check = CheckKind::kRatioPercent;
  Verdict verdict = Verdict::kMismatch;
  std::string rule;  ///< the id of the rule whose relations are meant; empty: all of the check
  std::string vietnamese, english;
};

/// The words around findings: "{n} errors". {n} and other values, by their name, are filled in.
struct Wording {
  std::string name;  ///< by which the program asks for them
  std::string vietnamese, english;
  std::string english_one;  ///< of n = 1; empty: as `english`
};

/// What a check is, in words.
struct CheckText {
  CheckKind check = CheckKind::kRatioPercent;
  std::string vietnamese, english;            ///< one sentence
  std::string help_vietnamese, help_english;  ///< what is compared, and which verdicts there are
  std::string precision;                      ///< how sure a finding is: "very-high", "high", "medium", "low"
};

/// A word with the value it stands for: number words, magnitudes, currencies, units of measure.
struct NumberWord {
  enum class Role : uint8_t {
    kUnit,
    kUnitNotAlone,
    kUnitInside,
    kTen,
    kTens,
    kHundred,
    kZero,
    kHalf,
    kMagnitude,
    kNotMagnitude,
    kRange
  };
  std::string word;
  Role role = Role::kUnit;
  int value = 0;  ///< kUnit: 0..9; kMagnitude: power of ten; others: unused
};
struct UnitWord {
  std::string word;  ///< as it stands in normalised lower-case text
  std::string unit;  ///< as it is written out; empty: a word that only begins like a unit ("đồng chí")
};
/// A noun that numbers count. Nouns of one group can stand together ("xã, thị trấn").
struct CountedNoun {
  std::string word;
  std::string group;
};
struct QualifierPhrase {
  std::string phrase;
  Qualifier qualifier = Qualifier::kNone;
};

/// What the words of a column's header say that the column holds.
struct ColumnPhrase {
  std::string phrase;
  ColumnRole role = ColumnRole::kNone;
  uint64_t bytes = 0;  ///< of the phrase, as BytesIn has them: what lacks one does not have the phrase
};

/// Words that say whose a figure is, with the name of that scope.
struct ScopePhrase {
  std::string phrase;
  std::string scope;
};
/// Words directly before a figure that say what part it plays.
struct RolePhrase {
  std::string phrase;
  FigureRole role = FigureRole::kNone;
};

/// The words by which labels, scopes and roles are found.
struct ContextWords {
  std::vector<std::string> label_ends, label_keeps, label_beginnings, clause_openings, label_cuts, period_words;
  std::vector<std::string> copulas, after_leads, acts, members, joins, comparisons, bases;
  std::vector<std::string> part_leads, part_headings, stop_abbreviations;
  std::vector<std::string> places, passives, denominators, scope_goes_on, attribute_units;
  std::vector<std::string> actors, remainders, abouts, partings, negations, scope_lists;
  std::vector<std::string> ranks, rank_links, office_acts, until_words, rate_names, genitives, same_spans;
  std::vector<std::string> aims, aim_ends, aim_headings, review_signs, from_words, to_words;
  std::vector<std::string> scope_ranges, label_tails, predicates, bodies, heading_nouns;
  std::vector<ScopePhrase> scopes;
  std::vector<ScopePhrase> offices;  ///< whose acts have a scope
  std::vector<RolePhrase> roles;
};

/// A level of administrative units: "huyện".
struct UnitLevel {
  std::string level;                   ///< as it is written out
  int rank = 0;                        ///< 1 province, 2 district, 3 commune
  std::vector<std::string> words;      ///< that stand before the name of a unit
  std::vector<std::string> not_words;  ///< that begin like them and name no unit
  bool numbered = false;               ///< units can be called by a number
};
/// An administrative unit as it stood from one day to another.
struct AdministrativeUnit {
  std::string level, name;              ///< "huyện", "Yên Lập"
  std::string province;                 ///< of a district; empty for a province
  std::string successor;                ///< what a province became part of; may be empty
  std::string valid_from, valid_until;  ///< ISO, inclusive; empty: not limited
};

/// The words by which a report is known.
struct IdentityWords {
  std::vector<UnitLevel> levels;
  std::vector<std::string> offices, areas, report_verbs, name_stops;
  std::vector<std::string> number_words, day_words, month_words, draft_words;
  std::vector<std::string> title_words, title_joints, subject_words, mottos, addressees, closings;
  std::vector<std::string> recipients, signatories;
  std::vector<std::string> outlook_words, review_words, horizon_words;
};

/// Everything that the rule files say.
struct RuleSet {
  std::vector<FigureRule> figure_rules;
  std::vector<RelationRule> relation_rules;
  /// Words that several relation rules share, by their name, lower case; a rule's own list of that name comes first.
  std::map<std::string, std::vector<std::string>, std::less<>> relation_words;
  std::vector<MessageTemplate> messages;
  std::vector<Wording> wordings;
  std::vector<CheckText> checks;
  std::vector<NumberWord> number_words;
  std::vector<UnitWord> percents;
  std::vector<UnitWord> measures;
  std::vector<UnitWord> currencies;
  std::vector<CountedNoun> nouns;
  std::vector<std::string> noun_stops;    ///< words that no counted noun contains
  std::vector<std::string> noun_openers;  ///< words before a counted noun that do not belong to it ("các")
  std::vector<std::string> part_words;    ///< words that open a part of a report: "phụ lục"
  std::vector<std::string> unit_words;    ///< words that declare a unit: "đvt"
  std::vector<std::string> total_rows;    ///< names of rows that are the sum of others: "tổng cộng"
  std::vector<std::string> ditto_units;   ///< what stands for the unit of the row above: "nt"
  std::vector<ColumnPhrase> columns;
  ContextWords context;
  IdentityWords identity;
  std::vector<AdministrativeUnit> provinces, districts;
  std::vector<Reorganisation> reorganisations;
  std::vector<Indicator> indicators;
  LabelWords labels;
  std::vector<std::string> minus_words;  ///< words that already say "less": a minus sign behind them adds nothing
  std::vector<QualifierPhrase> qualifiers_before, qualifiers_after;
};

/// What LoadRules made of the files: the rules, or every error of every file.
struct RuleLoad {
  RuleSet rules;
  std::vector<Error> errors;
};
/// Loads rule files in the order in which they are applied: a rule replaces one with its id from an earlier pack.
///
/// \return  the rules and no errors, or errors placed as "file:line:column": what TOML or RE2 refuses, an unknown key
/// or
///          fragment, an id used twice in a pack, a pattern that can match nothing, a rule without an example that must
///          match or without one that must not
RuleLoad LoadRules(const std::vector<RuleFile>& files);

/// The pack inside the binary, in order.
const std::vector<RuleFile>& EmbeddedRules();

}  // namespace soat
