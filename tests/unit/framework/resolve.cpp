// The flat text loads to the same framework, whatever was written how, and says where everything came from.
#include "base/text.hpp"
#include "framework/access.hpp"
#include "framework/emit.hpp"
#include "framework/written.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <random>

using namespace rulescore;
using rulescore::testing::framework_with;
using rulescore::testing::replaced;
using rulescore::testing::rich;

namespace {

const std::string shipped = std::string(RULESCORE_SOURCE_DIR) + "/indicators/demonstration-2021";

void check_same(const Framework& framework) {
  const std::string text = resolve(framework);
  INFO(text);
  const Framework again = Framework::parse(text);
  CHECK(again.fingerprint() == framework.fingerprint());
  CHECK(again.rules_fingerprint() == framework.rules_fingerprint());
  CHECK(resolve(again).size() > 0);
}

Framework over(const std::string& overlay) {
  reader::FileAccess access;
  access.base = [](const std::string&, const std::string&) { return reader::NamedText{"base.yaml", std::string(rich)}; };
  const std::string head = "rulescore: 1\nid: o\nversion: \"1\"\ntitle: 叠加\nextends: base.yaml\n";
  reader::ReadResult result = reader::read_framework("o.yaml", head + overlay, access);
  INFO(overlay);
  for (const Issue& issue : result.errors) UNSCOPED_INFO(to_string(issue));
  REQUIRE(result.model);
  return FrameworkAccess::make(result.model);
}

// Pieces that YAML reads in a way of its own, put together at random.
std::string hostile(std::mt19937_64& random) {
  static const std::vector<std::string> pieces = {
      "a",      "法",   " ",    ": ",     " #",   "'",   "\"", "\\",  "\n",         "\t", "-",      "- ",
      "? ",     "[",    "]",    "{",      "}",    ",",   "&",  "*",   "!",          "|",  ">",      "%",
      "@",      "`",    "null", "~",      "true", "010", ".",  "...", "---",        "：", "\u2028", "\u202E",
      "\uFEFF", "\x01", "\x7F", "\u0085", "=",    "<<",  "0",  "e",   "\U0001F600", "$",  "\r"};
  std::string text;
  for (auto left = random() % 8; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

std::optional<yaml::Value> parsed(const std::string& text) {
  std::vector<Issue> issues;
  auto root = yaml::parse(yaml::Source("t", text), issues);
  for (const Issue& issue : issues) UNSCOPED_INFO(to_string(issue));
  return issues.empty() ? root : std::nullopt;
}

}  // namespace

TEST_CASE("any text is read back as it was") {
  std::mt19937_64 random(5);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = hostile(random), key = hostile(random);
    if (key == "<<") continue;  // refused as a key, quoted or not
    const std::string flow = "k: [" + yaml::written_scalar(text) + ", {" + yaml::written_scalar(key) + ": x}]\n";
    const std::string block = yaml::written_scalar(key) + ": " + yaml::written_scalar(text, i % 2 == 0) + "\n";
    UNSCOPED_INFO(flow << block);
    const auto a = parsed(flow), b = parsed(block);
    REQUIRE((a && b));
    REQUIRE(a->members[0].value.items[0].text == text);
    REQUIRE(a->members[0].value.items[0].is_scalar());
    REQUIRE(a->members[0].value.items[1].members[0].key == key);
    REQUIRE(b->members[0].key == key);
    REQUIRE(b->members[0].value.text == text);
    yaml::Value value{yaml::Kind::scalar, false, {}, text, {}, {}};
    if (!yaml::is_block_text(value)) continue;
    const auto c = parsed("k: " + replaced(yaml::written_block(text, 2), "\n", "  # here\n") + "\nl: 1\n");
    REQUIRE(c);
    REQUIRE(c->members[0].value.text == text);
  }
}

TEST_CASE("everything an author can say comes through") {
  check_same(Framework::parse(rich));
  check_same(Framework::load(shipped));
  check_same(Framework::parse(rich).with_weight("E1.3", 0.1).with_weight("F", 1e-300).with_weight("E", 1e300));
}

TEST_CASE("texts of several lines, long keys, and what needs quotes") {
  const std::string titled =
      replaced(std::string(rich), "{zh: 样例, en: Sample}", "{zh: \"第一行\\n第二行\", en: '# no comment: \"here\"'}");
  CHECK(resolve(Framework::parse(titled)).find("zh: |-  ") != std::string::npos);
  check_same(Framework::parse(titled));
  check_same(Framework::parse(
      framework_with("      r: {any: [\"- a\", \"x: y\", 'it''s', \"null\", \"true\", \"0x10\", \"%\"], near: {lexicon: "
                     "established}, value: {words: whole}}\n",
                     "      r: 1\n")));
}

TEST_CASE("each line says where it comes from") {
  const std::string text = resolve(over("set: {E1.3: {weight: 9}}\n").with_weight("F", 4));
  const auto line_with = [&](std::string_view what) {
    const std::size_t at = text.find(what);
    if (at == std::string::npos) return "no " + std::string(what);
    const std::size_t begin = text.rfind('\n', at) + 1;
    std::string line = text.substr(begin, text.find('\n', at) - begin);
    line.erase(std::unique(line.begin(), line.end(), [](char a, char b) { return a == ' ' && b == ' '; }), line.end());
    return line;
  };
  CHECK(text.starts_with("# Resolved from o.yaml  (overlay)\n#               base.yaml\n\nrulescore: 1  "));
  CHECK(line_with("id: o") == "id: o # overlay o.yaml:2");
  CHECK(line_with("full: 200") == "full: 200 # base.yaml:6");
  CHECK(line_with("weight: 9") == " weight: 9 # overlay o.yaml:6");
  CHECK(line_with("weight: 4") == " weight: 4 # edited");
  CHECK(line_with("weight: 3") == " weight: 3 # base.yaml:29");
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find('\n', begin);
    CHECK(display_width(text.substr(begin, std::min(text.find("  #", begin), end) - begin)) <= 110);
    begin = end + 1;
  }
}

TEST_CASE("random overlays") {
  std::mt19937_64 random(7);
  const std::vector<std::string> sets = {"E: {weight: 4}", "E1.3: {weight: 9, owner: 甲}", "62: {title: \"a: b\", effort: 3}",
                                         "F: {evidence: {more: {any: [更多]}}, score: {trained: 0.5, more: 0.2}}"};
  const std::vector<std::string> removals = {"{E1.3: [notice]}", "{E1.3: [rate]}", "{E1.4: [level, basis]}", "{F: examples}"};
  const std::vector<std::string> rest = {"full: 300\n",
                                         "lexicon: {established: [立], more: [另]}\n",
                                         "bands: [{from: 10, name: 好}]\n",
                                         "add: {E: [{code: N, title: 新, evidence: {r: {any: 新}}, score: {r: 1}}]}\n",
                                         "earns: {max_age: 2}\n",
                                         "missing: zero\n"};
  for (int i = 0; i < 300; ++i) {
    std::string set, remove, text;
    for (const std::string& one : sets)
      if (random() % 2 == 0) set += (set.empty() ? "" : ", ") + one;
    for (const std::string& one : removals)
      if (random() % 4 == 0 && one != "{F: examples}") remove += (remove.empty() ? "" : ", ") + one;
    for (const std::string& one : rest)
      if (random() % 3 == 0) text += one;
    if (!set.empty()) text += "set: {" + set + "}\n";
    if (!remove.empty()) text += "remove: [" + remove + "]\n";
    const Framework framework = over(text);
    check_same(framework);
    CHECK(Framework::deserialise(framework.serialise()).fingerprint() == framework.fingerprint());
  }
}
