// The private-use characters that stand for figures in reading lines and in the patterns of relation rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soat/figure.h"

namespace soat {

/// U+E100 + kind stands for a figure. All marks take three bytes of UTF-8.
inline constexpr char32_t kFigureMark = 0xE100;
inline constexpr char32_t kSentenceEnd = 0xE110;  ///< stands for the full stop that ends a sentence
inline constexpr char32_t kItemStart = 0xE111;    ///< stands before each item of a list, and between blocks
inline constexpr size_t kMarkSize = 3;
/// The same in UTF-8: the first byte of every mark, and the two that stand for no figure.
inline constexpr char kMarkByte = '\xEE';
inline constexpr std::string_view kSentenceEndMark = "\xEE\x84\x90", kItemStartMark = "\xEE\x84\x91";

/// Appends the UTF-8 of a mark.
void AppendMark(std::string& line, char32_t mark);

/// A pattern in which {role:kinds} has become a named group over figure marks, {end} and {item} those marks,
/// {clause} what stands between figures of one clause, {sentence} and {wide} those of a sentence or of all that is
/// read, {when} a period or none.
struct ReadingPattern {
  std::string pattern;
  std::vector<std::string> unknown_kinds;
};
ReadingPattern ExpandFigures(std::string_view written);

}  // namespace soat
