// Patterns in the syntax of RE2 as trees over characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace soat {

/// Characters from one to another.
struct CharacterRange {
  char32_t low = 0, high = 0;
};

/// A piece of a pattern.
struct PatternTree {
  enum class Kind : uint8_t { kNothing, kText, kCharacter, kSequence, kChoice, kRepeat, kTextBegin, kTextEnd };
  static constexpr uint32_t kUnlimited = UINT32_MAX;

  Kind kind = Kind::kNothing;
  char first = 0;                          ///< the byte that each match begins with; 0 when it is not one, or none
  char first_inside = 0;                   ///< the same where the text does not begin
  uint32_t least = 0, most = 0;            ///< kRepeat: how often its only part stands there
  std::string_view text;                   ///< kText: exactly these bytes, inside the pattern; not empty
  std::vector<CharacterRange> characters;  ///< kCharacter: one of these; in order and apart, maybe none
  std::vector<PatternTree> parts;          ///< of kSequence, kChoice, kRepeat
  std::string_view name;                   ///< of a named group, inside the pattern
};

/// Reads a pattern, to which the tree refers. Greed is left out: it makes no difference to where the longest match
/// ends. \return nothing for what a tree cannot say (`\b`, `\pL`, flags, groups too deep), and for what RE2 refuses
std::optional<PatternTree> ParsePattern(std::string_view pattern);

}  // namespace soat
