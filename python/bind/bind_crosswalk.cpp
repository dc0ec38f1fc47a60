// Crosswalks, and cards read through them: the command line's JSON, which the package makes into a value that knows how to show
// itself.
#include "bind.hpp"

#include <cmath>
#include <span>

namespace {

constexpr const char* crosswalk_doc =
    R"(Which indicators of one framework answer which of another, or of another edition: `from_` is scored, `to` is read from it.

Immutable. Made by `Crosswalk.load(path)`, or between two frameworks by `Crosswalk.parse`; `cross(card)` reads a scorecard through it.)";

std::string path_of(const py::object& path) { return py::module_::import("os").attr("fspath")(path).cast<std::string>(); }

rs::Crosswalk loaded(const py::object& path, bool allow_outside) {
  const std::string file = path_of(path);
  const py::gil_scoped_release release;
  rs::LoadOptions options;
  options.allow_outside = allow_outside;
  return rs::Crosswalk::load(file, options);
}

py::list links(const rs::Crosswalk& walk) {
  py::list out;
  for (const rs::CrosswalkLink& link : walk.links()) {
    py::dict d;
    d["to"] = walk.to().nodes()[link.to].code;
    d["from"] = walk.from().nodes()[link.from].code;
    d["part"] = link.part;
    d["back"] = link.back;
    d["note"] = localised(link.note);
    d["line"] = link.line;
    out.append(d);
  }
  return out;
}

py::dict common(const rs::Crosswalk& walk, const rs::Scorecard& card) {
  const rs::CommonTotal total = rs::common_total(card, walk);
  py::dict d;
  d["score"] = std::isnan(total.score) ? py::object(py::none()) : py::object(py::float_(total.score));
  d["full"] = total.full;
  d["range"] = py::make_tuple(total.low, total.high);
  d["coverage"] = total.coverage;
  d["left_out"] = total.left_out;
  return d;
}

double unmapped(const rs::Crosswalk& walk, const std::optional<std::string>& code) {
  return walk.unmapped(code ? walk.to().at(*code) : 0);
}

double unused(const rs::Crosswalk& walk, const std::optional<std::string>& code) {
  return walk.unused(code ? walk.from().at(*code) : 0);
}

}  // namespace

void bind_crosswalk(py::module_& m) {
  using rs::Crosswalk;
  py::class_<Crosswalk>(m, "Crosswalk", crosswalk_doc)
      .def_static("load", &loaded, py::arg("path"), py::kw_only(), py::arg("allow_outside") = false,
                  R"(Load a crosswalk and the frameworks it names; allow_outside lets them stand anywhere.

Raises FrameworkError with every finding in `.issues`, or IoError.)")
      .def_static("parse", &Crosswalk::parse, py::arg("yaml"), py::arg("from_"), py::arg("to"),
                  py::arg("name") = "crosswalk.yaml", unlocked(),
                  "A text between two frameworks, whose ids it must name. Raises FrameworkError.")
      .def_property_readonly("id", &Crosswalk::id)
      .def_property_readonly("title", [](const Crosswalk& w) { return localised(w.title()); })
      .def_property_readonly(
          "from_", [](const Crosswalk& w) { return framework_object(w.from()); }, "The framework that is scored.")
      .def_property_readonly(
          "to", [](const Crosswalk& w) { return framework_object(w.to()); }, "The framework it is read as.")
      .def_property_readonly("links", &links, "One dict an answer, in the order of the file; see rulescore.types.CrosswalkLink.")
      .def("unmapped", &unmapped, py::arg("code") = py::none(), "Share of `to`, or of a node of it, that nothing answers.")
      .def("unused", &unused, py::arg("code") = py::none(), "Share of `from_`, or of a node of it, that answers nothing.")
      .def("reversed", &Crosswalk::reversed, unlocked(),
           "Read the other way round. Raises UsageError naming the answers that don't say `back`.")
      .def("between", &Crosswalk::between, py::arg("from_"), py::arg("to"), unlocked(),
           "The same between edits or overlays of the two frameworks. Raises FrameworkError when a node is lacking.")
      .def(
          "common", &common, py::arg("card"),
          R"(The total of what both frameworks ask for, of a card under either; see rulescore.types.CommonTotal. Raises UsageError.)")
      .def(
          "gain",
          [](const Crosswalk& w, const rs::Scorecard& card, const std::string& code, double score) {
            return rs::crossed_gain(card, w, w.from().at(code), score);
          },
          py::arg("card"), py::arg("code"), py::arg("score") = 1.0,
          "Points the total of `to` would win if this indicator of `from_` had that score, 0 to 1.")
      .def("__len__", [](const Crosswalk& w) { return w.links().size(); })
      .def("_serialise", [](const Crosswalk& w) { return py::bytes(w.serialise()); });
  m.def("crosswalk_deserialise", &Crosswalk::deserialise, py::arg("bytes"), unlocked());
  m.def(
      "crossed_json",
      [](const rs::Scorecard& card, const Crosswalk& walk) {
        const rs::Crossed there = rs::crossed(card, walk);
        return rs::crossed_json(std::span(&there, 1));
      },
      py::arg("card"), py::arg("crosswalk"), unlocked());
}
