// Files whose saves are waited for, by asking the file system fifty times a second: that also hears of files on other machines,
// of editors that save by renaming, and of files that come back. Tested by tests/cli/test_watch.py.
#pragma once

#include <chrono>
#include <csignal>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rulescore::cli {

class Watched {
 public:
  using Time = std::chrono::system_clock::time_point;

  // For as long as this lives, SIGINT and SIGTERM end a wait instead of the program.
  Watched();
  ~Watched();
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

  // What the files are like now, before they are read.
  void look_at(const std::vector<std::string>& files);
  // Those of them that aren't looked at yet.
  void add(const std::vector<std::string>& files);
  // True when one of them is no longer like that; false when `most` is over, or the person wants to stop.
  bool wait(std::optional<std::chrono::milliseconds> most = std::nullopt);
  bool stopped() const noexcept { return stopped_; }
  // When the last of them was saved, as its file system says.
  Time saved() const noexcept;

 private:
  struct State {
    bool is_there = false;
    std::int64_t size = 0, modified = 0;  // nanoseconds since 1970
    std::uint64_t identity = 0;
    bool operator==(const State&) const = default;
  };
  struct File {
    std::string path;
    State state;
    // Of a file saved a moment ago: file systems count time in steps, so that a second save may leave the state as it is.
    std::optional<std::string> bytes;
    Time looked_at;
  };
  static State state_of(const std::string& path);
  static bool has_changed(File& file);

  std::vector<File> files_;
  sigset_t stopping_{}, before_{};
  bool stopped_ = false;
};

}  // namespace rulescore::cli
