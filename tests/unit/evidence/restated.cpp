// One thing said twice with two figures, and two things that only sound like one.
#include "evidence/contradiction.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

namespace rulescore {
namespace {

// A report with a lead and a body of two parts.
std::string report(const std::string& lead, const std::string& first, const std::string& second = "持续推进。") {
  return "某市2020年法治政府建设成绩单\n" + lead + "\n一、依法行政\n" + first + "\n二、化解争议\n" + second + "\n";
}

std::string told(const std::string& text) {
  const Document document = Document::from_text(text);
  std::string all;
  for (const Contradiction& c : contradictions(document)) {
    if (!all.empty()) all += "; ";
    all += c.kind == ContradictionKind::restated ? "" : "?";
    all +=
        std::string(document.text(c.first_begin, c.first_end)) + " | " + std::string(document.text(c.second_begin, c.second_end));
  }
  return all;
}

}  // namespace

TEST_CASE("the lead says one figure, the body another") {
  CHECK(told(report("过去一年，行政执法部门对轻微违法行为不予处罚4172起。", "行政执法部门对轻微违法行为不予处罚4173起。")) ==
        "行政执法部门对轻微违法行为不予处罚4172起 | 行政执法部门对轻微违法行为不予处罚4173起");
  CHECK(told(report("行政机关负责人出庭应诉率达到100%。", "推进出庭，行政机关负责人出庭应诉率98.5%。")) ==
        "行政机关负责人出庭应诉率达到100% | 行政机关负责人出庭应诉率98.5%");
  CHECK(told(report("全市新增规范化公共法律服务站20个。", "稳步推进。", "2020年，新增规范化公共法律服务站21个。")) ==
        "全市新增规范化公共法律服务站20个 | 新增规范化公共法律服务站21个");
}

TEST_CASE("two things that only sound like one") {
  const std::string lead = "行政执法部门不予或减轻行政处罚4172起。";
  CHECK(told(report(lead, lead)).empty());
  CHECK(told(report(lead, "行政执法部门不予或减轻行政处罚4100余起。")).empty());  // as exact as it says
  CHECK(told(report(lead, "2019年行政执法部门不予或减轻行政处罚3100起，2020年再创新高。")).empty());
  CHECK(told(report(lead, "去年同期，行政执法部门不予或减轻行政处罚3100起。")).empty());
  CHECK(told(report(lead, "上半年，行政执法部门不予或减轻行政处罚2100起。")).empty());
  CHECK(told(report(lead, "在东城区，行政执法部门不予或减轻行政处罚410起。")).empty());          // another place
  CHECK(told(report(lead, "市公安局主动作为，行政执法部门不予或减轻行政处罚410起。")).empty());  // another body
  CHECK(told(report(lead, "三年来累计工作扎实，行政执法部门不予或减轻行政处罚9410起。")).empty());
  CHECK(told(report(lead, "明年力争行政执法部门不予或减轻行政处罚5000起。")).empty());
  CHECK(told(report("一般。", lead, "行政执法部门不予或减轻行政处罚4173起。")).empty());  // not in the lead
  CHECK(told(report("全年办结案件40件。", "全年办结案件41件。")).empty());                // too few words to be sure
  CHECK(told(report("重大行政决策合法性审查率98%。", "要求重大行政决策合法性审查率100%。")).empty());
  const std::string plan = "某市成绩单\n重大行政决策合法性审查率达98%。\n二、下一步打算\n重大行政决策合法性审查率达100%。\n";
  CHECK(told(plan).empty());
}

}  // namespace rulescore
