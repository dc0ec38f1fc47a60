// Figures cross as numpy arrays: in as they are when they are doubles in rows, else converted; out as new arrays.
#pragma once

#include "bind.hpp"

#include <cstdint>
#include <span>
#include <vector>

using Figures = py::array_t<double, py::array::c_style | py::array::forcecast>;

inline std::span<const double> span_of(const Figures& figures) {
  return {figures.data(), static_cast<std::size_t>(figures.size())};
}

inline rs::Matrix matrix_of(const Figures& figures) {
  if (figures.ndim() != 2) throw rs::UsageError("figures have " + std::to_string(figures.ndim()) + " dimensions; 2 are expected");
  return {span_of(figures), static_cast<std::size_t>(figures.shape(0)), static_cast<std::size_t>(figures.shape(1))};
}

// 1 and -1 as the package passes them.
inline std::vector<rs::Sense> senses_of(const std::vector<int>& signs) {
  std::vector<rs::Sense> senses;
  for (const int sign : signs) senses.push_back(sign < 0 ? rs::Sense::cost : rs::Sense::benefit);
  return senses;
}

template <typename T>
py::array_t<T> array_of(const std::vector<T>& values) {
  return py::array_t<T>(static_cast<py::ssize_t>(values.size()), values.data());
}

template <typename T>
py::array_t<T> array_of(const std::vector<T>& values, std::size_t rows, std::size_t columns) {
  return py::array_t<T>({static_cast<py::ssize_t>(rows), static_cast<py::ssize_t>(columns)}, values.data());
}

// What `call` returns, worked out without the interpreter's lock.
template <typename Call>
auto without_lock(const Call& call) {
  const py::gil_scoped_release release;
  return call();
}
