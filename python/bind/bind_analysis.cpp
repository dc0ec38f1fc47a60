// Gaps, rankings, comparisons, examples: the command line's JSON, which the package makes into lists that know how to show themselves.
#include "bind.hpp"

#include <utility>

namespace {

// Of the same documents under two frameworks; they are matched again only where the evidence rules differ.
std::pair<rs::Panel, rs::Panel> panels_of(const rs::Framework& before, const rs::Framework& after, std::vector<rs::Document> documents,
                                          unsigned threads, const rs::Elsewhere& elsewhere_before,
                                          const rs::Elsewhere& elsewhere_after) {
  rs::Rescorer rescorer(std::move(documents), threads);
  rs::Panel old_scores(rescorer.score(before, elsewhere_before));
  return {std::move(old_scores), rs::Panel(rescorer.score(after, elsewhere_after))};
}

}  // namespace

void bind_analysis(py::module_& m) {
  m.def(
      "gaps_json",
      [](const rs::Panel& panel, const std::string& target) {
        return rs::gaps_json(rs::gaps(panel, rs::Target::parse(target, panel.framework())));
      },
      py::arg("panel"), py::arg("target"), unlocked());
  m.def(
      "ranking_json",
      [](const rs::Panel& panel, std::uint32_t draws, std::uint64_t seed, double noise, unsigned threads) {
        return rs::ranking_json(panel, rs::ranking(panel, {draws, seed, noise, threads}));
      },
      py::arg("panel"), py::arg("draws"), py::arg("seed"), py::arg("noise"), py::arg("threads"), unlocked());
  m.def("panels", &panels_of, py::arg("before"), py::arg("after"), py::arg("documents"), py::arg("threads"),
        py::arg("elsewhere_before"), py::arg("elsewhere_after"), unlocked());
  m.def(
      "comparison_json",
      [](const rs::Panel& before, const rs::Panel& after) { return rs::comparison_json(rs::compare(before, after)); },
      py::arg("before"), py::arg("after"), unlocked());
  m.def(
      "comparison_of_years_json",
      [](const rs::Panel& before, const rs::Panel& between, const rs::Panel& after) {
        return rs::comparison_json(rs::compare_years(before, between, after));
      },
      py::arg("before"), py::arg("between"), py::arg("after"), unlocked());
  m.def(
      "comparison_of_files_json",
      [](const std::string& before, const std::string& after) {
        return rs::comparison_json(rs::compare(rs::read_results(before), rs::read_results(after)));
      },
      py::arg("before"), py::arg("after"), unlocked());
  m.def(
      "examples_json", [](const rs::Engine& engine) { return rs::examples_json(engine.framework(), rs::run_examples(engine)); },
      py::arg("engine"), unlocked());
}
