// Another program as a function: bytes in, bytes out, within limits. Tested by tests/unit/format/process.cpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rulescore {

struct ProcessLimits {
  std::chrono::milliseconds time{60'000};
  std::size_t output = 256u << 20;   // bytes
  std::size_t memory = 2048u << 20;  // bytes of address space, where the system can hold a process to it
};

struct ProcessResult {
  enum class End { exited, not_found, too_slow, too_much, killed } end = End::exited;
  int code = 0;          // when it exited
  std::string output;    // standard output
  std::string messages;  // the beginning of standard error
};

// Runs `arguments[0]`, looked for along PATH, without a shell. `input` becomes its standard input, as a file that it may seek in.
// Throws IoError when the system refuses a file, a pipe or a process.
ProcessResult run_process(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits = {});

}  // namespace rulescore
