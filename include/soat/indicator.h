// Known indicators as data: what rules/indicators/*.toml says a figure can measure.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "soat/figure.h"

namespace soat {

/// Which values of an indicator are the better ones. The words reach files.
enum class BetterDirection : uint8_t { kNone, kMore, kLess };
std::string_view ToString(BetterDirection direction);  ///< "none", "more", "less"
std::optional<BetterDirection> ParseBetterDirection(std::string_view word);

/// A figure as an example of an indicator gives it.
struct IndicatorExample {
  std::string label;
  std::string scope;                     ///< may be empty
  std::string before;                    ///< what its passage says before it; may be empty
  std::string under;                     ///< headings above it; may be empty
  FigureKind kind = FigureKind::kCount;  ///< the indicator's first when the example gives none
  std::string unit;                      ///< the indicator's first when the example gives none
  Qualifier qualifier = Qualifier::kNone;
  bool none = false;  ///< the figure is not this indicator
  uint32_t line = 0;  ///< of the rule file
};

/// Something that figures measure and reports can be compared by. A figure is it when its kind, its unit and its scope
/// are among those here, and its label, folded (see LabelFolder), is matched as a whole by a pattern and by no `never`.
struct Indicator {
  std::string id;                  ///< "online_dossier_rate"; never changes, never reused
  std::string name, english;       ///< as tables show it
  std::vector<FigureKind> kinds;   ///< a ratio among counts gives its numerator
  std::vector<std::string> units;  ///< lower case; the first is the one that tables show; a figure's unit may go on
  BetterDirection better = BetterDirection::kNone;
  std::vector<std::string> patterns;        ///< RE2 over the whole label
  std::vector<std::string> patterns_under;  ///< the same, for labels that tell little without what stands around
  /// RE2 within the headings above the figure; and within what its passage says before it. One of each (where there are
  /// some) must match for patterns_under to count.
  std::vector<std::string> under, before;
  std::vector<std::string> never;           ///< RE2 within the label
  std::vector<std::string> scopes;          ///< the only ones it can have; empty: any
  std::vector<std::string> implied_scopes;  ///< scopes that say nothing: those who have it are always of it
  /// What a percentage can be of, by what the label says: name and RE2 within the label. Values of different wholes are
  /// not put beside each other without a mark.
  std::vector<std::pair<std::string, std::string>> wholes;
  std::vector<IndicatorExample> examples;
  std::string file;  ///< where it was defined
  uint32_t line = 0;
};

/// What indicators and labels have in common; phrases are in lower case.
struct LabelWords {
  std::vector<std::pair<std::string, std::string>> abbreviations;  ///< short, in full
  std::vector<std::string> heads, tails;  ///< that tell nothing at the start and at the end of a label
  std::vector<std::string> fillers;       ///< words without which two labels still say the same
  std::vector<std::string> date_words;    ///< words before a year or a day that go with it
  /// RE2 within the clause before a percentage: it says that of some units alone; of each of several, where it is a
  /// bound ("trên 50%").
  std::vector<std::string> some_units, each_unit;
  /// By the level of the reporting unit: the scopes that are the unit itself ("huyện" has "toàn huyện").
  std::map<std::string, std::vector<std::string>, std::less<>> whole_scopes;
};

/// A day on which administrative units were redrawn: those of one name before and after it are not the same.
struct Reorganisation {
  std::string day;                  ///< ISO; the first day of the new order
  std::vector<std::string> levels;  ///< whose units it redrew
};

}  // namespace soat
