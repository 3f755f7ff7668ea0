// A map from hashes to small numbers by open addressing: a miss, the usual case, costs one look.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace soat {

/// Hashes must not be 0. The values are what the caller makes of them, such as places in a vector of its own.
class HashIndex {
 public:
  /// The value of a hash, or nullptr.
  const uint32_t* Find(uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    for (size_t i = hash;; ++i) {
      const Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.hash == hash) return &slot.value;
      if (slot.hash == 0) return nullptr;
    }
  }
  /// The value of a hash; `value` is entered when it is new.
  uint32_t FindOrInsert(uint64_t hash, uint32_t value) {
    if (2 * (used_ + 1) > slots_.size()) Grow();
    for (size_t i = hash;; ++i) {
      Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.hash == hash) return slot.value;
      if (slot.hash != 0) continue;
      slot = {hash, value};
      ++used_;
      return value;
    }
  }
  bool empty() const { return used_ == 0; }

 private:
  struct Slot {
    uint64_t hash = 0;  // 0: free
    uint32_t value = 0;
  };
  void Grow() {
    std::vector<Slot> old(std::max<size_t>(16, 2 * slots_.size()));
    old.swap(slots_);
    used_ = 0;
    for (const Slot& slot : old) {
      if (slot.hash != 0) FindOrInsert(slot.hash, slot.value);
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, at most half full
  size_t used_ = 0;
};

}  // namespace soat
