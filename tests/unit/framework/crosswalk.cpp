// Crosswalk files: what they say, every mistake in whole words, the way back, travelling as bytes. Scores are in
// tests/unit/analysis/crosswalk.cpp.
#include "framework/crosswalk.hpp"
#include "support/catch.hpp"

#include <rulescore/error.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

using namespace rulescore;

namespace {

const std::string head = "rulescore: 1\ncrosswalk: walk\nfrom: {id: old, path: ../old}\nto: {id: new, path: ../new}\n";

Framework framework(const std::string& id, const std::string& children) {
  return Framework::parse("rulescore: 1\nid: " + id + "\nversion: \"1\"\ntitle: t\nchildren:\n" + children);
}

std::string leaf(const std::string& code, int indent, const std::string& more = {}) {
  return std::string(static_cast<std::size_t>(indent), ' ') + "- {code: " + code + ", title: t, evidence: {r: {any: [" + code +
         "词]}}, score: {r: 1}" + more + "}\n";
}

// A (weight 3) holds A1 and A2, B holds B1; D takes points off.
const Framework& before() {
  static const Framework it = framework("old", "  - code: A\n    title: t\n    weight: 3\n    children:\n" + leaf("A1", 6) +
                                                   leaf("A2", 6) + "  - code: B\n    title: t\n    children:\n" +
                                                   leaf("B1", 6, ", number: 7") + leaf("D", 2, ", role: deduction, full: 5"));
  return it;
}

// X holds X1 (weight 3) and X2, Y stands alone.
const Framework& after() {
  static const Framework it = framework(
      "new", "  - code: X\n    title: t\n    children:\n" + leaf("X1", 6, ", weight: 3") + leaf("X2", 6) + leaf("Y", 2));
  return it;
}

Crosswalk walk(const std::string& answers) {
  return Crosswalk::parse(head + "answers:\n" + answers, before(), after(), "w.yaml");
}

std::string said(const std::string& text) {
  try {
    Crosswalk::parse(text, before(), after(), "w.yaml");
  } catch (const FrameworkError& error) {
    return error.what();
  }
  return "fine";
}

std::string said_of(const std::string& answers) { return said(head + "answers:\n" + answers); }

template <typename Call>
std::string refusal(const Call& call) {
  try {
    call();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "fine";
}

struct Mistake {
  std::string answers, message;
};

}  // namespace

TEST_CASE("a crosswalk says who answers whom, and in what part") {
  const Crosswalk crosswalk = walk("  X1: A1\n  X2: {A2: 25%, B1: {part: 0.5, back: 100%, note: {zh: 一半, en: half}}}\n");
  CHECK(crosswalk.id() == "walk");
  REQUIRE(crosswalk.links().size() == 3);
  const auto code = [&](std::size_t i) {
    const CrosswalkLink& link = crosswalk.links()[i];
    return crosswalk.to().nodes()[link.to].code + "<" + crosswalk.from().nodes()[link.from].code;
  };
  CHECK(code(0) == "X1<A1");
  CHECK(code(1) == "X2<A2");
  CHECK(code(2) == "X2<B1");
  CHECK(crosswalk.links()[0].part == 1);
  CHECK_FALSE(crosswalk.links()[0].back);
  CHECK(crosswalk.links()[1].part == 0.25);
  CHECK(crosswalk.links()[2].part == 0.5);
  CHECK(crosswalk.links()[2].back == 1.0);
  CHECK(crosswalk.links()[2].note.in("en") == "half");
  CHECK(crosswalk.links()[2].line == 7);
}

TEST_CASE("what nothing answers, and what answers nothing") {
  const Crosswalk crosswalk = walk("  X2: {A2: 25%, B1: 50%}\n");
  const auto there = [&](const char* name) { return crosswalk.unmapped(crosswalk.to().at(name)); };
  CHECK(there("X2") == 0.25);
  CHECK(there("X1") == 1);
  CHECK(there("X") == (3 * 1 + 0.25) / 4);
  CHECK(there("Y") == 1);
  CHECK(crosswalk.unmapped() == (0.8125 + 1) / 2);
  const auto here = [&](const char* name) { return crosswalk.unused(crosswalk.from().at(name)); };
  CHECK(here("A1") == 1);
  CHECK(here("A2") == 0);
  CHECK(here("A") == 0.5);
  CHECK(here("B") == 0);
  CHECK(crosswalk.unused() == 3 * 0.5 / 4);  // D stands beside: it has no weight
  CHECK(walk("  X2: {A2: {part: 25%, back: 40%}}\n").unused(before().at("A2")) == 0.6);
}

TEST_CASE("a group is answered in each of its indicators, and answers with all of them") {
  const Crosswalk crosswalk = walk("  X: A\n");
  CHECK(crosswalk.unmapped(crosswalk.to().at("X1")) == 0);
  CHECK(crosswalk.unmapped(crosswalk.to().at("X2")) == 0);
  CHECK(crosswalk.unmapped() == 0.5);
  CHECK(crosswalk.unused() == 0.25);
  CHECK(walk("  Y: old\n").unused() == 0);  // the whole of the one answers an indicator of the other
  CHECK(walk("  Y: 7\n").links()[0].from == before().at("B1"));
}

TEST_CASE("parts that were rounded may miss 1 by a billionth") {
  CHECK(walk("  Y: {A1: 0.333333333, A2: 0.333333333, B1: 0.333333334}\n").unmapped(after().at("Y")) == 0);
  CHECK(said_of("  Y: {A1: 0.5, A2: 0.5, B1: 0.001}\n") != "fine");
}

TEST_CASE("every mistake in a crosswalk, in whole words") {
  const std::vector<Mistake> mistakes = {
      {"  X9: A1\n",
       "w.yaml:6:3: error[unknown-target]: there is no group or indicator `X9` in `new`\n    X9: A1\n    ^\n  did you mean `X`?"},
      {"  X1: A8\n",
       "w.yaml:6:7: error[unknown-target]: there is no group or indicator `A8` in `old`\n    X1: A8\n        ^\n  did you mean "
       "`A`?"},
      {"  X1: {A1: 60%, Bleistift: 40%}\n",
       "w.yaml:6:17: error[unknown-target]: there is no group or indicator `Bleistift` in `old`\n    X1: {A1: 60%, Bleistift: "
       "40%}\n"
       "                  ^\n  name it by its code, or an indicator by its number"},
      {"  X1: {A1: 60%, A2: 50%}\n",
       "w.yaml:6:3: error[part-sum]: the parts that answer `X1` add up to more than 1\n    X1: {A1: 60%, A2: 50%}\n    ^\n"
       "  each is a share of what `X1` asks"},
      {"  X1: {A1: {part: 1, back: 60%}}\n  X2: {A1: {part: 1, back: 60%}}\n",
       "w.yaml:7:28: error[part-sum]: the parts of `A1` that its answers make up, read back, add up to more than 1\n"
       "    X2: {A1: {part: 1, back: 60%}}\n                             ^\n  each `back` is a share of what `A1` asks"},
      {"  X1: {A1: 120%}\n",
       "w.yaml:6:12: error[out-of-range]: a part is a share above 0 and at most 1; found `120%`\n    X1: {A1: 120%}\n"
       "             ^\n  write 0.6 or 60%"},
      {"  X1: {A1: 0}\n",
       "w.yaml:6:12: error[out-of-range]: a part is a share above 0 and at most 1; found `0`\n    X1: {A1: 0}\n             ^\n"
       "  write 0.6 or 60%"},
      {"  X1: {A1: half}\n",
       "w.yaml:6:12: error[bad-number]: a part is a number; found `half`\n    X1: {A1: half}\n             ^\n  write a plain "
       "decimal such as 3 or 0.5"},
      {"  X1: {A1: {back: 1}}\n",
       "w.yaml:6:12: error[missing-key]: an answer lacks `part`\n    X1: {A1: {back: 1}}\n             ^\n  add `part: …`"},
      {"  X1: {A1: {part: 1, bakc: 1}}\n",
       "w.yaml:6:22: error[unknown-key]: an answer has no entry `bakc`\n    X1: {A1: {part: 1, bakc: 1}}\n                       "
       "^\n"
       "  did you mean `back`? allowed: part, back, note"},
      {"  X1: {}\n",
       "w.yaml:6:7: error[wrong-type]: what answers `X1` is a code, or a map from codes to parts; found an empty map\n    X1: "
       "{}\n"
       "        ^\n  write `B2`, or `{B2: 60%}`; leave out what nothing answers"},
      {"  X1: [A1]\n",
       "w.yaml:6:7: error[wrong-type]: what answers `X1` is a code, or a map from codes to parts; found a list\n    X1: [A1]\n"
       "        ^\n  write `B2`, or `{B2: 60%}`; leave out what nothing answers"},
      {"  X: A1\n  X2: A2\n",
       "w.yaml:7:3: error[conflict]: `X2` is answered in `X` already; see line 6\n    X2: A2\n    ^\n"
       "  answer the group, or what stands in it"},
      {"  X1: {A: 50%, A2: 50%}\n",
       "w.yaml:6:16: error[conflict]: `A2` and `A` answer `X1` twice over; see line 6\n    X1: {A: 50%, A2: 50%}\n               "
       "  ^\n"
       "  name the group, or what stands in it"},
      {"  X1: {B1: 50%, 7: 50%}\n",
       "w.yaml:6:17: error[conflict]: `B1` answers `X1` twice over; see line 6\n    X1: {B1: 50%, 7: 50%}\n                  ^\n"
       "  name the group, or what stands in it"},
      {"  X1: D\n",
       "w.yaml:6:7: error[conflict]: `X1` earns points, `D` takes them off: neither answers the other\n    X1: D\n        ^"},
      {"  X1: A1\n  X1: A2\n",
       "w.yaml:7:3: error[duplicate-key]: `X1` stands twice in the same map; the first is in line 6\n    X1: A2\n    ^\n"
       "  keep one of them"},
  };
  for (const Mistake& mistake : mistakes) CHECK(said_of(mistake.answers) == mistake.message);
}

TEST_CASE("what is wrong with the head of a crosswalk") {
  CHECK(said("rulescore: 1\ncrosswalk: walk\nfrom: {id: odl, path: ../old}\nto: {id: new, path: ../new}\nanswers: {Y: A1}\n") ==
        "w.yaml:3:12: error[wrong-framework]: the path `../old` leads to the framework `old`, not `odl`\n"
        "  from: {id: odl, path: ../old}\n             ^\n  mend the id, or the path");
  CHECK(said("rulescore: 2\ncrosswalk: walk\nfrom: {id: old}\nto: {id: new, path: ../new}\nanswer: {Y: A1}\n") ==
        "w.yaml:1:12: error[bad-version]: this reader knows version 1 of the format; found `2`\n  rulescore: 2\n             ^\n"
        "  write `rulescore: 1`\n"
        "w.yaml:3:7: error[missing-key]: `from` lacks `path`\n  from: {id: old}\n        ^\n  add `path: …`\n"
        "w.yaml:5:1: error[unknown-key]: a crosswalk has no entry `answer`\n  answer: {Y: A1}\n  ^\n"
        "  did you mean `answers`? allowed: rulescore, crosswalk, title, from, to, answers");
  CHECK(said(head + "answers: {}\n") ==
        "w.yaml:5:10: error[empty-list]: `answers` is a map from nodes of `new` to what answers them; found none\n  answers: {}\n"
        "           ^\n  write `C1: B2`, or `C1: {B2: 60%, B3: 40%}`");
  CHECK(said("- 1\n").find("a crosswalk is a map of entries; found a list") != std::string::npos);
}

TEST_CASE("the other way round takes shares of its own") {
  CHECK(refusal([] { walk("  X1: A1\n  X2: {A2: {part: 1, back: 1}}\n").reversed(); }) ==
        ("the crosswalk walk can't be read the other way round: `part` says how much of new is answered, not how "
         "much of old that takes; `back` is lacking at A1 for X1 (line 6)"));
  const Crosswalk crosswalk = walk("  X1: {A1: {part: 50%, back: 100%}}\n  X2: {A2: {part: 1, back: 25%}, }\n");
  const Crosswalk back = crosswalk.reversed();
  CHECK(back.from().id() == "new");
  CHECK(back.to().id() == "old");
  CHECK(back.links()[0].part == 1);
  CHECK(back.links()[0].back == 0.5);
  CHECK(back.unmapped(before().at("A2")) == 0.75);
  CHECK(back.unused(after().at("X1")) == 0.5);
  CHECK(back.reversed().links()[1].part == 1);
  CHECK(back.reversed().from().id() == "old");
  CHECK(refusal([] { walk("  X1: {A: {part: 1, back: 1}}\n  X2: {A2: {part: 1, back: 1}}\n").reversed(); }) ==
        ("the crosswalk walk can't be read the other way round: A2 would be answered more than wholly, alone and "
         "with its group"));
}

TEST_CASE("a crosswalk stands between edits and overlays, too") {
  const Crosswalk crosswalk = walk("  X1: A1\n");
  const Crosswalk edited = crosswalk.between(before().with_weight("A", 1), after());
  CHECK(edited.from().fingerprint() != before().fingerprint());
  CHECK(edited.unused() == 0.75);
  CHECK_THROWS_AS(crosswalk.between(after(), before()), FrameworkError);
}

TEST_CASE("a crosswalk travels as bytes") {
  const Crosswalk crosswalk = walk("  X1: {A1: {part: 50%, back: 100%}}\n").between(before().with_weight("A", 2), after());
  for (const Crosswalk& each : {crosswalk, crosswalk.reversed()}) {
    const Crosswalk there = Crosswalk::deserialise(each.serialise());
    CHECK(there.serialise() == each.serialise());
    CHECK(there.from().fingerprint() == each.from().fingerprint());
    CHECK(there.links()[0].part == each.links()[0].part);
    CHECK(there.unmapped() == each.unmapped());
  }
  CHECK(refusal([] { Crosswalk::deserialise("rulescore crosswalk 1\n9:rev"); }) == "these bytes are no serialised crosswalk");
  CHECK_THROWS_AS(Crosswalk::deserialise(before().serialise()), UsageError);
}

TEST_CASE("the crosswalks that ship") {
  const std::string folder = std::string(RULESCORE_SOURCE_DIR) + "/indicators/crosswalks/";
  const Crosswalk editions = Crosswalk::load(folder + "2021-to-2019.yaml");
  CHECK(editions.to().indicators().size() == 8);
  CHECK(editions.unmapped() == 0);
  CHECK(editions.unused() == Approx(0.04));  // group G, on emergencies
  CHECK(editions.unused(editions.from().at("G")) == 1);
  CHECK(editions.reversed().unmapped() == editions.unused());
  CHECK(Crosswalk::load(folder + "2021-to-five.yaml").unmapped() == Approx((0.5 + 0.4) / 5));
  CHECK(Crosswalk::is_one(folder + "2021-to-five.yaml"));
  CHECK_FALSE(Crosswalk::is_one(folder + "../demonstration-2019/framework.yaml"));
  CHECK_FALSE(Crosswalk::is_one(folder));
}

TEST_CASE("the paths of a crosswalk") {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / ("rulescore-crosswalk-" + std::to_string(::getpid()));
  fs::create_directories(root / "walks");
  fs::create_directories(root / "new");
  const auto write = [](const fs::path& path, const std::string& text) { std::ofstream(path) << text; };
  const std::string small = "version: \"1\"\ntitle: t\nchildren:\n" + leaf("Y", 2);
  write(root / "new" / "framework.yaml", "rulescore: 1\nid: new\n" + small);
  write(root / "old.yaml", "rulescore: 1\nid: old\n" + small);
  const auto load = [&](const std::string& path, const LoadOptions& options = {}) {
    const std::string file = (root / "walks" / "w.yaml").string();
    write(file,
          "rulescore: 1\ncrosswalk: w\nfrom: {id: old, path: " + path + "}\nto: {id: new, path: ../new}\nanswers: {Y: Y}\n");
    try {
      return Crosswalk::load(file, options).from().id();
    } catch (const FrameworkError& error) {
      return error.issues().at(0).code + ": " + error.issues().at(0).message;
    }
  };
  CHECK(load("../old.yaml") == "old");
  CHECK(load("../old.yml") == "no-such-file: there is no framework `../old.yml` beside this crosswalk");
  CHECK(load("../../old.yaml").starts_with("bad-path: the framework `../../old.yaml` can't be read: it must stand below"));
  CHECK(load((root / "old.yaml").string()).starts_with("bad-path: "));
  CHECK(load((root / "old.yaml").string(), {.allow_outside = true}) == "old");
  CHECK(load("demonstration-2020").starts_with("unknown-framework: no framework that ships is called `demonstration-2020`"));
  CHECK(load("five").starts_with("unknown-framework"));  // templates that stand in a folder have none of their own
  fs::remove_all(root);
}
