// A loop over independent work, on several cores, with the result of the same loop on one.
//
// Threads live inside one call only (a process that forks between calls never meets one). Work is handed out in ascending order,
// so when `body` throws, everything before that index has been started and is finished: the exception of the lowest index that
// throws is the one rethrown, whatever the number of threads. Tested by tests/unit/base/parallel.cpp.
#pragma once

#include <cstddef>
#include <functional>

namespace rulescore {

struct ParallelOptions {
  unsigned threads = 0;   // 0: one per core
  std::size_t grain = 1;  // indices handed out at a time
  // Told how many indices are done, at most every 50 ms and once at the end; never by two threads at once. Returning false
  // stops the loop early.
  std::function<bool(std::size_t done, std::size_t total)> progress;
};

// Calls body(i) for every i in [0, count). False when `progress` stopped it.
bool parallel_for(std::size_t count, const std::function<void(std::size_t)>& body, const ParallelOptions& options = {});

// How many threads `requested` stands for: itself, or one per core for 0; never 0.
unsigned thread_count(unsigned requested) noexcept;

}  // namespace rulescore
