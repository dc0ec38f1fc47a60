// What every part of the binding shares. The first include of each bind_*.cpp.
#pragma once

#include <pybind11/functional.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <rulescore/rulescore.hpp>

#include <cmath>
#include <string_view>
#include <vector>

namespace py = pybind11;
namespace rs = rulescore;

// NaN is None in Python.
inline py::object number_or_none(double value) { return std::isnan(value) ? py::object(py::none()) : py::object(py::float_(value)); }

inline py::str text(std::string_view s) { return py::str(s.data(), s.size()); }

// Byte offsets of one text to indices into its Python string. Ascending queries cost one pass altogether.
class CharacterIndex {
 public:
  explicit CharacterIndex(std::string_view bytes) : bytes_(bytes) {}
  std::size_t at(std::size_t byte) {
    if (byte < byte_) byte_ = index_ = 0;
    for (; byte_ < byte; ++byte_) index_ += (static_cast<unsigned char>(bytes_[byte_]) & 0xC0u) != 0x80u;
    return index_;
  }

 private:
  std::string_view bytes_;
  std::size_t byte_ = 0, index_ = 0;
};

void bind_error(py::module_& m);
void bind_document(py::module_& m);
void bind_framework(py::module_& m);
void bind_scorecard(py::module_& m);
void bind_engine(py::module_& m);
void bind_panel(py::module_& m);
void bind_analysis(py::module_& m);
void bind_cli(py::module_& m);
