// Evidence and scorecards.
#include "bind.hpp"

namespace {

py::dict evidence_dict(const rs::EvidenceSet& set, const rs::Evidence& e, CharacterIndex& index) {
  const rs::Document& document = set.document();
  py::dict d;
  d["indicator"] = e.indicator;
  d["rule"] = e.rule;
  d["status"] = text(to_string(e.status));
  d["begin"] = index.at(e.begin);
  d["end"] = index.at(e.end);
  d["byte_begin"] = e.begin;
  d["byte_end"] = e.end;
  d["quote"] = text(set.quote(e));
  d["sentence"] = text(document.text(e.sentence_begin, e.sentence_end));
  d["section"] = text(document.heading(e.section));
  d["value"] = number_or_none(e.value);
  d["value_high"] = number_or_none(e.value_high);
  d["unit"] = std::isnan(e.value) ? py::object(py::none()) : py::object(text(e.unit));
  d["bound"] = text(to_string(e.bound));
  d["change"] = e.change == rs::Change::none ? py::object(py::none()) : py::object(text(to_string(e.change)));
  d["duplicate_of"] = e.duplicate_of == rs::Evidence::none ? py::object(py::none()) : py::object(py::int_(e.duplicate_of));
  return d;
}

py::list evidence_items(const rs::EvidenceSet& set) {
  CharacterIndex index(set.document().text());
  py::list out;
  for (const rs::Evidence& e : set.items()) out.append(evidence_dict(set, e, index));
  return out;
}

py::dict node_dict(const rs::Scorecard& card, std::uint32_t i) {
  const rs::Node& node = card.framework().nodes()[i];
  const rs::NodeScore& s = card.nodes()[i];
  py::dict d;
  d["code"] = node.code;
  d["number"] = node.number ? py::object(py::int_(*node.number)) : py::object(py::none());
  d["title"] = node.title.in("zh");
  d["weight"] = node.share;
  d["score"] = number_or_none(s.score);
  d["points"] = s.points;
  d["full"] = s.full;
  d["low"] = s.low;
  d["high"] = s.high;
  d["coverage"] = s.coverage;
  d["state"] = text(to_string(s.state));
  d["evidence"] = py::make_tuple(s.evidence_begin, s.evidence_end);
  return d;
}

py::object band_name(const rs::Scorecard& card, const std::string& language) {
  return card.band() == nullptr ? py::object(py::none()) : py::object(py::str(card.band()->name.in(language)));
}

}  // namespace

void bind_scorecard(py::module_& m) {
  py::class_<rs::EvidenceSet>(m, "EvidenceSet", "All evidence of one document under one framework's rules. Immutable.")
      .def_property_readonly("document", &rs::EvidenceSet::document)
      .def_property_readonly("rules_fingerprint", &rs::EvidenceSet::rules_fingerprint)
      .def_property_readonly("items", &evidence_items)
      .def("__len__", [](const rs::EvidenceSet& s) { return s.items().size(); });
  py::class_<rs::Scorecard>(m, "Scorecard", "The result for one document. Immutable.")
      .def_property_readonly("framework", &rs::Scorecard::framework)
      .def_property_readonly("document", &rs::Scorecard::document)
      .def_property_readonly("evidence", &rs::Scorecard::evidence)
      .def_property_readonly("score", [](const rs::Scorecard& c) { return c.score(); })
      .def_property_readonly("full", &rs::Scorecard::full)
      .def_property_readonly("coverage", &rs::Scorecard::coverage)
      .def_property_readonly("range", [](const rs::Scorecard& c) { return py::make_tuple(c.low(), c.high()); })
      .def("band", &band_name, py::arg("language") = "zh")
      .def_property_readonly("nodes",
                             [](const rs::Scorecard& c) {
                               py::list out;
                               for (std::uint32_t i = 0; i < c.nodes().size(); ++i) out.append(node_dict(c, i));
                               return out;
                             })
      .def("node", [](const rs::Scorecard& c, const std::string& code) { return node_dict(c, c.framework().at(code)); }, py::arg("code"))
      .def("reason", [](const rs::Scorecard& c, const std::string& code, const std::string& language) {
             return c.reason(c.framework().at(code), language);
           }, py::arg("code"), py::arg("language") = "zh")
      .def("explain", [](const rs::Scorecard& c, const std::string& code, const std::string& language) {
             rs::TableStyle style;
             style.language = language;
             return rs::explain_text(c, c.framework().at(code), style);
           }, py::arg("code"), py::arg("language") = "zh")
      .def("warnings", [](const rs::Scorecard& c, const std::string& language) { return c.warnings(language); }, py::arg("language") = "zh")
      .def("to_json", [](const rs::Scorecard& c) { return rs::scorecard_jsonl(c); })
      .def("_repr_html_", [](const rs::Scorecard& c) { return rs::scorecard_html(c); });
}
