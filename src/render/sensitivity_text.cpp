// How sure a ranking is, for people: what the draws made of each rank, then what leaving out, exchanging and choosing otherwise
// would do. Outside face: render.hpp. Tested by tests/cli/test_sensitivity.py.
#include "render/escape.hpp"
#include "render/index.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rulescore {
namespace render {
namespace {

constexpr std::size_t most_lines = 15;

Column number_column(const std::string& heading) { return {heading, Align::right}; }

// What was drawn, after the number of draws.
std::string weights_line(const UncertaintyOptions& options, const TableStyle& style) {
  using Kind = sensitivity::WeightDraws::Kind;
  if (!options.weights) return say(style, "，权重不变", ", weights as they are");
  const sensitivity::WeightDraws& how = *options.weights;
  if (how.kind == Kind::noise)
    return say(style, "，同级权重各上下浮动至多 ", ", sibling weights moved by up to ") + percent(how.spread) +
           say(style, "", " each way");
  if (how.kind == Kind::interval && how.low.empty())
    return say(style, "，同级权重占比各上下至多 ", ", siblings' shares moved by up to ") + digits(how.spread) +
           say(style, "", " each way");
  if (how.kind == Kind::interval) return say(style, "，权重在给定区间内", ", weights between given bounds");
  if (how.concentration > 0)
    return say(style, "，同级权重按狄利克雷分布，集中度 ", ", siblings' shares Dirichlet around the weights, concentration ") +
           digits(how.concentration);
  return say(style, "，同级权重一切分法等可能", ", all shares of siblings equally likely");
}

std::string drawn_line(const Sensitivity& found, const TableStyle& style) {
  std::string out =
      std::to_string(found.uncertainty.counts.draws) + say(style, " 次抽样", " draws") + weights_line(found.options, style);
  if (!found.options.doubts.empty())
    out += say(style, "，存疑得分 ", ", leaves in doubt: ") + std::to_string(found.options.doubts.size()) + say(style, " 处", "");
  if (found.options.leaf_noise > 0)
    out += say(style, "，每项得分上下浮动至多 ", ", each leaf moved by up to ") + percent(found.options.leaf_noise) +
           say(style, " 满分", " of full marks");
  for (const Choice& choice : found.options.choices) {
    out += say(style, "，", ", ") + choice.name + say(style, "：", ": ");
    for (std::size_t i = 0; i < choice.options.size(); ++i) out += (i == 0 ? "" : "/") + choice.options[i];
  }
  return out + say(style, "，种子 ", ", seed ") + std::to_string(found.options.seed) + '\n';
}

// A rank that may lie between two: no more decimals than it has.
std::string between(double rank) { return digits(std::round(rank * 100) / 100); }

std::string ranks_part(const Index& index, const Sensitivity& found, const TableStyle& style) {
  const IndexColumns columns(index, {});
  const bool timed = !index.times().empty();
  std::vector<Column> headings{number_column(say(style, "名次", "Rank")), {say(style, "单位", "Unit"), Align::left, 40, true}};
  if (timed) headings.push_back(number_column(say(style, "年度", "Year")));
  for (const auto& [zh, en] : {std::pair{"指数", "Index"},
                               {"平均名次", "Mean rank"},
                               {"中位名次", "Median"},
                               {"90%区间", "90% range"},
                               {"居首", "First"}})
    headings.push_back(number_column(say(style, zh, en)));
  TextTable table(std::move(headings));
  for (const std::size_t row : columns.order) {
    const sensitivity::RankSummary& summary = found.uncertainty.summaries[row];
    std::vector<Cell> cells{{rank_text(found.uncertainty.ranks[row], "–")}, {index.units()[row]}};
    if (timed) cells.push_back({digits(index.times()[row])});
    cells.push_back({rounded(found.uncertainty.values[row], 2)});
    cells.push_back({rounded(summary.mean, 2)});
    cells.push_back({between(summary.median)});
    cells.push_back({between(summary.low) + "–" + between(summary.high)});
    cells.push_back({percent(summary.first)});
    table.add(std::move(cells));
  }
  return table.text(style) + '\n' + drawn_line(found, style);
}

// ---- leaving out

std::string left_out_part(const Index& index, const Sensitivity& found, const TableStyle& style) {
  std::vector<std::size_t> order(found.left_out.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return found.left_out[a].mean_shift > found.left_out[b].mean_shift; });
  TextTable table({{say(style, "去掉", "Without"), Align::left, 44, true},
                   number_column(say(style, "平均名次变动", "Mean shift in rank")),
                   number_column(say(style, "最大变动", "Largest")),
                   {say(style, "谁", "Whose")}});
  for (std::size_t i = 0; i < std::min(most_lines, order.size()); ++i) {
    const LeftOut& left = found.left_out[order[i]];
    table.add({{titled(index.framework().nodes()[left.node], style)},
               {rounded(left.mean_shift, 2)},
               {std::to_string(left.largest_shift)},
               {left.largest_shift == 0 ? "–" : index.units()[left.whose]}});
  }
  std::string out = '\n' +
                    say(style, "去掉一组或一项指标，名次平均变动多少：", "Without one group or indicator, how far ranks move:") +
                    '\n' + table.text(style);
  if (order.size() > most_lines)
    out += say(style, "另有 ", "and ") + std::to_string(order.size() - most_lines) +
           say(style, " 个节点变动更小或相等\n", " more nodes that move no more\n");
  return out;
}

// ---- exchanging two units

std::string change_line(const Index& index, const IndexSwap& swap, const TableStyle& style) {
  const auto& change = swap.by_indicator.smallest_sum;
  if (!change)
    return index.units()[swap.ahead] + say(style, " 在每项指标上都领先，怎样调整权重都不会被追平。\n",
                                           " is ahead in every indicator; no weights put them level.\n");
  std::string out = say(style, "最少要把总权重的 ", "At least ") + percent(change->distance / 2, 2) +
                    say(style, " 从一些指标移到另一些，两者才会持平：",
                        " of all weight has to move between indicators before they are level:") +
                    '\n';
  const std::vector<double> shares = index.shares();
  TextTable table({{say(style, "指标", "Indicator"), Align::left, 44, true},
                   number_column(say(style, "占比", "Share")),
                   number_column(say(style, "改为", "Wanted"))});
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (std::abs(change->weights[i] - shares[i]) < 1e-12) continue;
    table.add({{titled(index.framework().nodes()[index.framework().indicators()[i]], style)},
               {percent(shares[i], 2)},
               {percent(change->weights[i], 2)}});
  }
  return out + table.text(style);
}

std::string swap_part(const Index& index, const IndexSwap& swap, const TableStyle& style) {
  std::string out = '\n' + index.units()[swap.ahead] + say(style, " 领先 ", " is ahead of ") + index.units()[swap.behind] + ' ' +
                    say(style, "", "by ") + rounded(swap.lead, 4) + say(style, " 分。", ". ");
  out += change_line(index, swap, style);
  std::vector<IndexSwap::Alone> alone;
  std::copy_if(swap.by_node.begin(), swap.by_node.end(), std::back_inserter(alone),
               [](const auto& node) { return !std::isnan(node.wanted); });
  if (alone.empty() || !(swap.lead > 0)) return out;
  std::stable_sort(alone.begin(), alone.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.wanted - a.share) < std::abs(b.wanted - b.share); });
  TextTable table({{say(style, "只改一个节点的权重", "Changing one node alone"), Align::left, 44, true},
                   number_column(say(style, "同级占比", "Share of siblings")),
                   number_column(say(style, "改为", "Wanted"))});
  for (std::size_t i = 0; i < std::min(most_lines, alone.size()); ++i)
    table.add(
        {{titled(index.framework().nodes()[alone[i].node], style)}, {percent(alone[i].share, 2)}, {percent(alone[i].wanted, 2)}});
  return out + '\n' + table.text(style);
}

// ---- what matters

std::string factor_name(const std::string& factor, const TableStyle& style) {
  if (factor.starts_with("weights:"))
    return say(style, "权重，第 ", "weights, level ") + factor.substr(8) + say(style, " 级", "");
  if (factor == "evidence") return say(style, "存疑得分", "leaves in doubt");
  return factor;
}

std::string matters_part(const WhatMatters& matters, const TableStyle& style) {
  TextTable table({{say(style, "因素", "Factor")},
                   number_column(say(style, "单独", "Alone")),
                   number_column(say(style, "95%区间", "95% range")),
                   number_column(say(style, "连同其他", "With others")),
                   number_column(say(style, "95%区间", "95% range"))});
  for (std::size_t i = 0; i < matters.factors.size(); ++i) {
    const sensitivity::SobolIndex& share = matters.shift.factors[i];
    table.add({{factor_name(matters.factors[i], style)},
               {rounded(share.first, 3)},
               {rounded(share.first_low, 3) + "–" + rounded(share.first_high, 3)},
               {rounded(share.total, 3)},
               {rounded(share.total_low, 3) + "–" + rounded(share.total_high, 3)}});
  }
  return '\n' + say(style, "什么最能改变名次（名次平均变动 ", "What moves ranks most (mean shift in rank ") +
         rounded(matters.mean_shift, 2) + say(style, "，其方差中各因素的份额）：", ", shares of its variance):") + '\n' +
         table.text(style);
}

}  // namespace
}  // namespace render

std::string sensitivity_table(const Index& index, const Sensitivity& found, const TableStyle& style) {
  using namespace render;
  std::string out = ranks_part(index, found, style);
  if (!found.left_out.empty()) out += left_out_part(index, found, style);
  if (found.swap) out += swap_part(index, *found.swap, style);
  if (found.matters) out += matters_part(*found.matters, style);
  return out;
}

}  // namespace rulescore
