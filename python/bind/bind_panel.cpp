// Panels: read-only numpy views whose base is the panel itself.
#include "bind.hpp"

namespace {

py::array view(const py::object& self, std::vector<py::ssize_t> shape, std::span<const double> data) {
  py::array_t<double> array(std::move(shape), data.data(), self);
  array.attr("setflags")(py::arg("write") = false);
  return array;
}

}  // namespace

void bind_panel(py::module_& m) {
  py::class_<rs::Panel>(m, "Panel", "Many scorecards under one framework: rows are documents, columns indicators. Immutable.")
      .def(py::init<std::vector<rs::Scorecard>>(), py::arg("cards"))
      .def_property_readonly("framework", &rs::Panel::framework)
      .def_property_readonly("cards",
                             [](const rs::Panel& p) { return std::vector<rs::Scorecard>(p.cards().begin(), p.cards().end()); })
      .def_property_readonly("scores",
                             [](const py::object& self) {
                               const auto& p = py::cast<const rs::Panel&>(self);
                               return view(self, {static_cast<py::ssize_t>(p.rows()), static_cast<py::ssize_t>(p.columns())}, p.scores());
                             })
      .def_property_readonly("totals",
                             [](const py::object& self) {
                               const auto& p = py::cast<const rs::Panel&>(self);
                               return view(self, {static_cast<py::ssize_t>(p.rows())}, p.totals());
                             })
      .def("__len__", &rs::Panel::rows)
      .def("_table", [](const rs::Panel& p, const std::string& language) {
             rs::TableStyle style;
             style.language = language;
             return rs::scorecards_table(p.cards(), style);
           });
}
