// UnitTable.
#include "figures/unit_table.h"

#include <algorithm>
#include <cstring>

#include "text/byte_classes.h"

namespace soat {
namespace {

bool IsWordEnd(std::string_view key, size_t end) {
  const char last = key[end - 1];
  if (!IsDigit(last) && !IsLetterBefore(key, end)) return true;  // "%" may be followed by anything
  return end >= key.size() || (!IsDigit(key[end]) && !IsLetterAt(key, end));
}

// The end of what is left of a unit at `position`, 0 when it does not stand there.
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

// Up to eight bytes as a number; those behind the end are 0.
uint64_t FirstBytes(std::string_view text) {
  uint64_t bytes = 0;
  if (text.size() >= sizeof bytes)
    std::memcpy(&bytes, text.data(), sizeof bytes);
  else
    std::memcpy(&bytes, text.data(), text.size());
  return bytes;
}

}  // namespace

UnitTable::Entry UnitTable::EntryOf(const UnitWord& unit) {
  const std::string_view start = std::string_view(unit.word).substr(0, unit.word.find(' ')).substr(0, sizeof(uint64_t));
  return {FirstBytes(start), FirstBytes(std::string(start.size(), '\xFF')), start.size(), &unit};
}

UnitTable::UnitTable(const std::vector<UnitWord>& units) {
  for (const UnitWord& unit : units) {
    const std::string& word = unit.word;
    if (word.empty()) continue;
    by_first_byte_[static_cast<unsigned char>(word[0])].push_back(EntryOf(unit));
    beginnings_.Add(word);
  }
  for (auto& bucket : by_first_byte_) {
    std::stable_sort(bucket.begin(), bucket.end(),
                     [](const Entry& a, const Entry& b) { return a.unit->word.size() > b.unit->word.size(); });
  }
}

std::optional<UnitTable::Hit> UnitTable::FindAt(std::string_view key, size_t begin) const {
  const uint64_t bytes = FirstBytes(key.substr(begin));
  for (const Entry& entry : by_first_byte_[static_cast<unsigned char>(key[begin])]) {
    if ((bytes & entry.mask) != entry.bytes) continue;  // most are told apart here
    const size_t end = MatchEnd(key, begin + entry.size, std::string_view(entry.unit->word).substr(entry.size));
    if (end == 0) continue;
    if (entry.unit->unit.empty()) return std::nullopt;
    return Hit{begin, end, entry.unit};
  }
  return std::nullopt;
}

}  // namespace soat
