// The numbered headings, items and rows of a report, sorted into sequences of siblings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "soat/document.h"
#include "soat/structure.h"

namespace soat {

/// How a line is numbered. Siblings are numbered alike.
enum class MarkerStyle : uint8_t { kRoman, kCapital, kArabic, kSmallLetter, kBracketed, kBracketedLetter };

/// A number in front of a heading, an item or a row.
struct LineNumber {
  MarkerStyle style = MarkerStyle::kArabic;
  std::string prefix;  ///< of a number of several parts all but the last: "3" of "3.6"
  int value = 0;       ///< of the last part: 6; of a letter 1 for a
  std::string text;    ///< "3.6"
  bool firm = false;   ///< of a heading or a row: surely a number, and no line of prose that begins with one
  Span span;           ///< of Document::text
};

/// A number that does not follow the one before it.
struct NumberingBreak {
  LineNumber previous, found;
  std::string expected;  ///< what would follow
};

/// Siblings in the order of the text, and what is out of order in them.
struct NumberSequence {
  std::vector<LineNumber> members;
  std::vector<NumberingBreak> breaks;
  bool undecided = false;  ///< out of order in a way that more than a slip can explain
};

/// The sequences of the headings and numbered items. One of a single member is left out.
std::vector<NumberSequence> ReadHeadingSequences(const Document& document, const Structure& structure);
/// The sequences of the rows of a table whose first column numbers them.
std::vector<NumberSequence> ReadRowSequences(const Document& document, const Table& table);

}  // namespace soat
