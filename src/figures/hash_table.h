// Entries by hash, which one look finds or misses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace soat {

/// A set of entries, each of which has its `hash`, by open addressing. Hashes must not be 0.
template <typename Entry>
class HashTable {
 public:
  /// The entry of a hash, or one as it is made when it has none.
  const Entry& Find(uint64_t hash) const {
    for (size_t i = hash;; ++i) {
      const Entry& entry = slots_[i & mask_];
      if (entry.hash == hash || entry.hash == 0) return entry;
    }
  }
  /// The entry of a hash, which is made when it is new. It moves when another is made.
  Entry& Enter(uint64_t hash) {
    if (2 * (used_ + 1) > slots_.size()) Grow();
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

  std::vector<Entry> slots_ = std::vector<Entry>(2);  // a power of two of them, at most half full; hash 0: free
  size_t mask_ = 1, used_ = 0;                        // mask_: their number less one
};

}  // namespace soat
