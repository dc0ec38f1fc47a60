// rulescore resolve
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rulescore::cli {
namespace {

const char* const examples = R"(  rulescore resolve indicators/overlays/county.yaml
  rulescore resolve county.yaml -o flat.yaml
  rulescore resolve county.yaml | grep overlay          what the overlay says
)";

}  // namespace

int resolve(const Arguments& arguments, Console& console) {
  Command command(
      "resolve",
      "Writes a framework as one file: groups in place, what it extends applied. Each line ends with where it was said.",
      {{"yaml"}, "yaml", "yaml"}, examples);
  std::string path;
  command.take_framework_argument(path);
  if (const auto code = command.parse(arguments, console)) return *code;

  Output output(command.output(), console);
  output.write(rulescore::resolve(Framework::load(path.empty() ? default_framework_path() : path, command.loading())));
  output.finish();
  return fine;
}

}  // namespace rulescore::cli
