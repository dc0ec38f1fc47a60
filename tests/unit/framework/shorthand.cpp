// What the parser is shown shortened comes back in full, each value with its place in the file.
#include "framework/yaml.hpp"
#include "support/catch.hpp"

#include "framework/shorthand.hpp"

#include <string>
#include <vector>

using namespace rulescore;

namespace {

// "text@line:column" of every scalar and key, in their order.
void list(const yaml::Value& value, std::string& out) {
  const auto note = [&](const std::string& text, yaml::Place at) {
    out += text + '@' + std::to_string(at.line) + ':' + std::to_string(at.column) + '\n';
  };
  if (value.is_scalar()) note(value.text, value.at);
  for (const yaml::Value& item : value.items) list(item, out);
  for (const yaml::Member& member : value.members) {
    note(member.key, member.at);
    list(member.value, out);
  }
}

std::string parsed(const std::string& text) {
  const yaml::Source source("f.yaml", text);
  std::vector<Issue> issues;
  const auto root = yaml::parse(source, issues);
  std::string out;
  for (const Issue& issue : issues) out += to_string(issue);
  if (root) list(*root, out);
  return out;
}

}  // namespace

TEST_CASE("texts of every style come back in full") {
  CHECK(parsed("# 注释：甲\n"
               "甲乙: \"丙\\n丁\" # 注\n"
               "list: [甲, '乙''丙', a甲b乙c, “引”, é]\n"
               "block: |\n"
               "  第一行\n"
               "  第二行 # 不是注释\n"
               "folded: 甲 乙\n"
               "  丙\n"
               "𠀀: 末") ==
        "甲乙@2:1\n丙\n丁@2:5\n"
        "list@3:1\n甲@3:8\n乙'丙@3:11\na甲b乙c@3:19\n“引”@3:26\né@3:31\n"
        "block@4:1\n第一行\n第二行 # 不是注释\n@4:8\n"
        "folded@7:1\n甲 乙 丙@7:9\n"
        "𠀀@9:1\n末@9:4\n");
}

TEST_CASE("a text that writes the stand-in as an escape keeps it") {
  for (const std::string escape : {"\\x7F", "\\x7f", "\\u007F", "\\u007f", "\\U0000007f"})
    CHECK(parsed("甲: \"" + escape + "乙" + escape + "\"\n丙: 丁") == "甲@1:1\n\x7F乙\x7F@1:4\n丙@2:1\n丁@2:4\n");
}

TEST_CASE("errors are placed in the file") {
  CHECK(parsed("甲: 乙\n丙: [丁\n戊: 己") ==
        "f.yaml:3:2: error[yaml-syntax]: a `[` that is not closed, or a `,` missing between its entries\n"
        "  戊: 己\n"
        "    ^\n"
        "  close it with `]`");
  CHECK(parsed("甲: 乙\n名称：法治") ==
        "f.yaml:2:1: error[no-value]: `名称：法治` stands where `key: value` is expected\n"
        "  名称：法治\n"
        "  ^\n"
        "  a full-width colon `：` doesn't end a key; write `: `"
        "甲@1:1\n乙@1:4\n名称：法治@2:1\n");
}

TEST_CASE("every byte of the short text knows the one it stands for") {
  const std::string text = "甲a: 乙丙\n  b丁";
  const yaml::Shorthand shorthand(text);
  CHECK(shorthand.text() ==
        "\x7F"
        "a: \x7F\n  b\x7F");
  const std::vector<std::size_t> bytes{0, 3, 4, 5, 6, 12, 13, 14, 15, 16, 19};
  for (std::size_t i = 0; i < bytes.size(); ++i) CHECK(shorthand.original(i) == bytes[i]);
}
