// What every part of the binding shares. The first include of each bind_*.cpp.
//
// Scalars and short lists cross as Python values. Records (evidence, nodes, gaps, ranks, figures) cross as the JSON that the
// command line prints, and the package turns them into dicts: one schema for both, kept in one place.
#pragma once

#include <pybind11/functional.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <rulescore/rulescore.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace py = pybind11;
namespace rs = rulescore;

using unlocked = py::call_guard<py::gil_scoped_release>;

inline py::str text(std::string_view s) { return py::str(s.data(), s.size()); }

// The UTF-8 of a str, or bytes as they are. A str that has none (a lone surrogate) raises UnicodeEncodeError, a ValueError.
std::string utf8(const py::object& value);

// The Python object that stands for this framework: the same one for all cards that share it, so that a pickle holds it once.
py::object framework_object(const rs::Framework& framework);

// Evidence together with the framework whose rules found it, so that it can name its indicators and travel.
struct Found {
  rs::Framework framework;
  rs::EvidenceSet set;
};

// What is intended: texts such as "E1.3=100%", and plans. Raises UsageError, or FrameworkError with a plan's issues.
std::vector<rs::Fact> intended(const rs::Framework& framework, const std::vector<std::string>& texts,
                               const std::vector<std::string>& plans);

py::dict localised(const rs::Localised& words);
py::list issue_list(std::span<const rs::Issue> issues);

void bind_error(py::module_& m);
void bind_document(py::module_& m);
void bind_framework(py::module_& m);
void bind_scorecard(py::module_& m);
void bind_elsewhere(py::module_& m);
void bind_engine(py::module_& m);
void bind_panel(py::module_& m);
void bind_analysis(py::module_& m);
void bind_index(py::module_& m);
void bind_places(py::module_& m);
void bind_decision(py::module_& m);
void bind_uncertainty(py::module_& m);
void bind_roadmap(py::module_& m);
void bind_crosswalk(py::module_& m);
void bind_views(py::module_& m);
void bind_weighting(py::module_& m);
void bind_cli(py::module_& m);
