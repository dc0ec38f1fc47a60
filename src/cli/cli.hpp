// The command line as a function, so that a program (python -m rulescore) can offer it too. The executable is main.cpp.
// Over the public headers only. Tested by tests/cli, which runs the real executable.
//
//   argv ──▶ run (cli.cpp: which verb, what went wrong) ──▶ one function a verb (score.cpp, explain.cpp, …)
//                                                             options.hpp: what the verbs share · output.hpp: where results go
#pragma once

#include <iosfwd>

namespace rulescore::cli {

// Results go to `out`, diagnostics to `err`; returns the exit code. Colours, and tables cut to the terminal's width, only when
// `out` is std::cout and a terminal stands behind it. Touches no global state and throws nothing.
int cli_main(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace rulescore::cli
