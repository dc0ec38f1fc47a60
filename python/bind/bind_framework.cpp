// Frameworks: load, look, edit.
#include "bind.hpp"

namespace {

py::dict localised(const rs::Localised& l) {
  py::dict d;
  d["zh"] = l.zh;
  d["en"] = l.en;
  return d;
}

py::dict node_dict(const rs::Framework& fw, const rs::Node& node) {
  py::dict d;
  d["code"] = node.code;
  d["number"] = node.number ? py::object(py::int_(*node.number)) : py::object(py::none());
  d["title"] = localised(node.title);
  d["asks"] = localised(node.asks);
  d["owner"] = node.owner;
  d["effort"] = node.effort;
  d["weight"] = node.weight;
  d["share"] = node.share;
  d["depth"] = node.depth;
  d["parent"] = node.depth == 0 ? py::object(py::none()) : py::object(py::str(fw.nodes()[node.parent].code));
  d["is_indicator"] = node.is_indicator();
  d["basis"] = node.basis;
  return d;
}

}  // namespace

void bind_framework(py::module_& m) {
  py::class_<rs::Framework>(m, "Framework", "The yardstick: a tree of indicators. Immutable; edits return a new one.")
      .def_property_readonly("id", &rs::Framework::id)
      .def_property_readonly("version", &rs::Framework::version)
      .def_property_readonly("title", [](const rs::Framework& f) { return localised(f.title()); })
      .def_property_readonly("full", &rs::Framework::full)
      .def_property_readonly("missing", [](const rs::Framework& f) { return f.missing() == rs::Missing::zero ? "zero" : "exclude"; })
      .def_property_readonly("fingerprint", &rs::Framework::fingerprint)
      .def_property_readonly("rules_fingerprint", &rs::Framework::rules_fingerprint)
      .def_property_readonly("nodes",
                             [](const rs::Framework& f) {
                               py::list out;
                               for (const rs::Node& n : f.nodes()) out.append(node_dict(f, n));
                               return out;
                             })
      .def_property_readonly("codes",
                             [](const rs::Framework& f) {
                               std::vector<std::string> codes;
                               for (std::uint32_t n : f.indicators()) codes.push_back(f.nodes()[n].code);
                               return codes;
                             })
      .def("node", [](const rs::Framework& f, const std::string& code) { return node_dict(f, f.nodes()[f.at(code)]); }, py::arg("code"))
      .def("with_weight", &rs::Framework::with_weight, py::arg("code"), py::arg("weight"))
      .def("__len__", [](const rs::Framework& f) { return f.indicators().size(); })
      .def(py::pickle([](const rs::Framework& f) { return py::make_tuple(1, py::bytes(f.serialise())); },
                      [](const py::tuple& t) {
                        if (t.size() != 2 || py::cast<int>(t[0]) != 1)
                          throw py::value_error("a Framework pickled by another version of rulescore");
                        return rs::Framework::deserialise(py::cast<std::string>(t[1]));
                      }));
  m.def("load", [](const std::string& path) { return rs::Framework::load(path); }, py::arg("path"),
        py::call_guard<py::gil_scoped_release>());
  m.def("parse", [](const std::string& yaml, const std::string& name) { return rs::Framework::parse(yaml, name); }, py::arg("yaml"),
        py::arg("name") = "framework.yaml", py::call_guard<py::gil_scoped_release>());
  m.def("default_framework_path", &rs::default_framework_path);
}
