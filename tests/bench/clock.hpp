// Timing that a neighbour on the machine doesn't disturb.
#pragma once

#include <algorithm>
#include <functional>
#include <time.h>

namespace bench {

// Seconds of this thread's processor time.
inline double now() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

inline double best_seconds(int rounds, const std::function<void()>& body) {
  double best = 1e300;
  for (int r = 0; r < rounds; ++r) {
    const double start = now();
    body();
    best = std::min(best, now() - start);
  }
  return best;
}

}  // namespace bench
