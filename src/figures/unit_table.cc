// UnitTable.
#include "figures/unit_table.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

bool IsWordEnd(std::string_view key, size_t end) {
  const char last = key[end - 1];
  if (!IsDigit(last) && !IsLetterBefore(key, end)) return true;  // "%" may be followed by anything
  return end >= key.size() || (!IsDigit(key[end]) && !IsLetterAt(key, end));
}

// The end of `word` at `position`, 0 when it does not stand there.
size_t MatchEnd(std::string_view key, size_t position, std::string_view word) {
  for (const char c : word) {
    if (c == ' ') {
      const size_t next = BlanksEnd(key, position);
      if (next == position) return 0;
      position = next;
    } else if (position >= key.size() || key[position++] != c) {
      return 0;
    }
  }
  return IsWordEnd(key, position) ? position : 0;
}

}  // namespace

UnitTable::UnitTable(const std::vector<UnitWord>& units) : units_(units) {
  for (uint32_t i = 0; i < units.size(); ++i) {
    if (!units[i].word.empty()) by_first_byte_[static_cast<unsigned char>(units[i].word[0])].push_back(i);
  }
  for (auto& bucket : by_first_byte_) {
    std::stable_sort(bucket.begin(), bucket.end(),
                     [&](uint32_t a, uint32_t b) { return units[a].word.size() > units[b].word.size(); });
  }
}

std::optional<UnitTable::Hit> UnitTable::LongestAt(std::string_view key, size_t position) const {
  const size_t begin = BlanksEnd(key, position);
  if (begin >= key.size()) return std::nullopt;
  const char second = begin + 1 < key.size() ? key[begin + 1] : '\0';
  for (const uint32_t index : by_first_byte_[static_cast<unsigned char>(key[begin])]) {
    const std::string& word = units_[index].word;
    if (word.size() > 1 && word[1] != second && word[1] != ' ') continue;  // most are told apart here
    const size_t end = MatchEnd(key, begin, units_[index].word);
    if (end == 0) continue;
    if (units_[index].unit.empty()) return std::nullopt;
    return Hit{begin, end, &units_[index]};
  }
  return std::nullopt;
}

}  // namespace soat
