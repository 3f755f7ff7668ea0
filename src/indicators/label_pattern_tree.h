// The structure of a pattern: which words its matches have, and whether it matches, without an automaton.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soat {

/// Some characters: of ASCII any, of the others all or none.
struct CharacterSet {
  std::array<bool, 128> ascii{};
  bool others = false;
};

/// A part of a pattern.
struct LabelPatternNode {
  enum class Kind : uint8_t {
    kLiteral,   ///< bytes of the pattern
    kSet,       ///< one character of a set
    kBegin,     ///< the beginning of the text
    kEnd,       ///< its end
    kSequence,  ///< parts behind each other, maybe none
    kChoice,    ///< one of its parts
    kRepeat,    ///< its only part, some times
  };
  Kind kind = Kind::kSequence;
  bool nullable = true;         ///< can match the empty text,
  bool nullable_inside = true;  ///< also where the text does not begin,
  bool nullable_ahead = true;   ///< also where it does not end
  bool begins_word = false;     ///< can begin with a byte of a word
  bool ends_word = false;       ///< can end with one
  char first = 0;               ///< the byte that each match begins with; 0 when it is not one, or none
  char first_inside = 0;        ///< the same where the text does not begin
  uint32_t begin = 0, end = 0;  ///< bytes of the pattern, indices of nodes; of a set its index in `begin`
  uint32_t least = 1, most = 1;
};
inline constexpr uint32_t kNoLimit = 0xFFFFFFFF;

/// A parsed pattern.
struct LabelPatternTree {
  std::string pattern;
  std::vector<LabelPatternNode> nodes;  ///< the last one is the whole pattern; parts stand side by side
  std::vector<CharacterSet> sets;

  const LabelPatternNode& root() const { return nodes.back(); }
  std::string_view Literal(const LabelPatternNode& node) const {
    return std::string_view(pattern).substr(node.begin, node.end - node.begin);
  }
};

/// The structure of a pattern for RE2 that is matched against text without line ends; empty when it has something that
/// is not understood here (flags, \b, \pL, classes with letters beyond ASCII), or is no pattern.
std::optional<LabelPatternTree> ParseLabelPattern(std::string_view pattern);

}  // namespace soat
