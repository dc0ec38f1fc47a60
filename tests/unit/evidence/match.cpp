// What each key of a rule means, on sentences written for it.
#include "finder.hpp"

#include "support/catch.hpp"

using Found = std::vector<std::string>;

TEST_CASE("any, all and none look in the clause") {
  const Finder f("r: {any: [出庭], all: [[负责人, 首长]], none: [旁听]}");
  CHECK(f.find("行政首长出庭应诉。") == Found{"r0 achieved 行政首长出庭应诉"});
  CHECK(f.find("首长重视,专人出庭。").empty());
  CHECK(f.find("负责人旁听,负责人出庭。") == Found{"r0 achieved 负责人出庭"});
  CHECK(f.find("负责人出庭旁听。").empty());
}

TEST_CASE("in: sentence widens all and none") {
  const Finder f("r: {any: [出庭], all: [负责人], none: [旁听], in: sentence}");
  CHECK(f.find("负责人带头,依法出庭。") == Found{"r0 achieved 负责人带头,依法出庭"});
  CHECK(f.find("负责人出庭,群众旁听。").empty());
  CHECK(f.find("负责人带头。依法出庭。").empty());
}

TEST_CASE("all alone: its first entry begins the rule") {
  const Finder f("r: {all: [[修订, 制定], 预案]}");
  CHECK(f.find("修订应急预案。").size() == 1);
  CHECK(f.find("演练预案。").empty());
}

TEST_CASE("near counts characters and sides, and stays in the sentence") {
  const Finder f("r: {any: [述法], near: {any: [组织], within: 4, side: before}}");
  CHECK(f.find("组织开展述法。").size() == 1);
  CHECK(f.find("组织全体干部开展述法。").empty());
  CHECK(f.find("述法由组织部门开展。").empty());
  CHECK(f.find("组织。述法。").empty());
}

TEST_CASE("an ellipsis joins words in order, fifteen characters apart at most, in one clause") {
  const Finder f("r: {any: [听取…报告]}");
  CHECK(f.find("听取法治政府建设年度报告。") == Found{"r0 achieved 听取法治政府建设年度报告"});
  CHECK(f.find("听取一二三四五六七八九十一二三四五报告。").size() == 1);
  CHECK(f.find("听取一二三四五六七八九十一二三四五六报告。").empty());
  CHECK(f.find("报告听取情况。").empty());
  CHECK(f.find("听取意见,形成报告。").empty());
}

TEST_CASE("context looks in sentence, paragraph, section with its headings, document") {
  const std::string text = "一、行政复议工作\n(一)办案。全年办结79件。\n二、普法工作\n办结3件。\n";
  CHECK(Finder("r: {any: [办结], context: {any: [行政复议]}, value: {unit: 件}}").find(text) == Found{"r0 achieved 79件 全年办结79件"});
  CHECK(Finder("r: {any: [办结], context: {any: [行政复议], in: document}, value: {unit: 件}}").find(text).size() == 2);
  CHECK(Finder("r: {any: [办结], context: {any: [行政复议], in: sentence}, value: {unit: 件}}").find(text).empty());
  CHECK(Finder("r: {any: [办结], context: {any: [办案], in: paragraph}, value: {unit: 件}}").find(text).size() == 1);
}

TEST_CASE("width, case, quotes, blanks and invisible characters make no difference") {
  const Finder f("r: {any: [“双随机”App１２]}");
  CHECK(f.find("推广\"双随机\"APP12。").size() == 1);
  CHECK(f.find("推广“双 随\u200B机”ａpp１２。").size() == 1);
}

TEST_CASE("a figure counts once for a rule, and a repeated one is a duplicate") {
  const Finder f("r: {any: [审计项目, 审计], value: {unit: 个}}");
  CHECK(f.find("审计工作完成审计项目19个。").size() == 1);
  const auto set = f.engine().match(rulescore::Document::from_text("审计项目19个。\n全年完成审计项目19个。\n审计项目20个。"));
  REQUIRE(set.items().size() == 3);
  CHECK(set.items()[0].duplicate_of == rulescore::Evidence::none);
  CHECK(set.items()[1].duplicate_of == 0);
  CHECK(set.items()[2].duplicate_of == rulescore::Evidence::none);
}

TEST_CASE("boilerplate is never evidence") {
  CHECK(Finder("r: {any: [法治]}").find("分享到:法治\n").empty());
}

TEST_CASE("nothing in, nothing out") {
  CHECK(Finder("r: {any: [法治]}").find("").empty());
  CHECK(Finder("r: {any: [法治]}").find("\n\n 。。").empty());
}

TEST_CASE("a heading without a figure repeats the text below it") {
  const Finder f("r: {any: [出庭应诉], near: {any: [推进, 加强], within: 10}, value: {unit: \"%\", optional: true}}");
  CHECK(f.find("一、加强出庭应诉\n推进出庭应诉工作。\n二、其他\n好。\n") == std::vector<std::string>{"r0 achieved 推进出庭应诉工作"});
  CHECK(f.find("一、加强出庭应诉\n全年无事。\n二、其他\n推进出庭应诉工作。\n").size() == 2);
  CHECK(f.find("一、加强出庭应诉达90%\n推进出庭应诉工作。\n").size() == 2);
}
