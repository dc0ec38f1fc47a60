#include "cli/output.hpp"

#include <rulescore/error.hpp>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rulescore::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = ".rulescore-", suffix = ".tmp";

// The process a temporary file belongs to; 0 when the name isn't one of ours.
pid_t owner_of(const std::string& name) {
  if (!name.starts_with(prefix) || !name.ends_with(suffix)) return 0;
  pid_t owner = 0;
  const char* end = name.data() + name.size();
  const auto [after, error] = std::from_chars(name.data() + prefix.size(), end, owner);
  return error == std::errc{} && after != end && *after == '-' ? owner : 0;
}

void sweep(const fs::path& folder) {
  std::error_code ignored;
  for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
    const pid_t owner = owner_of(entry->path().filename().string());
    if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH) fs::remove(entry->path(), ignored);
  }
}

std::string temporary_name(const fs::path& folder) {
  static std::atomic<unsigned> count{0};
  const std::string name = std::string(prefix) + std::to_string(::getpid()) + '-' + std::to_string(count++) + std::string(suffix);
  return (folder / name).string();
}

// The rename itself survives a power cut once the folder is on the disk.
void sync_folder(const fs::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

}  // namespace

Output::Output(const std::string& path, Console& console) : console_(console), path_(path) {
  if (path_.empty()) return;
  std::error_code ignored;
  const fs::file_status status = fs::status(path_, ignored);
  if (fs::is_directory(status)) throw IoError("cannot write " + path + ": it is a folder");
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    if (fs::is_symlink(fs::symlink_status(path_, ignored))) {
      if (const fs::path target = fs::weakly_canonical(path_, ignored); !ignored) path_ = target.string();
    }
    sweep(folder_of(path_));
    temporary_ = temporary_name(folder_of(path_));
    file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    struct stat old {};
    if (file_ >= 0 && ::stat(path_.c_str(), &old) == 0) ::fchmod(file_, old.st_mode & 07777u);
  }
  if (file_ < 0) fail("cannot write " + path_);
}

Output::~Output() {
  if (file_ >= 0) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::fail(const std::string& what) const { throw IoError(what + ": " + std::strerror(errno)); }

void Output::write(std::string_view text) {
  if (file_ >= 0) return write_file(text);
  errno = 0;
  console_.out.write(text.data(), static_cast<std::streamsize>(text.size()));
  console_.out.flush();
  if (console_.out.good()) return;
  if (errno == EPIPE) throw ReaderGone{};
  fail("cannot write to standard output");
}

void Output::write_file(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) throw ReaderGone{};
    if (written < 0) fail("cannot write " + path_);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Output::finish() {
  if (file_ < 0) return;
  const bool flushed = temporary_.empty() || ::fsync(file_) == 0;
  const bool closed = ::close(std::exchange(file_, -1)) == 0;
  if (!flushed || !closed) fail("cannot write " + path_);
  if (temporary_.empty()) return;
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot write " + path_);
  temporary_.clear();
  sync_folder(folder_of(path_));
}

}  // namespace rulescore::cli
