// See completeness.hpp. The words are ours, gathered from how such reports are written; a word that is missing here costs a
// warning, one too many costs trust, so every doubt is answered with "not complete", "not exclusive", "not to be added".
#include "evidence/completeness.hpp"

#include <algorithm>

namespace rulescore {
namespace {

using Word = std::u32string_view;

constexpr Word carried_over[] = {U"结转", U"转入", U"旧存", U"存量",   U"遗留",  U"未结",
                                 U"积案", U"历年", U"往年", U"上年未", U"去年未"};
constexpr Word counted_twice[] = {U"重复", U"交叉", U"兼任", U"兼有", U"既", U"同时", U"或者"};
constexpr Word only_some[] = {U"主要", U"前两", U"前三", U"前五",   U"居前",  U"重点",
                              U"较多", U"最多", U"为主", U"集中在", U"集中于"};

// What is done with a thing that was counted before.
constexpr Word stages[] = {U"办结", U"审结", U"结案", U"已结", U"立案", U"受理", U"新收", U"收到", U"化解", U"成功", U"整改",
                           U"完成", U"纠错", U"纠正", U"处置", U"移送", U"采纳", U"反馈", U"答复", U"查处", U"罚款", U"罚没",
                           U"作出", U"追究", U"问责", U"约谈", U"通报", U"参与", U"参加", U"覆盖", U"受益", U"惠及", U"出庭",
                           U"开庭", U"听证", U"办理", U"审查", U"审核", U"备案", U"制发", U"发出", U"提出", U"开展", U"涉及"};
constexpr Word no_stages[] = {U"不予受理", U"未受理", U"不予立案", U"不予答复"};
constexpr Word opening_stages[] = {U"办结", U"审结", U"结案", U"立案", U"受理", U"新收", U"收到", U"移送"};
constexpr Word counts_its_own[] = {U"建成", U"建有", U"设立", U"设有", U"培训", U"配备", U"聘请", U"拥有", U"发放",
                                   U"有",   U"达",   U"调解", U"排查", U"创建", U"打造", U"检查", U"发现"};
constexpr Word growth[] = {U"新增", U"新建", U"新设", U"增加", U"增设", U"再", U"又"};
constexpr Word total_words[] = {U"共", U"累计", U"总数", U"总量", U"合计", U"总计"};

// Labels that all come from one of these exclude each other.
constexpr Word levels[] = {U"国家级", U"部级", U"省级",   U"市级", U"县级", U"区级", U"镇级",
                           U"乡级",   U"村级", U"市本级", U"市直", U"区县", U"县区"};
constexpr Word outcomes[] = {U"维持",     U"驳回", U"撤销",     U"变更", U"确认违法", U"责令履行",
                             U"责令限期", U"终止", U"不予受理", U"其他", U"其余"};
constexpr Word sexes[] = {U"男", U"女"};
constexpr Word employments[] = {U"专职", U"兼职"};
constexpr Word lawyers[] = {U"社会律师", U"公职律师", U"公司律师"};
constexpr Word ways[] = {U"线上", U"线下", U"网上", U"现场", U"来信", U"来访", U"来电"};
constexpr Word periods[] = {U"上半年", U"下半年", U"一季度", U"二季度", U"三季度", U"四季度"};
constexpr Word deeds[] = {U"处罚", U"许可",     U"强制",   U"征收", U"确认", U"裁决", U"给付",
                          U"奖励", U"信息公开", U"不作为", U"履职", U"其他", U"其余"};
constexpr Word bodies[] = {U"公安", U"人社", U"社保", U"人力资源", U"市场监管", U"市监", U"自然资源", U"国土", U"规划",
                           U"住建", U"房管", U"城管", U"城市管理", U"综合执法", U"交通", U"教育",     U"卫健", U"农业",
                           U"水利", U"民政", U"税务", U"环保",     U"生态环境", U"应急", U"司法",     U"信访", U"法院",
                           U"检察", U"仲裁", U"街道", U"乡镇",     U"镇街",     U"其他", U"其余"};
constexpr Word proposals[] = {U"建议", U"提案", U"议案"};
constexpr Word trials[] = {U"一审", U"二审", U"再审"};
constexpr Word laws[] = {U"刑事", U"民事", U"行政案件"};
constexpr Word powers[] = {U"取消", U"下放", U"承接"};
constexpr Word ties[] = {U"在编", U"编制", U"辅助", U"编外"};
constexpr Words families[] = {levels,      trials,  laws, powers,  ties,  outcomes, sexes,
                              employments, lawyers, ways, periods, deeds, bodies,   proposals};
constexpr Word heads = U"类级型市县区镇乡局厅科";  // what comes under one of these comes under no other
// … unless it is a distinction, which a place may have twice.
constexpr Word distinctions[] = {U"示范", U"先进", U"达标", U"试点", U"规范化", U"优秀",
                                 U"重点", U"星级", U"文明", U"典型", U"品牌"};

constexpr Word valid[] = {U"继续有效", U"保留", U"有效"};
constexpr Word repealed[] = {U"废止", U"失效"};
constexpr Word amended[] = {U"修改", U"修订"};

constexpr std::size_t loose_parts = 4;   // that 其中 must list for a slip to show
constexpr std::size_t longest_name = 8;  // of a part that counts just what the total counts

template <typename Ask>
bool all_labels(const Passage& p, const Listing& list, Ask ask) {
  return std::all_of(list.parts.begin(), list.parts.end(), [&](const Part& part) { return ask(p.slice(part.label)); });
}

bool is_cleanup(const Passage& p, const Listing& list) {
  const auto any = [&](Words words) { return !all_labels(p, list, [&](Word label) { return !has_any(label, words); }); };
  return any(valid) && any(repealed) && any(amended) && all_labels(p, list, [](Word label) {
           return has_any(label, valid) || has_any(label, repealed) || has_any(label, amended);
         });
}

// 等三类, 共三类, 两部分 right behind three, two parts.
bool counts_its_parts(const Passage& p, const Listing& list) noexcept {
  constexpr Word numerals = U"零一二三四五六七八九十";
  std::uint32_t i = list.where.end;
  while (i < list.where.end + 3 && any_of(p.in().at(i), U"等共这,")) ++i;
  const char32_t numeral = p.in().at(i) == U'两' ? U'二' : p.in().at(i);
  const bool counts = any_of(p.in().at(i + 1), U"类种") || p.in().starts(i + 1, U"个方面") || p.in().starts(i + 1, U"部分");
  return counts && any_of(numeral, numerals) && numerals.find(numeral) == list.parts.size();
}

// 建议、提案315件,其中建议105件,提案210件: the parts' names are the total's.
bool mirrors_total(const Passage& p, const Listing& list) {
  const Word name = p.slice(p.clause_of(list.total));
  const auto enumerated = static_cast<std::size_t>(std::count(name.begin(), name.end(), U'、')) + 1;
  if (enumerated > list.parts.size() || name.find(U'等') != name.npos) return false;
  std::vector<std::size_t> seen;
  return list.parts.size() > 1 && all_labels(p, list, [&](Word label) {
           if (label.size() < 2) return false;
           seen.push_back(name.find(label.substr(label.size() - 2)));
           return seen.back() != name.npos && std::count(seen.begin(), seen.end(), seen.back()) == 1;
         });
}

// 共86件,公安、人社分别为40件和46件: a stated total, one clause of names behind it, nothing done in it.
bool shares_out(const Passage& p, const Listing& list) {
  const Word between = p.slice(list.between);
  return has_any(p.slice(p.clause_of(list.total)), total_words) && std::count(between.begin(), between.end(), U',') == 1 &&
         between.find(U'、') != between.npos && !has_any(between, stages) && !has_any(between, counts_its_own);
}

}  // namespace

Completeness completeness_of(const Passage& p, const Listing& list) {
  if (list.manner == Manner::closing || list.manner == Manner::remainder) return Completeness::whole;
  if (has_any(p.slice({p.clause_of(list.total).begin, list.where.end}), only_some)) return Completeness::none;
  if (list.manner == Manner::respectively) return shares_out(p, list) ? Completeness::likely : Completeness::none;
  if (list.manner == Manner::cleanup) return is_cleanup(p, list) && !list.open ? Completeness::likely : Completeness::none;
  if (!list.adjacent) return Completeness::none;
  if (is_remainder(p.slice(list.parts.back().label)) || counts_its_parts(p, list)) return Completeness::whole;
  if (list.open || p.in().at(list.where.end) == U'等') return Completeness::none;
  if (list.manner == Manner::divided || mirrors_total(p, list)) return Completeness::whole;
  if (list.manner == Manner::included || is_cleanup(p, list)) return Completeness::likely;
  return list.parts.size() >= loose_parts ? Completeness::loose : Completeness::none;
}

bool excludes_itself(const Passage& p, const Listing& list) {
  if (list.manner == Manner::closing || list.manner == Manner::remainder) return true;
  if (!list.adjacent) return false;
  if (list.manner == Manner::divided) return true;
  const Word whole = p.slice({std::min(p.clause_of(list.total).begin, list.where.begin), list.where.end});
  if (has_any(whole, distinctions)) return false;
  std::vector<Word> labels;
  for (const Part& part : list.parts) labels.push_back(p.slice(part.label));
  return exclude_each_other(labels);
}

bool exclude_each_other(std::span<const std::u32string_view> labels) {
  const auto all = [&](auto ask) { return std::all_of(labels.begin(), labels.end(), ask); };
  const auto is_family = [&](Words family) { return all([&](Word label) { return has_any(label, family); }); };
  if (labels.empty() || std::any_of(std::begin(families), std::end(families), is_family)) return !labels.empty();
  const char32_t head = labels.front().empty() ? U'\0' : labels.front().back();
  return any_of(head, heads) && all([&](Word label) { return label.size() > 1 && label.back() == head; });
}

bool may_be_added(const Passage& p, const Listing& list) {
  const Span clause = p.clause_of(list.total);
  const Word all = p.slice({std::min(clause.begin, list.where.begin), std::max(clause.end, list.where.end)});
  if (has_any(all, carried_over) || has_any(all, counted_twice)) return false;
  if (list.manner == Manner::remainder) return true;
  if (list.manner == Manner::closing && has_any(p.slice({p.clause_of(list.parts.front().item).begin, list.where.end}), growth))
    return false;
  const Part& first = list.parts.front();
  return std::all_of(list.parts.begin(), list.parts.end(), [&](const Part& part) {
    const Word label = p.slice(part.label);
    if (has_any(label, no_stages)) return true;
    if (part.item != first.item) return !has_any(label, stages);
    return !ends_with_any(label, stages) &&
           !starts_with_any(label, opening_stages);  // 审查文件12件、合同30件 has one verb for all
  });
}

bool counts_the_same(const Passage& p, const Listing& list, const Part& part) {
  const Word label = p.slice(part.label);
  if (has_any(p.slice(p.clause_of(list.total)), growth)) return false;
  return !label.empty() && label.size() <= longest_name && !has_any(label, counts_its_own) && !has_any(label, stages);
}

}  // namespace rulescore
