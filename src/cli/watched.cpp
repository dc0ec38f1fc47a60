#include "cli/watched.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

namespace rulescore::cli {
namespace {

using Clock = std::chrono::system_clock;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr milliseconds between_looks(20);
constexpr milliseconds coarsest_step(50);  // of the times that file systems note

Watched::Time time_of(std::int64_t modified) {
  return Watched::Time(std::chrono::duration_cast<Clock::duration>(nanoseconds(modified)));
}

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

Watched::Watched() {
  sigemptyset(&stopping_);
  sigaddset(&stopping_, SIGINT);
  sigaddset(&stopping_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stopping_, &before_);
}

Watched::~Watched() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

Watched::State Watched::state_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return {true, found.st_size, std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec, found.st_ino};
}

void Watched::look_at(const std::vector<std::string>& files) {
  files_.clear();
  add(files);
}

void Watched::add(const std::vector<std::string>& files) {
  for (const std::string& path : files) {
    if (std::any_of(files_.begin(), files_.end(), [&](const File& known) { return known.path == path; })) continue;
    File file{path, state_of(path), std::nullopt, Clock::now()};
    if (file.looked_at - time_of(file.state.modified) < coarsest_step) file.bytes = bytes_of(path);
    files_.push_back(std::move(file));
  }
}

bool Watched::has_changed(File& file) {
  if (state_of(file.path) != file.state) return true;
  if (!file.bytes || Clock::now() - file.looked_at < coarsest_step) return false;
  const bool differs = bytes_of(file.path) != *file.bytes;
  file.bytes.reset();
  return differs;
}

bool Watched::wait(std::optional<milliseconds> most) {
  const auto end = std::chrono::steady_clock::now() + most.value_or(milliseconds(0));
  const timespec pause{0, std::chrono::duration_cast<nanoseconds>(between_looks).count()};
  while (!stopped_) {
    if (std::any_of(files_.begin(), files_.end(), has_changed)) return true;
    if (most && std::chrono::steady_clock::now() >= end) return false;
    if (sigtimedwait(&stopping_, nullptr, &pause) > 0) stopped_ = true;
  }
  return false;
}

Watched::Time Watched::saved() const noexcept {
  Time last{};
  for (const File& file : files_) last = std::max(last, time_of(file.state.modified));
  return last;
}

}  // namespace rulescore::cli
