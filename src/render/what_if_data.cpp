// What-ifs for machines. Outside face: render.hpp. Tested by tests/unit/render/what_if_test.cpp.
#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/what_if.hpp"

#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json number_or_null(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }
Json name_or_null(const Band* band) { return band == nullptr ? Json(nullptr) : Json(band->name.in("zh")); }

Json supposed_object(const Fact& fact) {
  const bool figure = !std::isnan(fact.value);
  Json object;
  object["indicator"] = fact.indicator;
  object["rule"] = text_or_null(fact.rule);
  object["value"] = figure ? Json(fact.value) : Json(nullptr);
  object["unit"] = figure ? Json(fact.unit) : Json(nullptr);
  object["status"] = to_string(fact.status);
  object["note"] = fact.source;
  object["where"] = fact.where;
  return object;
}

Json totals_object(const Scorecard& card) {
  Json object;
  object["score"] = number_or_null(card.score());
  object["coverage"] = card.coverage();
  object["range"] = {card.low(), card.high()};
  object["band"] = name_or_null(card.band());
  object["failed"] = card.failed();
  object["vetoes"] = card.vetoes().size();
  return object;
}

Json change_object(const WhatIf& what, std::uint32_t index) {
  const Node& node = what.before.framework().nodes()[index];
  const NodeScore &was = what.before.nodes()[index], &is = what.after.nodes()[index];
  Json object;
  object["code"] = node.code;
  object["number"] = node_number(node);
  object["title"] = node.title.in("zh");
  object["title_en"] = node.title.in("en");
  object["indicator"] = node.is_indicator();
  object["score_before"] = number_or_null(was.score);
  object["score"] = number_or_null(is.score);
  object["points_before"] = was.points;
  object["points"] = is.points;
  object["full_before"] = was.full;
  object["full"] = is.full;
  object["state_before"] = to_string(was.state);
  object["state"] = to_string(is.state);
  return object;
}

Json named(const Panel& panel, std::uint32_t row) {
  const Metadata& about = panel.cards()[row].document().metadata();
  return {{"document", about.name}, {"jurisdiction", text_or_null(about.jurisdiction)}};
}

Json names(const Panel& panel, std::span<const std::uint32_t> rows) {
  Json list = Json::array();
  for (const std::uint32_t row : rows) list.push_back(named(panel, row));
  return list;
}

Json row_object(const RankedWhatIf& what, std::uint32_t row) {
  Json object = named(what.before, row);
  object["rank_before"] = what.ranks_before[row];
  object["rank"] = what.ranks_after[row];
  object["score_before"] = number_or_null(what.before.totals()[row]);
  object["score"] = number_or_null(what.after.totals()[row]);
  object["band_before"] = name_or_null(what.before.bands()[row]);
  object["band"] = name_or_null(what.after.bands()[row]);
  return object;
}

}  // namespace

Json what_if_object(const WhatIf& what) {
  Json object;
  Json supposed = Json::array();
  for (const Fact& fact : what.supposed()) supposed.push_back(supposed_object(fact));
  object["supposed"] = std::move(supposed);
  object["before"] = totals_object(what.before);
  object["after"] = totals_object(what.after);
  object["gain"] = number_or_null(what.after.score() - what.before.score());
  object["beside_the_points"] = number_or_null(beside_the_points(what));
  Json changes = Json::array();
  for (const std::uint32_t node : what.changed) changes.push_back(change_object(what, node));
  object["changes"] = std::move(changes);
  object["peers_held"] = what.peers_held;
  return object;
}

std::vector<std::uint32_t> changed_indicators(const WhatIf& what) {
  std::vector<std::uint32_t> indicators;
  for (const std::uint32_t node : what.changed)
    if (what.before.framework().nodes()[node].is_indicator()) indicators.push_back(node);
  return indicators;
}

double beside_the_points(const WhatIf& what) noexcept {
  double rest = what.after.score() - what.before.score();
  for (const std::uint32_t node : what.changed)
    if (what.before.framework().nodes()[node].is_indicator())
      rest -= what.after.nodes()[node].points - what.before.nodes()[node].points;
  return std::abs(rest) <= 1e-9 * what.before.full() ? 0 : rest;
}

namespace {

Json card_with(const WhatIf& what) {
  Json object = card_object(what.after);
  object["what_if"] = what_if_object(what);
  return object;
}

}  // namespace
}  // namespace render

std::string what_if_jsonl(const WhatIf& what) { return render::dump(render::card_with(what)) + '\n'; }

std::string what_ifs_json(std::span<const WhatIf> whats) {
  std::vector<render::Json> cards;
  for (const WhatIf& what : whats) cards.push_back(render::card_with(what));
  return render::dump_lines(cards);
}

std::string what_ifs_csv(std::span<const WhatIf> whats) {
  using namespace render;
  const std::array<std::string, 13> heading{"document", "jurisdiction", "year",  "code",          "number",
                                            "title",    "score_before", "score", "points_before", "points",
                                            "full",     "state_before", "state"};
  std::string out = csv_row(heading);
  for (const WhatIf& what : whats) {
    const Metadata& about = what.before.document().metadata();
    for (const std::uint32_t index : what.changed) {
      const Node& node = what.before.framework().nodes()[index];
      const NodeScore &was = what.before.nodes()[index], &is = what.after.nodes()[index];
      const std::array<std::string, 13> cells{about.name,
                                              about.jurisdiction,
                                              year(what.before.document()),
                                              node.code,
                                              node.number ? std::to_string(*node.number) : std::string(),
                                              node.title.in("zh"),
                                              digits(was.score),
                                              digits(is.score),
                                              digits(was.points),
                                              digits(is.points),
                                              digits(is.full),
                                              std::string(to_string(was.state)),
                                              std::string(to_string(is.state))};
      out += csv_row(cells);
    }
  }
  return out;
}

std::string ranked_what_if_json(const RankedWhatIf& what) {
  using namespace render;
  Json object = head(what.before.framework(), what.own.before.document());
  object["rank_before"] = what.ranks_before[what.row];
  object["rank"] = what.ranks_after[what.row];
  object["passes"] = names(what.before, what.passes);
  object["passed_by"] = names(what.before, what.passed_by);
  object["what_if"] = what_if_object(what.own);
  Json rows = Json::array();
  for (std::uint32_t row = 0; row < what.before.rows(); ++row) rows.push_back(row_object(what, row));
  object["rows"] = std::move(rows);
  return dump(object) + '\n';
}

std::string ranked_what_if_csv(const RankedWhatIf& what) {
  using namespace render;
  const std::array<std::string, 8> heading{"document", "jurisdiction", "year",  "rank_before",
                                           "rank",     "score_before", "score", "supposed"};
  std::string out = csv_row(heading);
  for (std::uint32_t row = 0; row < what.before.rows(); ++row) {
    const Document& document = what.before.cards()[row].document();
    const std::array<std::string, 8> cells{document.metadata().name,
                                           document.metadata().jurisdiction,
                                           year(document),
                                           std::to_string(what.ranks_before[row]),
                                           std::to_string(what.ranks_after[row]),
                                           digits(what.before.totals()[row]),
                                           digits(what.after.totals()[row]),
                                           row == what.row ? "yes" : ""};
    out += csv_row(cells);
  }
  return out;
}

}  // namespace rulescore
