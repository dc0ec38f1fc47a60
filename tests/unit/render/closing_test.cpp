// What would close a gap, in words a report writer can use.
#include "support/catch.hpp"

#include <rulescore/engine.hpp>
#include <rulescore/render.hpp>

#include <string>

namespace rulescore {
namespace {

std::string closes(const std::string& score, const std::string& text, const std::string& language = "zh") {
  const Framework framework = Framework::parse(R"(
rulescore: 1
id: closing
version: "1"
title: {zh: 差距, en: Gaps}
children:
  - code: A
    title: {zh: 备案, en: Filing}
    asks: {zh: 文件都要备案。, en: Every document is filed.}
    evidence:
      filed: {any: [报备率, 备案率, 备案比例, 报送比例], value: {unit: "%"}}
      on_time: {any: [及时率], value: {unit: "%"}}
      mention: {any: [备案]}
    score: )" + score + "\n");
  return what_closes(Engine(framework).evaluate(Document::from_text(text)), 1, language);
}

}  // namespace

TEST_CASE("of the best of several only what is worth full marks is asked for") {
  CHECK(closes("{filed: {from: 50%, to: 100%}, mention: 0.4}", "已经备案。\n") ==
        "文件都要备案。 满分看：报备率/备案率/备案比例…：50% 得 0，100% 得 1，其间线性");
  CHECK(closes("{filed: {from: 50%, to: 100%}, mention: 0.4}", "已经备案。\n", "en") ==
        "Every document is filed. Full marks: 报备率 / 备案率 / 备案比例…: 50% earns 0, 100% earns 1, linear between");
}

TEST_CASE("several ways to full marks are alternatives") {
  CHECK(closes("{filed: {reach: 100%}, on_time: {reach: 95%}}", "没有说。\n") ==
        "文件都要备案。 满分看：报备率/备案率/备案比例…：不低于 100% 得 1，否则 0；或 及时率：不低于 95% 得 1，否则 0");
}

TEST_CASE("what has to be together is asked for together, without what is there") {
  const std::string score = "{all_of: {filed: {reach: 100%}, on_time: {reach: 100%}}}";
  CHECK(closes(score, "没有说。\n") ==
        "文件都要备案。 满分看：报备率/备案率/备案比例…：不低于 100% 得 1，否则 0，并且 及时率：不低于 100% 得 1，否则 0");
  CHECK(closes(score, "报备率100%。\n") == "文件都要备案。 满分看：及时率：不低于 100% 得 1，否则 0");
}

TEST_CASE("at full marks only what it asks for is left to say") {
  CHECK(closes("{filed: {reach: 100%}}", "报备率100%。\n") == "文件都要备案。");
}

}  // namespace rulescore
