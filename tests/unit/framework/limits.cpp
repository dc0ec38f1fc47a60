// Every limit at its last good value and one above: a limit is an error with a name, never a crash or a wait.
#include "framework/yaml.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <chrono>
#include <string>

using namespace rulescore;
using rulescore::testing::codes;
using rulescore::testing::framework_with;

namespace {

std::string first_code(std::string_view text) {
  std::vector<Issue> issues;
  const yaml::Source source("t.yaml", text);
  yaml::parse(source, issues);
  return issues.empty() ? "" : issues[0].code;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("size of a file") {
  const std::string comment = "#" + std::string(62, 'x') + "\n";  // 64 bytes
  std::string text = repeated(comment, yaml::max_bytes / 64);
  REQUIRE(text.size() == yaml::max_bytes);
  CHECK(first_code(text).empty());
  CHECK(first_code(text + "#") == "file-too-large");
}

TEST_CASE("what is said of a limit, and where it is set") {
  const auto said = [](std::string_view text) {
    std::vector<Issue> issues;
    const yaml::Source source("t.yaml", text);
    yaml::parse(source, issues);
    return to_string(issues.at(0));
  };
  CHECK(said(std::string(yaml::max_bytes + 1, '#')) ==
        "t.yaml: error[file-too-large]: the file has more than 16777216 bytes (16 MiB)\n"
        "  split it into the files of the groups; the limit is `max_bytes` in src/framework/source.hpp");
  CHECK(said(repeated("- 1\n", yaml::max_nodes)) ==
        "t.yaml:1000000:3: error[too-many-nodes]: more than 1000000 entries in one file\n"
        "  - 1\n"
        "    ^\n"
        "  split it into the files of the groups; the limit is `max_nodes` in src/framework/source.hpp");
}

TEST_CASE("length of a line") {
  CHECK(first_code("k: " + std::string(yaml::max_line_bytes - 3, 'x')).empty());
  CHECK(first_code("k: " + std::string(yaml::max_line_bytes - 2, 'x')) == "line-too-long");
}

TEST_CASE("depth") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']') + "\n"; };
  CHECK(first_code(nested(64)).empty());
  CHECK(first_code(nested(65)) == "too-deep");
  CHECK(first_code(nested(999)) == "too-deep");
  CHECK(first_code(repeated("[\n", 100'000)) == "too-deep");
  CHECK(first_code(repeated("- ", 30'000) + "a") == "too-deep");
  CHECK(first_code(repeated("? ", 30'000) + "a") == "key-not-text");
}

TEST_CASE("number of entries") {
  CHECK(first_code(repeated("- 1\n", yaml::max_nodes - 1)).empty());
  CHECK(first_code(repeated("- 1\n", yaml::max_nodes)) == "too-many-nodes");
  const auto flow = [](std::size_t commas) { return "[" + repeated("1,\n", commas) + "]\n"; };
  CHECK(first_code(flow(yaml::max_flow_commas)).empty());
  CHECK(first_code(flow(yaml::max_flow_commas + 1)) == "too-many-nodes");
}

TEST_CASE("rules of an indicator") {
  const auto text = [](std::size_t rules) {
    std::string evidence, score;
    for (std::size_t i = 0; i < rules; ++i) {
      const std::string name = "      r" + std::to_string(i);
      evidence += name + ": {any: 出庭, near: {lexicon: established}, value: {words: whole}}\n";
      score += name + ": 0.5\n";
    }
    return framework_with(evidence, score);
  };
  CHECK(codes(text(LoadOptions{}.max_rules)).empty());
  CHECK(to_string(rulescore::testing::errors_of(text(LoadOptions{}.max_rules + 1)).at(0)) ==
        "f.yaml:14:7: error[too-many-rules]: more than 1000 rules for one indicator\n"
        "        r0: {any: 出庭, near: {lexicon: established}, value: {words: whole}}\n"
        "        ^\n"
        "  a rule takes many phrases: any: [… , …]; a program can raise the limit: LoadOptions::max_rules");
}

TEST_CASE("characters of a phrase") {
  const auto text = [](std::size_t characters) {
    return framework_with(
        "      r: {any: [" + repeated("依", characters) + "], near: {lexicon: established}, value: {words: whole}}\n",
        "      r: 1\n");
  };
  CHECK(codes(text(reader::max_phrase_characters)).empty());
  CHECK(codes(text(reader::max_phrase_characters + 1)) == "phrase-too-long");
}

TEST_CASE("phrases once lexicons are written out") {
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "法" + std::to_string(i) + ",\n    ";
  std::string text = framework_with(
      "      r: {all: [" + repeated("{lexicon: established},\n        ", 60) + "], value: {words: whole}}\n", "      r: 1\n");
  text = rulescore::testing::replaced(text, "[建立, 健全, 完善]", "[" + words + "]");
  CHECK(codes(text) == "too-many-phrases");
  const Issue issue = rulescore::testing::errors_of(text).at(0);
  CHECK(issue.message == "more than 250000 phrases in all, lexicons written out");
  CHECK(issue.hint == "share fewer words, or split the framework; a program can raise the limit: LoadOptions::max_phrases");
}

TEST_CASE("many names are found quickly") {
  constexpr int names = 40'000;
  std::string lexicon, used;
  for (int i = 0; i < names; ++i) {
    lexicon += "  n" + std::to_string(i) + ": 法\n";
    if (i % 1'000 == 0) used += "{lexicon: n" + std::to_string(i) + "}, ";
  }
  std::string text = framework_with("      r: {any: [出庭, " + used + "], near: {lexicon: established}, value: {words: whole}}\n",
                                    "      r: 1\n");
  text = rulescore::testing::replaced(text, "lexicon:\n", "lexicon:\n" + lexicon);
  const auto begin = std::chrono::steady_clock::now();
  CHECK(codes(text).substr(0, 6) == "unused");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));  // a look at every name for each took 38
}

TEST_CASE("files of a framework") {
  std::string names;
  for (int i = 0; i < 1'001; ++i) names += "f" + std::to_string(i) + ".yaml,\n  ";
  const std::string text = "rulescore: 1\nid: a\nversion: \"1\"\ntitle: t\ngroups: [" + names + "]\n";
  const auto result = reader::read_framework("f.yaml", text, {[](const auto&...) { return std::nullopt; }});
  REQUIRE(result.errors.size() == 1);
  const std::string message = to_string(result.errors[0]);
  CHECK(message.substr(0, message.find('\n')) == "f.yaml:5:9: error[too-many-files]: more than 1000 files");
  CHECK(result.errors[0].hint == "join some of them; a program can raise the limit: LoadOptions::max_files");
  CHECK(codes(text) == "too-many-files");
  CHECK(to_string(rulescore::testing::errors_of("rulescore: 1\nid: a\nversion: \"1\"\ntitle: t\ngroups: [a.yaml]\n").at(0)) ==
        "f.yaml:5:9: error[no-files]: a text that is no file can't name others\n"
        "  groups: [a.yaml]\n"
        "          ^\n"
        "  write the groups out under `children:`");
}

TEST_CASE("fifty errors are enough") {
  std::string text = framework_with("      r: {any: 出庭}\n", "      r: 1\n");
  for (int i = 0; i < 500; ++i) text += "unknown" + std::to_string(i) + ": 1\n";
  CHECK(rulescore::testing::errors_of(text).size() == reader::max_errors);
}

TEST_CASE("a program can raise limits, or lower them") {
  const std::string text =
      framework_with("      r: {any: [出庭, 应诉], near: {lexicon: established}, value: {words: whole}}\n      s: {any: 旁听}\n",
                     "      r: 1\n      s: 0.5\n");
  const auto codes_under = [&](const LoadOptions& limits) {
    std::string codes;
    for (const Issue& issue : reader::read_framework("f.yaml", text, {}, limits).errors) codes += issue.code + ' ';
    return codes;
  };
  LoadOptions limits;
  CHECK(codes_under(limits) == "");
  limits.max_rules = 2;
  limits.max_phrases =
      11;  // three of the lexicon and again where it is named, one of the figures and again, two and one of rules
  CHECK(codes_under(limits) == "");
  limits.max_rules = 1;
  CHECK(codes_under(limits).find("too-many-rules") != std::string::npos);
  limits.max_rules = 2;
  limits.max_phrases = 10;
  CHECK(codes_under(limits) == "too-many-phrases ");
  limits.max_phrases = 11;
  const std::string groups = "rulescore: 1\nid: a\nversion: \"1\"\ntitle: t\ngroups: [a.yaml, b.yaml]\n";
  limits.max_files = 1;
  CHECK(reader::read_framework("f.yaml", groups, {[](const auto&...) { return std::nullopt; }}, limits).errors.at(0).code ==
        "too-many-files");
  limits.max_files = 2;
  CHECK(reader::read_framework("f.yaml", groups, {[](const auto&...) { return std::nullopt; }}, limits).errors.at(0).code ==
        "no-such-file");
}
