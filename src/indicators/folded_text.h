// A text as the words that labels are compared by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figures/lexicon.h"

namespace soat {

/// A byte of a letter or digit; all beyond ASCII count as letters.
inline bool IsWordByte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

/// Calls visit(word) for each run of such bytes.
template <typename Visit>
void ForEachWord(std::string_view text, Visit visit) {
  for (size_t begin = 0; begin < text.size(); ++begin) {
    size_t end = begin;
    while (end < text.size() && IsWordByte(text[end])) ++end;
    if (end > begin) visit(text.substr(begin, end - begin));
    begin = end;
  }
}

/// One word of a text: begins with a letter or digit, may have signs inside ("4g/5g", "3.5%").
struct FoldedWord {
  std::string_view text;  ///< without the comma behind it
  uint64_t hash = 0;      ///< WordHash of it
  bool comma = false;     ///< a comma stands behind it
  bool signs = false;     ///< has signs inside
};

/// The words of a text, in lower case and with abbreviations in full. They point into `lower` and into the LabelFolder
/// that made them, which has to outlive them. Made to be filled again and again.
struct FoldedText {
  FoldedText() = default;
  FoldedText(const FoldedText&) = delete;
  FoldedText& operator=(const FoldedText&) = delete;

  std::string lower;
  std::vector<FoldedWord> words;
};

/// Makes `text` the words apart by one blank, with their commas.
void Join(const std::vector<FoldedWord>& words, std::string& text);
std::string Joined(const std::vector<FoldedWord>& words);

}  // namespace soat
