// Which figure goes with which phrase.
#include "finder.hpp"

#include "support/catch.hpp"

using Found = std::vector<std::string>;

TEST_CASE("the nearest figure of a fitting unit, enumeration commas counted as distance") {
  const Finder f("r: {any: [规范性文件], value: {unit: 件}}");
  CHECK(f.find("备案109件部门规范性文件、43件区市政府规范性文件。") ==
        Found{"r0 achieved 109件 备案109件部门规范性文件", "r0 achieved 43件 43件区市政府规范性文件"});
}

TEST_CASE("a tie goes to the figure after the phrase") {
  CHECK(Finder("r: {any: [建议], value: {unit: 件}}").find("办理5件建议7件。") == Found{"r0 achieved 7件 办理5件建议7件"});
}

TEST_CASE("side and unit restrict, optional relents") {
  CHECK(Finder("r: {any: [建议], value: {unit: 件, side: before}}").find("办理5件建议7件。") == Found{"r0 achieved 5件 办理5件建议7件"});
  CHECK(Finder("r: {any: [建议], value: {unit: 条}}").find("办理建议7件。").empty());
  CHECK(Finder("r: {any: [建议], value: {unit: 条, optional: true}}").find("办理建议7件。") == Found{"r0 achieved 办理建议7件"});
}

TEST_CASE("a rise or fall is not a level of percent") {
  const Finder level("r: {any: [败诉率], value: {unit: \"%\", within: sentence}}");
  CHECK(level.find("败诉率同比下降49.5%。").empty());
  CHECK(level.find("败诉率6.67%,同比下降49.50%。") == Found{"r0 achieved 6.67% 败诉率6.67%"});
  CHECK(level.find("败诉率由10%降至8.6%。") == Found{"r0 achieved 8.6% 败诉率由10%降至8.6%"});
  const Finder fall("r: {any: [败诉率], value: {unit: \"%\", within: sentence, change: decrease}}");
  CHECK(fall.find("败诉率由10%降至8.6%。").empty());
  CHECK(fall.find("败诉率6.67%,同比下降49.50%。") == Found{"r0 achieved 49.5% 败诉率6.67%,同比下降49.50%"});
}

TEST_CASE("figures given respectively go item by item") {
  const std::string text = "办理代表建议410件、委员提案716件,满意率分别达到99%、99.3%。";
  CHECK(Finder("r: {any: [满意率], context: {any: [建议], in: sentence}, value: {unit: \"%\"}}").find(text)[0].substr(0, 15) == "r0 achieved 99%");
  CHECK(Finder("r: {any: [满意率], context: {any: [提案], in: sentence}, value: {unit: \"%\"}}").find(text)[0].substr(0, 17) == "r0 achieved 99.3%");
  const std::string later = "办理代表建议215件、委员提案386件,办复率100%,满意率分别为98.6%和99.1%。";
  CHECK(Finder("r: {any: [满意率], context: {any: [提案], in: sentence}, value: {unit: \"%\"}}").find(later)[0].substr(0, 17) == "r0 achieved 99.1%");
  CHECK(Finder("r: {any: [及时率], value: {unit: \"%\"}}").find("报备率、及时率分别达到98%、97%。")[0].substr(0, 15) == "r0 achieved 97%");
}

TEST_CASE("one figure shared by several subjects serves each") {
  const Finder f("a: {any: [报备率], value: {unit: \"%\"}}\nb: {any: [及时率], value: {unit: \"%\"}}");
  const auto found = f.find("文件报备率、及时率均达到100%。");
  REQUIRE(found.size() == 2);
  CHECK(found[0].substr(0, 16) == "r0 achieved 100%");
  CHECK(found[1].substr(0, 16) == "r1 achieved 100%");
}

TEST_CASE("each takes every fitting figure") {
  CHECK(Finder("r: {any: [培训], value: {unit: 场, each: true}}").find("培训3场、5场。").size() == 2);
}

TEST_CASE("words stand for figures") {
  const Finder f("r: {any: [合法性审查], value: {unit: \"%\", words: {全覆盖: 100%}}}");
  CHECK(f.find("镇街合法性审查全覆盖。") == Found{"r0 achieved 100% 镇街合法性审查全覆盖"});
  CHECK(f.find("合法性审查率98%。") == Found{"r0 achieved 98% 合法性审查率98%"});
}

TEST_CASE("zero in words is a figure") {
  CHECK(Finder("r: {any: [败诉案件], value: {unit: [起, 件, 例]}}").find("全年未发生一起败诉案件。") ==
        Found{"r0 achieved 0起 全年未发生一起败诉案件"});
}

TEST_CASE("sum adds the figures that 和 or 、 joins, and no others") {
  const Finder f("r: {any: [清理], value: {unit: 次, sum: true}}");
  CHECK(f.find("开展5次专项清理和1次全面清理。") == Found{"r0 achieved 6次 开展5次专项清理和1次全面清理"});
  CHECK(f.find("开展三次清理、两次专项清理。")[0].substr(0, 16) == "r0 achieved 5次");
  CHECK(f.find("开展3次全面清理,另有2次培训。")[0].substr(0, 16) == "r0 achieved 3次");
  CHECK(f.find("开展3次全面清理和2件修改。")[0].substr(0, 16) == "r0 achieved 3次");
  CHECK(f.find("开展10余次全面清理和2次专项清理。")[0].substr(0, 17) == "r0 achieved 12次");
}
