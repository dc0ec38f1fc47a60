// The located tree: kinds, texts and places, and what yaml-cpp would have let through.
#include "framework/yaml.hpp"

#include "support/catch.hpp"

#include <string>

using namespace rulescore;
using yaml::Kind;
using yaml::Place;

namespace {

struct Parsed {
  std::optional<yaml::Value> root;
  std::vector<Issue> issues;
};

Parsed parse(std::string_view text) {
  Parsed parsed;
  const yaml::Source source("t.yaml", text);
  parsed.root = yaml::parse(source, parsed.issues);
  return parsed;
}

std::string codes(std::string_view text) {
  std::string out;
  for (const Issue& issue : parse(text).issues) {
    if (!out.empty()) out += ' ';
    out += std::to_string(issue.line) + ":" + std::to_string(issue.column) + " " + issue.code;
  }
  return out;
}

}  // namespace

TEST_CASE("a tree keeps kinds, texts and places") {
  const Parsed parsed = parse("名称: 依法\nlist: [a, \"b c\", 'd']\nmap:\n  k: ~\n  none:\n  last: 010\n");
  REQUIRE(parsed.issues.empty());
  REQUIRE(parsed.root);
  const yaml::Value& root = *parsed.root;
  REQUIRE(root.is_map());
  REQUIRE(root.members.size() == 3);
  CHECK(root.members[0].key == "名称");
  CHECK(root.members[0].at == Place{1, 1});
  CHECK(root.members[0].value.text == "依法");
  CHECK(root.members[0].value.at == Place{1, 5});
  const yaml::Value& list = *root.find("list");
  REQUIRE(list.items.size() == 3);
  CHECK_FALSE(list.items[0].quoted);
  CHECK(list.items[1].quoted);
  CHECK(list.items[1].text == "b c");
  CHECK(list.items[2].quoted);
  CHECK(list.items[2].at == Place{2, 18});
  const yaml::Value& map = *root.find("map");
  CHECK(map.find("k")->is_null());
  CHECK(map.find("none")->is_null());
  CHECK(map.find("last")->text == "010");
  CHECK(map.find("last")->at == Place{6, 9});
  CHECK(map.find("absent") == nullptr);
}

TEST_CASE("columns count characters after a byte order mark and with CR LF") {
  const Parsed parsed = parse("\xEF\xBB\xBF依: 法\r\n治: \"政 府\"\r\n");
  REQUIRE(parsed.issues.empty());
  CHECK(parsed.root->members[0].value.at == Place{1, 4});
  CHECK(parsed.root->members[1].value.at == Place{2, 4});
  CHECK(parsed.root->members[1].value.text == "政 府");
}

TEST_CASE("scalars stay as typed") {
  for (const char* text : {"no", "010", "1_000", ".nan", "0x10", "1.500", "1e999", "５", "yes", "1,5"}) {
    const Parsed parsed = parse("k: " + std::string(text) + "\n");
    REQUIRE(parsed.issues.empty());
    CHECK(parsed.root->members[0].value.text == text);
  }
}

TEST_CASE("block texts and escapes") {
  const Parsed parsed = parse("a: |\n  x\n  y\nb: >\n  z\n  w\nc: \"q\\\"r\"\nd: 'it''s'\ne: \"\"\n");
  REQUIRE(parsed.issues.empty());
  CHECK(parsed.root->find("a")->text == "x\ny\n");
  CHECK(parsed.root->find("a")->quoted);
  CHECK(parsed.root->find("b")->text == "z w\n");
  CHECK(parsed.root->find("c")->text == "q\"r");
  CHECK(parsed.root->find("d")->text == "it's");
  CHECK(parsed.root->find("e")->is_scalar());
}

TEST_CASE("an empty text is a tree of nothing") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~\n"}) {
    const Parsed parsed = parse(text);
    CHECK(parsed.issues.empty());
    REQUIRE(parsed.root);
    CHECK(parsed.root->is_null());
  }
}

TEST_CASE("a file of one comma ends, and so do its relatives") {
  CHECK(codes(",") == "1:1 yaml-syntax");
  CHECK(codes(", a") == "1:1 yaml-syntax");
  CHECK(codes("---\n...\n,x") == "3:1 second-document");
  CHECK(codes("!,2'") == "1:1 tag 1:2 yaml-syntax");
}

TEST_CASE("keys without values") {
  CHECK(codes("a: 1\n名称：法治\n") == "2:1 no-value");
  CHECK(codes("a: 1\nb:2\n") == "2:1 no-value");
  CHECK(codes("{名称：法治}\n") == "1:2 no-value");
  CHECK(codes("{a, b: 1}\n") == "1:2 no-value");
  CHECK(codes("{\"a\", b: 1}\n") == "1:2 no-value");
  CHECK(codes("{a: , b: 1}\n") == "");
  CHECK(codes("{a: 1,, b: 2}\n") == "1:7 empty-key");
}

TEST_CASE("anchors, aliases, cycles and laughs are refused where they stand") {
  CHECK(codes("a: &x 1\nb: *x\n") == "1:4 anchor 2:4 alias");
  CHECK(codes("&x [*x]\n") == "1:1 anchor 1:5 alias");
  CHECK(codes("&x {*x : 1}\n") == "1:1 anchor 1:5 alias");
  std::string laughs = "a0: &a0 [lol]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + ", " + before + "]\n";
  }
  CHECK(parse(laughs).issues.size() == 50);  // of 117
}

TEST_CASE("duplicate keys name both lines") {
  const Parsed parsed = parse("a: 1\nb: 2\na: 3\n");
  REQUIRE(parsed.issues.size() == 1);
  CHECK(parsed.issues[0].code == "duplicate-key");
  CHECK(parsed.issues[0].line == 3);
  CHECK(parsed.issues[0].message == "`a` stands twice in the same map; the first is in line 1");
}

TEST_CASE("a cursor says what the source says") {
  const yaml::Source source("t.yaml", "一二三\nab: 法\r\n\nx");
  yaml::Cursor cursor(source);
  for (const std::size_t byte : {0u, 3u, 10u, 9u, 14u, 2u, 19u, 20u, 1000u, 5u})
    CHECK(cursor.place(byte) == source.place(byte));
}

TEST_CASE("a place knows what stands there") {
  const yaml::Source source("t.yaml", "一二三\nab: 法\n");
  CHECK(source.place(3) == Place{1, 2});
  CHECK(source.place(10) == Place{2, 1});
  CHECK(source.place(14) == Place{2, 5});
  CHECK(source.place(1000) == Place{3, 1});
  CHECK(source.line(1) == "一二三");
  CHECK(source.line(0).empty());
  CHECK(source.line(9).empty());
  CHECK(source.place_of(2, "法") == Place{2, 5});
  CHECK(source.place_of(2, "none") == Place{2, 1});
}
