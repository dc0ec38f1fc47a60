// See gap_account.hpp. Tested by tests/unit/render/analysis_test.cpp.
#include "render/gap_account.hpp"

#include "render/escape.hpp"
#include "render/names.hpp"
#include "render/sentence.hpp"

#include <rulescore/render.hpp>

namespace rulescore::render {
namespace {

std::string quoted_line(const std::string& opening, const Scorecard& card, std::uint32_t index, const TableStyle& style) {
  const Evidence& piece = card.evidence().items()[index];
  return "  - " + opening + markdown_cell(std::string(sentence_of(card, &piece))) + place_of(piece, style) + '\n';
}

}  // namespace

std::string place_of(const Evidence& piece, const TableStyle& style) {
  if (!piece.in_text()) return {};
  return say(style, "（字节 ", " (bytes ") + std::to_string(piece.begin) + "–" + std::to_string(piece.end) +
         say(style, "）", ")");
}

std::string beside_total(const Scorecard& card, const TableStyle& style) {
  return say(style, "（已评权重 ", " (assessed ") + percent(card.coverage()) + say(style, "，可能在 ", ", between ") +
         rounded(card.low(), 1) + say(style, "–", " and ") + rounded(card.high(), 1) + say(style, "）", ")");
}

std::string signed_points(double points, int decimals) {
  const std::string text = rounded(points, decimals);
  return text.starts_with('-') ? text : "+" + text;
}

std::string account_of_gap(const Scorecard& card, const Gap& gap, const std::function<const Scorecard&(std::uint32_t)>& there,
                           const TableStyle& style) {
  std::string out =
      "  - " + say(style, "补什么：", "What closes it: ") + markdown_cell(what_closes(card, gap.node, style.language)) + '\n';
  for (const std::uint32_t index : {gap.evidence, gap.against})
    if (index != Evidence::none) out += quoted_line(say(style, "原文：", "Sentence: "), card, index, style);
  for (const Exemplar& exemplar : gap.exemplars) {
    const Scorecard& other = there(exemplar.row);
    out += quoted_line(markdown_cell(label(other.document())) + ' ' + year(other.document()) + say(style, " 得 ", " has ") +
                           percent(exemplar.score) + say(style, "：", ": "),
                       other, exemplar.evidence, style);
  }
  return out;
}

Json exemplar_object(const Exemplar& exemplar, const Scorecard& there) {
  const Metadata& about = there.document().metadata();
  const Evidence& piece = there.evidence().items()[exemplar.evidence];
  Json object;
  object["document"] = about.name;
  object["jurisdiction"] = text_or_null(about.jurisdiction);
  object["year"] = about.year ? Json(*about.year) : Json(nullptr);
  object["score"] = exemplar.score;
  object["begin"] = piece.begin;
  object["end"] = piece.end;
  object["quote"] = there.evidence().quote(piece);
  object["sentence"] = text_or_null(sentence_of(there, &piece));
  return object;
}

Json piece_or_null(const Scorecard& card, std::uint32_t piece, std::span<const std::string> known) {
  if (piece == Evidence::none) return nullptr;
  return evidence_object(card.framework(), card.evidence(), card.evidence().items()[piece], known[piece]);
}

}  // namespace rulescore::render
