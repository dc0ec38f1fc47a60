// Frameworks that extend others: what each instruction does, what it says when it can't, and that the result is the framework
// one would have written flat.
#include "framework/overlay.hpp"
#include "framework/file.hpp"
#include "framework/written.hpp"
#include "texts.hpp"

#include "support/catch.hpp"

#include <fstream>
#include <iterator>
#include <map>

using namespace rulescore;
using rulescore::testing::replaced;
using rulescore::testing::rich;

namespace {

// Files in memory; each extends and names the others by plain names.
reader::ReadResult read_all(const std::map<std::string, std::string>& files, const std::string& root) {
  const auto find = [&](const std::string&, const std::string& name) -> std::optional<reader::NamedText> {
    const auto file = files.find(name);
    return file == files.end() ? std::nullopt : std::optional(reader::NamedText{name, file->second});
  };
  reader::FileAccess access;
  access.group = access.base = find;
  access.shipped = [](const std::string&) { return std::nullopt; };
  access.shipped_names = [] { return std::vector<std::string>{"demonstration-2021", "county"}; };
  return reader::read_framework(root, files.at(root), access);
}

const std::string head = "rulescore: 1\nid: o\nversion: \"1\"\ntitle: 叠加\nextends: base.yaml\n";  // five lines

// As rich, under the name and id of the overlay.
std::string flat() {
  return replaced(replaced(replaced(std::string(rich), "id: rich-1", "id: o"), "\"2021.1\"", "\"1\""), "{zh: 样例, en: Sample}",
                  "叠加");
}

reader::ReadResult over(const std::string& lines) {
  return read_all({{"base.yaml", std::string(rich)}, {"o.yaml", head + lines}}, "o.yaml");
}

// "o.yaml:7:3 unknown-target: message (hint)", a line an issue.
std::string said(const reader::ReadResult& result) {
  std::string out;
  for (const Issue& issue : result.model ? result.model->warnings : result.errors)
    out += issue.file + ":" + std::to_string(issue.line) + ":" + std::to_string(issue.column) + " " + issue.code + ": " +
           issue.message + (issue.hint.empty() ? "" : " (" + issue.hint + ")") + "\n";
  return out;
}

void check_same(const std::string& lines, const std::string& text) {
  INFO(lines);
  const reader::ReadResult result = over(lines);
  CHECK(said(result) == "");
  REQUIRE(result.model);
  const Framework expected = Framework::parse(text);
  CHECK(result.model->fingerprint == expected.fingerprint());
  CHECK(result.model->rules_fingerprint == expected.rules_fingerprint());
}

}  // namespace

TEST_CASE("a framework that only extends is the one it extends, under its own name") { check_same("", flat()); }

TEST_CASE("entries of the whole override, lexicon and figures by name") {
  check_same(
      "full: 50\nbands: [{from: 40, name: 好}]\n",
      replaced(replaced(flat(), "full: 200", "full: 50"),
               "  - {from: 180, name: {zh: 优秀, en: excellent}}\n  - {from: 120, name: 合格}\n", "  - {from: 40, name: 好}\n"));
  check_same("lexicon: {established: [立下]}\n", replaced(flat(), "[建立, 健全, 完善]", "[立下]"));
  check_same("figures: {whole: {统统: 100%}}\n", replaced(flat(), "{全覆盖: 100%, 无一遗漏: 100%}", "{统统: 100%}"));
  check_same("status: {planned: [{any: [将要], direction: forward}]}\n",
             replaced(flat(), "{any: [力争, 拟], unless: [模拟, 虚拟], direction: forward, in: clause}",
                      "{any: [将要], direction: forward}"));
  check_same("status: {headings: {plan: [打算]}}\n", replaced(flat(), "plan: [下一步, 工作打算]", "plan: [打算]"));
}

TEST_CASE("set changes nodes key by key, by code or number") {
  check_same("set: {E: {weight: 7}, E1.4: {owner: 法院}}\n",
             replaced(replaced(flat(), "weight: 3", "weight: 7"), "        title: 审理时限\n",
                      "        title: 审理时限\n        owner: 法院\n"));
  check_same("set: {61: {weight: 9}}\n", replaced(flat(), "weight: 2.5", "weight: 9"));
  check_same("set: {E1.3: {evidence: {fall: {any: [败诉], value: {unit: \"%\"}}}}}\n",
             replaced(flat(), "fall: {any: [败诉率], value: {unit: \"%\", change: decrease}}",
                      "fall: {any: [败诉], value: {unit: \"%\"}}"));
  check_same("set: {F: {score: {trained: 0.5}}}\n", replaced(flat(), "{trained: {target: 40学时}}", "{trained: 0.5}"));
  check_same("set: {F: {examples: [{text: 没有, find: nothing}]}}\n", flat() + "    examples: [{text: 没有, find: nothing}]\n");
  check_same(
      "set: {E1.4: {examples: [{text: 没有, find: nothing}]}}\n",
      replaced(
          flat(), "            find: [{rule: days, value: 45}, {rule: total, value: 60}]\n",
          "            find: [{rule: days, value: 45}, {rule: total, value: 60}]\n          - {text: 没有, find: nothing}\n"));
}

TEST_CASE("add puts nodes at the end of a group") {
  const std::string node = "{code: G, title: 新, evidence: {r: {any: 新}}, score: {r: 1}}";
  check_same("add: {o: [" + node + "]}\n", flat() + "  - " + node + "\n");
  check_same("add: {rich-1: [" + node + "]}\n", flat() + "  - " + node + "\n");
  check_same("add: {framework: [" + node + "]}\n", flat() + "  - " + node + "\n");
  check_same("add: {E: [" + node + "]}\n", replaced(flat(), "  - code: F\n", "      - " + node + "\n  - code: F\n"));
}

TEST_CASE("remove drops nodes, and rules with their terms") {
  const std::size_t f = flat().find("  - code: F\n");
  check_same("remove: [F]\n", flat().substr(0, f));
  check_same("remove: [{E1.3: [notice]}]\n",
             replaced(replaced(flat(), "          notice: {any: [通报], context: {any: [行政诉讼], in: paragraph}}\n", ""),
                      ", notice: 1", ""));
  check_same("remove: [{E1.4: basis}]\n", replaced(flat(), "        basis: national\n", ""));
  check_same("remove: [E1.4]\nadd: {E: [{code: E1.4, title: 新, evidence: {r: {any: 新}}, score: {r: 1}}]}\n", [] {
    std::string text = flat();
    const std::size_t begin = text.find("      - code: E1.4\n"), end = text.find("  - code: F\n");
    return text.replace(begin, end - begin, "      - {code: E1.4, title: 新, evidence: {r: {any: 新}}, score: {r: 1}}\n");
  }());
}

TEST_CASE("an example that expects a removed rule goes with it, and that is said") {
  const reader::ReadResult result = over("remove:\n  - E1.3: [rate]\n");
  CHECK(said(result) ==
        "o.yaml:7:12 orphan-example: an example of `E1.3` expects the rule `rate`; it goes, too; see base.yaml:58 "
        "(to keep its sentence, add it again with what is to be found now)\n");
}

TEST_CASE("layers: the last one wins") {
  const std::string middle =
      replaced(replaced(head, "id: o", "id: m"), "base.yaml", "base.yaml") + "set: {E: {weight: 5}, F: {weight: 5}}\n";
  const std::string top = replaced(head, "base.yaml", "middle.yaml") + "set: {E: {weight: 6}}\n";
  const reader::ReadResult result =
      read_all({{"base.yaml", std::string(rich)}, {"middle.yaml", middle}, {"top.yaml", top}}, "top.yaml");
  REQUIRE(result.model);
  CHECK(result.model->nodes[1].weight == 6);
  CHECK(result.model->nodes.back().weight == 5);
  CHECK(result.model->written->sources.size() == 3);
  CHECK(result.model->written->overlays == 2);
}

TEST_CASE("what can't be done is said at its place") {
  const std::pair<const char*, const char*> cases[] = {
      {"set: {E1.5: {weight: 2}}\n",
       "o.yaml:6:7 unknown-target: there is no group or indicator `E1.5` in `rich-1` (did you mean `E1.3`?)\n"},
      {"set: {X9z: {weight: 2}}\n",
       "o.yaml:6:7 unknown-target: there is no group or indicator `X9z` in `rich-1` (name it by its code, or an indicator by its "
       "number)\n"},
      {"set: {E1.3: {wieght: 2}}\n",
       "o.yaml:6:14 unknown-key: an indicator has no entry `wieght` (did you mean `weight`? allowed: "},
      {"set: {E1.3: {weight: 2.5}}\n",
       "o.yaml:6:14 unchanged: `weight` of `E1.3` is this already; see base.yaml:36 (drop it, or change it)\n"},
      {"set: {E1.3: {weight: 2}, 61: {effort: 3}}\n",
       "o.yaml:6:26 duplicate-key: `61` stands here twice; see line 6 (put what belongs to it in one place)\n"},
      {"set: {o: {full: 2}}\n",
       "o.yaml:6:7 conflict: entries of the whole don't stand under `set` (write them at the top of this file)\n"},
      {"set: {E1.3: 2}\n",
       "o.yaml:6:13 wrong-type: what `set` changes in `E1.3` is a map of entries; found `2` (write `E1.3: {weight: 2}`)\n"},
      {"set: [E1.3]\n", "o.yaml:6:6 wrong-type: `set` is a map by codes; found a list (write `set: {E1.3: {weight: 2}}`)\n"},
      {"add: {E1.3: [{code: X}]}\n",
       "o.yaml:6:7 conflict: `E1.3` is no group; nodes are added to groups (name the group that is to hold them)\n"},
      {"add: {E: {code: X}}\n",
       "o.yaml:6:10 wrong-type: what `add` puts into `E` is a list of groups or indicators; found a map (start each with `- "
       "code: …`)\n"},
      {"remove: F\n",
       "o.yaml:6:9 wrong-type: `remove` is a list; found `F` (write `remove: [B1.2]`, or for a rule `remove: [{E1.3: "
       "[rate]}]`)\n"},
      {"remove: [E1.3, E1.4]\n",
       "o.yaml:6:16 nothing-left: this removes the last child of `E` (remove `E` itself, or add another to it)\n"},
      {"remove: [E, F]\n", "o.yaml:6:13 nothing-left: this removes the last group of the framework (a framework needs one)\n"},
      {"remove: [framework]\n", "o.yaml:6:10 conflict: the whole can't be removed (name a group or an indicator)\n"},
      {"remove: [F, F]\n",
       "o.yaml:6:13 duplicate-key: `F` stands here twice; see line 6 (put what belongs to it in one place)\n"},
      {"remove: [E]\nset: {E1.3: {weight: 2}}\n",
       "o.yaml:7:7 unknown-target: `E1.3` is removed in line 6 (drop one of the two)\n"},
      {"remove: [{F: [trained]}]\n",
       "o.yaml:6:15 nothing-left: without `trained`, nothing earns in `F` (set its `score`, or remove the indicator itself)\n"},
      {"remove: [{E1.3: [rates]}]\n",
       "o.yaml:6:18 unknown-rule: `E1.3` has no rule, metric or other entry `rates` to remove (did you mean `rate`?)\n"},
      {"children: []\n",
       "o.yaml:6:1 conflict: a framework that extends another has its tree, and no `children` of its own (add nodes with `add`, "
       "drop "
       "them with `remove`, change them with `set`)\n"},
      {"full: 100\n", "base.yaml:9:12 out-of-range: "},
      {"add: {E: [{code: F, title: t, evidence: {r: {any: 新}}, score: {r: 1}}]}\n",
       "base.yaml:74:11 duplicate-code: the code `F` is taken; see o.yaml:6 (give every group and indicator its own)\n"},
  };
  for (const auto& [lines, expected] : cases) {
    INFO(lines);
    CHECK(said(over(lines)).substr(0, std::string_view(expected).size()) == expected);
  }
}

TEST_CASE("what names no framework is said at its place") {
  const auto root = [](const std::string& extends) { return replaced(head, "base.yaml", extends); };
  const auto alone = [&](const std::string& extends) { return said(read_all({{"o.yaml", root(extends)}}, "o.yaml")); };
  CHECK(alone("demonstration") ==
        "o.yaml:5:10 unknown-framework: no framework that ships is called `demonstration` (there are demonstration-2021, county; "
        "a path has a "
        "/ in it or ends in .yaml)\n");
  CHECK(alone("countty") ==
        "o.yaml:5:10 unknown-framework: no framework that ships is called `countty` (did you mean `county`? there are "
        "demonstration-2021, county; a path has a / in it or ends in .yaml)\n");
  CHECK(alone("none.yaml") == "o.yaml:5:10 no-such-file: there is no framework `none.yaml` beside this one (check its name)\n");
  CHECK(alone("../up.yaml") ==
        "o.yaml:5:10 bad-path: the file `../up.yaml` can't be read: it must stand below the folder of framework.yaml, without . "
        "and .. "
        "(--allow-outside lets it stand elsewhere)\n");
  CHECK(alone("[a]") == "o.yaml:5:10 wrong-type: `extends` is a text; found a list\n");
  CHECK(said(read_all({{"o.yaml", "rulescore: 1\nid: o\nversion: \"1\"\ntitle: t\nset: {E: {weight: 1}}\n"}}, "o.yaml")) ==
        "o.yaml:5:1 missing-key: `set` changes the framework that `extends` names; none is named (write `extends: "
        "demonstration-2021`, "
        "or the path of another)\n");
  CHECK(said(read_all({{"o.yaml", "extends: base.yaml\n"}, {"base.yaml", std::string(rich)}}, "o.yaml")) ==
        "o.yaml:1:1 missing-key: a framework lacks `rulescore` (add `rulescore: …`)\n");
}

TEST_CASE("going round in a circle") {
  const auto file = [](const std::string& base) { return replaced(head, "base.yaml", base); };
  CHECK(said(read_all({{"o.yaml", file("o.yaml")}}, "o.yaml")) ==
        "o.yaml:5:10 extends-cycle: a framework that extends itself: o.yaml:5:10 extends `o.yaml` (one of them must stand on its "
        "own)\n");
  CHECK(said(read_all({{"o.yaml", file("a.yaml")}, {"a.yaml", file("b.yaml")}, {"b.yaml", file("a.yaml")}}, "o.yaml")) ==
        "b.yaml:5:10 extends-cycle: a framework that extends itself: a.yaml:5:10 extends b.yaml:5:10 extends `a.yaml` (one of "
        "them must "
        "stand on its own)\n");
}

TEST_CASE("eight layers, no more") {
  const auto tower = [](std::size_t height) {
    std::map<std::string, std::string> files{{"0.yaml", std::string(rich)}};
    for (std::size_t i = 1; i <= height; ++i)
      files[std::to_string(i) + ".yaml"] = replaced(head, "base.yaml", std::to_string(i - 1) + ".yaml");
    return read_all(files, std::to_string(height) + ".yaml");
  };
  CHECK(said(tower(LoadOptions{}.max_layers - 1)) == "");
  CHECK(said(tower(LoadOptions{}.max_layers)) == "");
  CHECK(said(tower(LoadOptions{}.max_layers + 1)).substr(0, 78) ==
        "1.yaml:5:10 too-many-layers: more than 8 frameworks extend one another: 9.yaml");
}

TEST_CASE("content is the same whatever its place, quotes and order") {
  const auto tree = [](std::string_view text) {
    std::vector<Issue> issues;
    return *yaml::parse(yaml::Source("t", text), issues);
  };
  CHECK(reader::same_content(tree("{a: 1, b: [x, y]}"), tree("b:\n- x\n- y\na: \"1\"\n")));
  CHECK_FALSE(reader::same_content(tree("{a: 1, b: [x, y]}"), tree("{a: 1, b: [y, x]}")));
  CHECK_FALSE(reader::same_content(tree("{a: 1}"), tree("{a: 1, b: 2}")));
  CHECK_FALSE(reader::same_content(tree("[a]"), tree("a")));
}

TEST_CASE("the guide's example extends the framework that ships") {
  std::ifstream file(std::string(RULESCORE_SOURCE_DIR) + "/indicators/README.md");
  const std::string guide(std::istreambuf_iterator<char>(file), {});
  const std::size_t begin = guide.find("```yaml\n", guide.find("## Composing frameworks")) + 8;
  const Framework framework = Framework::parse(guide.substr(begin, guide.find("```", begin) - begin));
  REQUIRE(framework.warnings().size() == 1);
  CHECK(framework.warnings()[0].code == "orphan-example");
  CHECK_FALSE(framework.find("B1.1"));
  CHECK(framework.nodes()[framework.at("E1.3")].weight == 2);
  CHECK(framework.nodes()[framework.at("F3.9")].depth == 3);
}

TEST_CASE("a rule that a metric needs can't go alone") {
  const std::string metric =
      replaced(std::string(rich), "        score:\n          take: mean\n",
               "        metrics: {share: {share: count, of: notice}}\n        score:\n          take: mean\n");
  const auto alone = [&](const std::string& lines) {
    return said(read_all({{"base.yaml", metric}, {"o.yaml", head + "remove: [{E1.3: " + lines + "}]\n"}}, "o.yaml"));
  };
  CHECK(
      alone("[notice]").substr(0, 133) ==
      "o.yaml:6:18 still-used: the metric `share` of `E1.3` is computed from `notice` (remove it, too: `remove: [{E1.3: [notice, "
      "share]}]`)\n");
  CHECK(alone("[notice, share]").find("still-used") == std::string::npos);
}

TEST_CASE("a removed rule leaves every corner of a score") {
  const std::string corners = replaced(std::string(rich), "problem: {cost: 0.2}\n",
                                       "deduct: {count: 0.1}\n          bonus: {fall: 0.1, count: 0.1}\n          together: "
                                       "[{of: [count, fall], keep: highest}, {of: [count], cap: 1}]\n");
  std::vector<Issue> issues;
  yaml::Sources sources("base.yaml", corners);
  reader::Journal journal;
  reader::Words words;
  const reader::Context context{sources, journal, words};
  const auto base = yaml::parse(sources[0], issues);
  const auto overlay = yaml::parse(sources.add("o.yaml", "remove: [{E1.3: [count]}]\n"), issues);
  REQUIRE((base && overlay));
  const yaml::Value result = reader::overlaid(context, *base, *overlay);
  const yaml::Value& score = *result.find("children")->items[0].find("children")->items[0].find("score");
  CHECK(score.find("count") == nullptr);
  CHECK(score.find("deduct") == nullptr);
  CHECK(score.find("bonus")->members.size() == 1);
  REQUIRE(score.find("together")->items.size() == 1);
  CHECK(score.find("together")->items[0].find("of")->items.size() == 1);
}
