// The public value: files, look-ups, edits, and a copy elsewhere.
#include <rulescore/framework.hpp>

#include "framework/file.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <unistd.h>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <thread>

using namespace rulescore;
using rulescore::testing::rich;
namespace fs = std::filesystem;

namespace {

// A folder of its own, gone when the test is over.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / ("rulescore-test-" + std::to_string(::getpid()) + "-" + std::to_string(count_++))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, std::string_view text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  const fs::path& path() const { return path_; }

 private:
  static inline std::atomic<int> count_ = 0;
  fs::path path_;
};

constexpr std::string_view root = "rulescore: 1\nid: two\nversion: \"1\"\ntitle: t\ngroups: [A.yaml, sub/B.yaml]\n";
constexpr std::string_view group_a =
    "code: A\ntitle: a\nweight: 2\nchildren:\n  - {code: A.1, number: 7, title: t, evidence: {r: {any: 建立}}, score: {r: 1}}\n";
constexpr std::string_view group_b =
    "code: B\ntitle: b\nchildren:\n  - {code: B.1, title: t, weight: 3, evidence: {r: {any: 健全}}, score: {r: 1}}\n"
    "  - {code: B.2, title: t, evidence: {r: {any: 完善}}, score: {r: 1}}\n";

void write_two(const Folder& folder) {
  folder.write("framework.yaml", root);
  folder.write("A.yaml", group_a);
  folder.write("sub/B.yaml", group_b);
}

}  // namespace

TEST_CASE("a framework loads from its folder or its file") {
  const Folder folder;
  write_two(folder);
  const Framework from_folder = Framework::load(folder.path().string());
  const Framework from_file = Framework::load((folder.path() / "framework.yaml").string());
  CHECK(from_folder.fingerprint() == from_file.fingerprint());
  CHECK(from_folder.nodes().size() == 6);
  REQUIRE(from_folder.model().written->sources.size() == 3);
  CHECK(from_folder.model().written->sources[2].name() == (folder.path() / "sub/B.yaml").string());
}

TEST_CASE("groups in files or in place are the same framework") {
  const Folder folder;
  write_two(folder);
  std::string text = "rulescore: 1\nid: two\nversion: \"1\"\ntitle: t\nchildren:\n";
  for (std::string_view group : {group_a, group_b}) {
    bool first = true;
    while (!group.empty()) {
      const std::size_t end = group.find('\n');
      text += (first ? "- " : "  ") + std::string(group.substr(0, end)) + "\n";
      group.remove_prefix(end + 1);
      first = false;
    }
  }
  CHECK(Framework::parse(text).fingerprint() == Framework::load(folder.path().string()).fingerprint());
}

TEST_CASE("files that can't be read") {
  const Folder folder;
  CHECK_THROWS_AS(Framework::load((folder.path() / "none.yaml").string()), IoError);
  CHECK_THROWS_AS(Framework::load(folder.path().string()), IoError);  // no framework.yaml in it
  CHECK_THROWS_AS(Framework::load("/dev/zero"), IoError);
  CHECK_THROWS_AS(Framework::load(""), IoError);
}

TEST_CASE("links may not lead out of the folder") {
  const Folder outside, folder;
  outside.write("A.yaml", group_a);
  folder.write("framework.yaml", "rulescore: 1\nid: two\nversion: \"1\"\ntitle: t\ngroups: [link.yaml, inside.yaml]\n");
  folder.write("B.yaml", group_b);
  fs::create_symlink(outside.path() / "A.yaml", folder.path() / "link.yaml");
  fs::create_symlink(folder.path() / "B.yaml", folder.path() / "inside.yaml");
  try {
    Framework::load(folder.path().string());
    FAIL("read");
  } catch (const FrameworkError& error) {
    REQUIRE(error.issues().size() == 1);
    CHECK(error.issues()[0].code == "unreadable-file");
  }
  fs::remove(folder.path() / "link.yaml");
  folder.write("link.yaml", group_a);
  CHECK(Framework::load(folder.path().string()).nodes().size() == 6);
}

TEST_CASE("find and at") {
  const Framework framework = Framework::parse(rich);
  CHECK(framework.find("E1.3") == 2u);
  CHECK(framework.find("61") == 2u);
  CHECK(framework.find("rich-1") == 0u);
  CHECK_FALSE(framework.find(""));
  CHECK_FALSE(framework.find("60"));
  CHECK_FALSE(framework.find("61x"));
  CHECK_FALSE(framework.find("99999999999999999999"));
  CHECK(framework.at("F") == 4);
  try {
    framework.at("E1.33");
    FAIL("found");
  } catch (const UsageError& error) {
    CHECK(std::string(error.what()) ==
          "`E1.33` is no group, indicator or number of an indicator in rich-1; did you mean `E1.3`?");
  }
}

TEST_CASE("with_weight gives another framework and leaves this one") {
  const Framework before = Framework::parse(rich);
  const Framework after = before.with_weight("61", 5);
  CHECK(before.nodes()[2].weight == 2.5);
  CHECK(after.nodes()[2].weight == 5);
  CHECK(after.nodes()[2].share == 0.75 * (5.0 / 6.0));
  CHECK(after.fingerprint() != before.fingerprint());
  CHECK(after.rules_fingerprint() == before.rules_fingerprint());
  CHECK(after.with_weight("E1.3", 2.5).fingerprint() == before.fingerprint());
  CHECK(Framework::parse(rulescore::testing::replaced(std::string(rich), "weight: 2.5", "weight: 5")).fingerprint() ==
        after.fingerprint());
  CHECK(before.with_weight("F", -0.0).fingerprint() == before.with_weight("F", 0).fingerprint());
}

TEST_CASE("doubling every weight among siblings leaves the shares") {
  const Framework before = Framework::parse(rich);
  const Framework after = before.with_weight("E", 6).with_weight("F", 2).with_weight("E1.3", 5).with_weight("E1.4", 2);
  for (std::size_t i = 0; i < before.nodes().size(); ++i) CHECK(before.nodes()[i].share == after.nodes()[i].share);
}

TEST_CASE("weights that make no sense") {
  const Framework framework = Framework::parse(rich);
  CHECK_THROWS_AS(framework.with_weight("E", -1), UsageError);
  CHECK_THROWS_AS(framework.with_weight("E", std::numeric_limits<double>::quiet_NaN()), UsageError);
  CHECK_THROWS_AS(framework.with_weight("E", std::numeric_limits<double>::infinity()), UsageError);
  CHECK_THROWS_AS(framework.with_weight("nowhere", 1), UsageError);
  CHECK_THROWS_AS(framework.with_weight("rich-1", 1), UsageError);
  CHECK_THROWS_AS(framework.with_weight("E", 0).with_weight("F", 0), UsageError);
  CHECK_THROWS_AS(framework.with_weight("E", 1.7e308).with_weight("F", 1.7e308), UsageError);
}

TEST_CASE("serialised, it is the same elsewhere") {
  const Folder folder;
  write_two(folder);
  const Framework loaded = Framework::load(folder.path().string()).with_weight("A", 0.1).with_weight("B.2", 1e-300);
  const std::string bytes = loaded.serialise();
  CHECK(bytes == loaded.serialise());
  fs::remove_all(folder.path());
  const Framework copy = Framework::deserialise(bytes);
  CHECK(copy.fingerprint() == loaded.fingerprint());
  CHECK(copy.rules_fingerprint() == loaded.rules_fingerprint());
  CHECK(copy.serialise() == bytes);
  for (std::size_t i = 0; i < copy.nodes().size(); ++i) CHECK(copy.nodes()[i].share == loaded.nodes()[i].share);
  const Framework parsed = Framework::parse(rich, "name: with 3:colons");
  CHECK(Framework::deserialise(parsed.serialise()).fingerprint() == parsed.fingerprint());
}

TEST_CASE("bytes that are no framework") {
  const std::string good = Framework::parse(rich).with_weight("E", 2).serialise();
  for (std::size_t length = 0; length < good.size(); length += length < 200 ? 1 : 97)
    CHECK_THROWS_AS(Framework::deserialise(good.substr(0, length)), Error);
  CHECK_THROWS_AS(Framework::deserialise(good + "x"), UsageError);
  CHECK_THROWS_AS(Framework::deserialise("rulescore framework 1\n1:1999999999999:"), UsageError);
  CHECK_THROWS_AS(Framework::deserialise("rulescore framework 1\n9:100000000"), UsageError);
  CHECK_THROWS_AS(Framework::deserialise("rulescore framework 1\n1:0"), UsageError);
}

TEST_CASE("many threads may read one framework") {
  const Framework framework = Framework::parse(rich);
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) {
          const Framework copy = framework.with_weight("E", 1 + i % 3);
          if (copy.at("61") != 2 || framework.nodes()[1].weight != 3) ++wrong;
        }
      });
  }
  CHECK(wrong == 0);
}

TEST_CASE("the default framework") {
  const char* old = std::getenv("RULESCORE_FRAMEWORK");
  const std::string kept = old == nullptr ? "" : old;
  ::setenv("RULESCORE_FRAMEWORK", "/somewhere/else", 1);
  CHECK(default_framework_path() == "/somewhere/else");
  ::unsetenv("RULESCORE_FRAMEWORK");
  CHECK(fs::exists(fs::path(default_framework_path()) / "framework.yaml"));
  if (old != nullptr) ::setenv("RULESCORE_FRAMEWORK", kept.c_str(), 1);
}

TEST_CASE("paths") {
  CHECK(folder_of("framework.yaml") == ".");
  CHECK(folder_of("/a/b/framework.yaml") == "/a/b");
  CHECK(root_file("/nowhere/x.yaml") == "/nowhere/x.yaml");
}
