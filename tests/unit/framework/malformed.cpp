// Every file of tests/malformed against the table beside them: place and code of every issue. The pitfalls of YAML by number,
// each with files or a test. And every code has its line in indicators/README.md, and every line there its code.
#include "framework/lint.hpp"
#include "framework/reader.hpp"

#include <rulescore/framework.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace rulescore;
namespace fs = std::filesystem;

namespace {

const std::string folder = std::string(RULESCORE_SOURCE_DIR) + "/tests/malformed/";

std::map<std::string, std::string> expectations() {
  std::map<std::string, std::string> table;
  std::ifstream file(folder + "expected.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t blank = line.find(' ');
    table[line.substr(0, blank)] = line.substr(line.find_first_not_of(' ', blank));
  }
  return table;
}

std::string row(std::span<const Issue> issues, const std::string& own_file) {
  std::string out;
  for (const Issue& issue : issues) {
    if (!out.empty()) out += " | ";
    if (issue.file != own_file) out += issue.file.substr(folder.size()) + ":";
    out += std::to_string(issue.line) + ":" + std::to_string(issue.column) + " " + issue.code;
  }
  return out;
}

// Errors if there are any, else all warnings.
std::vector<Issue> issues_of(const std::string& path) {
  try {
    const Framework framework = Framework::load(path);
    std::vector<Issue> issues(framework.model().warnings);
    for (Issue& issue : lint(framework.model())) issues.push_back(std::move(issue));
    sort_issues(framework.model(), issues);
    return issues;
  } catch (const FrameworkError& error) {
    return error.issues();
  }
}

std::string said_of(const std::string& path) { return row(issues_of(path), path); }

// Codes said by no file of the folder, for reasons of size; tests/unit/framework/limits.cpp has them, and
// tests/unit/engine/check.cpp what takes an engine, tests/unit/framework/crosswalk.cpp what a crosswalk says; or because its file
// stands in group/.
const std::set<std::string> elsewhere = {"file-too-large", "too-many-nodes", "too-many-rules",
                                         "too-many-files", "no-files",       "finds-everywhere",
                                         "still-used",     "part-sum",       "wrong-framework"};

}  // namespace

TEST_CASE("malformed files are answered with place and code") {
  const auto table = expectations();
  REQUIRE(table.size() >= 120);
  for (const auto& [name, expected] : table) {
    INFO(name);
    CHECK(said_of(folder + name) == expected);
  }
}

TEST_CASE("every code's whole message") {
  std::ifstream file(folder + "messages.txt");
  std::string code, name, wanted;
  int messages = 0;
  const auto compare = [&] {
    if (code.empty()) return;
    INFO(code << " " << name);
    std::string said = "no issue " + code;
    for (const Issue& issue : issues_of(folder + name))
      if (issue.code == code) {
        said = to_string(issue);
        break;
      }
    for (std::size_t at; (at = said.find(folder)) != std::string::npos;) said.erase(at, folder.size());
    CHECK(said + "\n" == wanted);
    ++messages;
  };
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("== ", 0) == 0) {
      compare();
      std::istringstream(line.substr(3)) >> code >> name;
      wanted.clear();
    } else if (!line.empty()) {
      wanted += line + "\n";
    }
  }
  compare();
  CHECK(messages >= 70);
}

TEST_CASE("the message that names what ships") {
  const std::string said = to_string(issues_of(folder + "overlay-extends-unknown.yaml").at(0));
  const std::string wanted =
      "overlay-extends-unknown.yaml:5:10: error[unknown-framework]: no framework that ships is called `demonstration-2201`\n"
      "  extends: demonstration-2201\n"
      "           ^\n"
      "  did you mean `demonstration-2021`? there are ";
  CHECK(said.substr(folder.size(), wanted.size()) == wanted);
  CHECK(said.find("demonstration-2021, ") != std::string::npos);
  CHECK(said.ends_with("; a path has a / in it or ends in .yaml"));
}

TEST_CASE("the pitfalls of YAML, one by one") {
  const auto table = expectations();
  std::string tests;  // of this folder
  for (const auto& entry : fs::directory_iterator(std::string(RULESCORE_SOURCE_DIR) + "/tests/unit/framework")) {
    std::ifstream file(entry.path());
    tests.append(std::istreambuf_iterator<char>(file), {});
  }
  std::ifstream file(folder + "pitfalls.txt");
  std::set<int> numbers;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    INFO(line);
    std::istringstream row(line);
    std::string name, code;
    int number = 0;
    row >> number >> name >> code;
    numbers.insert(number);
    if (name == "test:") {
      CHECK(tests.find("TEST_CASE(\"" + line.substr(line.find("test:") + 6) + "\")") != std::string::npos);
    } else {
      REQUIRE(table.contains(name));
      CHECK((table.at(name) + " ").find(" " + code + " ") != std::string::npos);
    }
  }
  CHECK(numbers.size() == 25);
}

TEST_CASE("every malformed file stands in the table") {
  const auto table = expectations();
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") {
      INFO(entry.path());
      CHECK(table.contains(entry.path().filename().string()));
    }
}

TEST_CASE("the guide explains every code, and no other") {
  std::set<std::string> said = elsewhere;
  for (const auto& [name, expected] : expectations()) {
    std::istringstream issues(expected);
    for (std::string place, code, bar; issues >> place >> code; issues >> bar) said.insert(code);
  }
  std::set<std::string> explained;
  std::ifstream guide(std::string(RULESCORE_SOURCE_DIR) + "/indicators/README.md");
  bool inside = false;
  for (std::string line; std::getline(guide, line);) {
    if (line.rfind("## ", 0) == 0) inside = line == "## What check says";
    if (!inside || line.rfind("| `", 0) != 0) continue;
    explained.insert(line.substr(3, line.find('`', 3) - 3));
  }
  CHECK(explained == said);
}
