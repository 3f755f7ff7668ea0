// Small questions about the words of which labels are made.
#pragma once

#include <cstddef>
#include <string_view>

namespace soat {

inline constexpr size_t kLongestLabel = 20;                              ///< words
inline constexpr std::string_view kEdges = " \n,;:.()-+/“”\"*_\t|<>[]";  ///< no part of a label

/// A text without the bytes of a set at both ends.
std::string_view Trimmed(std::string_view text, std::string_view set);

/// How many words a text has, and its first ones.
size_t WordCount(std::string_view text);
std::string_view FirstWords(std::string_view text, size_t count);

/// Whether the sign at a place ends a sentence: before a blank, so no digit group or abbreviation of one capital.
bool EndsSentence(std::string_view text, size_t at);

/// The end of a superscript digit at `at`; `at` itself when there is none.
size_t FootnoteMarkEnd(std::string_view text, size_t at);

}  // namespace soat
