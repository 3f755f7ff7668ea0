// The words of labels.
#include "context/label_text.h"

#include <array>

namespace soat {
namespace {

constexpr std::string_view kEdges = " \n,;:.()-+/=\"*_\t|<>[]";
constexpr std::array<std::string_view, 5> kMarks = {"“", "”", "‘", "’", "…"};

constexpr std::array<bool, 256> MakeEdgeTable() {
  std::array<bool, 256> table{};
  for (const char c : kEdges) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kIsEdge = MakeEdgeTable();

// The size of the mark or edge that a text begins with, or ends with.
size_t EdgeSize(std::string_view text, bool at_end) {
  if (text.empty()) return 0;
  if (kIsEdge[static_cast<unsigned char>(at_end ? text.back() : text.front())]) return 1;
  for (const std::string_view mark : kMarks) {
    if (at_end ? text.ends_with(mark) : text.starts_with(mark)) return mark.size();
  }
  return 0;
}

}  // namespace

bool IsEdge(char c) { return kIsEdge[static_cast<unsigned char>(c)]; }

std::string_view WithoutEdges(std::string_view text) {
  while (const size_t size = EdgeSize(text, false)) text.remove_prefix(size);
  while (const size_t size = EdgeSize(text, true)) text.remove_suffix(size);
  return text;
}

void TrimEdges(std::string& text) {
  const std::string_view kept = WithoutEdges(text);
  const size_t begin = static_cast<size_t>(kept.data() - text.data());
  text.resize(begin + kept.size());
  if (begin > 0) text.erase(0, begin);
}

size_t WordCount(std::string_view text) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
  return words;
}

std::string_view FirstWords(std::string_view text, size_t count) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ') && ++words > count) return WithoutEdges(text.substr(0, i));
  }
  return text;
}

std::string Shortened(std::string label) {
  const size_t size = FirstWords(label, kLongestLabel).size();
  label.resize(size);
  return label;
}

size_t FootnoteMarkEnd(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  if (byte(at) == 0xC2 && (byte(at + 1) == 0xB9 || byte(at + 1) == 0xB2 || byte(at + 1) == 0xB3)) return at + 2;
  if (byte(at) == 0xE2 && byte(at + 1) == 0x81 && byte(at + 2) >= 0xB0 && byte(at + 2) <= 0xB9) return at + 3;
  return at;
}

}  // namespace soat
