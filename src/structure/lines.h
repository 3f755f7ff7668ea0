// The lines of a text and what each looks like, before anything is known about the report.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "soat/document.h"

namespace soat {

/// How a line is numbered or marked.
enum class MarkerKind : uint8_t {
  kNone,
  kRoman,        ///< "I.", "II -"
  kLetter,       ///< "A."
  kArabic,       ///< "1.", "1.1.", "2)", "3 -"
  kSmallLetter,  ///< "a.", "a)", "a/"
  kParenthesis,  ///< "(1)", "(a)"
  kBullet,       ///< "-", "+", "•", "*"
  kNote,         ///< "¹", "[1]"
};

/// One line of a text without its line end.
struct Line {
  Span span;     ///< the whole line
  Span content;  ///< without blanks, emphasis marks of Markdown and the marker
  MarkerKind marker = MarkerKind::kNone;
  std::string_view number;  ///< of the marker, without its sign: "I", "1.1", "a", "-"
  bool table = false;       ///< has cells: tabs between words, or bars around them
  bool indented = false;    ///< begins with a tab: a row of a table whose first cell is empty, if it stands in one
  bool bars = false;        ///< has bars between words and none before the first
  bool gaps = false;        ///< has two spaces or more between words
  bool ruler = false;  ///< has nothing but the lines of a drawn table: "+---+---+", "├──┼──┤", "|---|"
  bool blank() const { return content.size() == 0 && marker == MarkerKind::kNone; }
};

/// Splits a text into lines and reads the marker of each. The lines refer to the text.
std::vector<Line> ReadLines(std::string_view text);

}  // namespace soat
