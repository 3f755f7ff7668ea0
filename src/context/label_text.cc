// The words of labels.
#include "context/label_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "context/context_lexicons.h"
#include "soat/reader.h"
#include "text/byte_classes.h"
#include "text/scan.h"

namespace soat {
namespace {

constexpr size_t kMostDropped = 4;  // words behind the place where a long label ends
constexpr std::string_view kEdges = " \n,;:.()-+/=\"*_\t|<>[]~";
constexpr std::array<std::string_view, 13> kMarks = {"“", "”", "‘", "’", "…", "•", "→", "≈", "≥", "≤", "✓", "➢", "●"};

constexpr std::array<bool, 256> MakeEdgeTable() {
  std::array<bool, 256> table{};
  for (const char c : kEdges) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kIsEdge = MakeEdgeTable();

constexpr size_t kMarkSize = 3;  // of each; all begin with the first byte of the first

// The size of the mark or edge at `edge`, the first or the last byte of what is left of a text.
size_t EdgeSize(std::string_view text, size_t edge) {
  if (kIsEdge[static_cast<unsigned char>(text[edge])]) return 1;
  if (text.size() < kMarkSize) return 0;
  const std::string_view mark = text.substr(edge == 0 ? 0 : edge + 1 - kMarkSize, kMarkSize);
  return mark[0] == kMarks[0][0] && std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end() ? kMarkSize : 0;
}

// Has more than kLongestLabel words, which take two bytes each at least.
bool IsTooLong(std::string_view label) { return label.size() >= 2 * kLongestLabel && WordCount(label) > kLongestLabel; }

}  // namespace

bool IsEdge(char c) { return kIsEdge[static_cast<unsigned char>(c)]; }

std::string_view WithoutEdges(std::string_view text) {
  for (size_t size = 1; !text.empty() && size > 0; text.remove_prefix(size)) size = EdgeSize(text, 0);
  for (size_t size = 1; !text.empty() && size > 0; text.remove_suffix(size)) size = EdgeSize(text, text.size() - 1);
  return text;
}

void TrimEdges(std::string& text) {
  const std::string_view kept = WithoutEdges(text);
  const size_t begin = static_cast<size_t>(kept.data() - text.data());
  text.resize(begin + kept.size());
  if (begin > 0) text.erase(0, begin);
}

std::string_view FirstWords(std::string_view text, size_t count) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ') && ++words > count) return WithoutEdges(text.substr(0, i));
  }
  return text;
}

std::string Apart(std::string_view first, std::string_view second) {
  std::string both;
  both.reserve(first.size() + 1 + second.size());
  both.append(first).append(1, ' ').append(second);
  return both;
}

std::string Shortened(std::string label) {
  if (!IsTooLong(label)) return label;
  const size_t size = FirstWords(label, kLongestLabel).size();
  label.resize(size);
  return label;
}

std::string Clipped(std::string label, const Lexicon& tails, const Lexicon& ends) {
  if (!IsTooLong(label)) return label;
  const std::string whole = LowerCase(label);
  label = Shortened(std::move(label));
  if (label.size() == whole.size()) return label;
  const std::string key = whole.substr(0, label.size());
  // The words behind begin another phrase, or the last word can be a whole thing of a list: nothing is torn apart.
  const size_t last = key.rfind(' ');
  const bool clean = whole[label.size()] == ',' || tails.LongestAt(whole, BlanksEnd(whole, label.size())) ||
                     (last != std::string::npos && key[last - 1] == ',');
  size_t cut = key.size(), words = 1;
  for (size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1)) {
    const auto tail = tails.LongestAt(key, at + 1);
    const bool ends_there = tail || key[at - 1] == ',' || key[at - 1] == ';';
    if (words++ + kMostDropped >= kLongestLabel && ends_there && !clean) cut = at;
    for (; tail && at < tail->end && key.find(' ', at + 1) < tail->end; ++words) at = key.find(' ', at + 1);
  }
  label.resize(cut);
  TrimEdges(label);
  while (const auto end = ends.LongestBefore(std::string_view(key).substr(0, label.size()), label.size())) {
    if (end->value == kKept || end->begin == 0) break;
    label.resize(end->begin);
    TrimEdges(label);
  }
  // A parenthesis that is left open is no part of it.
  const size_t open = label.rfind('(');
  if (open != std::string::npos && open > 0 && label.find(')', open) == std::string::npos) label.resize(open);
  TrimEdges(label);
  return label;
}

// Places at which the first and the last byte agree are few.
size_t FindLast(std::string_view text, std::string_view words) {
  if (text.size() < words.size()) return std::string_view::npos;
  const auto first = static_cast<uint8_t>(words.front()), last = static_cast<uint8_t>(words.back());
  size_t end = text.size() - words.size() + 1;  // of the places where they can begin
  while (end >= kLanes) {
    const char* const window = text.data() + end - kLanes;
    end -= kLanes;
    uint32_t begins = BitsOf(Is(LoadLanes(window), first) & Is(LoadLanes(window + words.size() - 1), last));
    for (; begins != 0; begins -= std::bit_floor(begins)) {
      const size_t at = end + static_cast<size_t>(std::bit_width(begins)) - 1;
      if (text.compare(at, words.size(), words) == 0) return at;
    }
  }
  return end == 0 ? std::string_view::npos : text.substr(0, end - 1 + words.size()).rfind(words);
}

}  // namespace soat
