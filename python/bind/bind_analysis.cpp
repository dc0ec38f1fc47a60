// Gaps, rankings, examples: the command line's JSON, which the package makes into lists that know how to show themselves.
#include "bind.hpp"

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
  m.def(
      "examples_json", [](const rs::Engine& engine) { return rs::examples_json(engine.framework(), rs::run_examples(engine)); },
      py::arg("engine"), unlocked());
}
