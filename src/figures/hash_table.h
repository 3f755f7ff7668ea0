// Entries by hash, which one look finds or misses.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace soat {

/// How many slots there are for each entry at least: so many that most looks end at the first one, which is what a
/// processor expects; or few, for tables that are filled as often as they are asked.
enum class TableRoom : size_t { kWide = 8, kNarrow = 2 };

/// A set of entries, each of which has its `hash`, by open addressing. Hashes must not be 0.
template <typename Entry>
class HashTable {
 public:
  explicit HashTable(TableRoom room = TableRoom::kWide) : room_(static_cast<size_t>(room)) {}

  /// The entry of a hash, or one as it is made when it has none.
  const Entry& Find(uint64_t hash) const {
    for (size_t i = hash;; ++i) {
      const Entry& entry = slots_[i & mask_];
      // The entry, or a free one: asked as one question, since which of both it is no processor can guess.
      if (std::min(entry.hash ^ hash, entry.hash) == 0) return entry;
    }
  }
  /// The entry of a hash, which is made when it is new. It moves when another is made.
  Entry& Enter(uint64_t hash) {
    if (room_ * (used_ + 1) > slots_.size()) Grow();
    for (size_t i = hash;; ++i) {
      Entry& entry = slots_[i & mask_];
      if (entry.hash != hash && entry.hash != 0) continue;
      if (entry.hash == 0) ++used_;
      entry.hash = hash;
      return entry;
    }
  }
  bool empty() const { return used_ == 0; }
  size_t size() const { return used_; }

 private:
  void Grow() {
    std::vector<Entry> old(2 * slots_.size());
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    used_ = 0;
    for (const Entry& entry : old) {
      if (entry.hash != 0) Enter(entry.hash) = entry;
    }
  }

  size_t room_;
  std::vector<Entry> slots_ = std::vector<Entry>(2);  // a power of two of them; hash 0: free
  size_t mask_ = 1, used_ = 0;                        // mask_: their number less one
};

}  // namespace soat
