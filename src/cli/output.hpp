// Where results go: standard output, or a file that appears whole or not at all.
//
// A file is written beside its final place as .rulescore-<pid>-<n>.tmp, flushed to the disk, then renamed over it. A run that
// was killed leaves such a file behind; the next run that writes into the same folder sweeps those of processes that are gone.
#pragma once

#include "cli/console.hpp"

#include <string>
#include <string_view>

namespace rulescore::cli {

// Whoever read our output has gone (head, less): not an error, but no reason to go on either.
struct ReaderGone {};

class Output {
 public:
  // An empty path is standard output. Throws IoError.
  Output(const std::string& path, Console& console);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Throws IoError, or ReaderGone.
  void write(std::string_view text);
  // The file takes its place. Without this call nothing is left behind.
  void finish();

 private:
  void write_file(std::string_view text);
  [[noreturn]] void fail(const std::string& what) const;

  Console& console_;
  std::string path_;       // with symbolic links followed
  std::string temporary_;  // empty when the path is a device or a pipe, which is written directly
  int file_ = -1;
};

}  // namespace rulescore::cli
