// Words without which a pattern cannot match.
#pragma once

#include <string_view>
#include <vector>

#include "rules/pattern_tree.h"

namespace soat {

/// Groups of words: whatever the pattern matches has at least one word of each group. A word is a run of bytes for
/// which IsWordByte holds, with no such byte beside it in the text. No groups when nothing is known. The words are
/// views of the pattern.
///
/// \param whole  the pattern matches a text as a whole, else within it
std::vector<std::vector<std::string_view>> NecessaryWords(const PatternTree& tree, bool whole);

}  // namespace soat
