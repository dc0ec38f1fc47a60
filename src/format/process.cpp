// posix_spawn takes the program and its arguments as they are: no shell reads them. A deadline, a limit on what comes back and
// one on memory keep a hostile file from taking the machine along. Outside face: run_process(). Tested by
// tests/unit/format/process.cpp.
#include "format/process.hpp"

#include <rulescore/error.hpp>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

extern char** environ;

namespace rulescore {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what, int error) {
  throw IoError(std::string(what) + ": " + std::error_code(error, std::generic_category()).message());
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  void reset() noexcept {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  int get() const noexcept { return fd_; }

 private:
  int fd_;
};

struct Pipe {
  Pipe() : Pipe(open()) {}
  Descriptor read, write;

 private:
  explicit Pipe(std::pair<int, int> ends) : read(ends.first), write(ends.second) {}
  static std::pair<int, int> open() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("no pipe", errno);
    return {ends[0], ends[1]};
  }
};

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// A file without a name that holds the input.
File temporary(std::string_view input) {
  File file(std::tmpfile());
  if (!file) fail("no temporary file", errno);
  if (std::fwrite(input.data(), 1, input.size(), file.get()) != input.size() || std::fflush(file.get()) != 0)
    fail("a temporary file can't be written", errno);
  std::rewind(file.get());
  return file;
}

class FileActions {
 public:
  FileActions() { ::posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  void dup(int from, int to) { ::posix_spawn_file_actions_adddup2(&actions_, from, to); }
  const posix_spawn_file_actions_t* get() const noexcept { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

// A process that is waited for, whatever happens.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int wait() noexcept {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = 0;
    return status;
  }

 private:
  pid_t pid_;
};

void limit_memory([[maybe_unused]] pid_t pid, [[maybe_unused]] std::size_t bytes) noexcept {
#ifdef __linux__
  const rlimit limit{bytes, bytes};
  ::prlimit(pid, RLIMIT_AS, &limit, nullptr);
#endif
}

// Appends what is there; false at the end.
bool take(int fd, std::string& to, std::size_t most) {
  char buffer[1 << 16];
  const ssize_t n = ::read(fd, buffer, sizeof buffer);
  if (n < 0) return errno == EINTR || errno == EAGAIN;
  to.append(buffer, std::min(static_cast<std::size_t>(n), most - std::min(most, to.size())));
  return n > 0;
}

// Reads both ends until they are closed; why it stopped before, if it did.
ProcessResult::End collect(Descriptor& out, Descriptor& err, const ProcessLimits& limits, ProcessResult& result) {
  constexpr std::size_t messages = 4096;
  const auto deadline = Clock::now() + limits.time;
  while (out.get() >= 0 || err.get() >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return ProcessResult::End::too_slow;
    pollfd ends[] = {{out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}};
    if (::poll(ends, 2, static_cast<int>(std::min<long long>(left, 1000))) < 0 && errno != EINTR) fail("poll", errno);
    if (ends[0].revents != 0 && !take(out.get(), result.output, limits.output + 1)) out.reset();
    if (ends[1].revents != 0 && !take(err.get(), result.messages, messages)) err.reset();
    if (result.output.size() > limits.output) return ProcessResult::End::too_much;
  }
  return ProcessResult::End::exited;
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits) {
  const File stdin_file = temporary(input);
  Pipe out, err;
  FileActions actions;
  actions.dup(::fileno(stdin_file.get()), 0);
  actions.dup(out.write.get(), 1);
  actions.dup(err.write.get(), 2);
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));  // isn't written to
  argv.push_back(nullptr);

  ProcessResult result;
  pid_t pid = 0;
  const int error = ::posix_spawnp(&pid, argv[0], actions.get(), nullptr, argv.data(), environ);
  if (error == ENOENT) return result.end = ProcessResult::End::not_found, result;
  if (error != 0) fail(argv[0], error);
  Child child(pid);
  limit_memory(pid, limits.memory);
  out.write.reset();
  err.write.reset();
  result.end = collect(out.read, err.read, limits, result);
  if (result.end != ProcessResult::End::exited) return result;
  const int status = child.wait();
  if (WIFEXITED(status))
    result.code = WEXITSTATUS(status);
  else
    result.end = ProcessResult::End::killed;
  return result;
}

}  // namespace rulescore
