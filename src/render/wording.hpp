// A rule and a scoring shape said in words, with their numbers. Tested by tests/unit/render/explain_test.cpp.
#pragma once

#include "framework/model.hpp"
#include "render/table.hpp"

#include <string>
#include <string_view>

namespace rulescore::render {

// "出庭应诉率 或 出庭率；数值单位 %，同一分句"
std::string rule_in_words(const Rule& rule, const TableStyle& style);
// "50% 得 0，100% 得 1，其间线性"
std::string shape_in_words(const RuleScore& score, const Rule& rule, const TableStyle& style);
// "closed ÷ received × 100"; operands by their names.
std::string metric_in_words(const Metric& metric, const IndicatorModel& indicator, const TableStyle& style);
// A term of a metric.
std::string shape_in_words(const RuleScore& score, const Metric& metric, const TableStyle& style);
// How several rules combine: "取最高" …
std::string take_in_words(Take take, const TableStyle& style);

// How an indicator's score block uses a rule. The others are its side blocks.
enum class Use { none, rules, all_of, otherwise, bonus, deduct };
struct RuleUse {
  Use use = Use::none;
  const RuleScore* score = nullptr;  // null for Use::none
};
RuleUse use_of(const ScoreBlock& block, Source source);

}  // namespace rulescore::render
