#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "cli/pipeline.h"

namespace soat {
namespace {

TEST_CASE("results come in order, whatever the number of threads") {
  for (unsigned jobs : {1U, 2U, 7U}) {
    OrderedPipeline<size_t> pipeline(200, [](size_t i) {
      if (i % 17 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
      return i * i;
    });
    std::vector<size_t> results;
    pipeline.Run(jobs, size_t{2} * jobs, [&](size_t result) {
      results.push_back(result);
      return true;
    });
    REQUIRE(results.size() == 200);
    for (size_t i = 0; i < results.size(); ++i) CHECK(results[i] == i * i);
  }
}

TEST_CASE("a slow first item does not pile up the others") {
  std::atomic<size_t> started = 0;
  std::atomic<size_t> started_before_first_was_done = 0;
  OrderedPipeline<int> pipeline(100, [&](size_t i) {
    ++started;
    if (i == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      started_before_first_was_done = started.load();
    }
    return 0;
  });
  pipeline.Run(3, 6, [](int) { return true; });
  CHECK(started_before_first_was_done <= 6);
  CHECK(started == 100);
}

TEST_CASE("the consumer can end it early") {
  for (unsigned jobs : {1U, 4U}) {
    std::atomic<size_t> started = 0;
    OrderedPipeline<size_t> pipeline(1000, [&](size_t i) {
      ++started;
      return i;
    });
    size_t consumed = 0;
    pipeline.Run(jobs, 8, [&](size_t) { return ++consumed < 5; });
    CHECK(consumed == 5);
    CHECK(started < 20);
  }
}

TEST_CASE("what the work throws reaches the caller") {
  for (unsigned jobs : {1U, 4U}) {
    OrderedPipeline<int> pipeline(10, [](size_t i) -> int {
      if (i == 3) throw std::runtime_error("three");
      return 0;
    });
    CHECK_THROWS_WITH(pipeline.Run(jobs, 8, [](int) { return true; }), "three");
  }
}

TEST_CASE("what the consumer throws ends it") {
  OrderedPipeline<int> pipeline(100, [](size_t) { return 0; });
  CHECK_THROWS(pipeline.Run(4, 8, [](int) -> bool { throw std::runtime_error("no"); }));
}

TEST_CASE("nothing to do") {
  OrderedPipeline<int> pipeline(0, [](size_t) { return 0; });
  pipeline.Run(2, 8, [](int) { return true; });
}

}  // namespace
}  // namespace soat
