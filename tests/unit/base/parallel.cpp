// The loop against its promises: every index once, the lowest error, an early stop, progress that never overtakes itself.
#include "base/parallel.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace rulescore {
namespace {

std::string failure_of(unsigned threads, std::size_t grain) {
  try {
    parallel_for(
        1000,
        [](std::size_t i) {
          if (i % 7 == 5 || i == 640) throw std::runtime_error(std::to_string(i));
        },
        {threads, grain, {}});
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("every index is visited once, whatever the threads and the grain") {
  for (const unsigned threads : {0u, 1u, 2u, 3u, 7u, 16u}) {
    for (const std::size_t grain : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
      for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{100}}) {
        std::vector<std::atomic<int>> visits(count);
        CHECK(parallel_for(count, [&](std::size_t i) { ++visits[i]; }, {threads, grain, {}}));
        for (const auto& visit : visits) CHECK(visit == 1);
      }
    }
  }
}

TEST_CASE("of several errors the one with the lowest index is rethrown, every time") {
  for (const unsigned threads : {1u, 2u, 3u, 16u}) {
    for (const std::size_t grain : {std::size_t{1}, std::size_t{4}, std::size_t{64}}) {
      for (int repeat = 0; repeat < 20; ++repeat) CHECK(failure_of(threads, grain) == "5");
    }
  }
}

TEST_CASE("a slow low index still wins over a quick high one") {
  for (int repeat = 0; repeat < 5; ++repeat) {
    try {
      parallel_for(
          64,
          [](std::size_t i) {
            if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
            if (i == 0 || i > 10) throw std::runtime_error(std::to_string(i));
          },
          {8, 1, {}});
      FAIL("must throw");
    } catch (const std::runtime_error& error) {
      CHECK(error.what() == std::string("0"));
    }
  }
}

TEST_CASE("progress ends at the total, rises, and is never told by two threads at once") {
  std::atomic<int> inside{0}, overlaps{0};
  std::vector<std::size_t> told;
  const auto progress = [&](std::size_t done, std::size_t total) {
    if (++inside > 1) ++overlaps;
    CHECK(total == 300);
    told.push_back(done);
    --inside;
    return true;
  };
  CHECK(parallel_for(300, [](std::size_t) { std::this_thread::sleep_for(std::chrono::microseconds(1500)); }, {4, 1, progress}));
  CHECK(overlaps == 0);
  REQUIRE(told.size() > 1);
  CHECK(std::is_sorted(told.begin(), told.end()));
  CHECK(told.back() == 300);
}

TEST_CASE("progress can stop the loop, and its own error comes out") {
  std::atomic<std::size_t> visited{0};
  const auto slow = [&](std::size_t) {
    ++visited;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
  CHECK_FALSE(parallel_for(100'000, slow, {3, 1, [](std::size_t, std::size_t) { return false; }}));
  CHECK(visited < 1000);
  const auto refuse = [](std::size_t, std::size_t) -> bool { throw std::logic_error("interrupted"); };
  CHECK_THROWS_AS(parallel_for(100'000, slow, {3, 1, refuse}), std::logic_error);
}

TEST_CASE("loops nest") {
  std::atomic<int> visits{0};
  parallel_for(8, [&](std::size_t) { parallel_for(8, [&](std::size_t) { ++visits; }, {3, 1, {}}); }, {3, 1, {}});
  CHECK(visits == 64);
}

}  // namespace rulescore
