// Evidence and scorecards.
#include "bind.hpp"

#include <cmath>

namespace {

constexpr const char* evidence_doc =
    R"(All evidence of one document under one framework's rules, by indicator, then position. Immutable.

`items` is what to look at; `rulescore.Engine.score` scores it again after weights or scoring shapes have changed.)";

constexpr const char* card_doc =
    R"(The result for one document: a score for every node of the framework, the state it rests on, the evidence behind it. Immutable.

Nodes are named by code ('E1.3') or an indicator's number ('61'); language is 'zh' or 'en'.)";

std::uint32_t node_of(const rs::Scorecard& card, const std::string& code) { return card.framework().at(code); }

py::object number_or_none(double value) { return std::isnan(value) ? py::object(py::none()) : py::object(py::float_(value)); }

py::list evidence_indices(const rs::Node& node, const rs::NodeScore& score) {
  py::list out;
  if (!node.is_indicator()) return out;  // a group's evidence stands under its indicators
  for (std::uint32_t i = score.evidence_begin; i < score.evidence_end; ++i) out.append(i);
  return out;
}

py::object band_or_none(const rs::Band* band, const std::string& language) {
  return band == nullptr ? py::object(py::none()) : py::object(py::str(band->name.in(language)));
}

py::list vetoes(const rs::Scorecard& card) {
  py::list out;
  for (const rs::FiredVeto& veto : card.vetoes()) {
    const bool names_a_band = veto.effect == rs::VetoEffect::band_at_most || veto.effect == rs::VetoEffect::band;
    py::dict d;
    d["code"] = card.framework().nodes()[veto.node].code;
    d["effect"] = text(to_string(veto.effect));
    d["band"] = band_or_none(names_a_band ? &card.framework().bands()[veto.band] : nullptr, "zh");
    d["evidence"] = veto.evidence == rs::Evidence::none ? py::object(py::none()) : py::object(py::int_(veto.evidence));
    d["text"] = card.veto_in_words(veto, "zh");
    d["text_en"] = card.veto_in_words(veto, "en");
    out.append(d);
  }
  return out;
}

// The fields of a node in the scorecard's JSON; tests/python holds the two together.
py::dict node_dict(const rs::Scorecard& card, std::uint32_t index) {
  const rs::Node& node = card.framework().nodes()[index];
  const rs::NodeScore& score = card.nodes()[index];
  py::dict d;
  d["code"] = node.code;
  d["number"] = node.number;
  d["title"] = node.title.in("zh");
  d["weight"] = node.share;
  d["score"] = number_or_none(score.score);
  d["points"] = score.points;
  d["full"] = score.full;
  d["state"] = text(to_string(score.state));
  d["reason"] = card.reason(index, "zh");
  d["evidence"] = evidence_indices(node, score);
  d["parent"] = index == 0 ? py::object(py::none()) : py::object(py::str(card.framework().nodes()[node.parent].code));
  d["coverage"] = score.coverage;
  d["range"] = py::make_tuple(score.low, score.high);
  d["title_en"] = node.title.in("en");
  d["reason_en"] = card.reason(index, "en");
  d["role"] = text(to_string(node.role));
  d["band"] = band_or_none(card.band(index), "zh");
  return d;
}

py::list node_dicts(const rs::Scorecard& card) {
  py::list out;
  for (std::uint32_t i = 0; i < card.nodes().size(); ++i) out.append(node_dict(card, i));
  return out;
}

py::object band_name(const rs::Scorecard& card, const std::string& language) { return band_or_none(card.band(), language); }

rs::TableStyle in(const std::string& language) {
  rs::TableStyle style;
  style.language = language;
  return style;
}

// What was reviewed, as a YAML text; empty when nothing was.
py::str reviews_of(const Found& found) {
  std::vector<rs::Review> reviews;
  for (const rs::AppliedReview& applied : found.set.reviews()) reviews.push_back(applied.review);
  return reviews.empty() ? py::str("") : text(rs::reviews_yaml(reviews));
}

void bind_evidence(py::module_& m) {
  py::class_<Found>(m, "EvidenceSet", evidence_doc)
      .def_property_readonly("framework", [](const Found& f) { return framework_object(f.framework); })
      .def_property_readonly("document", [](const Found& f) { return f.set.document(); })
      .def_property_readonly(
          "rules_fingerprint", [](const Found& f) { return f.set.rules_fingerprint(); },
          "Only engines of this rules_fingerprint score it.")
      .def(
          "to_jsonl", [](const Found& f) { return rs::evidence_jsonl(f.framework, f.set); }, unlocked(),
          "One JSON object a line, as `rulescore evidence --format jsonl` prints it; begin and end are bytes.")
      .def_property_readonly("_facts", [](const Found& f) { return text(rs::facts_jsonl(f.set.facts())); })
      .def_property_readonly("_reviews", &reviews_of)
      .def("__len__", [](const Found& f) { return f.set.items().size(); });
}

}  // namespace

void bind_scorecard(py::module_& m) {
  bind_evidence(m);
  py::class_<rs::Scorecard>(m, "Scorecard", card_doc)
      .def_property_readonly("framework", [](const rs::Scorecard& c) { return framework_object(c.framework()); })
      .def_property_readonly("document", &rs::Scorecard::document)
      .def_property_readonly("evidence",
                             [](const rs::Scorecard& c) {
                               return Found{c.framework(), c.evidence()};
                             })
      .def_property_readonly(
          "score", [](const rs::Scorecard& c) { return c.score(); },
          "The total in points, 0 to `full`; nan when nothing was assessed and the framework excludes what is missing.")
      .def_property_readonly("full", &rs::Scorecard::full, "Points of the whole.")
      .def_property_readonly("_peers", [](const rs::Scorecard& c) { return text(c.peers().serialise()); })
      .def_property_readonly("coverage", &rs::Scorecard::coverage, "Share of the weight that was assessed, 0 to 1.")
      .def_property_readonly(
          "range", [](const rs::Scorecard& c) { return py::make_tuple(c.low(), c.high()); },
          "The total if everything unassessed were worth nothing, and if it were worth full marks.")
      .def_property_readonly("nodes", &node_dicts, "One dict a node of the framework, in its order; see node().")
      .def("band", &band_name, py::arg("language") = "zh", "The name of the band the total lies in after vetoes, or None.")
      .def_property_readonly("vetoes", &vetoes, "The vetoes that fired, with the fields of the JSON scorecard.")
      .def_property_readonly("failed", &rs::Scorecard::failed, "Whether a veto failed the whole assessment.")
      .def(
          "node", [](const rs::Scorecard& c, const std::string& code) { return node_dict(c, node_of(c, code)); }, py::arg("code"),
          R"(One node, with the fields of the JSON scorecard: score is 0 to 1, or None without one; weight is its share of the whole;
points, full and range are on the framework's scale; state is evidenced, only_planned, problem, no_evidence or not_applicable;
evidence holds indices into `evidence.items`. Raises UsageError with a did-you-mean.)")
      .def(
          "reason",
          [](const rs::Scorecard& c, const std::string& code, const std::string& language) {
            return c.reason(node_of(c, code), language);
          },
          py::arg("code"), py::arg("language") = "zh", "Why a node has its score, in one sentence with the numbers used.")
      .def(
          "explain",
          [](const rs::Scorecard& c, const std::string& code, const std::string& language) {
            return rs::explain_text(c, node_of(c, code), in(language));
          },
          py::arg("code"), py::arg("language") = "zh", "From the quotes to the points, for people.")
      .def(
          "warnings", [](const rs::Scorecard& c, const std::string& language) { return c.warnings(language); },
          py::arg("language") = "zh", "What a reader should know before trusting the card.")
      .def(
          "_what_if",
          [](const rs::Scorecard& c, const std::vector<std::string>& texts, const std::vector<std::string>& plans) {
            return rs::what_if(c, intended(c.framework(), texts, plans)).after;
          },
          py::arg("texts"), py::arg("plans"), unlocked())
      .def("to_json", &rs::scorecard_jsonl, unlocked(),
           "The scorecard as `rulescore score --format jsonl` prints it; spans are bytes.")
      .def("_repr_html_", [](const rs::Scorecard& c) { return rs::scorecard_html(c); });
}
