// The executable: everything is in cli.hpp.
#include "cli/cli.hpp"

#include <csignal>
#include <iostream>

int main(int argc, char** argv) {
  // A reader that goes away (rulescore … | head) is noticed when writing fails, not by being killed.
  std::signal(SIGPIPE, SIG_IGN);
  return rulescore::cli::cli_main(argc, argv, std::cout, std::cerr);
}
