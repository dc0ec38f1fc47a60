// Scorecards for machines: json (an array, one card a line), jsonl (one card), csv (one row a card and node).
// Outside face: render.hpp. Tested by tests/unit/render/scorecard_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/names.hpp"

#include <rulescore/review.hpp>

#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

Json band_or_null(const Band* band) { return band == nullptr ? Json(nullptr) : Json(band->name.in("zh")); }

// A group's evidence stands under its indicators; listing it again would count it twice.
Json evidence_indices(const Node& node, const NodeScore& score) {
  Json indices = Json::array();
  if (!node.is_indicator()) return indices;
  for (std::uint32_t i = score.evidence_begin; i < score.evidence_end; ++i) indices.push_back(i);
  return indices;
}

Json node_object(const Scorecard& card, std::uint32_t index) {
  const Node& node = card.framework().nodes()[index];
  const NodeScore& score = card.nodes()[index];
  Json object;
  object["code"] = node.code;
  object["number"] = node_number(node);
  object["title"] = node.title.in("zh");
  object["weight"] = node.share;
  object["score"] = number_or_null(score.score);
  object["points"] = score.points;
  object["full"] = score.full;
  object["state"] = to_string(score.state);
  object["reason"] = card.reason(index, "zh");
  object["evidence"] = evidence_indices(node, score);
  object["parent"] = index == 0 ? Json(nullptr) : Json(card.framework().nodes()[node.parent].code);
  object["coverage"] = score.coverage;
  object["range"] = {score.low, score.high};
  object["title_en"] = node.title.in("en");
  object["reason_en"] = card.reason(index, "en");
  object["role"] = to_string(node.role);
  object["band"] = band_or_null(card.band(index));
  return object;
}

Json veto_object(const Scorecard& card, const FiredVeto& veto) {
  const bool names_a_band = veto.effect == VetoEffect::band_at_most || veto.effect == VetoEffect::band;
  Json object;
  object["code"] = card.framework().nodes()[veto.node].code;
  object["effect"] = to_string(veto.effect);
  object["band"] = names_a_band ? band_or_null(&card.framework().bands()[veto.band]) : Json(nullptr);
  object["evidence"] = veto.evidence == Evidence::none ? Json(nullptr) : Json(veto.evidence);
  object["text"] = card.veto_in_words(veto, "zh");
  object["text_en"] = card.veto_in_words(veto, "en");
  return object;
}

}  // namespace

Json card_object(const Scorecard& card) {
  Json object = head(card.framework(), card.document());
  object["score"] = number_or_null(card.score());
  object["full"] = card.full();
  object["coverage"] = card.coverage();
  object["range"] = {card.low(), card.high()};
  object["band"] = band_or_null(card.band());
  Json nodes = Json::array();
  for (std::uint32_t i = 0; i < card.nodes().size(); ++i) nodes.push_back(node_object(card, i));
  object["nodes"] = std::move(nodes);
  Json evidence = Json::array();
  const std::vector<std::string> known = fingerprints(card.framework(), card.evidence());
  for (std::size_t i = 0; i < card.evidence().items().size(); ++i) {
    Json piece = evidence_object(card.framework(), card.evidence(), card.evidence().items()[i], known[i]);
    piece["standing"] = to_string(card.standings()[i]);
    evidence.push_back(std::move(piece));
  }
  object["evidence"] = std::move(evidence);
  object["warnings"] = card.warnings();
  object["failed"] = card.failed();
  object["vetoes"] = Json::array();
  for (const FiredVeto& veto : card.vetoes()) object["vetoes"].push_back(veto_object(card, veto));
  return object;
}

namespace {

std::array<std::string, 17> csv_cells(const Scorecard& card, std::uint32_t index) {
  const Metadata& about = card.document().metadata();
  const Node& node = card.framework().nodes()[index];
  const NodeScore& score = card.nodes()[index];
  const auto pieces = node.is_indicator() ? score.evidence_end - score.evidence_begin : 0;
  return {about.name,
          about.jurisdiction,
          about.level,
          year(card.document()),
          node.code,
          node.number ? std::to_string(*node.number) : std::string(),
          node.title.in("zh"),
          digits(node.share),
          digits(score.score),
          digits(score.points),
          digits(score.full),
          std::string(to_string(score.state)),
          digits(score.coverage),
          digits(score.low),
          digits(score.high),
          std::to_string(pieces),
          card.reason(index, "zh")};
}

}  // namespace
}  // namespace render

std::string scorecard_jsonl(const Scorecard& card) { return render::dump(render::card_object(card)) + '\n'; }

std::string scorecards_json(std::span<const Scorecard> cards) {
  std::string out = "[\n";
  for (std::size_t i = 0; i < cards.size(); ++i) {
    out += render::dump(render::card_object(cards[i])) + (i + 1 < cards.size() ? ",\n" : "\n");
  }
  return out + "]\n";
}

std::string scorecards_csv(std::span<const Scorecard> cards) {
  const std::array<std::string, 17> heading{"document", "jurisdiction", "level", "year",     "code",  "number",
                                            "title",    "weight",       "score", "points",   "full",  "state",
                                            "coverage", "low",          "high",  "evidence", "reason"};
  std::string out = render::csv_row(heading);
  for (const Scorecard& card : cards) {
    for (std::uint32_t i = 0; i < card.nodes().size(); ++i) out += render::csv_row(render::csv_cells(card, i));
  }
  return out;
}

}  // namespace rulescore
