// Frameworks: load, look, edit.
#include "bind.hpp"

#include <cstdint>

namespace {

py::handle frameworks;  // model -> the Python object alive for it; a WeakValueDictionary, lives as long as the interpreter

py::object parent_of(const rs::Framework& framework, const rs::Node& node) {
  return node.depth == 0 ? py::object(py::none()) : py::object(py::str(framework.nodes()[node.parent].code));
}

py::dict node_dict(const rs::Framework& framework, const rs::Node& node) {
  py::dict d;
  d["code"] = node.code;
  d["number"] = node.number;
  d["title"] = localised(node.title);
  d["asks"] = localised(node.asks);
  d["owner"] = node.owner;
  d["effort"] = node.effort;
  d["weight"] = node.weight;
  d["share"] = node.share;
  d["depth"] = node.depth;
  d["parent"] = parent_of(framework, node);
  d["is_indicator"] = node.is_indicator();
  d["basis"] = node.basis;
  d["role"] = text(to_string(node.role));
  return d;
}

py::list nodes(const rs::Framework& framework) {
  py::list out;
  for (const rs::Node& node : framework.nodes()) out.append(node_dict(framework, node));
  return out;
}

std::vector<std::string> codes(const rs::Framework& framework) {
  std::vector<std::string> out;
  for (const std::uint32_t node : framework.indicators()) out.push_back(framework.nodes()[node].code);
  return out;
}

py::list bands(const rs::Framework& framework) {
  py::list out;
  for (const rs::Band& band : framework.bands()) {
    py::dict d;
    d["from"] = band.from;
    d["name"] = localised(band.name);
    out.append(d);
  }
  return out;
}

py::list quotas(const rs::Framework& framework) {
  py::list out;
  for (const rs::Quota& quota : framework.quotas()) {
    py::dict d;
    d["band"] = localised(framework.bands()[quota.band].name);
    d["share"] = quota.share;
    out.append(d);
  }
  return out;
}

// Calls `make` without the GIL, then finds or makes the Python object.
template <typename Make>
py::object made(Make make) {
  const rs::Framework framework = [&] {
    py::gil_scoped_release release;
    return make();
  }();
  return framework_object(framework);
}

}  // namespace

py::dict localised(const rs::Localised& words) {
  py::dict d;
  d["zh"] = words.zh;
  d["en"] = words.en;
  return d;
}

py::object framework_object(const rs::Framework& framework) {
  const py::int_ key(reinterpret_cast<std::uintptr_t>(&framework.model()));
  py::object known = frameworks.attr("get")(key);
  if (!known.is_none()) return known;
  py::object fresh = py::cast(framework);
  frameworks.attr("__setitem__")(key, fresh);
  return fresh;
}

namespace {

std::vector<rs::Issue> made_issues(const rs::Framework& framework) {
  py::gil_scoped_release release;
  return rs::check(framework);
}

}  // namespace

void bind_framework(py::module_& m) {
  m.attr("_frameworks") = py::module_::import("weakref").attr("WeakValueDictionary")();
  frameworks = py::object(m.attr("_frameworks")).release();

  py::class_<rs::Framework>(m, "Framework", R"(The yardstick: a tree of indicators with the rules that find their evidence.

Immutable; edits return a new one. `len(fw)` counts indicators, `code in fw` asks for a node. Made by `rulescore.load` or `parse`.)")
      .def_property_readonly("id", &rs::Framework::id)
      .def_property_readonly("version", &rs::Framework::version)
      .def_property_readonly(
          "title", [](const rs::Framework& f) { return localised(f.title()); }, "{'zh': …, 'en': …}")
      .def_property_readonly("full", &rs::Framework::full, "Points of the whole, e.g. 100.")
      .def_property_readonly(
          "missing", [](const rs::Framework& f) { return text(to_string(f.missing())); },
          "What an indicator without evidence counts as in a total: 'zero', 'exclude' (left out, weights renormalised), 'full', 'prior' or "
          "'bounds' (no single figure). Nodes may say otherwise.")
      .def_property_readonly("quotas", &quotas, "How many of a panel may have a band: {'band': {'zh': …, 'en': …}, 'share': 0 to 1}.")
      .def_property_readonly("bands", &bands, "Best first: {'from': points, 'name': {'zh': …, 'en': …}}.")
      .def_property_readonly(
          "warnings", [](const rs::Framework& f) { return issue_list(f.warnings()); },
          "What is doubtful in the YAML, as in FrameworkError.issues.")
      .def_property_readonly("fingerprint", &rs::Framework::fingerprint, "16 hex digits over everything that can move a score.")
      .def_property_readonly("rules_fingerprint", &rs::Framework::rules_fingerprint, "The same over the evidence rules alone.")
      .def_property_readonly("nodes", &nodes, "All nodes, a parent before its children, as dicts; see node().")
      .def_property_readonly("codes", &codes, "The indicators' codes: the columns of a Panel.")
      .def(
          "node", [](const rs::Framework& f, const std::string& code) { return node_dict(f, f.nodes()[f.at(code)]); },
          py::arg("code"),
          R"(One node by its code ('E1.3') or an indicator's number ('61').

weight is relative to its siblings, as written; share is its part of the whole (0 to 1); effort is the relative cost of closing the
gap; depth is 0 for the root. Raises UsageError with a did-you-mean.)")
      .def(
          "with_weight",
          [](const rs::Framework& f, const std::string& code, double weight) {
            return made([&] { return f.with_weight(code, weight); });
          },
          py::arg("code"), py::arg("weight"),
          R"(A copy in which one node weighs `weight` (finite, at least 0) among its siblings. Evidence found with this framework stays
valid for the copy. Raises UsageError.)")
      .def("resolve", &rs::resolve,
           R"(The framework as one YAML text: its files written into one, what it extends applied, edits included. It loads to the same
fingerprint, and each line ends with the file and line that said it.)")
      .def("__len__", [](const rs::Framework& f) { return f.indicators().size(); })
      .def("__contains__", [](const rs::Framework& f, const std::string& code) { return f.find(code).has_value(); })
      .def("_serialise", [](const rs::Framework& f) { return py::bytes(f.serialise()); });
  m.def(
      "load",
      [](const std::string& path, bool allow_outside) {
        return made([&] { return rs::Framework::load(path, {.allow_outside = allow_outside}); });
      },
      py::arg("path"), py::arg("allow_outside"));
  m.def(
      "check", [](const rs::Framework& f) { return issue_list(made_issues(f)); }, py::arg("framework"));
  m.def(
      "parse",
      [](const std::string& yaml, const std::string& name) { return made([&] { return rs::Framework::parse(yaml, name); }); },
      py::arg("yaml"), py::arg("name"));
  m.def(
      "deserialise",
      [](const py::bytes& bytes) {
        return made([data = py::cast<std::string>(bytes)] { return rs::Framework::deserialise(data); });
      },
      py::arg("bytes"));
  m.def("default_framework_path", &rs::default_framework_path);
}
