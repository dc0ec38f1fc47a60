// How sure a ranking is, for machines. Outside face: render.hpp. Tested by tests/cli/test_sensitivity.py.
#include "render/escape.hpp"
#include "render/index.hpp"
#include "render/json.hpp"

#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }
Json rank_or_null(std::uint32_t rank) { return rank == 0 ? Json(nullptr) : Json(rank); }

Json draws_object(const UncertaintyOptions& options) {
  Json object;
  object["kind"] = "none";
  if (!options.weights) return object;
  using Kind = sensitivity::WeightDraws::Kind;
  const Kind kind = options.weights->kind;
  object["kind"] = kind == Kind::noise ? "noise" : kind == Kind::interval ? "interval" : "dirichlet";
  if (kind == Kind::dirichlet)
    object["concentration"] = options.weights->concentration;
  else
    object["spread"] = options.weights->spread;
  return object;
}

Json unit_object(const Index& index, const Sensitivity& found, std::size_t row) {
  const sensitivity::RankSummary& summary = found.uncertainty.summaries[row];
  Json object;
  object["unit"] = index.units()[row];
  if (!index.times().empty()) object["time"] = number_or_null(index.times()[row]);
  object["rank"] = rank_or_null(found.uncertainty.ranks[row]);
  object["value"] = number_or_null(found.uncertainty.values[row]);
  object["mean_rank"] = summary.mean;
  object["median_rank"] = summary.median;
  object["rank_low"] = summary.low;
  object["rank_high"] = summary.high;
  object["p_first"] = summary.first;
  Json counts = Json::array();
  for (std::size_t rank = 0; rank < index.rows(); ++rank)
    counts.push_back(found.uncertainty.counts.counts[row * index.rows() + rank]);
  object["rank_counts"] = std::move(counts);
  return object;
}

Json left_out_object(const Index& index, const IndexColumns& columns, const LeftOut& left) {
  Json object;
  object["code"] = index.framework().nodes()[left.node].code;
  object["mean_shift"] = left.mean_shift;
  object["largest_shift"] = left.largest_shift;
  object["whose"] = left.largest_shift == 0 ? Json(nullptr) : Json(index.units()[left.whose]);
  Json ranks = Json::array();
  for (const std::size_t row : columns.order) ranks.push_back(rank_or_null(left.ranks[row]));
  object["ranks"] = std::move(ranks);
  return object;
}

Json change_object(const Index& index, const std::optional<sensitivity::LeastChange>& change) {
  if (!change) return nullptr;
  Json object, weights;
  object["distance"] = change->distance;
  for (std::size_t i = 0; i < change->weights.size(); ++i)
    weights[index.framework().nodes()[index.framework().indicators()[i]].code] = change->weights[i];
  object["shares"] = std::move(weights);
  return object;
}

Json swap_object(const Index& index, const IndexSwap& swap) {
  Json object;
  object["ahead"] = index.units()[swap.ahead];
  object["behind"] = index.units()[swap.behind];
  object["lead"] = swap.lead;
  object["smallest_sum"] = change_object(index, swap.by_indicator.smallest_sum);
  object["smallest_squares"] = change_object(index, swap.by_indicator.smallest_squares);
  Json alone = Json::array();
  for (const IndexSwap::Alone& node : swap.by_node)
    alone.push_back(
        {{"code", index.framework().nodes()[node.node].code}, {"share", node.share}, {"wanted", number_or_null(node.wanted)}});
  object["alone"] = std::move(alone);
  return object;
}

Json matters_object(const Index& index, const IndexColumns& columns, const WhatMatters& matters) {
  Json object;
  object["base"] = matters.base;
  object["mean_shift"] = matters.mean_shift;
  object["variance"] = matters.shift.variance;
  Json factors = Json::array();
  for (std::size_t i = 0; i < matters.factors.size(); ++i) {
    const sensitivity::SobolIndex& share = matters.shift.factors[i];
    factors.push_back({{"name", matters.factors[i]},
                       {"first", share.first},
                       {"first_low", share.first_low},
                       {"first_high", share.first_high},
                       {"total", share.total},
                       {"total_low", share.total_low},
                       {"total_high", share.total_high}});
  }
  object["factors"] = std::move(factors);
  Json units = Json::array();
  for (const std::size_t row : columns.order) {
    Json unit, total;
    unit["unit"] = index.units()[row];
    unit["variance"] = matters.of_ranks[row].variance;
    for (std::size_t i = 0; i < matters.factors.size(); ++i) total[matters.factors[i]] = matters.of_ranks[row].factors[i].total;
    unit["total"] = std::move(total);
    units.push_back(std::move(unit));
  }
  object["units"] = std::move(units);
  return object;
}

}  // namespace
}  // namespace render

std::string sensitivity_json(const Index& index, const Sensitivity& found) {
  using namespace render;
  const IndexColumns columns(index, {});
  const Framework& framework = index.framework();
  Json object;
  object["framework"] = {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
  object["full_marks"] = index.full_marks();
  object["draws"] = found.uncertainty.counts.draws;
  object["seed"] = found.options.seed;
  object["weights"] = draws_object(found.options);
  object["leaf_noise"] = found.options.leaf_noise;
  object["leaves_in_doubt"] = found.options.doubts.size();
  Json choices;
  for (const Choice& choice : found.options.choices) choices[choice.name] = choice.options;
  object["choices"] = found.options.choices.empty() ? Json::object() : std::move(choices);
  Json units = Json::array();
  for (const std::size_t row : columns.order) units.push_back(unit_object(index, found, row));
  object["units"] = std::move(units);
  Json left = Json::array();
  for (const LeftOut& out : found.left_out) left.push_back(left_out_object(index, columns, out));
  object["left_out"] = std::move(left);
  object["swap"] = found.swap ? swap_object(index, *found.swap) : Json(nullptr);
  object["what_matters"] = found.matters ? matters_object(index, columns, *found.matters) : Json(nullptr);
  return dump(object) + '\n';
}

std::string sensitivity_csv(const Index& index, const Sensitivity& found) {
  using namespace render;
  const IndexColumns columns(index, {});
  std::vector<std::string> heading{"rank", "unit"};
  if (!index.times().empty()) heading.emplace_back("time");
  heading.insert(heading.end(), {"value", "mean_rank", "median_rank", "rank_low", "rank_high", "p_first"});
  for (const LeftOut& left : found.left_out) heading.push_back("without " + index.framework().nodes()[left.node].code);
  std::string out = csv_row(heading);
  for (const std::size_t row : columns.order) {
    const sensitivity::RankSummary& summary = found.uncertainty.summaries[row];
    std::vector<std::string> cells{rank_text(found.uncertainty.ranks[row], ""), index.units()[row]};
    if (!index.times().empty()) cells.push_back(digits(index.times()[row]));
    for (const double figure :
         {found.uncertainty.values[row], summary.mean, summary.median, summary.low, summary.high, summary.first})
      cells.push_back(digits(figure));
    for (const LeftOut& left : found.left_out) cells.push_back(rank_text(left.ranks[row], ""));
    out += csv_row(cells);
  }
  return out;
}

}  // namespace rulescore
