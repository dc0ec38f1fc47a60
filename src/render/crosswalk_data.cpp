// Cards read as another framework's, for machines: json (an array, a document a line) and csv (a row a document and node of the
// second framework). Outside face: render.hpp. Tested by tests/unit/render/crosswalk_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/names.hpp"

#include <rulescore/crosswalk.hpp>
#include <rulescore/review.hpp>

#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }
Json band_or_null(const Band* band) { return band == nullptr ? Json(nullptr) : Json(band->name.in("zh")); }

Json framework_object(const Framework& framework) {
  return {{"id", framework.id()}, {"version", framework.version()}, {"fingerprint", framework.fingerprint()}};
}

Json codes_of(const Framework& framework, const std::vector<std::uint32_t>& nodes) {
  Json codes = Json::array();
  for (const std::uint32_t node : nodes) codes.push_back(framework.nodes()[node].code);
  return codes;
}

Json answers_object(const Crossed& there, std::uint32_t node) {
  const Crosswalk& walk = there.crosswalk();
  Json answers = Json::array();
  for (std::size_t i = 0; i < walk.links().size(); ++i) {
    const CrosswalkLink& link = walk.links()[i];
    if (link.to != node) continue;
    const CrossedLink& crossed = there.links()[i];
    Json answer;
    answer["code"] = walk.from().nodes()[link.from].code;
    answer["title"] = walk.from().nodes()[link.from].title.in("zh");
    answer["part"] = link.part;
    answer["back"] = link.back ? Json(*link.back) : Json(nullptr);
    answer["score"] = number_or_null(crossed.score);
    answer["points"] = crossed.points;
    answer["full"] = crossed.full;
    answer["coverage"] = crossed.coverage;
    answer["note"] = text_or_null(link.note.in("zh"));
    answers.push_back(std::move(answer));
  }
  return answers;
}

Json node_object(const Crossed& there, std::uint32_t index) {
  const Node& node = there.crosswalk().to().nodes()[index];
  const NodeScore& score = there.nodes()[index];
  Json object;
  object["code"] = node.code;
  object["number"] = node_number(node);
  object["title"] = node.title.in("zh");
  object["title_en"] = node.title.in("en");
  object["parent"] = index == 0 ? Json(nullptr) : Json(there.crosswalk().to().nodes()[node.parent].code);
  object["score"] = number_or_null(score.score);
  object["points"] = score.points;
  object["full"] = score.full;
  object["range"] = {score.low, score.high};
  object["state"] = to_string(score.state);
  object["coverage"] = score.coverage;
  object["unmapped"] = there.unmapped_shares()[index];
  object["answers"] = answers_object(there, index);
  object["evidence"] = node.is_indicator() ? Json(there.evidence(index)) : Json::array();
  return object;
}

Json crossed_object(const Crossed& there) {
  Json object;
  object["framework"] = framework_object(there.crosswalk().to());
  object["score"] = number_or_null(there.score());
  object["full"] = there.full();
  object["coverage"] = there.coverage();
  object["range"] = {there.low(), there.high()};
  object["band"] = band_or_null(there.band());
  object["unmapped"] = there.unmapped();
  object["unused"] = there.crosswalk().unused();
  Json nodes = Json::array();
  for (std::uint32_t i = 0; i < there.nodes().size(); ++i) nodes.push_back(node_object(there, i));
  object["nodes"] = std::move(nodes);
  return object;
}

Json common_object(const Scorecard& card, const Crosswalk& walk) {
  const CommonTotal common = common_total(card, walk);
  Json object;
  object["score"] = number_or_null(common.score);
  object["full"] = common.full;
  object["range"] = {common.low, common.high};
  object["coverage"] = common.coverage;
  object["left_out"] = common.left_out;
  return object;
}

Json fixes_object(const Crossed& there) {
  const Crosswalk& walk = there.crosswalk();
  Json fixes = Json::array();
  for (const SharedFix& fix : shared_fixes(there.card(), walk)) {
    Json object;
    object["indicator"] = walk.from().nodes()[fix.gap.node].code;
    object["title"] = walk.from().nodes()[fix.gap.node].title.in("zh");
    object["kind"] = to_string(fix.gap.kind);
    object["score"] = fix.gap.score;
    object["target"] = fix.gap.target;
    object["gain"] = fix.gap.gain;
    object["gain_there"] = fix.gain_there;
    object["serves"] = codes_of(walk.to(), fix.serves);
    fixes.push_back(std::move(object));
  }
  return fixes;
}

Json evidence_list(const Scorecard& card) {
  Json list = Json::array();
  const std::vector<std::string> known = fingerprints(card.framework(), card.evidence());
  for (std::size_t i = 0; i < known.size(); ++i)
    list.push_back(evidence_object(card.framework(), card.evidence(), card.evidence().items()[i], known[i]));
  return list;
}

Json opening(const Scorecard& card, const Crosswalk& walk) {
  Json object = head(card.framework(), card.document());
  object["crosswalk"] = walk.id();
  object["score"] = number_or_null(card.score());
  object["full"] = card.full();
  object["coverage"] = card.coverage();
  object["range"] = {card.low(), card.high()};
  object["band"] = band_or_null(card.band());
  object["common"] = common_object(card, walk);
  return object;
}

std::string answered_by(const Crosswalk& walk, std::uint32_t node) {
  std::string text;
  for (const CrosswalkLink& link : walk.links())
    if (link.to == node) text += (text.empty() ? "" : "; ") + walk.from().nodes()[link.from].code + ' ' + digits(link.part);
  return text;
}

std::array<std::string, 16> csv_cells(const Crossed& there, std::uint32_t index) {
  const Metadata& about = there.card().document().metadata();
  const Node& node = there.crosswalk().to().nodes()[index];
  const NodeScore& score = there.nodes()[index];
  return {about.name,
          about.jurisdiction,
          year(there.card().document()),
          there.crosswalk().to().id(),
          node.code,
          node.title.in("zh"),
          answered_by(there.crosswalk(), index),
          digits(score.score),
          digits(score.points),
          digits(score.full),
          digits(score.low),
          digits(score.high),
          std::string(to_string(score.state)),
          digits(score.coverage),
          digits(there.unmapped_shares()[index]),
          std::to_string(there.evidence(index).size())};
}

}  // namespace
}  // namespace render

std::string crossed_json(std::span<const Crossed> crossed, std::span<const Scorecard> second) {
  using namespace render;
  std::vector<Json> objects;
  for (const Crossed& there : crossed) {
    Json object = opening(there.card(), there.crosswalk());
    object["crossed"] = crossed_object(there);
    object["fixes"] = fixes_object(there);
    object["evidence"] = evidence_list(there.card());
    objects.push_back(std::move(object));
  }
  for (const Scorecard& card : crossed.empty() ? std::span<const Scorecard>() : second) {
    Json object = opening(card, crossed.front().crosswalk());
    object["crossed"] = nullptr;
    objects.push_back(std::move(object));
  }
  return dump_lines(objects);
}

std::string crossed_csv(std::span<const Crossed> crossed) {
  using namespace render;
  const std::array<std::string, 16> heading{"document",    "jurisdiction", "year",     "framework", "code", "title",
                                            "answered_by", "score",        "points",   "full",      "low",  "high",
                                            "state",       "coverage",     "unmapped", "evidence"};
  std::string out = csv_row(heading);
  for (const Crossed& there : crossed)
    for (std::uint32_t i = 0; i < there.nodes().size(); ++i) out += csv_row(csv_cells(there, i));
  return out;
}

}  // namespace rulescore
