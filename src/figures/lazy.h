// A value that is made when it is first needed.
#pragma once

#include <atomic>
#include <mutex>

namespace soat {

/// Thread-safe; asking costs next to nothing once the value is there.
template <typename T>
class Lazy {
 public:
  /// \param make  called once, with the value to be made
  template <typename Make>
  const T& Get(Make make) const {
    if (!made_.load(std::memory_order_acquire)) {
      std::call_once(once_, [&] {
        make(value_);
        made_.store(true, std::memory_order_release);
      });
    }
    return value_;
  }

 private:
  mutable std::atomic<bool> made_ = false;
  mutable std::once_flag once_;
  mutable T value_ = T();
};

}  // namespace soat
