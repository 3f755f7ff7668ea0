// Whether a pattern matches a short text, by trying.
#pragma once

#include <optional>
#include <string_view>

#include "rules/pattern_tree.h"

namespace soat {

/// Whether a pattern matches a text as a whole, or within it. Empty when that takes too many steps to tell: an
/// automaton has to. REQUIRES: text is well-formed UTF-8
std::optional<bool> TreeMatches(const PatternTree& tree, std::string_view text, bool whole);

}  // namespace soat
