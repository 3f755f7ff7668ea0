// Patterns in the syntax of RE2 as trees over bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace soat {

/// A piece of a pattern. Classes of characters are choices between sequences of bytes.
struct PatternTree {
  enum class Kind : uint8_t { kNothing, kByte, kText, kSequence, kChoice, kRepeat, kTextBegin, kTextEnd };
  static constexpr uint32_t kUnlimited = UINT32_MAX;

  Kind kind = Kind::kNothing;
  uint8_t low = 0, high = 0;       ///< kByte: one byte from low to high
  std::string_view text;           ///< kText: exactly these bytes, inside the pattern
  uint32_t least = 0, most = 0;    ///< kRepeat: how often its only part stands there
  std::vector<PatternTree> parts;  ///< of kSequence, kChoice, kRepeat
  std::string_view name;           ///< of a named group, inside the pattern
};

/// Reads a pattern, to which the tree refers. Greed is left out: it makes no difference to where the longest match
/// ends. \return nothing for what a tree cannot say (`\b`, `\pL`, flags), and for what RE2 refuses
std::optional<PatternTree> ParsePattern(std::string_view pattern);

}  // namespace soat
