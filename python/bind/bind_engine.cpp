// The engine. Work happens without the GIL; the progress callback takes it back, which is also where Ctrl-C is heard.
#include "bind.hpp"

#include <optional>

namespace {

std::vector<rs::Scorecard> evaluate(const rs::Engine& engine, const std::vector<rs::Document>& documents, unsigned threads,
                                    const py::object& progress) {
  std::optional<py::error_already_set> raised;
  rs::EvaluateOptions options;
  options.threads = threads;
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
  if (raised) throw std::move(*raised);
  return cards;
}

}  // namespace

void bind_engine(py::module_& m) {
  py::class_<rs::Engine>(m, "Engine", "A framework compiled. Immutable; safe to share between threads.")
      .def(py::init<rs::Framework>(), py::arg("framework"), py::call_guard<py::gil_scoped_release>())
      .def_property_readonly("framework", &rs::Engine::framework)
      .def("match", &rs::Engine::match, py::arg("document"), py::call_guard<py::gil_scoped_release>())
      .def("score", &rs::Engine::score, py::arg("evidence"), py::call_guard<py::gil_scoped_release>())
      .def("_evaluate", &evaluate, py::arg("documents"), py::arg("threads"), py::arg("progress"))
      .def(py::pickle([](const rs::Engine& e) { return py::make_tuple(1, py::bytes(e.framework().serialise())); },
                      [](const py::tuple& t) {
                        if (t.size() != 2 || py::cast<int>(t[0]) != 1)
                          throw py::value_error("an Engine pickled by another version of rulescore");
                        return rs::Engine(rs::Framework::deserialise(py::cast<std::string>(t[1])));
                      }));
}
