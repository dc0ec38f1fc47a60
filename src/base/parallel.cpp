// One shared cursor hands out chunks in order; the calling thread works, too. What can end the loop early (an exception, a wish
// to stop) only ever raises a flag that is read before the next chunk is taken: a chunk once begun before the failing index
// runs to its end, which is what makes the lowest failing index a fact rather than a race.
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace rulescore {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto report_every = std::chrono::milliseconds(50);

class Loop {
 public:
  Loop(std::size_t count, const std::function<void(std::size_t)>& body, const ParallelOptions& options)
      : count_(count), grain_(std::max<std::size_t>(1, options.grain)), body_(body), options_(options) {}

  std::size_t chunks() const { return count_ / grain_ + (count_ % grain_ != 0); }

  void work() noexcept {
    while (!stopped_) {
      const std::size_t chunk = cursor_.fetch_add(1);
      if (chunk >= chunks()) return;
      run(chunk * grain_);
      report();
    }
  }

  // After the join: the error of the lowest index, else that of `progress`, else whether all was done.
  bool finish() {
    if (failure_) std::rethrow_exception(failure_);
    if (progress_failure_) std::rethrow_exception(progress_failure_);
    if (stopped_) return false;
    return !options_.progress || options_.progress(count_, count_);
  }

 private:
  void run(std::size_t begin) noexcept {
    const std::size_t end = begin + std::min(grain_, count_ - begin);
    for (std::size_t i = begin; i < end; ++i) {
      try {
        body_(i);
      } catch (...) {
        fail(i, std::current_exception());
        return;
      }
    }
    done_ += end - begin;
  }

  void fail(std::size_t index, std::exception_ptr error) noexcept {
    const std::scoped_lock lock(failure_mutex_);
    if (!failure_ || index < failed_at_) {
      failure_ = std::move(error);
      failed_at_ = index;
    }
    stopped_ = true;
  }

  // Whoever finds the door open and the time ripe reports; the others go on working.
  void report() noexcept {
    if (!options_.progress) return;
    const std::unique_lock lock(report_mutex_, std::try_to_lock);
    if (!lock || stopped_ || Clock::now() < next_report_) return;
    try {
      if (!options_.progress(done_, count_)) stopped_ = true;
    } catch (...) {
      progress_failure_ = std::current_exception();
      stopped_ = true;
    }
    next_report_ = Clock::now() + report_every;
  }

  const std::size_t count_, grain_;
  const std::function<void(std::size_t)>& body_;
  const ParallelOptions& options_;

  std::atomic<std::size_t> cursor_{0}, done_{0};
  std::atomic<bool> stopped_{false};
  std::mutex failure_mutex_, report_mutex_;
  std::exception_ptr failure_, progress_failure_;
  std::size_t failed_at_ = 0;
  Clock::time_point next_report_ = Clock::now() + report_every;
};

}  // namespace

unsigned thread_count(unsigned requested) noexcept {
  return requested != 0 ? requested : std::max(1u, std::thread::hardware_concurrency());
}

bool parallel_for(std::size_t count, const std::function<void(std::size_t)>& body, const ParallelOptions& options) {
  Loop loop(count, body, options);
  const std::size_t workers = std::min<std::size_t>(thread_count(options.threads), loop.chunks());
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    try {
      while (threads.size() + 1 < workers) threads.emplace_back([&loop] { loop.work(); });
    } catch (const std::system_error&) {
      // The system grants no more threads: those there are do all the work.
    }
    loop.work();
  }
  return loop.finish();
}

}  // namespace rulescore
