// Panels: read-only numpy views whose base is the panel itself.
#include "bind.hpp"

namespace {

py::array view(const py::object& self, std::vector<std::size_t> shape, std::span<const double> data) {
  py::array_t<double> array(std::move(shape), data.data(), self);
  array.attr("setflags")(py::arg("write") = false);
  return array;
}

}  // namespace

void bind_panel(py::module_& m) {
  py::class_<rs::Panel>(
      m, "Panel", R"(Many scorecards under one framework: rows are documents in the given order, columns indicators. Immutable.

Raises UsageError when the cards rest on different frameworks, or when there are none.)")
      .def(py::init<std::vector<rs::Scorecard>>(), py::arg("cards"))
      .def_property_readonly("framework", [](const rs::Panel& p) { return framework_object(p.framework()); })
      .def_property_readonly("cards",
                             [](const rs::Panel& p) { return std::vector<rs::Scorecard>(p.cards().begin(), p.cards().end()); })
      .def_property_readonly(
          "scores",
          [](const py::object& self) {
            const auto& p = py::cast<const rs::Panel&>(self);
            return view(self, {p.rows(), p.columns()}, p.scores());
          },
          "documents x indicators, 0 to 1, nan where an indicator has no score; a read-only view, not a copy.")
      .def_property_readonly(
          "totals",
          [](const py::object& self) {
            const auto& p = py::cast<const rs::Panel&>(self);
            return view(self, {p.rows()}, p.totals());
          },
          "One total a document, in points; a read-only view.")
      .def(
          "bands",
          [](const rs::Panel& p, const std::string& language) {
            py::list out;
            for (const rs::Band* band : p.bands())
              out.append(band == nullptr ? py::object(py::none()) : py::object(py::str(band->name.in(language))));
            return out;
          },
          py::arg("language") = "zh", "One band a document, or None: by rank where the framework has quotas.")
      .def("row_of", &rs::row_of, py::arg("name"),
           "The row of a jurisdiction or a document, by its name or a part that only one row has. Raises UsageError listing the rows.")
      .def(
          "_what_if",
          [](const rs::Panel& p, std::size_t row, const std::vector<std::string>& texts, const std::vector<std::string>& plans) {
            const rs::RankedWhatIf what = rs::what_if(p, row, intended(p.framework(), texts, plans));
            return std::make_pair(what.after, rs::ranked_what_if_json(what));
          },
          py::arg("row"), py::arg("texts"), py::arg("plans"), unlocked())
      .def("__len__", &rs::Panel::rows);
}
