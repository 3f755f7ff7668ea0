// Patterns in the syntax of RE2 as trees over bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace soat {

/// A piece of a pattern. Characters are sequences of bytes, and classes of characters choices between such sequences.
struct PatternTree {
  enum class Kind : uint8_t { kNothing, kByte, kSequence, kChoice, kRepeat, kTextBegin, kTextEnd };
  static constexpr uint32_t kUnlimited = UINT32_MAX;

  Kind kind = Kind::kNothing;
  uint8_t low = 0, high = 0;       ///< kByte: one byte from low to high
  uint32_t least = 0, most = 0;    ///< kRepeat: how often its only part stands there
  std::vector<PatternTree> parts;  ///< of kSequence, kChoice, kRepeat
  std::string_view name;           ///< of a named group, inside the pattern
};

/// Reads a pattern. Greed is left out: it makes no difference to where the longest match ends.
/// \return nothing for what a tree cannot say (`\b`, `\pL`, flags), and for what RE2 refuses
std::optional<PatternTree> ParsePattern(std::string_view pattern);

}  // namespace soat
