// Places by items for machines: json, and csv as the matrix alone. Outside face: render.hpp. Tested by
// tests/unit/render/places_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"

#include <rulescore/render.hpp>
#include <rulescore/review.hpp>

#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

constexpr std::array kinds{Lacking::no_evidence, Lacking::only_planned, Lacking::problem, Lacking::below, Lacking::unjudged};

const Node& item(const Places& all, std::uint32_t indicator) {
  const Framework& framework = all.panel.framework();
  return framework.nodes()[framework.indicators()[indicator]];
}

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

Json item_object(const Node& node) {
  return {{"indicator", node.code}, {"number", node_number(node)}, {"title", node.title.in("zh")}};
}

Json about(const Scorecard& card) {
  const Metadata& about = card.document().metadata();
  return {{"document", about.name},
          {"jurisdiction", text_or_null(about.jurisdiction)},
          {"level", text_or_null(about.level)},
          {"year", about.year ? Json(*about.year) : Json(nullptr)}};
}

Json place_object(const Places& all, std::size_t place) {
  const Scorecard& card = all.card(place);
  Json object = about(card);
  object["row"] = all.rows[place];
  object["total"] = number_or_null(card.score());
  Json scores = Json::array(), states = Json::array(), lacking = Json::array();
  for (std::size_t i = 0; i < all.panel.columns(); ++i) {
    const NodeScore& node = card.nodes()[card.framework().indicators()[i]];
    scores.push_back(number_or_null(node.score));
    states.push_back(to_string(node.state));
    lacking.push_back(to_string(all.cell(place, i)));
  }
  object["scores"] = std::move(scores);
  object["states"] = std::move(states);
  object["lacking"] = std::move(lacking);
  return object;
}

Json gap_object(const Places& all, const SharedGap& gap) {
  Json object = item_object(item(all, gap.indicator));
  object["lack"] = gap.lack;
  object["of"] = gap.of;
  for (const Lacking kind : kinds) object["kinds"][std::string(to_string(kind))] = gap.kinds[static_cast<std::size_t>(kind)];
  return object;
}

Json shared_object(const Places& all, const SharedGaps& shared) {
  Json object;
  object["level"] = text_or_null(shared.level);
  object["places"] = shared.places;
  object["gaps"] = Json::array();
  for (const SharedGap& gap : shared.gaps) object["gaps"].push_back(gap_object(all, gap));
  return object;
}

Json cluster_object(const Places& all, const std::vector<std::uint32_t>& items, const std::vector<std::uint32_t>& places,
                    double distance) {
  Json codes = Json::array();
  for (const std::uint32_t one : items) codes.push_back(item(all, one).code);
  return {{"indicators", std::move(codes)}, {"places", places}, {"distance", distance}};
}

Json leaders_object(const Places& all, const Leaders& leaders, const std::vector<std::vector<std::string>>& known) {
  Json object = item_object(item(all, leaders.indicator));
  object["score"] = leaders.score;
  object["tied"] = leaders.tied;
  Json list = Json::array();
  for (const Leader& leader : leaders.leaders) {
    const Scorecard& card = all.card(leader.place);
    Json one{{"place", leader.place}};
    one["evidence"] = leader.evidence == Evidence::none
                          ? Json(nullptr)
                          : evidence_object(card.framework(), card.evidence(), card.evidence().items()[leader.evidence],
                                            known[leader.place][leader.evidence]);
    list.push_back(std::move(one));
  }
  object["leaders"] = std::move(list);
  return object;
}

// Of the pieces of each place that leads somewhere.
std::vector<std::vector<std::string>> fingerprints_of_leaders(const Places& all) {
  std::vector<std::vector<std::string>> known(all.rows.size());
  for (const Leaders& leaders : all.leaders)
    for (const Leader& leader : leaders.leaders)
      if (known[leader.place].empty())
        known[leader.place] = fingerprints(all.panel.framework(), all.card(leader.place).evidence());
  return known;
}

std::string csv_cell(const Places& all, std::size_t place, std::size_t indicator) {
  const Scorecard& card = all.card(place);
  const NodeScore& node = card.nodes()[card.framework().indicators()[indicator]];
  return std::isnan(node.score) ? std::string(to_string(node.state)) : digits(node.score);
}

}  // namespace
}  // namespace render

std::string places_json(const Places& all) {
  using namespace render;
  const Framework& framework = all.panel.framework();
  Json object;
  object["framework"] = {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
  object["enough"] = all.options.enough;
  object["cut"] = all.options.cut;
  for (const char* list : {"indicators", "places", "passed_over", "shared", "item_clusters", "place_clusters", "leaders"})
    object[list] = Json::array();
  for (const std::uint32_t node : framework.indicators()) object["indicators"].push_back(item_object(framework.nodes()[node]));
  for (std::size_t place = 0; place < all.rows.size(); ++place) object["places"].push_back(place_object(all, place));
  for (const std::uint32_t row : all.passed_over) object["passed_over"].push_back(about(all.panel.cards()[row]));
  for (const SharedGaps& shared : all.shared) object["shared"].push_back(shared_object(all, shared));
  for (const GapCluster& one : all.items)
    object["item_clusters"].push_back(cluster_object(all, one.members, one.shared, one.distance));
  for (const GapCluster& one : all.places)
    object["place_clusters"].push_back(cluster_object(all, one.shared, one.members, one.distance));
  const auto known = fingerprints_of_leaders(all);
  for (const Leaders& leaders : all.leaders) object["leaders"].push_back(leaders_object(all, leaders, known));
  return dump(object) + '\n';
}

std::string places_csv(const Places& all) {
  using namespace render;
  const Framework& framework = all.panel.framework();
  std::vector<std::string> cells{"document", "jurisdiction", "level", "year", "total"};
  for (const std::uint32_t node : framework.indicators()) cells.push_back(framework.nodes()[node].code);
  std::string out = csv_row(cells);
  for (std::size_t place = 0; place < all.rows.size(); ++place) {
    const Scorecard& card = all.card(place);
    const Metadata& about = card.document().metadata();
    cells = {about.name, about.jurisdiction, about.level, about.year ? std::to_string(*about.year) : std::string(),
             digits(card.score())};
    for (std::size_t i = 0; i < all.panel.columns(); ++i) cells.push_back(csv_cell(all, place, i));
    out += csv_row(cells);
  }
  return out;
}

}  // namespace rulescore
