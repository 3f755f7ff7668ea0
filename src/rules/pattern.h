// From the patterns that rule authors write to the patterns that RE2 compiles.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "soat/status.h"

namespace soat {

/// Names and patterns, as written, that a pattern can use as {name}; they may use each other.
using Fragments = std::map<std::string, std::string, std::less<>>;

/// A pattern as written, ready for RE2.
struct ExpandedPattern {
  std::string pattern;
  std::vector<std::string> unknown;  ///< fragments that do not exist or contain themselves
};

/// What a space outside [brackets] stands for: blanks with at most one line end in them, or one blank.
enum class Blanks : uint8_t { kAny, kOne };

/// Folds the letters of a pattern as the text is folded (and lowers them unless `case_sensitive`), replaces
/// {fragments}, and lets every space outside [brackets] stand for `blanks`.
ExpandedPattern ExpandPattern(std::string_view written, const Fragments& fragments, bool case_sensitive,
                              Blanks blanks = Blanks::kAny);

/// (?:a|b|c) of literal words, longest first; spaces in them as in ExpandPattern.
std::string Alternation(std::vector<std::string> words);

}  // namespace soat
