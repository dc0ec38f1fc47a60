// Exceptions: each also derives from the builtin that people catch.
#include "bind.hpp"

#include <exception>

namespace {

PyObject *error, *framework_error, *document_error, *io_error, *usage_error;  // live as long as the interpreter

PyObject* new_exception(py::module_& m, const char* name, const char* doc, py::tuple bases) {
  const std::string full = std::string("rulescore.") + name;
  PyObject* type = PyErr_NewExceptionWithDoc(full.c_str(), doc, bases.ptr(), nullptr);
  if (type == nullptr) throw py::error_already_set();
  m.attr(name) = py::reinterpret_borrow<py::object>(type);
  return type;
}

py::dict issue_dict(const rs::Issue& issue) {
  py::dict d;
  d["file"] = issue.file;
  d["line"] = issue.line;
  d["column"] = issue.column;
  d["severity"] = issue.severity == rs::Severity::error ? "error" : "warning";
  d["code"] = issue.code;
  d["message"] = issue.message;
  d["hint"] = issue.hint;
  d["source_line"] = issue.source_line;
  return d;
}

void raise_framework_error(const rs::FrameworkError& e) {
  py::object exception = py::reinterpret_borrow<py::object>(framework_error)(e.what());
  exception.attr("issues") = issue_list(e.issues());
  PyErr_SetObject(framework_error, exception.ptr());
}

void translate(std::exception_ptr pointer) {
  try {
    if (pointer) std::rethrow_exception(pointer);
  } catch (const rs::FrameworkError& e) {
    raise_framework_error(e);
  } catch (const rs::DocumentError& e) {
    PyErr_SetString(document_error, e.what());
  } catch (const rs::IoError& e) {
    PyErr_SetString(io_error, e.what());
  } catch (const rs::UsageError& e) {
    PyErr_SetString(usage_error, e.what());
  } catch (const rs::Error& e) {
    PyErr_SetString(error, e.what());
  }
}

}  // namespace

py::list issue_list(std::span<const rs::Issue> issues) {
  py::list out;
  for (const rs::Issue& issue : issues) out.append(issue_dict(issue));
  return out;
}

void bind_error(py::module_& m) {
  const auto builtin = [](PyObject* type) { return py::reinterpret_borrow<py::object>(type); };
  error = new_exception(m, "Error", "What rulescore raises.", py::make_tuple(builtin(PyExc_Exception)));
  const py::object base = builtin(error);
  framework_error = new_exception(
      m, "FrameworkError",
      "The YAML is wrong. `issues` has one dict a finding: file, line, column, severity, code, message, hint, source_line.",
      py::make_tuple(base, builtin(PyExc_ValueError)));
  document_error = new_exception(m, "DocumentError", "A document is not text that can be read.",
                                 py::make_tuple(base, builtin(PyExc_ValueError)));
  io_error =
      new_exception(m, "IoError", "A file can't be opened, read or written.", py::make_tuple(base, builtin(PyExc_OSError)));
  usage_error = new_exception(m, "UsageError", "A call makes no sense.", py::make_tuple(base, builtin(PyExc_ValueError)));
  py::register_exception_translator(&translate);
}
