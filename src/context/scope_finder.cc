// ScopeFinder.
#include "context/scope_finder.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

const std::string kNone;

}  // namespace

ScopeFinder::ScopeFinder(const ContextLexicons& words, std::string_view key) : words_(words) {
  const bool* const starts = words.scope_starts.data();
  const char* const bytes = key.data();
  const size_t size = key.size();
  for (size_t at = 0; at < size; ++at) {
    if (!starts[static_cast<unsigned char>(bytes[at])]) continue;
    if (at > 0 && ClassOf(bytes[at - 1]) >= ByteClass::kContinuation) continue;  // inside a word
    const auto hit = words.scopes.LongestAt(key, at);
    if (!hit) continue;
    if (!IsOfRank(key, at) && !IsOfMore(key, {at, hit->end})) hits_.push_back({{at, hit->end}, hit->value});
    at = hit->end - 1;
  }
}

// "đứng thứ 2 toàn tỉnh", "cao nhất trong toàn huyện": among whom something has its rank.
bool ScopeFinder::IsOfRank(std::string_view key, size_t begin) const {
  size_t end = BlanksBegin(key, begin);
  while (const auto link = words_.rank_links.LongestBefore(key.substr(0, end), end))
    end = BlanksBegin(key, link->begin);
  while (end > 0 && (IsDigit(key[end - 1]) || key[end - 1] == '/')) --end;
  return words_.ranks.LongestBefore(key.substr(0, end), end).has_value();
}

// "cấp xã trở lên" is more than the level; "3 cấp tỉnh, huyện, xã" counts levels.
bool ScopeFinder::IsOfMore(std::string_view key, Chunk hit) const {
  if (words_.scope_ranges.LongestAt(key, BlanksEnd(key, hit.end))) return true;
  const size_t before = BlanksBegin(key, hit.begin);
  return before > 0 && IsDigit(key[before - 1]) && hit.end < key.size() && key[hit.end] == ',';
}

const ScopeHit* ScopeFinder::Next(size_t begin) const {
  const auto next = std::lower_bound(hits_.begin(), hits_.end(), begin,
                                     [](const ScopeHit& hit, size_t at) { return hit.chunk.begin < at; });
  return next == hits_.end() ? nullptr : &*next;
}

const ScopeHit* ScopeFinder::At(size_t begin) const {
  const ScopeHit* next = Next(begin);
  return next != nullptr && next->chunk.begin == begin ? next : nullptr;
}

const std::string& ScopeFinder::Of(Chunk chunk) const {
  const std::string* found = &kNone;
  for (const ScopeHit* hit = Next(chunk.begin); hit != nullptr && hit->chunk.end <= chunk.end;
       hit = Next(hit->chunk.end)) {
    if (!found->empty() && *found != Name(*hit)) return kNone;
    found = &Name(*hit);
  }
  return *found;
}

}  // namespace soat
