// The words of labels.
#include "context/label_text.h"

namespace soat {

std::string_view Trimmed(std::string_view text, std::string_view set) {
  const size_t begin = text.find_first_not_of(set);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(set) - begin + 1);
}

bool EndsSentence(std::string_view text, size_t at) {
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  return at + 1 >= text.size() || text[at + 1] == ' ';
}

size_t FootnoteMarkEnd(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(at) == 0xC2 && (byte(at + 1) == 0xB9 || byte(at + 1) == 0xB2 || byte(at + 1) == 0xB3)) return at + 2;
  if (byte(at) == 0xE2 && byte(at + 1) == 0x81 && byte(at + 2) >= 0xB0 && byte(at + 2) <= 0xB9) return at + 3;
  return at;
}

size_t WordCount(std::string_view text) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
  return words;
}

std::string_view FirstWords(std::string_view text, size_t count) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ') && ++words > count) return Trimmed(text.substr(0, i), kEdges);
  }
  return text;
}

}  // namespace soat
