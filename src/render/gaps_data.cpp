// Gaps for machines: json (an array, one document a line) and csv (one row a gap). Outside face: render.hpp.
// Tested by tests/unit/render/analysis_test.cpp.
#include "render/escape.hpp"
#include "render/gap_account.hpp"
#include "render/json.hpp"
#include "render/names.hpp"
#include "render/sentence.hpp"

#include <rulescore/review.hpp>

#include <array>
#include <cmath>

namespace rulescore {
namespace render {
namespace {

Json gap_object(std::span<const GapReport> reports, const Scorecard& card, const Gap& gap, std::span<const std::string> known) {
  const Node& node = card.framework().nodes()[gap.node];
  const Evidence* piece = shown_by(card, gap);
  Json object;
  object["indicator"] = node.code;
  object["number"] = node_number(node);
  object["title"] = node.title.in("zh");
  object["kind"] = to_string(gap.kind);
  object["remedy"] = to_string(gap.remedy);
  object["score"] = gap.score;
  object["target"] = gap.target;
  object["gain"] = gap.gain;
  object["cumulative"] = gap.cumulative;
  object["needed"] = gap.needed;
  object["owner"] = text_or_null(node.owner);
  object["effort"] = node.effort;
  object["asks"] = text_or_null(node.asks.in("zh"));
  object["closes"] = text_or_null(what_closes(card, gap.node));
  object["veto"] = gap.veto;
  object["sentence"] = text_or_null(sentence_of(card, piece));
  const auto piece_object = [&](std::uint32_t index) { return piece_or_null(card, index, known); };
  object["evidence"] = piece_object(gap.evidence);
  object["against"] = piece_object(gap.against);
  Json exemplars = Json::array();
  for (const Exemplar& exemplar : gap.exemplars) exemplars.push_back(exemplar_object(exemplar, reports[exemplar.row].card));
  object["exemplars"] = std::move(exemplars);
  return object;
}

Json report_object(std::span<const GapReport> reports, const GapReport& report) {
  const Scorecard& card = report.card;
  Json object = head(card.framework(), card.document());
  object["score"] = std::isnan(card.score()) ? Json(nullptr) : Json(card.score());
  object["full"] = card.full();
  object["coverage"] = card.coverage();
  object["range"] = {card.low(), card.high()};
  object["target"] = report.target_total;
  object["reachable"] = report.reachable;
  object["within_reach"] = report.within_reach;
  Json list = Json::array();
  const std::vector<std::string> known = fingerprints(card.framework(), card.evidence());
  for (const Gap& gap : report.gaps) list.push_back(gap_object(reports, card, gap, known));
  object["gaps"] = std::move(list);
  return object;
}

std::array<std::string, 17> csv_cells(const GapReport& report, std::size_t index) {
  const Scorecard& card = report.card;
  const Gap& gap = report.gaps[index];
  const Node& node = card.framework().nodes()[gap.node];
  const Metadata& about = card.document().metadata();
  return {about.name,
          about.jurisdiction,
          year(card.document()),
          std::to_string(index + 1),
          node.code,
          node.title.in("zh"),
          std::string(to_string(gap.kind)),
          std::string(to_string(gap.remedy)),
          digits(gap.score),
          digits(gap.target),
          digits(gap.gain),
          digits(gap.cumulative),
          gap.needed ? "true" : "false",
          node.owner,
          digits(node.effort),
          what_closes(card, gap.node),
          std::string(sentence_of(card, shown_by(card, gap)))};
}

}  // namespace
}  // namespace render

std::string gaps_json(std::span<const GapReport> reports) {
  std::vector<render::Json> objects;
  for (const GapReport& report : reports) objects.push_back(render::report_object(reports, report));
  return render::dump_lines(objects);
}

std::string gaps_csv(std::span<const GapReport> reports) {
  const std::array<std::string, 17> heading{"document", "jurisdiction", "year",   "order",  "indicator", "title",
                                            "kind",     "remedy",       "score",  "target", "gain",      "cumulative",
                                            "needed",   "owner",        "effort", "closes", "sentence"};
  std::string out = render::csv_row(heading);
  for (const GapReport& report : reports) {
    for (std::size_t i = 0; i < report.gaps.size(); ++i) out += render::csv_row(render::csv_cells(report, i));
  }
  return out;
}

}  // namespace rulescore
