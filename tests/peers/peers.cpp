// Every file of peers' outputs against ours: a line a file with the largest relative difference. A file that nobody declared
// fails.
#include "peers/registry.hpp"
#include "support/catch.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <set>

namespace {

void run(const std::string& file, const std::vector<golden::Declared>& checks) {
  golden::Comparison comparison;
  double tolerance = 0;
  std::string failure;
  for (const golden::Declared& check : checks) {
    tolerance = std::max(tolerance, check.tolerance);
    try {
      check.run(comparison);
    } catch (const std::exception& error) {
      failure = error.what();
    }
  }
  const bool good = failure.empty() && comparison.compared() > 0 && comparison.largest() <= tolerance;
  std::printf("%-4s %-58s %7zu figures, largest relative difference %.2g (allowed %.0e)\n", good ? "ok" : "BAD", file.c_str(),
              comparison.compared(), comparison.largest(), tolerance);
  INFO(file << ": " << failure << " " << comparison.where());
  CHECK(good);
}

}  // namespace

TEST_CASE("peers' outputs are met, file by file") {
  for (const auto& [file, checks] : golden::registry().checks) run(file, checks);
}

TEST_CASE("no file of peers' outputs is left out") {
  const std::filesystem::path root = std::string(RULESCORE_SOURCE_DIR) + "/tests/peers/data";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".csv") continue;
    const std::string file = std::filesystem::relative(entry.path(), root).generic_string();
    INFO(file << " is declared neither by a Check nor by a NotCompared");
    CHECK(golden::registry().checks.count(file) + golden::registry().not_compared.count(file) == 1);
  }
}
