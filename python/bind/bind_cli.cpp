// The command line, so that `python -m rulescore` is the same program.
#include "bind.hpp"

#include "cli/cli.hpp"

#include <iostream>

void bind_cli(py::module_& m) {
  m.def(
      "main",
      [](const std::vector<std::string>& argv) {
        std::vector<const char*> raw;
        for (const std::string& a : argv) raw.push_back(a.c_str());
        py::gil_scoped_release release;
        const int code = rs::cli::cli_main(static_cast<int>(raw.size()), raw.data(), std::cout, std::cerr);
        std::cout.flush();
        return code;
      },
      py::arg("argv"));
}
