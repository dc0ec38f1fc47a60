// What a reader is told before trusting a card.
#include "score/score.hpp"

#include "support/catch.hpp"
#include "support/model.hpp"

#include <string>
#include <vector>

namespace rulescore {
namespace {

using testing::evidence_of;
using testing::fact;
using testing::saying;
using testing::with_status;

Framework two_indicators(bool each) {
  testing::TreeBuilder builder;
  std::vector<Rule> rules(2);
  rules[0].value = ValueSpec{};
  rules[0].value->each = each;
  rules[1].value = ValueSpec{};
  builder.indicator(0, "A", 1, testing::TreeBuilder::one_presence(), rules);
  builder.indicator(0, "B", 1, testing::TreeBuilder::one_presence(), rules);
  return builder.build();
}

std::vector<std::string> warnings(const std::vector<testing::Saying>& facts, bool each = false,
                                  std::string_view language = "zh") {
  const Framework framework = two_indicators(each);
  return score(framework, evidence_of(framework, facts)).warnings(language);
}

testing::Saying rate(double value, const std::string& quote, std::uint32_t indicator = 0, std::uint16_t rule = 0) {
  return saying(fact(indicator, rule, value), quote);
}

}  // namespace

TEST_CASE("nothing to warn of") { CHECK(warnings({rate(95, "办结率95%")}).empty()); }

TEST_CASE("an empty text, a text without evidence, a text without achievements") {
  const Framework framework = two_indicators(false);
  const EvidenceSet empty(Document::from_text(""), framework.rules_fingerprint(), {});
  CHECK(score(framework, empty).warnings() == std::vector<std::string>{"文本为空，或者只有网页的附属文字"});
  CHECK(warnings({}, false, "en") ==
        std::vector<std::string>{"no evidence at all: this may not be the kind of report the framework is for"});
  CHECK(warnings({with_status(fact(0), Status::planned)}) == std::vector<std::string>{"只找到计划或不足，没有找到已完成的工作"});
}

TEST_CASE("two levels of one rate are told once a pair, both quoted") {
  const std::vector<std::string> told =
      warnings({rate(95, "行政复议案件办结率95%"), rate(95, "行政复议案件办结率为95%"), rate(88, "行政复议案件办结率88%")});
  CHECK(told ==
        std::vector<std::string>{"A r0：“行政复议案件办结率95%”与“行政复议案件办结率88%”，同一项有两个数值，请核对是否同一口径"});
  CHECK(warnings({rate(95, "掌上执法率95%"), rate(88, "掌上执法率达到88%")}, false, "en") ==
        std::vector<std::string>{
            "A r0: \"掌上执法率95%\" and \"掌上执法率达到88%\" give two figures for one rate; please check whether "
            "they mean the same"});
}

TEST_CASE("what is no contradiction") {
  const std::string name = "行政复议案件办结率";
  CHECK(warnings({rate(95, name + "95%"), rate(88, name + "88%", 0, 1)}).empty());                            // another rule
  CHECK(warnings({rate(95, name + "95%"), rate(88, name + "88%", 1)}).empty());                               // another indicator
  CHECK(warnings({rate(95, name + "95%"), with_status(rate(100, name + "100%"), Status::planned)}).empty());  // a goal
  CHECK(warnings({rate(95, name + "95%"), rate(88, name + "88%")}, true).empty());              // takes every figure
  CHECK(warnings({rate(100, "掌上执法激活率100%"), rate(98.38, "掌上执法率98.38%")}).empty());  // another rate
  CHECK(warnings({rate(100, "群众满意率100%"), rate(98, "群众满意率98%")}).empty());            // whose is not said
  CHECK(warnings({rate(95, "初审" + name + "95%"), rate(88, "复审" + name + "88%")}).empty());
  CHECK(warnings({rate(95, "2020年" + name + "95%"), rate(88, "2019年" + name + "88%")}).empty());
  CHECK(warnings({rate(95, name + "95%"), rate(88, "力争" + name + "88%")}).empty());
  CHECK(warnings({rate(95, name + "95%"), rate(94.97, name + "94.97%")}).empty());  // one is the other, rounded
  testing::Saying about = rate(90, name + "约90%");
  about.bound = Bound::about;
  CHECK(warnings({rate(95, name + "95%"), about}).empty());
}

TEST_CASE("another year's, another place's, another source's figure is another thing") {
  const Framework framework = two_indicators(false);
  const EvidenceSet set = evidence_of(framework, {rate(95, "行政复议案件办结率95%"), rate(88, "行政复议案件办结率88%")});
  const auto with = [&](auto edit) {
    std::vector<Evidence> items(set.items().begin(), set.items().end());
    edit(items[1]);
    return score(framework, EvidenceSet(set.document(), set.rules_fingerprint(), items)).warnings().size();
  };
  CHECK(with([](Evidence&) {}) == 1);
  CHECK(with([](Evidence& e) { e.year = 2019; }) == 0);
  CHECK(with([](Evidence& e) { e.scope = Whose::subordinate; }) == 0);
  CHECK(with([](Evidence& e) { e.kind = SourceKind::statistic; }) == 0);
}

TEST_CASE("each indicator's contradiction is told") {
  CHECK(warnings({rate(95, "掌上执法率95%"), rate(88, "掌上执法率88%"), rate(60, "述法评议率60%", 1, 1),
                  rate(50, "述法评议率50%", 1, 1)})
            .size() == 2);
}

// What the text itself gets wrong, whatever the framework makes of it.
TEST_CASE("sums, shares and rates that don't follow, in words") {
  const auto told = [](const std::string& text, std::string_view language = "zh") {
    return warnings({saying(fact(0), text)}, false, language);
  };
  using Lines = std::vector<std::string>;
  CHECK(told("受理行政复议案件86件，其中公安类40件、其他44件") ==
        Lines{"“受理行政复议案件86件”，各部分“公安类40件、其他44件”合计84件，还差2件，请核对"});
  CHECK(told("受理行政复议案件86件，其中公安类40件、其他44件", "en") ==
        Lines{"\"受理行政复议案件86件\", its parts \"公安类40件、其他44件\" add up to 84 件, too few by 2 件; please check"});
  CHECK(told("办理复议案件56件，应诉案件43件，共98件") ==
        Lines{"“共98件”，各部分“办理复议案件56件，应诉案件43件”合计99件，多出1件，请核对"});
  CHECK(told("受理行政复议案件86件，其中公安领域96件") ==
        Lines{"“受理行政复议案件86件”，其中一部分“公安领域96件”就多出10件，请核对"});
  CHECK(told("行政处罚类占45.2%、行政许可类占30.1%、信息公开类占28.1%") ==
        Lines{"“行政处罚类占45.2%、行政许可类占30.1%、信息公开类占28.1%”，各占比合计103.4%，请核对"});
  CHECK(told("受理行政复议案件86件，其中公安类43件，占比60%") ==
        Lines{"“60%”与“受理行政复议案件86件，其中公安类43件”不符，按后者应为50%，请核对"});
  CHECK(told("共受理行政复议案件86件，办结79件，办结率98.5%") ==
        Lines{"“办结率98.5%”与“共受理行政复议案件86件，办结79件”不符，按后者应为91.86%，请核对"});
  CHECK(told("共受理行政复议案件86件，办结79件，办结率98.5%", "en") ==
        Lines{"\"办结率98.5%\" doesn't follow from \"共受理行政复议案件86件，办结79件\", which gives 91.86%; please check"});
}

TEST_CASE("a figure of the lead that the body states otherwise is told as such, and once") {
  const Framework framework = two_indicators(false);
  const std::string text = "行政机关负责人出庭应诉率100%。\n一、主要工作\n行政机关负责人出庭应诉率98%。\n";
  const Document document = Document::from_text(text);
  std::vector<Evidence> items(2);
  for (Evidence& piece : items) piece.unit = "%";
  items[0].value = 100, items[0].begin = 0, items[0].end = static_cast<std::uint32_t>(text.find("。"));
  const std::size_t second = text.find("行政机关", 1);
  items[1].value = 98, items[1].begin = static_cast<std::uint32_t>(second);
  items[1].end = static_cast<std::uint32_t>(text.find("。", second));
  const std::vector<std::string> told = score(framework, EvidenceSet(document, framework.rules_fingerprint(), items)).warnings();
  CHECK(told ==
        std::vector<std::string>{"“行政机关负责人出庭应诉率100%”与“行政机关负责人出庭应诉率98%”，同一件事有两个数值，请核对"});
}

}  // namespace rulescore
