// A program as a function: what it says, how it ends, and that the limits hold.
#include "format/process.hpp"

#include "support/catch.hpp"

#include <thread>
#include <vector>

using namespace rulescore;
using End = ProcessResult::End;
using namespace std::chrono_literals;

TEST_CASE("input goes in, both outputs and the code come out") {
  const ProcessResult cat = run_process({"cat"}, "办结79件。");
  CHECK(cat.end == End::exited);
  CHECK(cat.code == 0);
  CHECK(cat.output == "办结79件。");
  const ProcessResult sh = run_process({"sh", "-c", "echo out; echo err >&2; exit 7"}, "");
  CHECK(sh.code == 7);
  CHECK(sh.output == "out\n");
  CHECK(sh.messages == "err\n");
}

TEST_CASE("arguments are no shell's") {
  CHECK(run_process({"printf", "%s", "$(echo x); `y` \"z\" > a"}, "").output == "$(echo x); `y` \"z\" > a");
}

TEST_CASE("much goes through in both directions") {
  const std::string much(5u << 20, 'x');
  CHECK(run_process({"cat"}, much).output == much);
  CHECK(run_process({"sh", "-c", "head -c 1000000 /dev/zero >&2; echo done"}, "").output == "done\n");
}

TEST_CASE("what isn't there, takes too long, says too much or dies is told apart") {
  CHECK(run_process({"no-such-program-anywhere"}, "").end == End::not_found);
  const auto start = std::chrono::steady_clock::now();
  CHECK(run_process({"sleep", "60"}, "", {200ms, 1000, 1u << 30}).end == End::too_slow);
  CHECK(std::chrono::steady_clock::now() - start < 20s);
  CHECK(run_process({"yes"}, "", {20s, 100'000, 1u << 30}).end == End::too_much);
  CHECK(run_process({"sh", "-c", "kill -9 $$"}, "").end == End::killed);
}

TEST_CASE("many at once don't hold up one another") {
  std::vector<std::jthread> threads;
  std::vector<std::string> said(16);
  for (std::size_t i = 0; i < said.size(); ++i) {
    threads.emplace_back([&, i] { said[i] = run_process({"cat"}, std::string(100'000, static_cast<char>('a' + i))).output; });
  }
  threads.clear();
  for (std::size_t i = 0; i < said.size(); ++i) CHECK(said[i] == std::string(100'000, static_cast<char>('a' + i)));
}
