// Road maps for machines: json (an array, one document a line) and csv (one row a step). Outside face: render.hpp. Tested by
// tests/cli/test_roadmap.py.
#include "render/escape.hpp"
#include "render/gap_account.hpp"
#include "render/names.hpp"
#include "render/roadmap.hpp"
#include "render/sentence.hpp"

#include <rulescore/render.hpp>
#include <rulescore/review.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rulescore {
namespace render {

std::vector<PlanSum> sums_by_remedy(const RoadMap& map) {
  std::vector<PlanSum> sums;
  for (const Remedy remedy : {Remedy::write, Remedy::work}) {
    PlanSum sum{{}, remedy, 0, 0, 0};
    for (const rulescore::Step& step : map.steps) {
      if (gap_of(map, step).remedy != remedy) continue;
      ++sum.steps;
      sum.effort += step.effort;
      sum.gain += step.gain;
    }
    if (sum.steps > 0) sums.push_back(sum);
  }
  return sums;
}

std::vector<PlanSum> sums_by_owner(const RoadMap& map) {
  std::vector<PlanSum> sums;
  for (const rulescore::Step& step : map.steps) {
    const std::string& owner = node_of(map, step).owner;
    auto sum = std::find_if(sums.begin(), sums.end(), [&](const PlanSum& one) { return one.of == owner; });
    if (sum == sums.end()) sum = sums.insert(sums.end(), {owner, Remedy::write, 0, 0, 0});
    ++sum->steps;
    sum->effort += step.effort;
    sum->gain += step.gain;
  }
  return sums;
}

namespace {

Json step_object(std::span<const RoadMap> maps, const RoadMap& map, const rulescore::Step& step,
                 std::span<const std::string> known) {
  const Scorecard& card = map.report.card;
  const Gap& gap = gap_of(map, step);
  const Node& node = node_of(map, step);
  Json object;
  object["order"] = step.order;
  object["indicator"] = node.code;
  object["number"] = node_number(node);
  object["title"] = node.title.in("zh");
  object["kind"] = to_string(gap.kind);
  object["remedy"] = to_string(gap.remedy);
  object["veto"] = gap.veto;
  object["owner"] = text_or_null(node.owner);
  object["quarter"] = to_string(step.quarter);
  object["start"] = step.quarter.year == 0 ? Json(nullptr) : Json(first_day(step.quarter));
  object["due"] = step.quarter.year == 0 ? Json(nullptr) : Json(last_day(step.quarter));
  object["effort"] = step.effort;
  object["score"] = gap.score;
  object["target"] = gap.target;
  object["gain"] = step.gain;
  object["total"] = step.total;
  Json elsewhere = Json::array();
  for (std::size_t i = 0; i < step.gains_there.size(); ++i)
    elsewhere.push_back({{"framework", map.options.crosswalks[i].to().id()}, {"gain", step.gains_there[i]}});
  object["elsewhere"] = std::move(elsewhere);
  object["closes"] = text_or_null(what_closes(card, gap.node));
  object["sentence"] = text_or_null(sentence_of(card, shown_by(card, gap)));
  object["evidence"] = piece_or_null(card, gap.evidence, known);
  object["against"] = piece_or_null(card, gap.against, known);
  Json exemplars = Json::array();
  for (const Exemplar& exemplar : gap.exemplars) exemplars.push_back(exemplar_object(exemplar, maps[exemplar.row].report.card));
  object["exemplars"] = std::move(exemplars);
  return object;
}

Json sum_object(const PlanSum& sum) { return {{"steps", sum.steps}, {"effort", sum.effort}, {"gain", sum.gain}}; }

Json sums_object(const RoadMap& map) {
  Json remedies = Json::object(), owners = Json::array();
  for (const PlanSum& sum : sums_by_remedy(map)) remedies[std::string(to_string(sum.remedy))] = sum_object(sum);
  for (const PlanSum& sum : sums_by_owner(map)) {
    Json one = sum_object(sum);
    one["owner"] = text_or_null(sum.of);
    owners.push_back(std::move(one));
  }
  return {{"by_remedy", std::move(remedies)}, {"by_owner", std::move(owners)}};
}

Json map_object(std::span<const RoadMap> maps, const RoadMap& map) {
  const Scorecard& card = map.report.card;
  Json object = head(card.framework(), card.document());
  object["score"] = std::isnan(card.score()) ? Json(nullptr) : Json(card.score());
  object["full"] = card.full();
  object["coverage"] = card.coverage();
  object["range"] = {card.low(), card.high()};
  object["target"] = map.report.target_total;
  object["reachable"] = map.report.reachable;
  object["total"] = map.total;
  object["band"] = map.band == nullptr ? Json(nullptr) : text_or_null(map.band->name.in("zh"));
  object["reaches"] = map.reaches;
  object["budget"] = map.options.budget ? Json(*map.options.budget) : Json(nullptr);
  object["affordable"] = map.affordable;
  object["effort"] = map.effort;
  object["least_effort"] = map.least_effort;
  object["most_total"] = map.most_total;
  object["proven"] = map.proven;
  Json elsewhere = Json::array();
  for (std::size_t i = 0; i < map.totals_there.size(); ++i)
    elsewhere.push_back({{"framework", map.options.crosswalks[i].to().id()},
                         {"full", map.options.crosswalks[i].to().full()},
                         {"before", map.totals_there_before[i]},
                         {"total", map.totals_there[i]}});
  object["elsewhere"] = std::move(elsewhere);
  const std::vector<std::string> known = fingerprints(card.framework(), card.evidence());
  Json steps = Json::array();
  for (const rulescore::Step& step : map.steps) steps.push_back(step_object(maps, map, step, known));
  object["steps"] = std::move(steps);
  object["sums"] = sums_object(map);
  return object;
}

constexpr std::size_t columns = 19;

std::array<std::string, columns> csv_cells(const RoadMap& map, const rulescore::Step& step) {
  const Scorecard& card = map.report.card;
  const Gap& gap = gap_of(map, step);
  const Node& node = node_of(map, step);
  const Metadata& about = card.document().metadata();
  return {about.name,
          about.jurisdiction,
          year(card.document()),
          std::to_string(step.order),
          to_string(step.quarter),
          step.quarter.year == 0 ? std::string() : last_day(step.quarter),
          node.code,
          node.title.in("zh"),
          std::string(to_string(gap.kind)),
          std::string(to_string(gap.remedy)),
          node.owner,
          digits(step.effort),
          digits(gap.score),
          digits(gap.target),
          digits(step.gain),
          digits(step.total),
          gap.veto ? "true" : "false",
          what_closes(card, gap.node),
          std::string(sentence_of(card, shown_by(card, gap)))};
}

}  // namespace
}  // namespace render

std::string road_maps_json(std::span<const RoadMap> maps) {
  std::vector<render::Json> objects;
  for (const RoadMap& map : maps) objects.push_back(render::map_object(maps, map));
  return render::dump_lines(objects);
}

std::string road_maps_csv(std::span<const RoadMap> maps) {
  const std::array<std::string, render::columns> heading{
      "document", "jurisdiction", "year",  "order",  "quarter", "due",   "indicator", "title",  "kind",    "remedy",
      "owner",    "effort",       "score", "target", "gain",    "total", "veto",      "closes", "sentence"};
  std::string out = render::csv_row(heading);
  for (const RoadMap& map : maps)
    for (const Step& step : map.steps) out += render::csv_row(render::csv_cells(map, step));
  return out;
}

}  // namespace rulescore
