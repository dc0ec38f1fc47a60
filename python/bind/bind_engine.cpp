// The engine. Work happens without the GIL; the progress callback takes it back, which is also where Ctrl-C is heard.
#include "bind.hpp"

#include <optional>

namespace {

std::vector<rs::Scorecard> evaluate(const rs::Engine& engine, const std::vector<rs::Document>& documents, unsigned threads,
                                    const py::object& progress, const rs::Elsewhere& elsewhere) {
  std::optional<py::error_already_set> raised;
  rs::EvaluateOptions options;
  options.threads = threads;
  options.elsewhere = elsewhere;
  options.progress = [&](std::size_t done, std::size_t total) {
    py::gil_scoped_acquire acquire;
    try {
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
      if (!progress.is_none()) progress(done, total);
      return true;
    } catch (py::error_already_set& e) {
      raised.emplace(std::move(e));
      return false;
    }
  };
  std::vector<rs::Scorecard> cards;
  try {
    py::gil_scoped_release release;
    cards = engine.evaluate(documents, options);
  } catch (const rs::UsageError&) {
    if (!raised) throw;
  }
  if (raised) throw py::error_already_set(std::move(*raised));
  return cards;
}

}  // namespace

void bind_engine(py::module_& m) {
  py::class_<rs::Engine>(m, "Engine",
                         R"(A framework compiled: finds evidence in documents and scores it. Immutable; threads may share it.

`match` finds, `score` scores what was found, `evaluate` does both, for many documents on every core.)")
      .def(py::init<rs::Framework>(), py::arg("framework"), unlocked())
      .def_property_readonly("framework", [](const rs::Engine& e) { return framework_object(e.framework()); })
      .def(
          "match",
          [](const rs::Engine& e, const rs::Document& d) {
            return Found{e.framework(), e.match(d)};
          },
          py::arg("document"), unlocked(), "All evidence of one document.")
      .def(
          "score", [](const rs::Engine& e, const Found& f) { return e.score(f.set); }, py::arg("evidence"), unlocked(),
          "The scorecard for evidence found earlier; no text is read again. Raises UsageError when other rules found it.")
      .def(
          "score",
          [](const rs::Engine& e, const std::vector<Found>& found) {
            std::vector<rs::EvidenceSet> sets;
            for (const Found& one : found) sets.push_back(one.set);
            return e.score(sets);
          },
          py::arg("evidence"), unlocked(), "One scorecard each, compared with one another where the framework compares.")
      .def(
          "_score_among",
          [](const rs::Engine& e, const Found& f, const std::string& peers) {
            return e.score(f.set, rs::Peers::deserialise(peers));
          },
          py::arg("evidence"), py::arg("peers"), unlocked())
      .def("_evaluate", py::overload_cast<const rs::Document&, const rs::Elsewhere&>(&rs::Engine::evaluate, py::const_),
           py::arg("document"), py::arg("elsewhere") = rs::Elsewhere(), unlocked())
      .def("_evaluate", &evaluate, py::arg("documents"), py::arg("threads"), py::arg("progress"),
           py::arg("elsewhere") = rs::Elsewhere());
}
