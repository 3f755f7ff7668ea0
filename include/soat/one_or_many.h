// A list that is one value as a rule.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace soat {

/// Values in order. A single one takes no memory of its own.
template <typename T>
class OneOrMany {
 public:
  OneOrMany() = default;
  OneOrMany(T value) : single_(true), one_(std::move(value)) {}

  size_t size() const { return many_.empty() ? static_cast<size_t>(single_) : many_.size(); }
  const T* begin() const { return many_.empty() ? &one_ : many_.data(); }
  const T* end() const { return begin() + size(); }
  const T& operator[](size_t index) const { return begin()[index]; }
  T& operator[](size_t index) { return many_.empty() ? one_ : many_[index]; }
  /// REQUIRES: not empty
  const T& front() const { return *begin(); }
  T& front() { return (*this)[0]; }
  const T& back() const { return *(end() - 1); }
  T& back() { return (*this)[size() - 1]; }

  void reserve(size_t count) {
    if (count > 1) many_.reserve(count);
  }
  void push_back(T value) {
    if (size() == 1 && many_.empty()) many_.push_back(std::move(one_));
    if (!many_.empty())
      many_.push_back(std::move(value));
    else
      one_ = std::move(value), single_ = true;
  }

 private:
  bool single_ = false;  // one_ is a value, unless there are more
  T one_{};              // until there are more
  std::vector<T> many_;  // all, when there are more
};

}  // namespace soat
