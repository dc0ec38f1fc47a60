// Gaps and rankings, as lists of dicts: ready for a DataFrame.
#include "bind.hpp"

namespace {

py::dict gap_dict(const rs::GapReport& report, const rs::Gap& gap) {
  const rs::Node& node = report.card.framework().nodes()[gap.node];
  const rs::EvidenceSet& set = report.card.evidence();
  py::dict d;
  d["jurisdiction"] = report.card.document().metadata().jurisdiction;
  d["document"] = report.card.document().metadata().name;
  d["code"] = node.code;
  d["number"] = node.number ? py::object(py::int_(*node.number)) : py::object(py::none());
  d["title"] = node.title.in("zh");
  d["owner"] = node.owner;
  d["effort"] = node.effort;
  d["kind"] = text(to_string(gap.kind));
  d["score"] = gap.score;
  d["target"] = gap.target;
  d["gain"] = gap.gain;
  d["cumulative"] = gap.cumulative;
  d["needed"] = gap.needed;
  d["quote"] = gap.evidence == rs::Evidence::none ? py::object(py::none()) : py::object(text(set.quote(set.items()[gap.evidence])));
  return d;
}

py::list gaps(const rs::Panel& panel, const std::string& target) {
  std::vector<rs::GapReport> reports;
  {
    py::gil_scoped_release release;
    reports = rs::gaps(panel, rs::Target::parse(target, panel.framework()));
  }
  py::list out;
  for (const rs::GapReport& report : reports) {
    py::dict d;
    py::list items;
    for (const rs::Gap& gap : report.gaps) items.append(gap_dict(report, gap));
    d["card"] = report.card;
    d["target_total"] = report.target_total;
    d["reachable"] = report.reachable;
    d["within_reach"] = report.within_reach;
    d["gaps"] = items;
    out.append(d);
  }
  return out;
}

py::list ranking(const rs::Panel& panel, std::uint32_t draws, std::uint64_t seed, double noise) {
  rs::Ranking result;
  {
    py::gil_scoped_release release;
    result = rs::ranking(panel, {draws, seed, noise});
  }
  py::list out;
  for (const rs::RankedRow& row : result.rows) {
    const rs::Metadata& metadata = panel.cards()[row.row].document().metadata();
    py::dict d;
    d["rank"] = row.rank;
    d["jurisdiction"] = metadata.jurisdiction;
    d["document"] = metadata.name;
    d["row"] = row.row;
    d["total"] = row.total;
    d["mean_rank"] = row.mean_rank;
    d["rank_low"] = row.rank_low;
    d["rank_high"] = row.rank_high;
    d["p_first"] = row.p_first;
    d["p_ahead_of_next"] = number_or_none(row.p_ahead_of_next);
    out.append(d);
  }
  return out;
}

py::list examples(const rs::Engine& engine) {
  std::vector<rs::ExampleResult> results;
  {
    py::gil_scoped_release release;
    results = rs::run_examples(engine);
  }
  py::list out;
  for (const rs::ExampleResult& r : results) {
    py::dict d;
    d["code"] = engine.framework().nodes()[r.node].code;
    d["text"] = r.text;
    d["passed"] = r.passed;
    d["expected"] = r.expected;
    d["found"] = r.found;
    d["file"] = r.file;
    d["line"] = r.line;
    out.append(d);
  }
  return out;
}

}  // namespace

void bind_analysis(py::module_& m) {
  m.def("gaps", &gaps, py::arg("panel"), py::arg("target"));
  m.def("ranking", &ranking, py::arg("panel"), py::arg("draws"), py::arg("seed"), py::arg("noise"));
  m.def("run_examples", &examples, py::arg("engine"));
}
