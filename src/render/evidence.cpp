// Evidence: one JSON line, CSV row or table line a piece. Outside face: render.hpp. Tested by
// tests/unit/render/evidence_test.cpp.
#include "render/escape.hpp"
#include "render/json.hpp"
#include "render/names.hpp"
#include "render/table.hpp"

#include <rulescore/facts.hpp>
#include <rulescore/review.hpp>

#include <array>

namespace rulescore {
namespace render {
namespace {

constexpr std::size_t fields = 31;

std::array<std::string, fields> csv_cells(const Framework& framework, const EvidenceSet& set, std::size_t index,
                                          const std::string& fingerprint) {
  const Evidence& piece = set.items()[index];
  const Fact* fact = set.fact_of(piece);
  const AppliedReview* applied = set.review_of(piece);
  const Document& document = set.document();
  const Node& node = indicator_of(framework, piece);
  return {document.metadata().name,
          node.code,
          node.number ? std::to_string(*node.number) : std::string(),
          std::string(to_string(piece.status)),
          std::to_string(piece.begin),
          std::to_string(piece.end),
          std::string(set.quote(piece)),
          digits(piece.value),
          digits(piece.value).empty() ? std::string() : std::string(piece.unit),
          std::string(to_string(piece.bound)),
          std::string(to_string(piece.change)),
          std::string(document.heading(piece.section)),
          rule_code(framework, piece),
          rule_name(framework, piece),
          std::string(document.text(piece.sentence_begin, piece.sentence_end)),
          piece.duplicate_of == Evidence::none ? std::string() : std::to_string(piece.duplicate_of),
          digits(piece.value_high),
          document.metadata().jurisdiction,
          std::string(to_string(piece.scope)),
          piece.year == 0 ? std::string() : std::to_string(piece.year),
          std::string(to_string(piece.kind)),
          fact == nullptr ? std::string() : fact->source,
          fact == nullptr ? std::string() : fact->where,
          fingerprint,
          applied == nullptr ? std::string() : std::string(to_string(applied->review.decision)),
          applied == nullptr ? std::string() : applied->review.reason,
          applied == nullptr ? std::string() : applied->review.date,
          applied == nullptr ? std::string() : std::string(to_string(applied->was.status)),
          applied == nullptr ? std::string() : digits(applied->was.value),
          document.origin().encoding,
          document.origin().format};
}

// " 统计：… (facts.csv:12)", behind what the source says.
std::string origin_tag(const EvidenceSet& set, const Evidence& piece, const TableStyle& style) {
  return (set.quote(piece).empty() ? "" : " ") + origin(set, piece, style);
}

}  // namespace
}  // namespace render

std::string evidence_jsonl(const Framework& framework, const EvidenceSet& evidence) {
  std::string out;
  const std::vector<std::string> known = fingerprints(framework, evidence);
  for (std::size_t i = 0; i < known.size(); ++i)
    out += render::dump(render::evidence_object(framework, evidence, evidence.items()[i], known[i])) + '\n';
  return out;
}

std::string evidence_csv(const Framework& framework, std::span<const EvidenceSet> sets) {
  const std::array<std::string, render::fields> heading{
      "document",   "indicator",    "number", "status",     "begin",    "end",       "quote",    "value",
      "unit",       "bound",        "change", "section",    "rule",     "rule_name", "sentence", "duplicate_of",
      "value_high", "jurisdiction", "scope",  "year",       "kind",     "source",    "fact",     "fingerprint",
      "verdict",    "reason",       "date",   "was_status", "was_value",
      "encoding",   "format"};
  std::string out = render::csv_row(heading);
  for (const EvidenceSet& set : sets) {
    const std::vector<std::string> known = fingerprints(framework, set);
    for (std::size_t i = 0; i < known.size(); ++i) out += render::csv_row(render::csv_cells(framework, set, i, known[i]));
  }
  return out;
}

std::string evidence_table(const Framework& framework, std::span<const EvidenceSet> sets, const TableStyle& style) {
  using namespace render;
  std::string out;
  for (const EvidenceSet& set : sets) {
    TextTable table({{say(style, "指标", "Indicator"), Align::left, 36, true},
                 {say(style, "状态", "Status")},
                 {say(style, "数值", "Figure"), Align::right, 20},
                 {say(style, "规则", "Rule"), Align::left, 24},
                 {say(style, "字节", "Bytes"), Align::right},
                 {say(style, "原文", "Quote"), Align::left, 80, true}});
    for (const Evidence& piece : set.items()) {
      const Ink ink = piece.duplicate_of != Evidence::none ? Ink::faint
                      : piece.status == Status::achieved   ? Ink::good
                      : piece.status == Status::planned    ? Ink::fair
                                                           : Ink::poor;
      const std::string status = status_name(piece.status, style);
      table.add({{titled(indicator_of(framework, piece), style)},
                 {piece.duplicate_of == Evidence::none ? status : status + say(style, "（重复）", " (repeated)"), ink},
                 {figure(piece)},
                 {rule_code(framework, piece) + ' ' + rule_name(framework, piece)},
                 {piece.in_text() ? std::to_string(piece.begin) + "–" + std::to_string(piece.end) : std::string()},
                 {piece.fact == Evidence::none ? std::string(set.quote(piece))
                                               : std::string(set.quote(piece)) + origin_tag(set, piece, style)}});
    }
    const std::string count = std::to_string(set.items().size());
    if (!out.empty()) out += '\n';
    out += label(set.document()) + ' ' + year(set.document()) + " · " + source_line(set.document(), style) + " · " + count +
           say(style, " 条证据\n", " pieces of evidence\n");
    if (!set.items().empty()) out += table.text(style);
  }
  return out.empty() ? say(style, "没有文档。\n", "No documents.\n") : out;
}

}  // namespace rulescore
