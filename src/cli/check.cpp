// rulescore check, rulescore test
#include "cli/issues.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <algorithm>

namespace rulescore::cli {
namespace {

const char* const check_examples = R"(  rulescore check indicators/demonstration-2021
  rulescore check framework.yaml --format json
  rulescore check framework.yaml --format github        annotations on a build server
  rulescore check framework.yaml --on reports/          which rules find something in every fifth sentence
)";

const char* const test_examples = R"(  rulescore test indicators/demonstration-2021
  rulescore test framework.yaml -o results.xml          JUnit XML, for build servers
)";

void write_issues(const Command& command, std::span<const Issue> issues, const std::string& summary, Console& console) {
  Output output(command.output(), console);
  output.write(command.format() == "json"     ? issues_json(issues)
               : command.format() == "github" ? issues_github(issues)
                                              : issues_text(issues) + summary);
  output.finish();
}

// A crosswalk is sound or it isn't; the frameworks it names are read with it.
int check_crosswalk(const Command& command, const std::string& path, Console& console) {
  try {
    const std::string summary = "ok: " + crosswalk_summary(Crosswalk::load(path, command.loading()));
    write_issues(command, {}, summary, console);
    return fine;
  } catch (const FrameworkError& error) {
    write_issues(command, error.issues(), issues_count(error.issues()), console);
    return findings;
  }
}

}  // namespace

int check(const Arguments& arguments, Console& console) {
  Command command("check",
                  "Says whether a framework is well formed, and what in it is hardly meant: every issue with its file, line and "
                  "column, the line and a caret.",
                  {{"text", "json", "github"}, "text", "text"}, check_examples);
  std::string path;
  std::vector<std::string> sources;
  bool strict = false;
  command.take_framework_argument(path);
  command.app()
      .add_option("--on", sources, "try the rules on these documents instead of the framework's examples")
      ->type_name("DOCUMENT...");
  command.app().add_flag("--strict", strict, "warnings count as findings: exit code 1");
  command.take_reading();
  if (const auto code = command.parse(arguments, console)) return *code;

  if (!path.empty() && Crosswalk::is_one(path)) return check_crosswalk(command, path, console);
  int code = fine;
  const std::vector<Document> documents =
      sources.empty() ? std::vector<Document>() : read_all(sources, command.reading(), console, code);
  std::vector<Issue> issues;
  std::string summary;
  try {
    const Framework framework = Framework::load(path.empty() ? default_framework_path() : path, command.loading());
    issues = rulescore::check(framework, documents);
    summary = "ok: " + framework_summary(framework);
    if (!issues.empty()) summary = issues_count(issues) + summary;
    if (strict && !issues.empty() && code == fine) code = findings;
  } catch (const FrameworkError& error) {
    issues = error.issues();
    summary = issues_count(issues);
    code = findings;
  }
  write_issues(command, issues, summary, console);
  return code;
}

int test(const Arguments& arguments, Console& console) {
  Command command("test", "Runs the examples that stand beside a framework's rules.", {{"text", "json", "junit"}, "text", "text"},
                  test_examples);
  std::string path;
  command.take_framework_argument(path);
  if (const auto code = command.parse(arguments, console)) return *code;

  const Engine engine(Framework::load(path.empty() ? default_framework_path() : path, command.loading()));
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
