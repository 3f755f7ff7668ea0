// Work on many things at once, results in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace soat {

/// Calls work(i) for every i in [0, count) on several threads, and hands the results to one thread in the order of i.
template <typename T>
class OrderedPipeline {
 public:
  using Work = std::function<T(size_t)>;
  using Consume = std::function<bool(T)>;

  OrderedPipeline(size_t count, Work work) : count_(count), work_(std::move(work)) {}

  /// Works on `jobs` threads; calls consume(result) on the calling thread, in order, until it returns false. At most
  /// `window` results are under way or waiting, so that a slow item at the front does not pile up all the others. With
  /// one job everything happens on the calling thread. What `work` throws is thrown again here.
  /// REQUIRES: jobs >= 1, window >= jobs; called once
  void Run(unsigned jobs, size_t window, const Consume& consume) {
    if (jobs == 1) {
      for (size_t i = 0; i < count_ && consume(work_(i)); ++i) {
      }
      return;
    }
    window_ = window;
    std::vector<std::jthread> threads;
    const Stopper stopper(*this);  // goes first, also when consume throws; then the threads are joined
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([this] { WorkUntilDone(); });
    for (size_t i = 0; i < count_ && consume(Take(i)); ++i) {
    }
  }

 private:
  struct Stopper {
    explicit Stopper(OrderedPipeline& stopped) : pipeline(stopped) {}
    ~Stopper() { pipeline.Stop(); }
    OrderedPipeline& pipeline;
  };

  /// Either a result or what was thrown instead.
  struct Outcome {
    std::vector<T> result;
    std::exception_ptr thrown;
  };

  void Stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

  void WorkUntilDone() {
    while (true) {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [this] { return stopped_ || next_ == count_ || next_ < taken_ + window_; });
      if (stopped_ || next_ == count_) return;
      const size_t index = next_++;
      lock.unlock();
      Outcome outcome;
      try {
        outcome.result.push_back(work_(index));
      } catch (...) {
        outcome.thrown = std::current_exception();
      }
      lock.lock();
      outcomes_.emplace(index, std::move(outcome));
      if (index == taken_) ready_.notify_one();
    }
  }

  T Take(size_t index) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return outcomes_.contains(index); });
    Outcome outcome = std::move(outcomes_.extract(index).mapped());
    taken_ = index + 1;
    room_.notify_all();
    lock.unlock();
    if (outcome.thrown) std::rethrow_exception(outcome.thrown);
    return std::move(outcome.result.front());
  }

  const size_t count_;
  const Work work_;
  size_t window_ = 1;
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  // Guarded by mutex_:
  size_t next_ = 0, taken_ = 0;  ///< the first index that nobody works on; that was not yet consumed
  bool stopped_ = false;
  std::map<size_t, Outcome> outcomes_;
};

}  // namespace soat
