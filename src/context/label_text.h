// Small questions about the words of which labels are made.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "figures/lexicon.h"
#include "text/phrases.h"

namespace soat {

inline constexpr size_t kLongestLabel = 20;  ///< words

/// A sign or blank that is no part of a label where it stands at its end.
bool IsEdge(char c);

/// A text without signs, blanks, quotation marks and ellipses at both ends.
std::string_view WithoutEdges(std::string_view text);

/// The same in place.
void TrimEdges(std::string& text);

/// The first words of a text.
std::string_view FirstWords(std::string_view text, size_t count);

/// Two texts, apart by one blank.
std::string Apart(std::string_view first, std::string_view second);

/// The first kLongestLabel words: what a thing is stands at the head of its name.
std::string Shortened(std::string label);

/// The same, ended before the last comma or word of `tails` among the last of them, so that fewer words are torn apart.
std::string Clipped(std::string label, const Lexicon& tails, const Lexicon& ends);

/// As std::string_view::rfind, for texts of some hundred bytes. REQUIRES: words is not empty
size_t FindLast(std::string_view text, std::string_view words);

}  // namespace soat
