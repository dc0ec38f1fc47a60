// Silent until asked, filtered by level, unharmed by a sink that throws.
#include "base/log.hpp"

#include "support/catch.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using namespace rulescore;

TEST_CASE("messages reach the host from its level on, and stop when it leaves") {
  std::vector<std::string> heard;
  CHECK_FALSE(is_logged(LogLevel::warning));
  log(LogLevel::warning, "into the void");
  set_log([&](LogLevel, std::string_view m) { heard.emplace_back(m); }, LogLevel::info);
  CHECK(is_logged(LogLevel::info));
  CHECK_FALSE(is_logged(LogLevel::debug));
  log(LogLevel::debug, "unheard");
  log(LogLevel::info, "heard {} {braces}");
  set_log({});
  log(LogLevel::warning, "gone");
  CHECK(heard == std::vector<std::string>{"heard {} {braces}"});
}

TEST_CASE("a sink that throws stops nothing") {
  set_log([](LogLevel, std::string_view) { throw std::runtime_error("host"); });
  CHECK_NOTHROW(log(LogLevel::warning, "x"));
  set_log({});
}
