// A map from hashes to small numbers.
#pragma once

#include <cstdint>

#include "figures/hash_table.h"

namespace soat {

/// Hashes must not be 0. The values are what the caller makes of them, such as places in a vector of its own.
class HashIndex {
 public:
  explicit HashIndex(TableRoom room = TableRoom::kWide) : entries_(room) {}

  /// The value of a hash, or nullptr.
  const uint32_t* Find(uint64_t hash) const {
    const Entry& entry = entries_.Find(hash);
    return entry.hash == hash ? &entry.value : nullptr;
  }
  /// The value of a hash; `value` is entered when it is new.
  uint32_t FindOrInsert(uint64_t hash, uint32_t value) {
    const size_t before = entries_.size();
    Entry& entry = entries_.Enter(hash);
    if (entries_.size() > before) entry.value = value;
    return entry.value;
  }
  bool empty() const { return entries_.empty(); }

 private:
  struct Entry {
    uint64_t hash = 0;
    uint32_t value = 0;
  };
  HashTable<Entry> entries_;
};

}  // namespace soat
