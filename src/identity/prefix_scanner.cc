#include "identity/prefix_scanner.h"

#include <algorithm>

namespace soat {

PrefixScanner::PrefixScanner(std::string_view key, const std::vector<std::string_view>& words) : key_(key) {
  for (const std::string_view word : words) {
    const std::string_view bytes = word.substr(0, kBytes);
    const auto same = [&](const Prefix& prefix) { return prefix.bytes == bytes; };
    if (bytes.size() < 2 || std::any_of(prefixes_.begin(), prefixes_.end(), same)) continue;
    prefixes_.push_back(
        {bytes, AllLanes(static_cast<uint8_t>(bytes.front())), AllLanes(static_cast<uint8_t>(bytes.back()))});
  }
}

bool PrefixScanner::StartsAt(size_t at) const {
  const auto starts = [&](const Prefix& prefix) {
    return key_[at] == prefix.bytes.front() && key_.substr(at, prefix.bytes.size()) == prefix.bytes;
  };
  return !IsLetterBefore(key_, at) && std::any_of(prefixes_.begin(), prefixes_.end(), starts);
}

// `window` is the byte before the first position. What is not ASCII before a position may be a letter or a sign:
// StartsAt decides.
Lanes PrefixScanner::MayStart(const char* window) const {
  const Lanes first = LoadLanes(window + 1);
  Lanes found{};
  for (const Prefix& prefix : prefixes_) {
    const Lanes last = LoadLanes(window + prefix.bytes.size());
    found |= reinterpret_cast<Lanes>(first == prefix.first) & reinterpret_cast<Lanes>(last == prefix.last);
  }
  return found & ~Between(LoadLanes(window) | 0x20, 'a', 'z');
}

size_t PrefixScanner::Next(size_t from) const {
  if (from == 0 && !key_.empty() && StartsAt(0)) return 0;
  size_t at = std::max<size_t>(from, 1);
  while (at + kLanes + kBytes <= key_.size()) {
    const Lanes answers = MayStart(key_.data() + at - 1);
    if (!Any(answers)) {
      at += kLanes;
      continue;
    }
    at += FirstOf(answers);
    if (StartsAt(at)) return at;
    ++at;
  }
  while (at < key_.size() && !StartsAt(at)) ++at;
  return std::min(at, key_.size());
}

}  // namespace soat
