// What things are called when a person reads: documents, statuses, states, kinds of gaps, rules and figures.
#pragma once

#include "render/table.hpp"

#include <rulescore/analysis.hpp>
#include <rulescore/places.hpp>

#include <span>
#include <string>
#include <vector>

namespace rulescore::render {

// The jurisdiction, or the last part of the document's name; cards that would share a label and a year add that part to it.
std::vector<std::string> labels(std::span<const Scorecard> cards);
std::string label(const Document& document);
std::string year(const Document& document);  // empty when unknown
// How its file was read: "网页，GB18030"; empty for plain text in UTF-8.
std::string reading(const Document& document, const TableStyle& style);
// Its name, and in brackets how it was read if that needs saying.
std::string source_line(const Document& document, const TableStyle& style);

std::string status_name(Status status, const TableStyle& style);
std::string state_name(State state, const TableStyle& style);
// "加分，至多 25 分": of a node beside the weighted ones.
std::string role_name(const Node& node, double full, const TableStyle& style);
std::string gap_name(GapKind kind, const TableStyle& style);
std::string cause_name(Cause cause, const TableStyle& style);
std::string remedy_name(Remedy remedy, const TableStyle& style);
std::string lacking_name(Lacking lacking, const TableStyle& style);

// The band's name in the style's language; empty when the card has none.
std::string band_name(const Scorecard& card, const TableStyle& style);

// The indicator a piece of evidence is for.
const Node& indicator_of(const Framework& framework, const Evidence& evidence);
std::string rule_code(const Framework& framework, const Evidence& evidence);  // E1.3#1
std::string rule_name(const Framework& framework, const Evidence& evidence);  // rate

// Where a piece comes from, and what a person has said of it; empty for the text alone, and where nobody has looked.
std::string origin(const EvidenceSet& set, const Evidence& evidence, const TableStyle& style);
std::string review_in_words(const EvidenceSet& set, const Evidence& evidence, const TableStyle& style);

// A figure as a person would say it: "100%", "≥20 件", "约 3–5 项", "↓23.11%"; empty without a number.
std::string figure(const Evidence& evidence);
std::string figure(const Quantity& quantity);

// "E1.3 负责人出庭应诉"
std::string titled(const Node& node, const TableStyle& style);
// Where its thresholds come from, the sources in the style's language: "rate: 各地做法, ladder: 本框架自定".
std::string basis_name(const Node& node, const TableStyle& style);
// Nodes right below the root.
std::span<const std::uint32_t> top_groups(const Framework& framework);

}  // namespace rulescore::render
