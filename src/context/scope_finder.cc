// ScopeFinder.
#include "context/scope_finder.h"

#include <algorithm>

#include "text/byte_classes.h"

namespace soat {
namespace {

const std::string kNone;

}  // namespace

// A phrase begins with a word, or behind the digits in one ("3cấp xã"); not behind a quotation mark.
ScopeFinder::ScopeFinder(const ContextLexicons& words, const WordRow& row) : words_(words) {
  const std::vector<uint32_t>& behind_digits = row.behind_digits();
  if (behind_digits.empty() && !words.scopes.MayBeginIn(row)) return;
  const std::string_view key = row.text();
  size_t end = 0;  // of the last hit
  auto next = behind_digits.begin();
  for (const WordRow::Word& word : row.words()) {
    for (; next != behind_digits.end() && *next < word.begin; ++next) Take(row, *next, end);
    const bool may_begin = words.scopes.MayBeginWith(word);
    if (may_begin && (word.begin == 0 || ClassOf(key[word.begin - 1]) != ByteClass::kContinuation))
      Take(row, word.begin, end);
  }
  for (; next != behind_digits.end(); ++next) Take(row, *next, end);
}

// Takes the phrase that begins at a place, unless the one before it reaches so far.
void ScopeFinder::Take(const WordRow& row, size_t at, size_t& end) {
  if (at < end) return;
  const auto hit = words_.scopes.LongestAt(row, at);
  if (!hit) return;
  end = hit->end;
  if (!IsOfRank(row, at) && !IsOfMore(row, {at, end})) hits_.push_back({{at, end}, hit->value});
}

// "đứng thứ 2 toàn tỉnh", "cao nhất trong toàn huyện": among whom something has its rank.
bool ScopeFinder::IsOfRank(const WordRow& row, size_t begin) const {
  const std::string_view key = row.text();
  size_t end = BlanksBegin(key, begin);
  while (const auto link = words_.rank_links.LongestBefore(row, end)) end = BlanksBegin(key, link->begin);
  while (end > 0 && (IsDigit(key[end - 1]) || key[end - 1] == '/')) --end;
  return words_.ranks.LongestBefore(row, end).has_value();
}

// "cấp xã trở lên" is more than the level; "3 cấp tỉnh, huyện, xã" counts levels.
bool ScopeFinder::IsOfMore(const WordRow& row, Chunk hit) const {
  const std::string_view key = row.text();
  if (words_.scope_ranges.IsAt(row, BlanksEnd(key, hit.end))) return true;
  const size_t before = BlanksBegin(key, hit.begin);
  return before > 0 && IsDigit(key[before - 1]) && hit.end < key.size() && key[hit.end] == ',';
}

const ScopeHit* ScopeFinder::Next(size_t begin) const {
  if (hits_.empty()) return nullptr;
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
