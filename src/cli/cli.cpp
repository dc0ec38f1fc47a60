#include "cli/cli.hpp"

#include "cli/console.hpp"
#include "cli/issues.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"

#include <rulescore/rulescore.hpp>

#include <array>
#include <cstdlib>
#include <iostream>
#include <new>

#include <sys/ioctl.h>
#include <unistd.h>

namespace rulescore::cli {

namespace {

struct Verb {
  const char* name;
  int (*run)(const Arguments&, Console&);
};

constexpr std::array<Verb, 17> verbs{{{"score", score},
                                      {"evidence", evidence},
                                      {"quantities", quantities},
                                      {"explain", explain},
                                      {"gaps", gaps},
                                      {"roadmap", roadmap},
                                      {"rank", rank},
                                      {"index", index},
                                      {"sensitivity", sensitivity},
                                      {"compare", compare},
                                      {"matrix", matrix},
                                      {"crosswalk", crosswalk},
                                      {"watch", watch},
                                      {"text", text},
                                      {"resolve", resolve},
                                      {"check", check},
                                      {"test", test}}};

const char* const page = R"(rulescore: from the sentence to the score to what to do next

Usage: rulescore VERB ... [options]

  score DOCUMENT...          the scores, with coverage
  evidence DOCUMENT...       what was found, where
  quantities DOCUMENT...     every quantity in the text
  explain DOCUMENT CODE      why this score, down to the sentence
  gaps DOCUMENT...           where points are missing, why, and what would close it
  roadmap DOCUMENT...        what first, by whom, by when: the cheapest way to a target
  rank DOCUMENT...           who is ahead, how surely
  index DATA.csv             a composite index from a table of figures, the framework's leaves its columns
  sensitivity DATA.csv|DOC.. how sure the ranks of an index are, and what moves them
  compare OLD NEW            two years: what moved each total, and why; or two frameworks on the same DOCUMENT...
  matrix DOCUMENT...         places by items: what many lack, what is lacked together, who leads
  crosswalk FILE DOCUMENT... the scores read as another framework's, through a file that says what answers what
  watch DOCUMENT...          scores again on every save of the framework, and says what moved
  text DOCUMENT              what was read out of it
  resolve FRAMEWORK          it as one file, each line with where it was said
  check FRAMEWORK            is it well formed
  test FRAMEWORK             do the examples beside the rules hold

A DOCUMENT is a file (.txt .md .html .docx .pdf), a folder of them, - for standard input, or a .jsonl of many documents. Its
encoding is found out; --encoding NAME says it. A manifest.yaml beside the files says which jurisdiction and year they are
about. Every verb that scores takes --framework PATH; without it the installed framework of 100 indicators is used. It takes
--facts FILE, too, what is known from elsewhere, and --review FILE, what a person said of the evidence. Results go to standard
output (-o FILE: into a file, whole or not at all), diagnostics to standard error.

Exit code: 0 fine; 1 findings: an invalid framework, a failed example, a score under --fail-under; 2 the command makes no
sense; 3 something could not be read or written, and everything else was answered.

Examples:
  rulescore score seeds/
  rulescore explain seeds/report.txt E1.3
  rulescore gaps seeds/ --target best -o gaps.csv
  rulescore check indicators/demonstration-2021

rulescore VERB --help says more about a verb; rulescore --version which version this is.
)";

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  for (const Verb& verb : verbs) names.emplace_back(verb.name);
  return names;
}

int answer(Console& console, std::string_view text) {
  Output output("", console);
  output.write(text);
  return fine;
}

int run_verb(const std::string& name, const Arguments& arguments, Console& console) {
  for (const Verb& verb : verbs) {
    if (name == verb.name) return verb.run(arguments, console);
  }
  const std::vector<std::string> names = verb_names();
  if (name.starts_with('-')) throw UsageError("the verb comes first: rulescore VERB ... " + name);
  throw UsageError("there is no verb " + name + did_you_mean(name, names) + " (there are " + listed(names) + ")");
}

int run(Arguments arguments, Console& console) {
  if (arguments.empty()) {
    console.err << page;
    return usage;
  }
  const std::string first = arguments.front();
  arguments.erase(arguments.begin());
  if (first == "--version" || first == "-V") return answer(console, "rulescore " RULESCORE_VERSION "\n");
  if (first == "--help" || first == "-h" || (first == "help" && arguments.empty())) return answer(console, page);
  if (first == "help") return run_verb(arguments.front(), {"--help"}, console);
  return run_verb(first, arguments, console);
}

// Every exception ends here, as a line for people and a code.
int guarded(const Arguments& arguments, Console& console) noexcept {
  try {
    return run(arguments, console);
  } catch (const ReaderGone&) {
    return fine;
  } catch (const FrameworkError& error) {
    console.err << issues_text(error.issues()) << issues_count(error.issues());
    return findings;
  } catch (const UsageError& error) {
    console.err << "rulescore: " << error.what() << '\n';
    return usage;
  } catch (const std::bad_alloc&) {
    console.err << "rulescore: out of memory\n";
    return unreadable;
  } catch (const std::exception& error) {
    console.err << "rulescore: " << error.what() << '\n';
    return unreadable;
  }
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

int terminal_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 0;
}

}  // namespace

int cli_main(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Console console{out, err};
  console.terminal = &out == &std::cout && ::isatty(STDOUT_FILENO) == 1;
  if (console.terminal) {
    const char* kind = std::getenv("TERM");
    console.colour = !is_set("NO_COLOR") && kind != nullptr && std::string_view(kind) != "dumb";
    console.width = terminal_width();
  }
  return guarded(argc > 1 ? Arguments(argv + 1, argv + argc) : Arguments(), console);
}

}  // namespace rulescore::cli
