// rulescore check, rulescore test
#include "cli/issues.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <algorithm>

namespace rulescore::cli {
namespace {

const char* const check_examples = R"(  rulescore check indicators/demonstration-2021
  rulescore check framework.yaml --format json
)";

const char* const test_examples = R"(  rulescore test indicators/demonstration-2021
  rulescore test framework.yaml -o results.xml          JUnit XML, for build servers
)";

void take_framework_argument(Command& command, std::string& path) {
  command.app().add_option("FRAMEWORK", path, "a framework.yaml or its folder (default: the installed one)")->type_name("");
  command.take("--framework", path, "PATH", "the same, as with the other verbs");
}

}  // namespace

int check(const Arguments& arguments, Console& console) {
  Command command("check",
                  "Says whether a framework is well formed: every issue with its file, line and column, the line and a caret.",
                  {{"text", "json"}, "text", "text"}, check_examples);
  std::string path;
  take_framework_argument(command, path);
  if (const auto code = command.parse(arguments, console)) return *code;

  std::string text;
  int code = fine;
  const bool json = command.format() == "json";
  try {
    const Framework framework = Framework::load(path.empty() ? default_framework_path() : path);
    text = json ? issues_json(framework.warnings()) : issues_text(framework.warnings()) + "ok: " + framework_summary(framework);
  } catch (const FrameworkError& error) {
    text = json ? issues_json(error.issues()) : issues_text(error.issues()) + issues_count(error.issues());
    code = findings;
  }
  Output output(command.output(), console);
  output.write(text);
  output.finish();
  return code;
}

int test(const Arguments& arguments, Console& console) {
  Command command("test", "Runs the examples that stand beside a framework's rules.", {{"text", "json", "junit"}, "text", "text"},
                  test_examples);
  std::string path;
  take_framework_argument(command, path);
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(Framework::load(path.empty() ? default_framework_path() : path));
  const std::vector<ExampleResult> results = run_examples(engine);
  const bool passed = std::all_of(results.begin(), results.end(), [](const ExampleResult& result) { return result.passed; });
  Output output(command.output(), console);
  output.write(command.format() == "json"    ? examples_json(engine.framework(), results)
               : command.format() == "junit" ? examples_junit(engine.framework(), results)
                                             : examples_text(engine.framework(), results));
  output.finish();
  return passed ? fine : findings;
}

}  // namespace rulescore::cli
